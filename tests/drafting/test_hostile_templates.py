"""A template can spoil its own draft, and nothing else: not the machine, not the time, not the notes' secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.drafting.draft import draft
from authoring.errors import TemplateError
from authoring.notes import Notes, parse_notes

NOTES = """\
---
kind: story
headline: The lock
sources:
  quill: {name: Mara Quill, role: the lock keeper, employer: }
---

## One
> We close at six.
— quill | said
"""

ENDLESS = "{% for a in range(99999) %}" * 3 + "{% endfor %}" * 3
HOSTILE = {
    "endless loop": (ENDLESS, "more than 2 seconds|ran out of time"),
    "endless recursion": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
    "a template that includes itself": ("{% include 'story.md' %}", "calls itself without end"),
    "gigabyte string": ("{{ 'a' * 2000000000 }}", "without bounds"),
    "gigabyte list": ("{{ ([0] * 2000000000) | length }}", "without bounds"),
    "gigabyte by doubling": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}",
        "more memory|ran for more|ran out of time",
    ),
    "gigabyte by padding": ("{{ '%2000000000d' % 1 }}", "without bounds|more memory"),
    "gigabyte by format": ("{{ '{:>2000000000}'.format(1) }}", "without bounds|more memory|failed"),
    "gigabyte by filter": ("{{ 'a' | center(2000000000) }}", "without bounds"),
    "huge power": ("{{ 9 ** 999999999 }}", "without bounds"),
    "long range": ("{{ range(10000000000) | list | length }}", "(?i)range"),
    "file access": ("{{ open('/etc/passwd').read() }}", "open"),
    "file access by include": ("{% include '/etc/passwd' %}", "there is no template called"),
    "file access by climbing": ("{% include '../../../../../../etc/passwd' %}", "there is no template called"),
    "attribute escape": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "__class__"),
    "attribute escape by filter": ("{{ (notes | attr('__class__')).mro() }}", "__class__"),
    "attribute escape by format": ("{{ '{0.__class__.__mro__}'.format(notes) }}", "__class__"),
    "globals of a function": ("{{ notes.by.__globals__ }}", "__globals__"),
    "globals of a macro": ("{% macro m() %}{% endmacro %}{{ m.__init__.__globals__ }}", "__init__"),
    "environment by self": ("{{ self._TemplateReference__context.environment }}", "_TemplateReference__context"),
    "inside of a traced string": ("{{ notes.headline._runs }}", "_runs"),
    "method of a traced string": ("{{ notes.headline.from_notes('x', 1) }}", "from_notes"),
    "changing the notes": ("{{ notes.clear() }}", "clear"),
    "module": ("{% import 'os' as os %}{{ os.system('true') }}", "there is no template called"),
}


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    path = tmp_path / "notes.md"
    path.write_text(NOTES)
    (tmp_path / "templates").mkdir()
    return parse_notes(NOTES, str(path))


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_template_is_stopped_with_a_clear_error(case: str, notes: Notes, tmp_path: Path) -> None:
    source, message = HOSTILE[case]
    (tmp_path / "templates" / "story.md").write_text(source)
    with pytest.raises(TemplateError, match=message) as caught:
        draft(notes)
    assert "Traceback" not in str(caught.value)
    assert "root:" not in str(caught.value)


def test_a_missing_field_names_the_template_line_and_the_nearest_field(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "templates" / "story.md").write_text(
        "one\n{% for quote in notes.quotes %}\n{{ quote.sourse }}\n{% endfor %}"
    )
    with pytest.raises(TemplateError) as caught:
        draft(notes)
    error = caught.value
    assert str(error) == "story.md:3:1: there is no field “sourse” of item; the nearest field is “source”"


def test_a_field_not_known_yet_names_the_line_of_the_notes_to_edit(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "templates" / "story.md").write_text("\n\n{{ notes.quotes[0].source.employer }}\n")
    with pytest.raises(TemplateError) as caught:
        draft(notes)
    assert caught.value.path == "story.md"
    assert caught.value.line == 3
    assert "sources.quill.employer is not known yet" in str(caught.value)
    assert f"fill it in at {tmp_path / 'notes.md'}:5:" in str(caught.value)


def test_a_field_not_known_yet_may_be_asked_for(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "templates" / "story.md").write_text(
        "{{ 'employed' if notes.quotes[0].source.employer else 'no employer' }}"
    )
    assert draft(notes).text == "no employer\n"


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("fine\n{% if %}", "Expected an expression", 2),
        ("{% for x in notes.beats %}", "endfor", 1),
        ("a\nb\n{{ notes.headline | quotd }}", "did you mean “quoted”", 3),
        ("{{ nots.headline }}", "nots", 1),
        ("\n{{ 1 / 0 }}", "division by zero", 2),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(
    source: str, message: str, line: int, notes: Notes, tmp_path: Path
) -> None:
    (tmp_path / "templates" / "story.md").write_text(source)
    with pytest.raises(TemplateError, match=message) as caught:
        draft(notes)
    assert caught.value.line == line


def test_a_misspelt_template_name_gets_the_nearest_one(notes: Notes) -> None:
    with pytest.raises(TemplateError, match="did you mean “interview”"):
        draft(notes, "interveiw")


def test_a_house_template_replaces_a_built_in_one_and_can_extend_it(notes: Notes, tmp_path: Path) -> None:
    (tmp_path / "templates" / "interview.md").write_text(
        '{% extends "builtin/interview.md" %}\n{% block headline %}\n# House: {{ notes.headline }}\n{% endblock %}\n'
    )
    text = draft(notes, "interview").text
    assert "# House: The lock\n" in text
    assert "“We close at six,” said Mara Quill, the lock keeper." in text


def test_a_template_file_can_be_named_by_its_path(notes: Notes, tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text("{{ notes.headline }}!")
    assert draft(notes, str(path)).text == "The lock!\n"
