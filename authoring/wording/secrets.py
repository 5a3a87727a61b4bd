"""Takes out of transcripts what the notes keep off the record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from authoring.findings import Origin
from authoring.wording.judge import Quoted
from authoring.wording.material import Material, Passage
from authoring.wording.near import line_up
from authoring.wording.quotation import take_apart

_MARKS = " \t\n.,;:?!…—–-”’)]"
"""What may stand between words that are taken out and the next."""
_ALIKE = 0.6
"""Share of a note's words from which a stretch of the transcript is taken to be what it notes."""


def without(
    passages: Sequence[Passage], hidden: Iterable[tuple[str, float | None]], taken: set[str] | None = None
) -> tuple[Passage, ...]:
    """The passages without the stretches that these notes, each with its second where it has one, write down.

    ``taken`` is told the words of each note of which something was taken out.
    """
    found = hidden_in(passages, hidden, taken)
    kept: list[Passage] = []
    for number, passage in enumerate(passages):
        kept += _left(passage, sorted(found[number])) if number in found else [passage]
    return tuple(kept)


def hidden_in(
    passages: Sequence[Passage], hidden: Iterable[tuple[str, float | None]], located: set[str] | None = None
) -> dict[int, list[tuple[int, int]]]:
    """For the number of each passage the stretches that these notes write down.

    Where the words are not found, it is what is said from that second to the end of the turn. ``located`` is told the
    words of each note that any of this was found for.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    material = Material(tuple(passages))
    for words, when in hidden if passages else ():
        spans = list(_spans(material, words)) or list(_from(passages, when))
        if spans and located is not None:
            located.add(words)
        for number, start, end in spans:
            found.setdefault(number, []).append((start, end))
    return found


def _spans(material: Material, words: str) -> Iterator[tuple[int, int, int]]:
    quotation = take_apart(words)
    index = material.index
    whole = True
    for piece in quotation.pieces:
        runs = list(index.find(piece))
        whole = whole and bool(runs)
        for run in runs:
            yield _local(material, run.start, run.end)
    keys = Quoted(quotation).keys
    if whole or not keys or not index.heard.codes:
        return
    blocks, share = line_up(index, keys)
    if blocks and share >= _ALIKE:
        kept = index.words.kept
        for block in blocks:
            start, end = kept[block.said], kept[block.said + block.length - 1]
            yield _local(material, index.words.start(start), index.words.end(end))


def _local(material: Material, start: int, end: int) -> tuple[int, int, int]:
    number = material.number(start)
    base = material.bases[number]
    return number, start - base, end - base


def _from(passages: Sequence[Passage], when: float | None) -> Iterator[tuple[int, int, int]]:
    """The rest of the passage from the words that are spoken at a second."""
    if when is None:
        return
    best: tuple[float, int, int] | None = None
    for number, passage in enumerate(passages):
        for at in _words_of(passage.text):
            time = passage.placed(at)[1]
            if time is not None and time < when + 1 and (best is None or time > best[0]):
                best = (time, number, at)
    if best:
        yield best[1], best[2], len(passages[best[1]].text)


def _words_of(text: str) -> Iterator[int]:
    before = " "
    for at, char in enumerate(text):
        if before.isspace() and not char.isspace():
            yield at
        before = char


def without_name(passage: Passage, name: str) -> tuple[Passage, ...]:
    """What is left of the words of somebody who is not to be named where they say their own full name.

    A quotation that has the name would pass otherwise, and so tell whose alias it stands beside.
    """
    if " " not in name:
        return (passage,)
    spelt = r"\s+".join(map(re.escape, name.split()))
    found = re.finditer(rf"(?<!\w){spelt}(?!\w)", passage.text, re.I)
    return tuple(_left(passage, [match.span() for match in found]))


def _left(passage: Passage, spans: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """The stretches between others; the marks after what is taken out would show that something was."""
    at = 0
    for start, end in (*spans, (len(passage.text), len(passage.text))):
        if any(map(str.isalnum, passage.text[at:start])):
            yield _part(passage, at, start)
        at = max(at, end)
        while at < len(passage.text) and passage.text[at] in _MARKS:
            at += 1


def _part(passage: Passage, start: int, end: int) -> Passage:
    def placed(offset: int) -> tuple[Origin, float | None]:
        return passage.placed(offset + start)

    return replace(passage, text=passage.text[start:end], placed=placed)
