"""Finds the full names behind the short ones that label turns: “JT”, “Shane”, “Titley”, “NickBos”.

A name is only made longer where the article itself gives the longer one, and gives only one; else it stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from authoring.prose.layout.labels import UPPER, Label
from authoring.prose.layout.words import NOT_PEOPLE, ROLES, TITLES, bare
from authoring.text.patterns import lazy

_WORD = rf"(?:{UPPER}[\w’'-]*\w|{UPPER}\.|{UPPER}(?!\w))"
_BETWEEN = r"(?:(?:de|da|del|della|den|der|di|do|dos|du|la|le|ten|ter|van|von|bin|al|el|y) ){0,2}"
_RUN = lazy(rf"(?<![\w’'-]){_WORD}(?: {_BETWEEN}{_WORD})+")
_NEXT = lazy(rf"(?: {_BETWEEN}{_WORD}){{1,3}}")
_PREVIOUS = lazy(rf"(?<![\w’'-])({_WORD}) (?:{UPPER}\. )?{_BETWEEN}\Z")
_INITIALS = lazy(rf"{UPPER}{{2,4}}\Z")
_SQUASHED = lazy(rf"{UPPER}(?!{UPPER}*\Z)\w*{UPPER}\w*\Z")
_HUMP = lazy(rf"{UPPER}(?:(?!{UPPER})[^\W\d_]|(?<=Mc){UPPER})*")
_JOINED = lazy(r" (?:and|&) ")
_MOST = 80
"""Names asked for in one article; a conversation of more people is no conversation."""


def initials_of(name: str) -> str:
    """“Jeremy Olmsted-Thompson” gives “JOT”."""
    return "".join(part[0].upper() for part in re.split(r"[\s-]+", name) if part and bare(part) not in TITLES)


class People:
    """The people that an article's labels name, each under the fullest name that the article gives."""

    def __init__(self, labels: Iterable[Label], before: str, told: str) -> None:
        """``before`` is front matter and what stands before the first turn; ``told`` all that is no label."""
        self._before, self._told = before, told
        self._aliases: dict[str, str] = {}
        self._full: dict[str, str] = {}
        names: dict[str, None] = {}
        for label in labels:
            names[label.name] = None
            if label.alias:
                self._aliases.setdefault(label.alias, label.name)
        self._names = list(names)[:_MOST]
        for name in self._names:
            full = self._find(self._aliases.get(name, name))
            self._full[name] = self._find(full) if full != name and " " not in full else full

    def name(self, label: str) -> str:
        """The fullest name known for a label's."""
        return self._full.get(label, label)

    def tells_of(self, name: str) -> bool:
        """Whether the article speaks of this name outside of the labels."""
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._told) is not None

    def is_linked(self, label: Label) -> bool:
        """Whether another label, or the article, gives this name in another form."""
        return bool(label.alias) or self.name(label.name) != label.name or label.name in self._full_names

    @cached_property
    def _full_names(self) -> set[str]:
        return {full for name, full in self._full.items() if full != name}

    def _find(self, name: str) -> str:
        if _JOINED.search(name):
            parts = [part.strip() for part in _JOINED.split(name) if part.strip()]
            return " and ".join(map(self._find, parts)) or name
        if " " in name or "/" in name:
            return name
        if _INITIALS.match(name):
            return self._by_initials(name)
        if _SQUASHED.match(name):
            found = self._by_parts(_HUMP.findall(name))
            if found:
                return found
        longer = [
            other for other in self._names if " " in other and not _JOINED.search(other) and bare(name) in _ends(other)
        ]
        if longer:
            return longer[0] if len(longer) == 1 else name
        for text in (self._before, self._told):
            found = self._by_one_word(name, text)
            if found:
                return found
        return name

    def _by_initials(self, name: str) -> str:
        for others in (self._names, self._aliases.values()):
            matching = {other for other in others if " " in other and initials_of(other) == name}
            if matching:
                return matching.pop() if len(matching) == 1 else name
        for text in (self._before, self._told):
            matching = set()
            for run in _RUN.finditer(text):
                words = run[0].split(" ")
                for size in (2, 3, 4):
                    for first in range(len(words) - size + 1):
                        part = " ".join(words[first : first + size])
                        if words[first][0].isupper() and initials_of(part) == name and bare(words[first]) not in TITLES:
                            matching.add(part)
            if len(matching) == 1:
                return _trimmed(matching.pop())
        return name

    def _by_parts(self, parts: list[str]) -> str:
        """“MarioJLucero”: the parts as they stand in the article, with their spaces and stops."""
        if len(parts) < 2:
            return ""
        between = r"(?:\.|-)?\s?"
        found = re.search(rf"(?<!\w){between.join(map(re.escape, parts))}(?!\w)", f"{self._before}\n{self._told}")
        return found[0] if found and " " in found[0] else ""

    def _by_one_word(self, name: str, text: str) -> str:
        """A first name or a surname, with what the text puts after or before it."""
        places = list(_places(name, text))
        longer = {_cut(name + found[0]) for end in places if (found := _NEXT.match(text, end))} - {name}
        if not longer:
            for end in places:
                begin = end - len(name)
                found = _PREVIOUS.search(text[max(0, begin - 60) : begin])
                if found and not _is_no_name(found[1]) and not _lower_case(found[1], text):
                    longer.add(found[0] + name)
        candidates = _shortest(longer)
        return candidates.pop() if len(candidates) == 1 else ""


def _places(name: str, text: str) -> Iterator[int]:
    """Where a name ends that stands as a word of its own; no possessive of a longer name."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        before, after = text[at - 1 : at], text[end : end + 1]
        if not (before.isalnum() or (before and before in "_’'-") or after.isalnum() or (after and after in "_-")):
            yield end
        at = text.find(name, end)


def _lower_case(word: str, text: str) -> bool:
    """Whether a word also stands in lower case, as names do not."""
    return any(True for _ in _places(word.lower(), text))


def _cut(name: str) -> str:
    """A name up to the first word that is part of none: “Ana Ruiz Monday”."""
    words = name.split(" ")
    for number, word in enumerate(words):
        if number and (_is_no_name(word) or bare(word) in ROLES):
            return " ".join(words[:number])
    return _trimmed(name)


def _is_no_name(word: str) -> bool:
    return bare(word) in TITLES or bare(word) in NOT_PEOPLE or re.match(r"I['’]", word) is not None


def _ends(name: str) -> set[str]:
    words = [word for word in name.split() if bare(word) not in TITLES]
    return {bare(words[0]), bare(words[-1])} if words else set()


def _trimmed(name: str) -> str:
    """Without a possessive at its end."""
    return re.sub(r"['’]s?\Z", "", name)


def _shortest(names: set[str]) -> set[str]:
    """Names of which none goes on from another, “Ana Ruiz” from “Ana Ruiz Monday”, or is one without its accents."""
    best: dict[str, str] = {}
    for name in sorted(names):
        best[_plain(name)] = name  # accents sort last
    return {
        name
        for plain, name in best.items()
        if not any(other != plain and plain.startswith(f"{other} ") for other in best)
    }


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
