"""``authoring diff``: what changed between two drafts."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="[NEW]", required=False)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def diff(context: click.Context, old: str, new: str | None, form: str) -> None:
    """Say what changed between two drafts: quotations, sources, facts, headline, length.

    With one article, what has changed in it since it was drafted. One of the two may be - for standard input. Layout,
    marks, and how a house writes words and figures are no change.

    Exit code 0: nothing changed; 1: something did; 2: a file or flag is wrong.
    """
    from authoring.cli.given import look, standard_input
    from authoring.comparing import compare
    from authoring.comparing.articles import article_of, both, last_drafted, read_article

    if old == "-" and new in (None, "-"):
        raise click.UsageError("- stands for one of two articles; name the other one")
    if new is None:
        documents = last_drafted(Path(old)), read_article(Path(old))
    else:
        first, second = (
            article_of(standard_input(), "-") if path == "-" else read_article(Path(path)) for path in (old, new)
        )
        documents = first, second
    names = (f"{old} as drafted", old) if new is None else (old, new)
    found = compare(*both(*documents))
    if form == "json":
        from authoring.reporters import diff_json

        click.echo(diff_json.report(found, old, new or old), nl=False)
    else:
        from authoring.reporters.diff import report

        place = look()
        for piece in report(found, place, *names):
            click.echo(piece, nl=False, color=place.colour)
    if not found.same:
        context.exit(1)
