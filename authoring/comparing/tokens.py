"""The words of a text as two articles are compared by: how a house writes dates, times and places is no difference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.house.months import FORMS, MONTHS
from authoring.house.states import SHORT
from authoring.wording.characters import even
from authoring.wording.words import Words

FIGURE = "#"
"""What the key of every number begins with."""
_DAYS = 31
_HALVES = ("am", "pm")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is written, or several that stand for one figure, day or time."""

    keys: tuple[str, ...]
    """What it is compared by: “$38,400” is heard as two words."""
    face: str
    start: int
    """Where it begins in the text."""
    stop: bool
    """Whether it begins a sentence or a title, where any word is written large."""


def as_written(text: str) -> Iterator[Token]:
    """Word by word, but for capitals: so quoted words are compared."""
    words = Words(even(text))
    for face, start in zip(words.faces, words.starts, strict=True):
        yield Token((face.casefold(),), face, start, False)


def as_heard(text: str) -> Iterator[Token]:
    """“Eleven” is 11, “don’t” is “do not”, “5 p.m.” is “5pm”, “Jan. 22” is “22 January”: so the writer's are."""
    words = Words(even(text))
    for group in _groups(words):
        first = group[0]
        start = words.start(first)
        keys = _keys(words, group, start)
        stop = any(mark in words.between(first) for mark in '.?!:"')
        yield Token(keys, words.faces[words.first[first]], start, stop)


def _groups(words: Words) -> Iterator[list[int]]:
    """The numbers of the heard words that stand for one thing."""
    group: list[int] = []
    for number, key in enumerate(words.keys):
        if group and not _joined(words, group, number, key):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def _joined(words: Words, group: list[int], number: int, key: str) -> bool:
    if words.first[number] <= words.last[group[-1]]:
        return True
    last, between = words.keys[group[-1]], words.between(number).strip()
    if (last, key) == ("per", "cent") and not between:
        return True
    if len(group) > 1 or between not in ("", "."):
        return False
    if key in _HALVES:
        return last[0] == FIGURE and not between
    return (key in FORMS and _is_day(last) and not between) or (last in FORMS and _is_day(key))


def _is_day(key: str) -> bool:
    return key[:1] == FIGURE and key[1:].isdigit() and int(key[1:]) <= _DAYS


def _keys(words: Words, group: list[int], start: int) -> tuple[str, ...]:
    keys = [words.keys[number] for number in group]
    if keys == ["per", "cent"]:
        return ("percent",)
    if len(keys) == 2 and keys[1] in _HALVES:
        hour = "".join(sign for sign in words.text[start : words.end(group[-1])] if sign.isdigit())
        return f"{FIGURE}{hour.removesuffix('00') if len(hour) > 2 else hour}", keys[1]
    month = next((key for key in keys if key in FORMS), None)
    if month is not None and len(keys) == 2:
        return MONTHS[FORMS[month]].lower(), next(key for key in keys if key != month)
    if words.text[max(start - 2, 0) : start] == ", ":
        state = next((state for state, short in SHORT.items() if words.text.startswith(short, start)), "")
        keys = state.casefold().split() or keys
    return tuple(keys)
