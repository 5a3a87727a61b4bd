"""Which words of a passage are quoted, sentence by sentence, so that two versions of a quotation are never mixed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from authoring.text.quotations import pairs
from authoring.updating.blocks import Token, plain
from authoring.updating.pairing import words


class Said(NamedTuple):
    """What of a sentence is quoted."""

    quoted: str
    """The quoted words, without their marks; empty in narration."""
    goes_on: bool
    """Whether it belongs to the quotation of the sentence before it: it is all quoted, or the marks are still open."""


def said(tokens: Sequence[Token]) -> list[Said]:
    """The quoted words of each sentence of a passage."""
    text, starts = "", []
    for token in tokens:
        text += token.before
        starts.append(len(text))
        text += token.text
    ranges = []
    at = 0
    for paragraph in text.split("\n\n"):
        ranges += [(at + pair.start, at + pair.end) for pair in pairs(paragraph) if not pair.depth]
        at += len(paragraph) + 2
    found: list[Said] = []
    for token, start in zip(tokens, starts, strict=True):
        end = start + len(token.text)
        inside = [(max(first, start), min(last, end)) for first, last in ranges if first < end and start < last]
        quoted = plain(" ".join(text[first:last].strip("“”\"‘’«»„'") for first, last in inside))
        told = list(text[start:end])
        for first, last in inside:
            told[first - start : last - start] = " " * (last - first)
        open_before = any(first < start < last for first, last in ranges)
        found.append(Said(quoted, bool(quoted) and (open_before or not words("".join(told)))))
    return found


def quotations(text: str) -> list[str]:
    """The quoted words of a text, one entry for each pair of marks, with the space in them made even."""
    return [
        plain(paragraph[pair.inner : pair.stop])
        for paragraph in text.split("\n\n")
        for pair in pairs(paragraph)
        if not pair.depth
    ]


def opens_into(one: str, two: str) -> bool:
    """Whether a quotation goes on from one paragraph into the next: it is not closed, and opened once more."""
    if not two.startswith(("“", "‘", '"')):
        return False
    found = [pair for pair in pairs(one) if not pair.depth]
    return bool(found) and not found[-1].closed and found[-1].end == len(one)
