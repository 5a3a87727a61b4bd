"""Updated articles hold all that either side wrote, over generated histories of real stories."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from histories import COUNT, History, histories
from judging import altered, faults, glued, lost, mixed

from authoring.config import Config
from authoring.prose import parse
from authoring.runner import lint
from authoring.text.clashes import clashes
from authoring.updating.merge import Merge, merge

Sample = Callable[[Sequence[int], int], list[int]]
pytestmark = pytest.mark.usefixtures("shared")


@cache
def merged(numbers: tuple[int, ...], *, busy: bool = False) -> list[tuple[History, Merge]]:
    """Histories, and what becomes of their articles."""
    return [(each, merge(each.base, each.ours, each.theirs, each.by)) for each in histories(numbers, busy=busy)]


def test_every_hand_edit_stays_no_text_is_lost_and_no_quotation_is_mixed(sample: Sample) -> None:
    told = merged(tuple(sample(range(COUNT), 60)))
    assert [fault for history, made in told for fault in faults(history, made.text)] == []
    assert sum(len(history.kept) + len(history.gone) for history, _ in told) > len(told)


def test_fewer_than_one_history_in_ten_has_a_clash(sample: Sample) -> None:
    told = merged(tuple(sample(range(COUNT), 60)))
    assert 0 < sum(bool(made.clashes) for _, made in told) < len(told) / 10


def test_the_linter_finds_every_clash_and_nothing_else(sample: Sample) -> None:
    config = Config(select=frozenset({"unresolved-clash"}))
    told = merged(tuple(sample(range(COUNT), 60))) + merged(tuple(sample(range(COUNT), 12)), busy=True)
    for _, made in told:
        found = [finding.span for finding in lint(parse(made.text), config)]
        assert found == [clash.span for clash in made.clashes]
        assert "stray" not in {clash.kind for clash in made.clashes}


def test_a_second_update_changes_nothing_whichever_rendering_it_takes_for_the_last(sample: Sample) -> None:
    for history, made in merged(tuple(sample(range(COUNT), 60))):
        assert merge(history.theirs, made.text, history.theirs).text == made.text
        if not made.clashes:
            assert merge(history.base, made.text, history.theirs, history.by).text == made.text


def test_the_fingerprints_are_those_of_the_new_rendering(sample: Sample) -> None:
    for history, made in merged(tuple(sample(range(COUNT), 60))):
        fingerprints = [line for line in history.theirs.split("\n") if "_sha256: " in line]
        assert [line for line in made.text.split("\n") if "_sha256: " in line] == fingerprints


def test_an_article_that_nobody_edited_becomes_the_new_rendering(sample: Sample) -> None:
    for history, _ in merged(tuple(sample(range(COUNT), 60))):
        assert merge(history.base, history.base, history.theirs).text == history.theirs


def test_an_article_whose_notes_have_not_changed_stays_as_it_is(sample: Sample) -> None:
    for history, _ in merged(tuple(sample(range(COUNT), 60))):
        assert merge(history.base, history.ours, history.base).text == history.ours


def test_no_text_is_lost_either_where_nearly_everything_has_changed_on_both_sides(sample: Sample) -> None:
    for history, made in merged(tuple(sample(range(COUNT), 12)), busy=True):
        for judge in (lost, altered, mixed):
            assert judge(history, made.text) == [], (history.number, judge.__name__)
        assert glued(made.text) == []


def test_the_judges_see_what_is_wrong(sample: Sample) -> None:
    """An article with a paragraph cut, one doubled and a quotation patched is not passed."""
    told = merged(tuple(sample(range(COUNT), 60)))
    assert sum(bool(lost(history, history.theirs)) for history, _ in told) > len(told) / 2
    assert sum(bool(altered(history, history.theirs)) for history, _ in told) > len(told) / 2
    history, made = told[0]
    assert faults(history, made.text.replace("said", "sad"))
    paragraphs = made.text.split("\n\n")
    assert any("twice" in fault for fault in faults(history, "\n\n".join([*paragraphs, *paragraphs[4:]])))
    assert clashes(made.text + "\n[[clash: end]]\n")
