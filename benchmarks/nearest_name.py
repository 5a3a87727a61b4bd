"""The plain peer of the attribution engine: the reporting verb nearest to the quotation, and the name nearest to that.

This is what one writes in an hour, and what more than one published tool comes down to once its models are taken away.
It runs everywhere, so that every benchmark has something to stand beside.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_QUOTED = re.compile(r"“[^“”\n]+”?|\"[^\"\n]+\"|''[^\n]+?''")
_CUE = re.compile(r"\b(?:said|says|told|tells|added|adds|wrote|asked|explained|stated|noted|according to|continued)\b")
_NAME = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]+|of|de|van|al))*)\b")
_PARAGRAPH = re.compile(r"[^\n]+")
_OTHER = re.compile(
    r"(?:The|An?|In|On|At|But|And|It|This|That|However|While|When|After|Before|According|\w+day)(?: |$)"
)
"""Capitals that begin no name."""
_LEAST = 3
"""Words that a stretch must have to count as speech."""


def nearest_names(gold: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """An answer for every stretch in quotation marks, in the form of ``authoring quotes --format json``."""
    return {key: nearest(row["text"]) for key, row in gold.items()}


def nearest(text: str) -> list[dict[str, Any]]:
    """The answers for one text."""
    answers = []
    for paragraph in _PARAGRAPH.finditer(text):
        quoted = [match.span() for match in _QUOTED.finditer(text, paragraph.start(), paragraph.end())]
        if not quoted:
            continue
        bare = list(paragraph[0])
        for start, end in quoted:
            bare[start - paragraph.start() : end - paragraph.start()] = " " * (end - start)
        outside = "".join(bare)
        cues = [_span(match, paragraph.start()) for match in _CUE.finditer(outside)]
        names = [_span(match, paragraph.start()) for match in _NAME.finditer(outside) if not _OTHER.match(match[0])]
        for start, end in quoted:
            if len(text[start:end].split()) >= _LEAST:
                answers.append(_answer(start, end, names, cues))
    return answers


def _span(match: re.Match[str], by: int) -> dict[str, Any]:
    return {"start": match.start() + by, "end": match.end() + by, "text": match[0]}


def _answer(start: int, end: int, names: list[dict[str, Any]], cues: list[dict[str, Any]]) -> dict[str, Any]:
    cue = min(cues, key=lambda span: _distance(span, start, end), default=None)
    speaker = min(names, key=lambda span: _distance(span, cue["start"], cue["end"]), default=None) if cue else None
    return {
        "kind": "direct",
        "start": start,
        "end": end,
        "segments": [{"start": start, "end": end, "step": "nearest"}],
        "speaker": speaker,
        "cue": cue,
    }


def _distance(span: dict[str, Any], start: int, end: int) -> int:
    return int(span["start"] - end if span["start"] >= end else start - span["end"])
