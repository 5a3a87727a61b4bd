"""The rules that a configuration asks for, each with the level and the options it gives them.

``authoring.config.decision`` tells which of several names counts. Rules of LanguageTool's are no rules of ours, but may
be named wherever ours may.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from authoring.config import Config
from authoring.config.decision import WORDS, decide
from authoring.config.place import Place
from authoring.config.values import shown
from authoring.errors import ConfigError
from authoring.grammar.names import FAMILY, is_name
from authoring.rules.options import options_of
from authoring.rules.registry import Rule, compares_with_notes, load, names
from authoring.rules.styled import package_rules, together
from authoring.text.near import nearest


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

    Those of the family ``house`` are left out, and not even imported, where the house has settled nothing.

    Raises ``ConfigError`` for a name that no rule and no family has, and for an option that its rule does not take.
    """
    _check_names(config)
    made = (
        _choice(_rule(name, config), config)
        for name, family in families(config).items()
        if name in config.options or not config.select or config.select & {name, family, *WORDS}
        if noted or name in config.options or name not in names() or not compares_with_notes(name)
        if family != HOUSE or config.conventions or name in config.options
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
    known = {*rules, *rules.values(), FAMILY, *WORDS}
    for key, words in (("select", config.select), ("ignore", config.ignore), ("severity", config.severity)):
        for word in sorted(words):
            if word not in known and not is_name(word):
                raise unknown(config, word, known, key, word)
    for word in config.options:
        if word not in rules:
            raise unknown(config, word, rules, "rules", word)


def unknown(config: Config, word: str, known: Iterable[str], *keys: str) -> ConfigError:
    """The error that says that no rule has this name, with the nearest that one has."""
    near = nearest(word, known)
    hint = f"did you mean “{near}”?" if near else "the rules are listed by: authoring rules"
    return config.error(f"there is no rule {shown(word)}", *keys, hint=hint)


HOUSE = "house"
"""The family of rules that hold an article to what the house has settled."""
BY_HOUSE: Mapping[str, tuple[str, ...]] = {
    "mixed-apostrophes": ("marks",),
    "mixed-dashes": ("dashes",),
    "mixed-quotation-marks": ("marks", "quotation-marks"),
    "mixed-spellings": ("spelling",),
    "percent-forms": ("percent",),
    "small-numerals": ("numerals",),
    "state-abbreviations": ("states",),
}
"""Rules that give way where the house has settled what they go by: a rule of the family ``house`` holds it to that."""


def _choice(rule: Rule, config: Config) -> Choice:
    made = decide(config, (rule.name, rule.family), on=rule.on)
    settings = options_of(rule.name, rule.options, config)
    settled = next((name for name in BY_HOUSE.get(rule.name, ()) if name in config.conventions), "")
    if made.on and settled:
        return Choice(replace(rule, settings=settings), False, config.place("conventions", settled))
    return Choice(replace(rule, severity=made.level or rule.severity, settings=settings), made.on, made.place)
