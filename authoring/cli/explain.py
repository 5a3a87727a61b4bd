"""``authoring explain``: the page of a rule, or the rules of a family."""

from __future__ import annotations

from typing import Any

import click

from authoring.cli.settings import configs, settings


@click.command()
@click.argument("name", metavar="RULE")
@settings
def explain(name: str, **flags: Any) -> None:
    """Show what RULE checks and why, with its examples and its options; of a family, which rules it has."""
    from authoring.cli.given import look
    from authoring.grammar.names import FAMILY, is_name
    from authoring.reporters.rule import page, text
    from authoring.rules.choosing import choices, unknown
    from authoring.rules.pages import help_of, internal

    config = configs(**flags).of("-")
    found = list(choices(config))
    asked, name = name.strip(), name.strip().lower()
    families = {choice.rule.family for choice in found}
    how = look()
    for choice in found:
        if choice.rule.name.lower() == name:
            click.echo("\n".join(page(choice.rule, how, on=choice.on)), color=how.colour)
            return
    if name in {family.lower() for family in families}:
        from authoring.cli.rules import table_of

        for line in table_of([choice for choice in found if choice.rule.family.lower() == name], how):
            click.echo(line, color=how.colour)
        click.echo("\na rule's page: authoring explain RULE")
    elif name in internal():
        click.echo("\n".join([f"{name}  from the linter itself", "", *text(help_of(name)[1], how)]).rstrip())
    elif name == FAMILY or is_name(asked) or ("_" in asked and is_name(asked.upper())):
        from authoring.reporters.languagetool import family, rule

        told = family(config, how) if name == FAMILY else rule(asked.upper(), config, how)
        click.echo("\n".join(told), color=how.colour)
    else:
        raise unknown(config, name, [*(choice.rule.name for choice in found), *families, FAMILY, *internal()])
