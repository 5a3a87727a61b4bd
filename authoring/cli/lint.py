"""``authoring lint``: check articles and notes before they are published."""

from __future__ import annotations

from typing import Any

import click

from authoring.cli.given import named
from authoring.cli.living import Living, living
from authoring.cli.settings import configs, settings

_FORMATS = ("text", "json", "concise", "github", "sarif", "junit", "html")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--notes", metavar="FILE", callback=named, help="Compare with these notes instead of those the article names."
)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@settings
@living
@click.option("--stdin-filename", metavar="NAME", help="What to call the text of standard input (PATH is -).")
@click.pass_context
def lint(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    notes: str | None,
    form: str,
    stdin_filename: str | None,
    **flags: Any,
) -> None:
    """Check articles (.md, .markdown, .txt, .html), folders or patterns of them, or - for standard input.

    Exit code 0: nothing as severe as --fail-on; 1: something is, or --diff shows a change; 2: a file or flag is wrong.
    A file that cannot be read does not keep the others from being checked. The nearest authoring.toml or pyproject.toml
    above each article sets what is not set here; "authoring config show PATH" tells what holds.
    """
    from authoring.cli.linting import Linting

    asked = Living(**{name: flags.pop(name) for name in Living.__annotations__})
    asked.agree(paths)

    def start() -> Linting:
        return Linting(paths, notes, form, stdin_filename, configs(**flags), asked)

    if asked.watch:
        from authoring.cli.watching import watch

        watch(start)
    else:
        context.exit(start().run())
