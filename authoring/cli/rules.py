"""``authoring rules``: every rule in a table, by family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from authoring.cli.settings import configs, settings

if TYPE_CHECKING:
    from authoring.reporters import Look
    from authoring.rules.choosing import Choice

_LEAST = 30
"""Columns that the words beside a name need; where there are fewer, they stand below it."""


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
    click.echo("besides them there are LanguageTool's, of the family grammar: authoring explain grammar")


def table_of(found: Sequence[Choice], look: Look) -> Iterator[str]:
    """The lines of the table, under a headline for each family; what a rule checks is wrapped beside its name."""
    from authoring.reporters.terminal import safe
    from authoring.rules.page import read_page

    longest = max((len(choice.rule.name) for choice in found), default=0)
    for family, group in groupby(found, key=lambda choice: choice.rule.family):
        yield f"\033[1m{family}\033[0m" if look.colour else family
        for choice in group:
            rule = choice.rule
            level = str(rule.severity) if choice.on else "off"
            start = f"  {rule.name:<{longest}}  {level:<7}  {'notes' if rule.needs_notes else '':<5}  "
            summary = safe(read_page(rule.page).summary.replace("`", ""))
            if look.width - len(start) < _LEAST:
                yield from wrap(" ".join(start.split()), look.width, initial_indent="  ", subsequent_indent="    ")
                start = "    "
            yield from wrap(summary, max(look.width, _LEAST), initial_indent=start, subsequent_indent=" " * len(start))


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
            "options": [
                {"option": name, "default": plain(value)}
                for name, value in (defaults(choice.rule.options) if choice.rule.options else {}).items()
            ],
        }
        for choice in found
    ]
    return json.dumps({"version": 1, "rules": told}, ensure_ascii=False, indent=2)
