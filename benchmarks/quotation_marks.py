"""Prints what pairing makes of the quotation marks of real articles, beside plain toggling across the whole text.

    python benchmarks/quotation_marks.py

Counted are the articles of ``../shared/data/articles`` with an odd number of double marks, and the paragraphs that
end with one open. Then 1,000 times one mark is dropped or doubled in an article whose paragraphs are all even, and
the paragraphs elsewhere are counted in which words change between narration and speech. Toggling is what a reader of
marks does who does not know paragraphs: the first mark opens, the next closes.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from authoring.prose import Document, Quotation, Voice, parse
from authoring.text import Span, read_text

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "articles"
SEED = 7
DRAWN = 1000
_MARK = re.compile(r"[\"“”]")

_READ = set(Voice) - {Voice.MARKUP, Voice.LINK_TARGET, Voice.FRONT_MATTER, Voice.CODE}
"""Voices of what readers see."""


def marks_of(text: str) -> list[int]:
    """Where the double marks of a text stand."""
    return [match.start() for match in _MARK.finditer(text)]


def toggled(text: str) -> list[Span]:
    """The peer's quotations."""
    places = marks_of(text)
    return [Span(first, last) for first, last in zip(places[::2], [*places[1::2], len(text)], strict=False)]


def paired(document: Document) -> list[Span]:
    """Our quotations, a stretch a paragraph."""
    found: list[Quotation] = list(document.quotations)
    return [inner for quotation in found for inner in quotation.inner]


def within(spans: list[Span], where: Span, shift: int = 0) -> set[int]:
    """The places inside a paragraph that are quoted, from its start."""
    quoted: set[int] = set()
    for span in spans:
        first, last = max(span.start, where.start + shift), min(span.end, where.end + shift)
        quoted.update(range(first - where.start - shift, last - where.start - shift))
    return quoted


def harmed(before: list[Span], after: list[Span], paragraphs: list[Span], changed: int, shift: int) -> int:
    """In how many other paragraphs a letter is quoted that was not, or no longer."""
    count = 0
    for number, where in enumerate(paragraphs):
        if number != changed:
            by = shift if number > changed else 0
            old, new = within(before, where), within(after, where, by)
            count += len(old ^ new) > 2  # the marks themselves belong to neither
    return count


def main() -> None:
    documents = [parse(read_text(path), path=path.name) for path in sorted(ARTICLES.iterdir())]
    odd = [document for document in documents if len(marks_of(document.text[_body(document) :])) % 2]
    unclosed = [quotation for document in documents for quotation in document.quotations if not quotation.closed]
    total = sum(1 for document in documents for _ in document.quotations)
    print(f"{len(documents)} articles, all parsed; {len(odd)} with an odd number of double marks")
    print(f"{total} quotations, {len(unclosed)} of them not closed")
    speech = 0
    for document in documents:
        ours, theirs = paired(document), toggled(document.text)
        for block in document.blocks:
            extra = within(theirs, block.span) - within(ours, block.span)
            speech += len(extra) > 40
    print(f"paragraphs with more than 40 letters of narration that toggling takes for speech: {speech}")
    drawn = random.Random(SEED)
    even = [document for document in documents if document not in odd and _is_even(document)]
    places = [
        (document, mark) for document in even for mark in marks_of(document.text) if document.voice_at(mark) in _READ
    ]
    ours_harmed = theirs_harmed = ours_articles = theirs_articles = 0
    picked = drawn.sample(places, min(DRAWN, len(places)))
    for number, (document, mark) in enumerate(picked):
        text = document.text
        drop = number % 2 == 0
        changed = text[:mark] + text[mark + 1 :] if drop else text[:mark] + text[mark] + text[mark:]
        shift = -1 if drop else 1
        paragraphs = [block.span for block in document.blocks]
        where = next((n for n, span in enumerate(paragraphs) if span.start <= mark < span.end), -1)
        if where < 0:
            continue
        new = parse(changed, path=document.path)
        mine = harmed(paired(document), paired(new), paragraphs, where, shift)
        peers = harmed(toggled(text), toggled(changed), paragraphs, where, shift)
        ours_harmed, theirs_harmed = ours_harmed + mine, theirs_harmed + peers
        ours_articles, theirs_articles = ours_articles + (mine > 0), theirs_articles + (peers > 0)
    print(f"{len(picked)} times one mark dropped or doubled:")
    print(f"  ours:     {ours_harmed} other paragraphs harmed, in {ours_articles} articles")
    print(f"  toggling: {theirs_harmed} other paragraphs harmed, in {theirs_articles} articles")


def _body(document: Document) -> int:
    """Where front matter ends."""
    return document.blocks[0].span.start if document.blocks else 0


def _is_even(document: Document) -> bool:
    spans = [block.span for block in document.blocks]
    return all(len(marks_of(span.of(document.text))) % 2 == 0 for span in spans) and bool(marks_of(document.text))


if __name__ == "__main__":
    main()
