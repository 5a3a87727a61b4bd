"""``authoring template from``: turn a finished article into a template."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from authoring.templating.backwards.job import Outcome

_SHOWN = 12
"""Most lines that are shown where the template does not give the article."""


@click.command("from")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("--notes", required=True, metavar="FILE", callback=named, help="The notes that it was written from.")
@click.option("-o", "--output", metavar="FILE", callback=named, help="Where to write it; - prints it.")
@click.option("--name", metavar="NAME", help="What to call it. Default: as the article is called.")
@click.option("--force", is_flag=True, help="Replace a template that is there; a copy is kept.")
@click.pass_context
def template_from(  # noqa: PLR0917  # click passes them by name
    context: click.Context, article: Path, notes: str, output: str | None, name: str | None, force: bool
) -> None:
    """Turn ARTICLE, finished by hand, into a template, by finding what came from its notes.

    Every stretch that came from the notes becomes an expression. The words that are in no note are gathered at the
    top of the template and listed here, with the line of the article in which each stands first. The template is
    rendered before it is written, and has to give the article to the letter; what it does not give is listed.

    Exit code 0: it gives the article; 1: it does not, or they have nothing in common; 2: a file or a flag is wrong.
    """
    from authoring.cli.template import shown
    from authoring.errors import TemplateError
    from authoring.notes import read_notes
    from authoring.templating.backwards.job import template_from as made_from
    from authoring.templating.backwards.keeping import keep, place
    from authoring.templating.backwards.made import NothingSharedError
    from authoring.text.shell import typed

    target = Path(output) if output and output != "-" else None
    if target is not None and target.suffix != ".md":
        raise TemplateError("templates end in .md, expected such a name", path=target, hint="change -o")
    if target is not None and name and name != target.stem:
        raise TemplateError(f"--name says “{name}” and -o “{target.stem}”, expected one name", hint="leave out --name")
    understood = read_notes(Path(notes))
    for problem in understood.problems:
        click.echo(str(problem), err=True)
    try:
        outcome = made_from(article, understood, target.stem if target else name)
    except NothingSharedError:
        click.echo(
            f"{article}: no sentence of {notes} stands here, expected the notes that it was written from", err=True
        )
        context.exit(1)
    if output == "-":
        click.echo(outcome.made.text, nl=False)
        for line in _told(outcome, article):
            click.echo(line, err=True)
    else:
        file = target or place(Path(notes), outcome.name)
        done, backup = keep(file, outcome.made.text, force=force)
        if backup:
            click.echo(f"kept the template that was there as {shown(backup)}")
        click.echo(f"{shown(file)}: {done}, extends builtin/{outcome.made.base}.md")
        for line in _told(outcome, article):
            click.echo(line)
        called = typed(str(file if target else outcome.name))
        click.echo(f"next: authoring draft {typed(str(notes))} --template {called}")
    context.exit(0 if outcome.exact else 1)


def _told(outcome: Outcome, article: Path) -> Iterator[str]:
    """What the command says of a template: whether it gives the article, and the words that are in no note."""
    from authoring.reporters.terminal import safe
    from authoring.templating.backwards.made import shares

    made = outcome.made
    from_notes, every = shares(made)
    if outcome.exact:
        yield f"rendered from the notes, it gives {article} to the letter"
    for line in outcome.secret:
        yield f"{article}:{line}: this was told in confidence, expected nothing of it here; the template has none of it"
    if not made.exact:
        yield f"rendered from the notes, it does not give {article} to the letter:"
        for number, has, gives in outcome.differing[:_SHOWN]:
            yield f"  {number}  has    {safe(_short(has))}"
            yield f"  {' ' * len(str(number))}  gives  {safe(_short(gives))}"
    for words in outcome.tidied[:_SHOWN]:
        yield f"{article}: {words}"
    yield f"{from_notes} of {every} words come from the notes"
    if made.indexes:
        many = "numbers in it count" if made.indexes > 1 else "number in it counts"
        yield f"{made.indexes} {many} words, sentences or items, where nothing better tells them apart"
    if not made.phrases:
        yield "it has no words of its own"
        return
    yield f"{len(made.phrases)} phrase{'s are' if len(made.phrases) > 1 else ' is'} in no note:"
    wide = max(len(phrase.name) for phrase in made.phrases)
    for phrase in made.phrases:
        line = made.article.line(phrase.start)
        yield f"  {line:<4}  {phrase.name:<{wide}}  {safe(phrase.text)}"


def _short(text: str) -> str:
    flat = " / ".join(text.split("\n"))
    return flat if len(flat) <= 100 else flat[:99] + "…"
