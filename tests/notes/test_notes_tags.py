"""A tag is understood by the shapes of its parts, in any order, and a pronoun finds its source or says why not."""

from __future__ import annotations

from datetime import date

import pytest

from authoring.errors import NotesError
from authoring.notes import Notes, Tag, parse_notes

HEAD = """---
sources:
  ana: {name: Ana Ruiz, pronoun: she}
  bea: {name: Bea Low, pronoun: she/her}
  cole: {name: Cole Roe, pronoun: he}
  acme: {name: Acme, kind: company}
  gazette: {name: The Gazette, kind: outlet}
---
"""


def read(body: str) -> Notes:
    """Notes with this body."""
    return parse_notes(HEAD + body, "notes.md")


def tag(line: str) -> Tag:
    """The tag on this line."""
    (item,) = read(f"- words\n{line}\n").beats[0].items
    assert item.tag is not None
    return item.tag


def errors(body: str) -> list[str]:
    """The messages of a body with errors."""
    with pytest.raises(NotesError) as caught:
        read(body)
    return [problem.message for problem in caught.value.problems if problem.level == "error"]


@pytest.mark.parametrize(
    "line",
    [
        "— ana | said | 00:01:10 | 2024-06-25 | p. 12 | manner: softly",
        "— ana | p. 12 | 2024-06-25 | manner: softly | said | 00:01:10",
        "--ana|manner: softly|00:01:10|said|p. 12|2024-06-25",
        "—  ana  |  | said | 00:01:10 | 2024-06-25 | p. 12 | manner:softly |",
    ],
)
def test_the_parts_of_a_tag_may_stand_in_any_order(line: str) -> None:
    found = tag(line)
    assert (found.source, found.verb, found.time, found.page) == ("ana", "said", "00:01:10", "p. 12")
    assert (found.date, found.date_text) == (date(2024, 6, 25), "2024-06-25")
    assert found.keys == {"manner": "softly"}


@pytest.mark.parametrize("time", ["0:05", "01:10", "75:10", "1:02:03", "00:12:41", "00:12:41.500"])
def test_a_place_in_the_recording_is_known_by_its_shape(time: str) -> None:
    assert tag(f"— ana | {time}").time == time


@pytest.mark.parametrize("page", ["p. 12", "pp. 12–13", "p.12", "pp. 3, 5-7", "p. iv"])
def test_a_place_in_a_document_is_known_by_its_shape(page: str) -> None:
    assert tag(f"— ana | {page}").page == page


def test_a_date_may_have_a_time_and_a_zone() -> None:
    found = tag("— ana | 2024-06-25T10:00Z")
    assert (found.date, found.date_text) == (date(2024, 6, 25), "2024-06-25T10:00Z")


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("untagged", "untagged"),
        ("off the record", "off_the_record"),
        ("Off the record", "off_the_record"),
        ("off-the-record", "off_the_record"),
        ("background", "background"),
        ("known", "known"),
    ],
)
def test_a_reserved_word_is_no_verb(words: str, field: str) -> None:
    found = tag(f"— ana | {words}")
    assert getattr(found, field) is True
    assert found.verb is None


@pytest.mark.parametrize("words", ["known", "off the record", "untagged"])
def test_a_reserved_word_needs_no_source(words: str) -> None:
    found = tag(f"— {words}")
    assert found.source is None
    assert getattr(found, words.replace(" ", "_")) is True


@pytest.mark.parametrize(
    "words",
    ["of the record", "off the recrod", "off record", "OTR", "said off the record", "off the record: yes", "backround",
     "on background", "background: yes", "not for attribution", "do not publish", "untaged", "same statment"],
)  # fmt: skip
def test_what_is_nearly_a_reserved_word_is_never_read_as_a_verb(words: str) -> None:
    assert any("nearly" in message for message in errors(f"- words\n— ana | {words}\n"))


@pytest.mark.parametrize("verb", ["said", "noted", "according to", "as noted by", "told us", "knew"])
def test_verbs_are_taken_as_they_are(verb: str) -> None:
    assert tag(f"— ana | {verb}").verb == verb


def test_the_same_statement_needs_an_earlier_item_of_its_source() -> None:
    notes = read("- a\n— acme | said\n- b\n— acme | same statement\n")
    assert [item.tag.same_statement for item in notes.facts if item.tag] == [False, True]
    assert errors("- a\n— ana | said\n- b\n— acme | same statement\n") != []


def test_the_ids_after_a_key_must_be_declared() -> None:
    assert tag("— ana | to: gazette | citing: acme, cole | cites: acme").keys["citing"] == "acme, cole"
    assert errors("- a\n— ana | to: gazete\n") == ["no source is called “gazete”, expected “gazette”"]


def test_about_may_be_anything_but_a_misspelt_id_in_a_list_of_ids() -> None:
    assert tag("— ana | about: the price of fish").keys["about"] == "the price of fish"
    assert errors("- a\n— ana | about: acme, gazete\n") == ["no source is called “gazete”, expected “gazette”"]


def test_a_key_without_a_value_is_not_known_yet() -> None:
    assert tag("— ana | manner:").keys == {}


def test_a_bar_and_a_brace_in_a_tag_can_be_escaped_and_fields_are_filled_in() -> None:
    found = tag("— ana | lead: On {2024-07-09}, at a\\|b and \\{c},")
    assert found.keys["lead"] == "On July 9, 2024, at a|b and {c},"


def test_a_pronoun_is_whoever_was_named_in_this_beat() -> None:
    notes = read("- a\n— ana\n\n## Two\n- b\n— bea\n- c\n— she | said\n")
    assert [item.source for item in notes.facts] == ["ana", "bea", "bea"]


def test_a_pronoun_is_else_whoever_was_named_in_the_file() -> None:
    notes = read("- a\n— bea\n\n## Two\n- c\n— she | said\n")
    assert [item.source for item in notes.facts] == ["bea", "bea"]


def test_a_pronoun_is_else_the_only_source_that_has_it() -> None:
    (fact,) = read("- a\n— he | said\n").facts
    assert fact.source == "cole"


def test_a_pronoun_of_two_in_the_same_beat_is_an_error_that_names_both() -> None:
    assert errors("- a\n— ana\n- b\n— bea\n- c\n— she | said\n") == [
        "“she” could be “ana” or “bea”, expected the id of the one meant"
    ]


def test_a_tag_that_begins_with_a_key_is_told_where_the_source_goes() -> None:
    assert errors("- a\n— about: acme | said\n") == [
        "a tag without a source, expected “— source | …” with the id first"
    ]


def test_an_item_under_an_unknown_source_is_not_reported_while_the_sources_cannot_be_read() -> None:
    with pytest.raises(NotesError) as caught:
        parse_notes("---\nsources:\n  ana: {name: A: B}\n---\n- {anna}\n— anna | to: x\nx zoo\n- {}\n", "n.md")
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [(3, 16), (8, 3)]
