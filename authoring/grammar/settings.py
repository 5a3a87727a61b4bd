"""How a configuration wants grammar checked: whether at all, by which server, and by which of LanguageTool's rules."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from authoring.config import Config
from authoring.config.decision import ALL, decide
from authoring.findings import Severity
from authoring.grammar.choice import OFF_CATEGORIES, OFF_RULES, is_grave, is_off
from authoring.grammar.model import Match
from authoring.grammar.names import FAMILY, is_name

SWITCH: Final = "AUTHORING_GRAMMAR"
"""Says, where it is ``off``, that this machine is to do without LanguageTool."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What stands under ``grammar`` in a configuration."""

    variant: str = ""
    """The English of all articles, as ``en-GB``; empty for each article's own."""
    server: str = ""
    """The address of a server of the user's; empty for ours."""
    keep_alive: int = 0
    """Minutes that our server waits for the next run."""
    picky: bool = False


def settings_of(config: Config) -> Settings:
    """What a configuration says under ``grammar``; the English is otherwise that of the house's spelling."""
    said = config.grammar
    alive = said.get("keep-alive", 0)
    return Settings(
        str(said.get("variant", "") or config.conventions.get("spelling", "")),
        str(said.get("server", "")),
        alive if isinstance(alive, int) else 0,
        bool(said.get("picky", False)),
    )


def is_wanted(config: Config) -> bool:
    """Whether a configuration wants any rule of LanguageTool's; AUTHORING_GRAMMAR=off outdoes all but its own name."""
    if os.environ.get(SWITCH, "").casefold() in ("off", "0", "no", "false") and not _names_it(config):
        return False
    if decide(config, (FAMILY,), on=True).on:
        return True
    named = {*config.select, *(name for name, level in config.severity.items() if level is not None)}
    return any(level_of(config, name, "") is not None for name in named if is_name(name))


def is_named(config: Config) -> bool:
    """Whether a configuration wants LanguageTool by name, so that it is wrong to do without."""
    return _names_it(config) and is_wanted(config)


def _names_it(config: Config) -> bool:
    return any(word == FAMILY or is_name(word) for word in config.select)


def level_of(config: Config, rule: str, category: str) -> Severity | None:
    """How grave a finding of a rule is; ``None`` where the rule is not to run."""
    named = {rule, category} & (config.select | _given_a_level(config))
    names = tuple(name for name in (rule, category, FAMILY) if name)
    made = decide(config, names, on=bool(named) or not is_off(rule, category))
    if not made.on:
        return None
    return made.level or (Severity.WARNING if is_grave(rule, category) else Severity.INFO)


def also_asked(config: Config) -> frozenset[str]:
    """Rules and groups of them that are off by themselves and that a configuration names."""
    if ALL in config.select:
        return OFF_RULES | OFF_CATEGORIES
    return frozenset(word for word in config.select | _given_a_level(config) if is_name(word))


def _given_a_level(config: Config) -> frozenset[str]:
    return frozenset(name for name, level in config.severity.items() if level is not None)


def level_of_match(config: Config, match: Match) -> Severity | None:
    """How grave a match is by a configuration; ``None`` where its rule is not to run."""
    return level_of(config, match.rule, match.category)
