"""``authoring grammar``: LanguageTool put on this machine, looked at, and taken off again."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from authoring.grammar.install import Way
    from authoring.grammar.status import Status


@click.group()
def grammar() -> None:
    """Install LanguageTool, which checks grammar and spelling on this machine, look at it, or remove it."""


@grammar.command()
@click.option(
    "--from", "given", metavar="PATH", callback=named, help="Take it from a folder or a zip, and fetch nothing."
)
@click.option("--force", is_flag=True, help="Install it anew, also where it is installed already.")
def install(given: str | None, force: bool) -> None:
    """Fetch LanguageTool for English and keep it for you on this machine. It needs Java 17 or newer.

    It comes through Maven (45 MB), or where there is no Maven, as language-tool-python downloads it (250 MB). PATH
    is LanguageTool unpacked, or as a zip, or the folder that authoring installed it to on another machine.

    Exit code 0: it is installed; 2: it is not, and nothing of it is left behind.
    """
    from authoring.grammar.install import install as put
    from authoring.grammar.java import find_java

    java = find_java()
    try:
        installed, anew = put(_way(given), _progress, _waiting, force=force)
    finally:
        _progress(0, 0)
    if not anew:
        click.echo(f"LanguageTool {installed.version} is installed already, in {installed.folder}")
        return
    click.echo(f"LanguageTool {installed.version} is installed, {_size(installed.size)} in {installed.folder}")
    click.echo(f"it came from {installed.origin}, and runs on Java {java.version} ({java.path})")


@grammar.command()
@click.option("--verify", is_flag=True, help="Read every file, and compare its SHA-256 sum.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def status(context: click.Context, verify: bool, form: str) -> None:
    """Say which LanguageTool is installed, where, and with which Java it runs.

    Exit code 0: grammar can be checked; 1: it cannot.
    """
    from authoring.grammar.status import look

    told = look(thoroughly=verify)
    if form == "json":
        click.echo(_as_json(told, verify))
    else:
        for line in _as_text(told, verify):
            click.echo(line)
    context.exit(0 if told.ready else 1)


@grammar.command()
def uninstall() -> None:
    """Remove LanguageTool, as far as authoring installed it, and what was kept of its findings.

    Exit code 0: none is left; 2: it cannot be removed, or authoring did not install it.
    """
    from authoring.errors import GrammarError
    from authoring.grammar.install import uninstall as take_off
    from authoring.grammar.kept import stop as end
    from authoring.grammar.remembered import forget
    from authoring.runner.cache import default_folder

    with suppress(GrammarError):  # where none could be kept, none is
        end()
    removed = take_off(_waiting)
    for folder in removed:
        click.echo(f"removed {folder}")
    cache = Path(os.environ.get("AUTHORING_CACHE_DIR") or default_folder())
    if forget(cache):
        click.echo(f"removed what was kept of its findings in {cache}")
    elif not removed:
        click.echo("LanguageTool is not installed, nothing to remove")


@grammar.command()
def stop() -> None:
    """End the LanguageTool that lint --keep-alive keeps for the next run.

    Exit code 0: none is left.
    """
    from authoring.grammar.kept import stop as end

    click.echo("LanguageTool is ended" if end() else "no LanguageTool is kept, nothing to end")


def _way(given: str | None) -> Way:
    if given is not None:
        from authoring.grammar.given import from_given

        return from_given(Path(given).expanduser())
    from authoring.grammar.maven import by_maven, find_maven

    if find_maven():
        return by_maven
    from authoring.grammar.download import by_download

    return by_download


def _waiting() -> None:
    click.echo("another installation is at work, waiting for it to end …", err=True)


def _progress(done: int, total: int) -> None:
    """Say on the terminal how far it has come; nothing of nothing wipes that away."""
    if not sys.stderr.isatty():
        return
    if not total:
        click.echo("\r\033[K", err=True, nl=False)
        return
    from authoring.grammar.listed import listed

    jars = f", {len(listed().jars)} files" if total == listed().size else ""
    text = f"LanguageTool: {_size(done)} of {_size(total)}{jars} ({done * 100 // total} %)"
    click.echo(f"\r\033[K{text}", err=True, nl=False)


def _size(number: int) -> str:
    return f"{number / 1_000_000:.0f} MB"


def _as_text(told: Status, verified: bool) -> list[str]:
    lines = []
    if told.installed:
        there = told.installed
        lines.append(f"LanguageTool {there.version}, {_size(there.size)} in {there.folder} (from {there.origin})")
        how = "sum for sum" if verified else "size for size; --verify compares the sums"
        lines.append(str(told.fault) if told.fault else f"all {len(there.files)} files are as they should be, {how}")
    else:
        lines.append("LanguageTool is not installed; run: authoring grammar install")
    lines.append(f"Java {told.java.version}, {told.java.path}" if told.java else str(told.no_java))
    return lines


def _as_json(told: Status, verified: bool) -> str:
    import json

    there = told.installed
    data = {
        "version": 1,
        "ready": told.ready,
        "languagetool": {
            "version": there.version,
            "path": str(there.folder),
            "bytes": there.size,
            "files": len(there.files),
            "from": there.origin,
            "whole": told.fault is None,
            "verified": verified,
        }
        if there
        else None,
        "java": {"version": told.java.version, "path": str(told.java.path)} if told.java else None,
        "problems": [str(fault) for fault in (told.fault, told.no_java) if fault],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
