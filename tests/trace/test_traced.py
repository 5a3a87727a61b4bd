"""A traced string is a string first, and never lies about where its characters came from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from authoring.trace import Run, Traced

NOTES = "“We close the lock at six,” she said.  Ünïcode 🎈 and\ttabs\nand lines, and again: lock lock ß."
spans = st.tuples(st.integers(0, len(NOTES)), st.integers(0, len(NOTES))).map(sorted)
traced = spans.map(lambda ends: Traced.from_notes(NOTES[ends[0] : ends[1]], ends[0]))
short = st.text(max_size=4)


def assert_true(text: Traced) -> None:
    """The runs cover the text, and every exact run shows the very characters of the notes."""
    at = 0
    for run in text._runs:
        words = str.__str__(text)[at : at + run.length]
        if run.exact:
            assert words.casefold() == NOTES[run.start : run.end].casefold()
        at += run.length
    assert at == len(text)


@given(traced, st.integers(-50, 120), st.integers(-50, 120))
def test_a_slice_keeps_the_place_of_every_character(text: Traced, start: int, end: int) -> None:
    assert text[start:end] == str.__str__(text)[start:end]
    assert_true(text[start:end])


@given(traced, short, traced)
def test_joining_keeps_the_places_of_all_parts(one: Traced, between: str, other: Traced) -> None:
    whole = one + between + other
    assert whole == str.__str__(one) + between + str.__str__(other)
    assert_true(whole)
    assert_true(Traced(between).join([one, other, one]))
    assert [run for run in (between + one)._runs if run.noted] == list(one._runs)


@given(traced, short, short, st.integers(-1, 3))
def test_replacing_leads_back_to_what_was_replaced(text: Traced, old: str, new: str, count: int) -> None:
    assert text.replace(old, new, count) == str.__str__(text).replace(old, new, count)
    assert_true(text.replace(old, new, count))


@given(traced, st.one_of(st.none(), st.sampled_from([" ", "lock", "\n", ", "])), st.integers(-1, 3))
def test_splitting_gives_what_str_gives_with_places(text: Traced, separator: str | None, most: int) -> None:
    parts = text.split(separator, most)
    expected = str.__str__(text).split(separator, most)
    assert [part.rstrip() for part in parts] == [part.rstrip() for part in expected]
    for part in parts:
        assert_true(part)  # type: ignore[arg-type]


@given(traced)
def test_every_method_gives_what_str_gives(text: Traced) -> None:
    plain = str.__str__(text)
    for name in ("strip", "lstrip", "rstrip", "lower", "upper", "casefold", "capitalize", "title", "swapcase"):
        made = getattr(text, name)()
        assert made == getattr(plain, name)(), name
        assert isinstance(made, Traced), name
        assert sum(run.length for run in made._runs) == len(made), name
    for name, *arguments in (("center", 9), ("ljust", 9), ("zfill", 9), ("expandtabs",), ("__mul__", 2)):
        assert getattr(text, name)(*arguments) == getattr(plain, name)(*arguments), name
    assert text.splitlines() == plain.splitlines()
    assert text.partition("lock") == plain.partition("lock")
    assert text.rpartition("lock") == plain.rpartition("lock")
    assert list(text) == list(plain)
    assert text[::-1] == plain[::-1]
    assert f"{text:>9}" == f"{plain:>9}"
    assert hash(text) == hash(plain)


def test_what_cannot_be_followed_leads_back_as_a_whole() -> None:
    text = Traced.from_notes("close", 4)
    made = text + f"-{text.center(9)}"
    assert made.noted == (4, 9)
    assert not made._runs[-1].exact


def test_a_template_line_is_kept_from_the_innermost_print() -> None:
    text = Traced.from_notes("close", 4).by_template("newsroom.md", 7).by_template("interview.md", 2)
    assert text._runs == (Run(5, 4, 9, True, "newsroom.md", 7),)


def test_runs_that_do_not_cover_the_text_are_refused() -> None:
    try:
        Traced("close", [Run(3, 4, 7, True)])
    except ValueError as error:
        assert "do not cover" in str(error)
    else:
        raise AssertionError("a gap in the trace went unnoticed")
