"""The two notes files that regenerate the seed articles read without an error, and as they are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.notes import Notes, looks_like_notes, read_notes
from authoring.trace import Traced


@pytest.fixture
def interview(shared: Path) -> Notes:
    return read_notes(shared / "examples" / "notes-interview.md")


@pytest.fixture
def brief(shared: Path) -> Notes:
    return read_notes(shared / "examples" / "notes-brief.md")


def test_the_interview_reads_with_one_word_about_the_other_file(interview: Notes) -> None:
    (problem,) = interview.problems
    assert (problem.level, problem.line, problem.column) == ("info", 57, 27)


def test_the_brief_reads_without_a_word(brief: Notes) -> None:
    assert brief.problems == ()


def test_every_beat_of_the_interview_is_there_in_order(interview: Notes) -> None:
    assert [beat.heading for beat in interview.beats] == [
        "Intro", "What caught her eye", "Two paths", "No surprise", "Ramifications",
        "Geopolitics", "China’s pace", "Last word", "Outro",
    ]  # fmt: skip
    assert interview.beats[6].slug == "chinas-pace"


def test_the_interview_holds_what_was_said_and_how(interview: Notes) -> None:
    assert len(interview.quotes) == 7
    assert {quote.source for quote in interview.quotes} == {"sarah"}
    first, second = interview.quotes[:2]
    assert first.tag is not None
    assert first.tag.verb == "began"
    assert first.tag.keys == {"manner": "a hint of enthusiasm in her voice"}
    assert [part.split()[0] for part in first.parts] == ["In", "The"]
    assert first.joint == "."
    assert second.tag is not None
    assert second.tag.pronoun == "she"
    assert second.joint == ","
    assert interview.quotes[-1].tag is not None
    assert interview.quotes[-1].tag.keys["lead"] == "Reflecting on her thoughts,"


def test_a_gesture_belongs_to_whoever_speaks_next(interview: Notes) -> None:
    (action,) = interview.of_kind("action")
    assert (action.text, action.source) == ("leaned forward, her expression thoughtful", "sarah")


def test_fields_are_filled_in_with_the_values_of_the_front_matter(interview: Notes) -> None:
    narration = interview.of_kind("narration")[0].text
    assert "sit down with Sarah Thompson, a senior technology consultant based in New York City, who" in narration
    (reported,) = interview.of_kind("reported")
    assert "beginning Tuesday, Microsoft has" in reported.text


def test_comments_are_no_part_of_the_notes(interview: Notes) -> None:
    assert not any("furniture" in item.text or "Leave a comment" in item.text for item in interview.items)


def test_the_brief_tells_statements_citations_and_claims_apart(brief: Notes) -> None:
    assert [item.source for item in brief.statements] == ["microsoft-pr"] * 3
    assert [item.source for item in brief.citations] == ["seeking-alpha", "bloomberg", "wipo"]
    assert len(brief.of_kind("claim")) == 8
    assert len(brief.facts) == 14
    assert brief.statements[1].tag is not None
    assert brief.statements[1].tag.same_statement
    assert brief.citations[0].text == "Microsoft confirmed this commitment on July 8"
    assert brief.citations[1].tag is not None
    assert brief.citations[1].tag.date_text == "2024-06-25"


def test_the_brief_knows_who_did_not_answer(brief: Notes) -> None:
    (item,) = brief.of_kind("no-comment")
    (request,) = brief.requests
    assert (item.source, request.to, request.outcome) == ("openai", "openai", "no response")
    assert request.fields.get("asked_by") is None
    assert brief.lines.position(request.fields.place("asked_by").start) == (42, 14)


def test_what_is_empty_is_not_known_yet(brief: Notes) -> None:
    assert brief.front.get("byline") is None
    assert "byline" in brief.front.keys
    assert brief.published is None
    assert str(brief.asof) == "2024-07-09"


def test_a_folded_value_is_one_line_whose_words_keep_their_places(brief: Notes) -> None:
    alt = brief.front_fields("image").text("alt")
    assert alt is not None
    assert alt.startswith(
        "An illustration of Microsoft Azure's AI services in China, featuring data centers and a map high"
    )
    assert "\n" not in alt
    word = alt[alt.index("geopolitical") :]
    assert isinstance(word, Traced)
    assert word.noted is not None
    start, end = word.noted
    assert brief.text[start:end].endswith("geopolitical landscape")


def test_both_look_like_notes_and_the_seeds_do_not(shared: Path) -> None:
    assert all(looks_like_notes(path.read_text("utf-8")) for path in (shared / "examples").glob("*.md"))
    assert not any(looks_like_notes(path.read_text("utf-8")) for path in (shared / "seeds").glob("*.txt"))
