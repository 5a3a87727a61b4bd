"""Pairs the quotation marks of one paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from authoring.text.patterns import lazy

_DOUBLE = lazy(r"""["“”„«»]|'{2,3}|‘‘|’’|``""")
_SINGLE_OPENING = lazy(r"""(?:(?<![^\s(\[{—–/"“„«'-])'|‘)(?=[^\W_]|[$£€…“"(\[])""")
_SINGLE_CLOSING = lazy(r"""(?<=\S)['’](?![^\W_])""")
_ELIDED = lazy(r"['‘](?:\d\d(?:s\b|\b)|(?:tis|twas|twere|til|till|em|n|cause|bout|cos|nuff|ello|round)\b)", re.I)
"""Words and years that begin with an apostrophe, also where a word processor turned it the wrong way."""
_POSSESSIVE = lazy(r"s['’]\s+[a-z]")
_FEET = lazy(r"\d\s?['’′]\s?\d{1,2}(?:½|¼|¾|\.\d)?\Z")
_OPEN_BEFORE = "([{—–-/‘'“\"„«"
_CLOSE_AFTER = ".,;:!?…)]}—–-/’'”\"»"
_FAMILY = {"“": "curly", "”": "curly", "„": "low", "«": "angle", "»": "angle", '"': "straight"}
_MIXED = {"straight", "curly", "double"}
"""Families of marks of which one may open and another close: some people's editors mend only half of them."""

_DEEPEST = 8
"""Open quotations inside each other beyond which the outer ones are taken for slips."""


@dataclass(slots=True)
class Pair:
    """A quotation in one paragraph, in offsets of its text."""

    start: int
    """Where the opening mark begins."""
    inner: int
    """Where the quoted words begin."""
    stop: int
    """Where the quoted words end."""
    end: int
    """Past the closing mark; equal to ``stop`` where there is none."""
    family: str
    depth: int = 0

    @property
    def closed(self) -> bool:
        """Whether a closing mark was found."""
        return self.end > self.stop


def pairs(text: str) -> list[Pair]:
    """The quotations of a paragraph's text in order, with their depth.

    An opening double mark without its closing one reaches to the next opening mark of its kind, or to the end of the
    text; so does an opening curly single mark, but only if it stands at the start of the text, since any other is more
    likely an apostrophe.
    """
    found = _doubles(text)
    if ("'" in text or "‘" in text) and _SINGLE_OPENING.search(text):
        found.extend(_singles(text, found))
    found.sort(key=lambda pair: (pair.start, -pair.end))
    around: list[Pair] = []
    for pair in found:
        while around and around[-1].end <= pair.start:
            around.pop()
        pair.depth = len(around)
        around.append(pair)
    return found


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a mark stands where one opens: after space or a bracket, before a word."""
    return end < len(text) and not text[end].isspace() and (not start or _gap(text[start - 1], _OPEN_BEFORE))


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a mark stands where one closes: after a word or stop, before space or a stop."""
    return start > 0 and not text[start - 1].isspace() and (end == len(text) or _gap(text[end], _CLOSE_AFTER))


def _gap(character: str, others: str) -> bool:
    return character.isspace() or character in others


def _doubles(text: str) -> list[Pair]:
    tokens = [(match.start(), match.end()) for match in _DOUBLE.finditer(text)]
    done: list[Pair] = []
    waiting: list[Pair] = []
    lost: list[Pair] = []
    for index, (start, stop) in enumerate(tokens):
        end = stop
        mark = text[start:end]
        family = _FAMILY.get(mark, "double")
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if mark == "'''" and _opens(text, start, end) and not waiting:
            end -= 1  # two apostrophes, and one that opens a quotation inside
        if family == "straight" and _is_inches(text, start, waiting, following):
            continue
        opening = _is_opening(text, mark, start, end, waiting)
        if opening:
            waiting.append(Pair(start, end, len(text), len(text), family))
            if len(waiting) > _DEEPEST:
                lost.append(waiting.pop(0))
            continue
        partner = _partner(waiting, family)
        if partner is None:
            if mark == '"' and following and _is_misplaced(text, start, following):
                waiting.append(Pair(start, end, len(text), len(text), family))
            continue
        pair = waiting.pop(partner)
        pair.stop, pair.end = start, end
        done.append(pair)
    unclosed = [*lost, *waiting]
    _end_unclosed(text, done, unclosed)
    return [*done, *unclosed]


def _is_misplaced(text: str, start: int, following: tuple[int, int]) -> bool:
    """Whether a mark that seems to close where none is open has its space on the wrong side: said," We lost"."""
    alone = _closes(text, *following) and not _opens(text, *following)
    return text[start - 1 : start] in (",", ":") and text[slice(*following)] == '"' and alone


def _end_unclosed(text: str, done: list[Pair], waiting: list[Pair]) -> None:
    """An unclosed quotation ends where the next one of its family opens, or with the last one inside it, whose mark
    was to close both: "They say “no,” said Low."""
    following: dict[str, int] = {}
    unclosed = {pair.start for pair in waiting}
    for pair in sorted((*done, *waiting), key=lambda pair: -pair.start) if waiting else ():
        if pair.start in unclosed and pair.family in following:
            pair.stop = pair.end = following[pair.family]
        if pair.start in unclosed and pair.family == "straight":
            inside = [one for one in done if pair.start < one.start and one.end <= pair.end and one.family == "curly"]
            if len(inside) == 1 and text[inside[0].stop - 1] in ",.!?" and inside[0].end < pair.stop:
                pair.stop, pair.end = inside[0].stop, inside[0].end
        following[pair.family] = pair.start


def _is_inches(text: str, start: int, waiting: list[Pair], following: tuple[int, int] | None) -> bool:
    """Whether a straight double mark means inches: after a digit, where it closes nothing that a later one does not."""
    if not start or not (text[start - 1].isdigit() or text[start - 1] in "½¼¾"):
        return False
    if not any(pair.family in _MIXED for pair in waiting) or _FEET.search(text, max(0, start - 8), start):
        return True
    return following is not None and text[following[0]] in '"”' and not _opens(text, *following)


def _is_opening(text: str, mark: str, start: int, end: int, waiting: list[Pair]) -> bool:
    if mark in {"„", "«", "``", "‘‘"}:
        return True
    if mark in {"»", "’’"}:
        return False
    opens, closes = _opens(text, start, end), _closes(text, start, end)
    if mark == "“":
        if waiting and waiting[-1].family == "low":
            return False
        return opens or not (closes and waiting)
    if mark == "”":
        return opens and not closes and not waiting
    if opens != closes:
        return opens
    return not any(pair.family in _MIXED for pair in waiting)


def _partner(waiting: list[Pair], family: str) -> int | None:
    """Which of the open quotations a closing mark closes."""
    for index in range(len(waiting) - 1, -1, -1):
        other = waiting[index].family
        if other == family or (other == "low" and family == "curly"):
            return index
    if waiting and waiting[-1].family in _MIXED and family in _MIXED:
        return len(waiting) - 1
    return None


def _singles(text: str, doubles: list[Pair]) -> list[Pair]:
    """Quotations in single marks; one begins and ends inside the same quotation in double marks, or outside all."""
    places: list[tuple[int, int, int]] = []
    taken: set[int] = set()
    for pair in doubles:
        places.extend(((pair.start, 1, 0), (pair.stop, 0, 0)))
        taken.update(range(pair.start, pair.inner))
        taken.update(range(pair.stop, pair.end))
    openings = {
        match.start()
        for match in _SINGLE_OPENING.finditer(text)
        if match.start() not in taken and not _ELIDED.match(text, match.start())
    }
    places.extend((place, 3, 0) for place in openings)
    for match in _SINGLE_CLOSING.finditer(text):
        if match.start() not in taken and match.start() not in openings:
            places.append((match.start(), 2, 0 if _POSSESSIVE.match(text, match.start() - 1) else 1))
    places.sort()
    done: list[Pair] = []
    levels: list[tuple[int, int]] = [(-1, -1)]
    """For each open double quotation and the text around it: the single mark that waits, and where it may close."""
    for place, what, sure in places:
        opened, likely = levels[-1]
        if what == 1:
            levels.append((-1, -1))
        elif what == 0:
            _close(done, opened, likely)
            if len(levels) > 1:
                levels.pop()
        elif what == 3:
            _close(done, opened, likely)
            levels[-1] = (place, -1)
        elif opened >= 0:
            if sure:
                _close(done, opened, place)
                levels[-1] = (-1, -1)
            elif likely < 0:
                levels[-1] = (opened, place)
    opened, likely = levels[0]
    if opened == 0 and likely < 0 and text[0] == "‘":
        done.append(Pair(0, 1, len(text), len(text), "single"))
    else:
        _close(done, opened, likely)
    return done


def _close(done: list[Pair], opened: int, place: int) -> None:
    if 0 <= opened < place:
        done.append(Pair(opened, opened + 1, place, place + 1, "single"))


def stray_closing(text: str) -> int:
    """Where the first double mark stands that closes what this text did not open; -1 where none does."""
    paired: set[int] = set()
    for pair in _doubles(text):
        paired.update((pair.start, pair.stop))
    for match in _DOUBLE.finditer(text):
        start, end = match.span()
        if start not in paired and _closes(text, start, end) and not _opens(text, start, end):
            if match[0] == '"' and (text[start - 1].isdigit() or _FEET.search(text, max(0, start - 8), start)):
                continue
            return start
    return -1
