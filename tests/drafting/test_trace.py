"""Every character of a draft leads back to the notes, to the template, or to both; and the answer is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from authoring.drafting.draft import Draft, draft
from authoring.errors import ArticleError
from authoring.notes import read_notes
from authoring.text.span import Span
from authoring.trace.anchor import anchors
from authoring.trace.trace import Trace

DRAFTS = Path(__file__).parents[2] / "drafts"
TEMPLATES = Path(__file__).parents[2] / "templates"


def stories() -> list[Path]:
    """The notes of every example story."""
    return sorted(DRAFTS.glob("*/notes.md"))


@pytest.fixture(scope="module", params=[(path, kind) for path in stories() for kind in ("interview", "qa", "brief")])
def made(request: pytest.FixtureRequest) -> Draft:
    """Each example story by each built-in template."""
    path, kind = request.param
    return draft(read_notes(path), kind)


def test_the_trace_covers_the_draft_without_a_gap(made: Draft) -> None:
    at = 0
    for stretch in made.trace.stretches:
        assert stretch.span.start == at
        assert stretch.notes is not None or stretch.template
        at = stretch.span.end
    assert at == len(made.text)


def test_every_exact_stretch_shows_the_very_words_of_the_notes(made: Draft) -> None:
    checked = 0
    for stretch in made.trace.stretches:
        if stretch.exact:
            assert stretch.notes is not None
            assert stretch.notes.of(made.notes.text).casefold() == stretch.span.of(made.text).casefold()
            assert made.notes.lines.position(stretch.notes.start) == (stretch.line, stretch.column)
            checked += len(stretch.span)
    assert checked > 200


def test_what_the_template_says_stands_in_the_template_line_that_is_named(made: Draft) -> None:
    """The template's own words are found in the line that the trace names; printed values have a line that prints."""
    for stretch in made.trace.stretches:
        words = stretch.span.of(made.text).strip(" \n“”‘’,.")
        line = (TEMPLATES / stretch.template).read_text().splitlines()[stretch.template_line - 1]
        if stretch.notes is None and words and "{{" not in line:
            assert words in line
        if stretch.notes is not None:
            assert "{{" in line


def test_the_trace_is_the_same_after_saving_and_reading(made: Draft) -> None:
    read = Trace.from_json(made.trace.to_json(), Path("x.json"))
    assert read == made.trace


def test_drafting_twice_gives_the_same_to_the_letter(made: Draft) -> None:
    again = draft(made.notes, made.template)
    assert again.text == made.text
    assert again.trace.to_json() == made.trace.to_json()


@pytest.mark.parametrize(
    ("old", "new"),
    [('"version": 1', '"version": 2'), ('"runs": [', '"runs": [[0],'), ("{", ""), ('"text": "', '"text": "x')],
)
def test_a_damaged_trace_is_refused(old: str, new: str) -> None:
    text = draft(read_notes(stories()[0]), "brief").trace.to_json()
    with pytest.raises(ArticleError, match="draft the article again"):
        Trace.from_json(text.replace(old, new, 1), Path(".brief.trace.json"))


OLD = "# Head\n\nOne came. Two came. Two came.\n\nThree came. Four left.\n\nSame line.\n\nMiddle.\n\nSame line.\n"


def found(edited: str) -> Iterator[tuple[str, str]]:
    for anchor in anchors(OLD, edited):
        words = anchor.edited.of(edited)
        yield words, Span(anchor.rendered, anchor.rendered + len(words)).of(OLD)


@pytest.mark.parametrize(
    ("edited", "known", "unknown"),
    [
        (OLD, ["# Head", "One came. Two came. Two came.", "Same line."], []),
        (OLD.replace("Three came.", "Three stayed."), ["# Head", "Four left.", "Middle."], ["Three stayed."]),
        ("New first line.\n\n" + OLD, ["# Head", "Three came. Four left."], ["New first line."]),
        ("Four left. Three came.\n", ["Four left.", "Three came."], []),
        ("Two came.\n", [], ["Two came."]),  # which of the two it was cannot be known
        ("Edited.\n\nSame line.\n\nAlso edited.\n", [], ["Same line."]),
    ],
)
def test_only_what_stands_to_the_letter_is_found_again(edited: str, known: list[str], unknown: list[str]) -> None:
    pairs = list(found(edited))
    assert all(one == other for one, other in pairs)
    words = [one for one, _ in pairs]
    assert [each for each in known if each not in words] == []
    assert [each for each in unknown if each in words] == []
