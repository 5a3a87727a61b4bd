"""Words shown in their context: the marks stand under them, whatever the text and the width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from authoring.reporters.context import AROUND, in_context
from authoring.reporters.terminal import columns
from authoring.text.span import Span


def marked(rows: list[tuple[str, str]]) -> str:
    """The words over the marks."""
    found = []
    for shown, marks in rows:
        start = len(marks) - len(marks.lstrip())
        taken = 0
        for char in shown:
            if start <= taken < len(marks):
                found.append(char)
            taken += columns(char)
        found.append(" " if marks else "")
    return " ".join("".join(found).split())


def test_the_marks_stand_under_the_words_over_several_rows() -> None:
    text = "One two three four five six seven. " * 4
    start = text.index("four", 40)
    rows = list(in_context(text, Span(start, start + 40), 25))
    assert marked(rows) == " ".join(text[start : start + 40].split())
    assert all(columns(shown) <= 25 for shown, _ in rows)


def test_the_context_ends_with_its_paragraph_and_says_where_it_is_cut() -> None:
    text = "Above.\n\n" + "word " * 200 + "HIT" + " word" * 200 + "\n\nBelow.\n"
    start = text.index("HIT")
    rows = [shown for shown, _ in in_context(text, Span(start, start + 3), 80)]
    assert rows[0].startswith("… word")
    assert rows[-1].endswith("word …")
    assert sum(map(len, rows)) < 2 * AROUND + 60
    text = "Above.\n\nA HIT here.\n\nBelow.\n"
    start = text.index("HIT")
    assert list(in_context(text, Span(start, start + 3), 80)) == [("A HIT here.", "  ^^^")]


@given(
    st.text(st.sampled_from("ab .\n\t港é\u0301🚢\x1b"), max_size=900),
    st.integers(0, 900),
    st.integers(0, 900),
    st.integers(5, 90),
)
def test_any_text_can_be_shown(text: str, one: int, other: int, width: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    for shown, marks in in_context(text, Span(start, end), width):
        assert "\x1b" not in shown
        assert "\n" not in shown
        assert columns(shown) <= max(width, 20)
        assert columns(marks) <= columns(shown)
