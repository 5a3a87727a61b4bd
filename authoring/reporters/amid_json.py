"""For programs: quotations amid what was said around them, after the contract of ``docs/contracts.md``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from authoring.pulling.context import Around, Spot
from authoring.runner.verified import Verified


def report(result: Verified, spots: Sequence[Spot]) -> str:
    """One JSON object, every key always present."""
    quotes = [_spot(spot) for spot in spots]
    return json.dumps({"version": 1, "path": result.article.path, "quotes": quotes}, ensure_ascii=False, indent=2)


def _spot(spot: Spot) -> dict[str, Any]:
    quote = spot.quote
    return {
        "start": quote.span.start,
        "end": quote.span.end,
        "text": spot.words,
        "status": quote.check.status,
        "reason": spot.reason or None,
        "note": {**asdict(spot.note), "text": spot.noted} if spot.note else None,
        "transcript": asdict(spot.said) if spot.said else None,
        "turns": [_turn(around) for around in spot.turns],
    }


def _turn(around: Around) -> dict[str, Any]:
    turn = around.turn
    return {
        "speaker": turn.speaker,
        "start": turn.start,
        "end": turn.end,
        "text": turn.text,
        "line": turn.line,
        "quoted": [{"start": span.start, "end": span.end} for span in around.quoted],
    }
