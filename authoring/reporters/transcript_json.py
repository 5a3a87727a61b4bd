"""For programs: the turns of a transcript, after the contract of ``docs/contracts.md``, every key always present."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from authoring.text.span import Span
from authoring.transcripts.model import Transcript, Turn


def report(transcript: Transcript, turns: Sequence[Turn], marked: Mapping[int, Sequence[Span]] | None) -> str:
    """One JSON object; ``marked`` are the stretches that a search found, by the number of the turn."""
    told = {
        "version": 1,
        "path": transcript.path,
        "format": transcript.format,
        "sha256": transcript.sha256,
        "corrections": transcript.corrections or None,
        "turns": [_turn(turn, None if marked is None else marked.get(i, ())) for i, turn in enumerate(turns)],
        "remarks": list(transcript.remarks),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _turn(turn: Turn, marked: Sequence[Span] | None) -> dict[str, Any]:
    found = {} if marked is None else {"found": [{"start": span.start, "end": span.end} for span in marked]}
    return {
        "speaker": turn.speaker,
        "start": turn.start,
        "end": turn.end,
        "text": turn.text,
        "line": turn.line,
        **found,
    }
