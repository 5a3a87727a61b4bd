"""``authoring quotes``: who says what in an article."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from authoring.errors import AuthoringError
    from authoring.runner import Checked


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--notes", metavar="FILE", callback=named, help="Take sources from these notes instead of those the article names."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--why", is_flag=True, help="Show what each answer rests on.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the text of standard input (PATH is -).")
@click.pass_context
def quotes(  # noqa: PLR0917  # click passes them by name
    context: click.Context, paths: tuple[str, ...], notes: str | None, form: str, why: bool, stdin_filename: str | None
) -> None:
    """List every quotation and who says it, in articles, folders of them, or - for standard input.

    Kinds: direct, in quotation marks; mixed, partly in them; indirect, in the writer's words. Where no speaker can be
    told for sure, nobody is named. Exit code 2: a file or flag is wrong; the other files are still shown.
    """
    from authoring.reporters import NOTHING, Look

    if form == "json":
        from authoring.reporters.quotes_json import report
    else:
        from authoring.reporters.quotes import report
    look = Look(shutil.get_terminal_size().columns, sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    unread: list[AuthoringError] = []
    for piece in report(_results(paths, notes, stdin_filename, unread), look, why):
        if not (unread and piece == NOTHING):  # that is not what is wrong
            click.echo(piece, nl=False, color=look.colour)
    for error in unread:
        click.echo(str(error), err=True)
    if unread:
        context.exit(2)


def _results(
    paths: tuple[str, ...], notes: str | None, name: str | None, unread: list[AuthoringError]
) -> Iterator[Checked]:
    from authoring.cli.given import piped, progress
    from authoring.runner.quoted import quoted_paths, quoted_text
    from authoring.runner.stories import Stories

    for text in piped(paths, unread):
        stories = Stories(notes)
        stories.required()
        yield quoted_text(text, name or "-", stories)
    files = [path for path in paths if path != "-"]
    if files:
        yield from quoted_paths(files, notes, progress if sys.stderr.isatty() else None, unread.append)
