"""Where an article names the source of what was told on background: the words may be used, without whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.notes.model import Item, Notes
from authoring.prose.document import Document
from authoring.text.span import Span
from authoring.verification.leaked_words import words_in


def named_on_background(document: Document) -> Iterator[tuple[Span, Item]]:
    """The words that name a source beside what it told on background, and the note of it."""
    notes = document.notes
    items = list(_items(notes)) if notes is not None else []
    for item in items:
        spans = list(words_in(document.text, [str.__str__(item.text)], ()))
        for one in document.attributions if spans else ():
            speaker = one.speaker
            if speaker is None or speaker.source != item.source:
                continue
            if any(span.overlaps(segment) for span in spans for segment in one.segments):
                yield speaker.span, item


def _items(notes: Notes) -> Iterator[Item]:
    for item in notes.items:
        source = notes.sources.get(item.source or "")
        if item.tag is not None and item.tag.background and source is not None and not source.protected:
            yield item
