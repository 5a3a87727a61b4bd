"""Acronyms spelled out once, in the writer's own words: “gross domestic product (GDP)”, and GDP after that.

Practice: every stylebook. The words come from ``terms`` in the front matter; where it is not sure how they would read,
the letters stay as they are, and nothing inside quotation marks is touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from jinja2 import pass_environment

from authoring.drafting.environment import NewsroomEnvironment
from authoring.drafting.naming import Naming
from authoring.text.patterns import lazy
from authoring.trace.traced import Run, Traced

_LETTERS = lazy(r"(?=.*[A-Z].*[A-Z])[A-Z][A-Za-z0-9&]{1,9}")
_QUOTED = lazy(r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|(?<!\w)‘[^’]*(?:’(?!\w)|\Z)")
_SENTENCE_END = lazy(r"[.!?…][”’\"')\]]* $|\n$")
_ARTICLE = lazy(r"(?<![\w’'-])[Aa]n? $")
_LIKE_A_VOWEL = lazy(r"[aeio](?!u\w|ne?\b|nce\b)|ho(?:u?r|n[eo])|heir|u(?!ni(?!n)|s[eu]|ti|k|r[aeiou])", re.IGNORECASE)


def terms_of(terms: Any) -> dict[str, Traced]:
    """The acronyms that a front matter spells out, each with its words."""
    if not isinstance(terms, Mapping):
        return {}
    return {
        str.__str__(letters): words
        for letters, words in terms.items()
        if isinstance(words, Traced) and _LETTERS.fullmatch(letters) and " " in words and letters not in words.split()
    }


@pass_environment
def spelled(environment: NewsroomEnvironment, value: Any, opening: bool = False) -> Traced:
    """The writer's words with every acronym spelled out where the article has it first.

    Arguments: the words, and whether they open a sentence.
    """
    text = value if isinstance(value, Traced) else Traced(str(value))
    naming = environment.naming
    waiting = [letters for letters in naming.terms if letters not in naming.spelled]
    if not any(letters in text for letters in waiting):
        _read(text, waiting, naming)
        return text
    pieces: list[str] = []
    at = 0
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for start, letters in sorted(_uses(text, waiting)):
        end = start + len(letters)
        if letters in naming.spelled or start < at or any(low < end and start < high for low, high in quoted):
            continue
        naming.spell(letters)
        told = _told(str.__str__(text), naming.terms[letters], quoted)
        if _given(text, start, end) or letters in naming.read_out or any(place > end for place in told):
            continue
        if told:
            pieces += (text[at : told[0]], " (", text[start:end], ")")
            at = told[0]
            continue
        low, words = _words(text, start, naming.terms[letters], opening)
        owned = 2 if text.startswith(("’s", "'s"), end) else 0
        pieces += (text[at:low], *words, text[end : end + owned], " (", text[start:end], ")")
        at = end + owned
    _read(text, waiting, naming)
    return Traced.concat([*pieces, text[at:]])


def _uses(text: str, waiting: Iterable[str]) -> Iterable[tuple[int, str]]:
    """Where an acronym stands alone: no part of another word, an address or a name with hyphens."""
    pattern = "|".join(sorted(map(re.escape, waiting), key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w.&@#/’'-])(?:{pattern})(?![\w&@#/-]|[.]\w)", text):
        yield match.start(), match.group()


def _told(text: str, words: str, quoted: Iterable[tuple[int, int]]) -> list[int]:
    """Where the words end that an acronym stands for, outside quotation marks."""
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w|[’'])", text, re.IGNORECASE)
    return [match.end() for match in found if not any(low < match.end() <= high for low, high in quoted)]


def _given(text: str, start: int, end: int) -> bool:
    """Whether the writer explains the letters: “… (WHO)”, or “WHO (…”."""
    return (text[start - 1 : start] == "(" and text[end : end + 1] == ")") or text.startswith(" (", end)


def _words(text: Traced, start: int, words: Traced, opening: bool) -> tuple[int, tuple[str, ...]]:
    """From where on the text changes, and the words in place of the letters: “an MRI”, “a magnetic resonance …”."""
    before = str.__str__(text[:start])
    if (opening and not before.strip()) or _SENTENCE_END.search(before):
        words = words[:1].upper() + words[1:]
    article = _ARTICLE.search(before)
    if article is None:
        return start, (words,)
    low = article.start()
    right = ("an" if _LIKE_A_VOWEL.match(words) else "a") + " "
    if before[low].isupper():
        right = right.capitalize()
    gone = text[low:start]
    if right == gone:
        return start, (words,)
    place = gone.noted or (-1, -1)
    return low, (Traced(right, [Run(len(right), *place)]), words)


def _read(text: str, waiting: Iterable[str], naming: Naming) -> None:
    """Remember what these words spell out, so that the letters may follow."""
    folded = str.casefold(text)
    naming.read_out |= {letters for letters in waiting if str.casefold(naming.terms[letters]) in folded}
