"""What was told in confidence stands in no message, no view and no table."""

from __future__ import annotations

import json

import pytest

from authoring.errors import NotesError, Problem
from authoring.notes import parse_notes
from authoring.notes.show import overview

HEAD = """---
# the engineer is Jane Doe
sources:
  janedoe: {name: Jane Doe, alias: an engineer, reason: she would lose her job, role: chief of lathes, pronoun: she}
  mute: {name: Max Silent, terms: off the record, pronoun: he}
  shy: {name: Tom Shy, terms: background, pronoun: they}
  ana: {name: Ana Ruiz}
---
"""
CONFIDENTIAL = ("Jane", "Doe", "janedoe", "Max", "Silent", "mute", "Tom", "lathes", "burns", "hush", "jamedoe")


def problems(body: str) -> tuple[Problem, ...]:
    """The problems of a body, of every level."""
    try:
        return parse_notes(HEAD + body, "notes.md").problems
    except NotesError as error:
        return error.problems


@pytest.mark.parametrize(
    "body",
    [
        "- burns\n— jamedoe | said\n",
        "- burns\n— jane | said\n",
        "- burns\n— Jane Doe | said\n",
        "- burns\n— Tim Doe | off the record\n",
        "- burns\n— Jane Do | background\n",
        "- burns\n— janedoe | burns it | hush it\n",
        "- burns\n— ana | off the record | burns | hush\n",
        "- burns\n— ana | off the recrod | burns | hush\n",
        "- burns\n— janedoe | hush: burns\n",
        "- burns\n— ana | burns it | off the record | hush: x\n",
        "- burns {jamedoe.role}\n— ana\n",
        "- burns {jamedoe}\n— ana\n",
        "- burns {janedoe.role}\n— ana\n",
        "- burns {janedoe.hush}\n— ana\n",
        "- burns {shy}\n— ana\n",
        "- burns {hush burns}\n— ana | off the record\n",
        "- burns {hush}\n— ana | off the record\n",
        "- burns {sources}\n— ana\n",
        "> burns // hush // burns\n— janedoe\n",
        "> burns\nhush\n— mute\n",
        "* burns\n\nx jamedoe\n",
        "x janedoe\n",
        "- burns\n— janedoe | same statement\n",
        "- burns\n— janedoe | to: jamedoe\n",
        "- burns\n— janedoe | 2024-02-30 | 00:99\n",
        "- <!-- hush\n",
        "- a <!-- hush --> {}\n",
    ],
)
def test_no_message_repeats_what_is_confidential(body: str) -> None:
    found = problems(body)
    assert found
    for problem in found:
        assert not any(word in problem.message for word in CONFIDENTIAL), problem.message


@pytest.mark.parametrize(
    "entry",
    [
        "janedoe: {nmae: Jane Doe, alias: an engineer}",
        "janedoe: {phone: Jane, alias: an engineer}",
        "janedoe: {kind: Jane Doe, alias: an engineer}",
        "janedoe: {terms: Jane Doe}",
        "janedoe: {alias: an engineer, date: 2024-02-31}",
        "janedoe: {alias: an engineer}\n  janedoe: {name: Jane Doe}",
        "janedoe: {alias: an engineer, name: Jane Doe: hush}",
        "janedoe: Jane Doe",
        'janedoe: {name: "Jane Doe}',
        "janedoe: {alias: an engineer, name: [Jane, Doe]}",
        "jane doe: {alias: an engineer}",
    ],
)
def test_no_message_about_the_front_matter_repeats_a_name(entry: str) -> None:
    with pytest.raises(NotesError) as caught:
        parse_notes(f"---\nsources:\n  {entry}\n# hush\nkind: breif\n---\n", "notes.md")
    for problem in caught.value.problems:
        assert not any(word in problem.message for word in CONFIDENTIAL), problem.message


def test_two_protected_candidates_for_a_pronoun_are_not_named() -> None:
    head = "---\nsources:\n  jane: {alias: A, pronoun: she}\n  joan: {alias: B, pronoun: she}\n---\n"
    with pytest.raises(NotesError) as caught:
        parse_notes(head + "- a\n— she\n", "notes.md")
    (problem,) = caught.value.problems
    assert problem.message == "“she” could be 2 sources, expected the id of the one meant"


def test_a_typing_error_near_a_protected_id_is_not_led_to_it() -> None:
    (problem,) = [problem for problem in problems("- a\n— jamedoe | said\n") if problem.level == "error"]
    assert problem.message == (
        "no source has this id, expected one that is declared (a protected source has one like it)"
    )


@pytest.mark.parametrize("field", ["janedoe", "janedoe.name", "janedoe.alias"])
def test_a_protected_source_is_printed_under_its_alias(field: str) -> None:
    notes = parse_notes(HEAD + f"- by {{{field}}}\n", "notes.md")
    assert [item.text for item in notes.items] == ["by an engineer"]


def test_the_reason_for_not_naming_a_source_may_be_printed() -> None:
    notes = parse_notes(HEAD + "- for {janedoe.reason}\n", "notes.md")
    assert [item.text for item in notes.items] == ["for she would lose her job"]


BODY = """- one
— janedoe | said
- two
— mute | said
- three
— ana | off the record
- four
— ana | said
"""


def test_the_tables_show_aliases_and_only_count_what_is_off_the_record() -> None:
    sections = overview(parse_notes(HEAD + BODY, "notes.md"))
    shown = json.dumps([section.rows for section in sections])
    assert not any(word in shown for word in (*CONFIDENTIAL, "two", "three", "Shy"))
    assert "an engineer" in shown
    assert sections[-1].title == "Off the record"
    assert sections[-1].rows == (("2", "not shown"),)


def test_the_owner_sees_all_of_it() -> None:
    sections = overview(parse_notes(HEAD + BODY, "notes.md"), private=True)
    shown = json.dumps([section.rows for section in sections])
    assert all(word in shown for word in ("Jane Doe", "janedoe", "Max Silent", "two", "three", "Tom Shy"))
