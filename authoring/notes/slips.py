"""What people type in place of a mark, a tag or a capital letter, so that it is reported and not printed."""

from __future__ import annotations

import re
from collections.abc import Container

from authoring.notes.mentions import KnownNames
from authoring.notes.model import Tag
from authoring.notes.schema import PRONOUNS
from authoring.text.patterns import lazy

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = lazy(
    rf"(?:on\s+)?(?:\w+day,?\s+)?(?:{_MONTH}\.?\s+\d|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}\b)", re.IGNORECASE
)
_CLOCK = lazy(r"(?:(?:at|from|about|ca\.)\s*)?(?:\d+(?::\d\d)+|\d+\s*(?:h|min|sec|m|s)(?![a-z])).*", re.IGNORECASE)
_TAG_AT_END = lazy(r"(?<=\s)(?:—|–|--)\s*(?P<id>[^|—–\s]+)\s*\|")
_WRAPPED = lazy(r"""["“][^"“”]+["”][.,]?""")
_WORD = lazy(r"[^\W\d_]+")
_LOWERED = frozenset((
    "a", "all", "an", "at", "each", "every", "for", "he", "her", "his", "if", "in", "it", "its", "many", "more",
    "most", "no", "nobody", "on", "only", "our", "she", "some", "that", "the", "their", "there", "these", "they",
    "this", "those", "we", "when", "while",
))  # fmt: skip
"""Words that are no names, whatever they begin."""


def like_a_day(text: str) -> bool:
    """Whether words name a day: “July 9, 2024”."""
    return _DAY.match(text) is not None


def like_a_time(text: str) -> bool:
    """Whether words name a time in a recording: “at 00:10:10”, “1h10”."""
    return _CLOCK.fullmatch(text) is not None


def hyphen_tag(text: str, ids: Container[str], *, under_item: bool) -> bool:
    """Whether “- roe | said” is a tag whose dash is one hyphen."""
    first, bar, _ = text.partition("|")
    who = first.strip()
    if bar:
        return who in ids or who.casefold() in PRONOUNS
    return under_item and who in ids


def tag_within(text: str, ids: Container[str]) -> int:
    """Offset of a tag that stands on the line of its item, or -1."""
    for found in _TAG_AT_END.finditer(text):
        if found["id"] in ids or found["id"].casefold() in PRONOUNS:
            return found.start()
    return -1


def wrapped(text: str) -> bool:
    """Whether quotation marks stand around a whole quote."""
    return _WRAPPED.fullmatch(text) is not None


def names_speaker(text: str, name: str | None) -> bool:
    """Whether a quote tells who said it: nobody says “Ruiz said” of themselves."""
    family = re.escape(str.__str__(name or "").split()[-1]) if name and name.split() else ""
    return (
        bool(family)
        and re.search(rf"[,.?!][\"”]? (?:{family} (?:said|says)|(?:said|says) {family})\b", text) is not None
    )


def wrong_capital(text: str, tag: Tag | None, known: KnownNames, *, named: bool) -> str | None:
    """The message for reported words whose first letter cannot be right where they are printed, or ``None``."""
    word = _WORD.match(text)
    if word is None or known.begins(text):
        return None
    first = word.group()
    verb = str.casefold(tag.verb or "") if tag else ""
    within = named and tag is not None and not (tag.untagged or tag.same_statement or tag.known)
    if within and not (verb.startswith("as ") and verb.endswith(" by")):
        if first.istitle() and first.casefold() in _LOWERED:
            small = first.casefold()
            return f"“{first}” inside a sentence, expected “{small}” (words are printed as typed)"
        if text.rstrip().endswith("?"):
            return "a question as reported speech, expected “whether …” or a quote (“> ”)"
        return None
    whole = re.match(r"\S+", text)
    if first[0].islower() and whole is not None and whole.group().islower() and "." not in whole.group()[:-1]:
        return "a sentence that begins with a small letter, expected a capital (words are printed as typed)"
    return None
