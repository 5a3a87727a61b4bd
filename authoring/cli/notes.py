"""``authoring notes``: are notes right, what was understood of them, and more for them from a transcript."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from authoring.errors import Problem
    from authoring.notes.model import Notes
    from authoring.notes.show import Section

_FORMATS = click.Choice(["text", "json"])
_ENDINGS = (".md", ".markdown")


class _Group(click.Group):
    """Loads what pulls from transcripts, or from articles, only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return ["check", "show", "add", "from"]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name == "add":
            from authoring.cli.notes_add import add

            return add
        if cmd_name == "from":
            from authoring.cli.notes_from import notes_from

            return notes_from
        return super().get_command(ctx, cmd_name)


@click.group(cls=_Group)
def notes() -> None:
    """Check notes, show what was understood of them, add to them, or begin them from an article."""


@notes.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=_FORMATS, default="text", show_default=True)
@click.pass_context
def check(context: click.Context, paths: tuple[str, ...], form: str) -> None:
    """Report everything that is wrong with notes; folders are searched for notes files.

    Exit code 0: the notes can be used; 2: something in them is an error.
    """
    results = [_checked(path) for path in _found(paths)]
    if form == "json":
        click.echo(_checks_as_json(results))
    else:
        for _, problems, _ in results:
            for problem in problems:
                click.echo(str(problem))
        click.echo(_summary(results))
    if any(problem.level == "error" for _, problems, _ in results for problem in problems):
        context.exit(2)


@notes.command()
@click.argument("path", metavar="FILE")
@click.option("--private", is_flag=True, help="Show protected names and what is off the record; on a terminal only.")
@click.option("--format", "form", type=_FORMATS, default="text", show_default=True)
def show(path: str, private: bool, form: str) -> None:
    """Show the sources, quotes, facts and requests that were understood."""
    from authoring.notes import read_notes
    from authoring.notes.show import overview

    if private:
        from authoring.cli.private import terminal_only

        terminal_only(machine=form != "text")
    sections = overview(read_notes(path), private=private)
    if form == "json":
        click.echo(_sections_as_json(path, sections))
        return
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size().columns
    click.echo("\n\n".join("\n".join(_table(section, width, colour)) for section in sections), color=colour)


_Result = tuple[str, "tuple[Problem, ...]", "Notes | None"]


def _checked(path: str) -> _Result:
    from authoring.errors import NotesError
    from authoring.notes import read_notes

    try:
        read = read_notes(path)
    except NotesError as error:
        return path, error.problems, None
    return path, read.problems, read


def _found(paths: Iterable[str]) -> Iterator[str]:
    """The files that are named, and the notes in the folders that are named."""
    from authoring.errors import AuthoringError

    for path in paths:
        if not Path(path).is_dir():
            yield path
            continue
        inside = list(_notes_in(path))
        if not inside:
            raise AuthoringError(
                "no notes in this folder, expected a .md file whose front matter has “sources:”", path=path
            )
        yield from inside


def _notes_in(folder: str) -> Iterator[str]:
    from authoring.notes import looks_like_notes
    from authoring.text.files import UnreadableTextError, read_text

    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(_ENDINGS) and not name.startswith("."):
                path = Path(where) / name
                try:
                    wanted = looks_like_notes(read_text(path))
                except UnreadableTextError:
                    continue
                if wanted:
                    yield str(path)


def _summary(results: list[_Result]) -> str:
    from authoring.notes.show import counted, plural

    found = [problem for _, problems, _ in results for problem in problems]
    numbers = [(sum(problem.level == level for problem in found), level) for level in ("error", "warning", "info")]
    verdict = ", ".join(plural(count, level) for count, level in numbers if count) or "no problems"
    if len(results) != 1:
        return f"{plural(len(results), 'file')}: {verdict}"
    path, _, read = results[0]
    return f"{path}: {verdict}" + (f"; {counted(read)}" if read else "")


def _checks_as_json(results: list[_Result]) -> str:
    import json

    keys = ("level", "line", "column", "start", "end", "message")
    files = [
        {"path": path, "problems": [{key: getattr(problem, key) for key in keys} for problem in problems]}
        for path, problems, _ in results
    ]
    levels = [problem.level for _, problems, _ in results for problem in problems]
    summary = {level: levels.count(level) for level in ("error", "warning", "info")}
    return json.dumps({"version": 1, "files": files, "summary": summary}, ensure_ascii=False, indent=2)


def _sections_as_json(path: str, sections: list[Section]) -> str:
    import json

    tables: list[dict[str, Any]] = [
        {"title": section.title, "rows": [dict(zip(section.columns, row, strict=True)) for row in section.rows]}
        for section in sections
    ]
    return json.dumps({"version": 1, "path": path, "sections": tables}, ensure_ascii=False, indent=2)


def _table(section: Section, width: int, colour: bool) -> Iterator[str]:
    from authoring.reporters.terminal import table

    yield click.style(section.title, bold=True) if colour else section.title
    for number, cells in enumerate(table([section.columns, *section.rows], width, 2)):
        line = f"  {'  '.join(cells)}".rstrip()
        yield click.style(line, dim=True) if colour and number == 0 else line
