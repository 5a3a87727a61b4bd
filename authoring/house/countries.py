"""The United States, the United Kingdom and the United Nations in letters: U.S., U.K., U.N., or US, UK, UN."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told, at
from authoring.house.ends import ends_sentence
from authoring.text.patterns import lazy

_POINTED = {"u.s": "US", "u.k": "UK", "u.n": "UN"}
_PLAIN = lazy(r"U(?:S|K|N)(?<![^\s(“‘—–/\"-]..)(?![\w&$@/]|\.\w|-?\d)")
_NAMED = lazy(r"\b(?!(?:The|In|Its|Our|From|For|As|And|But|Across|Outside|Both|While|When|If|This|Some) )[A-Z]\w+ $")
_LOUD = lazy(r"[A-Z]{3,} [A-Z]{2}[.,;:!?]* [A-Z]{3,}|[A-Z]{4,} [A-Z]{2}[.!?]*$")


def countries(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every one of these that the house writes in the other way."""
    if conventions.countries == "US":
        yield from _without(told)
    elif conventions.countries == "U.S.":
        yield from _with(told.text)


def _without(told: Told) -> Iterator[Departure]:
    text = told.text
    for word, letters in _POINTED.items():
        for place in at(told, word):
            end = place + 4
            if text[place:end] != f"{letters[0]}.{letters[1]}." or text[end : end + 1].isalpha():
                continue
            yield Departure(place, end, f"{letters}." if ends_sentence(text, end) else letters, "countries")


def _with(text: str) -> Iterator[Departure]:
    for match in _PLAIN.finditer(text):
        start, end = match.span()
        if _LOUD.search(text, max(0, start - 12), min(len(text), end + 12)):
            continue
        if match[0] == "UK" and _NAMED.search(text, max(0, start - 24), start):  # Age UK, Cancer Research UK
            continue
        if text[end : end + 1] == "." and text[end : end + 2] != "..":
            end += 1
        yield Departure(start, end, f"{match[0][0]}.{match[0][1]}.", "countries")
