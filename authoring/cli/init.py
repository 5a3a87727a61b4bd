"""``authoring init``: make a folder a newsroom's project."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import click


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar="[FOLDER]")
@click.option("--house", metavar="NAME", help="The house style to rest yours on: ap, guardian or plain.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and make nothing.")
@click.option("--no-input", is_flag=True, help="Ask nothing; without --house it is plain.")
def init(folder: Path, house: str | None, dry_run: bool, no_input: bool) -> None:
    """Make FOLDER a newsroom's project; the folder you are in, if none is named.

    It gets settings and a house style with every choice explained, folders for stories and templates, a file of
    sources that all stories share, and what lints before a commit and in a pull request. What is there already stays
    as it is.
    """
    from authoring.cli.asking import may_ask
    from authoring.reporters.terminal import safe
    from authoring.scaffolding.newsroom import DEFAULT_HOUSE, begin, has_settings, houses

    asked = house is None and not no_input and not dry_run and may_ask() and not has_settings(folder)
    chosen = _which_house(houses(), DEFAULT_HOUSE) if asked else house or DEFAULT_HOUSE
    seen = safe(str(folder)) if str(folder) != "." else "this folder"
    rows = []
    made = 0
    for each in begin(folder, chosen, dry_run=dry_run):
        made += each.made
        done = ("would make" if dry_run else "made") if each.made else "left"
        rows.append((done, each.piece.name.removesuffix(".gitkeep"), each.piece.what if each.made else "as it was"))
    if not made:
        click.echo(f"{seen}: everything is there, nothing was made")
    else:
        would = "would be" if dry_run else "is"
        click.echo(f"{seen}: {would} a newsroom project, its house style rests on {chosen}")
        for line in _lines(rows, shutil.get_terminal_size().columns):
            click.echo(line)
    if dry_run:
        return
    if folder.resolve() != Path.cwd():
        click.echo(f"next: cd {_typed(folder)}")
        click.echo('then: authoring new interview "A working title"')
    else:
        click.echo('next: authoring new interview "A working title"')


def _lines(rows: list[tuple[str, str, str]], width: int) -> Iterator[str]:
    """What was done, to which file, and what that is for, where there is room: a name is never cut short."""
    done, named, told = (max(map(len, column)) for column in zip(*rows, strict=True))
    for verb, name, what in rows:
        line = f"  {verb:{done}}  {name}"
        yield f"  {verb:{done}}  {name:{named}}  {what}" if 6 + done + named + told <= width else line


def _which_house(names: list[str], default: str) -> str:
    from authoring.cli.asking import ask
    from authoring.text.near import nearest

    click.echo("How does your newsroom write? You can change it at any time, rule by rule.")
    for name in names:
        click.echo(f"  {name:10}{_HOUSES.get(name, '')}".rstrip())
    while True:
        answer = ask("House style", default).casefold()
        if answer in names:
            return answer
        near = nearest(answer, names)
        click.echo(f"there is no such house style; {f'did you mean {near}?' if near else f'type {_or(names)}'}")


_HOUSES = {
    "ap": "as American agencies do: May 3, 3:30 p.m., U.S.",
    "guardian": "as British papers do: 3 May, 3.30pm, US",
    "plain": "as newsletters do: May 3, 3:30 pm, US, few rules",
}


def _or(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else names[0]


def _typed(path: Path) -> str:
    from authoring.text.shell import typed

    return typed(str(path))
