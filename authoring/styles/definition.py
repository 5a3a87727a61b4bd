"""A style rule as its file gives it, checked but not yet made ready to run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Place:
    """Where something stands in a style file."""

    line: int
    column: int


@dataclass(frozen=True)
class StyleTest:
    """A text in the rule's own file, and what is found in it."""

    text: str
    finds: str
    """A line a finding, ``line:column words``, and where the message matters ``=> message``; empty for a good text."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """How the terms of a rule are found; worked out once and kept with the rule."""

    plain: tuple[int, ...]
    """Numbers of terms that are words and no patterns."""
    keyed: tuple[tuple[str, bool, str, tuple[int, ...]], ...]
    """The words with which terms begin, whether whole or in part, the two letters after them (empty for any), and the
    numbers of those terms."""
    loose: tuple[int, ...]
    """Numbers of terms that may begin with any word."""
    needs: tuple[tuple[str, ...], ...]
    """Letters that the loose terms need, one of each group; nothing where that cannot be told."""
    whole_search: bool
    """Whether all terms are searched for together."""


@dataclass(frozen=True, eq=False)
class Definition:
    """A style rule."""

    name: str
    """``write-good.Weasel``; the file's name alone for our own."""
    family: str
    """The package; ``style`` for our own."""
    path: str
    """The file as the user named it."""
    extends: str
    message: str
    level: str = "warning"
    scope: tuple[str, ...] = ("text",)
    """One selector is enough."""
    link: str = ""
    description: str = ""
    limit: int = 0
    """The most findings in one article; 0 for all."""
    matchcase: bool = False
    """Whether a suggestion takes over the case of what it replaces."""
    action: str = ""
    params: tuple[str, ...] = ()
    """What the action is told."""
    keys: Mapping[str, Any] = field(default_factory=dict)
    """What the extension point is told: texts, figures, yes and no, tuples of texts, and pairs of texts."""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    """Where each key and each entry (``tokens[3]``) stands; empty for a rule that has been read before."""
    on: bool = True
    """Whether it runs without being named."""
    safe: bool = False
    """Whether its suggestions cannot change what is said."""
    tests: tuple[StyleTest, ...] = ()
    analysis: Analysis | None = None
    """How its terms are found, where it has terms and that has been worked out."""
