"""Which sentences of an article lead back to a note: by the trace of its draft, by its quotations, by its words."""

from __future__ import annotations

from pathlib import Path

import pytest

import authoring
from authoring.notes import parse_notes
from authoring.prose import parse
from authoring.verification.quotes import checked_quotes
from authoring.verification.sentences import sentences
from authoring.verification.words import NotedWords

DRAFTS = Path(__file__).parents[2] / "drafts"
NOTES = """---
kind: brief
slug: pier
headline: The pier goes
byline: Noor Haddad
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master, employer: the Port of Orrinfield}
  mute: {name: Max Silent, kind: person, terms: off the record}
requests:
  - {to: ruiz, asked_by: The Ledger, asked_on: 2026-05-19, how: two emails, about: the boats, outcome: no response}
---
## The pier
- The pier was built in 1911 and cost $40,000
— ruiz
- the council will vote on {2026-06-16}
— ruiz
~ three ferries a day will not stop there
— ruiz | said | 00:04:10
- the plans were burned in the stove
— mute
> We may lose a third of the boats.
— ruiz | said | 00:04:10
"""


@pytest.fixture(scope="module")
def noted() -> NotedWords:
    return NotedWords(parse_notes(NOTES, "notes.md"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Built in 1911, the pier cost $40,000, Ruiz said.",
        "The pier cost 40,000 dollars and was built in 1911.",
        "The council votes on June 16.",
        "Three ferries a day will not stop there, Ana Ruiz said.",
        "Ana Ruiz is the harbour master of the Port of Orrinfield.",
        "Ruiz did not respond to two emails from The Ledger about the boats.",
        "By Noor Haddad",
    ],
)
def test_a_sentence_whose_words_stand_in_one_note_is_traced(noted: NotedWords, sentence: str) -> None:
    assert noted.hold(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The pier was built in 1912.",
        "The pier was built in 1911 and cost $40,000, Tom Abel said.",
        "The council votes on June 17.",
        "Three ferries a day will stop there, as they never have before.",
        "The pier will not cost $40,000.",
        "The pier was built in 1911 by convicts from the northern islands.",
        "Everybody in town loves the pier.",
        "The plans were burned in the stove.",
        "She smiled.",
    ],
)
def test_a_sentence_with_anything_of_its_own_is_bare(noted: NotedWords, sentence: str) -> None:
    assert not noted.hold(sentence)


def test_what_stands_in_two_notes_does_not_make_one(noted: NotedWords) -> None:
    assert not noted.hold("The pier was built when the council voted on ferries.")


def test_of_a_transcript_three_sentences_in_a_row_count_as_one_note() -> None:
    near = "The pier is old. It was built in stone. The stone is black. Nobody sails there. The crews have left."
    words = NotedWords(None, [near, "Yes."])
    assert words.hold("The old pier was built of black stone.")
    assert not words.hold("The crews left the old pier.")


def test_quotations_that_pass_trace_their_sentences_and_others_do_not() -> None:
    text = "“We may lose a third of the boats,” Ruiz said. “We will lose a third of the boats,” Ruiz said.\n\n# Boats\n"
    document = parse(text, parse_notes(NOTES, "notes.md"))
    found = sentences(document, checked_quotes(document))
    assert (found.total, found.traced) == (2, 1)
    assert [span.of(text) for span in found.bare] == ["“We will lose a third of the boats,” Ruiz said."]


def test_the_trace_of_a_draft_speaks_before_the_words(tmp_path: Path) -> None:
    folder = DRAFTS / "town-clock"
    notes = authoring.read_notes(folder / "notes.md")
    article = folder / "interview.md"
    document = parse(article.read_text("utf-8"), notes, path=str(article))
    found = sentences(document, checked_quotes(document))
    assert [span.of(document.text) for span in found.bare] == ["This interview has been edited for length and clarity."]
    edited = document.text.replace("The job is mostly counting.", "The job is hard on the knees of anybody.")
    assert edited != document.text
    again = parse(edited, notes, path=str(article))
    bare = [span.of(edited) for span in sentences(again, checked_quotes(again)).bare]
    assert "The job is hard on the knees of anybody." in bare
    assert len(bare) == 2


def test_a_damaged_trace_is_an_error_and_no_guess(tmp_path: Path) -> None:
    (tmp_path / ".a.trace.json").write_text("{}")
    document = parse("The pier is old.", parse_notes(NOTES, "notes.md"), path=str(tmp_path / "a.md"))
    with pytest.raises(authoring.errors.ArticleError, match="damaged"):
        sentences(document, ())
