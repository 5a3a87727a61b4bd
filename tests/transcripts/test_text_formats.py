"""Text transcripts are told apart by their own marks, and keep every word that was said."""

from __future__ import annotations

import pytest
from transcript_samples import (
    ADDRESS,
    CAPTIONED,
    CAPTIONS,
    CHAPTERS,
    CHAT,
    DEPOSITION,
    IN_BRACKETS,
    IN_CHINESE,
    IN_RUSSIAN,
    INTERVIEW,
    LINES_WITH_TIMES,
    MEET,
    MEET_IN_MARKDOWN,
    NEW_MEET,
    OFFICIAL,
    OLD_TEAMS,
    OTTER,
    PLAIN,
    PODCAST,
    REV,
    SAVED_CHAT,
    STACKED,
    STRETCHES,
    TEAMS,
    TIMES_IN_BOLD,
)

from authoring.transcripts import parse_transcript


def read(text: str) -> list[tuple[str | None, float | None, str]]:
    return [(turn.speaker, turn.start, turn.text) for turn in parse_transcript(text).turns]


CASES = [
    (
        MEET,
        "google-meet",
        [
            ("Ana Ruiz", None, "Shall we begin?"),
            ("cyfox", None, "One moment."),
            ("Ana Ruiz’s Presentation", None, "the tide table."),
            ("Ben Cole", 300.0, "Note: bring a pen.\nNote: and paper.\n\nRemember: it was raining."),
        ],
    ),
    (
        NEW_MEET,
        "google-meet",
        [("Ana Ruiz", 0.0, "Shall we begin?"), ("Ben Cole", 127.0, "We have."), ("Ana Ruiz", None, "Good.")],
    ),
    (
        MEET_IN_MARKDOWN,
        "google-meet",
        [("Ana Ruiz", 0.0, "Shall we [all] begin?"), ("Ben Cole", 127.0, "We have.")],
    ),
    (
        OTTER,
        "names-and-times",
        [
            ("Ana Ruiz", 3.0, "Shall we begin?"),
            (
                "Ben Cole",
                12.0,
                "We have. The boat leaves at\n\n12:30\n\nand it’s never late. See you at  12:40\nNote: bring a pen.",
            ),
            ("Unknown Speaker", 3725.0, "Thank you."),
        ],
    ),
    (
        TEAMS,
        "names-and-times",
        [
            ("Ruiz, Ana (Harbour)", 3.0, "Shall we begin?\nReally."),
            ("Cole, Ben", 12.0, "We have."),
            ("Ruiz, Ana (Harbour)", 15.0, "Good."),
        ],
    ),
    (
        REV,
        "names-and-times",
        [
            ("Ana Ruiz", 3.0, "Shall we begin?"),
            ("Ben Cole", 12.0, "We have."),
            ("Ana Ruiz", 75.0, "[inaudible 00:01:17] good."),
        ],
    ),
    (
        CHAPTERS,
        "names-and-times",
        [
            ("Speaker 0", 3.0, "Shall we begin?\nReally."),
            ("Speaker 1", 12.0, "We have."),
            ("Speaker 0", None, "Good."),
        ],
    ),
    (CHAT, "zoom-chat", [("Ana Ruiz", 1274.0, "Is it 12:30?\nOr later?"), ("Ben Cole", 1295.0, "Later: 13:00")]),
    (SAVED_CHAT, "zoom-chat", [("Ana Ruiz", None, "Is it 12:30?"), ("Ben Cole", None, "Later.")]),
    (CAPTIONS, "names-and-times", [("Ana Ruiz", None, "Shall we begin?"), ("Ben Cole", None, "We have.")]),
    (
        PODCAST,
        "markdown",
        [
            ("Ana Ruiz", 106.0, "We read the log [laughs] *twice*.\n\nAnd then home."),
            ("Ben Cole", 180.0, "Tom Abel:\n\nHe wrote this himself."),
            ("Ben Cole", 260.0, "that is you & me."),
        ],
    ),
    (
        OFFICIAL,
        "text",
        [
            ("THE MAYOR", None, "Good morning.\xa0 (Laughter.)\n\nIt is 2:33 P.M."),
            ("Q", None, "Why now?"),
            ("Q", None, "And why here?"),
            ("THE MAYOR", None, "The END is near:\n\nEND\n\nNot yet."),
        ],
    ),
    (ADDRESS, "text", [(None, None, "Hi, everybody.  It’s about this: jobs.\n\nNote: bring a pen.")]),
    (
        DEPOSITION,
        "questions",
        [
            ("Q", None, "Did you see the boat\nat 12 on that day?"),
            ("A", None, "I did. 12 of them."),
            ("MS. RUIZ", None, "Objection."),
            ("THE WITNESS", None, "At\n12:30."),
            ("Q", None, "Thank you."),
            ("A", None, "Page 12 says so."),
            ("Q", None, "And the tide?"),
            ("A", None, "High."),
        ],
    ),
    (
        INTERVIEW,
        "questions",
        [
            ("Q", None, "Did you see it?"),
            ("A", None, "I did.\n\nTwice."),
            ("Q", None, "When?"),
            ("A", None, "At 12:30."),
        ],
    ),
    (
        CAPTIONED,
        "text",
        [("ANA RUIZ", None, "We begin."), (None, None, "Thank you.\nAll of you."), ("BEN COLE", None, "Yes.")],
    ),
    (LINES_WITH_TIMES, "text", [(None, 0.0, "we went there\nand 12:30 came\nand then home")]),
    (
        OLD_TEAMS,
        "teams",
        [
            ("Ana Ruiz", 0.0, "Shall we begin at 12:30?"),
            ("Ben Cole", 2.9, "We have."),
            ("Ana Ruiz", 5.52, "Good."),
        ],
    ),
    (
        STACKED,
        "names-and-times",
        [
            ("Ana Ruiz", 3.0, "Shall we begin at\n\n12:30\n\nor later?"),
            ("Ben Cole", 12.0, "We have.\nYes."),
            ("Ana Ruiz", 15.0, "Good."),
        ],
    ),
    (
        TIMES_IN_BOLD,
        "markdown",
        [("Ana Ruiz", 3.0, "Shall we begin?"), ("Ben Cole", 12.0, "We have."), ("Ana Ruiz", 3615.0, "Good.")],
    ),
    (STRETCHES, "text", [(None, 0.0, "We went there at\n12:30, and home.")]),
    (
        IN_BRACKETS,
        "text",
        [("Ana Ruiz", 3.0, "Shall we begin?"), ("Ben", 7.0, "We have."), ("Ana Ruiz", 9.0, "Good.")],
    ),
    (IN_RUSSIAN, "text", [("Мария", None, "Когда?"), ("Иван", None, "В 12:30."), ("Мария", None, "Хорошо.")]),
    (IN_CHINESE, "text", [("李明", None, "几点？"), ("王芳", None, "12:30。"), ("李明", None, "好。")]),
    (PLAIN, "text", [(None, None, PLAIN.strip())]),
]


@pytest.mark.parametrize(("text", "name", "expected"), CASES)
def test_a_text_transcript_is_recognised_and_read_by_its_own_marks(
    text: str, name: str, expected: list[tuple[str | None, float | None, str]]
) -> None:
    assert read(text) == expected
    assert parse_transcript(text).format == name


@pytest.mark.parametrize("text", [text for text, _, _ in CASES])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_change_no_word_and_no_place(text: str, end: str) -> None:
    lines = text.split("\n")
    for turn, same in zip(
        parse_transcript(text.replace("\r", "").replace("\n", end)).turns,
        parse_transcript(text.replace("\r", "")).turns,
        strict=True,
    ):
        assert turn == same
        for place in turn.places:
            char = turn.text[place.at]
            assert lines[place.line - 1][place.column - 1] in (char, "&")


def test_a_time_alone_under_a_name_is_the_answer() -> None:
    text = "Ana Ruiz: When did it leave?\n\nBen Cole:\n12:30\n\nAna Ruiz: So late?\n\nBen Cole: Yes.\n"
    assert read(text)[1] == ("Ben Cole", None, "12:30")


def test_an_answer_and_a_question_that_are_told_are_no_speakers() -> None:
    text = "ANA: I asked them one thing.\n\nQuestion: how much?\n\nAnswer: nothing.\n\nBEN: Nothing?\n"
    assert read(text) == [
        ("ANA", None, "I asked them one thing.\n\nQuestion: how much?\n\nAnswer: nothing."),
        ("BEN", None, "Nothing?"),
    ]


def test_short_sentences_before_the_first_label_are_kept_and_titles_are_not() -> None:
    text = "What We Saw\n\nMay 3, 2024\n\nOkay, let’s start.\n\nANA: We went.\n\nBEN: We did.\n"
    assert read(text)[0] == (None, None, "Okay, let’s start.")


def test_dates_in_a_speech_of_nobody_are_no_heading() -> None:
    text = "It began on\n\nMay 3, 2024\n\nand it ended on\n\nMay 4, 2024\n\nin the rain.\n"
    assert read(text) == [(None, None, text.strip())]


def test_dashes_around_speech_are_no_front_matter() -> None:
    text = "---\nWe went there.\n---\nAna Ruiz: Yes.\nBen Cole: No.\nAna Ruiz: Well.\nBen Cole: Right.\n"
    assert "We went there." not in {turn.text for turn in parse_transcript("---\na: We went there.\n---\nHi.").turns}
    assert [turn.speaker for turn in parse_transcript(text).turns][-1] == "Ben Cole"


def test_words_in_bold_that_never_come_again_are_emphasis() -> None:
    text = "We met.\n\n**Purpose:** the pier.\n\n**Risk:** high.\n\n**Cost:** low.\n"
    assert [turn.speaker for turn in parse_transcript(text).turns] == [None]


def test_what_is_listed_or_read_out_is_no_speaker_beside_those_who_are() -> None:
    text = "ANA: He wrote:\n\nDear Ben:\n\nStep One: go.\n\nFun Fact: I did.\n\nPS: so did they.\n\nBEN: To me?\n"
    assert [turn.speaker for turn in parse_transcript(text).turns] == ["ANA", "BEN"]
