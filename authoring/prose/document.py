"""An article parsed for checking: blocks, sentences, words, quotations, and whose words each stretch is.

Parsed once and never changed; rules only read it. All offsets are code points into the file's decoded text.
Sentences, words and offsets are worked out when first asked for, since most rules read only some of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from authoring.text.lines import LineIndex
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes
    from authoring.prose.attribution.model import Attribution

WORD = lazy(r"[^\W_](?:[\w\u0300-\u036f]++|['’‑.-](?=[^\W_])|(?<=\d),(?=\d))*")
"""A word: it begins with a letter or digit, and marks count only between two of them."""


Format = Literal["markdown", "text", "html"]
"""How an article may be written."""


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


@dataclass(frozen=True, slots=True)
class Word:
    """A word: letters and digits, with inner apostrophes, hyphens and points (“don’t”, “re-run”, “3.5”)."""

    span: Span
    text: str


@dataclass(frozen=True)
class Sentence:
    """A sentence, from its first character to its last mark, without the space after it."""

    span: Span
    block: Block = field(repr=False, compare=False)
    """The block it stands in."""
    start: int
    """Where it begins in ``block.text``."""
    end: int
    """Where it ends in ``block.text``."""

    @property
    def text(self) -> str:
        """Its words as a reader sees them."""
        return self.block.text[self.start : self.end]

    @cached_property
    def word_texts(self) -> list[str]:
        """Its words in order as plain texts, not to be changed; for those who need no places."""
        return WORD.findall(self.block.text, self.start, self.end)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        found = WORD.finditer(self.block.text, self.start, self.end)
        if (
            self.start < self.end
            and len(self.span) == self.end - self.start
            and self.block.is_exact(self.start, self.end)
        ):
            by = self.span.start - self.start
            return tuple(Word(Span(match.start() + by, match.end() + by), match[0]) for match in found)
        span_of = self.block.span_of
        return tuple(Word(span_of(match.start(), match.end()), match[0]) for match in found)


@dataclass(frozen=True)
class Quotation:
    """A stretch in quotation marks, paired once; one that runs over paragraphs is one quotation with segments.

    It stands in the block where it begins. The later paragraphs of a long one have the voice SPEECH for their part of
    it, and do not list it again.
    """

    span: Span
    """From the opening mark to past the closing one; an unclosed one ends with its paragraph or at the next opening
    mark in it."""
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
    runs: tuple[tuple[int, int, int], ...] = field(repr=False)
    """The stretches it was read from: place in ``text``, start and end in the file. Characters and places match one
    to one, except where lengths differ: there (an entity such as ``&amp;``) the stretch stands as a whole."""
    quotations: tuple[Quotation, ...]
    voice: Voice
    """The voice of what is not in quotation marks."""
    level: int = 0
    """Of a heading: 1 to 6."""
    speaker: str | None = None
    """Who speaks, in a Q&A or a transcript: the fullest name that the article gives; nothing where it is not told."""
    label: Span | None = None
    """The words at its start that name the speaker, as the article writes them (“JT”, “Ana Ruiz”)."""

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """For each character of ``text``, and once past the last, its offset in the file."""
        places: list[int] = []
        ends = [run[0] for run in self.runs[1:]]
        for (begin, start, stop), end in zip(self.runs, [*ends, len(self.text)], strict=True):
            places.extend(range(start, stop) if end - begin == stop - start else [start] * (end - begin))
        places.append(self.runs[-1][2] if self.runs else self.span.end)
        return tuple(places)

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        return tuple(run[0] for run in self.runs)

    def _run(self, position: int) -> tuple[int, int, int, bool]:
        index = bisect_right(self._begins, position) - 1
        begin, start, stop = self.runs[index]
        end = self._begins[index + 1] if index + 1 < len(self.runs) else len(self.text)
        return begin, start, stop, end - begin == stop - start

    def is_exact(self, start: int, end: int) -> bool:
        """Whether ``text[start:end]`` stands in the file as it is here, with no markup inside."""
        begin, _, _, exact = self._run(start)
        return exact and self._run(end - 1)[0] == begin

    def span_of(self, start: int, end: int) -> Span:
        """The stretch of the file that ``text[start:end]`` stands for."""
        if not self.runs:
            return Span(self.span.end, self.span.end)
        if start >= len(self.text):
            return Span(self.runs[-1][2], self.runs[-1][2])
        begin, first, _, exact = self._run(start)
        first += start - begin if exact else 0
        if start == end:
            return Span(first, first)
        begin, place, stop, exact = self._run(end - 1)
        return Span(first, place + end - begin if exact else stop)

    def position_of(self, offset: int) -> int:
        """The place in ``text`` of the character at an offset of the file, or of the first one after it."""
        for index in range(bisect_right(self.runs, offset, key=lambda run: run[1]) - 1, -1, -1):
            begin, start, stop = self.runs[index]
            end = self._begins[index + 1] if index + 1 < len(self.runs) else len(self.text)
            if offset >= stop:
                return end
            return begin + offset - start if end - begin == stop - start else begin
        return 0

    @cached_property
    def sentence_places(self) -> tuple[tuple[int, int], ...]:
        """Where its sentences begin and end in ``text``; for those who need no more of them."""
        return () if self.kind is BlockKind.CODE else tuple(sentence_spans(self.text))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order; a heading, caption or cell without an end mark is one, code has none."""
        return tuple(Sentence(self.span_of(start, end), self, start, end) for start, end in self.sentence_places)

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
    """In order of their starts; a picture's description inside a paragraph is a caption block after it."""
    voices: tuple[tuple[int, Voice], ...]
    """Where each voice begins, in order, from offset 0 on."""
    notes: Notes | None = None
    written: Format = "markdown"
    """How the file is written."""

    @cached_property
    def lines(self) -> LineIndex:
        """Line and column of every offset."""
        return LineIndex(self.text)

    @cached_property
    def narrations(self) -> dict[int, str]:
        """What ``narration_of`` has made of the blocks so far, by their identity, since several rules ask."""
        return {}

    @cached_property
    def worked_out(self) -> dict[str, object]:
        """What other layers have worked out about this article and keep for each other, by a name of theirs."""
        return {}

    @cached_property
    def _voice_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.voices)

    def voice_at(self, offset: int) -> Voice:
        """The voice of one character."""
        index = bisect_right(self._voice_starts, offset) - 1
        return self.voices[index][1] if index >= 0 else Voice.MARKUP

    @cached_property
    def _speech_starts(self) -> tuple[int, ...]:
        return tuple(start for start, voice in self.voices if voice is Voice.SPEECH)

    def has_speech(self, span: Span) -> bool:
        """Whether quoted words stand in a stretch."""
        starts = self._speech_starts
        return bool(starts) and (
            bisect_left(starts, span.end) > bisect_left(starts, span.start) or self.voice_at(span.start) is Voice.SPEECH
        )

    def voices_in(self, span: Span) -> Iterator[tuple[Span, Voice]]:
        """The parts of a stretch that have one voice each, in order; nothing for an empty stretch."""
        index = max(bisect_right(self._voice_starts, span.start) - 1, 0)
        while index < len(self.voices) and self.voices[index][0] < span.end:
            end = self._voice_starts[index + 1] if index + 1 < len(self.voices) else len(self.text)
            yield Span(max(self.voices[index][0], span.start), min(end, span.end)), self.voices[index][1]
            index += 1

    def forget(self) -> None:
        """Let go of what knows the article, or its blocks, as these know it, so that all leaves memory at once."""
        self.__dict__.pop("worked_out", None)
        for block in self.blocks:
            block.__dict__.pop("sentences", None)

    @property
    def paragraphs(self) -> Iterator[Block]:
        """The blocks of running text, in order."""
        return (block for block in self.blocks if block.kind is BlockKind.PARAGRAPH)

    @property
    def quotations(self) -> Iterator[Quotation]:
        """Every outer quotation in order."""
        return (quotation for block in self.blocks for quotation in block.quotations if not quotation.depth)

    @cached_property
    def attributions(self) -> tuple[Attribution, ...]:
        """Every quotation and every piece of reported speech with its speaker, in order of place."""
        from authoring.prose.attribution.article import attribute

        return attribute(self)
