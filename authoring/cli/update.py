"""``authoring update``: bring new notes or a new template into an article that was edited by hand."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from authoring.updating.update import Update


@click.command()
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 where an article is not up to date.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what would change.")
@click.option("--notes", metavar="NOTES", callback=named, help="Where the notes are now, if they have moved.")
@click.option("-t", "--template", metavar="NAME", callback=named, help="The template's file, if it has moved.")
def update(articles: tuple[Path, ...], check: bool, dry_run: bool, notes: str | None, template: str | None) -> None:
    """Bring new notes or a new template into ARTICLE, which you have edited.

    Your edits stay as you made them, and what the notes or the template changed comes in. Where both changed the same
    sentence, both versions stand there between marks, for you to choose.

    Exit code 0: done, or up to date; 1: there are clashes, or --check found an article that is not up to date; 2: an
    article could not be updated, and was left as it is.
    """
    from authoring.drafting.bounded import Worker
    from authoring.errors import AuthoringError
    from authoring.updating.update import update as bring

    code = 0
    with Worker() as worker:
        for article in articles:
            try:
                made = bring(article, notes=Path(notes) if notes else None, template=template, worker=worker)
                if not check and not dry_run:
                    made.write()
            except AuthoringError as error:
                click.echo(str(error), err=True)
                code = 2
                continue
            stale = bool(made.causes) if check else bool(made.merge.clashes)
            code = max(code, int(stale))
            for line in _difference(made) if dry_run else _checked(made) if check else _told(made):
                click.echo(line)
    sys.exit(code)


def _told(made: Update) -> Iterator[str]:
    """What has come in, for the reporter to read on."""
    lines = _shown(made, made.merge.text).split("\n")
    yield from _quotations(made, lines)
    for line in _clash_lines(made):
        yield f"{made.path}:{line}: clash: {_short(lines[line - 1])}"
    many = len(made.merge.clashes)
    if many:
        hint = f"keep one version of {'it' if many == 1 else 'each'}, delete the marks"
        yield f"{made.path}: updated, with {_count(many, 'clash', 'clashes')}; {hint}"
    elif made.causes and made.changes:
        yield f"{made.path}: updated, {_count(made.changes, 'paragraph has', 'paragraphs have')} changed"
    elif made.causes:
        yield f"{made.path}: updated"
    else:
        yield f"{made.path}: is up to date"
        return
    yield f"next: authoring lint {_typed(made)}"


def _typed(made: Update) -> str:
    from authoring.text.shell import typed

    return typed(str(made.path))


def _checked(made: Update) -> Iterator[str]:
    if not made.causes:
        yield f"{made.path}: is up to date"
        return
    many = len(made.merge.clashes)
    clash = f", and would clash with your edits in {_count(many, 'place', 'places')}" if many else ""
    have = "have" if made.causes not in (("the template",), ("the house style",)) else "has"
    yield f"{made.path}: {' and '.join(made.causes)} {have} changed{clash}; type: authoring update {_typed(made)}"


def _difference(made: Update) -> Iterator[str]:
    from authoring.runner.rewriting import difference

    colour = _is_terminal() and not os.environ.get("NO_COLOR")
    before, after = _shown(made, made.edited.text), _shown(made, made.merge.text)
    for line in difference(str(made.path), before, after):
        bare = line.rstrip("\n")
        paint = {"+": "green", "-": "red", "@": "cyan"}.get(bare[:1]) if colour else None
        yield click.style(bare, fg=paint) if paint else bare
    if before == after:
        yield f"{made.path}: nothing would change"


def _shown(made: Update, text: str) -> str:
    """The text as it may be shown: what the notes now say in confidence is unreadable, and every place as it was."""
    from authoring.prose import parse
    from authoring.runner.withheld import blanked, withheld

    return blanked(text, withheld(parse(text, made.notes, path=str(made.path))))


def _quotations(made: Update, lines: list[str]) -> Iterator[str]:
    """The quotations that one side has reworded: somebody is to know, and to look."""
    for each in made.merge.requoted:
        opening = " ".join(each.after.split()[:4])
        line = next((number for number, line in enumerate(lines, 1) if opening in " ".join(line.split())), 0)
        place = f"{made.path}:{line}" if line else str(made.path)
        words = f": “{_short(each.after)}”" if line else ""  # not there: it may not be shown
        who = "you changed this quotation, and the notes did not" if each.hand else "this quotation has changed"
        yield f"{place}: {who}{words}"


def _clash_lines(made: Update) -> Iterator[int]:
    for clash in made.merge.clashes:
        yield made.merge.text.count("\n", 0, clash.span.start) + 1


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 70 else words[:69].rstrip() + "…"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _is_terminal() -> bool:
    return sys.stdout.isatty()
