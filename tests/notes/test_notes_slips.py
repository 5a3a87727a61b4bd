"""What beginners type in place of a mark, a tag or a capital letter is told, with what to type instead."""

from __future__ import annotations

import pytest

from authoring.errors import NotesError
from authoring.notes import parse_notes

HEAD = """---
sources:
  roe: {name: Ida Roe, pronoun: she}
  herald: {name: The Herald, kind: outlet}
  iphone: {name: iPhone Weekly, kind: outlet}
  hidden: {name: Maud Ellery, alias: a nurse}
---
"""


def problems(body: str, head: str = HEAD) -> list[str]:
    """Level and message of everything that is wrong with these notes."""
    try:
        found = parse_notes(head + body + "\n", "notes.md").problems
    except NotesError as error:
        found = tuple(error.problems)
    return [f"{problem.level}: {problem.message}" for problem in found]


SLIPS = {
    "a tag with one hyphen": (
        "> One.\n- roe | said",
        "error: a tag with one hyphen, expected “—” or “--” at its start",
    ),
    "an id alone after one hyphen": (
        "> One.\n- roe",
        "error: a tag with one hyphen, expected “—” or “--” at its start",
    ),
    "a pronoun after one hyphen": (
        "> One.\n- she | said",
        "error: a tag with one hyphen, expected “—” or “--” at its start",
    ),
    "a tag behind the quote": (
        "> One. — roe | said",
        "error: a tag behind the words, expected it on the line below",
    ),
    "a tag behind the fact": ("- One. -- roe | said", "error: a tag behind the words, expected it on the line below"),
    "commas in a tag": (
        "> One.\n— roe, said, 00:01:10",
        "error: “,” behind the source, expected “|” between the parts of a tag",
    ),
    "a slash in a tag": (
        "> One.\n— roe / said",
        "error: “/” behind the source, expected “|” between the parts of a tag",
    ),
    "the name for the id": ("> One.\n— Ida Roe | said", "error: no source is called “Ida Roe”, expected “roe”"),
    "a name after to": (
        "- it fell\n— roe | told | to: The Herald",
        "error: no source is called “The Herald”, expected “herald”",
    ),
    "no colon after to": (
        "- it fell\n— roe | told | to herald",
        "error: “to” without its colon, expected “to:” and then the rest",
    ),
    "told, but whom?": (
        "- it fell\n— roe | told",
        "warning: “told” and nobody told, expected “to:” and an id (or “said”)",
    ),
    "a day in words": (
        "- it fell\n— herald | said | July 9, 2024",
        "error: this is not understood as a date, expected one such as 2024-06-25",
    ),
    "a day in words in braces": (
        "It fell on {9 July 2024}.",
        "error: this is not understood as a date, expected one such as {2024-07-09}",
    ),
    "a time in words": (
        "> One.\n— roe | said | at 00:10:10",
        "error: this is no time in a recording, expected H:MM:SS or MM:SS",
    ),
    "hours and minutes": (
        "> One.\n— roe | said | 1h10",
        "error: this is no time in a recording, expected H:MM:SS or MM:SS",
    ),
    "two braces": (
        "{{ roe.name }} came.",
        "error: two braces, expected one, as in {sarah.role} (or “\\{” for a plain one)",
    ),
    "an action without a space": (
        "*looked up",
        "warning: “*” without a space after it is plain text, expected “* ” for an action",
    ),
    "a capital x": ("X roe", "error: a no-comment line with more in it, expected “x”, a space and one id"),
    "two ids after x": ("x roe herald", "error: a no-comment line with more in it, expected “x”, a space and one id"),
    "quotation marks around a quote": (
        '> "One. Two."\n— roe | said',
        "warning: quotation marks around the whole quote, expected the words alone (drafts set the marks)",
    ),
    "who said it among the words": (
        '> "One," Roe said. "Two."\n— roe | said',
        "warning: who said it stands among the words, expected it in the tag only (“//” marks its place)",
    ),
    "a small letter at the start of a sentence": (
        "- the gate fell",
        "warning: a sentence that begins with a small letter, expected a capital (words are printed as typed)",
    ),
    "a small letter before as … by": (
        "- the gate fell\n— herald | as noted by",
        "warning: a sentence that begins with a small letter, expected a capital (words are printed as typed)",
    ),
    "a capital inside a sentence": (
        "- The gate fell\n— roe | said",
        "warning: “The” inside a sentence, expected “the” (words are printed as typed)",
    ),
    "a question as reported speech": (
        "~ Did it fall?\n— roe | asked",
        "warning: a question as reported speech, expected “whether …” or a quote (“> ”)",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_with_what_to_type(slip: str) -> None:
    body, wanted = SLIPS[slip]
    assert problems(body) == [wanted]
    assert len(wanted.partition(": ")[2]) <= 100


@pytest.mark.parametrize(
    "body",
    [
        "- The Herald was first\n— roe | said",
        "- iPhone Weekly was first",
        "- openSUSE was first",
        "- heromiles.org lists them",
        "- 12 gates fell",
        "- it fell\n— roe | according to",
        "- It fell\n— roe | untagged",
        "- It fell\n— roe | background",
        "> “One” and “two”.\n— roe | said",
        "> So I said “Go!” and he said “No.”\n— roe | said",
        "> Mr. Low said so.\n— roe | said",
        "> The sign — green | red — is in the form.\n— roe | said",
        "- it fell\n— roe | said in May 2024",
        "- it fell\n— roe | told us",
        "*Looked* at twice.",
        "X marks the spot.",
        "- Police | fire | ambulance",
    ],
)
def test_what_is_no_slip_is_not_told(body: str) -> None:
    assert problems(body) == []


def test_no_message_gives_away_a_protected_source() -> None:
    for body in ("> One.\n— Maud Ellery | said", "> One.\n- hidden | said", "> One.\n— hidden, said", "X hidden"):
        assert not any("Maud" in each or "hidden" in each for each in problems(body))


def test_a_headline_after_a_number_sign_is_not_dropped_in_silence() -> None:
    head = HEAD.replace("sources:", "headline: #1 again\nsources:")
    assert problems("It fell.", head) == [
        "warning: a “#” in a value begins a private comment, expected quotation marks around the value"
    ]
