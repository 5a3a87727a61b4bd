"""A story begun from an older one has its sources and its beats, and not a word of what anybody said in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring import read_notes
from authoring.errors import AuthoringError
from authoring.notes import parse_notes
from authoring.scaffolding.older import taken_from
from authoring.scaffolding.story import Story, Wanted, begun, older_notes

ROOT = Path(__file__).parents[2]
OLD = """\
---
kind: interview
headline: The Headline of Old
dek: The dek of old
byline: Joan Pell
published: 2026-03-20
terms: [NASA, "a, b"]
ai: Transcribed by Otter.

interview:
  with: kessler
  when: 2024-05-16
  terms: on the record

sources:
  kessler:                    # her cell is 555-0199
    name: Ida Kessler
    role: a librarian in Tarn Hill
    terms: on the record
    stake: "none: really"
  friend:
    name: Fay Roe
    role: a friend of Ellery
    employer: ellery
  ellery:
    name: Maud Ellery
    alias: a member of the board
    terms: anonymous
  drysdale:
    name: Drysdale Rainwear
    kind: company
  ellery-jr:
    name: Tom Other

requests:
  - to: drysdale
    asked_by: the Weekly
    asked_on: 2024-05-17
    how: three faxes
    about: the money
    outcome: no response
  - to: ellery
    about: the leak
---

## Lede
Sixty umbrellas.

## How it began
> We had sixty umbrellas. // And rain.
— kessler | said | 00:01:10

## What Ellery did
- the board met
— kessler | said

## The affair
~ it was all about money
— kessler | off the record

## Private
<!-- she cried -->
"""


def begun_from(text: str, kind: str = "interview") -> Story:
    return begun(Wanted(kind, "The New One", older=parse_notes(text, "old/notes.md")), Path("drafts"))


def test_sources_parties_and_beats_are_there() -> None:
    made = begun_from(OLD)
    notes = made.notes
    assert list(notes.sources) == ["kessler", "friend", "drysdale"]
    assert str(notes.sources["kessler"].fields.text("stake")) == "none: really"
    assert str(notes.front_fields("interview").text("with")) == "kessler"
    assert [(asked.to, str(asked.fields.text("asked_by"))) for asked in notes.requests] == [("drysdale", "the Weekly")]
    assert [str(beat.heading) for beat in notes.beats] == ["Lede", "How it began"]
    assert notes.front.get("terms") == ("NASA", "a, b")
    assert str(notes.front.text("byline")) == "Joan Pell"
    assert str(notes.front.text("headline")) == "The New One"
    assert made.left == 2


def test_nothing_that_was_said_agreed_or_kept_secret_comes_along() -> None:
    text = begun_from(OLD).text
    for words in (
        *("sixty", "rain", "the board met", "money", "she cried", "affair", "Private", "555"),
        *("Maud", "Ellery", "ellery", "a member of the board", "leak", "the money"),
        *("2024-05-16", "2024-05-17", "three faxes", "Headline of Old", "dek of old", "Otter"),
    ):
        assert words not in text, words
    notes = begun_from(OLD).notes
    assert all(source.fields.text("terms") is None for source in notes.sources.values())
    assert notes.front_fields("interview").text("terms") is None


def test_another_kind_has_its_own_beats() -> None:
    notes = begun_from(OLD, "brief").notes
    assert list(notes.sources) == ["kessler", "friend", "drysdale"]
    assert "How it began" not in [str(beat.heading) for beat in notes.beats]


@pytest.mark.parametrize("story", ["town-clock", "bridge-tolls", "intermission"])
@pytest.mark.parametrize("kind", ["interview", "qa", "brief"])
def test_every_example_story_can_be_begun_from(story: str, kind: str, tmp_path: Path) -> None:
    old = read_notes(ROOT / "drafts" / story / "notes.md")
    made = begun(Wanted(kind, "New", older=old), tmp_path)
    assert not [problem for problem in made.notes.problems if problem.level == "error"]
    assert set(made.notes.sources) >= {id_ for id_, source in old.sources.items() if not source.protected}
    told = [str(item.text) for item in old.items if len(item.text) > 20]
    assert told
    assert not [words for words in told if words in made.text]


def test_an_older_story_is_named_by_its_notes_its_folder_or_the_folders_name() -> None:
    drafts = ROOT / "drafts"
    for named in (drafts / "town-clock", drafts / "town-clock" / "notes.md", Path("town-clock")):
        assert older_notes(named, drafts).front.text("kind") == "interview"
    with pytest.raises(AuthoringError, match=r"town-clok: there is no such story; name its folder"):
        older_notes(Path("town-clok"), drafts)


def test_contacts_that_the_older_story_used_stay_in_the_contacts(tmp_path: Path) -> None:
    (tmp_path / "authoring.toml").touch()
    (tmp_path / "contacts.md").write_text("---\nsources:\n  echo:\n    name: The Echo\n    kind: outlet\n---\n")
    old = tmp_path / "drafts" / "old" / "notes.md"
    old.parent.mkdir(parents=True)
    old.write_text("---\nkind: brief\nheadline: X\nsources:\n---\n\n## Lede\n- It rained\n— echo | according to\n")
    made = begun(Wanted("brief", "New", older=read_notes(old)), tmp_path / "drafts")
    assert list(made.notes.sources) == []
    assert made.left == 0


def test_nobody_is_taken_who_spoke_on_background_only() -> None:
    told = (
        "\n## Money\n- it was late\n— kessler | said | background\n- it was short\n— friend | said | off the record\n"
    )
    named = "- it was blue\n— friend | said\n"
    front = OLD[: OLD.index("---\n", 4) + 4]
    older = taken_from(parse_notes(front + told, "old.md"))
    assert not {"kessler", "friend"} & set(older.sources)
    assert older.interviewed == ""
    assert "kessler" not in taken_from(parse_notes(front + told + named, "old.md")).sources
