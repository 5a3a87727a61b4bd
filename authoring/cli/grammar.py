"""``authoring grammar``: LanguageTool put on this machine, looked at, and taken off again."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from authoring.grammar.install import Way


@click.group()
def grammar() -> None:
    """Install LanguageTool, which checks grammar and spelling on this machine, or remove it."""


@grammar.command()
@click.option("--force", is_flag=True, help="Install it anew, also where it is installed already.")
def install(force: bool) -> None:
    """Fetch LanguageTool (45 MB) through Maven. It needs Java 17 or newer.

    Exit code 0: it is installed; 2: it could not be, and nothing of it is left behind.
    """
    from authoring.grammar.install import install as put
    from authoring.grammar.java import find_java

    java = find_java()
    installed, anew = put(_way(), _progress, _waiting, force=force)
    size = f"{installed.size / 1_000_000:.0f} MB"
    if not anew:
        click.echo(f"LanguageTool {installed.version} is installed already, in {installed.folder}")
        return
    click.echo(f"LanguageTool {installed.version} is installed, {size} in {installed.folder}")
    click.echo(f"it runs on Java {java.version} ({java.path})")


def _way() -> Way:
    from authoring.grammar.maven import by_maven

    return by_maven


def _waiting() -> None:
    click.echo("another installation is at work, waiting for it to end …", err=True)


def _progress(done: int, total: int) -> None:
    """Say on the terminal how far it has come."""
    if not sys.stderr.isatty():
        return
    if total and done >= total:
        click.echo("\r\033[K", err=True, nl=False)
    else:
        of = f" of {total / 1_000_000:.0f}" if total else ""
        click.echo(f"\rfetching LanguageTool: {done / 1_000_000:.0f}{of} MB", err=True, nl=False)
