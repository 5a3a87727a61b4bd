"""What a finding of LanguageTool's says, in the words of our own rules: what is there, and what was expected."""

from __future__ import annotations

import re
from typing import Final

from authoring.text.patterns import lazy

LONGEST: Final = 100
_CONTEXT: Final = 24
"""Characters of the sentence that are shown beside a short match, so that “a” is told from every other “a”."""
_SHORT: Final = 10
_BEFORE = lazy(r"[^\s“”\"]+\s*$")
_AFTER = lazy(r"\s*[^\s“”\"]+")
_TAIL = lazy(r"\s*\([^)]*\)|[.:;]\s.*$", re.DOTALL)
_COUNTRY = lazy(r" is (\w+ English)\.")
_OURS: Final = ", expected "
"""What every message of our own has in it."""
_MARKS = str.maketrans({"“": "‘", "”": "’", '"': "’"})


def in_our_words(text: str, start: int, end: int, meant: str | None, said: str, *, spelling: bool, quoted: bool) -> str:
    """The message for ``text[start:end]``.

    Arguments: what was likely meant, if that can be told; what LanguageTool says; whether a dictionary lacks the word;
    whether the words are a source's.
    """
    sic = ", or [sic] if it was so" if quoted else ""
    if _OURS in said and len(said) + len(sic) <= LONGEST:  # a rule that we have written for LanguageTool
        return f"{' '.join(said.split())}{sic}"
    if meant is None:
        return _without(text[start:end], said, quoted=quoted)
    before, after = ("", "") if spelling else _around(text, start, end, apart=meant[:1].isspace())
    words = text[start:end]
    there, wanted = _shown(before + words + after), _shown(before + meant + after)
    if there == wanted:  # only blank space would change
        return _without(words, said, quoted=quoted)
    country = _COUNTRY.search(said)
    unknown = f"is {country[1]}" if country else "is in no dictionary"
    verb = "is quoted" if quoted else unknown if spelling else "stands here"
    told = f"“{there}” {verb}, expected “{wanted}”{sic}"
    if len(told) > LONGEST and before + after:
        there, wanted = _shown(words), _shown(meant)
        told = f"“{there}” {verb}, expected “{wanted}”{sic}"
    while len(told) > LONGEST and max(len(there), len(wanted)) > _SHORT:
        longer = max(len(there), len(wanted)) - 1
        there, wanted = _cut(there, longer), _cut(wanted, longer)
        told = f"“{there}” {verb}, expected “{wanted}”{sic}"
    return told


def _around(text: str, start: int, end: int, *, apart: bool) -> tuple[str, str]:
    """A word before and after a match that alone would not tell which place is meant."""
    words = text[start:end]
    if len(words.strip()) > _SHORT and words[:1].isalnum() and words[-1:].isalnum():
        return "", ""
    before = _BEFORE.search(text[max(start - _CONTEXT, 0) : start]) if not words[:1].isalnum() or apart else None
    after = _AFTER.match(text[end : end + _CONTEXT])
    if after is None or not any(map(str.isalnum, after[0])):
        before, after = _BEFORE.search(text[max(start - _CONTEXT, 0) : start]), None
    return before[0] if before else "", after[0].rstrip(".,;:!?)") if after else ""


def _without(words: str, said: str, *, quoted: bool) -> str:
    """The message where LanguageTool only says what is wrong."""
    reason = " ".join(_TAIL.sub("", said).split()).translate(_MARKS).rstrip(".!? ")
    reason = reason[:1].lower() + reason[1:] if not reason[:2].isupper() else reason
    verb = "is quoted" if quoted else "stands here"
    start, room = f"“{_cut(_shown(words), 2 * _SHORT)}” {verb}, expected a second look", LONGEST
    if not reason or len(start) + 2 >= room:
        return start
    return f"{start}: {_cut(reason, room - len(start) - 2)}"


def _shown(words: str) -> str:
    return " ".join(words.split()).translate(_MARKS)


def _cut(words: str, length: int) -> str:
    return words if len(words) <= length else f"{words[: max(length - 1, 1)].rstrip()}…"
