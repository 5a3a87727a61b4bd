"""A transcript's turns wait in the notes; what is used of them is, to the letter, what was said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring import draft, read_notes
from authoring.errors import TranscriptError
from authoring.notes import parse_notes
from authoring.runner.verified import verified_paths
from authoring.scaffolding.given import settings
from authoring.scaffolding.story import Story, Wanted, begun, write
from authoring.scaffolding.turns import speakers, waiting
from authoring.transcripts import Transcript, Turn, parse_transcript, read_transcript

ROOT = Path(__file__).parents[2]
CLOCK = ROOT / "drafts" / "town-clock" / "sources" / "clock-room.vtt"
TALK = """\
Joan Pell: How did it begin?

Ida Kessler: With rain. We had sixty umbrellas.

And nobody came for one of them.

Joan Pell: And then?
So you lent them out?

Ida Kessler: I did. // That is all // there was.

Mayor Lund: - It cost 5 | 6 dollars {or so}, I think.
"""


def begun_from(path: Path, folder: Path, *given: str, kind: str = "interview") -> Story:
    return begun(Wanted(kind, "From a Talk", settings(given), transcript=read_transcript(path)), folder)


def used(text: str) -> str:
    """Notes in which every exchange was taken out of its comment."""
    return re.sub(r"^<!--\n(\+\n.*?)\n-->$", r"\1", text, flags=re.MULTILINE | re.DOTALL)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.txt"
    path.write_text(TALK, "utf-8")
    return path


def test_the_words_wait_and_nothing_is_printed_of_them(talk: Path, tmp_path: Path) -> None:
    made = begun_from(talk, tmp_path / "drafts")
    assert made.turns == 2
    assert list(made.notes.items) == []
    assert str(made.notes.front_fields("interview").text("transcript")) == "../../talk.txt"
    write(made)
    assert "umbrellas" not in draft(read_notes(made.path)).text


def test_who_asks_is_no_source_and_who_says_most_is_interviewed(talk: Path, tmp_path: Path) -> None:
    notes = begun_from(talk, tmp_path).notes
    assert {id_: str(source.name) for id_, source in notes.sources.items()} == {
        "kessler": "Ida Kessler",
        "lund": "Mayor Lund",
    }
    assert str(notes.front_fields("interview").text("with")) == "kessler"


def test_what_is_used_is_to_the_letter_what_was_said(talk: Path, tmp_path: Path) -> None:
    notes = parse_notes(used(begun_from(talk, tmp_path).text), "notes.md")
    assert notes.problems == ()
    said = [(item.kind, item.source, str(item.text)) for item in notes.items if item.kind != "break"]
    assert said == [
        ("question", None, "How did it begin?"),
        ("quote", "kessler", "With rain. We had sixty umbrellas.\n\nAnd nobody came for one of them."),
        ("question", None, "And then? So you lent them out?"),
        ("quote", "kessler", "I did. // That is all // there was."),
        ("quote", "lund", "- It cost 5 | 6 dollars {or so}, I think."),
    ]


@pytest.mark.parametrize("kind", ["interview", "qa"])
def test_a_whole_talk_that_is_used_is_verified(tmp_path: Path, kind: str) -> None:
    made = begun_from(CLOCK, tmp_path, "sources.haskett.role=a winder of clocks", kind=kind)
    assert made.turns > 20
    write(made)
    made.path.write_text(used(made.text), "utf-8")
    notes = read_notes(made.path)
    assert not [problem for problem in notes.problems if problem.level != "info"]
    article = made.path.with_name("article.md")
    article.write_text(draft(notes, kind, article=article).text, "utf-8")
    (verified,) = verified_paths([article], transcripts=[CLOCK])
    assert len(verified.quotes) > 20
    # words in square brackets, which the recorder put in, count as marked
    assert {quote.check.status for quote in verified.quotes} <= {"verbatim", "marked"}
    assert all(item.tag and item.tag.time for item in notes.quotes)


def test_every_real_transcript_reads_back_to_the_letter(shared: Path) -> None:
    read = 0
    for path in sorted((shared / "data" / "transcripts").rglob("*.*")):
        try:
            transcript = read_transcript(path)
        except TranscriptError:
            continue
        known = speakers(transcript)
        ids = {speaker.label: speaker.id for speaker in known}
        told = [flat(turn.text) for turn in transcript.turns if turn.speaker in ids]
        if told:
            sources = "".join(f"  {speaker.id}:\n    name: X\n" for speaker in known if speaker.id)
            body = "\n+\n".join(waiting(transcript, known))
            notes = parse_notes(f"---\nkind: qa\nsources:\n{sources}---\n\n## All\n{body}\n", "notes.md")
            assert [flat(str(item.text)) for item in notes.items if item.kind != "break"] == told, path.name
            read += 1
    assert read >= 40


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(lambda words: words.strip())


@given(st.lists(st.tuples(st.sampled_from(["Ana Ruiz", "Ben Low"]), WORDS), min_size=1, max_size=6))
def test_any_words_read_back_to_the_letter(said: list[tuple[str, str]]) -> None:
    turns = tuple(Turn(who, None, None, words, number) for number, (who, words) in enumerate(said, 1))
    transcript = Transcript("talk.txt", turns)
    known = speakers(transcript)
    sources = "".join(f"  {speaker.id}:\n    name: X\n" for speaker in known if speaker.id)
    for exchange in waiting(transcript, known):
        notes = parse_notes(f"---\nkind: qa\nsources:\n{sources}---\n\n## All\n{exchange}\n", "notes.md")
        for item in notes.items:
            assert flat(str(item.text)) in {flat(words) for _, words in said}


@pytest.mark.parametrize(
    ("labels", "asks"),
    [
        (["Q", "A"], "Q"),
        (["Reporter", "Ana Ruiz"], "Reporter"),
        (["Noor Haddad", "Ana Ruiz"], "Noor Haddad"),
        (["Ana Ruiz", "Ben Low"], None),
    ],
)
def test_who_asks_is_known_by_a_label_or_a_byline_and_never_guessed(labels: list[str], asks: str | None) -> None:
    turns = tuple(Turn(labels[number % 2], None, None, "Well, it is so.", number) for number in range(1, 7))
    found = speakers(Transcript("", turns), ["Noor Haddad"])
    assert [speaker.label for speaker in found if speaker.asks] == ([asks] if asks else [])


def test_a_label_that_is_no_name_is_not_made_one(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("Speaker 1: Who are you?\n\nSpeaker 2: Nobody.\n\nSpeaker 1: Why?\n\nSpeaker 2: I just am.\n")
    notes = begun_from(path, tmp_path).notes
    assert {id_: source.name for id_, source in notes.sources.items()} == {"speaker-2": None}


def test_labels_that_services_count_speakers_by_are_not_made_names() -> None:
    labels = ["spk_0", "SPEAKER_01", "ch_1", "channel 0, speaker 1", "A", "2"]
    turns = tuple(Turn(label, None, None, "Well, it is so.", 1) for label in labels)
    assert [speaker.name for speaker in speakers(Transcript("", turns))] == [""] * len(labels)


def test_a_transcript_that_names_nobody_gives_its_place_alone(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("It was a long night and nobody knew who spoke, but somebody did.\n")
    made = begun_from(path, tmp_path)
    assert made.turns == 0
    assert str(made.notes.front_fields("interview").text("transcript")) == "../talk.txt"
    assert len(parse_transcript(path.read_text()).turns) == 1


def test_a_name_that_is_set_is_not_replaced_by_the_label(tmp_path: Path) -> None:
    notes = begun_from(CLOCK, tmp_path, "sources.haskett.name=Nora B. Haskett").notes
    assert {id_: str(source.name) for id_, source in notes.sources.items()} == {"haskett": "Nora B. Haskett"}


@pytest.mark.parametrize(
    ("said", "mute"),
    [
        ("Joan Pell: Why?\n\nIda Kessler: So.\n", False),
        ("Joan Pell: Why -->?\n\nIda Kessler: So.\n", True),
        ("So.\n", True),
    ],
)
def test_what_of_a_transcript_is_not_taken_is_told(said: str, mute: bool, tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text(said, "utf-8")
    assert begun_from(tmp_path / "talk.txt", tmp_path).mute is mute
