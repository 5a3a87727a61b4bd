"""``authoring lint``: check articles and notes before they are published."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from authoring.cli.given import named
from authoring.cli.settings import configs, settings

if TYPE_CHECKING:
    from authoring.config.find import Configs
    from authoring.errors import AuthoringError
    from authoring.runner import Checked

_FORMATS = ("text", "json", "concise", "github", "sarif", "junit")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--notes", metavar="FILE", callback=named, help="Compare with these notes instead of those the article names."
)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@settings
@click.option("--stdin-filename", metavar="NAME", help="What to call the text of standard input (PATH is -).")
@click.pass_context
def lint(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    notes: str | None,
    form: str,
    stdin_filename: str | None,
    **flags: Any,
) -> None:
    """Check articles (.md, .markdown, .txt, .html), folders of them, or - for standard input.

    Exit code 0: nothing as severe as --fail-on; 1: something is; 2: a file or flag is wrong. A file that cannot be read
    does not keep the others from being checked. The nearest authoring.toml or pyproject.toml above each article sets
    what is not set here; "authoring config show PATH" tells what holds.
    """
    from authoring.reporters import Look, reporter
    from authoring.runner import failing

    config = configs(**flags)
    look = Look(shutil.get_terminal_size().columns, sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    done: list[Checked] = []
    unread: list[AuthoringError] = []
    results = _kept(_results(paths, config, notes, stdin_filename, unread), done)
    for piece in reporter(form)(results, look):
        if unread and not done and form != "json":  # “nothing to check” is not what is wrong
            continue
        click.echo(piece, nl=False, color=look.colour)
    for error in unread:
        click.echo(str(error), err=True)
    if unread:
        context.exit(2)
    if failing(done):
        context.exit(1)


def _kept(results: Iterable[Checked], done: list[Checked]) -> Iterator[Checked]:
    for result in results:
        done.append(result)
        yield result


def _results(
    paths: tuple[str, ...], config: Configs, notes: str | None, name: str | None, unread: list[AuthoringError]
) -> Iterator[Checked]:
    """Each file's findings; standard input is read once, where ``-`` stands. What cannot be read goes to ``unread``."""
    from authoring.cli.given import piped, progress
    from authoring.runner.files import lint_paths, lint_text
    from authoring.runner.stories import Stories

    for text in piped(paths, unread):
        yield from lint_text(text, name or "-", config.of(name or "-"), Stories(notes))
    files = [path for path in paths if path != "-"]
    if files:
        yield from lint_paths(files, config, notes, progress if sys.stderr.isatty() else None, unread.append)
