"""What changed between two drafts is told in a newsroom's terms, and what did not change is not told."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from authoring.comparing import Comparison, compare
from authoring.prose import parse

ARTICLE = """\
---
headline: The lock will close in May
byline: Joan Pell
---

# The lock will close in May

By Joan Pell

The lock at Tarn Hill will close for 11 days in May, the Canal Trust said on March 3. It was built in 1894.

“We close at six, and nobody has ever complained,” said Mara Quill, the lock keeper. “The gates are older than I am.”

Dan Ferreira, who owns a boat, was not told. “I read it on the door,” Ferreira said. “It is my only way out.”

According to the annual report, 212 boats passed the lock last year. Most of them were hired by visitors.
"""


def held(old: str, new: str) -> Comparison:
    return compare(parse(old, path="old.md"), parse(new, path="new.md"))


def told(old: str, new: str) -> list[tuple[str, str]]:
    """What has changed, by group and kind."""
    return [(change.group, change.kind) for change in held(old, new).changes]


def edited(*edits: tuple[str, str]) -> list[tuple[str, str]]:
    """What is told of the article after some edits, each of which finds its place."""
    text = ARTICLE
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return told(ARTICLE, text)


FACTS = {
    "figure": ("11 days", "14 days"),
    "date": ("in May, the", "in June, the"),
    "name": ("the Canal Trust said", "the Town Council said"),
    "not": ("was not told", "was told"),
}


@pytest.mark.parametrize("what", FACTS)
def test_a_fact_that_changed_is_told_with_what_it_is(what: str) -> None:
    change = next(each for each in held(ARTICLE, ARTICLE.replace(*FACTS[what])).changes if each.group == "fact")
    assert (change.kind, change.what) == ("changed", what)


def test_the_words_that_changed_are_shown_among_those_that_did_not() -> None:
    (change,) = held(ARTICLE, ARTICLE.replace("11 days", "14 days")).changes
    assert change.diff == (
        ("=", "The lock at Tarn Hill will close for"),
        ("-", "11"),
        ("+", "14"),
        ("=", "days in May, the Canal Trust said on March 3."),
    )
    assert change.old is not None
    assert change.new is not None
    assert change.new.span.of(ARTICLE).startswith("The lock at Tarn Hill")


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("nobody has ever", "somebody has always"), ("quotation", "changed")),
        ((" “The gates are older than I am.”", ""), ("quotation", "changed")),
        (("It was built in 1894.", ""), ("fact", "dropped")),
        (("It was built in 1894.", "It was built in 1894. It cost 900 pounds."), ("fact", "added")),
        (("Most of them were hired by visitors.", ""), ("sentence", "dropped")),
        (("hired by visitors", "hired by strangers"), ("sentence", "changed")),
        (("will close in May\nbyline", "will close in June\nbyline"), None),  # the visible headline is the headline
        (("# The lock will close in May", "# The lock will open in May"), ("headline", "changed")),
        (("By Joan Pell", "By Joan Pell and Ida Roe"), ("byline", "changed")),
    ],
)
def test_one_edit_is_one_change(edit: tuple[str, str], expected: tuple[str, str] | None) -> None:
    assert edited(edit) == ([expected] if expected else [])


def test_a_new_voice_is_a_quotation_and_a_source_and_its_tag_is_nothing_more() -> None:
    added = "“We were never asked,” said Tomas Eklund, a ferry captain.\n\nAccording to the annual"
    assert edited(("According to the annual", added)) == [("quotation", "added"), ("source", "added")]


def test_a_quotation_given_to_somebody_else_says_whose_it_was() -> None:
    text = ARTICLE.replace("” Ferreira said.", "” Quill said.")
    change, dropped = held(ARTICLE, text).changes
    assert (change.group, change.kind) == ("quotation", "speaker")
    assert (dropped.group, dropped.kind) == ("source", "dropped")  # he says nothing else
    assert change.old is not None
    assert change.new is not None
    assert (change.old.speaker, change.new.speaker) == ("Dan Ferreira", "Mara Quill")


def test_a_source_that_is_cited_no_more_was_dropped() -> None:
    dropped = edited(
        ("Dan Ferreira, who owns a boat, was not told. “I read it on the door,” Ferreira said. ", ""),
        ("“It is my only way out.”\n\n", ""),
    )
    assert ("source", "dropped") in dropped
    assert ("quotation", "dropped") in dropped


def test_a_document_that_is_cited_by_what_it_is_is_a_source() -> None:
    assert edited(("According to the annual report, 212 boats passed the lock last year. ", "")) == [
        ("source", "dropped"),
        ("fact", "dropped"),
    ]


def test_a_page_that_is_linked_is_a_source() -> None:
    link = "the [annual report](https://canal.example/2025)"
    assert edited(("the annual report", link)) == [("source", "added")]


SAME: dict[str, Callable[[str], str]] = {
    "straight marks": lambda text: text.translate(str.maketrans("“”’", '""\'')),
    "lines broken elsewhere": lambda text: text[:95] + re.sub(r"(?<=[a-z,]) (?=[a-z])", "\n", text[95:]),
    "paragraphs the other way round": lambda text: "\n\n".join([*text.split("\n\n")[:3], *text.split("\n\n")[:2:-1]]),
    "figures in words": lambda text: text.replace("11 days", "eleven days"),
    "the day before the month": lambda text: text.replace("March 3", "3 March"),
    "a pronoun for a name": lambda text: text.replace("Ferreira said", "he said"),
    "a tag that is moved": lambda text: text.replace(
        "“I read it on the door,” Ferreira said. “It is my only way out.”",
        "“I read it on the door. It is my only way out,” Ferreira said.",
    ),
    "one sentence made into two": lambda text: text.replace("It was built in 1894.", "It was built in 1894.").replace(
        "May, the Canal Trust said on March 3. It", "May, the Canal Trust said on March 3, and it"
    ),
    "one paragraph made into two": lambda text: text.replace(" Most of them", "\n\nMost of them"),
    "emphasis": lambda text: text.replace("Tarn Hill", "*Tarn Hill*"),
    "what the program keeps in the front matter": lambda text: text.replace("---\n\n#", "notes_sha256: 1\n---\n\n#"),
}


@pytest.mark.parametrize("how", SAME)
def test_what_changes_nothing_in_substance_is_no_change(how: str) -> None:
    text = SAME[how](ARTICLE)
    assert text != ARTICLE
    assert held(ARTICLE, text).same, told(ARTICLE, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It met on June 16, 2026, in Rome.", "It met on 16 June 2026 in Rome."),
        ("The boat sailed on Jan. 22, 1987.", "The boat sailed on 22 January 1987."),
        ("Doors open at 5 p.m. on Friday.", "Doors open at 5pm on Friday."),
        ("Doors open at 5:30 p.m. on Friday.", "Doors open at 5.30pm on Friday."),
        ("Doors open at 10:00 a.m. on Friday.", "Doors open at 10am on Friday."),
        ("Some 11 percent left.", "Some 11 per cent left."),
        ("Some 11% left.", "Some 11 percent left."),
        ("She lives in Salem, Ore. now.", "She lives in Salem, Oregon, now."),
        ("She left Concord, N.H., in May.", "She left Concord, New Hampshire, in May."),
        ("The U.S. and the U.K. organized it.", "The US and the UK organised it."),
        ("He paid $1.2 million.", "He paid $1,200,000."),
        ("A theater of gray stone.", "A theatre of grey stone."),
    ],
)
def test_how_a_house_writes_is_no_change(one: str, other: str) -> None:
    assert held(one, other).same, told(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The boat sailed on Jan. 22, 1987.", "The boat sailed on 22 June 1987."),
        ("Doors open at 5 p.m. on Friday.", "Doors open at 5 a.m. on Friday."),
        ("Doors open at 5:30 p.m. on Friday.", "Doors open at 5:45 p.m. on Friday."),
        ("She lives in Salem, Ore. now.", "She lives in Salem, Mass. now."),
        ("He paid $1.2 million.", "He paid £1.2 million."),
    ],
)
def test_another_day_time_place_or_sum_is_a_change(one: str, other: str) -> None:
    assert [change.kind for change in held(one, other).changes] == ["changed"]


def test_marks_of_another_kind_change_no_real_article(shared: Path) -> None:
    files = sorted((shared / "data" / "articles").glob("*.*"))
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "…": "..."})
    for path in random.Random(20261122).sample(files, 40):
        text = path.read_text()
        body = text.rfind("\n---\n") if text.startswith("---") else 0  # a mark may end a value of the front matter
        assert held(text, text[:body] + text[body:].translate(table)).same, path.name


def test_a_figure_changed_in_a_real_article_is_the_one_change(shared: Path) -> None:
    path = next((shared / "data" / "articles").glob("0015-*"))
    text = path.read_text()
    assert told(text, text.replace("240,000 square", "260,000 square")) == [("fact", "changed")]


def test_nothing_and_everything_can_be_compared() -> None:
    assert held("", "").same
    assert {change.kind for change in held("", ARTICLE).changes} == {"added"}
    assert {change.kind for change in held(ARTICLE, "").changes} == {"dropped"}


def test_the_length_is_that_of_the_story() -> None:
    assert held("One two three.\n", "One two three four.\n").words == (3, 4)
