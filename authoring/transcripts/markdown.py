"""Reads transcripts in Markdown in which names stand in bold, as those of the Changelog's podcasts do.

Only names in bold begin a turn there, and names that are in bold elsewhere: “Milan Milanović:” above words that are
read out is no speaker. Marks of time stand in brackets. A break is nobody who speaks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from authoring.text.patterns import lazy
from authoring.transcripts.clocks import CLOCK
from authoring.transcripts.labelled import labelled_turns, read_labelled
from authoring.transcripts.labels import Label, bold_label, label_of
from authoring.transcripts.lines import Line, lines_of
from authoring.transcripts.model import Transcript

_MARK = rf"\\?[(\[]{CLOCK}\\?[)\]]"
_BOLD = lazy(
    rf"^[ \t]*(?:\\?[(\[]?[\d:.]+\\?[)\]]?[ \t]*)?(\*\*|__)[^*_:\n]{{1,60}}?(?:\s*{_MARK})?(?::[ \t]*\1|\1[ \t]*:)",
    re.M,
)
_BREAK = lazy(
    rf"\s*(?:\*\*|__)?break(?::|\s)?(?:\*\*|__)?:?\s*(?:(?:{_MARK}\s*(?:to|[-–—])\s*)?(?P<mark>{_MARK}))?\s*", re.I
)
_FEW = 4


def looks_bold(text: str) -> bool:
    """Whether more than one line begins with a name in bold and a colon."""
    found = _BOLD.finditer(text)
    return next(found, None) is not None and next(found, None) is not None


def read_bold(text: str, path: str = "") -> Transcript:
    """The turns of a transcript in Markdown with names in bold."""
    lines = [_without_break(line) for line in lines_of(text)]
    bold = [bold_label(line.text) for line in lines]
    names = _speakers(label.name for label in bold if label)
    if not names:
        return read_labelled(text, path)
    labels = [_known(label or label_of(line.text), names) for line, label in zip(lines, bold, strict=True)]
    return Transcript(path, labelled_turns(lines, labels, markdown=True), "markdown")


def _speakers(names: Iterable[str]) -> set[str]:
    """The speakers among names in bold: all where some come again, else a few full names; the rest is emphasis."""
    count = Counter(names)
    if any(times > 1 for times in count.values()) or (len(count) <= _FEW and all(" " in name for name in count)):
        return set(count)
    return set()


def _known(label: Label | None, names: set[str]) -> Label | None:
    return label if label and label.name in names else None


def _without_break(line: Line) -> Line:
    """The line, or of a break the time at which it ends."""
    match = _BREAK.fullmatch(line.text) if line.short else None
    return Line(line.number, match["mark"] or "", line.column) if match else line
