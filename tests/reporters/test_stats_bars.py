"""Figures drawn in characters."""

from __future__ import annotations

from authoring.prose import parse
from authoring.prose.difficulty import Scale
from authoring.readability.stats import stats_of
from authoring.readability.target import Target
from authoring.reporters import Look
from authoring.reporters.stats_bars import gathered, heat, in_lines, lying, painted, rising
from authoring.reporters.stats_strips import beyond_target

HARD = "Notwithstanding the administrative difficulties, the municipal representatives recommended it to them. "


def test_a_standing_bar_grows_with_its_figure_and_has_a_highest_and_a_lowest() -> None:
    drawn = "".join(rising(value, 4, 18) for value in range(0, 24, 2))
    assert drawn == "".join(sorted(drawn))
    assert (drawn[0], drawn[-1]) == ("▁", "█")
    assert rising(None, 4, 18) == "·"


def test_a_lying_bar_is_as_long_as_its_figure_and_always_as_wide() -> None:
    assert lying(8, 8, 4) == "████"
    assert lying(5, 8, 4) == "██▌ "
    assert lying(1, 10_000, 4) == "▏   "
    assert lying(0, 8, 4) == lying(0, 0, 4) == "    "


def test_a_long_strip_has_several_figures_to_a_mark_and_draws_the_highest() -> None:
    assert gathered([1, 2, None], 10) == ([1, 2, None], 1)
    values, each = gathered([*range(61), None], 10)
    assert each == 3
    assert len(values) <= 30
    assert (values[0], values[-1]) == (2, 60)
    assert list(in_lines("abcde", 2)) == ["ab", "cd", "e"]


def test_a_grade_is_coloured_from_where_the_rule_speaks_and_only_where_there_is_colour() -> None:
    assert [bool(heat(beyond)) for beyond in (None, -1, 0.4, 0.5, 8)] == [False, False, False, True, True]
    assert heat(0.5) != heat(8)
    assert painted("a", heat(8), Look()) == painted("a", "", Look(colour=True)) == "a"
    assert painted("a", "1", Look(colour=True)) == "\033[1ma\033[0m"


def test_the_target_is_for_paragraphs_that_the_writer_tells() -> None:
    document = parse(f"{HARD * 3}\n\n“{HARD * 3}” said Ana Ruiz.\n\n{HARD * 3}\n")
    stats = stats_of(document)
    for target in (Target(12), Target(45, Scale.FLESCH), Target(49, Scale.LIX)):
        beyond = beyond_target(stats, target)
        assert beyond[0] is not None
        assert beyond[0] > 4
        assert beyond == [beyond[0], None, beyond[0]]
    assert beyond_target(stats, None) == [None] * 3
    assert all(passage.measures["flesch_kincaid_grade"] is not None for passage in stats.paragraphs)
