"""What sources are called outside their notes: by their id, or, where that may tell who they are, by a number."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from authoring.notes.model import Source


def public_ids(sources: Mapping[str, Source]) -> dict[str, str]:
    """For each id the one that traces, exports and programs get: ``source-1`` for the first protected source.

    They are counted in the order in which the notes declare them, and no number is given that is an open source's id.
    """
    opened = {str(id_) for id_, source in sources.items() if not source.protected}
    numbers = (f"source-{number}" for number in count(1))
    free = (name for name in numbers if name not in opened)
    return {str(id_): next(free) if source.protected else str(id_) for id_, source in sources.items()}
