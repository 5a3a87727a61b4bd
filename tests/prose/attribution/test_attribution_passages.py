"""Passages such as newspapers print, each with who speaks (``passages.md``): a wrong name anywhere fails.

A passage is followed by lines that begin with ``>``: some of its words, ``=``, and the words that name their speaker,
or “nobody”; after a second ``=`` stands the name that these stand for. A line with ¶ alone parts two paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from attribution_reading import answers, check

from authoring.prose import parse

FILE = Path(__file__).with_name("passages.md")


def passages() -> Iterator[tuple[str, list[list[str]]]]:
    """Each passage with its claims."""
    for part in FILE.read_text(encoding="utf-8").split("\n\n"):
        lines = part.strip().split("\n")
        if not lines[0].startswith("#"):
            claims = [line[2:].split(" = ") for line in lines if line.startswith("> ")]
            yield "\n".join(line for line in lines if not line.startswith("> ")).replace("\n¶\n", "\n\n"), claims


PASSAGES = list(passages())


def test_the_file_of_passages_is_read_whole() -> None:
    assert len(PASSAGES) > 300
    assert all(claims for _, claims in PASSAGES)
    assert sum(len(claims) for _, claims in PASSAGES) == FILE.read_text(encoding="utf-8").count("\n> ")


@pytest.mark.parametrize(("text", "claims"), PASSAGES, ids=[f"{text[:50]}…" for text, _ in PASSAGES])
def test_whoever_speaks_in_a_passage_is_named_and_nobody_else(text: str, claims: list[list[str]]) -> None:
    found = answers(text)
    check(parse(text, format="text"))
    for words, *names in claims:
        if not names:
            assert words == "nobody"
            assert found == ()
            continue
        start = text.index(words)
        end = start + len(words)
        told = [
            one.speaker
            for one in found
            if one.speaker and any(segment.start < end and start < segment.end for segment in one.segments)
        ]
        assert [one.text for one in told] == ([] if names[0] == "nobody" else [names[0]])
        if len(names) > 1:
            assert [one.name or "nobody" for one in told] == [names[1]]
