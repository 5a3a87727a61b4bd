"""Reads a tag: whose the item above is, and how, when and where it was said, each part recognised by its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from authoring.notes import slips
from authoring.notes.dates import DAY, date_fault, looks_like_date
from authoring.notes.fields import Filler
from authoring.notes.inline import add_words
from authoring.notes.model import Tag
from authoring.notes.problems import Problems, shown
from authoring.notes.scan import Line, Piece, tidy
from authoring.notes.schema import PRONOUNS, RESERVED, STATUSES, TAG_KEYS
from authoring.notes.sources import Names, check_ids, split_ids
from authoring.notes.speakers import Speakers
from authoring.notes.weave import Weaver
from authoring.text.near import nearest
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Traced

MARK = lazy(r"[—–]\s*|--(?![->])\s*")
_BAR = lazy(r"\\\||\|")
_TIME = lazy(r"[0-9]{1,3}:[0-5][0-9](:[0-5][0-9])?([.,][0-9]{1,3})?")
_CLOCKLIKE = lazy(r"[0-9]+[:.][0-9:.,]*[0-9]")
_RANGE = lazy(r"[0-9:.,]+\s*[-–—]\s*[0-9:.,]+")
_NUMBER = r"(?:[0-9]+|[ivxlc]+)"
_PAGE = lazy(rf"pp?\.?\s*{_NUMBER}(\s*[-–]\s*{_NUMBER})?(,\s*{_NUMBER}(\s*[-–]\s*{_NUMBER})?)*", re.IGNORECASE)
_KEY = lazy(r"([^\W\d][\w-]*):(?!//)(\s*)")
_DIVIDED = lazy(r"([^\s,;/:]+)\s*([,;/:])\s")
_WITH_COLON = frozenset(("to", "citing", "cites", "via", "manner", "about", "status"))
"""Keys that no verb begins with."""
_SECRET = lazy(r"off|record|background|attribution|otr", re.IGNORECASE)
_MISSED = {
    "off record": "off the record",
    "otr": "off the record",
    "on background": "background",
    "deep background": "background",
    "not for attribution": "background",
    "not for publication": "off the record",
    "do not publish": "off the record",
    "do not use": "off the record",
}
"""What people write for a reserved word; read as a verb it would publish what was told in confidence."""


class _Part:
    """What stands between two bars."""

    __slots__ = ("_made", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int, made: Traced | None = None) -> None:
        self.text, self.start, self.end, self._made = text, start, end, made

    @property
    def traced(self) -> Traced:
        """The words with their places; made when they are wanted, since an id or a reserved word needs none."""
        return Traced.from_notes(self.text, self.start) if self._made is None else self._made


@dataclass
class _Draft:
    """A tag while it is read."""

    span: Span
    private: bool = False
    """Whether its words may be confidential, so that no message repeats them."""
    found: dict[str, Any] = field(default_factory=dict)
    keys: dict[str, Traced] = field(default_factory=dict)
    left: list[_Part] = field(default_factory=list)


class TagReader:
    """Reads the tags of one file in order, since a pronoun points back."""

    def __init__(self, names: Names, speakers: Speakers, filler: Filler, problems: Problems) -> None:
        self._names, self._speakers, self._filler, self._problems = names, speakers, filler, problems

    def read(self, line: Line) -> Tag:
        """The tag on this line, whose mark is its first character."""
        mark = MARK.match(line.first.text)
        pieces = line.without_mark(mark.end() if mark else 1)
        draft = _Draft(Span(line.first.start, line.end))
        parts = self._parts(pieces)
        draft.private = any(_SECRET.search(part.text) for part in parts)
        if not parts:
            self._problems.error(*_ends(draft.span), "an empty tag, expected “— source | verb”")
            return Tag(draft.span)
        others = parts[1:] if self._source(draft, parts[0]) else parts
        for part in others:
            self._part(draft, part)
        if len(draft.left) > 1:
            self._two_verbs(draft)
        if draft.left:
            draft.found["verb"] = draft.left[0].traced
            self._check_verb(draft, draft.left[0])
        return Tag(draft.span, keys=draft.keys, **draft.found)

    def _parts(self, pieces: tuple[Piece, ...]) -> list[_Part]:
        """The parts that are not empty, with fields filled in."""
        if len(pieces) == 1 and "{" not in pieces[0].text and "\\" not in pieces[0].text:
            return list(_split(pieces[0]))
        parts = []
        for part in _split_apart(pieces):
            weaver = Weaver()
            for piece in part:
                add_words(weaver, piece, self._filler, self._problems)
            if weaver:
                words = weaver.build()
                parts.append(_Part(str.__str__(words), part[0].start, part[-1].end, words))
        return parts

    def _source(self, draft: _Draft, part: _Part) -> bool:
        """Takes the first part as the source; ``False`` where it is something else."""
        plain, start, end = part.text, part.start, part.end
        source = self._names.sources.get(plain)
        if source is not None:
            draft.found["source"] = plain
            draft.private = draft.private or source.protected
            self._speakers.name(plain)
            return True
        if _reserved(plain):
            return False
        if plain.casefold() in PRONOUNS or self._speakers.used_as_pronoun(plain):
            draft.found["pronoun"] = part.traced
            found = self._speakers.resolve(plain, start, end, self._problems) if self._names.complete else None
            if found:
                draft.found["source"] = found
                draft.private = draft.private or self._names.sources[found].protected
                self._speakers.name(found)
            return True
        if not self._names.complete:
            return True
        key = _KEY.match(plain)
        if (key and key[1] in TAG_KEYS) or _TIME.fullmatch(plain) or DAY.fullmatch(plain):
            self._problems.error(start, end, "a tag without a source, expected “— source | …” with the id first")
            return False
        if near := _near_reserved(plain):
            self._problems.error(start, end, f"a tag that begins like “{near}”, expected that word or a source's id")
            return True
        divided = _DIVIDED.match(plain)
        if divided and divided[1] in self._names.sources:
            message = f"“{divided[2]}” behind the source, expected “|” between the parts of a tag"
            self._problems.error(start + divided.start(2), start + divided.end(2), message)
            draft.found["source"] = divided[1]
            return True
        self._problems.error(start, end, self._names.unknown(plain, private=draft.private))
        return True

    def _part(self, draft: _Draft, part: _Part) -> None:
        plain, start, end = part.text, part.start, part.end
        if word := _reserved(plain):
            draft.found[word.replace(" ", "_")] = True
        elif near := None if _KEY.match(plain) or plain[:1].isdigit() else _near_reserved(plain):
            self._problems.error(start, end, f"this is nearly “{near}”, expected exactly “{near}”")
        elif _TIME.fullmatch(plain):
            self._once(draft, "time", part.traced, start, end)
        elif looks_like_date(plain):
            self._date(draft, part)
        elif _CLOCKLIKE.fullmatch(plain):
            self._problems.error(start, end, "this is no time in a recording, expected H:MM:SS or MM:SS")
        elif _RANGE.fullmatch(plain) and ":" in plain:
            self._problems.error(start, end, "a stretch of time, expected only the time at which the words begin")
        elif _PAGE.fullmatch(plain):
            self._once(draft, "page", part.traced, start, end)
        elif key := _KEY.match(plain):
            self._key(draft, part, key)
        elif plain in self._names.sources:
            message = "the source stands after other parts of this tag, expected its id first"
            self._problems.error(start, end, message)
        elif slips.like_a_day(plain):
            self._problems.error(start, end, "this is not understood as a date, expected one such as 2024-06-25")
        elif slips.like_a_time(plain):
            self._problems.error(start, end, "this is no time in a recording, expected H:MM:SS or MM:SS")
        elif (words := plain.split(None, 1)) and len(words) == 2 and words[0].casefold() in _WITH_COLON:
            key_word = words[0].casefold()
            self._problems.error(
                start, end, f"“{key_word}” without its colon, expected “{key_word}:” and then the rest"
            )
        else:
            draft.left.append(part)

    def _once(self, draft: _Draft, what: str, value: object, start: int, end: int) -> None:
        if what in draft.found:
            self._problems.error(start, end, f"a second {what} in this tag, expected one at most")
        draft.found.setdefault(what, value)

    def _date(self, draft: _Draft, part: _Part) -> None:
        start, end = part.start, part.end
        fault = date_fault(part.text)
        if fault is None:
            self._once(draft, "date", date.fromisoformat(part.text[:10]), start, end)
            draft.found.setdefault("date_text", part.traced)
        elif fault.startswith("is not"):
            self._problems.error(start, end, "this is not understood as a date, expected one such as 2024-06-25")
        else:
            self._problems.error(start, end, f"{shown(part.text)} {fault}, expected one that exists")

    def _check_verb(self, draft: _Draft, part: _Part) -> None:
        """“as first reported” opens no sentence and closes none; with “by” it closes one; “told” tells somebody."""
        if part.text.casefold() == "told" and "to" not in draft.keys and not self._faulty(draft):
            self._problems.warning(part.start, part.end, "“told” and nobody told, expected “to:” and an id (or “said”)")
        if re.fullmatch(r"as(?: \w+)+(?<! by)", part.text):
            self._problems.warning(part.start, part.end, "“as …” without “by”, expected for example “as reported by”")

    def _faulty(self, draft: _Draft) -> bool:
        return self._problems.error_within(*_ends(draft.span))

    def _two_verbs(self, draft: _Draft) -> None:
        second = draft.left[1]
        start, end = second.start, second.end
        what = "two parts"
        if not draft.private:
            what = f"{shown(draft.left[0].text, 14)} and {shown(second.text, 14)}"
        self._problems.error(start, end, f"{what} left over in this tag, expected one verb (others: “key: …”)")

    def _key(self, draft: _Draft, part: _Part, key: re.Match[str]) -> None:
        name, start, end = key[1], part.start, part.end
        if name not in TAG_KEYS:
            if secret := _near_reserved(name):
                self._problems.error(start, end, f"this is nearly “{secret}”, expected exactly “{secret}”")
            elif near := nearest(name, TAG_KEYS):
                self._problems.error(start, end, f"{shown(name + ':')} in a tag, expected “{near}:”")
            else:
                what = "an unknown key" if draft.private else f"unknown key {shown(name, 20)}"
                self._problems.warning(start, end, f"{what} in a tag, expected one of the notes format; it is not used")
            return
        value = part.traced[key.end() :]
        assert isinstance(value, Traced)
        if name in draft.keys:
            self._problems.error(start, end, f"“{name}:” stands twice in this tag, expected it once")
        elif value:
            draft.keys[name] = value
            self._check_key(draft, name, value)

    def _check_key(self, draft: _Draft, name: str, value: Traced) -> None:
        plain = str.__str__(value).casefold()
        start, end = value.noted or _ends(draft.span)
        if name in ("to", "citing", "cites"):
            check_ids(split_ids(value), draft.span, self._names, self._problems, private=draft.private)
        elif name == "about":
            ids = split_ids(value)
            if any(id_ in self._names.sources for id_ in ids) and not any(" " in id_ for id_ in ids):
                check_ids(ids, draft.span, self._names, self._problems, private=draft.private)
        elif name == "heard" and plain not in ("yes", "no"):
            self._problems.error(start, end, "an unknown value after “heard:”, expected yes or no")
        elif name == "status" and plain not in STATUSES:
            self._problems.error(start, end, "an unknown value after “status:”, expected proposed, adopted or in force")


def _split(piece: Piece) -> Iterator[_Part]:
    """The parts of a tag without escapes, fields and comments, as nearly all are."""
    at = piece.start
    for part in piece.text.split("|"):
        bare = part.strip()
        if bare:
            start = at + len(part) - len(part.lstrip())
            yield _Part(bare, start, start + len(bare))
        at += len(part) + 1


def _split_apart(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, ...]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        at = 0
        for bar in _BAR.finditer(piece.text):
            if bar.group() == "|":
                parts[-1].append(piece.cut(at, bar.start()))
                parts.append([])
                at = bar.end()
        parts[-1].append(piece.cut(at) if at else piece)
    return (kept for kept in (tidy(tuple(part)) for part in parts) if kept)


def _plain_word(text: str) -> str:
    return " ".join(re.sub(r"[-_\s]+", " ", text).strip(" .!").casefold().split())


def _reserved(text: str) -> str | None:
    word = _plain_word(text)
    return word if word in RESERVED else None


@lru_cache(maxsize=512)
def _near_reserved(text: str) -> str | None:
    word = _plain_word(text)
    if word in _MISSED:
        return _MISSED[word]
    for phrase in ("off the record", "background"):
        if phrase in word:
            return phrase
    near = nearest(word, RESERVED)
    return near if near != "known" or word == "know" else None


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
