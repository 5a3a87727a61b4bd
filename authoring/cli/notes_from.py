"""``authoring notes from``: from a finished article to notes that a reporter completes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from authoring.recovering.job import Recovered

_SHOWN = 8


@click.command("from")
@click.argument("article", type=click.Path(path_type=Path))
@click.option("-o", "--output", metavar="FILE", callback=named, help="Where to write them; - prints them.")
@click.option("--force", is_flag=True, help="Replace a file that is there; a copy is kept.")
@click.pass_context
def notes_from(context: click.Context, article: Path, output: str | None, force: bool) -> None:
    """Turn ARTICLE (Markdown, HTML, Word or text) into notes, for you to complete.

    They hold everybody who is quoted or reported, their words to the letter, what outlets and documents are cited for,
    who did not comment, and the rest of the article. Where the article does not surely tell who speaks, nobody is
    named, and a private comment asks. What belongs to a web page and not to the article is left out, and told. The
    notes are drafted from before they are written, and have to give every quotation back.

    Exit code 0: they do; 1: they do not give all back, which is told; 2: a file or a flag is wrong.
    """
    from authoring.cli.template import shown
    from authoring.errors import ArticleError, read_file
    from authoring.recovering.job import notes_of, recovered_text
    from authoring.recovering.keeping import keep, place
    from authoring.text.shell import typed

    text = read_file(article, ArticleError)
    older = notes_of(text, article)
    if older is not None:  # they may protect somebody, of whom notes made from the article alone would know nothing
        hint = "open these; for others, take “notes:” out of the article's front matter"
        raise ArticleError(f"this article has notes, and they are there: {shown(older)}", path=article, hint=hint)
    target = Path(output) if output and output != "-" else None
    made = recovered_text(text, str(article), str(target or article.with_name("notes.md")))
    if output == "-":
        click.echo(made.proof.text, nl=False)
        for line in _told(made, article):
            click.echo(line, err=True)
    else:
        from authoring.notes.show import counted

        file = target or place(article, made.slug)
        done, backup = keep(file, made.proof.text, force=force)
        if backup:
            click.echo(f"kept the notes that were there as {shown(backup)}")
        click.echo(f"{shown(file)}: {done}; {counted(made.proof.notes)}")
        for line in _told(made, article):
            click.echo(line)
        click.echo(f"next: fill in what is asked there, then authoring notes check {typed(shown(file))}")
    context.exit(1 if made.proof.lost else 0)


def _told(made: Recovered, article: Path) -> Iterator[str]:
    """What the command says of notes besides where they are."""
    from authoring.recovering.furniture import told
    from authoring.reporters.terminal import safe

    quoted, lost = len(made.proof.quoted), made.proof.lost
    if not made.english:
        yield f"{article}: not in English, so nobody is named; every quotation stands as it stood"
    if not quoted:
        yield "there are no quotations in it"
    elif not lost:
        them = "the quotation" if quoted == 1 else f"all {quoted} quotations"
        yield f"a draft from them gives {them} back to the letter"
    else:
        yield f"a draft from them gives {quoted - len(lost)} of {quoted} quotations back to the letter, and not:"
        for one in lost[:_SHOWN]:
            yield f"  {safe(' '.join(one.words.split())[:70])}"
    asked = [item for item in made.story.items if item.asks]
    unnamed = sum(not source.name for source in made.story.sources)
    if asked or unnamed:
        open_ = [f"{len(asked)} question{'s' if len(asked) > 1 else ''} in comments"] if asked else []
        open_ += [f"{unnamed} source{'s' if unnamed > 1 else ''} without a name"] if unnamed else []
        yield f"to fill in: {', '.join(open_)}"
    left = list(told(made.story.left_out))
    if left:
        yield f"left out: {'; '.join(left)}"
