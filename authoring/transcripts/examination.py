"""Reads questions and answers under “Q.” and “A.”, as depositions and many interviews write them.

Courts number the lines and the pages, and say above the questions who asks them; none of that was said. “Q” and “A”
stay as they stand: who they are is told elsewhere, and not always.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from authoring.text.patterns import lazy
from authoring.transcripts.labelled import labelled_turns
from authoring.transcripts.labels import Label, label_of, speakers
from authoring.transcripts.lines import Line, lines_of
from authoring.transcripts.model import Transcript

_LETTER = lazy(
    r"[\s·.]*(?:\*\*)?(?P<name>[QA])(?:(?:\*\*)?[.:](?:\*\*)?(?:[\s·]+|$)|[\t·][\s·]*|[ \xa0]{2,})(?:\*\*(?=\s))?"
)
_NUMBER = lazy(r"[ \t·]*(?P<number>\d{1,2})(?:[ \t·]+|$)")
_BY = lazy(r"\s*\(?(?:BY|By) (?:(?:MR|MS|MRS|Mr|Ms|Mrs|DR|Dr)\.? )?[A-Z][\w.’' -]{0,40}:\)?\s*")
_PART = lazy(r"\s*(?:(?:FURTHER |RE-?)?(?:DIRECT |CROSS[- ]|REDIRECT |RECROSS[- ])?EXAMINATION(?: BY .{1,60})?)\s*")
_PAGE = lazy(r"[\s\f]*(?:-\s*)?(?:[Pp]age\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?(?:\s*-)?\s*")
_LOOKED = 200_000
_NUMBERED = 0.6
"""Of the lines that are not empty, how many begin with a number where lines are numbered."""


def looks_examination(text: str) -> bool:
    """Whether more than one line begins with “Q.” and one with “A.”."""
    letters = [match["name"] for line in lines_of(text[:_LOOKED]) if (match := _LETTER.match(_unnumbered(line).text))]
    return letters.count("Q") > 1 and "A" in letters


def read_examination(text: str, path: str = "") -> Transcript:
    """The turns of questions and answers, with those of others who are named."""
    lines = _body(lines_of(text))
    found = [_label(line) for line in lines]
    known = speakers(label for label in found if label) | {"Q", "A"}
    return Transcript(
        path, labelled_turns(lines, [label if label and label.name in known else None for label in found]), "questions"
    )


def _label(line: Line) -> Label | None:
    if match := _LETTER.match(line.text):
        return Label(match["name"], match.end(), True)
    return label_of(line.text)


def _body(lines: Sequence[Line]) -> list[Line]:
    """The lines without numbers before them and without pages and headings."""
    filled = [line for line in lines if not line.blank]
    numbers = [int(match["number"]) for line in filled if (match := _NUMBER.match(line.text))]
    steps = sum(after == before + 1 for before, after in pairwise(numbers))
    if len(numbers) > _NUMBERED * len(filled) and steps > len(numbers) / 2:
        lines = [_unnumbered(line) for line in lines]
        lines = [line for line in lines if not line.blank or line.column == 1]
        paged = True
    else:
        paged = False
    return [
        line
        for line in lines
        if not (_BY.fullmatch(line.text) or _PART.fullmatch(line.text) or (paged and _PAGE.fullmatch(line.text)))
    ]


def _unnumbered(line: Line) -> Line:
    match = _NUMBER.match(line.text)
    return line.rest(match.end()) if match else line
