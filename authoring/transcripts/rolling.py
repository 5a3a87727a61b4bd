"""Takes the repeats out of captions that roll: each cue shows the line before it once more, as YouTube's do.

A word that is said twice stands in two lines of its own, so that only lines that are carried over are taken out, and
only in a file that carries lines over all through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from authoring.text.patterns import lazy
from authoring.transcripts.cues import Cue
from authoring.transcripts.lines import Line

_MARKS = lazy(r"<[^<>]*>")
_SHARE = 0.3
"""Of the cues, how many at least must carry lines over and go on below them."""


def unrolled(found: Sequence[Cue]) -> Sequence[Cue]:
    """The cues without lines that only stay on the screen from the cue before."""
    texts = [[_plain(line) for line in cue.lines] for cue in found]
    carried = [0, *(_carried(before, texts[number]) for number, before in enumerate(texts[:-1], 1))]
    rolling = sum(0 < kept < len(lines) for kept, lines in zip(carried, texts, strict=True)) if found else 0
    if rolling < 2 or rolling < _SHARE * len(found):
        return found
    return [*_rest(found, carried)]


def _rest(found: Sequence[Cue], carried: Sequence[int]) -> Iterator[Cue]:
    for cue, kept in zip(found, carried, strict=True):
        yield cue._replace(lines=cue.lines[kept:])


def _carried(before: list[str], after: list[str]) -> int:
    """How many lines at the end of one cue stand at the beginning of the next."""
    for count in range(min(len(before), len(after)), 0, -1):
        if before[-count:] == after[:count]:
            return count
    return 0


def _plain(line: Line) -> str:
    return " ".join(_MARKS.sub("", line.text).split())
