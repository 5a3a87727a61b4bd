"""The words of a text in two readings: as they stand, and as they are heard, with the place of each.

As they are heard, “don't” is “do not”, “five million” is 5,000,000 and “colour” is “color”; “um” and a word said twice
in a row are left out. Both readings keep their offsets into the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from authoring.text.patterns import lazy
from authoring.wording.characters import IGNORED
from authoring.wording.numbers import MONTHS, NUMBER_WORDS, figure, merged
from authoring.wording.spelling import expanded, plain, surface

WALL = "\x1e"
"""Stands between the texts of different passages; no word, number or run reaches over it."""
_IN = rf"[\w\u0300-\u036f{IGNORED}]"
_TOKEN = lazy(
    rf"[$£€¥]?\.?\d+(?:[.,:]\d+)*{_IN}*(?:'s\b)?"
    r"|(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?|[A-Z]\.[A-Z]\b"
    r"|'(?:cause|em|til|tis|twas|bout)\b|'(?=\d\d)\d\ds\b"
    rf"|{_IN}+(?:'{_IN}+)*|[%&]"
)
_HESITATIONS = frozenset(
    {"um", "umm", "ummm", "uh", "uhh", "uhm", "er", "erm", "ah", "ahh", "eh", "hm", "hmm", "mm", "mmm"}
)
_ASIDES = frozenset({("you", "know"), ("i", "mean")})
_DASH = lazy(r"--|—|…|\.\.\.|-(?=\s)")
_STOP = lazy(rf"[.?!{WALL}]")
_SIGNS = {"%": "percent", "&": "and", "per": "per"}
_INITIALS = lazy(r"[A-Za-z](?:\.[A-Za-z])+\.?")
_HEARD_ALIKE = {
    **dict.fromkeys(("is", "has", "'s"), "\x01"),
    **dict.fromkeys(("had", "would", "'d"), "\x02"),
    **dict.fromkeys(("will", "shall", "'ll"), "\x03"),
}
_CONTRACTIONS = {"'s": ("is", "has"), "'d": ("had", "would"), "'ll": ("will", "shall")}

_LONGEST = 60
"""Characters of a word; more are no word, and are compared as they stand."""

_forms: dict[str, tuple[str, tuple[str, ...]]] = {}


def read_form(form: str) -> tuple[str, tuple[str, ...]]:
    """The surface of a word and the words it is heard as; none for what holds no letter and no figure."""
    found = _forms.get(form)
    if found is None:
        if len(_forms) > 200_000:  # a program that runs for days must not keep every word it has ever seen
            _forms.clear()
        found = _forms[form] = _read_form(form)
    return found


def _read_form(form: str) -> tuple[str, tuple[str, ...]]:
    face = surface(form)
    if not face:
        return "", ()
    if face in _SIGNS:
        return face, (_SIGNS[face],)
    if len(face) > _LONGEST:
        return face, (plain(face),)
    if face == "US" or face in ("U.S.", "U.S"):
        return face, ("u.s.",)
    word = plain(face)
    if _INITIALS.fullmatch(word):
        word = word.replace(".", "")
        return face, expanded(word)
    word = word.removeprefix("'") if word[1:2].isdigit() else word
    return face, figure(word) or expanded(word)


def alike(one: str, other: str) -> bool:
    """Whether two words as heard are the same, where either may be contracted: “'s” and “is”, not “is” and “has”."""
    return one == other or other in _CONTRACTIONS.get(one, ()) or one in _CONTRACTIONS.get(other, ())


def code(key: str) -> str:
    """What ``key`` is found by: the same for all words that may be alike."""
    return _HEARD_ALIKE.get(key, key)


class Words:
    """The words of one even text; ``loose`` takes every “you know” for an aside, also without commas."""

    __slots__ = ("_loose", "ends", "faces", "first", "kept", "keys", "last", "places", "starts", "text")

    def __init__(self, text: str, *, loose: bool = False) -> None:
        self.text = text
        self._loose = loose
        self.faces: list[str] = []
        """Every word as it stands."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.keys: list[str] = []
        """Every word as it is heard."""
        self.first: list[int] = []
        """For each heard word the first of the words that it stands for, by its place in ``faces``."""
        self.last: list[int] = []
        self._read()
        self.places = [self.starts[first] for first in self.first]
        """For each heard word where it begins in the text."""
        self.kept: list[int] = []
        """The heard words that count: all but hesitations and what was said twice."""
        dropped = self._dropped()
        self.kept = [i for i in range(len(self.keys)) if i not in dropped] if dropped else list(range(len(self.keys)))

    def _read(self) -> None:
        faces, starts, ends, keys, first = self.faces, self.starts, self.ends, self.keys, self.first
        known = _forms
        numbers = False
        for match in _TOKEN.finditer(self.text):
            form = match.group()
            face, heard = known.get(form) or read_form(form)
            if not heard or "" in heard:  # a mark over no letter is no word
                continue
            number = len(faces)
            faces.append(face)
            starts.append(match.start())
            ends.append(match.end())
            if number and heard[0][0] == "#" and self._range(number):
                keys.append("to")
                first.append(number)
            for key in heard:
                if key in NUMBER_WORDS or key[0] in "#¤":
                    numbers = True
                keys.append(key)
                first.append(number)
        self.last = list(first)
        if numbers:
            self._merge()

    def _range(self, number: int) -> bool:
        """Whether a figure ends a range: “20-30”."""
        start, end = self.ends[number - 1], self.starts[number]
        return end - start == 1 and self.text[start] in "-—" and self.faces[number - 1][-1].isdigit()

    def _merge(self) -> None:
        old, first = self.keys, self.first
        keys: list[str] = []
        firsts: list[int] = []
        lasts: list[int] = []
        at = 0
        while at < len(old):
            key = old[at]
            end = at
            if key[0] == "#" or key in NUMBER_WORDS or key == "a":
                end, read = merged(old, at, self._joined)
                if end > at:
                    if read[0].endswith("th") and keys and keys[-1] in MONTHS:
                        read = (read[0][:-2], *read[1:])
                    for number in read:
                        keys.append(number)
                        firsts.append(first[at])
                        lasts.append(first[end - 1])
                    at = end
                    continue
            keys.append(key.lstrip("¤"))
            firsts.append(first[at])
            lasts.append(first[at])
            at += 1
        self.keys, self.first, self.last = keys, firsts, lasts

    def _joined(self, at: int) -> bool:
        before, after = self.first[at - 1], self.first[at]
        between = self.text[self.ends[before] : self.starts[after]]
        return WALL not in between and between.strip() in ("", "-")

    def start(self, word: int) -> int:
        """Where a heard word begins in the text."""
        return self.starts[self.first[word]]

    def end(self, word: int) -> int:
        """Where a heard word ends in the text."""
        return self.ends[self.last[word]]

    def between(self, word: int) -> str:
        """What stands before a heard word, back to the one before it; the start of the text counts as a stop."""
        if word == 0:
            return "." + self.text[: self.start(0)]
        return self.text[self.end(word - 1) : max(self.start(word), self.end(word - 1))]

    def _dropped(self) -> set[int]:
        keys = self.keys
        dropped: set[int] = set()
        last = -1
        """The last word kept so far."""
        i = 0
        while i < len(keys):
            if keys[i] in _HESITATIONS:
                dropped.add(i)
            elif (keys[i], *keys[i + 1 : i + 2]) in _ASIDES and (self._loose or self._aside(i, i + 2)):
                dropped |= {i, i + 1}
                i += 1
            else:
                if last >= 0 and keys[i] == keys[last] and keys[i][0] != "#" and self._twice(last, i):
                    dropped.add(last)
                last = i
            i += 1
        self._false_starts(dropped)
        return dropped

    def _twice(self, number: int, again: int) -> bool:
        """Whether a word like the one before it is that word said again, and not the start of “it's” or a sentence."""
        one, other = self.faces[self.first[number]], self.faces[self.first[again]]
        return one.casefold() == other.casefold() and not _STOP.search(self.text, self.end(number), self.start(again))

    def _aside(self, start: int, end: int) -> bool:
        after = "." if end == len(self.keys) else self.between(end)
        return bool(re.search(r"[^\s-]|--", self.between(start)) and re.search(r"[^\s-]|--", after))

    @property
    def has_asides(self) -> bool:
        """Whether “you know” or “I mean” is said anywhere."""
        return any(pair in _ASIDES for pair in pairwise(self.keys))

    def _false_starts(self, dropped: set[int]) -> None:
        """Words said again after a dash: “I've got -- I've got a question”."""
        for dash in _DASH.finditer(self.text):
            at = bisect_left(self.places, dash.end())
            for length in range(1, 9):
                if at < length or at + length > len(self.keys):
                    break
                if self.keys[at - length : at] == self.keys[at : at + length]:
                    if not _STOP.search(self.text[self.start(at - length) : dash.start()]):
                        dropped.update(range(at - length, at))
                    break

    def joint(self, word: int) -> str:
        """How a heard word hangs on the one before it: ``-`` by a hyphen or within one word, else a space."""
        if self.first[word] == self.last[word - 1]:
            return "-"
        between = self.between(word)
        return "-" if between in ("-", "") else " "
