"""A protected name that slips into what would be printed stops the draft, and is shown in no message."""

from __future__ import annotations

import pytest

from authoring.errors import NotesError
from authoring.notes import parse_notes

FRONT = """\
---
kind: brief
headline: The ward
sources:
  nurse: {name: Vera Osgood, terms: anonymous, alias: a nurse on the ward}
  cole: {name: Bo Cole}
  mole: {name: Ida Cole, terms: anonymous, alias: a clerk}
---
## Night
"""


@pytest.mark.parametrize(
    ("beat", "column"),
    [
        ("At night Vera Osgood walks home.", 10),
        ("- the ward is run by Vera Osgood\n— cole", 22),
        ("> I told Vera Osgood to go.\n— cole | said", 10),
        ("~ he knows Vera Osgood\n— cole | said", 12),
        ("? What did Vera Osgood see?", 12),
        ("* nodded at Vera Osgood\n— cole", 13),
    ],
)
def test_a_protected_name_in_what_would_be_printed_is_an_error_at_its_place(beat: str, column: int) -> None:
    with pytest.raises(NotesError) as caught:
        parse_notes(FRONT + beat + "\n", "notes.md")
    [problem] = [each for each in caught.value.problems if each.level == "error"]
    assert (problem.line, problem.column) == (10, column)
    assert "the name of a protected source" in problem.message
    assert "Osgood" not in str(caught.value)


def test_the_headline_is_looked_at_too() -> None:
    with pytest.raises(NotesError, match="protected source"):
        parse_notes(FRONT.replace("The ward", "What Vera Osgood saw") + "One.\n", "notes.md")


def test_the_last_name_alone_is_a_warning_unless_somebody_else_bears_it() -> None:
    notes = parse_notes(FRONT + "The night nurse Osgood. And Cole.\n", "notes.md")
    [problem] = [each for each in notes.problems if "protected" in each.message]
    assert (problem.level, problem.line, problem.column) == ("warning", 10, 17)
    assert "Osgood" not in problem.message


@pytest.mark.parametrize("beat", ["> Vera Osgood did it.\n— cole | off the record", "<!-- Vera Osgood -->\nOne."])
def test_what_is_not_printed_may_hold_the_name(beat: str) -> None:
    assert not [each for each in parse_notes(FRONT + beat + "\n", "n.md").problems if "protected" in each.message]


def test_a_no_comment_line_for_a_party_that_gave_a_statement_is_an_error() -> None:
    front = FRONT.replace("---\n## Night", "requests:\n  - {to: cole, outcome: statement}\n---\n## Night")
    with pytest.raises(NotesError, match="answered with a statement"):
        parse_notes(front + "x cole\n", "notes.md")


def test_a_protected_name_as_the_later_mention_is_an_error() -> None:
    front = FRONT.replace("alias: a nurse on the ward", "alias: a nurse on the ward, second: Vera Osgood")
    with pytest.raises(NotesError, match="the name of a protected source"):
        parse_notes(front + "At night she walks home.\n", "notes.md")


AGREED = """\
---
kind: interview
interview:
  with: {with_}
  terms: {agreed}
sources:
  cole: {{name: Bo Cole}}
  open: {{name: Di Open, terms: on the record}}
  nurse: {{name: Vera Osgood, terms: anonymous, alias: a nurse on the ward}}
---
## Night
"""


@pytest.mark.parametrize("agreed", ["anonymous", "background", "Off the record"])
def test_terms_agreed_for_an_interview_that_its_source_does_not_have_stop_the_draft(agreed: str) -> None:
    with pytest.raises(NotesError) as caught:
        parse_notes(AGREED.format(with_="cole", agreed=agreed) + "> Yes.\n— cole | said\n", "n.md")
    [problem] = caught.value.problems
    assert (problem.line, problem.column) == (5, 10)
    assert "cole" not in str(caught.value).casefold()


@pytest.mark.parametrize(
    ("with_", "agreed"),
    [("nurse", "anonymous"), ("open", "background"), ("cole", "on the record"), ("cole", "approval")],
)
def test_terms_of_an_interview_are_right_where_its_source_has_terms_of_its_own(with_: str, agreed: str) -> None:
    notes = parse_notes(AGREED.format(with_=with_, agreed=agreed) + "One.\n", "n.md")
    assert not [each for each in notes.problems if "terms" in each.message]
