"""Where the words of a quotation stand in what was said, stretch by stretch, so that they can be shown there."""

from __future__ import annotations

from collections.abc import Callable

from authoring.text.span import Span
from authoring.wording.cuts import found_in
from authoring.wording.judge import Quoted
from authoring.wording.material import Material
from authoring.wording.near import line_up
from authoring.wording.quotation import take_apart

_ALIKE = 0.5
"""Share of a quotation from which words that are merely like it are shown."""


def stretches(
    quote: str, material: Material, nearest: Callable[[int], float] = lambda _: 0.0
) -> tuple[tuple[int, Span], ...]:
    """The number of a passage and a stretch of its text, for every run of the quoted words, in order.

    Args:
        quote: the words between the quotation marks.
        material: what was said, by whoever may have said it.
        nearest: of words that were said several times, those are taken for which this, asked with their offset into the
            text of all passages, is least.
    """
    quotation = take_apart(quote)
    if not quotation.count or not material.passages:
        return ()
    index = material.index
    if len(quotation.pieces) == 1:
        runs = sorted(index.find(quotation.pieces[0]), key=lambda run: nearest(run.start))[:1]
    else:
        found = found_in(material, quotation)
        runs = list(found.runs) if found else []
    edges = [(run.start, run.end) for run in runs]
    keys = Quoted(quotation).keys
    if not edges and keys and index.heard.codes:
        blocks, share = line_up(index, keys)
        if share >= _ALIKE:
            kept, words = index.words.kept, index.words
            edges = [
                (words.start(kept[block.said]), words.end(kept[block.said + block.length - 1])) for block in blocks
            ]
    return tuple(_local(material, start, end) for start, end in edges)


def _local(material: Material, start: int, end: int) -> tuple[int, Span]:
    number = material.number(start)
    base = material.bases[number]
    return number, Span(start - base, min(end - base, len(material.passages[number].text)))
