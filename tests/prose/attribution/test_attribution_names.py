"""Whom the words that name a speaker stand for: people and bodies of the article, and sources of the notes."""

from __future__ import annotations

import pytest
from attribution_reading import teller

from authoring.notes import parse_notes
from authoring.prose import parse

NOTES = """---
sources:
  vera: {name: Vera Hale, pronoun: she}
  tom: {name: Tom Moor, pronoun: he}
  clinic: {name: Ostrow Clinic, kind: organisation}
  leak: {name: Ida Quist, alias: a porter, reason: she would lose her job, pronoun: she}
  quiet: {name: Jon Berg, terms: background, pronoun: he}
---
"""


def name_of(text: str, words: str) -> str | None:
    """The name that the speaker of some words resolves to."""
    speaker = teller(text, words)
    assert speaker is not None
    return speaker.name


def source_of(text: str, words: str, notes: str = NOTES) -> str | None:
    """The source in the notes that the speaker of some words resolves to."""
    speaker = teller(text, words, notes)
    assert speaker is not None
    return speaker.source


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vera Hale runs the ward. “It is full,” Hale said.", "Vera Hale"),
        ("Vera Hale runs the ward. “It is full,” said Ms. Hale.", "Vera Hale"),
        ("Dr. Vera Hale runs the ward. “It is full,” Dr. Hale said.", "Vera Hale"),
        ("“It is full,” Hale said. Vera Hale has run the ward since May.", "Vera Hale"),
        ("Mayor Vera Hale runs the town. “It is full,” Mayor Hale said.", "Vera Hale"),
        ("Ludwig van Dyk paints. “It is full,” van Dyk said.", "Ludwig van Dyk"),
        ("Ana de la Cruz paints. “It is full,” de la Cruz said.", "Ana de la Cruz"),
        ("Jean-Luc Petit-Roy paints. “It is full,” Petit-Roy said.", "Jean-Luc Petit-Roy"),
        ("Vera J. Hale runs the ward. “It is full,” Hale said.", "Vera J. Hale"),
        ("Vera Hale’s ward is shut. “It is full,” Hale said.", "Vera Hale"),
        ("Oslo-born Vera Hale runs the ward. “It is full,” Hale said.", "Vera Hale"),
        ("“It is full,” Chamber of Nurses President Vera Hale said. “It leaks.”", "Vera Hale"),
        ("“It is full,” Department of Health’s spokeswoman said. “It leaks.”", None),
    ],
)
def test_a_surname_stands_for_the_full_name(text: str, name: str | None) -> None:
    assert name_of(text, "It is full") == name


def test_a_surname_that_two_people_share_equally_stands_for_itself() -> None:
    assert name_of("Vera Hale met her brother, Tom Hale. “It is full,” Hale said.", "It is full") == "Hale"


def test_of_two_people_with_one_surname_whoever_has_spoken_goes_on() -> None:
    text = "Vera Hale met Tom Hale. “It is full,” said Tom Hale. “It leaks, too,” Hale said."
    assert name_of(text, "It leaks") == "Tom Hale"


def test_a_first_name_stands_for_whoever_has_spoken_under_it() -> None:
    text = "“It is full,” said Vera Hale. “It leaks,” Vera said."
    assert name_of(text, "It leaks") == "Vera Hale"


def test_a_name_said_once_stands_for_itself() -> None:
    assert name_of("“It is full,” Amina said.", "It is full") == "Amina"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vera Hale shut the ward. “It is full,” she said.", "Vera Hale"),
        ("“It is wet,” said Vera Hale.\n\n“It is full,” she said.", "Vera Hale"),
        ("“It is wet,” said Tom Moor. He is a nurse. “It is full,” he said.", "Tom Moor"),
        ("Vera Hale phoned Tom Moor. “It is full,” she said.", "Vera Hale"),
        ("Vera Hale phoned Tom Moor. “It is full,” he said.", "Tom Moor"),
    ],
)
def test_he_and_she_stand_for_the_one_person_who_fits(text: str, name: str) -> None:
    assert name_of(text, "It is full") == name


@pytest.mark.parametrize(
    "text",
    [
        "Vera Hale phoned Ida Quist. “It is full,” she said.",
        "“It is full,” he said.",
        "Vera Hale shut the ward. “It is full,” he said.",
        "Vera Hale shut the ward. “It is full,” they said.",
        "The Ostrow Clinic shut the ward. “It is full,” she said.",
    ],
)
def test_a_pronoun_that_two_or_nobody_fit_names_nobody(text: str) -> None:
    assert name_of(text, "It is full") is None


def test_a_pronoun_is_not_given_to_somebody_last_heard_long_before() -> None:
    text = "“It is wet,” said Vera Hale.\n\n" + "The rain went on.\n\n" * 6 + "“It is full,” she said."
    assert name_of(text, "It is full") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is wet,” said Mayor Vera Hale. “It is full,” the mayor said.", "Vera Hale"),
        ("Spokesman Tom Moor said it was wet. “It is full,” the spokesman said.", "Tom Moor"),
    ],
)
def test_an_office_stands_for_whoever_was_named_with_it(text: str, name: str) -> None:
    assert name_of(text, "It is full") == name


@pytest.mark.parametrize(
    "text",
    [
        "“It is wet,” said Mayor Vera Hale. “Quite wet,” said Mayor Tom Moor. “It is full,” the mayor said.",
        "“It is full,” a spokeswoman said.",
        "“It is full,” the nurses said.",
        "“It is full,” said a Republican.",
    ],
)
def test_a_description_that_nobody_or_two_people_fit_names_nobody(text: str) -> None:
    assert name_of(text, "It is full") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It is full,” the Ostrow Clinic said.", "Ostrow Clinic"),
        ("WHO said the ward was shut.", "WHO"),
        ("“It is full,” said Reuters.", "Reuters"),
    ],
)
def test_bodies_are_named_as_they_stand(text: str, name: str) -> None:
    words = "It is full" if "It is full" in text else "the ward was shut"
    assert name_of(text, words) == name


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It is full,” Vera Hale said.", "vera"),
        ("Vera Hale runs the ward. “It is full,” Hale said.", "vera"),
        ("“It is full,” Hale said.", "vera"),
        ("Tom Moor shut the ward. “It is full,” he said.", "tom"),
        ("“It is full,” the Ostrow Clinic said.", "clinic"),
        ("“It is full,” a porter said.", "leak"),
        ("“It is full,” the porter said.", "leak"),
    ],
)
def test_a_speaker_leads_back_to_the_source_in_the_notes(text: str, source: str) -> None:
    assert source_of(text, "It is full") == source


@pytest.mark.parametrize(
    "text",
    [
        "“It is full,” Lars Falk said.",
        "“It is full,” Anna Hale said.",
        "“It is full,” a nurse said.",
        "“It is full,” she said.",
    ],
)
def test_a_speaker_who_is_no_source_has_none(text: str) -> None:
    assert source_of(text, "It is full") is None


@pytest.mark.parametrize(
    "text",
    [
        "“It is full,” Ida Quist said.",
        "“It is full,” Quist said.",
        "Ida Quist left. “It is full,” she said.",
        "“It is full,” Jon Berg said.",
        "“It is full,” said Berg.",
    ],
)
def test_a_protected_source_is_never_known_by_the_real_name(text: str) -> None:
    assert source_of(text, "It is full") is None


def test_a_surname_that_two_sources_share_leads_to_neither() -> None:
    notes = "---\nsources:\n  vera: {name: Vera Hale}\n  tom: {name: Tom Hale}\n---\n"
    assert source_of("“It is full,” Hale said.", "It is full", notes) is None
    assert source_of("“It is full,” Tom Hale said.", "It is full", notes) == "tom"


def test_an_alias_that_two_sources_share_leads_to_neither() -> None:
    notes = (
        "---\nsources:\n"
        "  one: {name: Ida Quist, alias: a porter, reason: fear}\n"
        "  two: {name: Jon Berg, alias: a night porter, reason: fear}\n---\n"
    )
    assert source_of("“It is full,” a porter said.", "It is full", notes) is None


def test_without_notes_no_speaker_has_a_source() -> None:
    text = "“It is full,” Vera Hale said. “Quite full,” a porter said."
    assert [one.speaker.source for one in parse(text).attributions if one.speaker] == [None, None]


def test_the_answers_with_notes_and_without_differ_in_the_source_alone() -> None:
    text = "“It is full,” Vera Hale said. She left. “Quite full,” a porter said, according to Moor."
    without = parse(text).attributions
    found = parse(text, parse_notes(NOTES, "notes.md")).attributions
    assert [one.segments for one in found] == [one.segments for one in without]
    assert [one.speaker.name for one in found if one.speaker] == [one.speaker.name for one in without if one.speaker]
