"""Headings in title case and in sentence case, and words in the case of what they replace."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from authoring.styles.pattern import PatternError, compiled
from authoring.text.patterns import lazy

_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split())
_PREPOSITIONS = frozenset(
    "with from into during including until against among throughout despite towards upon concerning about over through"
    " before between after since without under within along following across beyond around down near above".split()
)
_TITLE_WORD = lazy(r"[^\W_]+[^\s/-]*")
_WORD = r"[\p{N}\p{L}*]+[^\s]*"
_LETTERS = lazy(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _kept(word: str, vocabulary: Sequence[str]) -> str | None:
    """How the vocabulary writes a word; nothing where it does not know it."""
    for term in vocabulary:
        if term.casefold() == word.casefold():
            return term
        try:
            if compiled(term).search(word) is not None:
                return word
        except PatternError:
            continue
    return None


def title_case(text: str, vocabulary: Sequence[str] = (), prefix: str = "", *, chicago: bool = False) -> str:
    """The text as a title; small words stay small, but for the first and the last."""
    head, body = _without(text, prefix)
    small = _SMALL | _PREPOSITIONS if chicago else _SMALL

    def cased(match: re.Match[str]) -> str:
        word, start, end = match[0], match.start(), match.end()
        known = _kept(word, vocabulary)
        if known is not None:
            return known
        before = body[start - 1 : start]
        bounding = start == 0 or end == len(body)
        if (
            word.lower() in small
            and not bounding
            and before in {" ", "-", "/"}
            and body[max(start - 2, 0) : start - 1] not in {":", "-"}
            and (body[end : end + 1] != "-" or before == "-")
        ):
            return word.lower()
        return word[:1].upper() + word[1:]

    return head + _TITLE_WORD.sub(cased, body)


def sentence_case(
    text: str,
    vocabulary: Sequence[str] = (),
    prefix: str = "",
    starts: Callable[[str, int], bool] = lambda word, place: word.endswith(":"),
) -> str:
    """The words of the text as a sentence; ``starts`` tells whether the word after one begins it anew."""
    head, body = _without(text, prefix)
    words = _tokens(body, vocabulary)
    made = []
    for place, word in enumerate(words):
        known = _kept(word, vocabulary)
        if known is not None:
            made.append(known)
        elif place == 0 or starts(words[place - 1], place - 1):
            made.append(word[:1].upper() + word[1:].lower())
        else:
            made.append(word.lower())
    return head + " ".join(made)


def _tokens(text: str, vocabulary: Sequence[str]) -> list[str]:
    if not vocabulary:
        return [match[0] for match in compiled(_WORD).finditer(text)]
    terms = "|".join(f"(?:{term})" for term in vocabulary)
    return [match[0] for match in compiled(f"(?i)\\b(?:{terms})\\b|{_WORD}").finditer(text)]


def _without(text: str, prefix: str) -> tuple[str, str]:
    found = compiled(prefix).search(text) if prefix else None
    return (found[0], text.removeprefix(found[0])) if found else ("", text)


def recased(replacement: str, observed: str) -> str:
    """The replacement, small or capital as what it replaces, where that is uniform."""
    words, seen = _LETTERS.findall(replacement), _LETTERS.findall(observed)
    if len(words) == len(seen) and words:
        pieces = iter([_like(word, model) for word, model in zip(words, seen, strict=True)])
        return _LETTERS.sub(lambda _: next(pieces), replacement)
    letters = "".join(seen)
    if letters.islower():
        return replacement.lower()
    if letters.isupper() and len(letters) > 1:
        return replacement.upper()
    if letters[:1].isupper() and letters[1:].islower():
        return replacement[:1].upper() + replacement[1:].lower()
    return replacement


def _like(word: str, model: str) -> str:
    if model.islower():
        return word.lower()
    if model.isupper() and len(model) > 1:
        return word.upper()
    if model[:1].isupper() and (len(model) == 1 or model[1:].islower()):
        return word[:1].upper() + word[1:].lower()
    return word
