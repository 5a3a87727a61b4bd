"""What the user asked for: which rules, how they are set, and what counts as failing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from authoring.config.place import Path, Place, place_of
from authoring.errors import ConfigError
from authoring.findings import Severity

__all__ = ["DEFAULTS", "Config", "Place"]


@dataclass(frozen=True, eq=False)
class Config:
    """The settings in force for an article, made from the configuration file above it and from flags.

    It is equal to itself alone, so that what follows from it can be worked out once and kept.
    """

    select: frozenset[str] = frozenset()
    """Names of rules or families to run, ``default`` or ``all``; empty for all that are on by default."""
    ignore: frozenset[str] = frozenset()
    """Names of rules or families to leave out."""
    fail_on: Severity | None = Severity.ERROR
    """The least severity that makes the exit code 1; ``None`` for never."""
    house: str = ""
    """The house style, a file of settings that these add to; empty for none."""
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Settings of single rules, by the rule's name."""
    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    """How much rules or families matter, instead of what they say themselves; ``None`` for off."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """The hardest that a piece may read, in years of school, by its kind."""
    conventions: Mapping[str, str] = field(default_factory=dict)
    """How the house writes things, by the names of ``authoring.config.conventions.CHOICES``."""
    max_warnings: int | None = None
    """How many warnings are let pass; ``None`` for any number."""
    baseline: str = ""
    """The file with findings that are not reported; empty for none."""
    exclude: tuple[str, ...] = ()
    """Globs, as in a .gitignore, of what is passed over; seen from the folder of the configuration file."""
    styles: tuple[str, ...] = ()
    """Folders of style packages in Vale's format."""
    vocabularies: tuple[str, ...] = ()
    """Folders with the words that these packages accept and reject."""
    voices: tuple[str, ...] = ()
    """Whose words the styles read; empty for the narration."""
    grammar: Mapping[str, object] = field(default_factory=dict)
    """How LanguageTool is asked, by the keys under ``grammar``; see ``authoring.grammar.settings``."""
    publication: Mapping[str, str] = field(default_factory=dict)
    """Who publishes, by the keys of ``authoring.config.keys.PUBLICATION``."""
    path: str = ""
    """The configuration file, as messages show it; empty where there is none."""
    places: Mapping[Path, Place] = field(default_factory=dict)
    """Where each setting was made; those that are not here are defaults."""

    def place(self, *keys: str) -> Place:
        """Where a setting was made: ``place("rules", "long-sentence", "words")``."""
        return place_of(self.places, keys)

    def error(self, message: str, *keys: str, hint: str = "") -> ConfigError:
        """The error that says what is wrong with a setting, at the place where it was made."""
        place = self.place(*keys)
        if place.flag:
            message = f"{place.flag}: {message}"
        return ConfigError(message, path=place.path or None, line=place.line, column=place.column, hint=hint)


DEFAULTS = Config()
"""What holds where nobody says anything."""
