"""Where all voices are read, sentences end where Vale ends them."""

from __future__ import annotations

import pytest

from authoring.styles.vale_sentences import vale_sentence_places


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The boat left. It sank.", ["The boat left.", "It sank."]),
        ("Mr. Low of openSUSE.Asia left.", ["Mr. Low of openSUSE.Asia left."]),
        ("He met the U.S. Army at 5 a.m. on a pier.", ["He met the U.S. Army at 5 a.m. on a pier."]),
        ("“Gone?” she asked. “Yes.” They left.", ["“Gone?” she asked.", "“Yes.”", "They left."]),
        ("12.01.2016\n\nPORT SAID – It rained.", ["12.01.2016\n\nPORT SAID – It rained."]),
        ("Well... maybe. Well... Maybe.", ["Well... maybe.", "Well...", "Maybe."]),
        ("Low and B. Ames. No. 4 left.", ["Low and B. Ames.", "No. 4 left."]),
    ],
)
def test_sentences_end_where_vale_ends_them(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in vale_sentence_places(text)] == sentences
