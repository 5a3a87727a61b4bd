"""What every draft promises, over the example notes and over notes that hypothesis makes: see ``promises``."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

sys.path.insert(0, str(Path(__file__).parent))

import promises
from generated_notes import MANNERS, SENTINEL, collected, notes_files

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import BUILT_IN, Draft, draft
from authoring.errors import NotesError, TemplateError
from authoring.notes import parse_notes, read_notes
from authoring.notes.model import Notes

ROOT = Path(__file__).parents[2]
FULL = settings().max_examples > 1000
EXAMPLES = 200 if FULL else 42
"""Generated notes for each template."""
OWN = sorted((ROOT / "drafts").glob("*/notes.md"))
KINDS = [*BUILT_IN]


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """One process for all drafts."""
    with Worker() as process:
        yield process


def drafted(notes: Notes, template: str, worker: Worker) -> Draft | None:
    """The draft; ``None`` where the notes lack what every article has, and the refusal names the line to fill in."""
    try:
        return draft(notes, template, folders=[], worker=worker)
    except TemplateError as error:
        assert "is not known yet" in error.message, error
        assert f"fill it in at {notes.path}:" in str(error.hint), error
        assert SENTINEL.casefold() not in str(error).casefold(), error
        return None


def kept(made: Draft, worker: Worker, manner: str = "ordinary") -> None:
    """Every promise is kept, and the same notes give the same draft again."""
    kinds = promises.ALWAYS if manner == "marks" else promises.READABLE
    assert list(promises.broken(made, kinds)) == []
    again = drafted(made.notes, made.template, worker)
    assert again is not None
    assert again.text == made.text
    assert again.trace.to_json() == made.trace.to_json()


@pytest.mark.parametrize("template", KINDS)
def test_every_draft_of_the_example_notes_keeps_what_drafts_promise(
    template: str, worker: Worker, shared: Path
) -> None:
    for path in (*OWN, *sorted((shared / "examples").glob("notes-*.md"))):
        made = drafted(read_notes(path), template, worker)
        assert made is not None
        kept(made, worker)


def hold(text: str, template: str, manner: str, worker: Worker) -> None:
    """A draft of these notes keeps every promise; where the notes are refused, nothing private is in the message."""
    try:
        notes = parse_notes(text, "notes.md")
    except NotesError as error:
        assert SENTINEL.casefold() not in str(error).casefold()
        return
    made = drafted(notes, template, worker)
    if made is not None:
        kept(made, worker, manner)


@pytest.mark.parametrize("template", KINDS)
@pytest.mark.parametrize("manner", MANNERS)
def test_every_draft_of_generated_notes_keeps_what_drafts_promise(template: str, manner: str, worker: Worker) -> None:
    for text in collected(EXAMPLES // len(MANNERS), manner):
        hold(text, template, manner, worker)


if FULL:

    @pytest.mark.parametrize("template", KINDS)
    @pytest.mark.parametrize("manner", MANNERS)
    def test_every_draft_of_other_notes_in_each_run_keeps_what_drafts_promise(
        template: str, manner: str, worker: Worker
    ) -> None:
        @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
        @given(notes_files(manner))
        def each(text: str) -> None:
            hold(text, template, manner, worker)

        each()


@pytest.mark.parametrize("manner", MANNERS)
def test_nearly_all_generated_notes_are_read_and_have_every_kind_of_item(manner: str) -> None:
    kinds: Counter[str] = Counter()
    refused = 0
    for text in collected(60, manner):
        try:
            notes = parse_notes(text, "notes.md")
        except NotesError:
            refused += 1
            continue
        kinds.update(item.kind for item in notes.items)
        kinds.update(source.kind for source in notes.sources.values())
        kinds.update(request.outcome for request in notes.requests)
        kinds["secret"] += sum(notes.secret(item) for beat in notes.beats for item in beat.items)
        kinds["protected"] += sum(source.protected for source in notes.sources.values())
        kinds["thirty sources"] += len(notes.sources) >= 30
    assert refused < 6
    assert not {
        *("quote", "reported", "statement", "citation", "claim", "question", "action", "no-comment", "break"),
        *(
            "narration",
            "person",
            "spokesperson",
            "organisation",
            "company",
            "outlet",
            "document",
            "secret",
            "protected",
        ),
        *("no response", "declined", "statement", "pending", "thirty sources"),
    } - set(kinds)
