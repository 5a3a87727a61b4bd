"""``authoring context``: show a quotation of an article amid the transcript that it comes from."""

from __future__ import annotations

import click

from authoring.cli.given import look, named


@click.command()
@click.argument("place", metavar="ARTICLE:LINE[:COLUMN]")
@click.option("--turns", type=click.IntRange(0, 1000), default=2, show_default=True, help="Turns before and after it.")
@click.option("--notes", metavar="FILE", callback=named, help="Go by these notes instead of those the article names.")
@click.option("--transcript", "transcripts", multiple=True, metavar="FILE", callback=named, help="Look here, too.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def context(  # noqa: PLR0917  # click passes them by name
    ctx: click.Context, place: str, turns: int, notes: str | None, transcripts: tuple[str, ...], form: str
) -> None:
    """Show the quotations on a line of an article amid what was said before and after them.

    The quoted words are marked, and the quote check says how they compare. What is off the record by the notes, and
    the names of sources who are not named, are withheld.
    """
    from authoring.cli.why import parts_of
    from authoring.errors import ArticleError
    from authoring.pulling.context import Contexts, quotes_at
    from authoring.reporters.terminal import safe
    from authoring.runner.verified import verified_paths

    parts = parts_of(place)
    if parts is None:
        hint = "for example: authoring context interview.md:12"
        raise ArticleError(f"“{place}” names no line, expected ARTICLE:LINE or ARTICLE:LINE:COLUMN", hint=hint)
    path, line, column = parts
    (result, *_) = [*verified_paths([path], notes, transcripts), None]
    if result is None or result.article.document is None:
        remark = result.article.remark if result else "nothing to check there"
        raise ArticleError(remark, path=path, hint="name an article and a line of it")
    found = quotes_at(result, line, column)
    contexts = Contexts(result, transcripts, turns)
    spots = [contexts.of(quote) for quote in found]
    if form == "json":
        from authoring.reporters.amid_json import report as as_json

        click.echo(as_json(result, spots))
    else:
        from authoring.reporters.amid import report

        shown = look()
        for piece in report(result, spots, shown):
            click.echo(piece, nl=False, color=shown.colour)
    for error in result.unread:
        click.echo(safe(str(error)), err=True)
    if result.unread:
        ctx.exit(2)
