"""A draft in a house style is written as that house writes, and the linter finds it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from authoring.config.conventions import CHOICES, MEANINGS, Conventions
from authoring.config.house import read_house
from authoring.drafting.bounded import Worker
from authoring.drafting.draft import draft
from authoring.drafting.house import House
from authoring.notes import parse_notes, read_notes
from authoring.prose import parse
from authoring.runner import lint
from authoring.text.shipped import builtin_houses

ROOT = Path(__file__).parents[2]
HOUSES = sorted(file.stem for file in builtin_houses().glob("*.toml"))
STORIES = sorted(ROOT.glob("drafts/*/notes.md"))
TEMPLATES = ("interview", "qa", "brief", "news", "profile", "roundup", "correction")
CAPITALS = "off-style-heading"
"""Which words of a headline are names, only a person can say, so that drafts leave its capitals alone."""


def house(name: str) -> House:
    return House(name, Conventions.of(read_house(name, ROOT).conventions))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker() as made:
        yield made


def findings(path: Path, template: str, name: str, worker: Worker) -> list[str]:
    notes = read_notes(path)
    made = draft(notes, template, article=path.with_name("draft.md"), house=house(name), worker=worker)
    document = parse(made.text, notes, path=str(path.with_name("draft.md")))
    return [
        f"{each.rule}: {each.message}: {document.text[each.span.start - 30 : each.span.end + 30]}"
        for each in lint(document)
        if each.family == "house" and each.rule != CAPITALS
    ]


@pytest.mark.parametrize("name", HOUSES)
@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_no_draft_of_the_example_stories_departs_from_its_house(path: Path, name: str, worker: Worker) -> None:
    assert {template: findings(path, template, name, worker) for template in TEMPLATES} == {
        key: [] for key in TEMPLATES
    }


@pytest.mark.parametrize("name", HOUSES)
def test_no_draft_of_the_shared_examples_departs_from_its_house(shared: Path, name: str, worker: Worker) -> None:
    for path in sorted((shared / "examples").glob("*.md")):
        assert {template: findings(path, template, name, worker) for template in TEMPLATES} == {
            key: [] for key in TEMPLATES
        }


NOTES = """\
---
kind: interview
slug: bridge
headline: The bridge that costs 5 per cent more
dek: A crew of 9 men organised it on May 3rd
published: 2026-05-10
interview: {with: ruiz, when: 2025-01-03, how: in person}
sources:
  ruiz: {name: Ana O’Dell, role: a labour organiser at the US Department of Works, pronoun: she}
  survey: {name: Bridge Survey, kind: document, first: the survey, date: 2025-02-04}
---
## Lede
On 3 May 2025 the crew – 3 boats and twelve men – met at 15:30 in Salem, Ore. It cost 10 to 15 percent.
> We organised 3 boats on 3 May, // and the "programme" of the U.S. cost 5 per cent, didn’t it?
— ruiz | said | 00:01:10 | manner: at the harbour at 3.30pm
- 3 boats were lost in the U.S.
— survey | says | 2025-02-04
~ the neighbours saw red, white, and blue.
— ruiz | said | 00:02:00
"""
BODIES = {
    "ap": (
        "On May 3, 2025, the crew — three boats and 12 men — met at 3:30 p.m. in Salem, Oregon. It cost 10% to 15%.",
        "a labor organizer at the U.S. Department of Works, at the harbor at 3:30 p.m.",
        "Feb. 4, 2025",
        "the neighbors saw red, white and blue.",
    ),
    "guardian": (
        "On 3 May 2025 the crew – three boats and 12 men – met at 3.30pm in Salem, Oregon. It cost 10% to 15%.",
        "a labour organiser at the US Department of Works, at the harbour at 3.30pm",
        "4 February 2025",
        "the neighbours saw red, white and blue.",
    ),
    "plain": (
        "On May 3, 2025, the crew – 3 boats and 12 men – met at 3:30 pm in Salem, Oregon. It cost 10 to 15 percent.",
        "a labor organizer at the US Department of Works, at the harbor at 3:30 pm",
        "February 4, 2025",
        "the neighbors saw red, white, and blue.",
    ),
}


@pytest.mark.parametrize("name", HOUSES)
def test_one_story_reads_in_three_houses_and_what_was_said_is_the_same_in_all(name: str, tmp_path: Path) -> None:
    notes = parse_notes(NOTES, str(tmp_path / "notes.md"))
    made = draft(notes, house=house(name))
    body = made.text.split("---\n", 2)[2]
    assert [part for part in BODIES[name] if part not in body] == []
    document = parse(made.text, notes, path=str(tmp_path / "interview.md"))
    assert [each.message for each in lint(document) if each.family == "house"] == []
    quoted = " ".join(quotation.text for quotation in document.quotations)
    said = "We organised 3 boats on 3 May and the programme of the U.S. cost 5 per cent didnt it"
    assert re.sub("[“”‘’\"',?]", "", quoted) == said
    marks = {"ap": "“”‘’", "guardian": "“”‘’", "plain": "\"'"}[name]
    assert set(re.findall("[“”‘’\"']", body)) <= set(marks)


def test_what_a_house_has_put_right_leads_back_to_the_note(tmp_path: Path) -> None:
    notes = parse_notes(NOTES, str(tmp_path / "notes.md"))
    made = draft(notes, house=house("guardian"))
    place = made.text.index("3.30pm in")
    (found,) = [each for each in made.trace.stretches if each.span.start <= place < each.span.end]
    assert found.notes is not None
    assert "15:30" in NOTES[found.notes.start : found.notes.end]


def test_every_convention_has_choices_and_a_meaning_and_each_house_chooses_among_them() -> None:
    assert CHOICES.keys() == MEANINGS.keys()
    for name in HOUSES:
        settled = read_house(name, ROOT).conventions
        assert settled.keys() == CHOICES.keys()
        assert all(choice in CHOICES[convention] for convention, choice in settled.items())
