"""``authoring rules``: every rule in a table, by family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from authoring.cli.settings import configs, settings

if TYPE_CHECKING:
    from authoring.reporters import Look
    from authoring.rules.choosing import Choice


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@settings
def rules(form: str, **flags: Any) -> None:
    """List the rules by family: name, level, whether it needs the notes, and what it checks.

    The levels are those that hold in the folder you are in; “off” is a rule that runs only where it is asked for.
    """
    from authoring.cli.given import look
    from authoring.rules.choosing import choices

    found = sorted(choices(configs(**flags).of("-")), key=lambda choice: (choice.rule.family, choice.rule.name))
    if form == "json":
        click.echo(_as_json(found))
        return
    for line in table_of(found, look()):
        click.echo(line)
    on = sum(choice.on for choice in found)
    click.echo(f"\n{len(found)} rules, {on} on; a rule's page: authoring explain RULE")


def table_of(found: Sequence[Choice], look: Look) -> Iterator[str]:
    """The lines of the table, under a headline for each family."""
    from authoring.reporters.terminal import safe, table
    from authoring.rules.page import read_page

    rows = [
        (
            choice.rule.name,
            str(choice.rule.severity) if choice.on else "off",
            "notes" if choice.rule.needs_notes else "",
            safe(read_page(choice.rule.page).summary.replace("`", "")),
        )
        for choice in found
    ]
    lines = zip(found, table(rows, look.width, 2), strict=True)
    for family, group in groupby(lines, key=lambda pair: pair[0].rule.family):
        yield f"\033[1m{family}\033[0m" if look.colour else family
        for _, cells in group:
            yield f"  {'  '.join(cells)}".rstrip()


def _as_json(found: Sequence[Choice]) -> str:
    import json

    from authoring.rules.options import defaults, plain
    from authoring.rules.page import read_page

    told = [
        {
            "rule": choice.rule.name,
            "family": choice.rule.family,
            "severity": str(choice.rule.severity),
            "on": choice.on,
            "needs_notes": choice.rule.needs_notes,
            "summary": read_page(choice.rule.page).summary,
            "options": {name: plain(value) for name, value in defaults(choice.rule.options).items()}
            if choice.rule.options
            else {},
        }
        for choice in found
    ]
    return json.dumps({"version": 1, "rules": told}, ensure_ascii=False, indent=2)
