"""One recording, written in every format, comes back with all its words in order, with their speakers and times."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.transcripts import Transcript, parse_transcript


def _generator() -> ModuleType:
    path = Path(__file__).parents[2] / "benchmarks" / "transcripts_speed.py"
    spec = importlib.util.spec_from_file_location("benchmark_transcripts", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MADE = _generator()
SPEAKERS: tuple[str, ...] = MADE.SPEAKERS
LABELS = {
    "whisper": {},
    "webvtt, rolling": {},
    "deepgram": {who: str(number) for number, who in enumerate(SPEAKERS)},
    "assemblyai": {who: who[0] for who in SPEAKERS},
    "text": {who: who.upper() for who in SPEAKERS},
}
"""The labels of formats that have others than names, or none."""
BY_WORD = {"whisper", "whisperx", "aws-transcribe", "deepgram", "assemblyai", "webvtt, rolling"}
"""Formats that tell when each word was said."""


def words_of(transcript: Transcript) -> list[tuple[str, str | None, float | None]]:
    found = []
    for turn in transcript.turns:
        at = 0
        for word in turn.text.split():
            at = turn.text.index(word, at)
            found.append((word, turn.speaker, turn.place(at).time))
            at += len(word)
    return found


@pytest.mark.parametrize("name", MADE.FILES)
@given(words=st.integers(60, 200), seed=st.integers(0, 1000), indent=st.sampled_from([None, 2]))
def test_every_word_comes_back_with_its_speaker_and_its_time(
    name: str, words: int, seed: int, indent: int | None
) -> None:
    told = MADE.Recording(words, seed)
    data = MADE.FILES[name](told)
    text = data if isinstance(data, str) else json.dumps(data, indent=indent)
    found = words_of(parse_transcript(text))
    expected = [
        (word, LABELS.get(name, dict(zip(SPEAKERS, SPEAKERS, strict=True))).get(who), at if name in BY_WORD else begin)
        for who, _, begin, _, timed in told.each()
        for word, at, _ in timed
    ]
    assert [(word, who) for word, who, _ in found] == [(word, who) for word, who, _ in expected]
    if name != "text":
        assert [time for _, _, time in found] == pytest.approx([time for _, _, time in expected], abs=0.0011)
