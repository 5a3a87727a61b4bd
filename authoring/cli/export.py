"""``authoring export``: put an article into the form that a site, a wire or a checker takes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from authoring.cli.given import named
from authoring.export.formats import FORMATS


@click.command(epilog="Formats: " + "; ".join(f"{name}, {form.title}" for name, form in FORMATS.items()) + ".")
@click.argument("article", type=click.Path(path_type=Path), metavar="ARTICLE")
@click.option("--to", "form", type=click.Choice(list(FORMATS)), required=True, help="The format.")
@click.option(
    "-o", "--output", metavar="FILE", callback=named, help="Where to write it; - prints it. Default: beside it."
)
@click.option("--notes", metavar="FILE", callback=named, help="Check by these notes instead of those it names.")
@click.option("--force", is_flag=True, help="Export with errors, too, and replace a file; a copy of it is kept.")
def export(*, article: Path, form: str, output: str | None, notes: str | None, force: bool) -> None:
    """Put ARTICLE into another format, once it is fit to publish.

    The article is linted first. With findings of the level "error" it is not exported, unless you say --force; what was
    told in confidence is not exported in any case.
    """
    from authoring.cli.settings import configs
    from authoring.export.checking import export_of, summary
    from authoring.export.publish import publish

    chosen = FORMATS[form]
    made = export_of(article, chosen, notes, configs(), force=force)
    data = chosen.write(made)
    for remark in made.article.left_out:
        click.echo(f"{article}:{remark}", err=True)
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(output) if output else article.with_suffix(chosen.suffix)
    written = publish(data, target, article, force=force)
    said = {"new": "written", "changed": "written again", "unchanged": "unchanged", "replaced": "replaced"}
    told = [said[written.outcome], *filter(None, [summary(made.findings)])]
    click.echo(f"{target}: {', '.join(told)}")
    if written.backup is not None:
        click.echo(f"what stood there is kept in {written.backup}")
