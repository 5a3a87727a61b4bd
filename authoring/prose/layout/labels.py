"""Reads the label that a turn of a conversation opens with: “**Ana Ruiz:**”, “Q.”, “MS. LOW:”, “[00:01:02] Jo:”."""

from __future__ import annotations

import re
from dataclasses import dataclass

from authoring.prose.document import BlockKind
from authoring.prose.raw import RawBlock
from authoring.text.patterns import lazy

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
"""A capital letter; written as what it is not, since that is read quickest."""
_CAPITAL = rf"{UPPER}[\w.’'/-]*"
_BETWEEN = r"(?:de|da|del|della|den|der|di|do|dos|du|la|le|ten|ter|van|von|bin|al|el|y)"
_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?"
_OPENING = lazy(rf"(?:>{{1,3}}\s*)?(?:{_TIME}\s*(?:[-–—]\s+)?)?(?:>{{1,3}}\s*)?")
_QUESTION_LABEL = lazy(r"(?:Q|Question)(?:\s?\d+)?(?:[.:]\s|\s{2,})\s*|(?-i:Q)\s+(?=[^\W\d_])", re.IGNORECASE)
_ANSWER_LABEL = lazy(r"(?:A|Answer)(?:\s?\d+)?[.:]\s+", re.IGNORECASE)
_AFTER = rf"(?: \([^)\n]{{1,40}}\))?(?: {_TIME})?:(?:\s+{_TIME})?(?:\s+|\Z)"
_CAPITALS = lazy(rf"([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.’'_-]*\d*(?: [A-ZÀ-ÖØ-Þ\d][A-ZÀ-ÖØ-Þ.’'-]*){{0,4}}){_AFTER}")
_NAME = lazy(rf"({_CAPITAL}(?: (?:{_BETWEEN} ){{0,2}}(?:{_CAPITAL}|\d{{1,2}})){{0,3}}){_AFTER}")
_TIMED = lazy(rf"({_CAPITAL}(?: (?:{_BETWEEN} ){{0,2}}(?:{_CAPITAL}|\d{{1,2}})){{0,3}}) +{_TIME}(?=\s|\Z)\s*")
_COLON = lazy(rf"\s?(?:\([^)\n]{{1,40}}\))?\s?(?:{_TIME})?\s?:(?:\s*{_TIME})?(?:\s+|\Z)")
_IN_BOLD = lazy(r"((?:\d+[A-Z]|[^\W\d_])[^:?!\n]{0,40}):\s+")
_ALIAS = lazy(r"\s*\(([^()]{1,40})\)|\s*\[[^\]]{1,40}\]")
_INITIALS = lazy(rf"{UPPER}{{2,4}}\Z")
_PLAIN_NAME = lazy(rf"{_CAPITAL}(?: (?:{_BETWEEN} ){{0,2}}{_CAPITAL}){{0,3}}\Z")
_NO_NAME = lazy(
    r"(?:actions?|agenda|answer|authors?|background|break|caveats?|cite|cons|contact|contributors?|cost|credits?|date|deadline"
    r"|checked|clarifications?|corrections?|decisions?|disclaimer|drafted|drawn|edited|editor['’]s|example|experience|goals?|how|illustrat(?:ed|ions?)|image|important|issue|lesson|location"
    r"|more|notes?|outcome|photos?|problem|pros|published|purpose|question|questions|read|related|reminder|results?"
    r"|see|solution|source|step|summary|team building|tips?|time|title|todo|topic|transcribed|transl(?:ated|ation)"
    r"|update|updated|via|video|warning"
    r"|what|when|where|who|why|written)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """Who a turn says is speaking."""

    name: str
    """As it is written, without what stands in brackets and without a role; “Q” or “A” for the letters."""
    start: int
    """Where the name begins in the block's text."""
    end: int
    """Where the name ends."""
    length: int
    """How many characters at the block's start are label."""
    style: str
    """How it is set: letter, bold, line, capitals, name or time."""
    alias: str = ""
    """The short form that it introduces, as in “Xing Yang (XY)”."""
    whole: bool = False
    """Whether the words after it are bold as well, as the questions of many interviews are."""

    @property
    def may_speak(self) -> bool:
        """Whether this can be somebody, and is no “Note:” or “Photo:”."""
        return self.style == "letter" or not _NO_NAME.match(self.name)

    @property
    def is_name(self) -> bool:
        """Whether it is written like a name or like initials."""
        return _PLAIN_NAME.match(self.name) is not None


def label_of(block: RawBlock, words: str) -> Label | None:
    """The label a block opens with; ``words`` is its text."""
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE} or not words:
        return None
    if ":" not in words[:140] and words[0] not in "QqAa" and not block.strong and not block.emphasis:
        return None  # as most paragraphs are
    opening = _OPENING.match(words)
    at = opening.end() if opening else 0
    if block.kind is BlockKind.BLOCKQUOTE and not at and not block.emphasis and not block.strong:
        return None
    for pattern, name in ((_QUESTION_LABEL, "Q"), (_ANSWER_LABEL, "A")):
        found = pattern.match(words, at)
        if found:
            return Label(name, at, at + 1, found.end(), "letter")
    for stretches in (block.strong, block.emphasis):
        if stretches and stretches[0][0] in {0, at} and stretches[0][1] > at:
            set_off = _set_off(block, words, at, stretches[0][1])
            if set_off or stretches is block.strong:
                return set_off
    for pattern, style in ((_CAPITALS, "capitals"), (_NAME, "name"), (_TIMED, "time")):
        found = pattern.match(words, at)
        if found and (style != "time" or found.end() == len(words) or found.end() - 1 in block.breaks):
            return Label(found[1], at, found.end(1), found.end(), "name" if style == "time" else style)
    return None


def _set_off(block: RawBlock, words: str, start: int, end: int) -> Label | None:
    """A label in bold or italics, from ``start`` to ``end`` in the block's text."""
    inner = words[start:end].rstrip()
    if not inner:
        return None
    last = start + len(inner)
    if inner.endswith(":"):
        return _made(words, (start, last - 1, _past_space(words, last)), "bold")
    colon = _COLON.match(words, last)
    if colon and len(inner) <= 100:
        return _made(words, (start, last, colon.end()), "bold", after=words[last : colon.end()])
    if last in block.breaks and len(inner) <= 40 and _PLAIN_NAME.match(inner):
        return _made(words, (start, last, _past_space(words, last)), "line")
    if not words[end:].strip():
        asked = _IN_BOLD.match(inner)
        if asked:
            return _made(words, (start, start + asked.end(1), start + asked.end()), "bold", whole=True)
    return None


def _made(words: str, place: tuple[int, int, int], style: str, *, after: str = "", whole: bool = False) -> Label | None:
    """A label; ``place`` says where its name begins and ends, and how long it is."""
    start, end, length = place
    written = words[start:end]
    name = _ALIAS.sub("", written).strip()
    name = re.split(r",\s", name, maxsplit=1)[0].rstrip(",: ")
    if not 1 < len(name) <= 80 or len(written) > 100:
        return None
    bracket = _ALIAS.search(written + after)
    alias = bracket[1] if bracket and bracket[1] and _INITIALS.match(bracket[1]) else ""
    stop = start + len(name) if written.startswith(name) else end
    return Label(name, start, stop, length, style, alias, whole)


def _past_space(words: str, at: int) -> int:
    while at < len(words) and words[at].isspace():
        at += 1
    return at
