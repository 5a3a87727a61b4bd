"""What the records are made of that templates see, learned from notes in which every field is filled.

Nothing is listed here a second time: the view of such notes is made as for a draft, and looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import BUILT_IN, draft
from authoring.drafting.environment import NewsroomEnvironment
from authoring.drafting.filters import FILTERS
from authoring.drafting.loader import TemplateFiles
from authoring.drafting.naming import Naming
from authoring.drafting.record import Record, encode
from authoring.drafting.story import COLLECTIONS, pronouns, story
from authoring.drafting.view import view
from authoring.notes.model import ItemKind
from authoring.notes.schema import FRONT, REQUEST, SOURCE, SOURCE_KINDS, Key
from authoring.templating.samples import FOLDER, PATIENCE, sample
from authoring.templating.types import ANY, NUMBER, TEXT, TRUTH, Function, Rec, Rows, Shape, Text, Type, joined
from authoring.trace.traced import Traced

ITEM_KINDS = frozenset(get_args(ItemKind))
_KEYS: Mapping[str, Mapping[str, Key]] = {"notes": FRONT, "a source": SOURCE, "a request": REQUEST} | {
    f"notes.{name}": key.keys for name, key in FRONT.items() if key.holds == "group"
}
"""The keys that stand behind a record's fields, which say what else a field could hold."""
_KINDS: Mapping[str, frozenset[str]] = {"an item": ITEM_KINDS, "a source": frozenset(SOURCE_KINDS)}


@cache
def notes() -> Type:
    """What ``notes`` is in every template."""
    record = _record()
    shape = Shape("notes", {name: _field("notes", name, value) for name, value in record.items()})
    return (Rec(shape),)


@cache
def about() -> Type:
    """What ``draft`` is: asked of a draft, in which a template prints the names of the fields."""
    with Worker(PATIENCE) as worker:
        made = draft(sample("minimal"), str(FOLDER / "fields" / "draft.md"), folders=[], worker=worker)
    fields: dict[str, Type] = dict.fromkeys(made.text.split(), TEXT)
    fields["kind"] = (Text(frozenset(BUILT_IN), free=True),)
    return (Rec(Shape("draft", fields)),)


@cache
def named() -> Type:
    """What the filter ``speaker`` gives."""
    record = _record()
    place = NewsroomEnvironment(TemplateFiles([], Path()), FILTERS)
    place.naming = Naming(pronouns(record["sources"]))
    item = next(item for item in record["quotes"] if item["source"])
    return _of(FILTERS["speaker"](place, item), "a speaker")


@cache
def _record() -> Record:
    seen = view(sample("maximal"))
    job = {"notes": encode(seen.notes), "sources": {key: encode(value) for key, value in seen.sources.items()}}
    return story(job, (encode(beat) for beat in seen.beats))[0]


def _field(owner: str, name: str, value: Any) -> Type:
    """What a field can hold: what it holds in the notes where all is filled, and what its key would let it."""
    if callable(value):
        return (Function(_of(value(_record()["sources"][0]), name), name),)
    if owner == "notes" and name in COLLECTIONS:
        kinds = frozenset(COLLECTIONS[name])
        items = _items()
        assert isinstance(items, Rec)
        return (Rows((Rec(items.shape, kinds),)),)
    key = _KEYS.get(owner, {}).get(name)
    held = _of(value, f"notes.{name}" if owner == "notes" else f"{owner}.{name}")
    if name == "kind" and owner in _KINDS:
        return (Text(_KINDS[owner]),)
    if key is None or key.holds in ("group", "groups"):
        return held
    if key.holds in ("anything", "terms"):
        return ANY
    if key.holds == "choice" and held == TEXT:
        return (Text(frozenset(key.allowed), cased=False),)
    if key.holds == "hint" and owner == "notes" and name == "kind":
        return (Text(frozenset({*key.allowed, *BUILT_IN}), free=True),)
    if key.holds == "texts":
        return joined([held, TEXT, (Rows(TEXT),)])
    return held


@cache
def _items() -> Rec:
    (kind,) = joined(_of(item, "") for beat in _record()["beats"] for item in beat["items"])
    assert isinstance(kind, Rec)
    return kind


def _of(value: Any, name: str) -> Type:
    """What a value is; nothing is known of a field that even these notes cannot fill."""
    if value is None:
        return ()
    if isinstance(value, Record):
        return (Rec(_shape(value, name)),)
    if isinstance(value, list | tuple):
        if value and value[0] in _record()["beats"][0]["items"]:
            return (Rows((_items(),)),)
        return (Rows(joined(_of(each, f"one of {name}") for each in value)),)
    if isinstance(value, str):
        return TEXT
    if isinstance(value, bool):
        return TRUTH
    if isinstance(value, int | float):
        return NUMBER
    return ANY


def _shape(record: Record, name: str) -> Shape:
    called = _called(record, name)
    words = _words(record)
    fields = {
        key: (Text(spoken=True),) if key in words else _field(called, key, value) for key, value in record.items()
    }
    return Shape(called, fields, _KINDS.get(called, frozenset()))


def _called(record: Record, name: str) -> str:
    """A record as messages call it, whichever one of its sort it is."""
    label = record.label
    if label in ("beat", "item"):
        return {"beat": "a beat", "item": "an item"}[label]
    if label.startswith("sources."):
        return "a source"
    if label.startswith("request"):
        return "a request"
    return f"notes.{label}" if label in FRONT else name


def _words(record: Record) -> set[str]:
    """The fields of a quote that hold words of the quotation, told by where they come from in the notes."""
    if record.label != "item" or record["kind"] != "quote":
        return set()
    start, end = record["text"].noted
    places = {key: value.noted for key, value in record.items() if isinstance(value, Traced) and value.noted}
    return {key for key, (first, last) in places.items() if start <= first and last <= end}
