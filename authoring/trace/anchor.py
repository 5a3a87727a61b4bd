"""Finds the unedited sentences of an edited article in the text that was rendered, by exact match only.

A sentence that a person has touched has no origin that a program could know; it is never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from authoring.text.sentences import sentence_spans
from authoring.text.span import Span


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of the edited article that stands, to the letter, in the rendered text."""

    edited: Span
    rendered: int
    """Offset of its first character in the rendered text."""


def anchors(rendered: str, edited: str) -> list[Anchor]:
    """Every line or sentence of ``edited`` that is known to be one of ``rendered``, in order of place.

    Lines before the first change and after the last stand where they stood. Between them, a line or sentence that
    occurs once in each text is the same one, wherever it has moved to; what occurs more often stays unknown.
    """
    old, new = list(_lines(rendered)), list(_lines(edited))
    found: list[Anchor] = []

    def same(one: Span, other: Span) -> bool:
        return one.of(rendered) == other.of(edited)

    while old and new and same(old[0], new[0]):
        found.append(Anchor(new.pop(0), old.pop(0).start))
    while old and new and same(old[-1], new[-1]):
        found.append(Anchor(new.pop(), old.pop().start))
    matched, old, new = _unique(rendered, old, edited, new)
    found += matched
    sentences = _unique(rendered, _sentences(rendered, old), edited, _sentences(edited, new))
    return sorted(found + sentences[0], key=lambda anchor: anchor.edited.start)


def _unique(
    rendered: str, old: Iterable[Span], edited: str, new: Iterable[Span]
) -> tuple[list[Anchor], list[Span], list[Span]]:
    """The spans that occur once on each side, and what is left on either."""
    before, after = _by_words(rendered, old), _by_words(edited, new)
    found: list[Anchor] = []
    for words, places in after.items():
        if len(places) == 1 and len(before.get(words, ())) == 1:
            found.append(Anchor(places[0], before[words][0].start))
    taken_old = {anchor.rendered for anchor in found}
    taken_new = {anchor.edited.start for anchor in found}
    return (
        found,
        [span for places in before.values() for span in places if span.start not in taken_old],
        [span for places in after.values() for span in places if span.start not in taken_new],
    )


def _by_words(text: str, spans: Iterable[Span]) -> dict[str, list[Span]]:
    places: dict[str, list[Span]] = {}
    for span in spans:
        places.setdefault(span.of(text), []).append(span)
    return places


def _lines(text: str) -> Iterator[Span]:
    """Every line that is not blank, without its line break."""
    at = 0
    for line in text.splitlines(keepends=True):
        words = line.rstrip("\r\n")
        if words.strip():
            yield Span(at, at + len(words))
        at += len(line)


def _sentences(text: str, lines: Iterable[Span]) -> Iterator[Span]:
    for line in lines:
        for start, end in sentence_spans(line.of(text)):
            yield Span(line.start + start, line.start + end)
