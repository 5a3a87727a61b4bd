"""Our own style rules suggest edits that are safe to take, and none where an edit would break a link."""

from __future__ import annotations

import pytest

from authoring.config import Config
from authoring.findings import Finding
from authoring.prose import parse
from authoring.runner import lint


def _found(rule: str, text: str) -> list[Finding]:
    return lint(parse(text, path="article.md"), Config(select=frozenset({rule})))


@pytest.mark.parametrize(
    ("rule", "text", "fixed"),
    [
        ("doubled-words", "The bridge is closed to to traffic.", "The bridge is closed to traffic."),
        ("doubled-spaces", "The bridge  is closed.", "The bridge is closed."),
        ("redundancies", "An end result was a draw.", "A result was a draw."),
        ("space-before-mark", "The bridge , they say, is closed.", "The bridge, they say, is closed."),
        ("ordinal-dates", "It opens on May 3rd, they say.", "It opens on May 3, they say."),
    ],
)
def test_a_safe_suggestion_says_the_same_without_the_slip(rule: str, text: str, fixed: str) -> None:
    (finding,) = _found(rule, text)
    (edit,) = finding.suggestions
    assert edit.safe
    assert text[: edit.span.start] + edit.text + text[edit.span.end :] == fixed


@pytest.mark.parametrize("rule", ["doubled-words", "doubled-spaces"])
def test_no_edit_is_suggested_where_a_link_begins_among_the_words(rule: str) -> None:
    (finding,) = _found(rule, "They merge  [merge](https://example.org/a) requests.")
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    "words",
    ["cutting-edge", "world-class", "best-in-class", "game-changing", "jaw-dropping", "job-killing", "tireless"],
)
def test_a_word_that_judges_is_told_of_by_one_rule(words: str) -> None:
    text = f"The board saw {words} efforts in close proximity to the pier."
    found = lint(parse(text, path="article.md"), Config(select=frozenset({"style", "narrator-slant"})))
    assert sorted(finding.span.of(text) for finding in found) == sorted(["close proximity", words])
