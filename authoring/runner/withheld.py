"""Keeps what was told in confidence out of everything that is said of an article that holds it.

The rule ``leaked-source`` points at such words; whatever shows the line, or quotes the article in a message, must not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from authoring.findings import Finding
from authoring.prose.document import WORD, Document
from authoring.prose.readable import MASK
from authoring.text.bare import bare, plain
from authoring.text.patterns import lazy
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes

_QUOTED = lazy(r"“[^“”]*”")
_LONG = 4
"""Letters of a word that may tell something."""


def withheld(document: Document | None) -> tuple[Span, ...]:
    """The stretches of an article that nothing may show; none where it has no notes."""
    if document is None:
        return ()
    from authoring.verification.leaks import leaks

    return tuple(leak.span for leak in leaks(document))


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with these stretches made unreadable, and every place as it was."""
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces += [text[at : span.start], re.sub(r"[^\r\n]", MASK, text[span.start : span.end])]
        at = span.end
    return "".join((*pieces, text[at:]))


def without_secrets(found: Sequence[Finding], document: Document) -> list[Finding]:
    """The findings, saying nothing that was told in confidence, and offering no edit that does."""
    spans = withheld(document)
    notes = document.notes
    protects = notes is not None and any(source.protected for source in notes.sources.values())
    if not (spans or protects):
        return list(found)
    from authoring.verification.leaks import leaks
    from authoring.wording.material import masked

    secrets = _names(notes)
    words = words_of(document, spans)
    named = words_of(document, (leak.span for leak in leaks(document) if leak.kind == "name"))
    kept = []
    for finding in found:
        message = masked(finding.message, secrets)
        if finding.rule != "leaked-source":
            telling = words if any(span.overlaps(finding.span) for span in spans) else named
            message = _told(message, telling)
        edits = tuple(
            edit
            for edit in finding.suggestions
            if masked(edit.text, secrets) == edit.text and not words & set(_words(edit.text))
        )
        kept.append(replace(finding, message=message, suggestions=edits))
    return kept


def words_of(document: Document, spans: Iterable[Span]) -> frozenset[str]:
    """The telling words of these stretches, in small letters, as the file has them and as they read."""
    texts = [span.of(document.text) for span in spans]
    return frozenset(word for text in texts for read in (text, bare(text).text) for word in _words(read))


def _names(notes: Notes | None) -> tuple[str, ...]:
    if notes is None:
        return ()
    from authoring.wording.noted import secret_names

    return secret_names(notes)


def _told(message: str, words: frozenset[str]) -> str:
    """A message without what it quotes of the article, where that has one of these words."""
    return _QUOTED.sub(lambda match: "“…”" if words & set(_words(match[0])) else match[0], message)


def _words(text: str) -> Iterator[str]:
    return (_key(word) for word in WORD.findall(text) if len(word) >= _LONG)


def _key(word: str) -> str:
    return plain(word).casefold().removesuffix("’s").removesuffix("'s")
