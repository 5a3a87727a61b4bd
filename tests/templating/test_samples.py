"""The notes on which templates are tried: the least there can be, and all that there can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

import pytest

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import BUILT_IN, draft
from authoring.notes.model import Fields, ItemKind, Value
from authoring.notes.schema import FRONT, OUTCOMES, SOURCE_KINDS, TAG_KEYS, Key
from authoring.templating import shapes
from authoring.templating.samples import PATIENCE, SAMPLES, Sample, sample
from authoring.templating.types import Rec, elements


def _held(value: Value, keys: Mapping[str, Key], path: str = "") -> Iterator[str]:
    """The keys that are filled, each with those that it stands under."""
    entries = value if isinstance(value, tuple) else (value,)
    for entry in entries:
        if not isinstance(entry, Fields):
            continue
        for name, held in entry.values.items():
            if name in keys and held is not None:
                yield path + name
                below = held.values.values() if name == "sources" and isinstance(held, Fields) else (held,)
                for one in below:
                    yield from _held(one, keys[name].keys, f"{path}{name}.")


def _known(keys: Mapping[str, Key], path: str = "") -> Iterator[str]:
    for name, key in keys.items():
        yield path + name
        yield from _known(key.keys, f"{path}{name}.")


def test_every_key_of_the_format_is_filled_in_the_fullest_notes() -> None:
    assert set(_known(FRONT)) - set(_held(sample("maximal").front, FRONT)) == set()


def test_the_fullest_notes_have_items_of_every_kind_with_every_key_of_a_tag() -> None:
    items = list(sample("maximal").items)
    assert {item.kind for item in items} == set(get_args(ItemKind))
    assert {key for item in items if item.tag for key in map(str, item.tag.keys)} == set(TAG_KEYS)
    assert {source.kind for source in sample("maximal").sources.values()} == set(SOURCE_KINDS)
    assert {request.outcome for request in sample("maximal").requests} == set(OUTCOMES)


def test_the_shortest_notes_have_an_item_of_every_kind_and_no_key_that_could_be_left_out() -> None:
    notes = sample("minimal")
    assert {item.kind for item in notes.items} == set(get_args(ItemKind))
    assert not any(item.tag.keys for item in notes.items if item.tag)
    assert set(_held(notes.front, FRONT)) == {
        *("kind", "headline", "sources", "sources.name", "sources.kind", "requests", "requests.to"),
    }


def test_of_every_field_of_a_record_something_is_known() -> None:
    (notes,) = shapes.notes()
    assert isinstance(notes, Rec)
    unknown = [name for name, kind in notes.shape.fields.items() if not kind]
    for field in ("beats", "quotes", "sources", "requests"):
        (one,) = elements(notes.shape.fields[field])
        assert isinstance(one, Rec)
        unknown += [f"{field}.{name}" for name, kind in one.shape.fields.items() if not kind]
    assert unknown == []


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("template", BUILT_IN)
def test_every_built_in_template_can_be_drafted_from_them(name: Sample, template: str) -> None:
    with Worker(PATIENCE) as worker:
        assert draft(sample(name), template, folders=[], worker=worker).text.endswith("\n")
