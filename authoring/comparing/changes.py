"""What has changed between two articles: the answer of a comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from authoring.prose.document import Document
from authoring.text.span import Span

Group = Literal["headline", "dek", "byline", "quotation", "source", "fact", "sentence"]
Kind = Literal["added", "dropped", "changed", "speaker"]
Diff = tuple[tuple[Literal["=", "-", "+"], str], ...]
"""Words in order: in both articles, only in the old one, only in the new one."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two articles has."""

    span: Span
    text: str
    """The words as a reader sees them, without the marks around a quotation."""
    speaker: str | None = None
    """Whose words they are, where the article tells."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it was."""

    group: Group
    kind: Kind
    """``speaker``: the words of a quotation are somebody else's now."""
    old: Side | None
    """``None`` for what was added."""
    new: Side | None
    """``None`` for what was dropped."""
    diff: Diff = ()
    """Of what has changed, word by word."""
    what: str = ""
    """Of a fact that has changed: ``figure``, ``date``, ``name`` or ``not``."""


@dataclass(frozen=True)
class Comparison:
    """Two articles held against each other."""

    old: Document
    new: Document
    changes: tuple[Change, ...]
    """In the order of the groups, and in each in the order of the new article; what was dropped comes where it was."""
    words: tuple[int, int]
    """How long either is."""

    @property
    def same(self) -> bool:
        """Whether nothing has changed but layout and marks."""
        return not self.changes
