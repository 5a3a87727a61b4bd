"""How an article names people and spells out letters, with no house style and in several."""

from __future__ import annotations

import pytest

from authoring.config.conventions import Conventions
from authoring.drafting.draft import draft
from authoring.drafting.house import House
from authoring.notes import parse_notes
from authoring.text.span import Span

FRONT = """\
---
kind: interview
headline: The lock
published: 2026-06-11
terms:
  GDP: gross domestic product
  MRI: magnetic resonance imaging
  WHO: World Health Organization
  CT: Canal Trust
  Lock: a word
sources:
  ruiz: {name: Ana Ruiz, honorific: Dr, role: a hydrologist, pronoun: she}
  cole: {name: Tom Cole, title: Mayor, honorific: Mr, role: who opened the lock}
  pell: {name: Joan Pell, title: the Rev.}
  abel: {name: Dr. Eve Abel, honorific: Dr}
  nurse: {name: Secret Person, honorific: Prof, alias: a nurse on the ward}
  trust: {name: Canal Trust, kind: organisation, short: CT}
---

## Beat
"""


def body(beats: str, **conventions: str) -> str:
    """The paragraphs that one beat becomes in a house."""
    made = draft(parse_notes(FRONT + beats + "\n", "notes.md"), house=House("h", Conventions.of(conventions)))
    return made.text.partition("# The lock\n\n")[2].strip()


TWICE = "> One.\n— {0} | said\n> Two.\n— {0} | said"


@pytest.mark.parametrize(
    ("source", "conventions", "wanted"),
    [
        ("ruiz", {}, "“One,” said Dr Ana Ruiz, a hydrologist. “Two,” Ruiz said."),
        ("ruiz", {"honorifics": "none"}, "“One,” said Ana Ruiz, a hydrologist. “Two,” Ruiz said."),
        (
            "ruiz",
            {"honorifics": "first", "abbreviations": "points"},
            "“One,” said Dr. Ana Ruiz, a hydrologist. “Two,” Ruiz said.",
        ),
        (
            "ruiz",
            {"honorifics": "every", "abbreviations": "plain"},
            "“One,” said Dr Ana Ruiz, a hydrologist. “Two,” Dr Ruiz said.",
        ),
        ("cole", {"honorifics": "none"}, "“One,” said Mayor Tom Cole, who opened the lock. “Two,” Cole said."),
        ("cole", {"honorifics": "every"}, "“One,” said Mayor Tom Cole, who opened the lock. “Two,” Mr Cole said."),
        ("pell", {}, "“One,” the Rev. Joan Pell said. “Two,” Pell said."),
        ("abel", {"honorifics": "every"}, "“One,” Dr. Eve Abel said. “Two,” Dr Abel said."),
        ("nurse", {"honorifics": "every"}, "“One,” a nurse on the ward said. “Two,” the nurse on the ward said."),
    ],
)
def test_titles_stand_before_the_name_as_the_house_has_it(
    source: str, conventions: dict[str, str], wanted: str
) -> None:
    assert body(TWICE.format(source), **conventions) == wanted


ACRONYMS = {
    "the first use is spelled out, later ones are not": (
        "GDP rose. Nobody knows why GDP rose.",
        "Gross domestic product (GDP) rose. Nobody knows why GDP rose.",
    ),
    "nothing inside quotation marks is touched": (
        "> GDP rose.\n— ruiz | untagged\n\nShe calls it “the GDP thing”. That GDP rose is news.",
        "“GDP rose.” She calls it “the GDP thing”. That gross domestic product (GDP) rose is news.",
    ),
    "reported words are the writer's own": (
        "~ GDP rose\n— ruiz | said",
        "Dr Ana Ruiz, a hydrologist, said that gross domestic product (GDP) rose.",
    ),
    "a possessive keeps its mark": ("The WHO’s plan.", "The World Health Organization’s (WHO) plan."),
    "the article fits the words": (
        "An MRI is a WHO term.",
        "A magnetic resonance imaging (MRI) is a World Health Organization (WHO) term.",
    ),
    "words that stand before the letters take them": (
        "The World Health Organization met. The WHO voted.",
        "The World Health Organization (WHO) met. The WHO voted.",
    ),
    "words that stood further up need no more": (
        "The World Health Organization met.\n+\nThe WHO voted.",
        "The World Health Organization met.\n\nThe WHO voted.",
    ),
    "what the writer spells out stays": (
        "The World Health Organization (WHO) met. The WHO voted.",
        "The World Health Organization (WHO) met. The WHO voted.",
    ),
    "letters in brackets are explained by the writer": (
        "The health body (WHO) met. The WHO voted.",
        "The health body (WHO) met. The WHO voted.",
    ),
    "letters that are part of something else stay": (
        "The pre-WHO era, at www.WHO.int and @WHO.",
        "The pre-WHO era, at www.WHO.int and @WHO.",
    ),
    "an organisation that is spelled out needs no second introduction": (
        "The CT met.\n- tolls rise\n— trust | said",
        "The Canal Trust (CT) met. CT said that tolls rise.",
    ),
    "an organisation that is introduced needs no second spelling": (
        "- tolls rise\n— trust | said\n\nThe CT met.",
        "The Canal Trust (CT) said that tolls rise. The CT met.",
    ),
    "a word that is no acronym is only a word": ("Lock gates rust.", "Lock gates rust."),
}


@pytest.mark.parametrize("case", ACRONYMS)
def test_letters_are_spelled_out_once_in_the_writers_own_words(case: str) -> None:
    beats, wanted = ACRONYMS[case]
    assert body(beats) == wanted


def test_words_in_place_of_letters_lead_back_to_the_terms() -> None:
    made = draft(parse_notes(FRONT + "GDP rose.\n", "notes.md"))
    at = made.text.index("ross domestic")
    stretch = next(iter(made.trace.within(Span(at, at + 5))))
    assert stretch.notes is not None
    assert made.notes.text[stretch.notes.start : stretch.notes.end].endswith("ross domestic product")


def test_a_source_who_approved_the_quotations_is_told_of_at_the_foot() -> None:
    front = FRONT.replace("honorific: Dr, role", "honorific: Dr, terms: approval, role")
    text = draft(parse_notes(front + "> One.\n— ruiz | said\n", "notes.md")).text
    assert text.endswith("\n\n*Ruiz was shown the quotations before publication, and approved them.*\n")
    assert "approved" not in draft(parse_notes(front + "It rained.\n", "notes.md")).text


def test_an_employer_who_may_not_be_named_goes_by_the_alias() -> None:
    front = FRONT.replace("role: a hydrologist", "role: a hydrologist, employer: nurse")
    text = draft(parse_notes(front + "> One.\n— ruiz | said\n", "notes.md")).text
    assert text.endswith("“One,” said Dr Ana Ruiz, a hydrologist at a nurse on the ward.\n")


def test_a_list_of_sources_has_the_commas_of_the_house() -> None:
    beats = "- it fell\n— trust | reported | citing: ruiz, cole, pell"
    assert "citing Dr Ana Ruiz, Mayor Tom Cole and the Rev. Joan Pell, reported" in body(beats)
    assert "Ruiz, Mayor Tom Cole, and the Rev. Joan Pell, reported" in body(beats, **{"serial-comma": "always"})


@pytest.mark.parametrize(
    ("narration", "wanted"),
    [
        ("{nurse.name} came.", "a nurse on the ward came. “One,” said the nurse on the ward, who feared for her job."),
        (
            "A doctor and {nurse.name}, {nurse.reason}, came.",
            "A doctor and a nurse on the ward, who feared for her job, came. “One,” the nurse on the ward said.",
        ),
    ],
)
def test_a_source_without_a_name_is_explained_once_though_the_writer_has_brought_it_in(
    narration: str, wanted: str
) -> None:
    front = FRONT.replace("alias: a nurse on the ward", "alias: a nurse on the ward, reason: who feared for her job")
    text = draft(parse_notes(f"{front}{narration}\n> One.\n— nurse | said\n", "notes.md")).text
    assert text.endswith(wanted + "\n")


@pytest.mark.parametrize(("house", "line"), [("never", "By A, B and C"), ("always", "By A, B, and C")])
def test_a_byline_has_the_commas_of_the_house(house: str, line: str) -> None:
    front = FRONT.replace("published:", "byline: [A, B, C]\npublished:")
    made = draft(parse_notes(front, "notes.md"), house=House("h", Conventions(serial_comma=house)))
    assert made.text.endswith(line + "\n")


def test_an_office_loses_its_point_in_a_house_without_points() -> None:
    front = FRONT.replace("title: the Rev.", "title: Sen.")
    made = draft(
        parse_notes(front + TWICE.format("pell"), "notes.md"), house=House("h", Conventions(abbreviations="plain"))
    )
    assert made.text.endswith("“One,” Sen Joan Pell said. “Two,” Pell said.\n")
