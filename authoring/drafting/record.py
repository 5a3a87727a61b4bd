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

    @classmethod
    def of(cls, fields: Mapping[str, Any], label: str = "", places: Mapping[str, int] | None = None) -> Record:
        """A record of these fields."""
        made = cls(fields)
        made.label = label
        made.places = places or {}
        return made

    def place(self, field: str) -> int:
        """Offset into the notes at which to fill in ``field``; -1 where there is none."""
        return self.places.get(field, self.places.get("", -1))


class Link(str):
    """Stands for a source inside other records, so that each source crosses once: its public id."""


def encode(value: Any) -> Any:
    """JSON-able form of records, links, lists and traced strings."""
    if isinstance(value, Traced):
        return {"t": str.__str__(value), "r": [_encode_run(run) for run in value._runs]}
    if isinstance(value, Link):
        return {"l": str.__str__(value)}
    if isinstance(value, Record):
        return {"f": {key: encode(item) for key, item in value.items()}, "n": value.label, "p": dict(value.places)}
    if isinstance(value, list | tuple):
        return [encode(item) for item in value]
    return value


def _encode_run(run: Run) -> list[int | str | None]:
    return [run.length, run.start, run.end, int(run.exact), run.source]


def decode(value: Any, sources: Mapping[str, Record]) -> Any:
    """The records that ``encode`` was given; links become the records of ``sources``."""
    if isinstance(value, list):
        return [decode(item, sources) for item in value]
    if not isinstance(value, dict):
        return value
    if "t" in value:
        return Traced(value["t"], (Run(run[0], run[1], run[2], bool(run[3]), source=run[4]) for run in value["r"]))
    if "l" in value:
        return sources[value["l"]]
    return Record.of({key: decode(item, sources) for key, item in value["f"].items()}, value["n"], value["p"])


def encode_runs(text: Traced) -> tuple[list[str], list[list[int]]]:
    """The runs of a rendered text, template names by number: ``[length, start, end, exact, template, line]``."""
    names: dict[str, int] = {}
    rows = []
    for run in text._runs:
        number = -1 if run.template is None else names.setdefault(run.template, len(names))
        rows.append([run.length, run.start, run.end, int(run.exact), number, run.line])
    return list(names), rows


def decode_runs(text: str, names: list[str], rows: Iterable[list[int]]) -> Traced:
    """The traced text of ``encode_runs``."""
    return Traced(
        text,
        (
            Run(length, start, end, bool(exact), None if number < 0 else names[number], line)
            for length, start, end, exact, number, line in rows
        ),
    )
