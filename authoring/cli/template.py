"""``authoring template``: the templates that a story could use, and whether they will do what their editors mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from authoring.cli.template_from import template_from

if TYPE_CHECKING:
    from authoring.templating.catalogue import Entry

FORMATS = click.Choice(["text", "json"])
_LEAST = 30
"""Columns that the words beside a name need; where there are fewer, they stand below it."""
_PARTS = {"frame": "a frame for others", "macros": "macros for others", "piece": "included by others"}


class _TemplateGroup(click.Group):
    """Loads each command from a file of its own, when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which an editor needs them."""
        first = ["list", *_ELSEWHERE]
        return [*first, *(name for name in self.commands if name not in first)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name in _ELSEWHERE and cmd_name not in self.commands:
            from importlib import import_module

            import_module(_ELSEWHERE[cmd_name])
        return super().get_command(ctx, cmd_name)


_ELSEWHERE = {
    "show": "authoring.cli.template_show",
    "new": "authoring.cli.template_new",
    "check": "authoring.cli.template_check",
}
"""Commands of the group that have a file of their own, which puts them into the group when it is imported."""


@click.group(cls=_TemplateGroup)
def template() -> None:
    """List, show, check and make templates."""


@template.command("list")
@click.argument("place", default=".", metavar="[PATH]", type=click.Path(path_type=Path))
@click.option("--format", "form", type=FORMATS, default="text", show_default=True)
def listing(place: Path, form: str) -> None:
    """List every template that a story in PATH could use: what it is for, and where it comes from.

    PATH is a notes file or a folder; without it, the folder you are in.
    """
    from authoring.templating.catalogue import catalogue
    from authoring.templating.shelf import shelf

    found = catalogue(shelf(place))
    if form == "json":
        click.echo(_as_json(found))
        return
    from authoring.cli.given import look

    for line in _lines(found, look().width):
        click.echo(line)
    click.echo("\none of them in full: authoring template show NAME; one of your own: authoring template new NAME")


def _lines(found: Sequence[Entry], width: int) -> Iterator[str]:
    """The lines of the list, articles before what is only part of others; the words are wrapped beside the name."""
    from textwrap import wrap

    from authoring.reporters.terminal import safe

    names, places = (max((len(safe(f(entry))) for entry in found), default=0) for f in (_name, _from))
    articles = [entry for entry in found if entry.part == "story"]
    for heading, entries in (("articles", articles), ("parts", [each for each in found if each not in articles])):
        if entries:
            yield heading
        for entry in entries:
            start = f"  {safe(entry.name):<{names}}  {safe(_from(entry)):<{places}}  "
            if width - len(start) < _LEAST:
                yield start.rstrip()
                start = "    "
            words = safe("; ".join(_told(entry)))
            yield from wrap(words, max(width, _LEAST), initial_indent=start, subsequent_indent=" " * len(start))


def _name(entry: Entry) -> str:
    return entry.name


def _from(entry: Entry) -> str:
    return "built in" if entry.folder is None else shown(entry.folder)


def _told(entry: Entry) -> Iterator[str]:
    if entry.wrong:
        yield entry.wrong
    elif entry.description:
        yield entry.description
    elif entry.part == "story":
        yield "no opening comment says what it is for"
    if entry.part != "story":
        yield _PARTS[entry.part]
    if entry.shadowed_by:
        yield f"not used, {shown(entry.shadowed_by)} takes its place"
    elif entry.extends:
        yield f"extends {entry.extends}"


def shown(path: Path) -> str:
    """A path as messages show it: from the folder one is in, where that is shorter."""
    import os

    try:
        near = os.path.relpath(path)
    except (ValueError, OSError):
        return str(path)
    return min(near, str(path), key=len)


def _as_json(found: Sequence[Entry]) -> str:
    import json

    told = [
        {
            "name": entry.name,
            "path": shown(entry.path),
            "from": "built in" if entry.folder is None else shown(entry.folder),
            "part": entry.part,
            "description": entry.description,
            "extends": entry.extends,
            "overrides": shown(entry.overrides) if entry.overrides else None,
            "shadowed_by": shown(entry.shadowed_by) if entry.shadowed_by else None,
            "wrong": entry.wrong or None,
        }
        for entry in found
    ]
    return json.dumps({"version": 1, "templates": told}, ensure_ascii=False, indent=2)


template.add_command(template_from)
