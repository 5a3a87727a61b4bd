"""Which of LanguageTool's own rules are asked, and which are not."""

from __future__ import annotations

OFF_CATEGORIES: frozenset[str] = frozenset()
"""Groups of LanguageTool's rules that are never asked."""
OFF_RULES: frozenset[str] = frozenset()
"""Single rules of LanguageTool's that are never asked."""
