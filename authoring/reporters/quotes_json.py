"""For programs: who says what, after the contract of ``docs/design.md``, every key always present."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from textwrap import indent
from typing import Any

from authoring.notes.public import public_ids
from authoring.prose.attribution.model import Attribution, Speaker
from authoring.prose.readable import Readable
from authoring.reporters import Look
from authoring.runner.checked import Checked
from authoring.runner.veil import Veil, veil_of


def report(results: Iterable[Checked], look: Look, why: bool = False) -> Iterator[str]:
    """One JSON object, whole or not at all; of each article no more than its answers is kept until then."""
    # no string in JSON holds a line break, so the lines may be moved
    files = [indent(json.dumps(_file(result), ensure_ascii=False, indent=2), "    ") for result in results]
    yield '{\n  "version": 1,\n  "files": '
    yield "[\n" + ",\n".join(files) + "\n  ]\n}\n" if files else "[]\n}\n"


def _file(result: Checked) -> dict[str, Any]:
    quotes = []
    if result.document is not None:
        spoken = Readable(result.document, result.withheld)
        ids = public_ids(result.document.notes.sources) if result.document.notes else {}
        veil = veil_of(result.document)
        quotes = [_quote(answer, ids, spoken, veil) for answer in result.document.attributions]
    return {"path": result.path, "quotes": quotes, "remark": result.remark or None}


def _quote(answer: Attribution, ids: Mapping[str, str], spoken: Readable, veil: Veil) -> dict[str, Any]:
    steps = answer.steps or (answer.step,) * len(answer.segments)
    return {
        "kind": str(answer.kind),
        "start": answer.span.start,
        "end": answer.span.end,
        "segments": [
            {"start": segment.start, "end": segment.end, "step": step}
            for segment, step in zip(answer.segments, steps, strict=True)
        ],
        "text": spoken.words(answer),
        "speaker": _speaker(veil.speaker(answer.speaker), ids),
        "cue": answer.cue and {"start": answer.cue.span.start, "end": answer.cue.span.end, "text": answer.cue.text},
        "via": _speaker(veil.speaker(answer.via), ids),
        "reason": {"step": answer.step, "sure": answer.sure},
    }


def _speaker(speaker: Speaker | None, ids: Mapping[str, str]) -> dict[str, Any] | None:
    if speaker is None:
        return None
    return {
        "start": speaker.span.start,
        "end": speaker.span.end,
        "text": speaker.text,
        "name": speaker.name,
        "source": ids.get(speaker.source) if speaker.source else None,
    }
