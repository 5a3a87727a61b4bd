"""Each step of the sieve alone: what it answers, and what it leaves to others."""

from __future__ import annotations

import pytest
from attribution_reading import asked, seen

from authoring.prose.attribution import steps


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Hale told reporters: “The dam will hold until spring.”", "Hale"),
        ("The harbour master wrote, “Nobody sails tonight.”", "The harbour master"),
        ("On Friday, Hale said in a statement: “We have checked every gate.”", "Hale"),
    ],
)
def test_lead_in_answers_for_a_verb_with_a_comma_or_colon_before_the_quotation(sentence: str, speaker: str) -> None:
    assert asked(steps.lead_in, sentence) == speaker


@pytest.mark.parametrize(
    "sentence",
    ["Hale said the dam “will hold”.", "“The dam will hold,” Hale said.", "Hale was blunt: “The dam will hold.”"],
)
def test_lead_in_leaves_the_rest_alone(sentence: str) -> None:
    assert asked(steps.lead_in, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The dam will hold,” Hale said.", "Hale"),
        ("“The dam will hold,” said Hale.", "Hale"),
        ("“Will the dam hold?” asked the harbour master.", "the harbour master"),
        ("“It will hold,” she told reporters on Friday.", "she"),
        ("“It will hold,” according to the harbour master.", "the harbour master"),
    ],
)
def test_after_answers_for_a_tag_right_behind_the_quotation(sentence: str, speaker: str) -> None:
    assert asked(steps.after, sentence) == speaker


@pytest.mark.parametrize(
    "sentence",
    [
        "Hale said, “The dam will hold.”",
        "“The dam will hold” is a sentence that nobody in the town believes, Hale said.",
    ],
)
def test_after_takes_nothing_from_before_or_from_far_behind(sentence: str) -> None:
    assert asked(steps.after, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Hale said “the dam will hold” until spring.", "Hale"),
        ("Hale said that “the dam will hold” until spring.", "Hale"),
        ("Hale called the plan “a leaky bucket”.", "Hale"),
        ("Hale said at a hearing on Friday that “the dam will hold”.", "Hale"),
    ],
)
def test_before_answers_for_a_verb_whose_object_the_quotation_is(sentence: str, speaker: str) -> None:
    assert asked(steps.before, sentence) == speaker


@pytest.mark.parametrize("sentence", ["“The dam will hold,” Hale said.", "Hale said the dam is in a “poor” state."])
def test_before_leaves_quotations_with_a_clause_between_alone(sentence: str) -> None:
    assert asked(steps.before, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Hale said the council had been “asleep at the wheel” since May.", "Hale"),
        ("Hale said she thought the council “asleep at the wheel”.", "Hale"),
        ("The report says the gates were left to rust and calls the repairs “a sticking plaster”.", "The report"),
    ],
)
def test_enclosing_answers_where_the_writers_words_stand_between(sentence: str, speaker: str) -> None:
    assert asked(steps.enclosing, sentence) == speaker


@pytest.mark.parametrize("sentence", ["“The dam will hold,” Hale said.", "The “spring” gate is open."])
def test_enclosing_is_silent_without_a_verb_before(sentence: str) -> None:
    assert asked(steps.enclosing, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The council has been “asleep at the wheel” since May, Hale said.", "Hale"),
        ("The gates are “worn thin” from end to end, according to the report.", "the report"),
    ],
)
def test_following_answers_for_a_tag_at_the_end_of_the_sentence(sentence: str, speaker: str) -> None:
    assert asked(steps.following, sentence) == speaker


def test_following_is_silent_where_no_comma_stands_before_the_tag() -> None:
    assert asked(steps.following, "The “worn thin” gates that Hale mentioned were shut.") is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The dam will hold till spring,” Hale spluttered.", "Hale"),
        ("“The dam will hold till spring,” he carefully ventilated.", "he"),
        ("Hale seethed, “The dam will hold till spring.”", "Hale"),
    ],
)
def test_other_verb_answers_for_any_verb_beside_the_quotation(sentence: str, speaker: str) -> None:
    assert asked(steps.other_verb, sentence) == speaker


@pytest.mark.parametrize("sentence", ["“Spring,” Hale spluttered.", "The “spring gate” plan was dropped."])
def test_other_verb_wants_three_words_and_a_comma(sentence: str) -> None:
    assert asked(steps.other_verb, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Hale was blunt: “The dam will not hold.”", "Hale"),
        ("The mayor had one regret: “We should have shut it in May.”", "The mayor"),
        ("Hale: “The dam will not hold.”", "Hale"),
    ],
)
def test_colon_answers_with_the_subject_of_the_sentence(sentence: str, speaker: str) -> None:
    assert asked(steps.colon, sentence) == speaker


@pytest.mark.parametrize("sentence", ["The gate has a name: “Spring”.", "“The dam will hold,” Hale said."])
def test_colon_leaves_single_words_alone(sentence: str) -> None:
    assert asked(steps.colon, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Hale’s claim that “the dam will hold until spring” was doubted.", "Hale’s claim"),
        ("Her answer: “Not while I am here.”", "Her answer"),
    ],
)
def test_noun_answers_for_a_noun_of_saying_with_an_owner(sentence: str, speaker: str) -> None:
    assert asked(steps.noun, sentence) == speaker


@pytest.mark.parametrize(
    "sentence", ["The claim that “the dam will hold until spring” was doubted.", "Hale’s boat “Spring” was doubted."]
)
def test_noun_wants_an_owner_and_a_noun_of_saying(sentence: str) -> None:
    assert asked(steps.noun, sentence) is None


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("“The dam will hold until spring.” — Vera Hale", "Vera Hale"),
        ("“The dam will hold until spring” – Vera Hale, engineer", "Vera Hale"),
    ],
)
def test_credit_answers_for_a_name_alone_after_a_dash(sentence: str, speaker: str) -> None:
    assert asked(steps.credit, sentence) == speaker


@pytest.mark.parametrize(
    "sentence",
    ["“The dam will hold” — Vera Hale was the last to think so.", "“The dam will hold” — the town’s only hope."],
)
def test_credit_wants_a_name_and_no_verb(sentence: str) -> None:
    assert asked(steps.credit, sentence) is None


def test_a_quotation_that_ends_in_a_comma_looks_behind_itself_first() -> None:
    scene, clauses, stretches = seen("Hale said “the gate,” Moor told the court, and nodded.")
    answer = steps.in_sentence(scene, clauses, stretches[0])
    assert answer is not None
    assert answer.step == "after"


def test_the_outermost_speaker_wins() -> None:
    scene, clauses, stretches = seen("Hale said that Moor had called the repairs “a sticking plaster”.")
    answer = steps.in_sentence(scene, clauses, stretches[0])
    assert answer is not None
    assert answer.clause is clauses[0]
