"""``authoring template new``: begin a template of the house's own from another one."""

from __future__ import annotations

from pathlib import Path

import click

from authoring.cli.template import shown, template


@template.command()
@click.argument("name")
@click.option("--from", "base", metavar="BASE", help="What to begin from; NAME itself, if that is built in.")
@click.option(
    "--block", "chosen", multiple=True, metavar="BLOCK", help="Lay out this block; may be given more than once."
)
@click.option("--copy", is_flag=True, help="Copy the whole of BASE instead of extending it.")
def new(name: str, base: str | None, chosen: tuple[str, ...], copy: bool) -> None:
    """Write a template that prints what BASE prints, until you change it.

    It goes into the nearest folder called templates, or into a new one at the top of the project. A file that is there
    is never replaced.
    """
    from authoring.templating.beginning import begin
    from authoring.text.shell import typed

    made = begin(name, base, chosen, copy=copy, place=Path())
    how = f"extends {made.extends}" if made.extends else f"a copy of {made.base}"
    click.echo(f"{shown(made.path)}: written, {how}; it prints what {made.base} prints until you change it")
    called = typed(made.path.stem)
    click.echo(f"next: authoring draft NOTES --template {called}, and then: authoring template check {called}")
