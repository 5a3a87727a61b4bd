"""Which quotations count as attributed, and which are pointed at."""

from __future__ import annotations

import pytest

from authoring.prose import parse
from authoring.prose.attribution.cue_words import cue_words
from authoring.prose.calendar import weekday_dates
from authoring.rules.attribution.unattributed_quote import check


def _hits(text: str) -> list[str]:
    return [hit.span.of(text) for hit in check(parse(text))]


@pytest.mark.parametrize(
    "text",
    [
        "“The pier is gone and nobody cares,” Ruiz said.",
        "“The pier is gone and nobody cares,” said Ana Ruiz, the harbour master.",
        "Ruiz said, “The pier is gone and nobody cares.”",
        "Ruiz: “The pier is gone and nobody cares.”",
        "Ruiz was blunt: “The pier is gone and nobody cares.”",
        "According to Ruiz, the winter was long. “The pier is gone and nobody cares.”",
        "“The pier is gone and nobody cares,” Ruiz fumed.",
        "“Is the pier gone and does nobody care?” Ruiz fumed.",
        "“The pier is gone,” Ruiz said. She looked up. “And nobody cares about any of it.”",
        "Ruiz issued a statement about the pier. “The pier is gone and nobody cares.”",
        "“The pier is gone and nobody cares.” — Ana Ruiz",
        "“The pier is gone and nobody cares.”\n\nAna Ruiz, harbour master",
        "Ruiz said the pier is gone.\n\n“And nobody cares about any of it at all.”",
        "“The pier is gone and nobody cares.”\n\nThe town lies by the sea.",
        "The plan was called “the longest bench in the whole of the north”.",
        "# “The pier is gone and nobody cares.”\n\nThe town lies by the sea.",
        "- “The pier is gone and nobody cares.”",
        "> “The pier is gone and nobody cares.”",
        "Ruiz is calm about it all.\n\nHer view of it:\n\n“The pier is gone and nobody cares.”",
        "Ruiz is calm. “The pier is gone.” “Nobody cares about it,” she said.",
        "“What is a pier for?” Ruiz loudly asked the council. “They are for boats.”",
        "“What if it goes? What if nobody cares?” These were questions nobody put.",
        "The council met. “The pier is gone,” Ruiz said. The town slept. “Nobody cares about it at all.”",
        "The mayor issued the following statement. It was short. The pier is old. “Nobody cares about it at all.”",
        "Ruiz said: “The pier is gone.\n\n“It is gone.” The town slept. “Nobody cares about it at all.”",
        "It rains on the pier. “The boats are gone,” she points out. “Nobody cares about it at all.”",
    ],
)
def test_a_quotation_that_has_its_speaker_or_needs_none_is_left_alone(text: str) -> None:
    assert _hits(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz was calm. “The pier is gone and nobody cares.”",
        "Ruiz was calm. “We lost.”",
        "When asked about the pier, Ruiz leaned back. “The pier is gone and nobody cares.”",
        "Ruiz was asked about the pier. “The pier is gone and nobody cares.”",
        "Ruiz looked at the report on her desk. “The pier is gone and nobody cares.”",
        "Ruiz touched on the state of the pier. “The pier is gone and nobody cares.” She got up.",
        "Ruiz, 54, has run the harbour since 2001.\n\n“The pier is gone and nobody cares.”",
        "# The pier\n\nBy Noor Haddad\n\nRuiz has run the harbour for years.\n\n“The pier is gone and nobody cares.”",
        "Ruiz said the boats were late. The sun rose over the town. “The pier is gone and nobody cares.”",
        "Ruiz was pleased with the vote. “The pier is gone and nobody cares.” She says that the town slept.",
        "Ruiz was calm. “The pier is gone and nobody cares.” The town slept. The mayor told the press it was false.",
        "The pier is “old” and dear. Ruiz was calm. “It is gone and nobody cares.” “Nor do I care.”",
        "Ruiz is calm.\n\nThe sea is too.\n\nAnd so is the town.\n\n“The pier is gone and nobody cares.”\n\nIt rained.",
    ],
)
def test_a_quotation_that_leans_on_a_sentence_beside_it_is_found(text: str) -> None:
    first, *_ = _hits(text)
    assert first.startswith("“")
    assert "nobody cares" in first or first == "“We lost.”"


@pytest.mark.parametrize(
    ("form", "verb"),
    [("said", "say"), ("replies", "reply"), ("admitted", "admit"), ("noting", "note"), ("confesses", "confess")],
)
def test_forms_are_made_of_every_verb(form: str, verb: str) -> None:
    assert cue_words()[form].verb == verb


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on Tuesday, July 9, 2024,", (1, 9, 7, 2024)),
        ("on Tuesday July 9th", (1, 9, 7, None)),
        ("Tues., 9 July 2024", (1, 9, 7, 2024)),
        ("Tuesday the 9th of July", (1, 9, 7, None)),
        ("Sun, Aug. 18, 2024", (6, 18, 8, 2024)),
    ],
)
def test_a_weekday_with_its_date_is_read_in_the_usual_forms(text: str, told: tuple[int, int, int, int | None]) -> None:
    (found,) = weekday_dates(text)
    assert (found.weekday, found.day, found.month, found.year) == told


@pytest.mark.parametrize("text", ["Edmonton Sun, August 16, 2008", "Tuesday, 9:30 July", "Tuesday morning", "May 2024"])
def test_what_only_looks_like_a_weekday_with_its_date_is_not_read(text: str) -> None:
    assert list(weekday_dates(text)) == []
