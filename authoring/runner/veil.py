"""What may be shown of an article's quotations and speakers: the words of it without those told in confidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from authoring.prose.attribution.model import Speaker
from authoring.prose.document import WORD, Document
from authoring.prose.readable import MASK
from authoring.text.bare import bare, plain
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.verification.quotes import CheckedQuote

HIDDEN = "[withheld]"
"""Stands for a name that is not to be shown."""


@dataclass(frozen=True)
class Veil:
    """Takes what was told in confidence out of what is said of one article."""

    document: Document
    spans: tuple[Span, ...]
    """The stretches of its file that nothing may show, in order."""
    secrets: tuple[str, ...] = ()
    """Names that nothing may show, and their parts."""

    def words_of(self, spans: Iterable[Span]) -> frozenset[str]:
        """The words that stand in stretches, as the file has them and as they read."""
        texts = [span.of(self.document.text) for span in spans]
        found = {word for text in texts for read in (text, bare(text).text) for word in WORD.findall(read)}
        return frozenset(map(_key, found))

    def name(self, name: str) -> str:
        """The name of a speaker, or what stands for it."""
        from authoring.wording.material import masked

        if masked(name, self.secrets) != name or self._named & {_key(word) for word in WORD.findall(name)}:
            return HIDDEN
        return name

    def without_names(self, text: str) -> str:
        """Words of the notes without a name that is not to be shown."""
        from authoring.wording.material import masked

        return masked(text, (*self.secrets, *(secret.casefold() for secret in self.secrets)))

    @property
    def _named(self) -> frozenset[str]:
        from authoring.verification.leaks import leaks

        return self.words_of(leak.span for leak in leaks(self.document) if leak.kind == "name")

    def speaker(self, speaker: Speaker | None) -> Speaker | None:
        """A speaker as he or she may be shown."""
        if speaker is None or not (self.spans or self.secrets):
            return speaker
        return replace(
            speaker, text=self.name(speaker.text), name=self.name(speaker.name) if speaker.name else speaker.name
        )

    def quote(self, quote: CheckedQuote) -> CheckedQuote:
        """A quotation and what the quote check says of it, as they may be shown."""
        said = replace(quote.said, speaker=self.speaker(quote.said.speaker))
        words = self.words_of(span for span in self.spans if span.overlaps(quote.span))
        if not words:
            return replace(quote, said=said)
        check = replace(
            quote.check,
            quote=_blanked(quote.check.quote, words),
            reason=_blanked(quote.check.reason, words),
            diff=tuple((sign, _blanked(text, words)) for sign, text in quote.check.diff),
        )
        return replace(quote, said=replace(said, text=_blanked(quote.said.text, words)), check=check)


def veil_of(document: Document) -> Veil:
    """The veil for one article."""
    from authoring.runner.withheld import withheld

    spans = withheld(document)
    if document.notes is None:
        return Veil(document, spans)
    from authoring.wording.noted import secret_names

    return Veil(document, spans, secret_names(document.notes))


def _key(word: str) -> str:
    return plain(word).replace("’", "'").casefold().removesuffix("'s")


def _blanked(text: str, words: frozenset[str]) -> str:
    return WORD.sub(lambda match: re.sub(".", MASK, match[0]) if _key(match[0]) in words else match[0], text)
