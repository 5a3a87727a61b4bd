"""Pairing of quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.prose import Quotation, Voice, parse
from authoring.text.quotations import pairs


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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("'We don't know,' she said. 'It's the dogs' dinner.'", ["We don't know,", "It's the dogs' dinner."]),
        ("‘No,’ said James’s mother, ‘it’s James’ coat.’", ["No,", "it’s James’ coat."]),
        ("'I told him, \"You're late,\"' said Low.", ['I told him, "You\'re late,"']),
        ("He said: 'The '90s were the kids' best years,' and left.", ["The '90s were the kids' best years,"]),
        ("«Oui», « non », said Low.", ["Oui", " non "]),
        ("„Ja“, said Low.", ["Ja"]),
        ("``It is,'' he said.", ["It is,"]),
    ],
)
def test_outer_marks_of_every_kind_are_paired_around_apostrophes(text: str, wanted: list[str]) -> None:
    assert [text[pair.inner : pair.stop] for pair in pairs(text) if not pair.depth] == wanted


PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "“We lost,” Low said. “Badly.”",
            '"We lost," Low said. "It\'s over."',
            "''We lost,'' Low said.",
            "‘We lost,’ Low said, ‘and it’s late.’",
            "'We lost,' Low said, 'and it's late.'",
            "“He told me ‘no’ twice,” she said.",
            "It rained on the '90s and a 6\" pipe.",
            "“We lost, and",
            "“and lost again,” she said.",
            "«We lost», Low said.",
            "The end.",
        ]
    ),
    min_size=1,
    max_size=8,
)
MARKS = "“”\"'‘’«»"


@given(PARAGRAPHS, st.data())
def test_a_mark_lost_or_added_in_one_paragraph_changes_no_other_but_the_next(
    paragraphs: list[str], data: st.DataObject
) -> None:
    where = data.draw(st.integers(0, len(paragraphs) - 1))
    words = paragraphs[where]
    places = [place for place, letter in enumerate(words) if letter in MARKS]
    if places and data.draw(st.sampled_from([0, 1])):
        place = data.draw(st.sampled_from(places))
        changed = words[:place] + words[place + 1 :]
    else:
        place = data.draw(st.integers(0, len(words)))
        changed = words[:place] + data.draw(st.sampled_from(MARKS)) + words[place:]
    before = quoted_by_paragraph(paragraphs)
    after = quoted_by_paragraph([*paragraphs[:where], changed, *paragraphs[where + 1 :]])
    for number in range(len(paragraphs)):
        if number not in {where, where + 1}:
            assert before[number] == after[number]


def quoted_by_paragraph(paragraphs: list[str]) -> list[list[str]]:
    """The quoted words of each paragraph, in order."""
    text = "\n\n".join(paragraphs)
    document = parse(text, format="text")
    found: list[list[str]] = [[] for _ in paragraphs]
    starts = [sum(len(words) + 2 for words in paragraphs[:number]) for number in range(len(paragraphs))]
    for block in document.blocks:
        for quotation in block.quotations:
            for inner in quotation.inner:
                number = max(index for index, start in enumerate(starts) if start <= inner.start)
                found[number].append(inner.of(text))
    return [sorted(words) for words in found]
