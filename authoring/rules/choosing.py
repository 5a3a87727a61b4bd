"""The rules that a configuration asks for, each with the level and the options it gives them.

What names a rule closer wins: its own name before that of its family, and that before ``default`` (every rule that is
on by itself) and ``all`` (every rule). Of two that name it equally, to leave out wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from authoring.config import Config
from authoring.config.place import Place
from authoring.config.values import shown
from authoring.errors import ConfigError
from authoring.rules.options import options_of
from authoring.rules.registry import Rule, compares_with_notes, load, names
from authoring.rules.styled import package_rules, together
from authoring.text.near import nearest

DEFAULT, ALL = "default", "all"
_WORDS = (DEFAULT, ALL)


@dataclass(frozen=True)
class Choice:
    """A rule, and what a configuration makes of it."""

    rule: Rule
    """With the level that the configuration gives it, and with its options."""
    on: bool
    place: Place
    """What switched it on or off, or gave it its level; the default's where nothing did."""


@lru_cache(64)  # a run over a thousand files has few configurations
def chosen(config: Config, *, noted: bool = True) -> tuple[Rule, ...]:
    """The rules that a configuration asks for, in alphabetical order; without those that need notes, if not ``noted``.

    Raises ``ConfigError`` for a name that no rule and no family has, and for an option that its rule does not take.
    """
    _check_names(config)
    made = (
        _choice(_rule(name, config), config)
        for name, family in families(config).items()
        if name in config.options or not config.select or config.select & {name, family, *_WORDS}
        if noted or name in config.options or name not in names() or not compares_with_notes(name)
    )
    return together((choice.rule for choice in made if choice.on), config)


def choices(config: Config) -> Iterator[Choice]:
    """Every rule, and what a configuration makes of it; raises like ``chosen``."""
    _check_names(config)
    for name in families(config):
        yield _choice(_rule(name, config), config)


def families(config: Config) -> Mapping[str, str]:
    """Every rule's name with its family, in alphabetical order, those of the configuration's style packages too."""
    if not config.styles and not config.vocabularies:
        return names()
    return dict(sorted({**names(), **{rule.name: rule.family for rule in package_rules(config)}}.items()))


def _rule(name: str, config: Config) -> Rule:
    if name in names():
        return load(name)
    return _packaged(config)[name]


@lru_cache(64)
def _packaged(config: Config) -> Mapping[str, Rule]:
    return {rule.name: rule for rule in package_rules(config)}


def _check_names(config: Config) -> None:
    rules = families(config)
    known = {*rules, *rules.values(), *_WORDS}
    for key, words in (("select", config.select), ("ignore", config.ignore), ("severity", config.severity)):
        for word in sorted(words):
            if word not in known:
                raise unknown(config, word, known, key, word)
    for word in config.options:
        if word not in rules:
            raise unknown(config, word, rules, "rules", word)


def unknown(config: Config, word: str, known: Iterable[str], *keys: str) -> ConfigError:
    """The error that says that no rule has this name, with the nearest that one has."""
    near = nearest(word, known)
    hint = f"did you mean “{near}”?" if near else "the rules are listed by: authoring rules"
    return config.error(f"there is no rule {shown(word)}", *keys, hint=hint)


def _choice(rule: Rule, config: Config) -> Choice:
    ways = (rule.name, rule.family, *_WORDS)
    if config.select:
        selecting = [way for way in ways if way in config.select and (rule.on or way in (rule.name, ALL))]
    elif config.severity.get(rule.name) is not None:  # who gives it a level wants it
        selecting = [rule.name]
    else:
        selecting = [DEFAULT] if rule.on else []
    leaving = [("ignore", way) for way in ways if way in config.ignore]
    levels = [way for way in ways if way in config.severity]
    level = config.severity[levels[0]] if levels else None
    if levels and level is None:
        leaving = sorted([*leaving, ("severity", levels[0])], key=lambda pair: _rank(pair[1], rule))
    on = bool(selecting) and not (leaving and _rank(leaving[0][1], rule) <= _rank(selecting[0], rule))
    if not on:
        place = config.place(*leaving[0]) if selecting and leaving else config.place("select")
    else:
        place = config.place("severity", levels[0]) if level else config.place("select", selecting[0])
    settings = options_of(rule.name, rule.options, config)
    return Choice(replace(rule, severity=level or rule.severity, settings=settings), on, place)


def _rank(word: str, rule: Rule) -> int:
    """How closely a word names a rule: 0 its own name, 1 its family, 2 one of all."""
    return 0 if word == rule.name else 2 if word in _WORDS else 1
