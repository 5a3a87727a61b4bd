"""Where two sentences tell the same but for one figure or one month: “11 days” here and “14 days” there.

They tell the same where nearly all words that carry meaning stand in both. The figures that only one of them has are
paired where the same word stands before them or after them, so that “11 days” is held against “14 days” and not
against “14 boats”. It errs on the side of finding nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from authoring.text.patterns import lazy
from authoring.verification.words import FUNCTION, stem
from authoring.wording.characters import even
from authoring.wording.numbers import MONTHS
from authoring.wording.words import Words

_MONTHS = MONTHS - {"may", "march"}
_TIME = lazy(r"(?<=\d)\.(?=[0-5]\d ?[ap]\.?m\b)")
"""The point of “5.30pm”, which is “5:30 p.m.” elsewhere."""
_LEAST = 3
"""Words that carry meaning, besides the figures, which two sentences share at least."""
_ROUGH = frozenset("about around roughly nearly almost some over under approximately least most than up to".split())
_NEARLY = 0.15
"""How far a rough figure may lie from the exact one."""


@dataclass(frozen=True)
class Figure:
    """A number or a month of a sentence."""

    key: str
    """As numbers are compared: ``#14``."""
    start: int
    end: int
    before: str
    """The word before it, by its stem; empty for none."""
    after: str
    rough: bool
    """Whether “about” or the like stands before it."""


@dataclass(frozen=True)
class Told:
    """What a sentence or a note tells: its figures, and its other words that carry meaning."""

    text: str
    figures: tuple[Figure, ...]
    words: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class Difference:
    """A figure that one sentence has in the place where the other has another one."""

    start: int
    """Where it begins in the first sentence."""
    end: int
    written: str
    other: str
    """How the other one has it."""


@lru_cache(4096)  # every sentence of an article is held against every note
def told(text: str) -> Told:
    """What a text tells."""
    words = Words(even(_TIME.sub(":", text)))
    keys = words.keys
    figures, carrying, names = [], set(), set()
    for number, key in enumerate(keys):
        if key[0] == "#" or key in _MONTHS:
            before = stem(keys[number - 1]) if number else ""
            after = stem(keys[number + 1]) if number + 1 < len(keys) else ""
            if _stop(words, number):
                before = ""
            if number + 1 < len(keys) and _stop(words, number + 1):
                after = ""
            rough = any(word in _ROUGH for word in keys[max(0, number - 2) : number])
            figures.append(Figure(key, words.start(number), words.end(number), before, after, rough))
        elif key not in FUNCTION:
            carrying.add(stem(key))
            if words.faces[words.first[number]][:1].isupper() and not _stop(words, number):
                names.add(stem(key))
    return Told(text, tuple(figures), frozenset(carrying), frozenset(names))


def _stop(words: Words, number: int) -> bool:
    """Whether a mark stands before a word, and not only a space, a hyphen or a sign of money."""
    return any(mark in words.between(number) for mark in '.,;:()"—')


def share(one: Told, other: Told, around: frozenset[str] = frozenset()) -> float:
    """Which part of the words of ``one`` stands in ``other``, or in ``around``, too."""
    return len(one.words & (other.words | around)) / len(one.words) if one.words else 0.0


def difference(
    one: Told, other: Told, *, least: float, most: float, around: frozenset[str] = frozenset()
) -> Difference | None:
    """The one figure in which two texts differ that tell the same, else nothing.

    ``least`` is the part of the words of ``one`` that must stand in ``other``; ``most`` the part of those of
    ``other`` that must stand in ``one``. ``around`` are words that belong to ``other`` without standing in it.
    """
    if not one.figures or not other.figures:
        return None
    if len(one.words & other.words) < (_LEAST if one.words != other.words else _LEAST - 1):
        return None
    if not one.names <= other.words | around or share(one, other, around) < least or share(other, one) < most:
        return None
    known, noted = ({figure.key for figure in each.figures} for each in (one, other))
    extra = [figure for figure in one.figures if figure.key not in noted]
    missing = [figure for figure in other.figures if figure.key not in known]
    if len(extra) != 1:
        return None
    (figure,) = extra
    meant = [other_figure for other_figure in missing if _in_one_place(figure, other_figure)]
    if len(meant) != 1 or (figure.rough and _near(figure.key, meant[0].key)):
        return None
    written = one.text[figure.start : figure.end]
    return Difference(figure.start, figure.end, written, other.text[meant[0].start : meant[0].end])


def _in_one_place(one: Figure, other: Figure) -> bool:
    """Whether two figures stand beside the same word, and are of one kind."""
    if (one.key[0] == "#") != (other.key[0] == "#") or one.key.endswith("th") != other.key.endswith("th"):
        return False
    if one.after and one.after == other.after and one.after not in FUNCTION:
        return True
    if one.before and one.before == other.before and one.before not in FUNCTION:
        return True
    return one.before == other.before and one.after == other.after and bool(one.before or one.after)


def _near(one: str, other: str) -> bool:
    try:
        first, second = (float(key.lstrip("#").rstrip("ths")) for key in (one, other))
    except ValueError:
        return False
    return abs(first - second) <= _NEARLY * max(abs(first), abs(second))
