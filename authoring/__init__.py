"""From interview notes to an article fit to publish.

The functions that a program needs are here; each is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from authoring.drafting.draft import Draft, draft
    from authoring.notes import Notes, read_notes
    from authoring.prose import Document, parse
    from authoring.runner import lint
    from authoring.wording import QuoteCheck, check_quote

__version__ = "0.1.0"
__all__ = ["Document", "Draft", "Notes", "QuoteCheck", "check_quote", "draft", "lint", "parse", "read_notes"]

_HOMES = {
    "Document": "authoring.prose",
    "Draft": "authoring.drafting.draft",
    "Notes": "authoring.notes",
    "QuoteCheck": "authoring.wording",
    "check_quote": "authoring.wording",
    "draft": "authoring.drafting.draft",
    "lint": "authoring.runner",
    "parse": "authoring.prose",
    "read_notes": "authoring.notes",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module “authoring” has no “{name}”")
    return getattr(import_module(_HOMES[name]), name)
