"""Which sentences of an article lead back to a note, and which to none.

A sentence leads back to a note where the trace of its draft says so, and the sentence is as it was drafted; where it
stands in a quotation, or holds one, that passes the check; or where its words do (``authoring.verification.words``).
Sentences are those of running text: headings, captions, tables, code, and the questions of a Q&A are not counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Literal

from authoring.errors import ArticleError
from authoring.prose.document import BlockKind, Document, Sentence, Voice
from authoring.text.files import UnreadableTextError, read_text, surely
from authoring.text.span import Span
from authoring.trace.anchor import Anchor, anchors
from authoring.trace.trace import TRACE_LIMIT, Trace, sha256, trace_path
from authoring.verification.quotes import CheckedQuote
from authoring.verification.words import NotedWords

_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE})
_NOBODYS = frozenset({Voice.QUESTION, Voice.CAPTION, Voice.CODE})


How = Literal[
    "draft",  # it stands as it was drafted, from a note
    "template",  # it stands as it was drafted, and is the template's own
    "quote",  # it is a quotation, or holds one, and that was said so
    "misquote",  # the same, and that was not said so
    "words",  # a note holds what it says
    "none",
]


@dataclass(frozen=True)
class Led:
    """A sentence of an article, and by what it leads back to a note."""

    sentence: Sentence
    how: How
    edited: bool = False
    """Whether the article was drafted from these notes, and this sentence is not as it was."""

    @property
    def traced(self) -> bool:
        """Whether it leads back to a note."""
        return self.how in ("draft", "quote", "words")


@dataclass(frozen=True)
class Sentences:
    """The sentences of an article, counted."""

    total: int
    bare: tuple[Span, ...]
    """Those that lead back to no note, in order of place."""

    @property
    def traced(self) -> int:
        """How many lead back to a note."""
        return self.total - len(self.bare)


def sentences(document: Document, quotes: Iterable[CheckedQuote], answers: Iterable[str] = ()) -> Sentences:
    """Count the sentences of an article that lead back to its notes, or to answers in transcripts that were given.

    Nothing off the record may stand in ``answers``: a sentence that leads back to it would say that it is there.
    Raises ``ArticleError`` where the trace beside the article is damaged.
    """
    told = list(led_back(document, quotes, answers))
    return Sentences(len(told), tuple(led.sentence.span for led in told if not led.traced))


def led_back(document: Document, quotes: Iterable[CheckedQuote], answers: Iterable[str] = ()) -> Iterator[Led]:
    """Every sentence that counts, in order of place, with how it leads back; otherwise like ``sentences``."""
    quotes = tuple(quotes)
    passing = _Places(quote.span for quote in quotes if quote.check.passes)
    failing = _Places(quote.span for quote in quotes if not quote.check.passes)
    words = NotedWords(document.notes, answers)
    drafted = _Drafted(document)
    for sentence in _counted(document):
        span = sentence.span
        edited = drafted.edited(span)
        if drafted.knows(span):
            yield Led(sentence, "draft" if drafted.from_notes(span) else "template")
        elif failing.touch(span):
            yield Led(sentence, "misquote", edited)
        elif passing.touch(span):
            yield Led(sentence, "quote", edited)
        else:
            yield Led(sentence, "words" if words.hold(sentence.text) else "none", edited)


class _Places:
    """Stretches of an article, to be asked about for every sentence."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def touch(self, span: Span) -> bool:
        """Whether one of them has a character in common with a stretch."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start


def _counted(document: Document) -> Iterator[Sentence]:
    for block in document.blocks:
        if block.kind in _KINDS and block.voice not in _NOBODYS:
            for sentence in block.sentences:
                if any(map(str.isalnum, sentence.text)):
                    yield sentence


class _Drafted:
    """What the trace of a draft says of its sentences; nothing for an article that was not drafted."""

    def __init__(self, document: Document) -> None:
        self._trace = _trace(Path(document.path)) if document.path and document.notes else None
        self._anchors: list[Anchor] = anchors(self._trace.text, document.text) if self._trace else []
        self._starts = [anchor.edited.start for anchor in self._anchors]
        notes = document.notes
        self._stale = bool(self._trace and notes and sha256(notes.whole) != self._trace.notes_sha256)

    def _anchor(self, span: Span) -> Anchor | None:
        at = bisect_right(self._starts, span.start) - 1
        return self._anchors[at] if at >= 0 and self._anchors[at].edited.covers(span) else None

    def knows(self, span: Span) -> bool:
        """Whether a sentence stands as it was drafted, from notes that are as they were."""
        return self._anchor(span) is not None and not self._stale

    def edited(self, span: Span) -> bool:
        """Whether the article was drafted, and a sentence is not as it was."""
        return self._trace is not None and self._anchor(span) is None

    def from_notes(self, span: Span) -> bool:
        """Whether any of its words come from a note, and not from the template alone."""
        anchor = self._anchor(span)
        if anchor is None or self._trace is None:
            return False
        rendered = span.shift(anchor.rendered - anchor.edited.start)
        return any(stretch.notes is not None for stretch in self._trace.within(rendered))


def _trace(article: Path) -> Trace | None:
    path = trace_path(article)
    if not surely(path.is_file):
        return None
    try:
        return Trace.from_json(read_text(path, TRACE_LIMIT), path)
    except UnreadableTextError as problem:
        raise ArticleError(problem.message, path=path, hint="draft the article again") from None
