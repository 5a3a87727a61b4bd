"""For programs: what one article says that another does not, every key always present."""

from __future__ import annotations

import json
from typing import Any

from authoring.comparing.changes import Change, Comparison, Side
from authoring.prose.document import Document


def report(found: Comparison, old: str, new: str) -> str:
    """One JSON object. ``old`` and ``new`` are what the articles are called."""
    answer = {
        "version": 1,
        "old": {"path": old, "words": found.words[0]},
        "new": {"path": new, "words": found.words[1]},
        "same": found.same,
        "changes": [_change(change, found) for change in found.changes],
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _change(change: Change, found: Comparison) -> dict[str, Any]:
    return {
        "group": change.group,
        "kind": change.kind,
        "what": change.what or None,
        "old": _side(change.old, found.old),
        "new": _side(change.new, found.new),
        "diff": [list(piece) for piece in change.diff],
    }


def _side(side: Side | None, document: Document) -> dict[str, Any] | None:
    if side is None:
        return None
    line, column = document.lines.position(side.span.start)
    return {
        "start": side.span.start,
        "end": side.span.end,
        "line": line,
        "column": column,
        "text": side.text,
        "speaker": side.speaker,
    }
