"""``authoring template check``: will these templates do what their editors mean?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from authoring.cli.given import named
from authoring.cli.template import FORMATS, shown, template

if TYPE_CHECKING:
    from authoring.templating.finding import Finding
    from authoring.templating.parsed import Parsed
    from authoring.templating.shelf import Shelf
    from authoring.templating.stories import Unprinted

_LISTED = 6
"""How many lines of the notes are named where a template leaves something out."""


@template.command()
@click.argument("names", nargs=-1, metavar="[NAME|FILE]...")
@click.option(
    "--notes", metavar="FILE", callback=named, help="Try them on these notes, and say what of those is left out."
)
@click.option("--format", "form", type=FORMATS, default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="The least severity that makes the exit code 1.",
)
@click.pass_context
def check(context: click.Context, names: tuple[str, ...], notes: str | None, form: str, fail_on: str) -> None:
    """Look for mistakes in templates before a story meets them.

    Without a name, all templates of the project are checked; a built-in one by its name. They are read, and then tried
    on notes that hold very little, on notes that hold everything, and on the stories of the project.

    Exit code 0: nothing found; 1: something is wrong; 2: a file or option is.
    """
    from authoring.notes import read_notes
    from authoring.templating.check import check as checked
    from authoring.templating.finding import LEVELS
    from authoring.templating.stories import stories

    given = read_notes(notes) if notes else None
    groups = list(_groups(names, Path(notes) if notes else Path()))
    findings: list[Finding] = []
    for shelf, targets in groups:
        tried = [given] if given else list(stories(shelf))
        findings += checked(shelf, targets, tried)
    count = sum(len(targets) for _, targets in groups)
    left = list(_left(groups, notes))
    if form == "json":
        click.echo(_as_json(groups, findings, left))
    else:
        _print(findings, count, left)
    if fail_on != "never" and any(LEVELS.index(each.level) <= LEVELS.index(fail_on) for each in findings):
        context.exit(1)


def _groups(names: tuple[str, ...], place: Path) -> Iterator[tuple[Shelf, list[Parsed]]]:
    """The templates that are meant, with the shelf on which each stands."""
    from authoring.templating.shelf import shelf

    around = shelf(place)
    if not names:
        yield around, list(around.own())
        return
    files = [name for name in names if Path(name).suffix == ".md" or "/" in name]
    plain = [around.named(name) for name in names if name not in files]
    if plain:
        yield around, plain
    for name in files:
        one, parsed = _of_file(name)
        yield one, [parsed]


def _of_file(name: str) -> tuple[Shelf, Parsed]:
    from authoring.templating.shelf import shelf_of

    return shelf_of(Path(name))


def _left(groups: Sequence[tuple[Shelf, list[Parsed]]], notes: str | None) -> Iterator[Unprinted]:
    """What the templates leave out of the notes that were given."""
    if notes is None:
        return
    from authoring.drafting.draft import draft
    from authoring.errors import AuthoringError
    from authoring.notes import read_notes
    from authoring.templating.catalogue import part_of
    from authoring.templating.stories import unprinted

    given = read_notes(notes)
    for shelf, targets in groups:
        for parsed in targets:
            if parsed.tree is None or part_of(shelf, parsed) != "story":
                continue
            try:
                yield unprinted(draft(given, str(parsed.path), folders=shelf.folders))
            except AuthoringError:  # why it cannot be drafted has been found
                continue


def _print(findings: Sequence[Finding], count: int, left: Sequence[Unprinted]) -> None:
    from authoring.reporters.terminal import safe

    for each in findings:
        place = ":".join(str(part) for part in (shown(each.path), each.line, each.column) if part)
        click.echo(f"{safe(place)}: {each.level}: {safe(each.message)}")
    for out in left:
        if out.items or out.fields:
            click.echo(f"{safe(out.notes.path)}: {safe(out.template)} prints nothing of {_told(out)}")
    if not count:
        click.echo("no templates of your own here; a built-in one by its name: authoring template check interview")
        return
    many = f"{count} template{'s' if count > 1 else ''} checked"
    if not findings:
        click.echo(f"{many}, nothing found")
        return
    levels = [each.level for each in findings]
    numbers = ((levels.count(level), level) for level in ("error", "warning", "info"))
    told = (f"{number} {level}{'s' if number > 1 and level != 'info' else ''}" for number, level in numbers if number)
    click.echo(f"{many}: {', '.join(told)}")


def _told(out: Unprinted) -> str:
    """“4 quotes (lines 12, 19, 30, 44), 2 claims (lines 50, 61), kicker”."""
    kinds: dict[str, list[int]] = {}
    for item in out.items:
        kinds.setdefault(item.kind, []).append(out.notes.lines.position(item.span.start)[0])
    parts = []
    for kind, lines in kinds.items():
        word = kind if len(lines) == 1 or kind in ("reported", "narration", "no-comment") else f"{kind}s"
        some = ", ".join(map(str, lines[:_LISTED])) + (", …" if len(lines) > _LISTED else "")
        parts.append(f"{len(lines)} {word} (line{'s' if len(lines) > 1 else ''} {some})")
    fields = [f"{name} (line {out.notes.lines.position(span.start)[0]})" for name, span in out.fields]
    return ", ".join([*parts, *fields])


def _as_json(
    groups: Sequence[tuple[Shelf, list[Parsed]]], findings: Sequence[Finding], left: Sequence[Unprinted]
) -> str:
    import json

    templates: list[dict[str, Any]] = [
        {
            "path": shown(parsed.path),
            "findings": [
                {
                    "check": each.check,
                    "severity": each.level,
                    "line": each.line or None,
                    "column": each.column or None,
                    "message": each.message,
                }
                for each in findings
                if each.path == parsed.path
            ],
        }
        for _, targets in groups
        for parsed in targets
    ]
    out = [
        {
            "template": each.template,
            "notes": each.notes.path,
            "items": [{"kind": item.kind, **_place(each, item.span.start)} for item in each.items],
            "fields": [{"field": name, **_place(each, span.start)} for name, span in each.fields],
        }
        for each in left
    ]
    levels = [each.level for each in findings]
    summary = {level: levels.count(level) for level in ("error", "warning", "info")}
    told = {"version": 1, "templates": templates, "unprinted": out, "summary": summary}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _place(out: Unprinted, offset: int) -> dict[str, int]:
    line, column = out.notes.lines.position(offset)
    return {"line": line, "column": column}
