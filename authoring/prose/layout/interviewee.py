"""Finds the one person who answers in an interview whose answers carry no label.

The headline, the front matter or the introduction names them (“We spoke with Ana Ruiz”, “Five questions for Ana Ruiz”),
or they do so themselves (“My name is Ana Ruiz”). Where more than one person may be meant, nobody is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from authoring.prose.layout.labels import UPPER
from authoring.prose.layout.words import NOT_PEOPLE, ROLES, bare
from authoring.text.patterns import lazy

_WORD = rf"(?:{UPPER}[\w’'-]*\w|{UPPER}\.)"
_BETWEEN = r"(?:(?:de|da|del|della|den|der|di|do|dos|du|la|le|ten|ter|van|von|bin|al|el|y) ){0,2}"
_RUN = lazy(rf"(?<![\w’'-]){_WORD}(?: {_BETWEEN}{_WORD})*")
_MEETING = lazy(
    r"(?:\b(?:sp(?:oke|eak|eaking|oken)|talk(?:ed|ing|s)?|s[ai]t(?:ting)? down|chat(?:ted|ting|s)?|c(?:aught|atch) up"
    r"|conversations?|interviews?|exchange|discussion|Q\s?&\s?A|Q(?:uestions)? and A(?:nswers)?|met|meet|connected"
    r"|check(?:ed|s)? in|questions?)(?: \w+ly)? (?:with|to|for)\b"
    r"|\b(?:interview(?:ed|s|ing)|contacted|reached out to|asked|profil(?:e|ed|ing)|meet|answer(?:s|ed)? by"
    r"|answered by|introduc(?:e|ing)|(?:interview|spotlight|profile):)\b)",
    re.IGNORECASE,
)
_ANSWERED = lazy(r"\s+(?:answer(?:s|ed)|discuss(?:es|ed)|respond(?:s|ed)|talks|tells|told|replied|explains)\b")
_SELF = lazy(rf"\b(?:[Ii]['’]m|I am|[Mm]y name(?:['’]s| is)|[Tt]his is)\s+({_WORD}(?: {_BETWEEN}{_WORD}){{1,3}})(?!\w)")
_SENTENCE_END = lazy(rf"(?<!{UPPER})(?<!Dr)(?<!Mr)(?<!Ms)(?<!Mrs)[.!?](?=\s|\Z)|\n")
_PLACE_BEFORE = lazy(r"\b(?:at|of|in|from|for|the|on|into|by|and the)\s\Z", re.IGNORECASE)
_JOINED = lazy(r"\s*(?:,|,?\s+and|&)\s+(?:[a-z-]+ ){0,4}\Z")
_FAR = 260
"""Characters after “spoke with” within which the name stands."""
_HEADLINE_KEYS = ("title", "headline", "deck", "summary", "description", "excerpt", "subtitle", "standfirst", "dek")
_GUEST_KEYS = ("interviewee", "guest", "speaker")


def interviewee(front: Mapping[str, str], headline: str, intro: Iterable[str], first_answers: Iterable[str]) -> str:
    """The name of the one person who answers; empty where that is not clear.

    ``headline`` is the title where there is no front matter, ``intro`` the paragraphs before the first question, and
    ``first_answers`` the paragraphs of the first answer.
    """
    for key in _GUEST_KEYS:
        if _is_person(front.get(key, "")):
            return front[key]
    headlines = [front[key] for key in _HEADLINE_KEYS if key in front] or [headline]
    intro = list(intro)
    told = "\n".join([*headlines, *intro])
    themselves = {name for words in first_answers for name in _introduced(words)}
    met: set[str] = set()
    for words in (*headlines, *intro):
        found = set(_met(words))
        if len(found) > 1:
            found = {name for name in found if _is_told_of(name, told)} or found
        met |= found
    met = _distinct(met)
    if len(met) == 1:
        return met.pop()
    if len(met & themselves) == 1 and not met - themselves:
        return (met & themselves).pop()
    if met:
        return ""
    titled = {name for words in headlines[:1] for name in _titled(words) if name == words or _is_told_of(name, told)}
    if len(titled) == 1:
        return titled.pop()
    return themselves.pop() if len(themselves) == 1 else ""


def _introduced(words: str) -> set[str]:
    return {found[1] for found in _SELF.finditer(words[:400]) if _is_person(found[1])}


def _met(words: str) -> Iterable[str]:
    """The people somebody spoke with, as this stretch says."""
    for found in _MEETING.finditer(words):
        last = min(len(words), found.end() + _FAR)
        end = _SENTENCE_END.search(words, found.end(), last)
        yield from _people_in(words, found.end(), end.start() if end else last)
    for run in _RUN.finditer(words):
        if _ANSWERED.match(words, run.end()):
            yield from _people_in(words, run.start(), run.end())


def _titled(words: str) -> Iterable[str]:
    """The person a headline is, or begins with: “Ana Ruiz: mending bridges”."""
    found = _RUN.match(words)
    if found and (found.end() == len(words) or words[found.end()] in ":,–—"):
        yield from _people_in(words, 0, found.end())


def _people_in(words: str, start: int, end: int) -> Iterable[str]:
    for run in _RUN.finditer(words, start, end):
        parts = run[0].split(" ")
        after_place = _PLACE_BEFORE.search(words, max(start, run.start() - 12), run.start()) is not None
        cut = 0
        for number, part in enumerate(parts, 1):
            if bare(part) in ROLES or bare(part) in NOT_PEOPLE or part.endswith(("’s", "'s")):
                cut = number
        name = " ".join(parts[cut:])
        if (cut or not after_place) and _is_person(name):
            yield re.sub(r"['’]\Z", "", name)


def _is_person(name: str) -> bool:
    parts = name.split()
    return (
        2 <= len(parts) <= 4
        and _RUN.fullmatch(name) is not None
        and not any(bare(part) in ROLES or bare(part) in NOT_PEOPLE for part in parts)
        and not all(part.isupper() for part in parts)
    )


def _is_told_of(name: str, told: str) -> bool:
    """Whether the first name or the surname also stands alone."""
    parts = name.split()
    first, second, last = (re.escape(part) for part in (parts[0], parts[1], parts[-1]))
    alone = rf"(?<![\w’'-])(?:{first}(?! {second})|(?<!{first} ){last})\b"
    return len(re.findall(alone, told)) > 0


def _distinct(names: set[str]) -> set[str]:
    """One name each: “Ana Ruiz” and “Ana M. Ruiz” are one person, and the longer name is taken."""
    kept: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        if not any(other.split()[0] == name.split()[0] and other.split()[-1] == name.split()[-1] for other in kept):
            kept.append(name)
    return set(kept)
