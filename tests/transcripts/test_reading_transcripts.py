"""Transcripts are read as turns: who spoke, when, and where each word stands in the file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from authoring.errors import TranscriptError
from authoring.transcripts import Transcript, looks, parse_transcript, read_transcript


def turns(text: str) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in parse_transcript(text).turns]


def misplaced(transcript: Transcript, text: str) -> list[tuple[int, int]]:
    """Places of turns at which another character stands in the file."""
    lines = text.split("\n")
    found = []
    for turn in transcript.turns:
        for offset in range(0, len(turn.text), 7):
            place = turn.place(offset)
            char = turn.text[offset]
            if not char.isspace() and lines[place.line - 1][place.column - 1 : place.column] not in (char, "&"):
                found.append((place.line, place.column))
    return found


def test_labels_in_capitals_begin_turns_and_paragraphs_go_on_with_them() -> None:
    text = "THE PRESIDENT:  Good evening.\n\nWe begin tonight.\n\nQ    Why tonight?\n\nTHE PRESIDENT:  Why not?\n"
    assert turns(text) == [
        ("THE PRESIDENT", "Good evening.\n\nWe begin tonight."),
        ("Q", "Why tonight?"),
        ("THE PRESIDENT", "Why not?"),
    ]


def test_bold_labels_of_markdown_begin_turns_and_front_matter_is_no_speech() -> None:
    text = "---\ntitle: Talk\n---\n**Ana Ruiz:** Yes, we\nwent.\n\n**Ben Cole**: I didn&#39;t.\n"
    assert turns(text) == [("Ana Ruiz", "Yes, we\nwent."), ("Ben Cole", "I didn't.")]


def test_a_label_alone_on_its_line_names_the_paragraphs_below() -> None:
    assert turns("**Ana Ruiz:**\n\nWe went there.\n") == [("Ana Ruiz", "We went there.")]


def test_a_word_with_a_colon_in_a_speech_is_no_speaker() -> None:
    text = "We tried for a long time.\n\nRemember: it was raining.\n"
    assert turns(text) == [(None, text.strip())]


def test_what_stands_before_the_first_label_is_speech_only_where_it_reads_as_sentences() -> None:
    text = "Board meeting\nMay 3, 2024\n\nAna: We went there.\n\nBen: You did.\n\nAna: We did.\n\nBen: Yes.\n"
    assert [speaker for speaker, _ in turns(text)] == ["Ana", "Ben", "Ana", "Ben"]
    text = "and that is why we all went home so early that day.\n\nANA: We went there.\n"
    assert [speaker for speaker, _ in turns(text)] == [None, "ANA"]


def test_a_line_that_holds_only_a_time_gives_the_time_of_the_turn_below_and_of_no_other() -> None:
    """How much later the others began is not known."""
    found = parse_transcript("Ana: One.\n00:05:00\nBen: Two.\nAna: Three.\nBen: Four.\n").turns
    assert [turn.start for turn in found] == [None, 300.0, None, None]


def test_voices_of_webvtt_are_turns_and_keep_the_time_of_each_cue() -> None:
    text = (
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ana Ruiz>We went\nthere,\n\n"
        "00:00:04.000 --> 00:00:06.000\n<v Ana Ruiz>and <i>then</i> home.\n\n"
        "00:00:07.000 --> 00:00:09.000\n<v Ben>You &amp; I?\n"
    )
    transcript = parse_transcript(text, "a.vtt")
    assert transcript.format == "webvtt"
    assert [(turn.speaker, turn.start, turn.end) for turn in transcript.turns] == [
        ("Ana Ruiz", 1.0, 6.0),
        ("Ben", 7.0, 9.0),
    ]
    first, second = transcript.turns
    assert " ".join(first.text.split()) == "We went there, and then home."
    assert second.text == "You & I?"
    home = first.place(first.text.index("home"))
    assert (home.line, home.time) == (8, 4.0)
    assert text.split("\n")[home.line - 1][home.column - 1 :].startswith("home")


def test_names_before_a_colon_in_webvtt_are_speakers() -> None:
    text = (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\nAna Ruiz: We went.\n\n"
        "2\n00:00:04.000 --> 00:00:06.000\nBen Cole: Where?\n\n3\n00:00:06.000 --> 00:00:09.000\nAna Ruiz: Home.\n"
    )
    assert turns(text) == [("Ana Ruiz", "We went."), ("Ben Cole", "Where?"), ("Ana Ruiz", "Home.")]


def test_the_format_is_told_by_what_a_file_holds_and_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "talk.json"
    path.write_text("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Hello\n")
    assert read_transcript(path).format == "webvtt"
    path.write_text("ANA: Hello\n")
    assert read_transcript(path).format == "text"


def test_the_digest_is_of_the_bytes_as_they_came(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    data = b"\xef\xbb\xbfANA: Hello\r\n"
    path.write_bytes(data)
    assert read_transcript(path).sha256 == hashlib.sha256(data).hexdigest()
    assert parse_transcript(data.decode()).sha256 == ""


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"ID3\x04\x00", "sound"),
        (b"\x00\x00\x00\x20ftypM4A ", "sound"),
        (b"%PDF-1.7\n%\xe2", "a PDF"),
        (b"PK\x03\x04\x14\x00", "packed"),
    ],
)
def test_a_file_that_holds_no_text_says_what_it_is_and_what_to_do(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(data)
    with pytest.raises(TranscriptError, match=what) as found:
        read_transcript(path)
    assert found.value.hint


def test_data_that_is_no_transcript_is_told_apart_from_speech(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text('{"results": []}')
    with pytest.raises(TranscriptError, match="no transcript that we know"):
        read_transcript(path)


def test_an_empty_transcript_is_an_error_and_a_missing_one_too(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n \n")
    for name in ("empty.txt", "missing.txt"):
        with pytest.raises(TranscriptError):
            read_transcript(tmp_path / name)


def test_every_real_transcript_names_its_speakers_and_keeps_its_places(shared: Path) -> None:
    data = shared / "data"
    files = [
        *data.glob("transcripts/*/*.md"),
        *data.glob("transcripts/*/*.vtt"),
        *data.glob("transcripts/whitehouse*/*"),
    ]
    files += [*data.glob("quote-pairs/full/*/transcript.*"), *data.glob("transcripts/formats/googlemeet*")]
    assert len(files) > 60
    for path in files:
        text = path.read_text("utf-8-sig")
        transcript = read_transcript(path)
        speakers = {turn.speaker for turn in transcript.turns} - {None}
        spoken = sum(len(turn.text.split()) for turn in transcript.turns if turn.speaker)
        assert not misplaced(transcript, text), path.name
        if "eekly Address" not in text:
            assert speakers, path.name
            assert spoken > 0.75 * len(text.split()) or path.suffix == ".vtt", path.name


@given(st.text(max_size=200))
def test_any_text_is_read_and_no_turn_is_empty(text: str) -> None:
    assume(not looks.json(text))
    assert all(turn.text.strip() for turn in parse_transcript(text).turns)


@given(
    st.lists(
        st.sampled_from(["Ana:", "BEN COLE:", "**Cy:**", "Q ", "we went", "00:01", "# x", "&amp;", ""]), max_size=12
    )
)
def test_every_character_of_a_turn_keeps_its_place(parts: list[str]) -> None:
    text = "\n".join(parts)
    assert not misplaced(parse_transcript(text), text)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<!DOCTYPE html>\n<html><p>Ana Ruiz: Yes.</p></html>", "a web page"),
        ('<?xml version="1.0"?><rss>Yes.</rss>', "XML"),
        ("{\\rtf1\\ansi Ana Ruiz: Yes.}", "a rich text document"),
        ('[\n  {"name": "Yes."}\n]', "JSON"),
        ("---\nsources:\n  ruiz: {name: Ana Ruiz}\n---\n> The pier is closed.\n", "these are notes"),
    ],
)
def test_another_kind_of_file_is_refused_whatever_it_is_called(tmp_path: Path, text: str, what: str) -> None:
    for name in ("talk.txt", "talk.vtt"):
        (tmp_path / name).write_text(text, "utf-8")
        with pytest.raises(TranscriptError) as raised:
            read_transcript(tmp_path / name)
        assert what in raised.value.message
        assert "expected" in raised.value.message
        assert len(raised.value.message) <= 100


def test_a_question_under_a_role_is_no_part_of_the_answer_before_it() -> None:
    text = "Ana Ruiz: It is closed.\n\nTom Abel: So it is.\n\nReporter: Since when?\n\nAna Ruiz: Remember: since May.\n"
    assert turns(text) == [
        ("Ana Ruiz", "It is closed."),
        ("Tom Abel", "So it is."),
        ("Reporter", "Since when?"),
        ("Ana Ruiz", "Remember: since May."),
    ]
