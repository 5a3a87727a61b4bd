"""A value that is filled in reads back to the letter, and everything around it stays as it was."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from authoring.errors import AuthoringError
from authoring.notes import parse_notes
from authoring.notes.form import fields_of, put
from authoring.notes.yaml_values import in_yaml
from authoring.trace.traced import Traced

FORM = """\
---
kind: interview
headline:                     # on top
byline:

interview:
  with: ana
  when:                       # the day

sources:                      # who told you
  ana:
    name:                     # spell it
    role:

requests:
  # - to: ana
---

## Lede
> Nothing {yet}. // No.
— ana | said
"""
HOSTILE = [
    "NO",
    "yes",
    "null",
    "~",
    "1:10",
    "01",
    "1e3",
    "0x1F",
    "2026-13-45",
    "2026-03-20",
    "a: b",
    "a:",
    "a #b",
    "# a",
    "- a",
    "? a",
    "@desk",
    "`a`",
    "*a",
    "&a",
    "!a",
    "%a",
    "|",
    ">",
    "[a, b]",
    "{a: b}",
    "{a.b}",
    "'a'",
    '"a"',
    'it\'s “so” "so"',
    "back\\slash",
    "---",
    "...",
    " spaces ",
    "two\nlines",
    "tab\there",
    "emoji 😀 here",
    "עברית",
    "e\u0301 combining",
    "\u2028 line",
    "\x07 bell",
    "\ufeffmark",
    "=",
    "<<",
    "-->",
    "a | b",
]


def text_at(notes: str, way: tuple[str, ...]) -> str | None:
    """The value of a key, as a draft would have it."""
    group = fields_of(notes)
    for name in way[:-1]:
        inner = group.get(name)
        assert not isinstance(inner, Traced | tuple) and inner is not None
        group = inner
    value = group.text(way[-1])
    return None if value is None else str.__str__(value)


WAYS = [("headline",), ("dek",), ("sources", "ana", "name"), ("sources", "new", "role"), ("image", "alt")]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("way", WAYS, ids=".".join)
def test_a_hostile_value_reads_back_to_the_letter(way: tuple[str, ...], value: str) -> None:
    filled = put(FORM, way, value)
    assert text_at(filled, way) == value
    assert filled.endswith(FORM.partition("\n---\n")[2])


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_value_reads_back_to_the_letter(value: str) -> None:
    assert text_at(put(FORM, ("sources", "ana", "name"), value), ("sources", "ana", "name")) == (
        value if value.strip() else None
    )


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\ufffe\uffff"), min_size=1))
def test_other_readers_of_yaml_get_a_text_too(value: str) -> None:
    read = yaml.safe_load(f"key: {in_yaml(value)}")["key"]
    assert str(read) == value


def test_only_the_line_of_the_key_changes_and_its_remark_keeps_its_column() -> None:
    filled = put(FORM, ("headline",), "The Pier Is Gone")
    changed = [(old, new) for old, new in zip(FORM.splitlines(), filled.splitlines(), strict=True) if old != new]
    assert changed == [("headline:                     # on top", "headline: The Pier Is Gone    # on top")]
    again = put(filled, ("headline",), "A Headline That Is So Long That the Remark Has To Move")
    assert "Move  # on top\n" in again


def test_a_new_key_stands_where_the_format_has_it() -> None:
    filled = put(put(put(FORM, ("slug",), "pier"), ("dateline", "place"), "Salem"), ("interview", "how"), "by phone")
    keys = [line.partition(":")[0] for line in filled.splitlines() if line[:1].isalpha() and ":" in line]
    assert keys == ["kind", "slug", "headline", "byline", "dateline", "interview", "sources", "requests"]
    assert "  when:                       # the day\n  how: by phone\n" in filled


def test_a_new_source_and_a_new_request_become_groups_of_their_own() -> None:
    filled = put(FORM, ("sources", "courier"), {"name": "The Courier", "kind": "outlet"})
    filled = put(put(filled, ("requests", "courier", "how"), "email"), ("requests", "courier", "about"), "a: b")
    filled = put(filled, ("requests", "ana", "outcome"), "declined")
    notes = parse_notes(filled, "notes.md")
    assert list(notes.sources) == ["ana", "courier"]
    assert [(asked.to, asked.fields.text("how"), asked.fields.text("about")) for asked in notes.requests] == [
        ("courier", "email", "a: b"),
        ("ana", None, None),
    ]
    assert "  # - to: ana\n" in filled


def test_several_values_become_a_list() -> None:
    filled = put(FORM, ("byline",), ("Pell, Joan", "Noor Haddad"))
    assert fields_of(filled).get("byline") == ("Pell, Joan", "Noor Haddad")


def test_a_text_never_takes_the_place_of_a_group() -> None:
    with pytest.raises(AuthoringError, match="holds a group of keys"):
        put(FORM, ("sources",), "Ana")
    with pytest.raises(AuthoringError, match="holds a text"):
        put(FORM, ("kind", "inside"), "x")


def test_a_new_key_stands_last_among_those_in_braces() -> None:
    braced = FORM.replace("interview:\n  with: ana\n  when:  ", "interview: {with: ana}")
    assert 'interview: {with: ana, how: "by phone"}' in put(braced, ("interview", "how"), "by phone")
    emptied = braced.replace("{with: ana}", "{}")
    assert fields_of(put(emptied, ("interview", "with"), "ana")).get("interview") is not None
    with pytest.raises(AuthoringError, match="braces"):  # what stands there is never typed over
        put(braced, ("interview", "with"), "x")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_new_lines_end_as_the_others_do(newline: str) -> None:
    form = FORM.replace("\n", newline)
    filled = put(put(form, ("sources", "eva"), {"name": "Eva Lindqvist"}), ("requests", "eva", "how"), "email")
    assert filled.replace("\r\n", "\n").replace("\r", "\n") == put(
        put(FORM, ("sources", "eva"), {"name": "Eva Lindqvist"}), ("requests", "eva", "how"), "email"
    )
    assert filled.count(newline) == filled.replace("\r\n", "\n").replace("\r", "\n").count("\n")
