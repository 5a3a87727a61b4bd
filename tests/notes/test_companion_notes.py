"""The notes of one story find each other, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.notes import read_notes
from authoring.notes.companions import companions

NOTES = """---
kind: {kind}
slug: {slug}
{more}
sources:
  ruiz: {{name: Ana Ruiz}}
---
## Boats
- the pier was built in 1911
— ruiz{tag}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story's folder with nothing beside it, not the folders of other tests either."""
    (tmp_path / "stories" / "pier").mkdir(parents=True)
    return tmp_path / "stories" / "pier"


def write(path: Path, kind: str = "brief", slug: str = "pier", more: str = "", tag: str = "") -> Path:
    """A notes file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(NOTES.format(kind=kind, slug=slug, more=more, tag=tag), encoding="utf-8")
    return path


def found(path: Path) -> list[str]:
    """The names of the companions of a notes file."""
    return [Path(notes.path).name for notes in companions(read_notes(path)).notes]


def test_notes_that_name_one_story_find_each_other_and_not_those_of_another(folder: Path) -> None:
    own = write(folder / "a.md", more="story: pier   # the whole series")
    write(folder / "b.md", more='story: "Pier"')
    write(folder / "c.md", more="story: clock")
    write(folder / "d.md")
    assert found(own) == ["b.md"]


@pytest.mark.parametrize("piece", ["brief", "pier"])
def test_notes_that_point_into_others_by_kind_or_slug_find_them_and_are_found(folder: Path, piece: str) -> None:
    own = write(folder / "talk.md", kind="interview", slug="talk", tag=f" | see: {piece}#boats")
    other = write(folder / "short.md", kind="brief", slug="pier")
    assert found(own) == ["short.md"]
    assert found(other) == ["talk.md"]


def test_a_kind_that_two_notes_have_points_to_neither(folder: Path) -> None:
    own = write(folder / "talk.md", kind="interview", slug="talk", tag=" | see: brief#boats")
    write(folder / "one.md", slug="one")
    write(folder / "two.md", slug="two")
    assert found(own) == []


def test_a_beat_that_is_not_there_points_nowhere(folder: Path) -> None:
    own = write(folder / "talk.md", kind="interview", slug="talk", tag=" | see: brief#fish")
    write(folder / "short.md")
    assert found(own) == []


def test_notes_in_the_folders_below_and_beside_are_found_where_they_name_the_story(folder: Path) -> None:
    own = write(folder / "series" / "talk" / "notes.md", more="story: pier")
    write(folder / "series" / "talk" / "more" / "below.md", more="story: pier")
    write(folder / "series" / "short" / "beside.md", more="story: pier")
    assert sorted(found(own)) == ["below.md", "beside.md"]


def test_faulty_notes_and_other_files_are_passed_over(folder: Path) -> None:
    own = write(folder / "a.md", more="story: pier")
    write(folder / "faulty.md", more="story: pier", tag=" | said | said twice | and again")
    (folder / "article.md").write_text("---\nstory: pier\n---\nThe pier goes.\n", encoding="utf-8")
    (folder / "binary.md").write_bytes(b"---\nsources:\nstory: pier\n---\n\0")
    (folder / "latin.md").write_bytes(b"---\nsources:\nstory: pier\n---\n\xe9\n")
    assert found(own) == []


def test_what_was_looked_at_is_told_so_that_a_cache_knows_when_to_ask_again(folder: Path) -> None:
    own = write(folder / "a.md")
    other = write(folder / "b.md")
    article = folder / "article.md"
    article.write_text("The pier goes.\n", encoding="utf-8")
    answer = companions(read_notes(own))
    assert (answer.notes, answer.files, answer.folders) == ((), (article, other), (folder,))


def test_what_is_off_the_record_in_companions_is_none_of_their_items(folder: Path) -> None:
    own = write(folder / "a.md", more="story: pier")
    write(folder / "b.md", more="story: pier", tag=" | off the record")
    (other,) = companions(read_notes(own)).notes
    assert list(other.items) == []


def test_a_folder_of_many_files_is_not_read_through(folder: Path) -> None:
    for number in range(300):
        (folder / f"article-{number:03}.md").write_text("The pier goes.\n", encoding="utf-8")
    own = write(folder / "notes.md", more="story: pier")
    write(folder / "zz-notes.md", more="story: pier")
    assert found(own) == ["zz-notes.md"]
    assert len(companions(read_notes(own)).files) <= 200


def test_the_two_example_notes_are_one_story(shared: Path) -> None:
    assert found(shared / "examples" / "notes-interview.md") == ["notes-brief.md"]
    assert found(shared / "examples" / "notes-brief.md") == ["notes-interview.md"]
