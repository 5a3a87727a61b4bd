"""A page in the browser, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_LOOKING = Path(__file__).with_name("looking.js").read_text("utf-8")


@dataclass
class Visit:
    """A page in the browser, and what it did besides being shown."""

    page: Page
    asked_for: list[str] = field(default_factory=list)
    """Addresses besides its own that it tried to fetch."""
    complaints: list[str] = field(default_factory=list)
    """What stood in the console, what a script failed with, and dialogs."""

    def wrong(self, what: str) -> Any:
        """What is wrong with it, by one of the questions in ``looking.js``."""
        return self.page.evaluate(f"({_LOOKING}).{what}()")

    def focused(self, what: str) -> Any:
        """What the element with the focus has: ``id``, ``className``, ``tagName``."""
        return self.page.evaluate(f"document.activeElement.{what}")
