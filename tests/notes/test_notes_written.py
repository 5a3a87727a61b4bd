"""Words that are written into notes are read from them as they were, to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.notes import parse_notes
from authoring.notes.written import clock, question_line, quote_lines, said

FRONT = "---\nsources:\n  ruiz:\n    name: Ana Ruiz\n---\n\n"
HARD = [
    "We went // and came back.",
    "It is at https://example.test//a and a//b, //. // //,",
    "a ///// b ://// c",
    "A | b \\| c \\\\| d \\// e \\{ f {g} {ruiz.name}",
    "> so they say",
    "— and then — ruiz | said",
    "- one\n\n~ two\n\n? three\n\n* four\n\n+ five\n\n# six\n\nx ruiz",
    "[laughs] (pause) “Never,” he said, ‘never.’",
    "-->",
    "1,200 of 3.5\u00a0million\t--  no \x0b\x1b[31m more",
]


def read(lines: str) -> tuple[str, str]:
    """The kind and the words of the only item in notes with these lines."""
    (item,) = parse_notes(f"{FRONT}{lines}\n— ruiz | said\n", "notes.md").items
    return item.kind, str.__str__(item.text)


@pytest.mark.parametrize("words", HARD)
def test_a_quote_is_read_as_it_was_said(words: str) -> None:
    assert read("\n".join(quote_lines(words))) == ("quote", said(words))


@pytest.mark.parametrize("words", HARD)
def test_a_question_is_read_as_it_was_asked(words: str) -> None:
    assert read(question_line(words)) == ("question", said(words).replace("\n\n", " "))


@given(st.lists(st.sampled_from(list("ab/|{}:.,> \\\n-—")), min_size=1, max_size=24).map("".join))
def test_marks_in_any_order_are_read_as_they_were_said(words: str) -> None:
    words = f"a{words}"  # a backslash and a mark that begin a quote are what notes cannot hold
    quoted = said(words).split("\n\n")
    if not any(each.startswith("\\") for each in quoted):
        assert read("\n".join(quote_lines(words)))[1] == said(words)


def test_white_space_and_what_nobody_said_is_one_space() -> None:
    assert said(" a\n b\x07\t c \r\n \r\n\n d\u2028e ") == "a b c\n\nd e"


def test_times_are_written_as_tags_have_them() -> None:
    assert [clock(0.9), clock(761.4), clock(36_000)] == ["00:00:00", "00:12:41", "10:00:00"]
