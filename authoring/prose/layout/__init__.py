"""Finds who speaks where the layout says it: Q&A pieces and transcripts, which carry no quotation marks.

Only layouts that repeat are trusted. A single “Note:” in bold, or a list of terms in bold, is no conversation.
"""

from __future__ import annotations

from collections.abc import Mapping

from authoring.prose.layout.page import Page, Turn, Turns
from authoring.prose.raw import RawBlock

__all__ = ["Turn", "Turns", "turns"]


def turns(raw: list[RawBlock], texts: list[str], front: Mapping[str, str], source: str, body: int) -> Turns:
    """For each block the turn it belongs to; nothing where the layout does not say.

    ``texts`` are the blocks' words, ``source`` is the file and ``body`` where its front matter ends. ``front`` may say
    that the piece is a conversation (``kind: qa``); then question headings are trusted at once.
    """
    page = Page(raw, texts, front, source, body)
    found = None
    if any(label is not None and label.may_speak for label in page.labels):
        from authoring.prose.layout.labelled import labelled

        found = labelled(page)
    if found is None and page.has_questions:
        from authoring.prose.layout.asked import asked

        found = asked(page)
    return found or [None] * len(raw)
