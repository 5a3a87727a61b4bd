"""The example stories show how it is done: quotes that were said, drafts that lint clean, nothing private printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import authoring
from authoring.findings import Severity
from authoring.notes.model import Item, Notes
from authoring.prose.document import Document

DRAFTS = Path(__file__).parents[2] / "drafts"
CLOCK = DRAFTS / "town-clock" / "notes.md"
TOLLS = DRAFTS / "bridge-tolls" / "notes.md"
FAULTY = DRAFTS / "intermission"
TRANSCRIPT = DRAFTS / "town-clock" / "sources" / "clock-room.vtt"
ARTICLES = [(CLOCK, "interview"), (CLOCK, "qa"), (CLOCK, "brief"), (TOLLS, "brief")]
SECRETS = ("Priya", "volleyball", "16-year-old", "side door", "bad step")
"""Words that the notes of the clock story hold in private: off the record, or in a comment."""


@dataclass(frozen=True)
class Turn:
    """What one speaker says until another speaks."""

    speaker: str
    text: str
    starts: tuple[tuple[int, str], ...]
    """Offset into the text of each cue, and the second at which it begins: ``00:04:10``."""

    def time_at(self, offset: int) -> str:
        """When the cue that holds this character begins."""
        return [time for start, time in self.starts if start <= offset][-1]


def _turns() -> Iterator[Turn]:
    speaker, text = "", ""
    starts: list[tuple[int, str]] = []
    for cue in re.finditer(r"^(\d\d:\d\d:\d\d)\.\d{3} --> \S+\n(.*)$", TRANSCRIPT.read_text("utf-8"), re.MULTILINE):
        voice = re.fullmatch(r"<v ([^>]+)>(.*)", cue[2])
        if starts and (not voice or voice[1] != speaker):
            yield Turn(speaker, text, tuple(starts))
            text, starts = "", []
        if voice:
            speaker = voice[1]
            text += " " if text else ""
            starts.append((len(text), cue[1]))
            text += voice[2]
    if starts:
        yield Turn(speaker, text, tuple(starts))


def _plain(text: str) -> str:
    return " ".join(str.__str__(text).replace("’", "'").split())


@cache
def _notes(path: Path) -> Notes:
    return authoring.read_notes(path)


@cache
def _draft(path: Path, template: str) -> Document:
    notes = _notes(path)
    return authoring.parse(authoring.draft(notes, template).text, notes=notes)


def _items(path: Path, *kinds: str) -> list[Item]:
    return [item for beat in _notes(path).beats for item in beat.items if item.kind in kinds]


@pytest.mark.parametrize("path", [CLOCK, TOLLS, FAULTY / "notes.md"], ids=lambda path: path.parent.name)
def test_the_notes_check_without_a_problem(path: Path) -> None:
    assert _notes(path).problems == ()


def test_every_quote_of_the_interview_was_said_in_those_words_at_that_time() -> None:
    turns = [turn for turn in _turns() if turn.speaker == "Nora Haskett"]
    quotes = [item for item in _items(CLOCK, "quote") if item.source == "haskett"]
    assert len(quotes) >= 15
    for quote in quotes:
        words = _plain(quote.text)
        places = {turn.time_at(turn.text.index(words)) for turn in turns if words in turn.text}
        assert quote.tag is not None
        assert places == {quote.tag.time}, words
        assert quote.tag.keys["heard"] == "yes"


def test_no_quote_of_the_interview_holds_a_filler() -> None:
    assert not [quote.text for quote in _items(CLOCK, "quote") if re.search(r"\b(um|uh)\b", quote.text, re.IGNORECASE)]


def test_every_question_was_put_in_those_words() -> None:
    asked = [turn.text for turn in _turns() if turn.speaker == "Ines Calloway"]
    questions = [_plain(item.text) for item in _items(CLOCK, "question")]
    assert len(questions) >= 12
    for question in questions:
        assert any(question in turn for turn in asked), question


def test_the_quotes_of_the_interview_keep_the_order_of_the_recording() -> None:
    times = [str.__str__(item.tag.time) for item in _items(CLOCK, "quote") if item.tag and item.tag.time]
    assert times == sorted(times)


@pytest.mark.parametrize(("path", "template"), ARTICLES)
def test_a_draft_lints_clean(path: Path, template: str) -> None:
    findings = list(authoring.lint(_draft(path, template)))
    assert [(f.rule, f.message) for f in findings if f.severity >= Severity.WARNING] == []


def test_the_question_and_answer_piece_has_every_question() -> None:
    text = _plain(_draft(CLOCK, "qa").text)
    missing = [item.text for item in _items(CLOCK, "question") if _plain(item.text) not in text]
    assert missing == []


@pytest.mark.parametrize(("path", "template"), ARTICLES)
def test_no_sentence_stands_twice_in_a_draft(path: Path, template: str) -> None:
    document = _draft(path, template)
    sentences = Counter(
        document.text[sentence.span.start : sentence.span.end]
        for block in document.blocks
        for sentence in block.sentences
    )
    assert sum(sentences.values()) > 10
    assert [sentence for sentence, count in sentences.items() if count > 1] == []


@pytest.mark.parametrize(("path", "template"), ARTICLES)
def test_nothing_private_is_printed(path: Path, template: str) -> None:
    text = _draft(path, template).text
    assert [secret for secret in SECRETS if secret in text] == []


def test_the_private_words_stand_in_the_notes() -> None:
    notes = _notes(CLOCK).text
    assert all(secret in notes for secret in SECRETS)


@pytest.mark.parametrize(("path", "template"), ARTICLES)
def test_who_did_not_answer_is_named_with_who_asked_how_and_when(path: Path, template: str) -> None:
    text = _plain(_draft(path, template).text)
    request = next(request for request in _notes(path).requests if request.outcome == "no response")
    name = _notes(path).sources[request.to].name
    assert name is not None
    sentence = next(line for line in re.split(r"(?<=\.) ", text) if name in line and "did not respond" in line)
    assert "The Ledger" in sentence
    assert "a phone call and two emails" in sentence


@pytest.mark.parametrize("path", [CLOCK, TOLLS], ids=lambda path: path.parent.name)
def test_every_source_is_recorded_as_it_should_be(path: Path) -> None:
    wanted = {
        "person": ("name", "role", "employer", "pronoun", "stake", "knows", "terms"),
        "spokesperson": ("name", "role", "org", "pronoun", "stake", "knows", "terms"),
        "company": ("name", "stake", "url"),
        "outlet": ("name", "date", "url"),
        "document": ("name", "date"),
    }
    sources = _notes(path).sources.values()
    missing = [(source.id, key) for source in sources for key in wanted[source.kind] if not source.fields.text(key)]
    assert missing == []


def test_the_linter_finds_the_planted_faults_and_nothing_else() -> None:
    article = FAULTY / "article.md"
    document = authoring.parse(article.read_text("utf-8"), notes=_notes(FAULTY / "notes.md"))
    found = sorted(
        (
            document.lines.position(finding.span.start)[0],
            document.text[finding.span.start : finding.span.end],
            finding.rule,
        )
        for finding in authoring.lint(document)
    )
    rows = [line.split("\t") for line in (FAULTY / "faults.tsv").read_text("utf-8").splitlines()]
    assert found == sorted((int(line), words, rule) for line, words, rule in rows)
    assert len({rule for _, _, rule in rows}) == 13


@pytest.mark.parametrize(
    ("slug", "kind"),
    [
        *(("town-clock", "interview"), ("town-clock", "qa"), ("town-clock", "brief"), ("bridge-tolls", "brief")),
        *(("ferry-strike", "news"), ("tide-keeper", "profile"), ("night-buses", "roundup")),
        ("bridge-tolls-correction", "correction"),
    ],
)
def test_the_articles_that_stand_beside_the_notes_are_what_the_notes_give(slug: str, kind: str) -> None:
    made = authoring.draft(authoring.read_notes(DRAFTS / slug / "notes.md"), kind)
    folder = DRAFTS / slug
    assert (folder / f"{kind}.md").read_text("utf-8") == made.text, "draft the example stories again"
    assert (folder / f".{kind}.trace.json").read_text("utf-8") == made.trace.to_json()


@pytest.mark.parametrize("slug", ["ferry-strike", "tide-keeper", "night-buses", "bridge-tolls-correction"])
def test_a_story_of_each_other_kind_has_notes_without_a_problem_and_a_draft_that_lints_clean(slug: str) -> None:
    notes = _notes(DRAFTS / slug / "notes.md")
    assert notes.problems == ()
    kind = str.__str__(notes.front.text("kind") or "")
    assert [
        (finding.rule, finding.message) for finding in authoring.lint(_draft(DRAFTS / slug / "notes.md", kind))
    ] == []
