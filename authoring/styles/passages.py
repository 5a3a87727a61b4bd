"""The texts of an article that style rules read, each with its scope and the way back to the file.

Two readings of one article: as its reader sees it, with what is quoted set aside (style is the writer's, quoted words
are the source's); and, with all voices, as Vale sees it: quoted words too, line ends as they are, code as asterisks, a
plain text as one piece.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.narration import narration_of
from authoring.text.sentences import sentence_spans
from authoring.text.span import Span

_MASKED = frozenset({Voice.CODE, Voice.LINK_TARGET})
_ALL = frozenset(Voice)
_SCOPES = {
    BlockKind.PARAGRAPH: "text",
    BlockKind.LIST_ITEM: "text.list",
    BlockKind.BLOCKQUOTE: "text.blockquote",
    BlockKind.CAPTION: "text.attr.alt",
    BlockKind.TABLE_CELL: "text.table.cell",
}


@dataclass(frozen=True, eq=False)
class Passage:
    """A stretch of words that rules read as one."""

    scope: str
    text: str
    block: Block | None = None
    """What it was read from; nothing where it stands in the file to the letter."""
    shift: int = 0
    """Where it begins in the block's text, or in the file."""
    parent: str = ""
    """The scope of what it is a part of; its own where it is no part."""

    def span(self, start: int, end: int) -> Span:
        """The stretch of the file that ``text[start:end]`` stands for."""
        if self.block is None:
            return Span(start + self.shift, end + self.shift)
        return self.block.span_of(start + self.shift, end + self.shift)

    @cached_property
    def low(self) -> str:
        """The text in lower case, letter for letter."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else self.text.replace("İ", "I").lower()

    @cached_property
    def sentences(self) -> tuple[Passage, ...]:
        """Its sentences."""
        block = self.block
        if block is not None and len(block.text) == len(self.text):
            places = block.sentence_places
        else:
            places = tuple(_sentences(self.text))
        return tuple(self._part("sentence", start, end) for start, end in places)

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        """Its paragraphs, parted by empty lines."""
        if "\n\n" not in self.text:
            return (self._part("paragraph", 0, len(self.text)),)
        parts = []
        at = 0
        while at < len(self.text):
            end = self.text.find("\n\n", at)
            end = len(self.text) if end < 0 else end + 2
            parts.append(self._part("paragraph", at, end))
            at = end
        return tuple(parts)

    def _part(self, name: str, start: int, end: int) -> Passage:
        return Passage(f"{name}.{self.scope}", self.text[start:end], self.block, self.shift + start, self.scope)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        end = text.find("\n\n", at)
        end = len(text) if end < 0 else end
        for start, stop in sentence_spans(text[at:end]):
            yield at + start, at + stop
        at = end + 2


@dataclass(frozen=True, eq=False)
class Passages:
    """All texts of an article that rules read."""

    prose: tuple[Passage, ...]
    """Front matter values, paragraphs, headings, list items, cells, descriptions of pictures, in order."""
    raw: Passage
    """The file as it is."""

    @cached_property
    def summary(self) -> str:
        """The paragraphs, list items and block quotations together, for what is measured."""
        return "\n\n".join(passage.text for passage in self.prose if _is_running(passage.scope))

    @staticmethod
    def counted(passage: Passage) -> Iterator[str]:
        """Under which names a metric counts a passage."""
        words = passage.scope.split(".")
        if "heading" in words:
            yield f"heading_{words[2]}"
        elif "list" in words or "blockquote" in words:
            yield words[1]
        elif words[1] in {"md", "txt", "html"}:
            yield "paragraphs"


def passages_of(document: Document, voices: frozenset[Voice]) -> Passages:
    """The passages of an article, made once for each reading."""
    all_voices, spoken = voices == _ALL, Voice.SPEECH in voices
    key = f"style passages {all_voices} {spoken}"
    known = document.worked_out.get(key)
    if isinstance(known, Passages):
        return known
    made = Passages(tuple(_prose(document, all_voices, spoken)), Passage("raw", document.text))
    document.worked_out[key] = made
    return made


def _prose(document: Document, all_voices: bool, spoken: bool) -> Iterator[Passage]:
    plain = document.path.lower().endswith(".txt")
    if all_voices and plain:
        yield Passage("text.txt", document.text)
        return
    end = ".txt" if plain else ".html" if document.path.lower().endswith((".html", ".htm")) else ".md"
    for key, value in document.front.items():
        span = document.front_spans.get(key)
        if span is not None and len(span) == len(value):
            yield Passage(f"text.frontmatter.{key.replace('.', '_')}{end}", value, None, span.start)
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        scope = _SCOPES.get(block.kind) or f"text.heading.h{block.level or 1}"
        if all_voices:
            text = _masked(document, block)
        else:
            text = (block.text if spoken else narration_of(document, block)).replace("’", "'")
        yield Passage(scope + end, text, block)


def _masked(document: Document, block: Block) -> str:
    """The block's words with line ends as in the file, and code and addresses as asterisks, letter for letter."""
    source = document.text
    text = block.text
    if "\n" in source[block.span.start : block.span.end]:
        parts = []
        ends = [run[0] for run in block.runs[1:]]
        for (begin, start, stop), end in zip(block.runs, [*ends, len(text)], strict=True):
            if end - begin == stop - start:
                parts.append(source[start:stop])
            else:
                parts.append("\n" if text[begin:end] == " " and "\n" in source[start:stop] else text[begin:end])
        text = "".join(parts)
    hidden = [span for span, voice in document.voices_in(block.span) if voice in _MASKED]
    if hidden:
        letters = list(text)
        for span in hidden:
            first, last = block.position_of(span.start), block.position_of(span.end)
            letters[first:last] = "*" * (last - first)
        text = "".join(letters)
    return text


def _is_running(scope: str) -> bool:
    return not any(word in scope for word in (".heading", ".table", ".attr", ".frontmatter"))
