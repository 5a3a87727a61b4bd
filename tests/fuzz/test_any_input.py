"""Odd articles, notes, settings and styles, made by hypothesis of pieces that have a meaning somewhere."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))

from material import ARTICLE, CONFIG, FRONT, NOTES, STYLE
from targets import SUFFIXES, article, configured, fixed, noted, styled


def _texts(pieces: tuple[str, ...], most: int = 40) -> st.SearchStrategy[str]:
    piece = st.one_of(st.sampled_from(pieces), st.sampled_from(pieces), st.text(max_size=4))
    return st.lists(piece, max_size=most).map("".join)


_fronts = st.lists(st.sampled_from(FRONT), max_size=10).map(lambda lines: "---\n" + "".join(lines) + "---\n")
_articles = st.builds(str.__add__, st.one_of(st.just(""), _fronts), _texts(ARTICLE))


@given(_articles, st.sampled_from(SUFFIXES))
@example("“" * 50, "md")
@example("\r\n\r\n\ufeff", "txt")
def test_any_article_can_be_checked_by_every_rule(text: str, suffix: str) -> None:
    article(text, suffix)


@given(st.builds(str.__add__, _fronts, _texts(NOTES)), _articles)
def test_any_notes_are_read_or_refused_and_any_article_is_compared_with_them(notes: str, text: str) -> None:
    noted(notes, text)


@given(_texts(CONFIG, 15), st.sampled_from(["authoring.toml", "pyproject.toml"]))
def test_any_configuration_is_read_or_refused_with_its_place(text: str, name: str) -> None:
    configured(text, name)


@given(_articles, st.sampled_from(SUFFIXES))
def test_fixes_change_nothing_that_is_not_the_writers(text: str, suffix: str) -> None:
    fixed(text, suffix)


@given(_texts(STYLE, 15), _texts(ARTICLE, 15))
def test_any_style_rule_is_read_or_refused_and_reads_any_article(text: str, words: str) -> None:
    styled(text, words)
