"""The rules there are, found by their files, and those a configuration asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from authoring.config import Config
from authoring.errors import ConfigError
from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.text.near import nearest

NARRATION = frozenset({Voice.NARRATION})


@dataclass(frozen=True)
class Rule:
    """One thing that is checked, derived from its file."""

    name: str
    family: str
    severity: Severity
    voices: frozenset[Voice]
    """Whose words it may point at; the runner drops every hit elsewhere."""
    needs_notes: bool
    on: bool
    """Whether it runs without being asked for; one that is not precise enough runs only where it is named."""
    options: type[Any] | None
    """The dataclass of its settings, where it has any."""
    page: str
    """Its docstring."""
    check: Callable[..., Iterable[Hit]]

    def hits(self, document: Document, settings: Mapping[str, object] | None = None) -> Iterator[Hit]:
        """Run it. Raises ``ConfigError`` for a setting it does not have."""
        if self.options is None:
            if settings:
                raise ConfigError(f"{self.name} has no option “{next(iter(settings))}”, expected none")
            yield from self.check(document)
        else:
            yield from self.check(document, self._made(self.options, settings or {}))

    def _made(self, options: type[Any], settings: Mapping[str, object]) -> object:
        defaults = {field.name: field.default for field in fields(options)}
        for key, value in settings.items():
            if key not in defaults:
                near = nearest(key, defaults)
                hint = f"did you mean “{near}”?" if near else f"it has {', '.join(sorted(defaults))}"
                raise ConfigError(f"{self.name} has no option “{key}”", hint=hint)
            wanted = type(defaults[key])
            if type(value) is not wanted:
                raise ConfigError(f"{self.name}: {key} is {value!r}, expected {_plain(wanted)}")
        return options(**settings)


def _plain(wanted: type) -> str:
    return {int: "a whole number", float: "a number", bool: "true or false", str: "a text"}.get(wanted, "a list")


@cache
def names() -> Mapping[str, str]:
    """Every rule's name with its family, in alphabetical order; read off the folders, nothing is imported."""
    found = {
        file.stem.replace("_", "-"): file.parent.name
        for file in Path(__file__).parent.glob("*/*.py")
        if not file.stem.startswith("_")
    }
    return dict(sorted(found.items()))


@cache
def load(name: str) -> Rule:
    """The rule of that name. Raises ``KeyError`` where there is none."""
    family = names()[name]
    module = import_module(f"authoring.rules.{family}.{name.replace('-', '_')}")
    options = getattr(module, "Options", None)
    return Rule(
        name=name,
        family=family,
        severity=module.SEVERITY,
        voices=getattr(module, "VOICES", NARRATION),
        needs_notes=getattr(module, "NEEDS_NOTES", False),
        on=getattr(module, "ON", True),
        options=options if is_dataclass(options) and isinstance(options, type) else None,
        page=module.__doc__ or "",
        check=module.check,
    )


def _wanted(words: Iterable[str], *, off: bool) -> set[str]:
    """The rules that these names of rules and families stand for. Raises ``ConfigError`` for an unknown one.

    A family stands for those of its rules that are on, and ``off`` adds the others; a rule's name always for itself.
    """
    families = set(names().values())
    wanted: set[str] = set()
    for word in words:
        if word in names():
            wanted.add(word)
        elif word in families:
            wanted |= {name for name, family in names().items() if family == word and (off or load(name).on)}
        else:
            near = nearest(word, [*names(), *families])
            hint = f"did you mean “{near}”?" if near else "the rules are listed in docs/rules.md"
            raise ConfigError(f"there is no rule “{word}”", hint=hint)
    return wanted


def chosen(config: Config) -> tuple[Rule, ...]:
    """The rules that a configuration asks for. Raises ``ConfigError`` for a name that no rule and no family has."""
    families = set(names().values())
    selected = _wanted(config.select or families, off=False)
    _wanted(config.options, off=True)
    selected -= _wanted(config.ignore, off=True)
    return tuple(load(name) for name in sorted(selected))
