"""JSON of services and programs is read with its own speakers and times, and every word of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.transcripts import Transcript, parse_transcript, read_transcript
from authoring.transcripts.times import spoken_at


def read(data: Any, indent: int | None = None) -> Transcript:
    return parse_transcript(json.dumps(data, indent=indent), "talk.json")


def turns(data: Any) -> list[tuple[str | None, float | None, float | None, str]]:
    return [(turn.speaker, turn.start, turn.end, turn.text) for turn in read(data).turns]


def spoken(transcript: Transcript) -> list[str]:
    return " ".join(turn.text for turn in transcript.turns).split()


WHISPER = {
    "text": " We shut the pier. In May.",
    "segments": [
        {
            "id": 0,
            "seek": 0,
            "start": 0.0,
            "end": 2.5,
            "text": " We shut the pier.",
            "tokens": [1, 2],
            "temperature": 0.0,
        },
        {"id": 1, "seek": 0, "start": 2.5, "end": 4.0, "text": " In May.", "tokens": [3]},
    ],
    "language": "en",
}


def test_whisper_names_nobody_and_its_segments_are_one_turn() -> None:
    assert read(WHISPER).format == "whisper"
    assert turns(WHISPER) == [(None, 0.0, 4.0, "We shut the pier. In May.")]


def test_a_pause_after_a_sentence_begins_a_paragraph_and_one_within_a_sentence_does_not() -> None:
    segments = [
        {"start": 0.0, "end": 1.0, "text": " We shut"},
        {"start": 4.0, "end": 5.0, "text": " the pier."},
        {"start": 8.0, "end": 9.0, "text": " In May."},
    ]
    assert turns({"segments": segments})[0][3] == "We shut the pier.\n\nIn May."


def test_words_of_whisper_give_a_quote_the_time_of_its_first_word() -> None:
    words = [
        {"word": " We", "start": 0.5, "end": 0.7, "probability": 0.9},
        {"word": " shut", "start": 7.25, "end": 7.5, "probability": 0.9},
        {"word": " it.", "start": 7.5, "end": 8.0, "probability": 0.9},
    ]
    [turn] = read({"segments": [{"start": 0.0, "end": 8.0, "text": " We shut it.", "words": words}]}).turns
    assert turn.place(turn.text.index("shut")).time == 7.25
    assert turn.place(turn.text.index("it") + 1).time == 7.5


def test_words_that_do_not_agree_with_their_segment_lose_nothing_of_it() -> None:
    words = [{"word": "We", "start": 0.5, "end": 0.7}, {"word": "closed", "start": 1.0, "end": 1.5}]
    [turn] = read({"segments": [{"start": 0.0, "end": 8.0, "text": "We shut it.", "words": words}]}).turns
    assert turn.text == "We shut it."
    assert turn.place(turn.text.index("shut")).time == 0.5


def test_words_keep_their_places_beside_escapes() -> None:
    text = json.dumps({"segments": [{"text": " It\u2019s \U0001f30a “closed” in\nMay.", "start": 1.0}]})
    assert "\\u2019" in text
    [turn] = parse_transcript(text).turns
    assert turn.text == "It\u2019s \U0001f30a “closed” in\nMay."
    for word in ("It", "s ", "closed", "in", "May"):
        assert text[turn.place(turn.text.index(word)).column - 1 :].startswith(word)
    assert text[turn.place(turn.text.index("\u2019")).column - 1 :].startswith("\\u2019")


def test_speakers_of_whisperx_are_told_word_by_word_where_it_does() -> None:
    segments = [
        {
            "start": 0.0,
            "end": 3.0,
            "text": " We shut it. Why in 2014?",
            "words": [
                {"word": "We", "start": 0.0, "end": 0.2, "score": 0.9, "speaker": "SPEAKER_00"},
                {"word": "shut", "start": 0.3, "end": 0.5, "score": 0.9, "speaker": "SPEAKER_00"},
                {"word": "it.", "start": 0.6, "end": 0.9, "score": 0.9, "speaker": "SPEAKER_00"},
                {"word": "Why", "start": 1.0, "end": 1.2, "score": 0.9, "speaker": "SPEAKER_01"},
                {"word": "in", "start": 1.3, "end": 1.5, "score": 0.9, "speaker": "SPEAKER_01"},
                {"word": "2014?"},
            ],
            "speaker": "SPEAKER_01",
        },
        {"start": 5.0, "end": 6.0, "text": "Nobody knows whose.", "words": []},
    ]
    data = {"segments": segments, "word_segments": [], "language": "en"}
    assert read(data).format == "whisperx"
    assert turns(data) == [
        ("SPEAKER_00", 0.0, 0.9, "We shut it."),
        ("SPEAKER_01", 1.0, 3.0, "Why in 2014?"),
        (None, 5.0, 6.0, "Nobody knows whose."),
    ]


def test_segments_without_what_is_around_them_and_chunks_of_transformers_are_read() -> None:
    assert turns([{"start": 1, "end": 2, "text": "We shut it."}]) == [(None, 1.0, 2.0, "We shut it.")]
    chunks = [{"timestamp": [0.0, 2.5], "text": " We shut"}, {"timestamp": [2.5, None], "text": " it."}]
    assert turns({"text": " We shut it.", "chunks": chunks}) == [(None, 0.0, 2.5, "We shut it.")]
    assert turns({"text": "We shut it."}) == [(None, None, None, "We shut it.")]


def test_whisper_cpp_counts_in_milliseconds_and_its_question_mark_is_nobody() -> None:
    def segment(begin: int, end: int, text: str, speaker: str) -> dict[str, Any]:
        return {"timestamps": {}, "offsets": {"from": begin, "to": end}, "text": text, "speaker": speaker}

    data = {
        "systeminfo": "x",
        "result": {"language": "en"},
        "transcription": [segment(0, 1500, " We shut it.", "0"), segment(1500, 2000, " Why?", "?")],
    }
    assert read(data).format == "whisper-cpp"
    assert turns(data) == [("0", 0.0, 1.5, "We shut it."), (None, 1.5, 2.0, "Why?")]


def item(content: str, start: str = "", end: str = "", **more: str) -> dict[str, Any]:
    kind = {"type": "pronunciation", "start_time": start, "end_time": end} if start else {"type": "punctuation"}
    return {**kind, "alternatives": [{"confidence": "0.9", "content": content}], **more}


def test_punctuation_of_amazon_transcribe_stands_at_its_word_and_an_empty_label_is_nobody() -> None:
    items = [
        item("We", "0.5", "0.7"),
        item("closed", "0.8", "1.0"),
        item(",", speaker_label="spk_0"),
        item("Why", "2.0", "2.2"),
        item("?"),
        item("Hm", "3.0", "3.2"),
    ]
    segments = [
        {"speaker_label": "spk_0", "items": [{"start_time": at, "speaker_label": "spk_0"} for at in ("0.5", "0.8")]},
        {"speaker_label": "spk_1", "items": [{"start_time": "2.0", "speaker_label": "spk_1"}]},
        {"speaker_label": "", "items": [{"start_time": "3.0", "speaker_label": ""}]},
    ]
    results = {
        "transcripts": [{"transcript": "We closed, Why? Hm"}],
        "speaker_labels": {"speakers": 2, "segments": segments},
        "items": items,
    }
    data = {"jobName": "pier", "results": results, "status": "COMPLETED"}
    assert read(data).format == "aws-transcribe"
    assert turns(data) == [
        ("spk_0", 0.5, 1.0, "We closed,"),
        ("spk_1", 2.0, 2.2, "Why?"),
        (None, 3.0, 3.2, "Hm"),
    ]


def test_items_of_amazon_transcribe_may_name_their_speakers_themselves() -> None:
    items = [
        item("We", "0.5", "0.7", speaker_label="spk_0"),
        item(".", speaker_label="spk_0"),
        item("Why", "2.0", "2.2", speaker_label="spk_1"),
    ]
    audio_segments = [{"id": 0, "transcript": "We.", "start_time": "0.5", "end_time": "0.7", "items": [0, 1]}]
    results = {"transcripts": [{"transcript": "We. Why"}], "items": items, "audio_segments": audio_segments}
    assert turns({"results": results}) == [("spk_0", 0.5, 0.7, "We."), ("spk_1", 2.0, 2.2, "Why")]


def test_channels_of_amazon_transcribe_come_in_the_order_of_their_times() -> None:
    first = [item("Hello", "1.0", "1.2"), item("."), item("Yes", "5.0", "5.2"), item(".")]
    second = [item("Hi", "2.0", "2.2"), item(".")]
    channels = [{"channel_label": "ch_0", "items": first}, {"channel_label": "ch_1", "items": second}]
    labels = {"channels": channels, "number_of_channels": 2}
    results = {"transcripts": [{"transcript": "Hello. Yes. Hi."}], "channel_labels": labels, "items": first + second}
    assert turns({"results": results}) == [
        ("ch_0", 1.0, 1.2, "Hello."),
        ("ch_1", 2.0, 2.2, "Hi."),
        ("ch_0", 5.0, 5.2, "Yes."),
    ]


def heard(word: str, start: float, **more: Any) -> dict[str, Any]:
    return {"word": word.strip(".,?").lower(), "punctuated_word": word, "start": start, "end": start + 0.4, **more}


def test_words_of_deepgram_name_speakers_by_their_number() -> None:
    words = [heard("We", 0.5, speaker=0), heard("closed.", 1.0, speaker=0), heard("Why?", 2.0, speaker=1)]
    channels = [{"alternatives": [{"transcript": "We closed. Why?", "confidence": 0.9, "words": words}]}]
    data = {"metadata": {}, "results": {"channels": channels}}
    assert read(data).format == "deepgram"
    assert turns(data) == [("0", 0.5, 1.4, "We closed."), ("1", 2.0, 2.4, "Why?")]


def test_deepgram_without_speakers_has_none() -> None:
    words = [heard("We", 0.5), heard("closed.", 1.0)]
    channels = [{"alternatives": [{"transcript": "We closed.", "words": words}]}]
    utterance = {"start": 0.5, "end": 1.4, "channel": 0, "transcript": "We closed.", "words": words}
    for results in ({"channels": channels}, {"channels": channels, "utterances": [utterance]}):
        assert turns({"results": results}) == [(None, 0.5, 1.4, "We closed.")]
    assert turns({"results": {"channels": [{"alternatives": [{"transcript": "We closed."}]}]}})[0][3] == "We closed."


def test_speakers_of_several_channels_of_deepgram_are_not_made_one_by_their_numbers() -> None:
    first = {"alternatives": [{"transcript": "Hello. Yes.", "words": [heard("Hello.", 1.0), heard("Yes.", 5.0)]}]}
    second = {"alternatives": [{"transcript": "Hi.", "words": [heard("Hi.", 2.0, speaker=0)]}]}
    assert [(speaker, text) for speaker, _, _, text in turns({"results": {"channels": [first, second]}})] == [
        ("channel 0", "Hello."),
        ("channel 1, speaker 0", "Hi."),
        ("channel 0", "Yes."),
    ]


def test_assemblyai_counts_in_milliseconds_and_has_letters_for_speakers() -> None:
    words = [
        {"text": "We", "start": 500, "end": 700, "speaker": "A"},
        {"text": "closed.", "start": 800, "end": 1000, "speaker": "A"},
        {"text": "Why?", "start": 2000, "end": 2200, "speaker": "B"},
    ]
    utterances = [
        {"speaker": "A", "text": "We closed.", "start": 500, "end": 1000, "words": words[:2]},
        {"speaker": "B", "text": "Why?", "start": 2000, "end": 2200, "words": words[2:]},
    ]
    told = [("A", 0.5, 1.0, "We closed."), ("B", 2.0, 2.2, "Why?")]
    data = {"id": "x", "audio_url": "x", "text": "We closed. Why?", "words": words, "utterances": utterances}
    assert read(data).format == "assemblyai"
    assert turns(data) == told
    assert turns({**data, "utterances": None}) == told


def test_elements_of_rev_ai_carry_their_own_spaces() -> None:
    elements = [
        {"type": "text", "value": "We", "ts": 0.5, "end_ts": 0.7, "confidence": 1.0},
        {"type": "punct", "value": " "},
        {"type": "text", "value": "closed", "ts": 0.8, "end_ts": 1.0, "confidence": 1.0},
        {"type": "punct", "value": "."},
    ]
    data = {"monologues": [{"speaker": 0, "elements": elements}]}
    assert read(data).format == "rev-ai"
    assert turns(data) == [("0", 0.5, 1.0, "We closed.")]


def test_segments_of_podcasts_are_read_with_their_speakers() -> None:
    segments = [
        {"speaker": "Ida Kessler", "startTime": 0.5, "endTime": 0.75, "body": "We"},
        {"speaker": "Ida Kessler", "startTime": 1, "endTime": 1.25, "body": "closed."},
        {"startTime": 2, "endTime": 3, "body": "Why?"},
    ]
    data = {"version": "1.0.0", "segments": segments}
    assert read(data).format == "podcast-json"
    assert turns(data) == [("Ida Kessler", 0.5, 1.25, "We closed."), (None, 2.0, 3.0, "Why?")]


@pytest.mark.parametrize(
    ("name", "format_", "speakers"),
    [
        ("assemblyai_utterances.json", "assemblyai", ["A"]),
        ("aws_transcribe.trimmed.json", "aws-transcribe", ["spk_0", "spk_1"]),
        ("deepgram_speakers.trimmed.json", "deepgram", ["0", "1"]),
        ("deepgram_transcription.json", "deepgram", []),
        ("deepgram_utterances.json", "deepgram", []),
        ("whisper_timestamped.json", "whisper", []),
        ("../podcast-namespace-examples/example.json", "podcast-json", ["Darth Vader", "Luke"]),
    ],
)
def test_real_files_give_all_their_words_and_speakers(
    shared: Path, name: str, format_: str, speakers: list[str]
) -> None:
    path = shared / "data/transcripts/formats" / name
    transcript = read_transcript(path)
    data = json.loads(path.read_text("utf-8-sig"))
    assert transcript.format == format_
    assert sorted({turn.speaker for turn in transcript.turns if turn.speaker}) == speakers
    if "text" in data:
        told = data["text"]
    elif "segments" in data:
        told = " ".join(segment["body"] for segment in data["segments"])
    else:
        results = data["results"]
        told = (results.get("transcripts") or results["channels"][0]["alternatives"])[0]["transcript"]
    assert spoken(transcript) == told.split()
    lines = path.read_text("utf-8-sig").split("\n")
    for turn in transcript.turns:
        for place in turn.places[:50]:
            word = turn.text[place.at :].split()[0].strip(".,?").casefold()
            assert word in " ".join(lines[place.line - 1 : place.line + 10]).casefold()


_WORD = st.text("abcXYZ'é\"\\\n:&<", min_size=1, max_size=8).filter(
    lambda word: word.strip() == word and word.split() == [word]
)
_SEGMENTS = st.lists(st.tuples(st.sampled_from([None, "A", "B"]), st.lists(_WORD, min_size=1, max_size=5)), min_size=1)


@given(_SEGMENTS, st.sampled_from([None, 1, 4]))
def test_any_segments_come_back_with_all_words_in_order_with_speaker_and_times(
    segments: list[tuple[str | None, list[str]]], indent: int | None
) -> None:
    time = 0.0
    listed: list[dict[str, Any]] = []
    expected: list[tuple[str, str | None, float]] = []
    for speaker, said in segments:
        words = []
        for word in said:
            words.append({"text": word, "start": time, "end": time + 0.5, "speaker": speaker})
            expected.append((word, speaker, time))
            time += 0.75
        begin = words[0]["start"]
        listed.append({"text": " ".join(said), "start": begin, "end": time, "speaker": speaker, "words": words})
    transcript = read({"segments": listed}, indent)
    assert spoken(transcript) == [word for word, _, _ in expected]
    found = []
    for turn in transcript.turns:
        at = 0
        for word in turn.text.split():
            at = turn.text.index(word, at)
            found.append((word, turn.speaker, turn.place(at).time))
            at += len(word)
    assert found == expected


def test_what_is_spoken_at_a_time_is_the_first_word_of_that_second_or_the_last_before() -> None:
    words = [{"text": f"w{number}", "start": at, "end": at + 0.1} for number, at in enumerate([0.5, 7.2, 7.9, 9.0])]
    data = {"segments": [{"text": "w0 w1 w2 w3", "start": 0.5, "end": 10, "words": words}]}
    transcript = read(data, 1)
    lines = json.dumps(data, indent=1).split("\n")
    for clock, word in (("00:07", "w1"), ("00:00:08", "w2"), ("00:09", "w3"), ("01:00:00", "w3"), ("00:03", "w0")):
        place = spoken_at(transcript, clock)
        assert place is not None
        assert word in lines[place.line]
    assert spoken_at(transcript, "noon") is None
