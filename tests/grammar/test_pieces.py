"""A passage that is too long for a server is sent in parts that come to the whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from authoring.grammar.client import pieces


@given(st.text(st.sampled_from("ab .?”"), max_size=120), st.integers(5, 40))
def test_the_parts_come_to_the_whole_and_none_is_too_long(text: str, longest: int) -> None:
    parts = list(pieces(text, longest))
    assert "".join(part for _, part in parts) == text
    assert [text[start : start + len(part)] for start, part in parts] == [part for _, part in parts]
    assert max(len(part) for _, part in parts) <= longest


def test_it_is_cut_after_a_sentence_if_one_ends_late_enough() -> None:
    assert list(pieces("It rained all day. It was cold.", 25)) == [(0, "It rained all day. "), (19, "It was cold.")]


def test_else_it_is_cut_between_words() -> None:
    assert list(pieces("No. One two three four", 12)) == [(0, "No. One two "), (12, "three four")]
