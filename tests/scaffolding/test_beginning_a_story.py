"""The notes that a story begins with: right for every kind, with what is known filled in, and nobody's overwritten."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring import draft, read_notes
from authoring.drafting.draft import BUILT_IN
from authoring.errors import AuthoringError, TemplateError
from authoring.notes import parse_notes
from authoring.notes.ids import PLACEHOLDER
from authoring.notes.model import Fields
from authoring.notes.schema import FRONT, Key
from authoring.scaffolding.given import settings
from authoring.scaffolding.kinds import kinds
from authoring.scaffolding.story import Story, Wanted, begun, missing, project_of, write
from authoring.text.shipped import builtin_templates

BEGINNINGS = builtin_templates() / "notes"


def story(folder: Path, kind: str = "interview", headline: str = "A working title", *given: str) -> Story:
    return begun(Wanted(kind, headline, settings(given)), folder)


def test_every_kind_has_notes_to_begin_with() -> None:
    assert {file.stem for file in BEGINNINGS.glob("*.md")} >= set(BUILT_IN)


@pytest.mark.parametrize("kind", BUILT_IN)
def test_notes_to_begin_with_are_right_but_for_what_is_not_known(tmp_path: Path, kind: str) -> None:
    made = story(tmp_path, kind)
    assert str(made.notes.front.text("kind")) == kind
    assert {problem.message.partition(",")[0] for problem in made.notes.problems} <= {"this source has no name yet"}
    named = story(tmp_path, kind, "A working title", "byline=Joan Pell", "published=2026-03-20")
    named = begun(Wanted(kind, "X", settings(f"{'.'.join(way)}=Ana Ruiz" for way in missing(named.text))), tmp_path)
    assert named.notes.problems == ()


def with_examples(kind: str) -> str:
    """Notes to begin with, in which every example was taken out of its comment."""
    front, mark, body = (BEGINNINGS / f"{kind}.md").read_text("utf-8").partition("\n---\n")
    front = re.sub(r"^  # (?=[ -]|[\w-]+:)", "  ", front, flags=re.MULTILINE)
    front = front.replace("headline:", "headline: A Test", 1)
    if "council" in front + body:  # the example of who was asked, whom an interview has not yet as a source
        council = "\n  council:\n    name: Town Council\n    kind: organisation\n\nrequests:"
        front = front.replace("\n\nrequests:", council, 1)
    return front + mark + re.sub(r"<!--\n((?:(?:[?>~*—+-] |x )[^\n]*\n)+)-->", r"\1", body)


def groups_of(fields: Fields, known: Mapping[str, Key]) -> Iterator[tuple[Fields, Mapping[str, Key]]]:
    """Every group of keys, with those that the format has for it."""
    yield fields, known
    for name, value in fields.values.items():
        inside = value.values.values() if isinstance(value, Fields) and known[name].holds == "groups" else [value]
        for each in value if isinstance(value, tuple) else inside:
            if isinstance(each, Fields):
                yield each, known[name].keys


@pytest.mark.parametrize("kind", BUILT_IN)
def test_the_keys_stand_in_the_order_of_the_format(kind: str) -> None:
    for fields, known in groups_of(parse_notes(with_examples(kind), "notes.md").front, FRONT):
        assert list(fields.keys) == [key for key in known if key in fields.keys]


@pytest.mark.parametrize("kind", BUILT_IN)
def test_the_examples_in_the_comments_are_right_once_they_are_used(kind: str) -> None:
    notes = parse_notes(with_examples(kind), "notes.md")
    assert [item.kind for item in notes.items], kind
    assert {problem.message.partition(",")[0] for problem in notes.problems} <= {"this source has no name yet"}


@pytest.mark.parametrize("kind", BUILT_IN)
def test_an_article_can_be_drafted_from_the_first_moment_on(tmp_path: Path, kind: str) -> None:
    made = story(tmp_path / "drafts", kind)
    write(made)
    assert "# A working title" in draft(read_notes(made.path)).text
    nameless = begun(Wanted(kind, settings=settings(["slug=none"])), tmp_path / "drafts")
    write(nameless)
    with pytest.raises(TemplateError, match=r"headline is not known yet; fill it in at .*notes\.md:\d+:\d+"):
        draft(read_notes(nameless.path))


def test_nothing_of_a_comment_is_printed(tmp_path: Path) -> None:
    for kind in BUILT_IN:
        made = story(tmp_path / kind, kind)
        write(made)
        body = draft(read_notes(made.path)).text.split("---\n", 2)[2]
        assert body.split() == ["#", "A", "working", "title"], kind


def test_what_is_set_stands_where_it_belongs(tmp_path: Path) -> None:
    given = [
        "sources.ruiz.name=Ana Ruiz",
        "sources.courier.kind=outlet",
        "dateline.place=Salem",
        "byline=NO",
        "byline=B",
    ]
    notes = story(tmp_path, "interview", "It: “Is”", *given).notes
    assert list(notes.sources) == ["ruiz", "courier"]
    assert str(notes.front_fields("interview").text("with")) == "ruiz"
    assert str(notes.front_fields("dateline").text("place")) == "Salem"
    assert notes.front.get("byline") == ("NO", "B")
    assert PLACEHOLDER not in notes.text


def test_a_correction_is_set_by_its_number(tmp_path: Path) -> None:
    given = [
        "corrections.1.is=5 to 2",
        "corrections.1.was=4 to 3",
        "corrections.2.was=on Monday",
        "corrects.about=a vote",
    ]
    made = story(tmp_path, "correction", "X", *given)
    listed = made.notes.front.get("corrections")
    assert isinstance(listed, tuple)
    assert [(str(each.get("was")), str(each.get("is"))) for each in listed if isinstance(each, Fields)] == [
        ("4 to 3", "5 to 2"),
        ("on Monday", "None"),
    ]
    write(made)
    assert "An article about a vote said that 4 to 3. In fact, 5 to 2." in draft(read_notes(made.path)).text


def test_whoever_is_interviewed_gets_an_id_of_their_name(tmp_path: Path) -> None:
    made = story(tmp_path, "interview", "X", "sources.interviewee.name=Ida Kessler")
    assert list(made.notes.sources) == ["kessler"]
    assert "— kessler | said" in made.text
    chosen = story(tmp_path, "qa", "X", "interview.with=ida")
    assert list(chosen.notes.sources) == ["ida"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("headlin=X", "--set headlin: there is no key “headlin”; did you mean “headline”?"),
        ("title=X", "--set title: there is no key “title”; did you mean “headline”?"),
        ("sources.ruiz.nam=X", "--set sources.ruiz.nam: there is no key “nam”; did you mean “sources.ruiz.name”?"),
        ("sources.ruiz=X", "this is a group of keys, expected one of them, as in sources.ID.name=…"),
        ("interview=X", "this is a group of keys, expected one of them, as in interview.with=…"),
        ("headline.x=X", "“headline” has no keys inside it, expected --set headline=…"),
        ("corrections.was=X", "this is a group of keys, expected one of them, as in corrections.1.date=…"),
        ("corrections.x.was=X", "this is a list, expected the number of an entry, as in corrections.1.date=…"),
        ("corrections.1.date=soon", "--set corrections.1.date: this is not understood as a date"),
        ("requests.nobody.how=email", "--set requests.nobody.how: no source is called “nobody”"),
        ("headline", "there is no “=” in it, expected key=value"),
        ("=X", "there is no key “”"),
        ("published=tomorrow", "--set published: this is not understood as a date, expected one such as 2024-07-09"),
        ("published=2026-02-30", "--set published: “2026-02-30”"),
        ("sources.x y.name=A", "a space in a source's id"),
        ("sources.she.name=A", "a pronoun as a source's id"),
        ("interview.terms=whatever", "--set interview.terms: an unknown value under “terms:”"),
        ("interview.with=nobody, else", "no source is called"),
        ("sources.ruiz.kind=persn", "--set sources.ruiz.kind: “persn” under “kind:”, expected “person”"),
        ("byline=\udcff", "no UTF-8"),
    ],
)
def test_a_setting_that_is_wrong_says_so_and_makes_nothing(tmp_path: Path, given: str, message: str) -> None:
    with pytest.raises(AuthoringError) as raised:
        story(tmp_path, "interview", "X", given)
    assert message in str(raised.value)
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_is_set_twice_is_told() -> None:
    with pytest.raises(AuthoringError, match="set twice"):
        settings(["dek=a", "dek=b"])


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=300))
def test_any_headline_gives_a_folder_of_its_own_and_reads_back(
    tmp_path_factory: pytest.TempPathFactory, headline: str
) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    one_line = " ".join(headline.split())
    made = begun(Wanted("interview", one_line), folder)
    assert made.path.parent.parent == folder
    assert (made.notes.front.text("headline") or "") == one_line


def test_a_story_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    made = story(tmp_path)
    write(made)
    made.path.write_text("mine")
    with pytest.raises(AuthoringError, match="this story is there already"):
        write(story(tmp_path))
    assert made.path.read_text() == "mine"
    assert [path.name for path in made.path.parent.iterdir()] == ["notes.md"]


def test_notes_go_beside_what_a_folder_has_already(tmp_path: Path) -> None:
    made = story(tmp_path)
    made.path.parent.mkdir()
    (made.path.parent / "talk.vtt").write_text("x")
    write(made)
    assert read_notes(made.path).front.text("headline") == "A working title"


def test_a_kind_of_the_newsrooms_own_begins_with_its_own_notes(tmp_path: Path) -> None:
    templates = tmp_path / "templates"
    (templates / "notes").mkdir(parents=True)
    (tmp_path / "authoring.toml").touch()
    (templates / "obituary.md").write_text('{% extends "builtin/interview.md" %}\n')
    (templates / "notes" / "interview.md").write_text("---\nkind: interview\nheadline:\nsources:\n---\n\n## Ours\n")
    assert {"obituary"} <= set(kinds(tmp_path / "drafts" / "x" / "notes.md"))
    assert "newsroom" not in kinds(tmp_path / "drafts" / "x" / "notes.md")
    own = story(tmp_path / "drafts", "interview", "X")
    assert [str(beat.heading) for beat in own.notes.beats] == ["Ours"]
    write(own)
    other = story(tmp_path / "drafts", "obituary", "Y")
    assert str(other.notes.front.text("kind")) == "obituary"
    write(other)
    assert "# Y" in draft(read_notes(other.path)).text


def test_notes_of_the_newsrooms_own_that_are_wrong_are_named(tmp_path: Path) -> None:
    (tmp_path / "templates" / "notes").mkdir(parents=True)
    (tmp_path / "authoring.toml").touch()
    (tmp_path / "templates" / "notes" / "brief.md").write_text("---\nkind: brief\nheadlin:\n---\n")
    with pytest.raises(AuthoringError, match=r"templates.notes.brief\.md:3:1: “headlin:” here"):
        story(tmp_path / "drafts", "brief")


@pytest.mark.parametrize("kind", ["intervew", "../x", "", "base", "house"])
def test_a_kind_that_there_is_not_is_told_with_what_there_is(tmp_path: Path, kind: str) -> None:
    with pytest.raises(AuthoringError, match=r"did you mean “interview”|there are: interview, qa, brief"):
        story(tmp_path, kind)


def test_somebody_in_the_contacts_is_filled_in_from_there(tmp_path: Path) -> None:
    (tmp_path / "authoring.toml").touch()
    (tmp_path / "contacts.md").write_text(
        "---\nsources:\n  ida:\n    name: Ida Kessler\n    role: a librarian\n"
        "  mole:\n    name: Max Mole\n    terms: anonymous\n    alias: a person\n---\n"
    )
    for setting in ("interview.with=ida", "sources.interviewee.name=Ida Kessler"):
        made = story(tmp_path / "drafts", "interview", "X", setting)
        assert [(id_, source.fields.text("role")) for id_, source in made.notes.sources.items()] == [
            ("ida", "a librarian")
        ]
    other = story(tmp_path / "drafts", "interview", "X", "sources.interviewee.name=Max Mole")
    assert list(other.notes.sources) == ["mole"]
    assert other.notes.sources["mole"].fields.text("alias") == "a person"


def test_the_project_is_the_nearest_folder_with_settings(tmp_path: Path) -> None:
    inside = tmp_path / "drafts" / "story"
    inside.mkdir(parents=True)
    assert project_of(inside) == inside.resolve()
    (tmp_path / "authoring.toml").touch()
    assert project_of(inside) == tmp_path.resolve()
    (tmp_path / "drafts" / ".git").mkdir()
    assert project_of(inside) == inside.resolve()
