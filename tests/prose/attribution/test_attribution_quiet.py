"""Quoted words that are nobody's speech are left alone."""

from __future__ import annotations

import pytest
from attribution_reading import answers, who


@pytest.mark.parametrize(
    "sentence",
    [
        "Her novel “The Quiet Weir” sold out in a week.",
        "“The Quiet Weir” won the prize in May.",
        "The film, “Two Men in a Lift”, opens on Friday.",
        "He starred in “Two Men in a Lift” before he left the stage.",
        "“The Last Ferry,” written by Moor in 1979, is out of print.",
    ],
)
def test_titles_of_works(sentence: str) -> None:
    assert answers(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The “temporary” huts have stood since 1971.",
        "The so-called “cold spot” has puzzled them for years.",
        "These “experts” were nowhere to be seen.",
        "A “friend” of the family sold the house.",
    ],
)
def test_scare_quotes(sentence: str) -> None:
    assert answers(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "The word “weir” stands on the map twice.",
        "The technique, known as “deep tagging”, is new.",
        "It is called “managed retreat”.",
        "The term “managed retreat” is new.",
        "They stopped at a bar called “Oslo”.",
    ],
)
def test_terms_and_names_of_things(sentence: str) -> None:
    assert answers(sentence) == ()


@pytest.mark.parametrize(
    "sentence",
    ["Ray “Freight Train” Cole ran for 211 yards.", "Cole, nicknamed “Freight Train” by his friends, ran on."],
)
def test_nicknames(sentence: str) -> None:
    assert answers(sentence) == ()


def test_a_name_in_marks_within_a_report_is_no_quotation_of_its_own() -> None:
    found = answers("Moor said the “Count” of the street was gone.")
    assert [one.speaker.text if one.speaker else None for one in found] == ["Moor"]


def test_a_sign_speaks_for_itself_and_for_no_person() -> None:
    assert who("A sign on the door read “Closed until further notice”.", "Closed") == "A sign on the door"


def test_a_report_of_no_words_is_none() -> None:
    assert answers("According to Annual Report 2025, But asked once rope morning island stair.") == ()
