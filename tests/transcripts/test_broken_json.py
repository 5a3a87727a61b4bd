"""JSON that is broken, or is no transcript, is an error that names the place and what to do; never a traceback."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.errors import TranscriptError
from authoring.transcripts import parse_transcript

WORDS = [{"text": "We", "start": 0.5, "end": 0.7}, {"text": "closed.", "start": 0.8, "end": 1.0}]
WHOLE = {"segments": [{"start": 0.5, "end": 1.0, "text": "We closed.", "speaker": "A", "words": WORDS}]}
TEXT = json.dumps(WHOLE, indent=1)


def error(text: str) -> TranscriptError:
    with pytest.raises(TranscriptError) as found:
        parse_transcript(text, "talk.json")
    assert found.value.hint
    assert len(found.value.message) <= 100
    assert 1 <= found.value.line <= text.count("\n") + 1
    return found.value


@given(st.integers(20, len(TEXT) - 1))
def test_a_file_that_is_cut_off_anywhere_says_where(length: int) -> None:
    found = error(TEXT[:length])
    assert "breaks off here" in found.message
    assert found.line == TEXT[:length].rstrip().count("\n") + 1


def test_a_comma_too_many_is_an_error_at_its_place() -> None:
    found = error('{"segments": [\n  {"text": "We closed."},\n]}')
    assert (found.line, found.column, found.message) == (3, 1, "this is not JSON, expected it here")


def test_what_stands_after_the_end_is_an_error() -> None:
    assert error('{"text": "We closed."}\n{"text": "In May."}').line == 2


def test_a_key_that_stands_twice_is_an_error_where_words_would_be_lost() -> None:
    assert "“segments” stands here twice" in error('{"segments": [],\n"segments": []}').message
    found = error('{"segments": [{"text": "We", "words": [\n{"text": "We", "text": "They"}]}]}')
    assert (found.line, found.message) == (2, "“text” stands here twice, expected it once")


def test_json_that_is_no_transcript_says_so() -> None:
    for text in ("{}", '{"name": "x"}', '[{"name": 1}]', '{"results": {}}'):
        assert "no transcript that we know" in error(text).message


def test_json_that_goes_too_deep_is_an_error() -> None:
    for text in ('{"segments": ' + "[" * 100_000, '{"segments": ' + '[{"words": ' * 20 + "[" * 2000):
        error(text)


def test_numbers_that_are_none_are_times_that_are_not_known() -> None:
    for number in ("NaN", "-Infinity", "null", "1e999", "-3", '""'):
        text = f'{{"segments": [{{"text": "We closed.", "start": {number}}}]}}'
        [turn] = parse_transcript(text).turns
        assert (turn.start, turn.text) == (None, "We closed.")
    error('{"segments": [{"text": "We closed.", "start": ' + "9" * 10_000 + "}]}")


@pytest.mark.parametrize(
    ("where", "value", "message"),
    [
        ("segments", 3, "“segments” here is a number, expected a list"),
        ("segments", {"text": "x"}, "“segments” here is an object, expected a list"),
        ("segments.0", "We closed.", "what stands here is text, expected an object"),
        ("segments.0.text", 3, "“text” here is a number, expected words"),
        ("segments.0.text", ["We"], "“text” here is a list, expected words"),
        ("segments.0.start", "noon", "“start” here is text, expected seconds"),
        ("segments.0.start", True, "“start” here is true or false, expected seconds"),
        ("segments.0.speaker", {"name": "A"}, "“speaker” here is an object, expected a speaker's name or number"),
        ("segments.0.words", "We", "“words” here is text, expected a list"),
        ("segments.0.words.1", 7, "what stands here is a number, expected an object"),
        ("segments.0.words.1.text", False, "“text” here is true or false, expected words"),
    ],
)
def test_a_value_of_another_kind_is_an_error_at_its_line(where: str, value: Any, message: str) -> None:
    data = json.loads(TEXT)
    inner: Any = data
    *way, last = [int(key) if key.isdigit() else key for key in where.split(".")]
    for key in way:
        inner = inner[key]
    inner[last] = value
    assert error(json.dumps(data, indent=1)).message == message


_KEYS = st.sampled_from(
    "segments words text word start end speaker timestamp chunks transcription offsets from to utterances monologues "
    "elements value ts results channels alternatives transcript transcripts items audio_segments speaker_labels type "
    "channel_labels channel_label content body startTime start_time media-time channel punctuated_word".split()
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(_KEYS, _JSON, min_size=1, max_size=4))
def test_any_json_is_read_or_is_an_error(data: dict[str, Any]) -> None:
    try:
        transcript = parse_transcript(json.dumps(data))
    except TranscriptError as problem:
        assert problem.hint
    else:
        assert all(turn.text.strip() for turn in transcript.turns)
