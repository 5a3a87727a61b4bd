"""``authoring why``: say where a sentence of a draft comes from."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from authoring.drafting.why import Answer, NoteOrigin
    from authoring.findings import Origin


@click.command()
@click.argument("place", metavar="ARTICLE:LINE[:COLUMN]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to print the answer.")
@click.option("--private", is_flag=True, help="Show what was told in confidence, too; on a terminal only.")
def why(place: str, form: str, *, private: bool) -> None:
    """Say where a sentence comes from: the note, its source, and its place in the transcript.

    With a line, every sentence in it; with a line and a column, the sentence that stands there.
    """
    from authoring.errors import ArticleError
    from authoring.runner.explained import explained

    parts = parts_of(place)
    if parts is None:
        hint = "for example: authoring why interview.md:12"
        raise ArticleError(f"“{place}” names no line, expected ARTICLE:LINE or ARTICLE:LINE:COLUMN", hint=hint)
    path, line, column = parts
    if private:
        from authoring.cli.private import terminal_only

        terminal_only(machine=form != "text")
    answers = explained(Path(path), line, column, private=private)
    if form == "json":
        data = [{**asdict(answer), "templates": [list(each) for each in answer.templates]} for answer in answers]
        click.echo(json.dumps({"version": 1, "path": path, "sentences": data}, ensure_ascii=False, indent=1))
        return
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    for number, answer in enumerate(answers, 1):
        goes_on = number < len(answers) and _same(answer, answers[number])
        for text in _lines(path, answer, width, goes_on=goes_on):
            click.echo(text)


def parts_of(place: str) -> tuple[str, int, int | None] | None:
    """Path, line and column of a place; a name may itself end in a colon and a number."""
    whole = re.fullmatch(r"(.+):(\d{1,9})", place, re.DOTALL)
    if whole is None:
        return None
    shorter = re.fullmatch(r"(.+):(\d{1,9})", whole[1], re.DOTALL)
    if shorter is None or (Path(whole[1]).exists() and not Path(shorter[1]).exists()):
        return whole[1], int(whole[2]), None
    return shorter[1], int(shorter[2]), int(whole[2])


def _same(one: Answer, other: Answer) -> bool:
    """Whether two sentences come from the same places, so that these are told once, under both."""
    return bool(one.notes) and (one.notes, one.templates, one.known) == (other.notes, other.templates, other.known)


def _lines(path: str, answer: Answer, width: int, *, goes_on: bool) -> Iterator[str]:
    yield click.style(f"{path}:{answer.line}:{answer.column}", bold=True)
    yield "  " + _short(answer.sentence, width - 2)
    if goes_on:
        return
    if not answer.known:
        yield "  edited since it was drafted; where it comes from is not known"
    if answer.unread:
        yield "  " + answer.unread
    elif answer.stale:
        yield "  the notes have changed since the draft; places in them are given only where the words still stand"
    for origin in answer.notes:
        yield from _note(origin, width)
    if answer.templates:
        shown = ", ".join(f"{name}:{line}" for name, line in answer.templates[:4])
        rest = len(answer.templates) - 4
        more = f" and {rest} more line{'s' if rest > 1 else ''}" if rest > 0 else ""
        yield f"  {'template':<11}{shown}{more}"
    if answer.known and not answer.notes and not answer.stale:
        yield "  no note: these are the template's own words"
    yield ""


def _note(origin: NoteOrigin, width: int) -> Iterator[str]:
    place = _place(origin.origin)
    yield f"  {origin.kind:<11}{place}  {_short(origin.words, width - 15 - len(place))}"
    if origin.source and origin.kind not in ("source", "request"):
        file = f"{origin.source_path}:" if origin.source_path else "line "
        declared = f" (declared in {file}{origin.source_line})"
        yield f"  {'':<11}from {_short(origin.source, width - 18 - len(declared))}{declared}"
    if origin.transcript:
        yield f"  {'':<11}said at {origin.transcript.time}, {origin.transcript.path}:{origin.transcript.line}"
    elif origin.origin.time:
        yield f"  {'':<11}said at {origin.origin.time}"


def _place(origin: Origin) -> str:
    return f"{origin.path}:{origin.line}:{origin.column}"


def _short(words: str, width: int) -> str:
    words = " ".join(words.split())
    return words if len(words) <= max(width, 20) else words[: max(width, 20) - 1].rstrip() + "…"
