"""How far somebody's words reach, and whether they are direct, mixed or indirect."""

from __future__ import annotations

import pytest
from attribution_reading import answers, kinds, said, speakers

from authoring.prose.attribution.model import Kind


@pytest.mark.parametrize(
    ("sentence", "segments"),
    [
        ("“The dam will hold,” Hale said.", ("“The dam will hold,”",)),
        ("Hale said: “The dam will hold.”", ("“The dam will hold.”",)),
        ("Hale told reporters on Friday, “The dam will hold.”", ("“The dam will hold.”",)),
        ("“The dam,” Hale said, “will hold.”", ("“The dam,”", "“will hold.”")),
        ("“The dam will hold,” Hale said. “We checked.”", ("“The dam will hold,”", "“We checked.”")),
        ("‘The dam will hold,’ said Hale.", ("‘The dam will hold,’",)),
        ("''The dam will hold,'' said Hale.", ("''The dam will hold,''",)),
        ('"The dam will hold," said Hale.', ('"The dam will hold,"',)),
    ],
)
def test_a_direct_quotation_is_its_quoted_words_and_their_marks(sentence: str, segments: tuple[str, ...]) -> None:
    assert said(sentence) == [segments]
    assert kinds(sentence) == [Kind.DIRECT]


@pytest.mark.parametrize(
    ("sentence", "segments"),
    [
        (
            "Hale said the dam “will hold until spring” whatever happens.",
            ("the dam “will hold until spring” whatever happens.",),
        ),
        ("Hale said that the dam “will hold”.", ("that the dam “will hold”.",)),
        ("Hale called the dam “a leaky bucket”, adding that it would hold.", ("the dam “a leaky bucket”",)),
        ("The dam is “a leaky bucket”, Hale said.", ("The dam is “a leaky bucket”",)),
        ("The dam is “a leaky bucket”, according to Hale.", ("The dam is “a leaky bucket”",)),
    ],
)
def test_a_mixed_quotation_takes_the_writers_words_around_it(sentence: str, segments: tuple[str, ...]) -> None:
    assert said(sentence)[0] == segments
    assert kinds(sentence)[0] is Kind.MIXED


@pytest.mark.parametrize(
    ("sentence", "segments"),
    [
        ("Hale said the dam would hold.", ("the dam would hold.",)),
        ("Hale said that the dam would hold.", ("that the dam would hold.",)),
        ("Hale told reporters on Friday that the dam would hold.", ("that the dam would hold.",)),
        ("Hale told reporters the dam would hold.", ("the dam would hold.",)),
        ("Hale asked whether the dam would hold.", ("whether the dam would hold.",)),
        ("The dam would hold, Hale said.", ("The dam would hold",)),
        ("The dam would hold, said Hale.", ("The dam would hold",)),
        ("The dam would hold, according to Hale.", ("The dam would hold",)),
        ("According to Hale, the dam would hold.", ("the dam would hold.",)),
        ("The dam, she said, would hold until spring.", ("The dam", "would hold until spring.")),
        (
            "The dam would hold, Hale said, because the gates were new.",
            ("The dam would hold", "because the gates were new."),
        ),
    ],
)
def test_reported_speech_is_the_clause_that_the_verb_carries(sentence: str, segments: tuple[str, ...]) -> None:
    assert said(sentence) == [segments]
    assert kinds(sentence) == [Kind.INDIRECT]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        (
            "Hale said the dam would hold, and Moor said the road would not.",
            [("the dam would hold",), ("the road would not.",)],
        ),
        (
            "Hale said the dam would hold; Moor said the road would not.",
            [("the dam would hold",), ("the road would not.",)],
        ),
    ],
)
def test_one_report_ends_where_the_next_begins(sentence: str, contents: list[tuple[str, ...]]) -> None:
    assert said(sentence) == contents
    assert speakers(sentence) == ["Hale", "Moor"]


@pytest.mark.parametrize(
    "sentence",
    [
        "I say the dam will hold.",
        "We asked the council whether the dam would hold.",
        "That said, the dam will hold.",
        "Hale will say the dam is safe.",
        "You could say the dam is safe.",
        "Nobody said the dam was safe.",
        "To say the dam is safe is a joke.",
        "The sign said nothing.",
        "Hale said goodbye.",
        "Hale said so.",
        "Hale wants the dam shut and thinks little of the council.",
        "Hale’s claim was denied.",
    ],
)
def test_what_is_no_reported_speech_is_left_alone(sentence: str) -> None:
    assert answers(sentence) == ()


def test_words_after_an_inverted_tag_describe_the_speaker_and_are_not_reported() -> None:
    assert said("“The dam will hold,” said Hale, a nurse who runs the clinic.") == [("“The dam will hold,”",)]


def test_a_quotation_and_a_report_in_one_sentence_are_two_answers() -> None:
    text = "“The dam will hold,” Hale said, adding that the gates were new."
    assert said(text) == [("“The dam will hold,”",), ("that the gates were new.",)]
    assert kinds(text) == [Kind.DIRECT, Kind.INDIRECT]
    assert speakers(text) == ["Hale", "Hale"]
