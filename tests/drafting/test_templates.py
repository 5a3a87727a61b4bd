"""What each template makes of notes: the order of things, and who gets a paragraph."""
# ruff: noqa: E501  # articles hold a paragraph a line

from __future__ import annotations

import re
from pathlib import Path

import pytest

from authoring.config.conventions import Conventions
from authoring.drafting.draft import BUILT_IN, draft
from authoring.drafting.house import House
from authoring.notes import parse_notes

FRONT = """\
---
kind: news
headline: The lock
published: 2026-06-11
interview: {with: roe, when: 2026-06-05, how: phone}
sources:
  quill: {name: Mara van der Quill, role: the lock keeper, pronoun: she}
  roe: {name: Ida Roe, role: a clerk, pronoun: she}
  nurse: {name: Secret Person, alias: a nurse on the ward, reason: who feared losing her job}
  trust: {name: Canal Trust, kind: organisation}
  barge: {name: Barge Lines, kind: company}
requests:
  - {to: barge, asked_by: The Ledger, how: email, outcome: no response}
---
"""


def body(beats: str, template: str, front: str = FRONT, house: House | None = None) -> str:
    """All below the headline."""
    text = draft(parse_notes(front + beats, "notes.md"), template, house=house).text
    return re.sub(r"\A---\n.*?\n---\n\n# The lock\n\n", "", text, flags=re.DOTALL).strip()


def test_news_opens_with_the_lede_wherever_it_stands_in_the_notes() -> None:
    beats = "\n## Gate\nThe gate is old.\n\n## Lede\nThe lock is shut.\n\n## Tolls\nTolls rise.\n"
    assert body(beats, "news") == "The lock is shut.\n\nThe gate is old.\n\nTolls rise."


def test_news_brings_the_first_quotation_up_and_the_background_down() -> None:
    beats = (
        "\n## Background\nIt was built in 1840.\n\n## Lede\nThe lock is shut.\n\n## Gate\nThe gate is old.\n"
        "\n## Tolls\nTolls rise.\n\n## Voices\n> I missed the boat.\n— roe | said\n"
    )
    assert body(beats, "news") == (
        "The lock is shut.\n\nThe gate is old.\n\n“I missed the boat,” said Ida Roe, a clerk.\n\nTolls rise.\n\n"
        "It was built in 1840."
    )


def test_news_leaves_the_beats_as_noted_where_the_lede_quotes_somebody() -> None:
    beats = "\n## Lede\n> It is shut.\n— roe | said\n\n## Gate\nIt is old.\n\n## Tolls\nThey rise.\n\n## More\n> Yes.\n— quill | said\n"
    assert body(beats, "news") == (
        "“It is shut,” said Ida Roe, a clerk.\n\nIt is old.\n\nThey rise.\n\n“Yes,” said Mara van der Quill, the lock keeper."
    )


def test_more_of_a_statement_is_attributed_again_after_another_voice() -> None:
    beats = (
        "\n## Background\n- it is shut\n— roe | said\n\n## Lede\n- Tolls rise\n— roe | same statement\n"
        "\n## Gate\n- it fell\n— quill | said\n- Nobody was hurt\n— quill | same statement\n"
    )
    assert body(beats, "news") == (
        "Tolls rise, said Ida Roe, a clerk.\n\nMara van der Quill, the lock keeper, said that it fell. Nobody was hurt.\n\n"
        "Roe said that it is shut."
    )


def test_a_profile_opens_with_the_scene_and_says_who_this_is() -> None:
    beats = "\n## Work\n> I file.\n— roe | said\n\n## Scene\nThe office is dark.\n"
    assert body(beats, "profile") == (
        "The office is dark.\n\nIda Roe is a clerk.\n\n“I file,” Roe said.\n\n"
        "*The interview was conducted by phone on June 5.*"
    )


def test_a_profile_does_not_introduce_twice() -> None:
    beats = "\n## Scene\n* opened a drawer\n> Here.\n— roe | said\n"
    assert body(beats, "profile").startswith("Ida Roe, a clerk, opened a drawer. “Here,” Roe said.\n\n*The interview")


def test_a_roundup_gives_each_voice_a_heading_and_all_its_words() -> None:
    beats = (
        "\n## Lede\nThe lock is shut.\n\n## Anger\nAll are angry.\n> One.\n— roe | said\n> Two.\n— nurse | said\n"
        "\n## Hope\nSome hope.\n> Three.\n— roe | said\n\n## What next\nx barge\n\n## Outro\nIt rained.\n"
    )
    assert body(beats, "roundup") == (
        "The lock is shut.\n\n## Ida Roe\n\nAll are angry. “One,” said Ida Roe, a clerk.\n\nSome hope. “Three,” Roe said.\n\n"
        "## A nurse on the ward\n\n“Two,” said a nurse on the ward, who feared losing her job.\n\n"
        "## What next\n\nBarge Lines did not respond to an email from The Ledger.\n\nIt rained."
    )


CORRECTION = FRONT.replace(
    "sources:",
    """\
corrects: {headline: Lock Shut, about: the lock, published: 2026-06-09, place: page 3, url: "https://ledger.example/lock"}
corrections:
  - {date: 2026-06-11, where: the second paragraph, was: the lock is old, is: the lock is new}
  - {date: 2026-06-11, is: tolls fall}
  - {text: Ida Roe’s name was misspelled}
sources:""",
)


def test_a_correction_says_which_piece_was_wrong_and_what_is_right() -> None:
    assert body("\n", "correction", CORRECTION) == (
        "An article about the lock published on June 9 on page 3 ([“Lock Shut”](https://ledger.example/lock)) said in the"
        " second paragraph that the lock is old. In fact, the lock is new.\n\n"
        "It also should have said that tolls fall.\n\nIda Roe’s name was misspelled."
    )


def test_corrections_stand_at_the_foot_of_every_other_piece() -> None:
    assert body("\n## Lede\nIt rained.\n", "news", CORRECTION) == (
        "It rained.\n\n*Correction, June 11: An earlier version of this article said in the second paragraph that the lock"
        " is old. In fact, the lock is new.*\n\n*Correction, June 11: An earlier version of this article should have said"
        " that tolls fall.*\n\n*Correction: Ida Roe’s name was misspelled.*"
    )


@pytest.mark.parametrize(
    ("datelines", "place", "line"),
    [
        ("CAPITALS", "Salem, Oregon", "SALEM, Ore. — It rained."),
        ("CAPITALS", "Salem, OR", "SALEM, Ore. — It rained."),
        ("CAPITALS", "Salem, Ohio", "SALEM, Ohio — It rained."),
        ("CAPITALS", "London", "LONDON — It rained."),
        ("CAPITALS", "Tarn Hill, Northumbria", "TARN HILL, Northumbria — It rained."),
        ("Plain", "Salem, Ore.", "Salem, Oregon — It rained."),
        ("none", "Salem, Oregon", "It rained."),
        (None, "Salem, Oregon", "It rained."),
    ],
)
def test_a_dateline_stands_as_the_house_has_it(datelines: str | None, place: str, line: str) -> None:
    front = FRONT.replace("published:", f"dateline: {{place: '{place}', date: 2026-06-11}}\npublished:")
    made = body("\n## Lede\nIt rained.\n", "news", front, House("h", Conventions(datelines=datelines)))
    assert made == line


@pytest.mark.parametrize("template", BUILT_IN)
@pytest.mark.parametrize("sources", ["sources: {}", "sources: {a: {name: Ann Odum}}\nbyline:\nimage: {file: a.jpg}"])
def test_every_template_copes_with_notes_that_have_next_to_nothing(template: str, sources: str) -> None:
    text = draft(parse_notes(f"---\nheadline: The lock\n{sources}\n---\n", "notes.md"), template).text
    assert re.search(r"None|By $|\n\n\n|, ,| \.", text) is None
    assert text.endswith(("# The lock\n", "![](a.jpg)\n"))


def test_no_two_quotations_stand_back_to_back() -> None:
    beats = "\n## Lede\n> One.\n— roe | lead: After a pause,\n> Two.\n— roe | said\n"
    assert body(beats, "news") == "After a pause, Ida Roe, a clerk, said, “One.”\n\n“Two,” Roe said."


def test_a_second_speaker_gets_a_paragraph_with_the_sentence_that_leads_to_him() -> None:
    beats = "\n## Lede\n> One.\n— roe | said\nMara van der Quill shrugged.\n> Two.\n— quill | said\nx barge\n- it fell\n— roe | said\n"
    assert body(beats, "news") == (
        "“One,” said Ida Roe, a clerk.\n\nMara van der Quill shrugged. “Two,” van der Quill said.\n\n"
        "Barge Lines did not respond to an email from The Ledger. Roe said that it fell."
    )


@pytest.mark.parametrize(
    ("conventions", "wanted"),
    [
        ({}, "“He said ‘no’,” said Ida Roe, a clerk. “It’s his.\n\n“Really.”"),
        (
            {"quotation-marks": "single", "marks": "curly"},
            "‘He said “no”,’ said Ida Roe, a clerk. ‘It’s his.\n\n‘Really.’",
        ),
        (
            {"quotation-marks": "double", "marks": "straight"},
            '"He said \'no\'," said Ida Roe, a clerk. "It\'s his.\n\n"Really."',
        ),
    ],
)
def test_quotations_have_the_marks_of_the_house(conventions: dict[str, str], wanted: str) -> None:
    beats = "\n## Lede\n> He said “no”. It’s his.\n>\n> Really.\n— roe | said\n"
    assert body(beats, "news", house=House("h", Conventions.of(conventions))) == wanted


def test_a_spokesperson_who_is_cited_in_passing_is_told_apart() -> None:
    front = FRONT.replace("  barge: {", "  press: {kind: spokesperson, org: the police}\n  barge: {")
    beats = "\n## Lede\n- it fell\n— press | said\n- it rose\n— trust | reported | citing: press\n"
    assert body(beats, "news", front).endswith(
        "The Canal Trust, citing the spokesperson for the police, reported that it rose."
    )


def test_a_profile_of_somebody_whom_the_notes_introduce_in_their_own_words_adds_none() -> None:
    front = FRONT.replace("name: Ida Roe,", "name: Ida Roe, first: Ida Roe of the quay,")
    assert body("\n## Scene\nIt rained.\n", "profile", front).startswith("It rained.\n\n*The interview")


def test_a_picture_whose_file_has_spaces_is_still_one() -> None:
    front = FRONT.replace("published:", "image: {file: my lock (1).jpg, credit: Ida Roe}\npublished:")
    assert body("\n", "news", front) == "![](<my lock (1).jpg>)\n\n*Ida Roe*"


def test_a_house_puts_its_corrections_on_top_as_the_page_on_templates_says(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
    house = next(block for block in re.findall(r"```jinja\n(.*?)```", page, re.DOTALL) if "builtin/base.md" in block)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "base.md").write_text(house, "utf-8")
    for template in BUILT_IN:
        made = draft(
            parse_notes(CORRECTION + "\n## Lede\n- It rained\n", "n.md"), template, folders=[tmp_path / "templates"]
        )
        assert made.text.count("the lock is new") == 1
        assert made.text.index("the lock is new") < made.text.index("It rained")


def test_a_clause_of_a_correction_that_begins_like_a_sentence_is_pointed_at() -> None:
    notes = parse_notes(
        FRONT.replace("sources:", "corrections:\n  - {was: The lock is old, is: the lock is new}\nsources:"), "notes.md"
    )
    assert [each.message for each in notes.problems if "was" in each.message] == [
        "“was:” goes on from “said that”, expected it to begin in lower case"
    ]


def test_a_profile_of_somebody_without_a_name_does_not_tell_where_they_were_met() -> None:
    front = FRONT.replace(
        "with: roe, when: 2026-06-05, how: phone", "with: nurse, when: 2026-06-05, how: in the lock house"
    )
    assert body("\n## Scene\nIt rained.\n", "profile", front) == "It rained."


def test_a_spokesperson_who_was_cited_first_is_not_explained_by_himself() -> None:
    front = FRONT.replace("  barge: {", "  press: {kind: spokesperson, org: the police}\n  barge: {")
    beats = "\n## Lede\n- it rose\n— trust | reported | citing: press\n- it fell\n— press | said\n"
    assert body(beats, "news", front) == (
        "The Canal Trust, citing a spokesperson for the police, reported that it rose. The spokesperson said that it fell."
    )


@pytest.mark.parametrize("role", ["who runs the lock", "of the lock", "9"])
def test_a_profile_makes_no_sentence_of_a_role_that_makes_none(role: str) -> None:
    front = FRONT.replace("role: a clerk", f"role: {role}")
    assert body("\n## Scene\nIt rained.\n", "profile", front).startswith("It rained.\n\n*The interview")


def test_what_an_organisation_says_does_not_stand_behind_the_words_of_a_person() -> None:
    beats = "\n## Lede\n> One.\n— roe | said\n- it fell\n— trust | according to\n"
    assert body(beats, "news") == "“One,” said Ida Roe, a clerk.\n\nAccording to the Canal Trust, it fell."
