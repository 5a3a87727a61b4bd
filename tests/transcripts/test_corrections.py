"""Corrections stand beside a transcript, which stays as it came; whatever reads it reads it with them."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.errors import TranscriptError
from authoring.transcripts import as_it_came, parse_transcript, read_transcript
from authoring.transcripts.correcting import put_right
from authoring.transcripts.corrections import Corrections, beside, read_corrections
from authoring.transcripts.recording import record
from authoring.wording import check_quote

TALK = """\
WEBVTT

00:00:01.000 --> 00:00:03.000
<v SPEAKER_00>Cove it came in the spring, and the cove

00:00:03.000 --> 00:00:06.000
<v SPEAKER_00>it ward was full. Miss Or Tay Ga said so.

00:00:07.000 --> 00:00:09.000
<v SPEAKER_01>Who said so?
"""
RIGHT = """\
[speakers]
"SPEAKER_00" = "Sarah Ortega"

[heard]
"cove it" = "COVID"
"Or Tay Ga" = "Ortega"
"""


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.vtt"
    path.write_text(TALK, "utf-8", newline="")
    return path


def corrections(talk: Path, text: str = RIGHT) -> Path:
    digest = sha256(talk.read_bytes()).hexdigest()
    beside(talk).write_text(f'sha256 = "{digest}"\n\n{text}', "utf-8", newline="")
    return beside(talk)


def test_speakers_and_misheard_words_are_read_as_corrected(talk: Path) -> None:
    corrections(talk)
    first, second = read_transcript(talk).turns
    assert (first.speaker, second.speaker) == ("Sarah Ortega", "SPEAKER_01")
    assert first.text == "COVID came in the spring, and the COVID ward was full. Miss Ortega said so."
    assert read_transcript(talk).remarks == ()
    assert talk.read_text("utf-8") == TALK


def test_every_place_after_a_correction_is_that_of_the_file(talk: Path) -> None:
    corrections(talk)
    turn = read_transcript(talk).turns[0]
    lines = TALK.split("\n")
    for word, time in (("came", 1.0), ("spring", 1.0), ("ward", 3.0), ("full", 3.0), ("said", 3.0)):
        place = turn.place(turn.text.index(word))
        assert lines[place.line - 1][place.column - 1 :].startswith(word)
        assert place.time == time


def test_a_corrected_stretch_has_the_place_of_its_beginning(talk: Path) -> None:
    corrections(talk)
    turn = read_transcript(talk).turns[0]
    begin = turn.text.rindex("COVID")
    places = {turn.place(begin + number)[1:] for number in range(len("COVID"))}
    assert places == {(4, 51, 1.0)}
    assert TALK.split("\n")[3][50:] == "cove"


def test_a_quote_is_held_against_the_corrected_words(talk: Path) -> None:
    corrections(talk)
    read = read_transcript(talk)
    assert check_quote("the COVID ward was full", read, "Sarah Ortega").status == "verbatim"
    assert check_quote("the cove it ward was full", read, "Sarah Ortega").status == "altered"
    assert check_quote("the cove it ward was full", as_it_came(talk)).status == "verbatim"


@pytest.mark.parametrize(
    ("was", "right", "text", "expected"),
    [
        ("there", "they’re", "There are. There it is, there.", "They’re are. They’re it is, they’re."),
        ("Will", "Bill", "Will will go. WILL", "Bill will go. WILL"),
        ("ortega", "Sarah Ortega", "Sarah Ortega and Ortega", "Sarah Ortega and Sarah Ortega"),
        ("covid", "COVID-19", "COVID-19 and Covid", "COVID-19 and COVID-19"),
        ("don't", "do not", "I don’t. don't", "I do not. do not"),
        ("cat", "dog", "concat cats cat", "concat cats dog"),
        ("a b", "c", "a b a  b a\nb ab", "c c c ab"),
        ("C++", "see plus", "C++ C++.", "see plus see plus."),
    ],
)
def test_misheard_words_are_whole_words_and_keep_the_capital_of_a_sentence(
    was: str, right: str, text: str, expected: str
) -> None:
    turns, unused = put_right(parse_transcript(text).turns, Corrections("", "", heard={was: right}))
    assert (turns[0].text, unused) == (expected, [])


def test_one_correction_is_never_made_of_what_another_one_made() -> None:
    right = Corrections("", "", heard={"a": "b", "b": "a", "a b": "x"})
    assert put_right(parse_transcript("a, b, a b").turns, right)[0][0].text == "b, a, x"


@given(
    st.text("ab \n", min_size=1, max_size=30), st.sampled_from(["a", "ab", "b a"]), st.sampled_from(["", "x", "xyz"])
)
def test_what_is_not_corrected_keeps_its_characters_and_their_places(text: str, was: str, right: str) -> None:
    for turn in parse_transcript(text).turns:
        (done,), _ = put_right([turn], Corrections("", "", heard={was: right}))
        lines = text.split("\n")
        for at, char in enumerate(done.text):
            place = done.place(at)
            if char in "ab":
                assert lines[place.line - 1][place.column - 1] == char


def test_a_changed_transcript_is_no_longer_read_with_its_corrections(talk: Path) -> None:
    path = corrections(talk)
    talk.write_text(TALK.replace("spring", "fall"), "utf-8")
    with pytest.raises(TranscriptError, match="has changed since") as caught:
        read_transcript(talk)
    assert str(caught.value).startswith(f"{path}:1:1: ")
    assert f"authoring transcript {talk} --keep-corrections" in str(caught.value)
    record(as_it_came(talk), {}, {}, keep=True)
    assert "fall" in read_transcript(talk).turns[0].text
    assert path.read_text("utf-8").partition("\n")[2] == f"\n{RIGHT}"


def test_corrections_that_match_nothing_are_told_with_their_place(talk: Path) -> None:
    path = corrections(talk, RIGHT.replace("SPEAKER_00", "SPEAKER_0").replace("cove it", "cover it"))
    assert list(read_transcript(talk).remarks) == [
        f"{path}:4:1: warning: nobody in the transcript is called so, did you mean “SPEAKER_00”?",
        f"{path}:7:1: warning: these words are nowhere in the transcript, expected words of it",
    ]


def test_corrections_without_a_digest_hold_and_say_so(talk: Path) -> None:
    beside(talk).write_text(RIGHT, "utf-8")
    read = read_transcript(talk)
    assert read.turns[0].speaker == "Sarah Ortega"
    assert len(read.remarks) == 1
    assert "do not say which transcript" in read.remarks[0]
    record(as_it_came(talk), {}, {}, keep=True)
    assert read_transcript(talk).remarks == ()
    assert beside(talk).read_text("utf-8").endswith(f"\n{RIGHT}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[speaker]\n", "1:2: there is no key “speaker” in corrections; did you mean “speakers”?"),
        ("heard = 3\n", "1:1: “heard” is 3, expected lines under [heard]"),
        ("[heard]\n\n'a' = ''\n", "3:1: no words stand after “=”, expected what is right"),
        ("[heard]\na = 3\n", "2:1: no words stand after “=”"),
        ("sha256 = 'abc'\n", "1:1: this is no SHA-256"),
        ("[heard\n", "1:7: this is not TOML"),
        ("[heard]\n'a' = 'b'\n'a' = 'c'\n", "3:10: this is not TOML"),
        ("[heard]\n'a' = '\\u001b[31m'\n'b' = \"\\u001b[31m\"\n", "3:1: no words stand after “=”"),
    ],
)
def test_faults_of_the_file_are_told_with_their_place(text: str, expected: str) -> None:
    with pytest.raises(TranscriptError) as caught:
        read_corrections(text, "talk.corrections.toml")
    assert str(caught.value).startswith(f"talk.corrections.toml:{expected}")


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(TranscriptError) as caught:
        read_corrections("sha256 = 1\n[heard]\na = ''\n[names]\n", "c.toml")
    assert [line.split(" ")[0] for line in str(caught.value).splitlines()] == [
        "c.toml:1:1:",
        "c.toml:3:1:",
        "c.toml:4:2:",
    ]


def test_a_file_is_made_and_added_to_and_what_stands_in_it_stays(talk: Path) -> None:
    assert record(as_it_came(talk), {"SPEAKER_00": "Sarah Ortega"}, {}) == 1
    made = beside(talk).read_text("utf-8")
    assert tomllib.loads(made)["sha256"] == sha256(TALK.encode()).hexdigest()
    edited = made.replace("[speakers]", "# who is who\n[speakers]  # two of them") + "\n# the end"
    beside(talk).write_text(edited.replace("\n", "\r\n"), "utf-8", newline="")
    assert record(as_it_came(talk), {"SPEAKER_01": 'Ed "Ned" O\'Neil'}, {"Or Tay Ga": "Ortega"}) == 2
    now = beside(talk).read_bytes().decode()
    assert now.count("\r\n") == now.count("\n")
    left = [line for line in now.splitlines() if "O'Neil" not in line and "Tay" not in line and "[heard]" not in line]
    assert [line for line in left if line] == [line for line in edited.splitlines() if line]
    assert read_transcript(talk).turns[1].speaker == 'Ed "Ned" O\'Neil'
    assert record(as_it_came(talk), {"SPEAKER_00": "Sarah Ortega"}, {}) == 0
    assert beside(talk).read_bytes().decode() == now


@pytest.mark.parametrize(
    ("speakers", "heard", "expected"),
    [
        ({"SPEAKER_0": "Ana"}, {}, "did you mean “SPEAKER_00”?"),
        ({"Bob": "Ana"}, {}, "there are: SPEAKER_00, SPEAKER_01"),
        ({}, {"cover it": "COVID"}, "nowhere in it"),
        ({"SPEAKER_00": "Sara Ortega"}, {}, "is “Sarah Ortega” here already"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_is_written(
    talk: Path, speakers: dict[str, str], heard: dict[str, str], expected: str
) -> None:
    path = corrections(talk)
    before = path.read_bytes()
    with pytest.raises(TranscriptError, match=r"(?s).*") as caught:
        record(as_it_came(talk), speakers, heard)
    assert expected in str(caught.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "text", ['speakers = { "SPEAKER_00" = "Sarah Ortega" }\n', 'speakers."SPEAKER_00" = "Sarah Ortega"\n[heard]\n']
)
def test_a_table_that_nothing_can_be_inserted_into_is_left_alone(talk: Path, text: str) -> None:
    path = corrections(talk, text)
    before = path.read_bytes()
    with pytest.raises(TranscriptError, match="by hand"):
        record(as_it_came(talk), {"SPEAKER_01": "Ana Ruiz"}, {})
    assert path.read_bytes() == before
