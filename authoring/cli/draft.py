"""``authoring draft``: make an article from notes."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("notes", type=click.Path(path_type=Path))
@click.option("-t", "--template", metavar="NAME", help="interview, qa, brief, a house template, or a template file.")
@click.option(
    "-o", "--output", metavar="FILE", help="Where to write the article; - prints it. Default: beside the notes."
)
@click.option("--house", metavar="NAME", help="House style: ap, guardian, plain, or one of your own.")
@click.option("--force", is_flag=True, help="Replace an article that was edited by hand; a copy is kept.")
def draft(notes: Path, template: str | None, output: str | None, house: str | None, force: bool) -> None:
    """Make an article from NOTES.

    The article goes into TEMPLATE.md beside the notes, with a trace that lets "authoring why" say where each
    sentence comes from. An article that was edited by hand is never replaced unless you say --force.
    """
    import gc

    from authoring.drafting.bounded import Worker

    gc.disable()  # one short job that makes much and drops nothing

    with Worker() as worker:  # comes up while the notes are read
        from authoring.drafting.draft import draft as render
        from authoring.drafting.house import house_of
        from authoring.notes import read_notes

        understood = read_notes(notes)
        for problem in understood.problems:
            click.echo(str(problem), err=True)
        article = Path(output) if output and output != "-" else None
        made = render(understood, template, article=article, house=house_of(understood, house), worker=worker)
    if output == "-":
        click.echo(made.text, nl=False)
        return

    from authoring.drafting.publish import publish

    written = publish(made, article or notes.with_name(f"{made.template}.md"), force=force)
    if written.backup:
        click.echo(f"kept the edited article as {written.backup}")
    words = len(made.text.split("---\n", 2)[-1].split())
    done = "is as it was" if written.outcome == "unchanged" else "written"
    click.echo(f"{written.path}: {done}, {words} words, every one traced")
    click.echo(f"next: authoring lint {written.path}")
