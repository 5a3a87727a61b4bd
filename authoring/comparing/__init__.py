"""Tells, in a newsroom's terms, what one article says that another does not."""

from authoring.comparing.changes import Change, Comparison, Side
from authoring.comparing.compare import compare

__all__ = ["Change", "Comparison", "Side", "compare"]
