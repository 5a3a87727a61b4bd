"""What stands in an article's file and is not the article: buttons, forms, captions, the headline once more."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.export.dates import iso
from authoring.prose.document import Block, BlockKind, Document
from authoring.recovering.model import LeftOut
from authoring.rules.structure import page_furniture, repeated_headline
from authoring.text.patterns import lazy

_NEAR = 5
_KINDS = {BlockKind.CAPTION: "the words under or behind a picture", BlockKind.CODE: "lines of code"}
_END = lazy(r"\s*(?:END\b.{0,20}|#\s?#\s?#+|-\s?30\s?-|-END-)\s*$")
_CREDIT = lazy(
    r"\s*\(?(?:photos?|images?|pictures?|illustrations?|credits?|photo credit)(?: by|:| courtesy)[^.]{0,80}\.?\)?\s*$",
    2,
)
_LINES = {_END: "a mark of the end", _CREDIT: "the credit of a picture"}


def furniture(document: Document) -> dict[int, LeftOut]:
    """The blocks that are left out, by their numbers."""
    found = {number: what for number, block in enumerate(document.blocks) if (what := _of_itself(block))}
    for hit in (*page_furniture.check(document), *repeated_headline.check(document)):
        what = hit.message.partition(" of a web page")[0].partition(" stands here")[0].partition(" stands in")[0]
        for number, block in enumerate(document.blocks):
            if block.span.overlaps(hit.span) and number not in found:
                found[number] = f"{what} again" if what == "the headline" else what
    found |= {number: what for number, what in _above(document) if number not in found}
    return {
        number: LeftOut(what, document.lines.position(document.blocks[number].span.start)[0])
        for number, what in sorted(found.items())
    }


def _above(document: Document) -> Iterator[tuple[int, str]]:
    """The headline as the first line of a text whose front matter has it, and the day on a line of its own."""
    told_above = _letters(document.front.get("title") or document.front.get("headline") or "")
    for number, block in enumerate(document.blocks[:_NEAR]):
        if told_above and _letters(block.text) == told_above and block.kind is not BlockKind.HEADING:
            yield number, "the headline again"
        elif len(block.text.split()) <= 6 and iso(" ".join(block.text.split())):
            yield number, "the day"


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _of_itself(block: Block) -> str:
    if block.kind in _KINDS:
        return _KINDS[block.kind]
    return next((what for line, what in _LINES.items() if line.match(block.text)), "")


def told(left_out: list[LeftOut]) -> Iterator[str]:
    """What was left out, each kind with its lines: “2 share buttons, lines 4 and 80”."""
    lines: dict[str, list[str]] = {}
    for each in left_out:
        lines.setdefault(each.what, []).append(str(each.line))
    for what, places in lines.items():
        shown = places if len(places) <= 8 else [*places[:8], "…"]
        yield f"{what} (line{'s' if len(places) > 1 else ''} {', '.join(shown)})"
