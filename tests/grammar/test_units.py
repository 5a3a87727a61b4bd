"""LanguageTool counts UTF-16 units; what is pointed at must be the same words in code points."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from authoring.grammar.units import code_points, wide_places

TEXTS = st.text(st.sampled_from("ab é\u0301’…\uffff\U00010000\U0001f600\U0001f469\u200d\U0001f4bb"), max_size=30)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_every_place_of_a_text_is_found_again(text: str) -> None:
    wide = wide_places(text)
    assert [code_points(units(text[:place]), wide) for place in range(len(text) + 1)] == list(range(len(text) + 1))


def test_the_middle_of_a_character_is_where_it_starts() -> None:
    wide = wide_places("a\U0001f600b")
    assert [code_points(place, wide) for place in range(5)] == [0, 1, 1, 2, 3]
