"""``authoring draft``: make articles from notes."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("notes", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("-t", "--template", metavar="NAME", help="interview, qa, brief, a house template, or a template file.")
@click.option(
    "-o", "--output", metavar="FILE", help="Where to write the article; - prints it. Default: beside the notes."
)
@click.option("--house", metavar="NAME", help="House style: ap, guardian, plain, or one of your own.")
@click.option("--force", is_flag=True, help="Replace an article that was edited by hand; a copy is kept.")
@click.option("--watch", is_flag=True, help="Draft again whenever notes, templates or settings change.")
@click.pass_context
def draft(
    ctx: click.Context,
    *,
    notes: tuple[Path, ...],
    template: str | None,
    output: str | None,
    house: str | None,
    force: bool,
    watch: bool,
) -> None:
    """Make an article from NOTES, or one from each of several; a folder stands for the notes.md in it.

    The article goes into TEMPLATE.md beside the notes, with a trace that lets "authoring why" say where each
    sentence comes from. An article that was edited by hand is never replaced unless you say --force.
    """
    import gc

    from authoring.drafting.bounded import Worker

    if output and len(notes) > 1:
        raise click.UsageError(f"-o takes one article, and {len(notes)} notes are given; leave out -o")
    if watch:
        for flag in (flag for flag, given in {"-o -": output == "-", "--force": force}.items() if given):
            raise click.UsageError(f"--watch goes on until you stop it, and {flag} is done once; leave out either")
    gc.disable()  # short jobs that make much and drop nothing
    with Worker() as worker:  # comes up while the notes are read
        from authoring.cli.drafting import Drafting

        drafting = Drafting(worker, template, Path(output) if output and output != "-" else None, house, force)
        if watch:
            from authoring.cli.redrafting import redraft

            redraft(drafting, notes)
        elif output == "-":
            click.echo(drafting.made(notes[0]).text, nl=False)
        elif not drafting.every(notes):
            ctx.exit(2)
