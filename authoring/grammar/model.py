"""What LanguageTool says of a passage, in our own terms."""

from __future__ import annotations

from dataclasses import dataclass

from authoring.text.span import Span


@dataclass(frozen=True, slots=True)
class Match:
    """One place in a passage that LanguageTool points at."""

    rule: str
    """LanguageTool's own name of the rule, as ``EN_A_VS_AN``."""
    category: str
    """The group that LanguageTool puts the rule in, as ``GRAMMAR``, ``TYPOS``, ``CONFUSED_WORDS``."""
    issue: str
    """What kind of mistake it takes it for: ``grammar``, ``misspelling``, ``style``, ``typographical`` …"""
    span: Span
    """Where, in code points of the passage."""
    message: str
    """What LanguageTool says, in its own words."""
    replacements: tuple[str, ...] = ()
    """What it would write instead, the likeliest first."""
