"""An article parsed for checking: blocks, sentences, words, quotations, and whose words each stretch is.

Parsed once and never changed; rules only read it. All offsets are code points into the file's decoded text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from authoring.notes.model import Notes
from authoring.text.lines import LineIndex
from authoring.text.span import Span


class Voice(StrEnum):
    """Whose words a stretch of an article is; every character has exactly one voice."""

    NARRATION = "narration"
    SPEECH = "speech"  # words inside quotation marks, and the marks
    QUESTION = "question"  # a question of a Q&A
    ANSWER = "answer"  # an answer of a Q&A or a transcript, which carries no quotation marks
    HEADING = "heading"
    CAPTION = "caption"  # image descriptions and credits
    BLOCKQUOTE = "blockquote"
    FRONT_MATTER = "front matter"
    CODE = "code"
    LINK_TARGET = "link target"
    MARKUP = "markup"  # marks, tags, comments, blank space between blocks


class BlockKind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    BLOCKQUOTE = "blockquote"
    CAPTION = "caption"
    TABLE_CELL = "table cell"
    CODE = "code"


@dataclass(frozen=True)
class Word:
    """A word: letters and digits, with inner apostrophes, hyphens and points (“don’t”, “re-run”, “3.5”)."""

    span: Span
    text: str


@dataclass(frozen=True)
class Sentence:
    """A sentence, from its first character to its last mark, without the space after it."""

    span: Span
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Quotation:
    """A stretch in quotation marks, paired once; one that runs over paragraphs is one quotation with segments."""

    span: Span
    """From the opening mark to past the closing one (to the end of the paragraph where it is unclosed)."""
    inner: tuple[Span, ...]
    """The quoted words without their marks, one span a paragraph."""
    text: str
    """The quoted words; paragraphs parted by a line break."""
    closed: bool
    depth: int = 0
    """0 for a quotation, 1 for one inside another."""


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, a list item, a caption, …"""

    kind: BlockKind
    span: Span
    """Its stretch of the file, marks of Markdown included."""
    text: str
    """Its words as a reader sees them: no markup, entities resolved, line breaks as spaces."""
    offsets: tuple[int, ...]
    """For each character of ``text``, and once past the last, its offset in the file."""
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    voice: Voice
    """The voice of what is not in quotation marks."""
    level: int = 0
    """Of a heading: 1 to 6."""
    speaker: str | None = None
    """Who speaks, in a Q&A or a transcript."""

    def span_of(self, start: int, end: int) -> Span:
        """The stretch of the file that ``text[start:end]`` stands for."""
        if start == end:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    @property
    def words(self) -> Iterator[Word]:
        """Its words in order."""
        return (word for sentence in self.sentences for word in sentence.words)


@dataclass(frozen=True)
class Document:
    """An article, and the notes it was made from where they are known."""

    path: str
    text: str
    """The file as decoded."""
    front: Mapping[str, str]
    """Front matter values that are plain texts, by key; empty where there is none."""
    front_spans: Mapping[str, Span]
    """Where each of these values stands."""
    blocks: tuple[Block, ...]
    voices: tuple[tuple[int, Voice], ...]
    """Where each voice begins, in order, from offset 0 on."""
    notes: Notes | None = None

    @cached_property
    def lines(self) -> LineIndex:
        """Line and column of every offset."""
        return LineIndex(self.text)

    @cached_property
    def _voice_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.voices)

    def voice_at(self, offset: int) -> Voice:
        """The voice of one character."""
        index = bisect_right(self._voice_starts, offset) - 1
        return self.voices[index][1] if index >= 0 else Voice.MARKUP

    @property
    def paragraphs(self) -> Iterator[Block]:
        """The blocks of running text, in order."""
        return (block for block in self.blocks if block.kind is BlockKind.PARAGRAPH)

    @property
    def quotations(self) -> Iterator[Quotation]:
        """Every outer quotation in order."""
        return (quotation for block in self.blocks for quotation in block.quotations if not quotation.depth)
