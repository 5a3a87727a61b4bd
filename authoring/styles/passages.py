"""The texts of an article that style rules read, each with its scope and the way back to the file.

Two readings of one article: as its reader sees it, with what is quoted set aside (style is the writer's, quoted words
are the source's); and, with all voices, as Vale sees it: quoted words too, line ends as they are, code as asterisks, a
plain text as one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.front import read_front
from authoring.prose.narration import narration_of
from authoring.prose.raw import RawBlock
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans
from authoring.text.span import Span

_ALL = frozenset(Voice)
_ENDED = lazy(r"""[.?!…]["'”’)\]]*\Z""")
_FENCED = lazy(r"(?:---|\+\+\+)\r?\n.+?\n(?:---|\+\+\+)", re.DOTALL)
"""Front matter that Vale leaves out of the prose; with a space behind the fence it reads it as prose too."""
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
    exact: bool = False
    """Whether it is read as Vale reads it."""
    voice: Voice = Voice.NARRATION
    """Whose words it is, but for what is quoted in it."""

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
        if self.exact:
            from authoring.styles.vale_sentences import vale_sentence_places  # few runs read all voices

            places: Sequence[tuple[int, int]] = vale_sentence_places(self.text)
        elif block is not None and len(block.text) == len(self.text):
            places = block.sentence_places
        else:
            places = _sentences(self.text)
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
        return Passage(
            f"{name}.{self.scope}", self.text[start:end], self.block, self.shift + start, self.scope, self.exact
        )


def _sentences(text: str) -> list[tuple[int, int]]:
    """Sentences of a text of many paragraphs; a line without an end mark goes on with the next, as Vale has it."""
    places: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = text.find("\n\n", at)
        end = len(text) if end < 0 else end
        for start, stop in sentence_spans(text[at:end]):
            goes_on = bool(places) and (places[-1][1] == at + start or not _ENDED.search(text, *places[-1]))
            places.append((places.pop()[0] if goes_on else at + start, at + stop))
        at = end + 2
    return places


@dataclass(frozen=True, eq=False)
class Passages:
    """All texts of an article that rules read."""

    prose: tuple[Passage, ...]
    """Front matter values, paragraphs, headings, list items, cells, descriptions of pictures, in order."""
    raw: Passage
    """The file as it is."""
    document: Document

    @cached_property
    def inline(self) -> tuple[Passage, ...]:
        """The words of links, bold, italics and code."""
        path = self.document.path.lower()
        if path.endswith(".txt"):
            return ()
        end = ".html" if path.endswith((".html", ".htm")) else ".md"
        return tuple(passage for passage in _cut_out(self.document, end) if not passage.scope.startswith("text"))

    @cached_property
    def summary(self) -> Passage | None:
        """The paragraphs, list items and block quotations together, for what is measured."""
        raw = RawBlock(BlockKind.CODE, 0, 0)  # takes in the space that a paragraph begins with
        for passage in self.prose:
            if not _is_running(passage.scope) or (passage.scope.endswith(".txt") and passage.exact):
                continue
            runs = passage.block.runs if passage.block else ((0, passage.shift, passage.shift + len(passage.text)),)
            ends = [*(run[0] for run in runs[1:]), len(passage.text)]
            if raw.runs:
                raw.add("\n\n", raw.runs[-1][2], raw.runs[-1][2])
            for (begin, start, stop), end in zip(runs, ends, strict=True):
                raw.add(passage.text[begin:end], start, stop)
        if not raw.runs:
            return None
        span = Span(raw.runs[0][1], raw.runs[-1][2])
        block = Block(BlockKind.PARAGRAPH, span, "".join(raw.parts), tuple(raw.runs), (), Voice.NARRATION)
        return Passage("summary", block.text, block, exact=self.prose[0].exact)

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
    made = Passages(tuple(_prose(document, all_voices, spoken)), Passage("raw", document.text), document)
    document.worked_out[key] = made
    return made


def _prose(document: Document, all_voices: bool, spoken: bool) -> Iterator[Passage]:
    path = document.path.lower()
    end = ".txt" if path.endswith(".txt") else ".html" if path.endswith((".html", ".htm")) else ".md"
    if all_voices and end == ".txt":
        yield Passage("text.txt", document.text, exact=True)
        return
    if all_voices:
        from authoring.styles.front import front_texts  # few runs read all voices

        for key, block in front_texts(document.text):
            yield Passage(f"text.frontmatter.{key.replace('.', '_')}{end}", block.text, block, exact=True)
        yield from (passage for passage in _cut_out(document, end) if passage.scope.startswith("text"))
        return
    for key, value in document.front.items():
        span = document.front_spans.get(key)
        if span is not None and len(span) == len(value):
            scope = f"text.frontmatter.{key.replace('.', '_')}{end}"
            yield Passage(scope, value, None, span.start, voice=Voice.FRONT_MATTER)
    for block in document.blocks:
        if block.kind is BlockKind.CODE:
            continue
        scope = _SCOPES.get(block.kind) or f"text.heading.h{block.level or 1}"
        text = (block.text if spoken else narration_of(document, block)).replace("’", "'")
        yield Passage(scope + end, text, block, voice=block.voice)


def _cut_out(document: Document, end: str) -> Iterator[Passage]:
    """The article's texts as Vale cuts them, with those of its links, bold, italics and code."""
    from authoring.styles.exact import cuts
    from authoring.styles.markdown import markdown_tokens
    from authoring.styles.tokens import html_tokens

    text = document.text
    body = read_front(text)[2] if _FENCED.match(text) else 0
    tokens = html_tokens(text, body, len(text)) if end == ".html" else markdown_tokens(text, body)
    for cut in cuts(tokens):
        yield Passage(cut.scope + end, cut.block.text, cut.block, exact=True)


def _is_running(scope: str) -> bool:
    return not any(word in scope for word in (".heading", ".table", ".attr", ".frontmatter"))
