"""Parts of a note: its sentences, and some of its words."""

from __future__ import annotations

from authoring.drafting.filters import sentences, words
from authoring.trace.traced import Traced


def test_sentences_and_words_keep_their_places() -> None:
    """What is cut out of a note leads back to where it stands."""
    text = Traced.from_notes("It rained. Nobody came, at first.", 10)
    assert [str.__str__(each) for each in sentences(text)] == ["It rained.", "Nobody came, at first."]
    assert words(text, 3, 4) == "Nobody came"
    assert words(text, 3, 4).noted == (21, 32)
    assert words(text, 5) == "at first"
    assert words(text, 9) == ""
