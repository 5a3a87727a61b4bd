"""A page in the browser, and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unicodedata import normalize

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_LOOKING = Path(__file__).with_name("looking.js").read_text("utf-8")


def bare(text: str) -> str:
    """A text without its blanks, and without the ligatures that a print may have."""
    return "".join(normalize("NFKC", text).split())


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

    def stops(self) -> list[str]:
        """What the Tab key reaches, in order: the ids of these, or else the beginning of their markup."""
        reached = []
        while True:
            self.page.keyboard.press("Tab")
            if self.focused("tagName") == "BODY":
                return reached
            reached.append(self.focused("id") or self.focused("outerHTML")[:80])
            assert len(reached) < 3000

    def violations(self) -> list[str]:
        """What axe objects to; the page must be opened with ``bypass_csp``, since its own policy stops axe, too."""
        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]
