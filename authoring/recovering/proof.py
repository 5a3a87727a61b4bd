"""Holds notes against their article: can they be read, and does a draft give every quotation back to the letter?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from authoring.errors import AuthoringError, NotesError, Problem
from authoring.notes import parse_notes
from authoring.notes.model import Notes
from authoring.prose import parse
from authoring.prose.document import Block, BlockKind, Document
from authoring.recovering.model import JOINT, Item, Story
from authoring.recovering.turns import is_turn, spoken
from authoring.recovering.writing import written
from authoring.text.patterns import lazy
from authoring.text.span import Span

_MARKS = lazy("[“”„«»\"‘’‚‹›'`´′]+")
_BLANK = lazy(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_EMPTY = lazy(r"\W*\Z")
_ROUNDS = 6
_SKIPPED = {BlockKind.CODE, BlockKind.CAPTION, BlockKind.HEADING}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of the article that a draft has to give back."""

    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Proof:
    """Notes that can be read, and what was found out about them."""

    text: str
    notes: Notes
    quoted: tuple[Quoted, ...]
    """Every quotation of the article, a paragraph each."""
    lost: tuple[Quoted, ...]
    """Those that no draft from the notes gives back to the letter."""
    drafted: str
    """The draft; empty where there could be none."""


def alike(words: str) -> str:
    """Words as they are compared: the style of quotation marks aside, and a comma or full stop at the end."""
    bare = _BLANK.sub(" ", _MARKS.sub("'", words)).strip(" '")
    return bare[:-1].rstrip(" '") if bare.endswith((",", ".")) else bare


def quoted_in(document: Document, left_out: set[int]) -> tuple[Quoted, ...]:
    """Every quotation and every answer, but for what stands in headings, captions and lines that are left out."""
    return tuple(
        each
        for block in document.blocks
        if block.kind not in _SKIPPED and document.lines.position(block.span.start)[0] not in left_out
        for each in _of(block, document)
        if not _EMPTY.match(each.words)
    )


def _of(block: Block, document: Document) -> Iterator[Quoted]:
    if is_turn(block):
        if block.voice.value == "answer":
            yield Quoted(block.span, spoken(block))
        return
    for quotation in block.quotations:
        if quotation.depth:
            continue
        for part, words in zip(quotation.inner, quotation.text.split("\n"), strict=False):
            yield Quoted(part, words)


def proved(document: Document, story: Story, path: str) -> Proof:
    """The notes of a story, in which whatever would not come back to the letter stands as the article has it."""
    quoted = quoted_in(document, {each.line for each in story.left_out})
    for _ in range(_ROUNDS):
        text, places = written(story)
        try:
            notes = parse_notes(text, path)
        except NotesError as error:
            if not _without(story, error.problems, places):
                raise
            continue
        made = drafted(notes)
        lost = _lost(quoted, made)
        again = {id(item): item for one in lost for item in _around(story, one) if item.kind != "narration" or item.tag}
        if not again:
            break
        for item in again.values():
            _plainly(item)
    return Proof(text, notes, quoted, lost, made)


def drafted(notes: Notes) -> str:
    """The draft of notes by the template of their kind; empty where there can be none."""
    from authoring.drafting.draft import draft

    try:
        return draft(notes).text
    except AuthoringError:
        return ""


def _lost(quoted: tuple[Quoted, ...], draft: str) -> tuple[Quoted, ...]:
    seen = "\n".join(block.text for block in parse(draft, path="draft.md").blocks)
    texts = (as_compared(seen), as_compared(draft))
    lost = []
    at = 0
    for one in quoted:
        words = alike(one.words)
        place = texts[0].find(words, at)  # nearly always a little further on
        if place >= 0:
            at = place
        elif not any(words in text for text in texts):
            lost.append(one)
    return tuple(lost)


def as_compared(text: str) -> str:
    """A text in which ``alike`` words can be looked for."""
    return _BLANK.sub(" ", _MARKS.sub("'", text))


def _around(story: Story, one: Quoted) -> list[Item]:
    return [item for item in story.items if item.span.overlaps(one.span) and item.kind not in ("heading", "break")]


def _without(story: Story, problems: tuple[Problem, ...], places: list[tuple[int, int, Item]]) -> bool:
    """Set plainly what the errors are about; whether there was anything to set so."""
    found = False
    for problem in problems:
        if problem.level != "error":
            continue
        for start, end, item in places:
            if start <= problem.start <= end and item.kind not in ("heading", "break"):
                found = found or item.kind != "narration" or bool(item.tag)
                _plainly(item)
    return found


def _plainly(item: Item) -> None:
    """The stretch as the article has it."""
    item.kind = "narration"
    item.text = (item.plain or item.text).replace(JOINT, "")
    item.tag, item.lead = (), ""
