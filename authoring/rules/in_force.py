"""Every setting that holds for an article, with its value and where it comes from: what ``config show`` prints."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from authoring.config import Config
from authoring.config.decision import decide
from authoring.config.keys import KEYS
from authoring.config.place import Place
from authoring.grammar.names import FAMILY, is_name
from authoring.grammar.settings import SWITCH, is_wanted
from authoring.rules.choosing import choices, families


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting in force."""

    name: str
    """The keys that lead to it, parted by points: ``targets.brief``, ``rules.long-sentence.words``."""
    value: object
    place: Place


@dataclass(frozen=True, slots=True)
class Level:
    """Whether a rule runs, and how much it matters."""

    rule: str
    family: str
    severity: str
    """Empty for a rule of LanguageTool's that nobody gives one: it has its own, which it tells with what it finds."""
    on: bool
    place: Place


@dataclass(frozen=True, slots=True)
class InForce:
    """Everything that holds for an article."""

    config: Config
    keys: tuple[Setting, ...]
    """The keys but those of single rules; ``None`` where nobody sets one, and a setting for each word of a list."""
    levels: tuple[Level, ...]
    """Of every rule of ours, of LanguageTool's as a family, and of those of its rules that the configuration names."""
    options: tuple[Setting, ...]
    """Of every rule that runs."""


def in_force(config: Config) -> InForce:
    """Everything that holds by a configuration. Raises ``ConfigError`` where it is wrong."""
    levels, options = _of_rules(config)
    levels += _of_languagetool(config)
    return InForce(config, tuple(_of_keys(config)), tuple(levels), tuple(options))


def _of_keys(config: Config) -> Iterator[Setting]:
    for name in KEYS:
        if name in ("rules", "severity"):  # shown with the rules
            continue
        value = _value(config, name)
        if isinstance(value, Mapping) and value:
            for entry, inner in value.items():
                yield Setting(f"{name}.{entry}", inner, config.place(name, entry))
        elif isinstance(value, frozenset | tuple) and value:
            for word in sorted(value) if isinstance(value, frozenset) else value:
                yield Setting(name, word, config.place(name, word))
        elif value in ("", None) or isinstance(value, Mapping | frozenset | tuple):
            yield Setting(name, "never" if name == "fail-on" else None, config.place(name))
        else:
            yield Setting(name, value if isinstance(value, int) else str(value), config.place(name))


def _value(config: Config, name: str) -> Any:
    value = getattr(config, name.replace("-", "_"))
    return str(value) if name == "fail-on" and value is not None else value


def _of_rules(config: Config) -> tuple[list[Level], list[Setting]]:
    levels = []
    options = []
    for choice in choices(config):
        rule = choice.rule
        levels.append(Level(rule.name, rule.family, str(rule.severity), choice.on, choice.place))
        made = rule.settings
        if choice.on and made is not None and is_dataclass(made):
            for field in fields(made):
                if field.name == "conventions":  # shown once, under that key
                    continue
                place = _place(config, rule.name, field.name)
                options.append(Setting(f"{rule.name}.{field.name}", getattr(made, field.name), place))
    return levels, options


def _of_languagetool(config: Config) -> Iterator[Level]:
    """The family of LanguageTool's rules, and which of them the configuration names."""
    family, wanted = decide(config, (FAMILY,), on=True), is_wanted(config)
    switched_off = family.on and not wanted  # by the environment, as only that outdoes a configuration
    place = Place(flag=f"{SWITCH}={os.environ.get(SWITCH)}") if switched_off else family.place
    yield Level(FAMILY, FAMILY, str(family.level or ""), family.on and wanted, place)
    ours = families(config)
    for name in sorted({*config.select, *config.ignore, *config.severity}):
        if name not in ours and is_name(name):
            made = decide(config, (name, FAMILY), on=True)
            yield Level(name, FAMILY, str(made.level or ""), made.on and wanted, made.place)


def _place(config: Config, rule: str, option: str) -> Place:
    given = config.options.get(rule, {})
    for key in (option, option.replace("_", "-")):
        if key in given:
            return config.place("rules", rule, key)
    return config.place(option) if option in KEYS else Place()
