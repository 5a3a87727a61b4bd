"""Reads transcripts in plain text and Markdown: a label at the start of a line begins a turn.

Paragraphs without a label go on with the turn. Headings, rules, front matter and lines that hold only a mark of time
are no speech, nor is what stands above the first words and below the last ones in an official transcript.
"""

from __future__ import annotations

from collections.abc import Sequence

from authoring.text.patterns import lazy
from authoring.transcripts.clocks import time_lines, times_before
from authoring.transcripts.furniture import footing, heading
from authoring.transcripts.labels import Label, label_of, speakers
from authoring.transcripts.lines import Line, is_markdown, lines_of
from authoring.transcripts.model import Transcript, Turn
from authoring.transcripts.speech import Speech

_TITLE = lazy(r"\s*#{1,6}\s.*")
_NO_SPEECH = lazy(r"\s*(?:(?:[-*_=][ \t]*){3,}|!\[.*\]\(.*\))\s*")
_NOBODY = lazy(r"\s*>>+\s*")


def read_labelled(text: str, path: str = "") -> Transcript:
    """The turns of a transcript in plain text or Markdown; one turn without a speaker where nobody is named."""
    lines = lines_of(text)
    labels = [label_of(line.text) for line in lines]
    known = speakers((label for label in labels if label), sum(not line.blank for line in lines))
    named = [label if label and label.name in known else None for label in labels]
    return Transcript(path, labelled_turns(lines, named, markdown=is_markdown(text, path)))


def labelled_turns(
    lines: Sequence[Line], labels: Sequence[Label | None], *, markdown: bool = False, furnished: bool = True
) -> tuple[Turn, ...]:
    """The turns of these lines, of which some begin with the label of a speaker.

    Args:
        lines: without what the format itself says is no speech.
        labels: for each line the label that it begins with, where it is a speaker's.
        markdown: whether escapes and links in the words are Markdown's.
        furnished: whether a heading above the first words and a line below the last ones are to be looked for.
    """
    first = next((number for number, label in enumerate(labels) if label), None)
    begin = heading(lines, first) if furnished else 0
    end = footing(lines) if furnished else len(lines)
    unlabelled = [line.rest(len(line.text)) if label else line for line, label in zip(lines, labels, strict=True)]
    marks, timed = time_lines(unlabelled), times_before(unlabelled)
    nobody = sum(line.text.lstrip().startswith(">>") for line in lines) > 1
    speech = Speech(markdown=markdown)
    held: Line | None = None
    for number in range(begin, end):
        line, label = lines[number], labels[number]
        if label:
            if held and speech.silent:
                speech.say(held)
            held = None
            speech.begin(label.name, line.number, label.time)
            speech.say(line.rest(label.end))
        elif line.blank:
            speech.gap()
        elif number in marks:
            held = line if speech.silent else None
            speech.reach(marks[number])
        elif not _is_furniture(lines, number):
            _say(speech, line, timed.get(number), nobody=nobody)
    if held and speech.silent:
        speech.say(held)
    return speech.turns()


def _is_furniture(lines: Sequence[Line], number: int) -> bool:
    """Whether a line is a rule, a picture, or a heading of Markdown, which stands alone."""
    line = lines[number]
    if not line.short:
        return False
    if "#" in line.text and _TITLE.fullmatch(line.text):
        return all(lines[beside].blank for beside in (number - 1, number + 1) if 0 <= beside < len(lines))
    return bool(_NO_SPEECH.fullmatch(line.text))


def _say(speech: Speech, line: Line, timed: tuple[float, int] | None, *, nobody: bool) -> None:
    """Put a line into the speech; captions write “>>” where another voice begins that they do not name."""
    if nobody and (mark := _NOBODY.match(line.text)):
        speech.begin(None, line.number)
        line = line.rest(mark.end())
    if timed:
        speech.reach(timed[0])
        line = line.rest(timed[1])
    speech.say(line)
