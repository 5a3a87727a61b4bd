"""The note that a finding comes from, as a report shows it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from authoring.findings import Origin
from authoring.reporters.terminal import columns, fitting, safe

_NARROWEST = 24
_ROWS = 2
_INDENT = "  "


def note_of(origin: Origin, told: str, width: int) -> Iterator[str]:
    """Where the note stands and what it says, beside that where there is room, and else below it."""
    width = max(width, _NARROWEST)
    time = f" at {origin.time}" if origin.time else ""
    place, words = safe(f"from {origin.path}:{origin.line}:{origin.column}{time}"), safe(told)
    if columns(place) + 2 + columns(words) <= width:
        yield f"{place}: {words}" if words else place
        return
    yield fitting(place, width)
    rows = textwrap.wrap(
        words, width, initial_indent=_INDENT, subsequent_indent=_INDENT, max_lines=_ROWS, placeholder="…"
    )
    yield from (fitting(row, width) for row in rows)
