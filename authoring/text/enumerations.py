"""Sentences of a list that runs on in one paragraph: “1. Nets 2. Oars”, “a) nets b) oars c) sails”."""

from __future__ import annotations

import string
from itertools import pairwise

from authoring.text.patterns import lazy

_LIST_NUMBER = lazy(r"[•⁃*-]?\s*(\d{1,3})\.?\)?\s")
_NEXT_NUMBER = lazy(r"\s([•⁃*-]?(\d{1,3})\.)$")


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the space around it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def list_numbers(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Move “2.” from the end of “1. First 2.” to the sentence it numbers."""
    for index in range(len(spans) - 1):
        start, end = spans[index]
        number = _LIST_NUMBER.match(text, start, end)
        following = _NEXT_NUMBER.search(text, max(start, end - 6), end) if number else None
        if number and following and int(following[2]) == int(number[1]) + 1:
            spans[index] = (start, trim(text, start, following.start())[1])
            spans[index + 1] = (following.start(1), spans[index + 1][1])
    return spans


def list_letters(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Begin a sentence at each letter of a list that runs on in one paragraph: “a. Nets b. Oars c. Sails”."""
    cuts: list[int] = []
    if not text.startswith(("a. ", "a) ")):
        return spans
    for letter in string.ascii_lowercase[1:]:
        place = text.find(f" {letter}{text[1:3]}", cuts[-1] if cuts else 0)
        if place < 0:
            break
        cuts.append(place + 1)
    if len(cuts) < 2:
        return spans
    begins = sorted({start for start, _ in spans if start - 3 not in cuts} | set(cuts))
    return [trim(text, start, end) for start, end in pairwise([*begins, spans[-1][1]])]
