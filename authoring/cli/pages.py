"""``docs/commands.md``, written from the commands' own help: ``python -m authoring.cli.pages > docs/commands.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from authoring.cli.main import START, cli

WIDTH = 100
"""Columns of the help as the page shows it."""
_HEAD = """# Commands

<!-- Written by `python -m authoring.cli.pages` from the help of each command: change that, not this page. -->

Every command explains itself with `--help`; this page is that help. `authoring` alone names the commands to begin with:

"""


def pages() -> Iterator[str]:
    """The page of all commands, piece by piece, each command before those inside it."""
    yield _HEAD
    yield f"```text\n{START}```\n"
    yield from _of(cli, click.Context(cli, info_name="authoring", terminal_width=WIDTH), 2)


def _of(command: click.Command, context: click.Context, level: int) -> Iterator[str]:
    yield f"\n{'#' * level} {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if not isinstance(command, click.Group):
        return
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        if inner is not None and not inner.hidden:
            below = click.Context(inner, info_name=name, parent=context, terminal_width=WIDTH)
            yield from _of(inner, below, level if command is cli else level + 1)


if __name__ == "__main__":
    sys.stdout.write("".join(pages()))
