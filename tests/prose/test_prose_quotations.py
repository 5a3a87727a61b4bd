"""Pairing of quotation marks."""

from __future__ import annotations

import pytest

from authoring.prose import Quotation, Voice, parse
from authoring.prose.quotations import pairs


def quoted(text: str) -> list[tuple[str, int]]:
    return [(text[pair.inner : pair.stop], pair.depth) for pair in pairs(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We lost,” Low said. “Badly.”", [("We lost,", 0), ("Badly.", 0)]),
        ('"We lost," Low said. "Badly."', [("We lost,", 0), ("Badly.", 0)]),
        ("''We lost,'' Low said.", [("We lost,", 0)]),
        ("«We lost», Low said.", [("We lost", 0)]),
        ("‘We lost,’ Low said.", [("We lost,", 0)]),
        ("“He told me ‘no’ twice,” she said.", [("He told me ‘no’ twice,", 0), ("no", 1)]),
        ("‘He told me “no” twice,’ she said.", [("He told me “no” twice,", 0), ("no", 1)]),
        ("''He told me 'no,''' she said.", [("He told me 'no,", 0)]),
        ("‘The workers’ union lost,’ he said.", [("The workers’ union lost,", 0)]),
        ('(“We lost,” he said.) He called it "rash".', [("We lost,", 0), ("rash", 0)]),
        ('“We lost," he said.', [("We lost,", 0)]),
        ("In the ’90s and ‘80s, ‘til then, rock 'n' roll was the kids' music.", []),
        ("It’s the dogs’ dinner, isn’t it?", []),
        ('He is 5\'10" tall and the pipe is 6" wide.', []),
        ('"It is 6" wide," she said.', [('It is 6" wide,', 0)]),
        ('"I was born in 1990" was all.', [("I was born in 1990", 0)]),
    ],
)
def test_marks_are_paired(text: str, wanted: list[tuple[str, int]]) -> None:
    assert quoted(text) == wanted


def test_an_unclosed_mark_ends_at_the_next_opening_one_and_spoils_nothing() -> None:
    first, second = pairs("“We lost, she said. “We knew.” He left.")
    assert not first.closed
    assert second.closed
    assert second.depth == 0


def quotations(text: str) -> list[Quotation]:
    return list(parse(text).quotations)


def test_a_quotation_over_paragraphs_is_one_with_a_segment_each() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” she said. “Four.”\n"
    document = parse(text)
    first, second = document.quotations
    assert first.text == "One.\nTwo.\nThree,"
    assert [inner.of(text) for inner in first.inner] == ["One.", "Two.", "Three,"]
    assert first.closed
    assert second.text == "Four."
    assert [len(block.quotations) for block in document.blocks] == [1, 0, 1]
    assert document.voice_at(text.index("Two")) is Voice.SPEECH


def test_pairing_starts_afresh_at_every_paragraph() -> None:
    first, second = quotations("“We lost, she said.\n\nHe left. “No,” she said.\n")
    assert (first.closed, second.text) == (False, "No,")


def test_a_heading_ends_a_quotation_that_was_left_open() -> None:
    first, _ = quotations("“We lost.\n\n## Next\n\n“No,” she said.\n")
    assert not first.closed
