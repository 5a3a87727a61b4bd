"""The words that name the speaker: who does the saying, whatever stands between subject, verb and quotation."""

from __future__ import annotations

import pytest
from attribution_reading import answer_to, answers, speakers, who

from authoring.prose.attribution.model import Kind


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Vera Hale, a nurse at the clinic in Ostrow, said the ward was “a corridor with beds”.", "Vera Hale"),
        ("“It is a corridor with beds,” Vera Hale, 41, a nurse from Ostrow, said.", "Vera Hale"),
        ("Hale, who has run the clinic since May, said the ward was “a corridor with beds”.", "Hale"),
        ("Hale, speaking at the gate, said the ward was “a corridor with beds”.", "Hale"),
        ("The clinic, which shut in May, said the ward was “a corridor with beds”.", "The clinic"),
        ("“It is a corridor with beds,” the nurse, still in her coat, told reporters.", "the nurse"),
    ],
)
def test_insertions_between_a_name_and_its_verb_are_passed_over(sentence: str, speaker: str) -> None:
    assert who(sentence, "a corridor with beds") == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The ward is full,” said Vera Hale, a nurse at the clinic.", "Vera Hale"),
        ("“Is the ward full?” asked the nurse.", "the nurse"),
        ("“The ward is full,” says a spokesman for the clinic.", "a spokesman for the clinic"),
        ("“The ward is full!” cried Hale and Moor.", "Hale and Moor"),
    ],
)
def test_a_subject_may_follow_its_verb(sentence: str, speaker: str) -> None:
    assert speakers(sentence)[0] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The ward is full,” Hale told reporters on Tuesday.", "Hale"),
        ("Hale told the Ostrow Courier that the ward was “full to the roof”.", "Hale"),
        ("“The ward is full,” Hale said in a statement.", "Hale"),
        ("Hale said in a statement on Friday that the ward was “full to the roof”.", "Hale"),
        ("“The ward is full,” Hale wrote on Facebook.", "Hale"),
        ("“The ward is full,” Hale said on Tuesday.", "Hale"),
        ("“The ward is full,” the clinic’s director said on Tuesday in an email.", "the clinic’s director"),
    ],
)
def test_hearers_media_and_days_are_no_speakers(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The ward was “full to the roof”, according to Hale.", "Hale"),
        ("According to a nurse at the clinic, the ward was “full to the roof”.", "a nurse at the clinic"),
        ("As Hale put it, “you could not have slid a letter between the beds.”", "Hale"),
        ("In the words of one nurse, the ward was “full to the roof”.", "one nurse"),
    ],
)
def test_according_to_and_its_like_name_the_speaker(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Hale resigned, calling the ward “a corridor with beds”.", "Hale"),
        ("Hale locked the ward and called it “a corridor with beds”.", "Hale"),
        ("Hale resigned after calling the ward “a corridor with beds”.", "Hale"),
        ("Moor resigned, with Hale calling the ward “a corridor with beds”.", "Hale"),
        ("Hale went on to call the ward “a corridor with beds”.", "Hale"),
        ("The clinic released a statement calling the ward “a corridor with beds”.", "The clinic"),
        ("For Hale, who called the ward “a corridor with beds”, it was the end.", "Hale"),
    ],
)
def test_participles_second_verbs_infinitives_and_relative_clauses_find_their_subject(
    sentence: str, speaker: str
) -> None:
    assert who(sentence, "a corridor with beds") == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "Patients were told the ward was “safe and sound”.",
        "It was reported that the ward was shut.",
        "The ward is called “the corridor”.",
        "As reported in May, the ward is shut.",
    ],
)
def test_a_passive_has_no_speaker(sentence: str) -> None:
    assert speakers(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Hale did not say that the ward was shut.",
        "Hale never said the ward was shut.",
        "Hale would not say whether the ward was shut.",
        "Hale could say that the ward was shut.",
        "Hale will tell the board the ward is unsafe.",
    ],
)
def test_what_nobody_said_is_no_report(sentence: str) -> None:
    assert answers(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Police said the road was shut.", "Police"),
        ("Residents say the road was shut for weeks.", "Residents"),
        ("Two nurses said the ward was shut.", "Two nurses"),
        ("Hale and Moor said the ward was shut.", "Hale and Moor"),
        ("Vera Hale and Tom Moor said the ward was shut.", "Vera Hale and Tom Moor"),
        ("The council said the ward was shut.", "The council"),
        ("Nurses at the clinic in Ostrow said the ward was shut.", "Nurses at the clinic in Ostrow"),
    ],
)
def test_plurals_collectives_and_names_joined_by_and_speak(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


@pytest.mark.parametrize(
    "body", ["The Ministry of Works and Transport", "The Department of Health and Safety", "The Board of Trade"]
)
def test_a_body_with_and_in_its_name_is_one_speaker(body: str) -> None:
    assert speakers(f"{body} said the ward was shut.") == [body]


def test_of_two_clauses_joined_by_and_only_the_second_subject_speaks() -> None:
    assert who("The ward was shut and Hale said the beds had gone to “God knows where”.", "God knows") == "Hale"


def test_a_letter_that_somebody_has_seen_speaks_itself() -> None:
    assert speakers("A letter seen by the Courier said the ward was “full to the roof”.") == [
        "A letter seen by the Courier"
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The port said it was shut; the council said it was open.", ["The port", "the council"]),
        ("Hale said the ward was full, but Moor said it was empty.", ["Hale", "Moor"]),
    ],
)
def test_two_clauses_have_a_speaker_each(sentence: str, speaker: list[str]) -> None:
    assert speakers(sentence) == speaker


def test_whoever_passed_it_on_is_kept_apart_from_the_speaker() -> None:
    found = answer_to("“The ward is full,” Hale said, according to the Courier.", "The ward is full")
    assert found is not None
    assert found.speaker is not None
    assert found.via is not None
    assert (found.speaker.text, found.via.text, found.kind) == ("Hale", "the Courier", Kind.DIRECT)
