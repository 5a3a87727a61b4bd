"""Makes a ``Document`` of an article's text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from authoring.prose.document import Block, BlockKind, Document, Format, Quotation, Voice
from authoring.prose.front import read_front
from authoring.prose.layout import Turn, turns
from authoring.prose.plain import read_plain
from authoring.prose.raw import RawBlock
from authoring.prose.voices import Piece, disjoint, overlay, starts
from authoring.text.patterns import lazy
from authoring.text.quotations import Pair, pairs
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes

_ADDRESS = lazy(r"""(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}…*_]""")
_VOICES = {
    BlockKind.PARAGRAPH: Voice.NARRATION,
    BlockKind.LIST_ITEM: Voice.NARRATION,
    BlockKind.TABLE_CELL: Voice.NARRATION,
    BlockKind.HEADING: Voice.HEADING,
    BlockKind.BLOCKQUOTE: Voice.BLOCKQUOTE,
    BlockKind.CAPTION: Voice.CAPTION,
    BlockKind.CODE: Voice.CODE,
}
_RUNS_ON = {BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE}
"""Kinds of block over which a quotation may run."""


def parse(text: str, notes: Notes | None = None, *, path: str = "", format: Format | None = None) -> Document:
    """The article ``text`` as rules read it.

    ``format`` says how it is written; without it, a ``path`` that ends in ``.txt`` is plain text, one in ``.html`` or
    ``.htm`` HTML, and everything else Markdown. ``notes`` are kept beside it for rules that compare. Every text can be
    parsed; nothing is raised.
    """
    front, front_spans, body = read_front(text)
    written = format or _format_of(path)
    raw, loose, head, head_spans = _read(text, body, written)
    front, front_spans = {**head, **front}, {**head_spans, **front_spans}
    raw = [block for block in raw if block.parts]
    _find_credits(raw)
    texts = ["".join(block.parts) for block in raw]
    layout = turns(raw, texts, front, text, body)
    found = [[] if block.kind is BlockKind.CODE else pairs(words) for block, words in zip(raw, texts, strict=True)]
    blocks = [_block(block, words, turn) for block, words, turn in zip(raw, texts, layout, strict=True)]
    quotations, spoken = _quotations(blocks, found)
    pieces: list[Piece] = [(0, body, Voice.FRONT_MATTER)] if body else []
    for block, source, turn, speech in zip(blocks, raw, layout, spoken, strict=True):
        pieces.extend(_pieces(block, source, turn, speech))
    pieces = disjoint([*pieces, *loose])
    voices = starts(overlay(pieces, disjoint(loose)) if loose else pieces, len(text))
    for block, quoted in zip(blocks, quotations, strict=True):
        if quoted:
            object.__setattr__(block, "quotations", tuple(quoted))  # nobody has seen the block yet
    return Document(path, text, front, front_spans, tuple(blocks), voices, notes, written)


def raw_blocks(document: Document) -> list[RawBlock]:
    """The blocks of an article with their inline markup, as they were first read: for those who print it.

    Those with words are the blocks of the document, in order; the others are pictures without a description, and rules
    across the page.
    """
    _, _, body = read_front(document.text)
    return _read(document.text, body, document.written)[0]


def _read(text: str, body: int, written: Format) -> tuple[list[RawBlock], list[Piece], dict[str, str], dict[str, Span]]:
    """The blocks from ``body`` on, in order, what has a voice outside of them, and what the head of a page tells."""
    loose: list[Piece] = []
    head: dict[str, str] = {}
    head_spans: dict[str, Span] = {}
    if written == "markdown":
        from authoring.prose.markdown import read_markdown

        raw, loose = read_markdown(text, body)
    elif written == "html":
        from authoring.prose.html import read_html

        raw, loose, head, head_spans = read_html(text, body)
    else:
        raw = read_plain(text, body)
    raw.sort(key=lambda block: block.start)
    return raw, loose, head, head_spans


def _format_of(path: str) -> Format:
    path = path.lower()
    return "text" if path.endswith(".txt") else "html" if path.endswith((".html", ".htm")) else "markdown"


def _find_credits(raw: list[RawBlock]) -> None:
    """A paragraph of one emphasised stretch in or after a picture's paragraph is the picture's credit."""
    after_picture = False
    for block in raw:
        if block.kind is BlockKind.CAPTION:
            after_picture = True
            continue
        words = "".join(block.parts)
        if block.kind is BlockKind.PARAGRAPH:
            whole = any(not (words[:start] + words[end:]).strip() for start, end in block.emphasis)
            if whole and (after_picture or block.images):
                block.kind = BlockKind.CAPTION
        after_picture = block.images > 0 and (not words.strip() or block.kind is BlockKind.CAPTION)


def _block(raw: RawBlock, words: str, turn: Turn | None) -> Block:
    voice = turn.voice if turn else _VOICES[raw.kind]
    speaker = turn.speaker if turn else None
    block = Block(raw.kind, Span(raw.start, raw.end), words, tuple(raw.runs), (), voice, raw.level, speaker)
    return replace(block, label=block.span_of(*turn.named)) if turn and turn.named else block


def _quotations(
    blocks: list[Block], found: list[list[Pair]]
) -> tuple[list[list[Quotation]], list[list[tuple[int, int]]]]:
    """For each block the quotations that begin in it, and which stretches of its text are quoted."""
    quotations: list[list[Quotation]] = [[] for _ in blocks]
    spoken: list[list[tuple[int, int]]] = [[] for _ in blocks]
    taken: set[int] = set()
    """Blocks whose first pair carries on a quotation from before."""
    following = _following(blocks)
    for index, block in enumerate(blocks):
        for number, pair in enumerate(found[index]):
            if not number and index in taken:
                continue
            parts = [(index, pair)]
            while not parts[-1][1].closed and parts[-1][1].end == len(blocks[parts[-1][0]].text):
                later = following[parts[-1][0]]
                if later is None or not found[later] or found[later][0].start or not _same(pair, found[later][0]):
                    break
                parts.append((later, found[later][0]))
            if pair.family == "single" and not pair.closed and len(parts) == 1:
                continue
            taken.update(place for place, _ in parts[1:])
            for place, part in parts:
                if not part.depth:
                    spoken[place].append((part.start, part.end))
            last, end = parts[-1]
            quotations[index].append(
                Quotation(
                    Span(block.span_of(pair.start, pair.inner).start, blocks[last].span_of(end.start, end.end).end),
                    tuple(_inner(blocks[place], part) for place, part in parts),
                    "\n".join(blocks[place].text[part.inner : part.stop] for place, part in parts),
                    end.closed,
                    pair.depth,
                )
            )
    return quotations, [sorted(stretches) for stretches in spoken]


def _inner(block: Block, pair: Pair) -> Span:
    """Where the quoted words stand in the file."""
    if pair.inner < pair.stop:
        return block.span_of(pair.inner, pair.stop)
    end = block.span_of(pair.start, pair.inner).end
    return Span(end, end)


def _same(one: Pair, other: Pair) -> bool:
    return one.family == other.family or {one.family, other.family} <= {"straight", "curly"}


def _following(blocks: list[Block]) -> list[int | None]:
    """For each paragraph the next one, if no heading or list parts them."""
    following: list[int | None] = [None] * len(blocks)
    last: int | None = None
    for index, block in enumerate(blocks):
        if block.kind in _RUNS_ON:
            if last is not None:
                following[last] = index
            last = index
        elif block.kind is not BlockKind.CAPTION:
            last = None
    return following


def _pieces(block: Block, raw: RawBlock, turn: Turn | None, speech: list[tuple[int, int]]) -> list[Piece]:
    pieces: list[Piece] = [(start, end, block.voice) for _, start, end in block.runs]
    if speech:
        spans = (block.span_of(start, end) for start, end in speech)
        pieces = overlay(pieces, [(span.start, span.end, Voice.SPEECH) for span in spans])
    if turn and turn.label:
        span = block.span_of(0, turn.label)
        pieces = overlay(pieces, [(span.start, span.end, Voice.MARKUP)])
    marks = raw.marks
    if block.kind is not BlockKind.CODE and ("://" in block.text or "www." in block.text):
        addresses = (block.span_of(found.start(), found.end()) for found in _ADDRESS.finditer(block.text))
        marks = disjoint([*marks, *((span.start, span.end, Voice.LINK_TARGET) for span in addresses)])
    if marks:
        pieces = disjoint([*overlay(pieces, marks), *marks])
    return pieces
