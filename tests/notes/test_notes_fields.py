"""What stands in braces is a date in house style, a checked weekday, or a value with its place."""

from __future__ import annotations

from datetime import date

import pytest

from authoring.errors import NotesError
from authoring.notes import Notes, parse_notes
from authoring.notes.dates import house_date
from authoring.trace import runs_of

SOURCES = """sources:
  ana: {name: Ana Ruiz, role: a nurse, second: Ruiz}
  press: {kind: spokesperson, org: Acme, first: An Acme spokesperson}
"""


def read(body: str, front: str = "") -> Notes:
    """Notes with this body and these lines of front matter."""
    return parse_notes(f"---\n{front}{SOURCES}---\n{body}\n", "notes.md")


def error(body: str, front: str = "") -> str:
    """The one error in a body."""
    with pytest.raises(NotesError) as caught:
        read(body, front)
    (message,) = [problem.message for problem in caught.value.problems if problem.level == "error"]
    return message


def test_house_dates_spell_the_month_and_leave_out_the_year_of_the_article() -> None:
    assert house_date(date(2024, 7, 9), date(2024, 1, 1)) == "July 9"
    assert house_date(date(2023, 7, 9), date(2024, 1, 1)) == "July 9, 2023"
    assert house_date(date(2024, 12, 31), None) == "December 31, 2024"


@pytest.mark.parametrize(
    ("front", "printed"),
    [
        ("", "July 9, 2024"),
        ("published: 2024-01-01\n", "July 9"),
        ("published: 2023-01-01\nasof: 2024-01-01\n", "July 9"),
        ("published: 2024-01-01\nasof: 2023-01-01\n", "July 9, 2024"),
        ("published: 2024-01-01T10:00Z\n", "July 9"),
    ],
)
def test_the_year_is_left_out_where_asof_or_else_published_has_it(front: str, printed: str) -> None:
    (item,) = read("- on {2024-07-09}.", front).items
    assert item.text == f"on {printed}."


def test_a_date_leads_back_to_its_braces() -> None:
    notes = read("- on { 2024-07-09 }.")
    (item,) = notes.items
    (made,) = [run for run in runs_of(item.text) if not run.exact]
    assert notes.text[made.start : made.end] == "{ 2024-07-09 }"


@pytest.mark.parametrize("front", ["", "published: 2024-07-02\n", "published: 2024-07-16\n", "asof: 2024-07-09\n"])
def test_a_right_weekday_near_publication_is_printed(front: str) -> None:
    (item,) = read("- on {2024-07-09 as Tuesday}", front).items
    assert item.text == "on Tuesday"


@pytest.mark.parametrize(
    ("front", "away"),
    [("published: 2024-07-01\n", "8 days from “published:”"), ("asof: 2024-07-20\n", "11 days from “asof:”")],
)
def test_a_weekday_more_than_seven_days_away_is_an_error(front: str, away: str) -> None:
    assert away in error("- on {2024-07-09 as Tuesday}", front)


def test_a_wrong_weekday_is_told_the_right_one() -> None:
    assert error("- on {2024-07-10 as Tuesday}") == "2024-07-10 is no Tuesday, expected “Wednesday”"
    assert error("- on {2024-07-10 as noon}") == "no weekday after “as”, expected “Wednesday”"


@pytest.mark.parametrize(
    ("field", "printed"),
    [("ana", "Ana Ruiz"), ("ana.name", "Ana Ruiz"), ("ana.second", "Ruiz"), ("press.first", "An Acme spokesperson")],
)
def test_a_field_that_names_a_source_says_whom_it_names(field: str, printed: str) -> None:
    notes = read(f"- by {{{field}}} there")
    (item,) = notes.items
    assert item.text == f"by {printed} there"
    (name,) = [run for run in runs_of(item.text) if run.source]
    assert name.source == field.split(".", maxsplit=1)[0]
    assert notes.text[name.start : name.end] == printed


def test_any_value_of_the_front_matter_can_be_asked_for() -> None:
    notes = read(
        "- {ana.role}, {publication.name}, {sources.ana.role}, {headline}", "headline: News\npublication: {name: AI}\n"
    )
    (item,) = notes.items
    assert item.text == "a nurse, AI, a nurse, News"
    assert not any(run.source for run in runs_of(item.text))


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("ana.rol", "“ana” has no field “rol”, expected “role”"),
        ("ana.employer", "“employer” is not known yet, expected “employer:” under “ana” (line 3)"),
        ("ana.mother", "“ana” has no such field, expected one that stands there (line 3)"),
        ("ana.role.more", "more than one step into a text, expected “role”"),
        ("press", "“name” is not known yet, expected “name:” under “press” (line 4)"),
        ("anna", "no field is called “anna”, expected “ana”"),
        ("headlin", "no field is called “headlin”, expected “headline”"),
        ("headline", "“headline” is not known yet, expected “headline:” in the front matter"),
        ("zebra", "no such field, expected a source's id or a key of the front matter (or “\\{”)"),
        ("sources", "this names a group of keys, expected a single text"),
        ("2024-7-9", "this is not understood as a date, expected one such as {2024-07-09}"),
        ("9 July", "this is not understood as a date, expected one such as {2024-07-09}"),
        ("2024-07-09 or so", "this is not understood as a date, expected one such as {2024-07-09}"),
        ("a, b", "words in braces, expected a date or a field such as {sarah.role} (or “\\{”)"),
    ],
)
def test_a_field_that_cannot_be_filled_says_what_to_type(field: str, message: str) -> None:
    assert error(f"- by {{{field}}}") == message


def test_an_empty_value_names_the_line_to_fill_in() -> None:
    assert error("- by {dek}", "dek:   # later\n") == "“dek” is not known yet, expected a value in line 2"
    assert error("- at {dateline.place}", "dateline: {place: , date: }\n") == (
        "“dateline.place” is not known yet, expected a value in line 2"
    )


@pytest.mark.parametrize("mark", ["", "~ ", "- ", "? ", "* ", "## "])
def test_fields_are_filled_in_everywhere_but_in_quotes(mark: str) -> None:
    notes = read(f"{mark}{{ana.role}}")
    text = notes.beats[0].heading if mark == "## " else notes.beats[0].items[0].text
    assert text == "a nurse"
