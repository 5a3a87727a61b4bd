"""The quote check against a story's notes and the transcripts they name; nothing confidential comes out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.notes import read_notes
from authoring.notes.model import Notes
from authoring.wording import Material, QuoteCheck, borrowed, check_quote, material_of_notes, unplaced

NOTES = """---
kind: interview
slug: pier
headline: The pier goes
ai: transcribed by software
interview: {with: ruiz, transcript: talk.vtt}
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  acme: {name: Acme Piers, kind: company}
  clerk: {name: Jane Doe, kind: person, alias: a town clerk, reason: she would lose her job}
  mute: {name: Max Silent, kind: person, terms: off the record}
---
## Boats
> We may lose a third of the boats, // and nobody told the crews.
— ruiz | said | 00:00:02 | heard: yes

> And then we wait.
— ruiz | same statement

> The mayor knew of it since March.
— ruiz | said | 00:00:20 | off the record

> The books were cooked for years.
— clerk | said | 2026-05-03

> I never saw the plan myself.
— mute | said | 00:00:31

- We are proud to build the finest piers on the northern coast
— acme | via: email | 2026-05-02

> It was a bad night.
— ruiz | said
"""
TALK = """WEBVTT

00:00:01.000 --> 00:00:05.000
<v Ana Ruiz>We may lose a third of the boats, and um nobody told the crews.

00:00:20.000 --> 00:00:25.000
<v Ana Ruiz>Between us, the mayor knew of it since March. But that is off.

00:00:26.000 --> 00:00:30.000
<v Jane Doe>The ledgers were cooked, and Jane Doe is my name.

00:00:31.000 --> 00:00:35.000
<v Max Silent>I burned the plan in the stove.

00:00:36.000 --> 00:00:40.000
<v Ana Ruiz>We sail in the morning, all of us.
"""
SECRETS = ("Jane", "Doe", "clerk", "Max", "Silent", "mute", "mayor knew", "since March", "burned", "stove", "never saw")


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    (tmp_path / "talk.vtt").write_text(TALK)
    (tmp_path / "notes.md").write_text(NOTES)
    return read_notes(tmp_path / "notes.md")


@pytest.fixture
def material(notes: Notes) -> Material:
    return material_of_notes(notes)


def told(found: QuoteCheck, *, own_words: bool = False) -> str:
    """Everything that a check says, without the quotation's own words."""
    diff = [words for sign, words in found.diff if own_words or sign == "-"]
    return " ".join(map(str, (found.reason, found.origin, found.speaker, found.source, *diff)))


def test_words_of_a_note_pass_and_lead_back_to_its_line(material: Material, notes: Notes) -> None:
    found = check_quote("nobody told the crews", material, "ruiz")
    assert (found.status, found.source, found.speaker) == ("verbatim", "ruiz", "Ana Ruiz")
    assert found.origin is not None
    assert (found.origin.path, found.origin.line, found.origin.time) == (notes.path, 14, "00:00:02")
    assert NOTES.split("\n")[13][found.origin.column - 1 :].startswith("nobody")


def test_words_of_the_transcript_pass_where_no_note_has_them(material: Material) -> None:
    found = check_quote("We sail in the morning", material, "Ruiz")
    assert (found.status, found.source) == ("verbatim", "ruiz")
    assert found.origin is not None
    assert found.origin.path.endswith("talk.vtt")
    assert (found.origin.line, found.origin.time) == (16, "00:00:36")


def test_a_same_statement_goes_on_from_the_note_before_it(material: Material) -> None:
    assert check_quote("nobody told the crews. And then we wait", material, "ruiz").status == "verbatim"


@pytest.mark.parametrize(
    "quote",
    [
        "The mayor knew of it since March",
        "the mayor knew of it since April",
        "the mayor knew",
        "mayor",
        "I never saw the plan myself",
        "I burned the plan in the stove",
        "I burned the plan in the oven",
        "stove",
    ],
)
@pytest.mark.parametrize("speaker", [None, "ruiz", "Ana Ruiz", "acme", "Max Silent", "mute"])
def test_words_off_the_record_are_not_found_and_nothing_hints_at_them(
    material: Material, quote: str, speaker: str | None
) -> None:
    found = check_quote(quote, material, speaker)
    assert found.status in ("not-found", "altered")
    assert not any(secret in told(found) for secret in SECRETS)


@pytest.mark.parametrize("speaker", [None, "a town clerk", "ruiz", "acme"])
@pytest.mark.parametrize(
    "quote", ["The books were cooked for years", "The ledgers were cooked, and Jo is my name", "The ledgers were baked"]
)
def test_a_protected_source_is_never_named(material: Material, quote: str, speaker: str | None) -> None:
    found = check_quote(quote, material, speaker)
    assert not any(secret in told(found, own_words=True).replace("a town clerk", "") for secret in SECRETS)


def test_a_protected_source_is_quoted_under_its_alias(material: Material) -> None:
    assert check_quote("The books were cooked for years", material, "a town clerk").status == "verbatim"
    assert check_quote("The ledgers were cooked", material, "a town clerk").status == "verbatim"
    assert check_quote("The ledgers were cooked", material, "Ana Ruiz").status == "wrong-speaker"


def test_words_of_the_company_are_not_the_harbour_masters(material: Material) -> None:
    quote = "proud to build the finest piers"
    assert check_quote(quote, material, "Ruiz").status == "wrong-speaker"
    assert check_quote(quote, material, "Acme Piers").status == "verbatim"


def test_seven_words_of_another_sources_text_are_borrowed(material: Material) -> None:
    found = borrowed("They say we are proud to build the finest piers, don't they?", material, "ruiz")
    assert found is not None
    assert (found.words, found.source) == ("we are proud to build the finest piers", "acme")
    assert found.origin.line == 29
    assert borrowed("we are proud to build the best", material, "ruiz") is None
    assert borrowed("we are proud to build the finest piers", material, "acme") is None


def test_a_quote_owes_a_place_and_one_from_software_an_ear(notes: Notes) -> None:
    lacks = [unplaced(item, notes) for item in notes.quotes]
    assert lacks == [None, None, None, "place"]
    (quote,) = [item for item in notes.quotes if str(item.text).startswith("We may")]
    unheard = NOTES.replace(" | heard: yes", "")
    path = Path(notes.path)
    path.write_text(unheard)
    assert unplaced(read_notes(path).quotes[0], read_notes(path)) == "heard"
    assert quote.tag is not None


def test_a_transcript_that_is_missing_is_left_out_and_said(notes: Notes) -> None:
    (Path(notes.path).parent / "talk.vtt").unlink()
    material = material_of_notes(notes)
    assert [problem.path for problem in material.unread] == [str(Path(notes.path).parent / "talk.vtt")]
    assert check_quote("nobody told the crews", material, "ruiz").passes
    assert not check_quote("We sail in the morning", material, "ruiz").passes


def test_an_off_the_record_note_that_is_no_transcription_takes_out_what_was_said_from_its_time(tmp_path: Path) -> None:
    (tmp_path / "talk.vtt").write_text(TALK)
    (tmp_path / "notes.md").write_text(NOTES.replace("The mayor knew of it since March.", "she blames city hall"))
    material = material_of_notes(read_notes(tmp_path / "notes.md"))
    assert check_quote("the mayor knew of it", material, "ruiz").status == "not-found"
    assert check_quote("We may lose a third of the boats", material, "ruiz").passes
    assert check_quote("We sail in the morning", material, "ruiz").passes


def test_the_example_stories_quote_what_was_said() -> None:
    drafts = Path(__file__).parents[2] / "drafts"
    notes = read_notes(drafts / "town-clock" / "notes.md")
    material = material_of_notes(notes)
    assert not material.unread
    assert len({passage.group for passage in material.passages}) == 2
    for item in notes.quotes:
        found = check_quote(str.__str__(item.text), material, item.source)
        assert found.passes, found
        assert unplaced(item, notes) is None
