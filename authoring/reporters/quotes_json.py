"""For programs: who says what, after the contract of ``docs/design.md``, every key always present."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import Any

from authoring.prose.attribution.model import Attribution, Speaker
from authoring.prose.document import Document
from authoring.prose.readable import Readable
from authoring.reporters import Look
from authoring.runner.checked import Checked


def report(results: Iterable[Checked], look: Look, why: bool = False) -> Iterator[str]:
    """One JSON object, whole or not at all; of each article no more than its answers is kept until then."""
    # no string in JSON holds a line break, so the lines may be moved
    files = [indent(json.dumps(_file(result), ensure_ascii=False, indent=2), "    ") for result in results]
    yield '{\n  "version": 1,\n  "files": '
    yield "[\n" + ",\n".join(files) + "\n  ]\n}\n" if files else "[]\n}\n"


def _file(result: Checked) -> dict[str, Any]:
    quotes = []
    if result.document is not None:
        spoken = Readable(result.document)
        quotes = [_quote(answer, result.document, spoken) for answer in result.document.attributions]
    return {"path": result.path, "quotes": quotes, "remark": result.remark or None}


def _quote(answer: Attribution, document: Document, spoken: Readable) -> dict[str, Any]:
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
        "speaker": _speaker(answer.speaker, document),
        "cue": answer.cue and {"start": answer.cue.span.start, "end": answer.cue.span.end, "text": answer.cue.text},
        "via": _speaker(answer.via, document),
        "reason": {"step": answer.step, "sure": answer.sure},
    }


def _speaker(speaker: Speaker | None, document: Document) -> dict[str, Any] | None:
    if speaker is None:
        return None
    source = document.notes.sources.get(speaker.source) if document.notes and speaker.source else None
    return {
        "start": speaker.span.start,
        "end": speaker.span.end,
        "text": speaker.text,
        "name": speaker.name,
        # the id of a protected source may be its name
        "source": None if source is not None and source.protected else speaker.source,
    }
