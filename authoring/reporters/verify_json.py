"""For programs: the quote check of each draft, after the contract of ``docs/design.md``, every key always present."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from textwrap import indent
from typing import Any

from authoring.reporters import Look
from authoring.runner.verified import Verified
from authoring.verification.quotes import CheckedQuote


def report(results: Iterable[Verified], look: Look, everything: bool = True) -> Iterator[str]:
    """One JSON object, whole or not at all."""
    # no string in JSON holds a line break, so the lines may be moved
    files = [indent(json.dumps(_file(result), ensure_ascii=False, indent=2), "    ") for result in results]
    yield '{\n  "version": 1,\n  "files": '
    yield "[\n" + ",\n".join(files) + "\n  ]\n}\n" if files else "[]\n}\n"


def _file(result: Verified) -> dict[str, Any]:
    counted = result.sentences
    bare = counted.bare if counted else ()
    return {
        "path": result.article.path,
        "quotes": [_quote(quote) for quote in result.quotes],
        "sentences": {
            "total": counted.total if counted else 0,
            "traced": counted.traced if counted else 0,
            "bare": [{"start": span.start, "end": span.end} for span in bare],
        },
        "remark": result.article.remark or None,
    }


def _quote(quote: CheckedQuote) -> dict[str, Any]:
    speaker, check = quote.said.speaker, quote.check
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.said.text,
        "speaker": (speaker.name or speaker.text) if speaker else None,
        "status": check.status,
        "origin": asdict(check.origin) if check.origin else None,
        "diff": [list(part) for part in check.diff],
        "reason": check.reason or None,
        "said_by": check.speaker,
    }
