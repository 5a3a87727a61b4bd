"""Sources of the newsroom's contacts file, which every story can use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from authoring import draft, lint, parse, read_notes
from authoring.drafting.publish import publish
from authoring.drafting.why import why
from authoring.errors import NotesError, TemplateError
from authoring.notes import check_notes
from authoring.trace.trace import Trace, trace_path

CONTACTS = """\
---
sources:
  echo:
    name: The Tarn Echo
    kind: outlet
  nobody:
    name: Nora Body
  kessler:
    name: Ida Kessler
    role: a librarian in Tarn Hill
    stake: none
  mole:
    name: Paul Secretan
    terms: anonymous
    alias: a person at the council
    reason: who fears for the job
---
"""
NOTES = """\
---
kind: interview
headline: The Library That Lends Umbrellas
byline: Joan Pell
published: 2026-03-20
sources:
  report:
    name: Annual Report 2025
    kind: document
---

## How it began
> We had sixty umbrellas in lost property, // and nobody came for one of them.
— kessler | said | 00:01:10
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """The notes of a story in a project with a contacts file at its top."""
    (tmp_path / "authoring.toml").write_text("", "utf-8")
    (tmp_path / "contacts.md").write_text(CONTACTS, "utf-8")
    folder = tmp_path / "drafts" / "umbrellas"
    folder.mkdir(parents=True)
    (folder / "notes.md").write_text(NOTES, "utf-8")
    return folder / "notes.md"


def test_a_tag_may_name_a_contact(story: Path) -> None:
    notes = read_notes(story)
    assert notes.quotes[0].source == "kessler"
    assert str(notes.sources["kessler"].name) == "Ida Kessler"


def test_only_contacts_with_a_part_in_the_story_become_its_sources(story: Path) -> None:
    assert list(read_notes(story).sources) == ["report", "kessler"]


@pytest.mark.parametrize(
    "more",
    [
        "- 212 umbrellas were lent in 2025\n— echo | according to\n",
        "- 212 umbrellas were lent in 2025\n— report | says | citing: kessler, echo\n",
        "~ the library is full\n— kessler | to: echo\n",
        "It said so in {echo.name}.\n",
        "x echo\n",
    ],
)
def test_every_place_that_takes_an_id_takes_a_contact(story: Path, more: str) -> None:
    front = "requests:\n  - to: echo\n    about: the lending\n---\n"
    story.write_text(NOTES.replace("---\n\n", front + "\n") + "\n" + more, "utf-8")
    assert "echo" in read_notes(story).sources


def test_requests_and_the_interview_may_name_contacts(story: Path) -> None:
    front = "interview:\n  with: kessler, nobody\nrequests:\n  - to: echo\n    asked_by: mole\n---\n"
    story.write_text(NOTES.replace("---\n\n", front + "\n"), "utf-8")
    assert list(read_notes(story).sources) == ["report", "echo", "nobody", "kessler", "mole"]


def test_what_the_notes_declare_comes_before_a_contact_of_the_same_id(story: Path) -> None:
    own = "  kessler:\n    name: Ida Kessler-Roe\n---\n"
    story.write_text(NOTES.replace("---\n\n", own + "\n"), "utf-8")
    notes = read_notes(story)
    assert str(notes.sources["kessler"].name) == "Ida Kessler-Roe"
    assert notes.contacts is None


def test_the_nearest_contacts_file_counts(story: Path) -> None:
    nearer = CONTACTS.replace("Ida Kessler", "Ida Nearer")
    (story.parent.parent / "contacts.md").write_text(nearer, "utf-8")
    assert str(read_notes(story).sources["kessler"].name) == "Ida Nearer"


def test_contacts_beyond_the_top_of_the_project_are_not_looked_at(story: Path) -> None:
    (story.parent.parent / ".git").mkdir()
    (problem,) = check_notes(story)
    assert problem.message == "no source is called “kessler”, expected “report”"


def test_a_misspelt_id_is_told_the_nearest_contact(story: Path) -> None:
    story.write_text(NOTES.replace("— kessler", "— kesler"), "utf-8")
    (problem,) = check_notes(story)
    assert problem.message == "no source is called “kesler”, expected “kessler”"


def test_a_draft_leads_back_to_the_contacts_file(story: Path) -> None:
    made = draft(read_notes(story))
    article = story.with_name("interview.md")
    publish(made, article)
    assert "said Ida Kessler, a librarian in Tarn Hill, “and nobody" in made.text
    begin = made.text.index("Ida Kessler")
    (stretch,) = made.trace.within(type(made.trace.stretches[0].span)(begin, begin + 11))
    assert stretch.line == CONTACTS[: CONTACTS.index("Ida Kessler")].count("\n") + 1
    assert stretch.exact
    trace = Trace.from_json(trace_path(article).read_text("utf-8"), article)
    assert trace.contacts == (len(NOTES) + 1, "../../contacts.md")
    (answer,) = why(
        article, article.read_text("utf-8").splitlines().index("“" + made.text.split("“", 1)[1].split("\n")[0]) + 1
    )
    told = {(Path(origin.origin.path).name, origin.origin.line, origin.kind) for origin in answer.notes}
    assert ("contacts.md", 9, "source") in told
    assert ("notes.md", 13, "quote") in told
    quote = next(origin for origin in answer.notes if origin.kind == "quote")
    assert Path(quote.source_path or "").name == "contacts.md"
    assert quote.source_line == 8


def test_an_edited_contact_makes_the_draft_stale_and_another_contact_does_not(story: Path, tmp_path: Path) -> None:
    before = draft(read_notes(story)).trace.notes_sha256
    contacts = tmp_path / "contacts.md"
    contacts.write_text(CONTACTS.replace("Nora Body", "Nora Baddy-Long"), "utf-8")
    assert draft(read_notes(story)).trace.notes_sha256 == before
    contacts.write_text(CONTACTS.replace("a librarian", "the librarian"), "utf-8")
    assert draft(read_notes(story)).trace.notes_sha256 != before


def test_a_field_that_a_contact_lacks_is_asked_for_in_the_contacts_file(story: Path, tmp_path: Path) -> None:
    (tmp_path / "contacts.md").write_text(CONTACTS.replace("    name: Ida Kessler\n", ""), "utf-8")
    with pytest.raises(TemplateError) as error:
        draft(read_notes(story))
    assert "contacts.md:9:5" in error.value.hint


def test_a_finding_about_a_contact_points_into_the_contacts_file(story: Path, tmp_path: Path) -> None:
    (tmp_path / "contacts.md").write_text(CONTACTS.replace("    stake: none\n", ""), "utf-8")
    notes = read_notes(story)
    (finding,) = (each for each in lint(parse(draft(notes).text, notes)) if each.rule == "undisclosed-stake")
    assert finding.origin is not None
    assert Path(finding.origin.path).name == "contacts.md"
    assert finding.origin.line == 9


def test_the_name_of_a_protected_contact_comes_out_nowhere(story: Path) -> None:
    story.write_text(NOTES + "- the roof leaks\n— mole | said\n", "utf-8")
    made = draft(read_notes(story))
    assert "A person at the council, who fears for the job, said that the roof leaks." in made.text
    assert "Secretan" not in made.text + made.trace.to_json()


def test_the_name_of_a_protected_contact_may_not_stand_in_the_narration(story: Path) -> None:
    story.write_text(NOTES + "\nPaul Secretan laughed.\n- the roof leaks\n— mole | said\n", "utf-8")
    (problem,) = check_notes(story)
    assert problem.level == "error"
    assert "protected source" in problem.message
    assert (problem.line, problem.column) == (16, 1)


def test_a_contacts_file_with_errors_is_told_with_its_place(story: Path, tmp_path: Path) -> None:
    (tmp_path / "contacts.md").write_text(CONTACTS.replace("kind: outlet", "kind: outlett"), "utf-8")
    with pytest.raises(NotesError) as error:
        read_notes(story)
    (problem,) = error.value.problems
    assert Path(problem.path).name == "contacts.md"
    assert problem.line == 5


def test_stories_that_need_no_contact_do_not_mind_a_faulty_contacts_file(story: Path, tmp_path: Path) -> None:
    (tmp_path / "contacts.md").write_bytes(b"\xff\xfe\x00")
    story.write_text(NOTES.replace("— kessler | said | 00:01:10", "— report"), "utf-8")
    assert list(read_notes(story).sources) == ["report"]


def test_a_contacts_file_is_checked_as_notes_are(story: Path, tmp_path: Path) -> None:
    assert check_notes(tmp_path / "contacts.md") == ()


def test_a_changed_contacts_file_is_read_again(story: Path, tmp_path: Path) -> None:
    read_notes(story)
    (tmp_path / "contacts.md").write_text(CONTACTS.replace("Ida Kessler", "Ida Kessler-Roe"), "utf-8")
    assert str(read_notes(story).sources["kessler"].name) == "Ida Kessler-Roe"


def test_the_trace_of_a_story_without_contacts_names_none(tmp_path: Path) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text(NOTES.replace("— kessler | said | 00:01:10", "— report"), "utf-8")
    assert "contacts" not in json.loads(draft(read_notes(notes)).trace.to_json())


def test_an_id_that_only_a_comment_holds_takes_nobody_from_the_contacts(tmp_path: Path) -> None:
    (tmp_path / "authoring.toml").touch()
    (tmp_path / "contacts.md").write_text(CONTACTS, "utf-8")
    story = tmp_path / "notes.md"
    story.write_text(
        "---\nkind: brief\nsources:\n---\n\n## Lede\n<!--\n> Nothing yet.\n— kessler | said\n-->\n", "utf-8"
    )
    assert dict(read_notes(story).sources) == {}


def test_a_contact_that_may_not_be_named_is_known_in_notes_that_end_their_lines_in_the_old_way(story: Path) -> None:
    text = story.read_text("utf-8") + "- it was late\n— mole | said\n"
    story.write_bytes(text.replace("\n", "\r").encode())
    assert read_notes(story).sources["mole"].protected


def test_the_id_of_a_contact_that_may_not_be_named_is_not_led_to(story: Path) -> None:
    story.write_text(story.read_text("utf-8") + "- it was late\n— moles | said\n", "utf-8")
    with pytest.raises(NotesError) as caught:
        read_notes(story)
    assert "mole" not in str(caught.value).replace(str(story), "")
