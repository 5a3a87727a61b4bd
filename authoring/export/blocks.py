"""The body of an article as it is published: its blocks with their inline markup."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from authoring.export import addresses
from authoring.export.article import Block, BlockKind, Picture, Run
from authoring.export.front import clean
from authoring.export.inline import joined, runs
from authoring.prose import document as prose
from authoring.prose.document import Document, Voice
from authoring.prose.parser import raw_blocks
from authoring.prose.raw import Place, RawBlock
from authoring.text.patterns import lazy
from authoring.text.span import Span

_Pair = tuple[RawBlock, prose.Block | None]
_NUMBER = lazy(r"[ \t]*\(?(\d{1,3})[.)]")
_TURNS: dict[Voice, BlockKind] = {Voice.QUESTION: "question", Voice.ANSWER: "answer"}
_NOWHERE = Place()
_LISTED = ("bullet", "numbered")
_LABEL = 140
"""Characters that the label of a turn has at most."""


class Reader:
    """Makes the blocks of one article."""

    def __init__(self, document: Document, folder: str) -> None:
        """``folder`` is the path of the article's folder from the project's."""
        self.document, self.folder = document, folder
        self.left_out: list[str] = []
        raw = raw_blocks(document)
        known = iter(document.blocks)
        self.pairs: list[_Pair] = [(block, next(known) if block.parts else None) for block in raw]
        self.before = {id(block): other for other, block in pairwise(raw)}
        """The block before each, by its identity."""
        self.numbers = _numbers(raw)
        """The number of each footnote, by its name, in the order of the calls."""

    def read(self) -> list[Block]:
        """The blocks in order, the footnotes last and in the order of their numbers."""
        made: list[Block] = []
        for table, pairs in groupby(self.pairs, lambda pair: _place(pair[0]).table):
            if table >= 0:
                made.extend(self.table(list(pairs)))
            else:
                for raw, block in pairs:
                    self.add(made, raw, block)
        notes = [block for block in made if block.kind == "note"]
        notes.sort(key=lambda block: block.number)  # sorting keeps the paragraphs of each in their order
        return _levelled([block for block in made if block.kind != "note"]) + notes

    def add(self, made: list[Block], raw: RawBlock, block: prose.Block | None) -> None:
        """Put one block behind those that are made."""
        place = _place(raw)
        if place.rule:
            made.append(Block("rule", Span(raw.start, raw.end)))
        elif raw.kind is prose.BlockKind.CAPTION and raw.images:
            made.extend(self.picture(raw, block))
        elif block is None:
            pass
        elif block.kind is prose.BlockKind.CAPTION:
            self.credit(made, raw, block)
        else:
            one = self.block(raw, block, made[-1] if made else None)
            if one.text.strip():
                made.append(one)

    def block(self, raw: RawBlock, block: prose.Block, before: Block | None) -> Block:
        """One block of words."""
        place, kind = _place(raw), block.kind
        span = block.span
        if kind is prose.BlockKind.CODE:
            words = runs(raw, block, {})
            return Block("code", span, tuple(replace(run, code=False) for run in words))
        if place.note:
            number = self.numbers.get(place.note, 0)
            again = before is not None and before.kind == "note" and before.number == number
            return Block("note", span, self.runs(raw, block), number=number, continues=again)
        turn = _TURNS.get(block.voice)
        if turn and kind in (prose.BlockKind.PARAGRAPH, prose.BlockKind.HEADING):
            return self.turn(turn, raw, block, before)
        words = self.runs(raw, block)
        if kind is prose.BlockKind.HEADING:
            return Block("heading", span, words, max(raw.level, 2), number=int(raw.level == 1))
        if kind is prose.BlockKind.BLOCKQUOTE:
            again = before is not None and before.kind == "blockquote" and self.same(raw, "quote")
            return Block("blockquote", span, words, continues=again)
        if kind is prose.BlockKind.LIST_ITEM:
            return self.item(raw, block, words, before)
        return Block("paragraph", span, words)

    def item(self, raw: RawBlock, block: prose.Block, words: tuple[Run, ...], before: Block | None) -> Block:
        """An item of a list, or a further paragraph of one."""
        place = _place(raw)
        number = place.number
        if self.document.written == "text":
            found = _NUMBER.match(self.document.text, raw.start, raw.runs[0][1])
            number = int(found[1]) if found else 0
        kind: BlockKind = "numbered" if number else "bullet"
        again = self.same(raw, "item")
        if again and (before is None or before.kind not in _LISTED):  # something else has ended the list
            return Block("paragraph", block.span, words)
        return Block(kind, block.span, words, max(place.depth, 1), number, continues=again)

    def turn(self, kind: BlockKind, raw: RawBlock, block: prose.Block, before: Block | None) -> Block:
        """What somebody asks or answers."""
        length = self.label(block) if block.label is not None or block.kind is prose.BlockKind.PARAGRAPH else 0
        speaker = clean(block.text[:length])
        if speaker.endswith(":") or (len(speaker) <= 3 and speaker.endswith(".")):
            speaker = speaker[:-1].rstrip()
        again = not speaker and before is not None and before.kind == kind and not before.level
        level = max(raw.level, 2) if block.kind is prose.BlockKind.HEADING else 0
        return Block(
            kind, block.span, self.runs(raw, block, length), level, speaker=speaker, continues=again and not level
        )

    def label(self, block: prose.Block) -> int:
        """How many characters at the start of a turn are its label, with the space behind it."""
        for place in range(min(len(block.text), _LABEL)):
            if self.document.voice_at(block.span_of(place, place + 1).start) is not Voice.MARKUP:
                return place
        return 0

    def runs(self, raw: RawBlock, block: prose.Block, start: int = 0) -> tuple[Run, ...]:
        """The runs of a block; links that are not fit to publish are told."""
        for _, _, address in raw.links:
            if address and not addresses.link(address):
                self.leave_out(raw, "this links to no address of the web, so only its words were exported")
        return runs(raw, block, self.numbers, start)

    def same(self, raw: RawBlock, part: str) -> bool:
        """Whether the block of words before this one is in the same item or quote."""
        place = getattr(_place(raw), part)
        before = self.before.get(id(raw))
        return place >= 0 and before is not None and getattr(_place(before), part) == place

    # Tables

    def table(self, pairs: list[_Pair]) -> Iterator[Block]:
        """The rows of a table; what stands in one that only lays out the page stands as it would without."""
        rows = [list(row) for _, row in groupby(pairs, lambda pair: _place(pair[0]).row)]
        parted = [[list(cell) for _, cell in groupby(row, lambda pair: _place(pair[0]).cell)] for row in rows]
        if all(len(row) < 2 for row in parted):
            made: list[Block] = []
            for raw, block in pairs:
                self.add(made, raw, block)
            yield from made
            return
        begun = False
        for number, row in enumerate(parted):
            cells = tuple(self.cell(cell) for cell in row)
            span = Span(rows[number][0][0].start, max(raw.end for raw, _ in rows[number]))
            head = all(_place(cell[0][0]).head for cell in row)
            if not any(cells):
                continue  # a table without heads has an empty row for them in Markdown
            plain = tuple(
                Run("".join(run.text for run in cell), _whole(cell, pairs[0].start))
                for cell, pairs in zip(cells, (cell[0] for cell in row), strict=True)
            )
            yield Block("row", span, plain, int(head), continues=begun, cells=cells)
            begun = True
            yield from (one for cell in row for raw, block in cell if raw.images for one in self.picture(raw, block))

    def cell(self, pairs: list[_Pair]) -> tuple[Run, ...]:
        """The words of one cell."""
        words = [self.runs(raw, block) for raw, block in pairs if block is not None and not _place(raw).picture]
        return joined(words, "\n")

    # Pictures

    def picture(self, raw: RawBlock, block: prose.Block | None) -> Iterator[Block]:
        """A picture, if its file is one that may be published."""
        place = _place(raw)
        if raw.kind is not prose.BlockKind.CAPTION:
            return
        file = addresses.picture(place.picture, self.folder)
        if not file:
            told = "outside the project" if place.picture else "without an address"
            self.leave_out(raw, f"this is a picture {told}, which was left out")
            return
        alt = clean(block.text) if block is not None else ""
        yield Block("picture", Span(raw.start, raw.end), picture=Picture(file, alt, clean(place.title)))

    def credit(self, made: list[Block], raw: RawBlock, block: prose.Block) -> None:
        """The words under a picture; where there is none, a paragraph."""
        last = made[-1] if made else None
        if last is None or last.picture is None or last.picture.credit:
            made.append(Block("paragraph", block.span, self.runs(raw, block)))
            return
        caption, credit = parted(clean(block.text))
        caption = " ".join(filter(None, [last.picture.caption, caption]))
        made[-1] = replace(last, picture=replace(last.picture, caption=caption, credit=credit))

    def leave_out(self, raw: RawBlock, told: str) -> None:
        """Keep what the writer is to know."""
        line, column = self.document.lines.position(raw.start)
        self.left_out.append(f"{line}:{column}: {told}")


_CREDIT = lazy(
    r"(?:^|(?<=[.!?”\"’] ))\(?(?:(?:file )?photo(?:graph)?s?|images?|pictures?|illustration|credits?|drawing|graphic"
    r"|courtesy|source|©|by [A-Z])(?![\w-])",
    2,
)
_SENTENCE = lazy(r"(?:\S+ ){5,}\S+[.!?…][”\"’)]?$")


def parted(words: str) -> tuple[str, str]:
    """The caption and the credit in the words under a picture."""
    found = _CREDIT.search(words)
    if found:
        return words[: found.start()].rstrip(), words[found.start() :]
    return (words, "") if _SENTENCE.match(words) else ("", words)


def _levelled(blocks: list[Block]) -> list[Block]:
    """The same with no level of a list left out: a list in an item without words is no deeper than that item."""
    made: list[Block] = []
    levels: list[int] = []
    for block in blocks:
        if block.kind not in _LISTED:
            levels.clear()
            made.append(block)
            continue
        while levels and levels[-1] > block.level:
            levels.pop()
        if not levels or levels[-1] < block.level:
            levels.append(block.level)
        made.append(replace(block, level=len(levels)))
    return made


def _place(raw: RawBlock) -> Place:
    return raw.place if raw.place is not None else _NOWHERE


def _numbers(raw: list[RawBlock]) -> dict[str, int]:
    """A number for each footnote that is there: those that are called first, in the order of the calls."""
    there = dict.fromkeys(_place(block).note for block in raw if _place(block).note)
    called = dict.fromkeys(name for block in raw for _, name, *_ in block.calls if name in there)
    return {name: number for number, name in enumerate([*called, *(name for name in there if name not in called)], 1)}


def _whole(cell: tuple[Run, ...], at: int) -> Span:
    return Span(cell[0].span.start, cell[-1].span.end) if cell else Span(at, at)
