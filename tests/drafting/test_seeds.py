"""The main job: two real articles, word for word, from structured notes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import authoring

STORIES = [("notes-interview.md", "interview.txt", 1, 21), ("notes-brief.md", "brief.txt", 9, 35)]


def plain(text: str) -> list[str]:
    """The words of an article without front matter, heading marks, blank lines and space at line ends."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    return [line.removeprefix("#").lstrip("#").strip() for line in body.splitlines() if line.strip()]


@pytest.mark.parametrize(("notes", "seed", "first", "last"), STORIES)
def test_the_seed_is_drafted_word_for_word(shared: Path, notes: str, seed: str, first: int, last: int) -> None:
    draft = authoring.draft(authoring.read_notes(shared / "examples" / notes))
    wanted = (shared / "seeds" / seed).read_text(encoding="utf-8").splitlines()[first - 1 : last]
    assert plain(draft.text) == plain("\n".join(wanted))


def test_no_note_holds_a_paragraph_that_the_format_has_a_form_for(shared: Path) -> None:
    """Quotations, attributions, citations and no-comment lines are put together from notes, never copied whole."""
    for name, *_ in STORIES:
        notes = authoring.read_notes(shared / "examples" / name)
        draft = authoring.draft(notes)
        paragraphs = [each for each in draft.text.split("---\n", 2)[2].split("\n\n") if not each.startswith("#")]
        composed = [
            each.strip() for each in paragraphs if re.search("“|According to|as noted by|spokesperson|has not", each)
        ]
        assert len(composed) >= 3
        assert not [each for each in composed if each in notes.text]
