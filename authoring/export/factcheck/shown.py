"""The words of an article and its notes as a checker may see them: nothing that was told in confidence.

A checking copy leaves the reporter's hands, so a promise to a source holds for it as it does for the article.
"""

from __future__ import annotations

from os.path import relpath
from pathlib import Path

from authoring.notes.model import Notes, Source, Value
from authoring.prose.document import Block, Document
from authoring.prose.readable import MASK
from authoring.reporters.terminal import safe
from authoring.runner.withheld import withheld
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Traced
from authoring.wording.material import WITHHELD, masked
from authoring.wording.noted import secret_names

_PART = lazy(r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+")


class Shown:
    """Says what may be shown of one article."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self.hidden = withheld(document)
        self._secrets = secret_names(document.notes) if document.notes else ()
        self._spelt = [set(secret.casefold().split()) for secret in self._secrets]
        self._words = [span.of(document.text).casefold() for span in self.hidden]
        self._folder = Path(document.path).parent
        hidden = [source.id for source in document.notes.sources.values() if source.protected] if document.notes else []
        self._public = {key: f"source-{number}" for number, key in enumerate(hidden, 1)}

    def words(self, text: str) -> str:
        """Words of the notes, of a transcript, or about the article."""
        text = safe(str.__str__(text))
        return masked(text, self._secrets) if self._secrets else text

    def line(self, text: str | None) -> str:
        """The same in one line; empty for none."""
        return " ".join(self.words(text).split()) if text else ""

    def block(self, block: Block) -> str:
        """A paragraph of the article, place by place as it stands there, with every leak made unreadable."""
        text = safe(block.text)
        if not self.hidden or not any(span.overlaps(block.span) for span in self.hidden):
            return text
        places = block.offsets
        return "".join(MASK if self._leaks(places[at]) else char for at, char in enumerate(text))

    def _leaks(self, offset: int) -> bool:
        return any(offset in span for span in self.hidden)

    def holds_leak(self, span: Span) -> bool:
        """Whether something told in confidence stands in a stretch of the article."""
        return any(span.overlaps(hidden) for hidden in self.hidden)

    def front(self, document: Document, key: str) -> str:
        """A value of the article's front matter; empty where it has none, or one that holds a leak."""
        span = document.front_spans.get(key)
        if span is None or self.holds_leak(span):
            return ""
        return self.line(document.front.get(key, ""))

    def address(self, address: str) -> str:
        """An address that the article or the notes link to; empty where it gives somebody away."""
        low = safe(address).casefold()
        if any(words in low for words in self._words) or self._tells_name(address):
            return ""
        return " ".join(safe(address).split())

    def file(self, path: str | Path) -> str:
        """A file as it is named here: seen from the article's folder, so that nobody's own folders are told."""
        try:
            near = relpath(path, self._folder)
        except ValueError:  # on another drive
            near = Path(path).name
        near = near.replace("\\", "/")
        near = Path(path).name if near.startswith("../../..") else near
        return WITHHELD if self._tells_name(near) else self.words(near)

    def _tells_name(self, text: str) -> bool:
        parts = {part.casefold() for part in _PART.findall(text)}
        return any(spelt <= parts for spelt in self._spelt)

    def name(self, source: Source) -> str:
        """What a source is called here: by the alias, or a number, where the name is confidential."""
        if source.protected:
            return self.line(source.alias) or self._public[source.id]
        fields = source.fields
        known = next(filter(None, map(fields.text, ("name", "short", "first", "org"))), None)
        return self.line(known) or source.id.__str__()

    def role(self, source: Source) -> str:
        """What the notes say that a source is; empty for one who is not named."""
        return "" if source.protected else self.line(source.fields.text("role"))

    def code(self, source: Source) -> str:
        """The short name of a source: its id in the notes, or its number where that may tell who it is."""
        return self._public.get(source.id, str(source.id))


def may_be_named(notes: Notes, id_: str | None) -> Source | None:
    """The source of that id, unless nothing of it may be used."""
    source = notes.sources.get(id_) if id_ else None
    return None if source is None or source.off_the_record else source


def texts(value: Value) -> list[str]:
    """A value of the notes that is a text, or the texts of one that is a list."""
    listed = value if isinstance(value, tuple) else (value,)
    return [str.__str__(each).strip() for each in listed if isinstance(each, Traced) and each.strip()]
