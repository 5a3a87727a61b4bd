"""American or British spelling, by a closed list of words; names keep their own."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told
from authoring.house.spellings import american, british


def spelling(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every word in lower case that the house spells in the other way, also inside a compound with hyphens."""
    if conventions.spelling is None:
        return
    table = american() if conventions.spelling == "en-US" else british()
    for word in told.words.keys() & table.keys():
        yield from _places(told, word, 0, word, table)
    for word in [word for word in told.words if "-" in word]:
        begin = 0
        for part in word.split("-"):
            if part in table:
                yield from _places(told, word, begin, part, table)
            begin += len(part) + 1


def _places(told: Told, word: str, begin: int, part: str, table: dict[str, str]) -> Iterator[Departure]:
    for place in told.words[word]:
        start = place + begin
        if told.text[start : start + len(part)] == part and not _is_address(told.text, place, place + len(word)):
            yield Departure(start, start + len(part), table[part], "spelling")


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether a word is part of an address, a path or a name in code."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return before in tuple("/@#_.\\") or after in tuple("/@_\\=")
