"""What templates find under ``notes``: the decoded view, with the collections that are made from its beats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from authoring.drafting.record import Record, decode
from authoring.drafting.voices import around, centre, voices

SHAPES: Mapping[str, tuple[str, ...]] = {
    "beat": ("heading", "name", "slug", "items"),
    "item": (
        *("kind", "text", "source", "named", "same", "asks", "that", "turns", "pronoun", "verb", "opening_verb"),
        *("closing_verb", "time", "page", "on", "asked", "manner", "lead", "heard", "status", "see", "about", "via"),
        *("to", "citing", "cites", "opening", "rest", "joint", "apart", "before", "request"),
    ),
}
"""The fields that every beat and every item has, filled in or not."""
COLLECTIONS: Mapping[str, tuple[str, ...]] = {
    "quotes": ("quote",),
    "statements": ("statement",),
    "citations": ("citation",),
    "facts": ("statement", "citation", "claim"),
    "claims": ("claim",),
    "reported": ("reported",),
    "questions": ("question",),
    "actions": ("action",),
}
"""Typed collections: the items of these kinds, in the order of the notes."""


def story(job: Mapping[str, Any], beats: Iterable[Any]) -> tuple[Record, Callable[[Any], Any]]:
    """``notes`` for a template, and the decoder for what else the job holds.

    Arguments: the job with its sources, and the encoded beats, which may still be on their way.
    """
    sources: dict[str, Record] = {}
    sources.update({key: decode(value, sources, SHAPES) for key, value in job["sources"].items()})
    notes: Record = decode(job["notes"], sources, SHAPES)
    notes["beats"] = [decode(beat, sources, SHAPES) for beat in beats]
    for beat in notes["beats"]:
        beat["quotes"] = [item for item in beat["items"] if item["kind"] == "quote"]
    items = [item for beat in notes["beats"] for item in beat["items"]]
    for name, kinds in COLLECTIONS.items():
        notes[name] = [item for item in items if item["kind"] in kinds]
    notes["voices"] = voices(notes["beats"])
    notes["preamble"], notes["coda"] = around(notes["beats"])
    notes["centre"] = centre(notes["interview"] and notes["interview"]["with"], notes["voices"])
    notes["by"] = lambda who: [
        item for item in items if item["source"] and who in (item["source"], item["source"]["id"])
    ]
    return notes, lambda value: decode(value, sources, SHAPES)


def pronouns(sources: Iterable[Record]) -> dict[str, str]:
    """The pronoun of each source as a subject, by public id: ``he`` of “he/him”; empty for a person without one.

    A source that is no person and has none is left out, since no pronoun in a tag could be taken for it.
    """
    words = ((source, str.__str__(source["pronoun"] or "").split("/")[0].strip().casefold()) for source in sources)
    return {source["id"]: word for source, word in words if word or source["kind"] in ("person", "spokesperson")}


def shorts(sources: Iterable[Record]) -> dict[str, str]:
    """The public id of each organisation by its short form."""
    found = ((source["short"], source) for source in sources if source["kind"] == "organisation")
    return {str.__str__(short): source["id"] for short, source in found if short}
