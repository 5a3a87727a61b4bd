"""A rule of LanguageTool's, or all of them, as they are read on a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from authoring.config import Config
from authoring.grammar.names import FAMILY
from authoring.grammar.settings import is_wanted, level_of, settings_of
from authoring.reporters import Look
from authoring.reporters.rule import text
from authoring.reporters.terminal import safe
from authoring.rules.pages import OF_LANGUAGETOOL

_WIDEST = 100
_NARROWEST = 24


def family(config: Config, look: Look) -> Iterator[str]:
    """The lines about all of LanguageTool's rules."""
    from authoring.grammar.installed import find_installed

    found = find_installed()
    settings = settings_of(config)
    where = settings.server or (f"LanguageTool {found.version}" if found else "not installed")
    on = "on" if is_wanted(config) else "off"
    yield _bold(FAMILY, look)
    yield from _wrapped(f"LanguageTool's rules · {on} · {where}", look)
    yield ""
    yield from text(f"{OF_LANGUAGETOOL} A finding has LanguageTool's own name of the rule, as `EN_A_VS_AN`.", look)
    if found is None and not settings.server:
        yield from _wrapped("To get it: authoring grammar install", look)
    yield from _wrapped("To see one rule: authoring explain EN_A_VS_AN", look)
    yield from _wrapped('To switch all of them off, in authoring.toml: ignore = ["grammar"]', look)


def rule(name: str, config: Config, look: Look) -> Iterator[str]:
    """The lines about one rule."""
    from authoring.grammar.installed import find_installed

    found = find_installed()
    told = None
    if found is not None:
        from authoring.grammar.described import described

        told = described(found.folder, name)
    level = level_of(config, name, told.category if told else "")
    group = f" · {told.category}" if told else ""
    yield _bold(name, look)
    yield from _wrapped(f"grammar · a rule of LanguageTool's{group} · {level or 'off'}", look)
    yield ""
    if told is not None:
        yield from _wrapped(safe(told.title), look)
        for label, words in (("Not like this:", told.wrong), ("This is fine:", told.right)):
            if words:
                yield from ("", label, "")
                yield from _wrapped(safe(words), look, "    ")
        yield ""
    yield from text(OF_LANGUAGETOOL, look)
    yield from _wrapped(f"To see what it finds: authoring try {name} PATH", look)
    yield from _wrapped(f"To pass over one paragraph: <!-- authoring: ignore {name} -->", look)
    on = level is not None
    switch = f'ignore = ["{name}"]' if on else f'severity.{name} = "warning"'
    yield from _wrapped(f"To switch it {'off' if on else 'on'}, in authoring.toml: {switch}", look)


def _wrapped(words: str, look: Look, indent: str = "") -> Iterator[str]:
    width = max(min(look.width, _WIDEST), _NARROWEST)
    yield from textwrap.wrap(words, width, initial_indent=indent, subsequent_indent=indent)


def _bold(words: str, look: Look) -> str:
    return f"\033[1m{words}\033[0m" if look.colour else words
