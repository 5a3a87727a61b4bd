"""What holds of the quote check for any words, and on real quotations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from authoring.transcripts import Transcript, parse_transcript
from authoring.wording import QuoteCheck, check_quote


@pytest.mark.parametrize(
    "said",
    [
        "no " * 5000,
        "so we go " * 3000,
        "1" * 9000,
        "million " * 4000,
        "'s" * 9000,
        "a -- " * 4000,
        "(" * 9000,
        "[a](" * 4000,
    ],
)
def test_a_text_that_repeats_itself_is_read(said: str) -> None:
    assert isinstance(check_quote(f"{said[:300]} zebra", said), QuoteCheck)


def test_every_real_pair_is_judged_right_against_its_passage_and_the_whole_transcript(shared: Path) -> None:
    data = shared / "data" / "quote-pairs"
    judged = right = 0
    for line in (data / "pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        if pair["expected"] == "arguable":
            continue
        texts = [pair["transcript_passage"]]
        texts += [path.read_text("utf-8") for path in data.glob(f"full/{pair['id']}-*/transcript.*")]
        for text in texts:
            for speaker in {None, pair["speaker"] or None}:
                found = check_quote(pair["quote"], text, speaker)
                assert found.passes == (pair["expected"] == "pass"), (pair["id"], found)
                judged += 1
                right += found.status == pair["status"]
    assert judged > 300
    assert right >= 0.95 * judged


WORDS = st.sampled_from(
    "we may lose the boats and it is not five million in May Ana don't um very you know - -- , . it's".split()
)
SPEECH = st.lists(WORDS, min_size=3, max_size=40).map(" ".join)


@given(SPEECH, st.data())
def test_any_exact_stretch_of_a_turn_is_verbatim(speech: str, data: st.DataObject) -> None:
    words = speech.split()
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    quote = " ".join(words[first : last + 1])
    assume(any(char.isalnum() for char in quote))
    talk = Transcript("", parse_transcript(f"ANA: {speech}").turns)
    assert check_quote(quote, talk, "Ana").status == "verbatim"


@given(SPEECH, st.data())
def test_a_word_that_was_never_said_never_passes(speech: str, data: st.DataObject) -> None:
    words = speech.split()
    at = data.draw(st.integers(0, len(words)))
    word = data.draw(st.sampled_from(["never", "seven", "zebra", "Cole", "unless"]))
    assert not check_quote(" ".join([*words[:at], word, *words[at:]]), speech).passes


@given(st.lists(WORDS.filter(str.isalpha), min_size=4, max_size=20, unique=True).map(" ".join), st.data())
def test_putting_in_not_never_passes(speech: str, data: st.DataObject) -> None:
    words = [word for word in speech.split() if word not in ("not", "um")]
    assume(len(words) > 2)
    at = data.draw(st.integers(1, len(words)))
    quote = " ".join([*words[:at], "not", *words[at:]])
    assert not check_quote(quote, " ".join(words)).passes


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_quote_against_any_text_gets_a_status(quote: str, said: str) -> None:
    found = check_quote(quote, said)
    assert found.passes == (found.status in ("verbatim", "marked", "tidied"))
    assert found.passes == (not found.reason)
