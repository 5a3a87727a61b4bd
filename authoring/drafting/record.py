"""The plain data that templates see, and how it crosses into the process that runs them.

A template gets records (mappings with named fields), lists, truths and traced strings: nothing with methods that
could reach the machine. It all travels as JSON, since what a sandboxed template hands back must never be unpickled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from authoring.trace.traced import Run, Traced


class Record(dict[str, Any]):
    """Named fields; ``None`` is a field that the format knows and the notes do not fill yet."""

    label: str = ""
    """What the reporter would call it: ``sources.sarah``, ``interview``."""
    places: Mapping[str, int] = {}
    """Offset into the notes where each field is, or would be, filled in; ``""`` for the record itself."""

    shape: str | None = None
    """Name of the set of fields that records of this sort have, so that empty ones need not travel."""

    @classmethod
    def of(
        cls,
        fields: Mapping[str, Any],
        label: str = "",
        places: Mapping[str, int] | None = None,
        shape: str | None = None,
    ) -> Record:
        """A record of these fields."""
        made = cls(fields)
        made.shape = shape
        made.label = label
        made.places = places or {}
        return made

    def __str__(self) -> str:
        """No article says what Python would: joined or printed as a whole, a record is a mistake in the template."""
        raise TypeError(whole(self))

    def place(self, field: str) -> int:
        """Offset into the notes at which to fill in ``field``; -1 where there is none."""
        return self.places.get(field, self.places.get("", -1))


def whole(record: Record) -> str:
    """Why a record cannot be printed."""
    of = f" ({record.label})" if record.label else ""
    return f"this is a whole record{of}, expected one of its fields"


class Link(str):
    """Stands for a source inside other records, so that each source crosses once: its public id."""


def encode(value: Any) -> Any:
    """JSON-able form of records, links, lists and traced strings; short, since a long story has many."""
    if isinstance(value, Traced):
        runs = value._runs
        if len(runs) == 1 and runs[0].exact and runs[0].source is None:
            return {"t": value, "s": runs[0].start}
        return {"t": value, "r": [[*run[:3], int(run.exact), run.source] for run in runs]}
    if isinstance(value, Link):
        return {"l": value}
    if isinstance(value, Record):
        filled = {key: encode(item) for key, item in value.items() if item is not None}
        blank = [key for key in value if value[key] is None] if value.shape is None else value.shape
        return {"f": filled, "b": blank, "n": value.label, "p": value.places}
    if isinstance(value, list | tuple):
        return [encode(item) for item in value]
    return value


def decode(value: Any, sources: Mapping[str, Record], shapes: Mapping[str, Iterable[str]]) -> Any:
    """What ``encode`` was given: links become the records of ``sources``; ``shapes`` gives each shape's fields."""
    if isinstance(value, list):
        return [decode(item, sources, shapes) for item in value]
    if not isinstance(value, dict):
        return value
    if "t" in value:
        if "s" in value:
            return Traced.from_notes(value["t"], value["s"])
        return Traced(
            value["t"], [Run(each[0], each[1], each[2], bool(each[3]), source=each[4]) for each in value["r"]]
        )
    if "l" in value:
        return sources[value["l"]]
    blank = value["b"]
    fields: dict[str, Any] = dict.fromkeys(shapes[blank] if isinstance(blank, str) else blank)
    fields.update((key, decode(item, sources, shapes)) for key, item in value["f"].items())
    return Record.of(fields, value["n"], value["p"])


def encode_runs(text: Traced) -> tuple[list[str], list[list[int]]]:
    """The runs of a rendered text, template names by number: ``[length, start, end, exact, template, line]``."""
    names: dict[str, int] = {}
    rows = []
    for run in text._runs:
        number = -1 if run.template is None else names.setdefault(run.template, len(names))
        rows.append([run.length, run.start, run.end, int(run.exact), number, run.line])
    return list(names), rows
