"""A stage direction is no sentence: the attribution stands beside words, not beside “[laughs]” alone."""

from __future__ import annotations

import pytest

from authoring import draft
from authoring.notes import parse_notes

FRONT = """\
---
kind: interview
headline: The Pier
published: 2026-03-20
sources:
  ruiz:
    name: Ana Ruiz
---

## Lede
It rained.

"""


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("[laughs] We went. We came.", "“[laughs] We went,” Ana Ruiz said. “We came.”"),
        ("We went. [applause]", "“We went. [applause],” Ana Ruiz said."),
        ("We went. (laughs) [applause] We came.", "“We went,” Ana Ruiz said. “(laughs) [applause] We came.”"),
        ("... We went. We came.", "“... We went,” Ana Ruiz said. “We came.”"),
        ("[It] went. We came.", "“[It] went,” Ana Ruiz said. “We came.”"),
    ],
)
def test_the_attribution_follows_the_first_sentence_with_words(said: str, printed: str) -> None:
    notes = parse_notes(f"{FRONT}> {said}\n— ruiz | said | 00:00:01\n", "notes.md")
    assert printed in draft(notes).text
