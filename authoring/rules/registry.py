"""The rules there are, found by their files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from authoring.config import Config
from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.options import options_of

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

    settings: object | None = None
    """Its options as a configuration sets them; ``None`` for their defaults."""

    def hits(self, document: Document, options: Mapping[str, object] | None = None) -> Iterator[Hit]:
        """Run it, with its own settings or with these options. Raises ``ConfigError`` for one that it does not have."""
        settings = self.settings
        if options:
            settings = options_of(self.name, self.options, Config(options={self.name: options}))
        if self.options is None:
            yield from self.check(document)
        else:
            yield from self.check(document, self.options() if settings is None else settings)


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
