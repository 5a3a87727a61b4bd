"""``authoring template show``: what stands in a template, and which of its blocks can be replaced."""

from __future__ import annotations

from pathlib import Path

import click

from authoring.cli.template import shown, template


@template.command()
@click.argument("name")
@click.option("--blocks", "what", flag_value="blocks", help="The blocks that a template of yours can replace.")
@click.option("--path", "what", flag_value="path", help="Only where the file is.")
def show(name: str, what: str | None) -> None:
    """Print a template as it stands.

    NAME is what --template takes; builtin/NAME is the program's own where yours has taken its place.
    """
    from authoring.reporters.terminal import safe
    from authoring.templating.shelf import shelf, shelf_of

    if name.endswith(".md") and Path(name).is_file():
        around, parsed = shelf_of(Path(name))
    else:
        around = shelf(Path())
        parsed = around.named(name.removesuffix(".md"))
    if what == "path":
        click.echo(shown(parsed.path))
        return
    if what is None:
        for line in parsed.source.splitlines():
            click.echo(safe(line.replace("\t", "    ")))
        return

    from authoring.cli.given import look
    from authoring.reporters.terminal import table
    from authoring.templating.blocks import blocks
    from authoring.templating.catalogue import chain

    links = chain(around, parsed)
    click.echo(" extends ".join(safe(link.name) for link in links))
    found = blocks(around, parsed)
    if not found:
        click.echo("it has no blocks")
        return
    rows = []
    for block in found:
        places = ", ".join(f"{link.name}:{line}" for link, line in block.places)
        rows.append((block.name, safe(places), f"inside {block.inside}" if block.inside else ""))
    for cells in table([("block", "defined in", ""), *rows], look().width, 2):
        click.echo(f"  {'  '.join(cells)}".rstrip())
    click.echo(f"\nto replace one: authoring template new NAME --from {parsed.path.stem} --block {found[0].name}")
