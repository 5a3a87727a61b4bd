"""One thing that is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from authoring.config import Config
from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.options import options_of
from authoring.styles.definition import Definition

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
    style: Definition | None = None
    """What it was made of, where it is a style rule, which is data and no program."""

    def hits(self, document: Document, options: Mapping[str, object] | None = None) -> Iterator[Hit]:
        """Run it, with its own settings or with these options. Raises ``ConfigError`` for one that it does not have."""
        settings = self.settings
        if options:
            settings = options_of(self.name, self.options, Config(options={self.name: options}))
        if self.options is None:
            yield from self.check(document)
        else:
            yield from self.check(document, self.options() if settings is None else settings)
