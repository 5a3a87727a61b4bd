"""``authoring verify``: was every quotation said by the person named, in those words?"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from authoring.errors import AuthoringError
    from authoring.runner.verified import Verified, Verifier


@click.command()
@click.argument("drafts", nargs=-1, required=True, metavar="DRAFT...")
@click.option(
    "--notes", metavar="FILE", callback=named, help="Compare with these notes instead of those the draft names."
)
@click.option(
    "--transcript",
    "transcripts",
    multiple=True,
    metavar="FILE",
    callback=named,
    help="Compare with this transcript too; may be given several times, and without notes.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "everything", is_flag=True, help="List the quotations of drafts in which all is well, too.")
@click.option("--private", is_flag=True, help="Show what was told in confidence, too; on a terminal only.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the text of standard input (DRAFT is -).")
@click.pass_context
def verify(  # noqa: PLR0917  # click passes them by name
    context: click.Context,
    drafts: tuple[str, ...],
    notes: str | None,
    transcripts: tuple[str, ...],
    form: str,
    everything: bool,
    private: bool,
    stdin_filename: str | None,
) -> None:
    """Look for every quotation in the notes and the transcripts they name, under its speaker.

    A difference is shown word by word: -said and not quoted-, +quoted and not said+. Sentences that lead back to no
    note are listed; they do not count as faults.

    Exit code 0: every quotation was said so; 1: one was not; 2: a file or flag is wrong. A draft that cannot be
    verified does not keep the others from it.
    """
    from authoring.reporters import NOTHING, Look
    from authoring.runner.verified import Verifier

    if private:
        from authoring.cli.private import terminal_only

        terminal_only(machine=form != "text")
    if form == "json":
        from authoring.reporters.verify_json import report
    else:
        from authoring.reporters.verify import report
    look = Look(shutil.get_terminal_size().columns, sys.stdout.isatty() and not os.environ.get("NO_COLOR"))
    done: list[Verified] = []
    unread: list[AuthoringError] = []
    for piece in report(
        _kept(_results(drafts, Verifier(notes, transcripts, private=private), stdin_filename, unread), done),
        look,
        everything,
    ):
        if not (unread and piece == NOTHING):  # that is not what is wrong
            click.echo(piece, nl=False, color=look.colour)
    unread += dict.fromkeys(error for result in done for error in result.unread)
    for message in dict.fromkeys(map(str, unread)):
        click.echo(message, err=True)
    if unread:
        context.exit(2)
    if any(result.fails for result in done):
        context.exit(1)


def _kept(results: Iterable[Verified], done: list[Verified]) -> Iterator[Verified]:
    for result in results:
        done.append(result)
        yield result


def _results(
    drafts: tuple[str, ...], verifier: Verifier, name: str | None, unread: list[AuthoringError]
) -> Iterator[Verified]:
    from authoring.cli.given import progress, standard_input
    from authoring.errors import AuthoringError
    from authoring.runner.verified import verified_by

    if "-" in drafts:
        try:
            yield verifier.verify(standard_input(), name or "-")
        except AuthoringError as error:
            unread.append(error)
    files = [draft for draft in drafts if draft != "-"]
    if files:
        yield from verified_by(verifier, files, progress if sys.stderr.isatty() else None, unread.append)
