"""``authoring stats``: how long an article is, how hard to read, and who gets how many words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from authoring.config.find import Configs
    from authoring.errors import ArticleError, AuthoringError
    from authoring.reporters.stats import Asked
    from authoring.runner.checked import Checked
    from authoring.runner.measured import Measured

_T = TypeVar("_T")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--html", "place", metavar="FILE", callback=named, help="Write a page to look at, instead of printing.")
@click.option("--full", is_flag=True, help="Show all figures of each article, also where there are several.")
@click.option("--sections", is_flag=True, help="Show the figures of each section, too.")
@click.option("--paragraphs", is_flag=True, help="Show the figures of each paragraph, too.")
@click.option("--config", "config_file", metavar="FILE", callback=named, help="Take targets from this configuration.")
@click.option("--isolated", is_flag=True, help="Go by no configuration file.")
@click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Share the work among N processes.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the text of standard input (PATH is -).")
@click.pass_context
def stats(  # noqa: PLR0917  # click passes them by name
    context: click.Context,
    paths: tuple[str, ...],
    form: str,
    place: str | None,
    full: bool,
    sections: bool,
    paragraphs: bool,
    config_file: str | None,
    isolated: bool,
    jobs: int,
    stdin_filename: str | None,
) -> None:
    """Measure articles (.md, .markdown, .txt, .html), folders or patterns of them, or - for standard input.

    The whole, the narration and the speech are measured apart, by the formulas of textstat. A figure is n/a where a
    text is too short for it. Of several articles each has a line; --full shows all. The target is that of the rule
    hard-to-read. Exit code 2: a file or flag is wrong; the other files are still measured.
    """
    from authoring.cli.given import look as seen
    from authoring.cli.stopping import heed
    from authoring.config.find import Configs
    from authoring.reporters import NOTHING
    from authoring.reporters.stats import Asked
    from authoring.runner.run import listed

    configs = Configs(None, config_file, isolated=isolated)
    files = list(listed([path for path in paths if path != "-"], configs))
    asked = Asked(seen(), sections, paragraphs)
    several = len(files) + ("-" in paths) > 1 and not (full or sections or paragraphs)
    unread: list[AuthoringError] = []
    measured = _Measured(paths, files, configs, jobs, stdin_filename, unread)
    if place is not None:
        if form == "json":
            raise click.UsageError("--html writes a page and prints no figures; leave out --format json")
        told = _as_page(measured, place)
    else:
        told = _as_json(measured) if form == "json" else _as_text(measured, asked, several=several)
    for piece in told:
        heed()
        click.echo(piece, nl=False, color=asked.look.colour)
    if form == "text" and place is None and not files and "-" not in paths:
        click.echo(NOTHING, nl=False)
    for error in unread:
        click.echo(str(error), err=True)
    if unread:
        context.exit(2)


@dataclass(frozen=True)
class _Measured:
    """What is measured in one run, by what was typed."""

    paths: tuple[str, ...]
    files: Sequence[str | Checked | ArticleError]
    configs: Configs
    jobs: int
    stdin_filename: str | None
    unread: list[AuthoringError]

    @property
    def piped_name(self) -> str:
        """What standard input is called."""
        return self.stdin_filename or "-"

    @property
    def names(self) -> list[str]:
        """What will be measured, as far as it can be read."""
        return [self.piped_name] * ("-" in self.paths) + [path for path in self.files if isinstance(path, str)]

    def each(self, make: Callable[[Measured], _T], *, parts: bool = True) -> Iterator[_T]:
        """What is made of standard input, which stands for ``-``, and of each file."""
        from authoring.cli.given import piped, progress
        from authoring.runner.measured import measured_files, measured_text

        for text in piped(self.paths, self.unread):
            yield make(measured_text(text, self.piped_name, self.configs.of(self.piped_name)))
        tell = progress if sys.stderr.isatty() else None
        yield from measured_files(
            self.files, self.configs, make, self.unread.append, progress=tell, jobs=self.jobs, parts=parts
        )


def _as_json(measured: _Measured) -> Iterator[str]:
    from authoring.reporters.stats_json import BEGIN, END, file

    before = BEGIN + "\n"
    for piece in measured.each(file):
        yield before + piece
        before = ",\n"
    yield BEGIN + END if before.startswith(BEGIN) else f"\n  {END}"


def _as_text(measured: _Measured, asked: Asked, *, several: bool) -> Iterator[str]:
    from authoring.reporters.stats import head, page, row

    before = head(asked.look) if several else ""
    for piece in measured.each(partial(row if several else page, asked=asked), parts=not several):
        yield before + piece
        before = "" if several else "\n"


def _as_page(measured: _Measured, place: str) -> Iterator[str]:
    """Write the page, and tell that it is there; nothing is measured for a file that may not be written."""
    from authoring.reporters.page.write import check, write
    from authoring.reporters.stats_page import make, numbered, page

    file = Path(place)
    if place != "-":
        check(file)
    numbers = numbered(measured.names)
    made = list(measured.each(partial(make, numbers=numbers, configs=measured.configs), parts=bool(numbers)))
    if measured.unread and not made:  # why is told
        return
    pieces = page(made, alone=len(measured.names) == 1)
    if place == "-":
        yield from pieces
    else:
        write(file, "".join(pieces))
        count = sum(bool(article.main) for article, _ in made)
        yield f"{place}: written, {count} article{'s' if count != 1 else ''}\n"
