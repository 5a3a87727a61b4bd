"""A spoiled transcript gives its turns or an error that says where and what to do, and loses no word.

``AUTHORING_FULL=1`` spoils 500 real files besides our samples, else 90 of them.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from pathlib import Path

import pytest
from transcript_mutations import SPOILS, Spoil, Words, doubled_lines
from transcript_samples import TEXTS, TIMED

from authoring.errors import TranscriptError
from authoring.transcripts import Transcript, read_transcript

FULL = bool(os.environ.get("AUTHORING_FULL"))
SAMPLES = {**TEXTS, **TIMED}
_TAG = re.compile(r"</?[a-z][^<>]*>")


def words(transcript: Transcript) -> list[str]:
    """What was said, without tags and without what holds no letter, such as a time."""
    text = _TAG.sub("", " ".join(turn.text for turn in transcript.turns))
    return [word for word in text.split() if any(char.isalpha() for char in word)]


def check(path: Path, data: bytes, spoil: Spoil, keeps: Words, seed: int) -> str:
    """Spoil a file, read it, and say what was wrong; empty where nothing was."""
    if data[:1] in (b"{", b"[") and spoil is doubled_lines:
        keeps = Words.ANY  # what is left is no JSON, or a field that is given twice
    path.write_bytes(data)
    try:
        said = words(read_transcript(path))
    except TranscriptError:
        return ""  # a format that is not read, which other tests are about
    path.write_bytes(spoil(data, random.Random(seed)))
    try:
        read = read_transcript(path)
    except TranscriptError as error:
        if keeps is not Words.ANY:
            return f"refused: {error.message}"
        complete = error.message and error.hint and len(error.message) <= 100 and "expected" in error.message
        return "" if complete else f"an error without advice: {error.message!r}, {error.hint!r}"
    if not all(turn.text.strip() for turn in read.turns):
        return "an empty turn"
    found = words(read)
    if keeps is Words.SAME and found != said:
        return f"other words: {Counter(said) - Counter(found)} lost, {Counter(found) - Counter(said)} new"
    if keeps is Words.KEPT and set(said) - set(found):
        return f"lost words: {set(said) - set(found)}"
    return ""


@pytest.mark.parametrize(("spoil", "keeps"), SPOILS, ids=[spoil.__name__ for spoil, _ in SPOILS])
def test_a_spoiled_sample_is_read_or_refused_with_advice(tmp_path: Path, spoil: Spoil, keeps: Words) -> None:
    wrong = {
        name: problem
        for seed, (name, text) in enumerate(SAMPLES.items())
        if (problem := check(tmp_path / f"{name}.txt", text.encode(), spoil, keeps, seed))
    }
    assert not wrong


@pytest.mark.parametrize("number", range(500 if FULL else 90))
def test_a_spoiled_real_file_is_read_or_refused_with_advice(shared: Path, tmp_path: Path, number: int) -> None:
    real = sorted(path for path in (shared / "data" / "transcripts").glob("*/*") if path.is_file())
    spoil, keeps = SPOILS[number % len(SPOILS)]
    path = real[(number * 7 + number // len(SPOILS)) % len(real)]
    assert check(tmp_path / path.name, path.read_bytes(), spoil, keeps, number) == ""


def test_a_hundred_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    with pytest.raises(TranscriptError, match="more than 20 MB") as raised:
        read_transcript(path)
    assert raised.value.hint


@pytest.mark.parametrize(("data", "place"), [(b"Ana: We\nwent.\0\n", (2, 6)), (b"Ana: caf\xe9\n", (1, 9))])
def test_an_error_of_characters_names_their_place(tmp_path: Path, data: bytes, place: tuple[int, int]) -> None:
    path = tmp_path / "talk.txt"
    path.write_bytes(data)
    with pytest.raises(TranscriptError) as raised:
        read_transcript(path)
    assert (raised.value.line, raised.value.column) == place
