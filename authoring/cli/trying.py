"""``authoring try``: one rule on articles, every hit in its context, to judge it before switching it on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from authoring.cli.given import named
from authoring.grammar.names import is_name

if TYPE_CHECKING:
    from authoring.config.find import Configs
    from authoring.errors import AuthoringError
    from authoring.rules.registry import Rule
    from authoring.runner.checked import Checked
    from authoring.runner.grammar import Grammar


@click.command("try")
@click.argument("name", metavar="RULE")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--notes", metavar="FILE", callback=named, help="Compare with these notes, not those the article names.")
@click.option("--set", "options", multiple=True, metavar="KEY=VALUE", help="Set an option of the rule: --set words=30.")
@click.option("--sample", type=click.IntRange(min=1), metavar="N", help="Show only N hits, drawn at random.")
@click.option("--seed", type=int, default=0, show_default=True, help="Which N are drawn; the same seed draws the same.")
@click.option("--config", "config_file", metavar="FILE", callback=named, help="Go by this configuration and no other.")
@click.option("--isolated", is_flag=True, help="Go by no configuration file.")
@click.option("--house", metavar="NAME", callback=named, help="House style: ap, guardian, plain, or one of your own.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def trying(
    context: click.Context,
    /,
    *,
    name: str,
    paths: tuple[str, ...],
    notes: str | None,
    options: tuple[str, ...],
    sample: int | None,
    seed: int,
    form: str,
    **flags: Any,
) -> None:
    """Show every hit of RULE in articles or folders of them, in context, with how many there are to 1,000 words.

    It runs also a rule that is off or ignored. Exit code 0: done; 2: a file or flag is wrong.
    """
    from authoring.cli.given import look, progress
    from authoring.reporters.trial import as_json, hit, summary
    from authoring.runner.files import lint_paths
    from authoring.runner.trial import Trial, drawn

    configs, (rule, needs_notes) = _configs(name, paths[0], options, **flags)
    unread: list[AuthoringError] = []
    trial = Trial(rule, needs_notes)
    how = look()
    grammar = _grammar(context, configs, paths) if is_name(rule) else None
    tell = progress if sys.stderr.isatty() else None
    results = lint_paths(paths, configs, notes, tell, unread.append, grammar=grammar)
    hits = trial.hits(_read(results, unread))
    if sample is not None:
        hits = iter(drawn(hits, sample, seed))
    drawn_with = seed if sample is not None else None
    if form == "json":
        import json

        click.echo(json.dumps(as_json(trial, list(hits), drawn_with), ensure_ascii=False, indent=2))
    else:
        shown = 0
        for each in hits:
            click.echo("\n".join(hit(each, how)), color=how.colour)
            shown += 1
        end = summary(trial, shown, drawn_with) if trial.articles or not unread else ()
        for line in (*trial.remarks, *end):
            click.echo(line)
    for error in unread:
        click.echo(str(error), err=True)
    if unread:
        context.exit(2)


def _configs(
    name: str, path: str, options: tuple[str, ...], *, config_file: str | None, isolated: bool, house: str | None
) -> tuple[Configs, tuple[str, bool]]:
    """The settings to go by, in which this rule alone runs, its name, and whether it needs notes.

    Raises ``ConfigError``.
    """
    from authoring.cli.settings import configs
    from authoring.config.find import Configs
    from authoring.config.layers import Layer
    from authoring.config.place import Place
    from authoring.rules.choosing import choices, unknown

    config = configs(config_file=config_file, isolated=isolated, house=house).of(path)
    rules = {choice.rule.name: choice.rule for choice in choices(config)}
    name = name.strip()
    rule = rules.get(name) or next((each for each in rules.values() if each.name.lower() == name.lower()), None)
    if rule is None and is_name(name) and not options:
        return Configs(Layer({"select": (name,)}), config_file, isolated=isolated, house=house or ""), (name, False)
    if rule is None:
        family = [each.name for each in rules.values() if each.family.lower() == name.lower()]
        if family:
            raise config.error(f"{name} is a family, expected one rule", hint=f"it has {', '.join(family)}")
        raise unknown(config, name, rules)
    made = _set(rule, options)
    layer = Layer({"select": (rule.name,), "rules": {rule.name: made}} if made else {"select": (rule.name,)})
    layer.places |= {("rules", rule.name, key): Place(flag="--set") for key in made}
    return Configs(layer, config_file, isolated=isolated, house=house or ""), (rule.name, rule.needs_notes)


def _read(results: Iterable[Checked], unread: list[AuthoringError]) -> Iterator[Checked]:
    """The results; why LanguageTool has not read some of them goes to ``unread``, once."""
    from authoring.errors import GrammarError
    from authoring.runner.grammar import unread_paragraphs

    told: set[str] = set()
    partly: list[Checked] = []
    for result in results:
        if result.unread:
            partly.append(replace(result, document=None))
        if result.unproofed and result.unproofed not in told:
            told.add(result.unproofed)
            unread.append(GrammarError(result.unproofed))
        yield result
    if partly:
        unread.append(GrammarError(unread_paragraphs(partly)))


def _grammar(context: click.Context, configs: Configs, paths: tuple[str, ...]) -> Grammar:
    """What asks LanguageTool, as long as the command runs. Raises ``GrammarError`` where there is none."""
    from authoring.runner.engines import find_engine
    from authoring.runner.grammar import Grammar

    grammar = Grammar(find_engine, warn=lambda message: click.echo(message, err=True))
    context.call_on_close(grammar.close)
    for path in paths:
        grammar.require(configs.of(path))
    return grammar


def _set(rule: Rule, options: tuple[str, ...]) -> dict[str, object]:
    """The options that are set on the command line, each of the type that the rule wants."""
    from authoring.config.values import shown
    from authoring.errors import ConfigError
    from authoring.rules.options import defaults, typed

    known = defaults(rule.options) if rule.options is not None else {}
    made: dict[str, object] = {}
    for pair in options:
        key, equals, value = (part.strip() for part in pair.partition("="))
        if not equals or not key:
            hint = f"for example: --set {next(iter(known), 'words')}=30"
            raise ConfigError(f"--set: {shown(pair)} is no option and value, expected KEY=VALUE", hint=hint)
        made[key] = typed(known.get(key.replace("-", "_")), value)
    return made
