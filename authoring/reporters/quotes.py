"""For people: who says what in an article, as a table with one line a quotation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from textwrap import wrap

from authoring.prose.attribution.model import Attribution, Kind
from authoring.prose.readable import Readable
from authoring.reporters import NOTHING, Look
from authoring.reporters.reasons import reason
from authoring.reporters.terminal import safe, table
from authoring.runner.checked import Checked
from authoring.runner.veil import veil_of

NOBODY = "nobody named"
"""Stands where no speaker could be told."""
_HEAD = ("line", "who", "cue", "kind", "first words")
_BOLD, _DIM, _YELLOW = "1", "2", "33"
_INDENT = 2


def report(results: Iterable[Checked], look: Look, why: bool = False) -> Iterator[str]:
    """A table under each file's path, and how much there is in all. With ``why``, a reason follows each line."""
    counts: Counter[str] = Counter()
    files = []
    told = False
    for result in results:
        told = True
        if result.remark:
            yield f"{safe(result.path)}: {safe(result.remark)}\n"
        if result.document is None:
            continue
        files.append(result.path)
        answers = result.document.attributions
        counts.update(answer.kind for answer in answers)
        counts[NOBODY] += sum(answer.speaker is None for answer in answers)
        if answers:
            yield _paint(safe(result.path), _BOLD, look) + "\n"
            yield from _rows(result, answers, look, why)
            yield "\n"
    if files:
        yield _summary(counts, files)
    elif not told:
        yield NOTHING


def _summary(counts: Counter[str], files: list[str]) -> str:
    quoted = counts[Kind.DIRECT] + counts[Kind.MIXED]
    parts = [
        f"{number} {one if number == 1 else many}"
        for number, one, many in (
            (quoted, "quotation", "quotations"),
            (counts[Kind.INDIRECT], "piece of reported speech", "pieces of reported speech"),
        )
        if number
    ]
    where = f"{len(files)} files" if len(files) > 1 else safe(files[0])
    nobody = f"; for {counts[NOBODY]} nobody is named" if counts[NOBODY] else ""
    return f"{where}: {' and '.join(parts) or 'no quotations'}{nobody}\n"


def _rows(result: Checked, answers: Iterable[Attribution], look: Look, why: bool) -> Iterator[str]:
    assert result.document is not None
    spoken = Readable(result.document, result.withheld)
    veil = veil_of(result.document)
    answers = [replace(each, speaker=veil.speaker(each.speaker), via=veil.speaker(each.via)) for each in answers]
    rows = [_HEAD, *(_row(result, answer, spoken, 2 * look.width) for answer in answers)]
    for number, cells in enumerate(table(rows, look.width, _INDENT)):
        line = f"{' ' * _INDENT}{'  '.join(_marked(cells, look))}".rstrip()
        yield f"{_paint(line, _DIM, look) if number == 0 else line}\n"
        if why and number:
            for part in wrap(safe(reason(answers[number - 1])), max(look.width - 4 * _INDENT, 24)):
                yield f"{' ' * 4 * _INDENT}{_paint(part, _DIM, look)}\n"


def _row(result: Checked, answer: Attribution, spoken: Readable, most: int) -> tuple[str, ...]:
    """The cells of one answer, with no more of its words than a line may show."""
    line, _ = result.lines.position(answer.span.start)
    who = NOBODY
    if answer.speaker is not None:
        who = answer.speaker.name or answer.speaker.text
        who += f", via {answer.via.name or answer.via.text}" if answer.via is not None else ""
    cue = answer.cue.text if answer.cue is not None else ""
    words = spoken.words(answer)[:most]
    return (str(line), *(safe(" ".join(cell.split())) for cell in (who, cue, answer.kind, words)))


def _marked(cells: tuple[str, ...], look: Look) -> Iterator[str]:
    return (
        _paint(cell, _YELLOW, look) if index == 1 and cell.strip() == NOBODY else cell
        for index, cell in enumerate(cells)
    )


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\033[{colour}m{text}\033[0m" if look.colour else text
