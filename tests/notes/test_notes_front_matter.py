"""Values of the front matter stay as they were typed, and know where they stand."""

from __future__ import annotations

import pytest

from authoring.notes import Notes, looks_like_notes, parse_notes
from authoring.trace import Traced, runs_of


def read(*lines: str, body: str = "") -> Notes:
    """Notes with these lines of front matter."""
    return parse_notes("---\n" + "\n".join(lines) + "\nsources: {}\n---\n" + body, "notes.md")


def value(line: str) -> tuple[Traced | None, Notes]:
    """The value of ``dek`` as this line gives it."""
    notes = read(line)
    return notes.front.text("dek"), notes


def stands_at(notes: Notes, text: Traced | None) -> str:
    """What the file has where a text came from."""
    assert text is not None
    assert text.noted is not None
    start, end = text.noted
    return notes.text[start:end]


@pytest.mark.parametrize("typed", ["NO", "null", "true", "1:10:00", "2024-07-09", "007", "1e3", "0x1f", "=", "<<"])
def test_a_value_stays_as_it_was_typed(typed: str) -> None:
    text, notes = value(f"dek: {typed}")
    assert text == typed
    assert [run.exact for run in runs_of(text)] == [True]
    assert stands_at(notes, text) == typed


@pytest.mark.parametrize("typed", ["", " ", "~", '""', "''", "   # not asked yet"])
def test_an_empty_value_is_not_known_yet(typed: str) -> None:
    text, notes = value(f"dek: {typed}")
    assert text is None
    assert "dek" in notes.front.keys
    assert notes.lines.position(notes.front.place("dek").start)[0] == 2


@pytest.mark.parametrize(
    ("lines", "text", "exact"),
    [
        ('dek: "A plan: why"', "A plan: why", True),
        ("dek: 'A plan: why'", "A plan: why", True),
        ("dek: 'It''s late'", "It's late", False),
        ('dek: "a \\"b\\" c"', 'a "b" c', False),
        ("dek: 😀 é plan", "😀 é plan", True),
        ("dek: >-\n  two\n  lines", "two lines", False),
        ("dek: |\n  two\n  lines\n", "two\nlines", False),
        ("dek: > # a comment that begins with two\n  two\n  lines", "two lines", False),
        ("dek: two\n  lines", "two lines", False),
    ],
)
def test_a_quoted_or_folded_value_is_traced_as_exactly_as_it_can_be(lines: str, text: str, exact: bool) -> None:
    found, notes = value(lines)
    assert found == text
    assert all(run.exact for run in runs_of(found)) == exact
    assert found is not None
    at = 0
    for run in runs_of(found):
        if run.exact:
            assert notes.text[run.start : run.end] == str.__str__(found)[at : at + run.length]
        at += run.length


def test_the_words_of_a_folded_value_are_exact() -> None:
    found, notes = value("dek: >-\n  two\n  lines")
    assert found is not None
    places = [notes.lines.position(run.start) for run in runs_of(found) if run.exact]
    assert places == [(3, 3), (4, 3)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_right_after_characters_of_any_width_and_under_any_line_end(end: str) -> None:
    text = end.join(["---", "headline: 😀😀 first", "dek: second 😀", "sources: {}", "---", "- a fact", ""])
    notes = parse_notes(text, "notes.md")
    dek = notes.front.text("dek")
    assert dek is not None
    assert stands_at(notes, dek) == "second 😀"
    assert notes.lines.position(notes.front.place("dek").start) == (3, 6)
    (item,) = notes.items
    assert notes.lines.position(item.span.start) == (6, 1)


def test_a_hash_that_hides_half_a_value_is_pointed_out() -> None:
    (problem,) = read("headline: We are #1 now").problems
    assert (problem.level, problem.line, problem.column) == ("warning", 2, 18)
    assert "We" not in problem.message


def test_a_comment_proper_is_no_problem() -> None:
    assert read("headline: News  # ask Ana", "dek: words # private").problems == ()


def test_text_after_the_front_matter_is_all_body() -> None:
    notes = read("kind: brief", body="---\n\n- one\n\n---\n- two\n")
    assert [item.text for item in notes.items] == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("---\nkind: brief\nsources:\n---\n", True),
        ("\ufeff---\r\nsources: {}\r\n---\r\n", True),
        ('---\n"sources": {}\n---\n', True),
        ("---\nkind: brief\n---\nsources: none\n", False),
        ("---\nimage:\n  sources: x\n---\n", False),
        ("sources: x\n", False),
        ("", False),
        ("A story\n---\nsources: x\n---\n", False),
    ],
)
def test_notes_are_known_by_their_sources(text: str, verdict: bool) -> None:
    assert looks_like_notes(text) is verdict


def test_a_source_is_a_person_unless_it_says_otherwise() -> None:
    notes = parse_notes("---\nsources:\n  ana: {name: Ana}\n  law: {name: A law, kind: document}\n---\n", "n.md")
    assert [source.kind for source in notes.sources.values()] == ["person", "document"]


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("{kind: company}", "this source has no name yet, expected it after “name:”"),
        ("{kind: spokesperson, org: Acme}", None),
        ("{kind: spokesperson, first: An Acme spokesperson}", None),
        ("{alias: A nurse}", None),
        (
            "{name: Ana, terms: background}",
            "this source may not be named and has no “alias:”, expected what to print instead",
        ),
        ("{name: Ana, terms: off the record}", None),
    ],
)
def test_a_source_that_cannot_be_printed_is_a_warning(entry: str, message: str | None) -> None:
    notes = parse_notes(f"---\nsources:\n  one: {entry}\n---\n", "n.md")
    assert [problem.message for problem in notes.problems] == ([message] if message else [])
    assert all(problem.level == "warning" for problem in notes.problems)


def test_a_request_is_asked_about_every_known_key() -> None:
    lines = "requests:\n  - {to: ana, asked_by: us, asked_on: 2024-07-08, how: email, about: it, outcome: declined}"
    notes = parse_notes(f"---\nsources:\n  ana: {{name: Ana}}\n{lines}\n---\nx ana\n", "n.md")
    assert notes.problems == ()
    assert notes.requests[0].outcome == "declined"
