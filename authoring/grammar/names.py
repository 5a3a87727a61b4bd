"""What LanguageTool's rules are called, which may be named wherever ours may."""

from __future__ import annotations

from authoring.text.patterns import lazy

FAMILY = "grammar"
"""The family of all of them."""
_NAME = lazy(r"[A-Z][A-Z0-9_-]*[A-Z0-9]|IN_1990s")
"""In capitals, ``EN_A_VS_AN``, where ours are in lower case."""


def is_name(word: str) -> bool:
    """Whether a word can be the name of a rule of LanguageTool's, or of a group of them (``TYPOS``)."""
    return _NAME.fullmatch(word) is not None
