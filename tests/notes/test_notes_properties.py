"""Whatever stands in a file, reading it ends in notes or in problems, and every origin is a true one."""

from __future__ import annotations

import os
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from authoring.errors import NotesError, Problem
from authoring.notes import Fields, Notes, looks_like_notes, parse_notes
from authoring.trace import Traced, runs_of

FRONT = """---
kind: brief
asof: 2024-07-09
headline: "A plan — and 😀 a cost"
image:
  alt: >-
    A harbour
    at dawn
sources:
  ana: {name: Ana Ruiz, pronoun: she, role: a nurse}
  cole: {name: "Dr. Cole", pronoun: he}
  acme: {name: Acme, kind: company}
  gazette: {name: 'The City''s Gazette', kind: outlet}
  deep: {name: Secret Person, alias: an engineer, terms: background}
requests:
  - {to: acme, outcome: no response}
---
"""
WORDS = (
    "Ana Ruiz said", "plain words", "😀", "é", "{2024-07-09}", "{2024-07-09 as Tuesday}", "{ana}", "{deep}",
    "{ana.role}",
    "{image.alt}", "{headline}", "{gazette.name}", "{}", "{", "}", "{zzz}", "//", " // ", " //. ", "\\//", "\\{", "\\|",
    "\\-", "[sic]", "<!-- hush -->", "<!--", "-->", "| said", " | 00:01:10", " | 2024-06-25", " | p. 12",
    " | about: ana",
    " | off the record", " | untagged", "http://a.b/c", "\t", "  ", "\\", "x acme", "…", "\u00a0", "\u2028", "\x0b",
)  # fmt: skip
STARTS = (
    "", "", "> ", "> ", ">", "- ", "~ ", "? ", "* ", "+", "x ", "## ", "### ", "##", "— ana", "— she", "-- cole",
    "– deep",
    "— ", "  ", "    ", "---", "\\- ", "<!-- hush\nb -->", "•\t", "|",
)  # fmt: skip
LINES = st.builds(
    lambda start, words: start + " ".join(words), st.sampled_from(STARTS), st.lists(st.sampled_from(WORDS))
)
BODIES = st.builds(
    lambda lines, end: FRONT.replace("\n", end) + end.join(lines),
    st.lists(LINES, max_size=25),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
YAML = st.lists(
    st.sampled_from(
        ["a", "sources", "kind", "ana", ":", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ",", '"', "'", "|",
         ">-",
         "&x", "*x", "!t", "#", " # c", "@", "`", "%", "\t", "---", "...", "~", "😀", "name: Ana", "2024-02-30",
         "\\", "? "]
    ),
    max_size=30,
)  # fmt: skip


def read(text: str) -> tuple[Notes | None, tuple[Problem, ...]]:
    """The notes, where there are any, and the problems."""
    try:
        notes = parse_notes(text, "notes.md")
    except NotesError as error:
        assert any(problem.level == "error" for problem in error.problems)
        return None, error.problems
    assert not any(problem.level == "error" for problem in notes.problems)
    return notes, notes.problems


def texts_in(value: object) -> Iterator[Traced]:
    """Every traced text inside a value of the model."""
    if isinstance(value, Traced):
        yield value
    elif isinstance(value, Fields):
        for inner in value.values.values():
            yield from texts_in(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_in(inner)


def texts_of(notes: Notes) -> Iterator[Traced]:
    """Every traced text of some notes."""
    yield from texts_in(notes.front)
    for beat in notes.beats:
        yield from texts_in(beat.heading)
        for item in beat.items:
            yield from texts_in((item.text, item.parts))
            if item.tag:
                yield from texts_in((item.tag.verb, item.tag.time, item.tag.page, item.tag.date_text))
                yield from texts_in(tuple(item.tag.keys.values()))


def check_origins(notes: Notes) -> None:
    """Every run lies inside the file, and an exact one is what stands there."""
    for text in texts_of(notes):
        at = 0
        for run in runs_of(text):
            if run.noted:
                assert 0 <= run.start <= run.end <= len(notes.text)
            if run.exact:
                assert str.__str__(text)[at : at + run.length] == notes.text[run.start : run.end]
            at += run.length
        assert at == len(text)
        assert not text or text.noted is not None


def check_problems(text: str, problems: tuple[Problem, ...]) -> None:
    """Every problem has a place in the file and a message of one short line."""
    places = [(problem.line, problem.column) for problem in problems]
    assert places == sorted(places)
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert 0 <= problem.start <= problem.end <= len(text)
        assert len(problem.message) <= 100, problem.message
        assert ", expected " in problem.message
        assert problem.message.isprintable()
        assert not problem.message.endswith(".")
        assert "Secret" not in problem.message
        assert "hush" not in problem.message


@settings(max_examples=400 if not os.environ.get("AUTHORING_FULL") else 4000)
@given(BODIES)
def test_every_origin_in_any_body_is_a_true_one(text: str) -> None:
    notes, problems = read(text)
    check_problems(text, problems)
    if notes:
        check_origins(notes)


@settings(max_examples=400 if not os.environ.get("AUTHORING_FULL") else 4000)
@given(YAML)
def test_every_front_matter_is_read_or_explained(pieces: list[str]) -> None:
    text = "---\n" + "".join(pieces) + "\n---\n## Beat\n- a fact\n"
    notes, problems = read(text)
    check_problems(text, problems)
    if notes:
        check_origins(notes)
    looks_like_notes(text)


@settings(max_examples=400 if not os.environ.get("AUTHORING_FULL") else 4000)
@given(st.text())
def test_any_text_at_all_is_read_or_explained(text: str) -> None:
    for whole in (text, "---\n" + text, "---\nsources:\n---\n" + text, FRONT + text):
        notes, problems = read(whole)
        check_problems(whole, problems)
        if notes:
            check_origins(notes)
        looks_like_notes(whole)
