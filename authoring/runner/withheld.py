"""Keeps what was told in confidence out of everything that is said of an article that holds it.

The rule ``leaked-source`` points at such words; whatever shows the line, or quotes the article in a message, must not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from authoring.findings import Finding
from authoring.prose.document import WORD, Document
from authoring.text.patterns import lazy
from authoring.text.span import Span

MASK = "█"
"""Stands for each character that is not to be shown, so that places stay."""
_QUOTED = lazy(r"“[^“”]*”")
_LONG = 4
"""Letters of a word that may tell something."""


def withheld(document: Document | None) -> tuple[Span, ...]:
    """The stretches of an article that nothing may show; none where it has no notes."""
    if document is None or document.notes is None:
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
    if document.notes is None or not (spans or any(source.protected for source in document.notes.sources.values())):
        return list(found)
    from authoring.wording.material import masked
    from authoring.wording.noted import secret_names

    secrets = secret_names(document.notes)
    words = {word.casefold() for span in spans for word in WORD.findall(span.of(document.text)) if len(word) >= _LONG}

    def told(message: str) -> str:
        return _QUOTED.sub(lambda match: "“…”" if words & set(_words(match[0])) else match[0], message)

    kept = []
    for finding in found:
        message = masked(finding.message, secrets)
        if any(span.overlaps(finding.span) for span in spans) and finding.rule != "leaked-source":
            message = told(message)
        edits = tuple(
            edit
            for edit in finding.suggestions
            if masked(edit.text, secrets) == edit.text and not words & set(_words(edit.text))
        )
        kept.append(replace(finding, message=message, suggestions=edits))
    return kept


def _words(text: str) -> Iterator[str]:
    return (word.casefold() for word in WORD.findall(text))
