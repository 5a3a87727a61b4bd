"""Histories of articles: drafted, edited by hand, the notes or the template changed; each from a seed."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hand_edits import Article, edit
from note_edits import EDITS, house_template

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import draft
from authoring.errors import AuthoringError
from authoring.notes import parse_notes

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT.parent / "shared" / "examples"
STORIES = (
    (ROOT / "drafts" / "town-clock" / "notes.md", "interview", 4),
    (ROOT / "drafts" / "town-clock" / "notes.md", "qa", 2),
    (ROOT / "drafts" / "town-clock" / "notes.md", "brief", 1),
    (ROOT / "drafts" / "bridge-tolls" / "notes.md", "brief", 1),
    (ROOT / "drafts" / "bridge-tolls" / "notes.md", "interview", 1),
    (EXAMPLES / "notes-interview.md", "interview", 1),
    (EXAMPLES / "notes-brief.md", "brief", 1),
)
"""Notes, a template, and how many histories of this story there are beside the others."""
COUNT = 500
SEED = 20261122


@dataclass(frozen=True)
class History:
    """One article through a week."""

    number: int
    story: str
    base: str
    """As it was rendered."""
    ours: str
    """As it was edited."""
    theirs: str
    """As it is rendered now."""
    kept: tuple[str, ...]
    """Paragraphs, and lines of the front matter, that a person wrote or edited and the rendering has left alone."""
    gone: tuple[str, ...]
    """Paragraphs that a person deleted and the rendering has left as they were."""
    by: str
    done: tuple[str, ...]
    """What was done, on either side."""


class Stories:
    """Makes histories; drafts are made by one process."""

    def __init__(self, worker: Worker, folder: Path) -> None:
        self._worker = worker
        self._texts = {path: path.read_text("utf-8") for path, _, _ in STORIES}
        self._drafted: dict[tuple[str, str, str], str] = {}
        self._folder = folder

    def rendered(self, text: str, name: str, template: str, folders: list[Path]) -> str:
        """The draft of notes; raises ``AuthoringError`` where they are no good."""
        notes = parse_notes(text, str(self._folder / name / "notes.md"))
        return draft(notes, template, folders=folders, worker=self._worker).text

    def history(self, number: int, *, busy: bool = False) -> History:
        """The history of a number, always the same; a busy one has far more edits on both sides."""
        rng = random.Random(f"{SEED}-{number}-{busy}" if busy else f"{SEED}-{number}")
        path, template, _ = rng.choices(STORIES, [weight for _, _, weight in STORIES])[0]
        name, old = path.parent.name if path.stem == "notes" else path.stem, self._texts[path]
        if (name, template, old) not in self._drafted:
            self._drafted[name, template, old] = self.rendered(old, name, template, [])
        base = self._drafted[name, template, old]
        article = Article.of(base, rng)
        edit(article, rng.choice((8, 12, 16, 20) if busy else (1, 2, 2, 3, 3, 4, 5)))
        by, told, theirs = "notes", [], base
        if rng.random() < 0.2:
            by = "template"
            folder = self._folder / f"templates-{number}" / "templates"
            told = [house_template(folder, template, rng)]
            theirs = self.rendered(old, name, template, [folder])
        while _printed(theirs) == _printed(base):
            new, told = old, []
            while len(told) < rng.choice((4, 6, 8) if busy else (1, 1, 1, 2, 2, 3)):
                change = rng.choices(list(EDITS), list(EDITS.values()))[0]
                changed = change(new, rng)
                if changed and changed != new:
                    new, told = changed, [*told, change.__name__]
            try:
                theirs = self.rendered(new, name, template, [])
            except AuthoringError:
                continue
        return History(
            number,
            f"{name} as {template}",
            base,
            article.text(),
            theirs,
            *_expected(base, article, theirs),
            by,
            (*article.done, "|", *told),
        )


def _printed(text: str) -> list[str]:
    """An article without the fingerprints of what it was drafted from."""
    return [line for line in text.split("\n") if "_sha256: " not in line]


def _expected(base: str, article: Article, theirs: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What of a person's work must stand in the merged article, and what must not."""
    before = Article.of(base, article.rng)
    after = Article.of(theirs, article.rng)
    old, new = [piece.text for piece in before.pieces], [piece.text for piece in after.pieces]
    untouched = {number for number, text in enumerate(old) if new.count(text) == old.count(text)}
    kept = [piece.text for piece in article.pieces if piece.text not in old and piece.origins <= untouched]
    own = [line for line in article.front if line not in before.front]
    values = {line.split(":")[0] for line in own}
    kept += [line for line in own if all(old in after.front for old in before.front if old.split(":")[0] in values)]
    there = {number for piece in article.pieces for number in piece.origins}
    gone = [old[number] for number in untouched - there if old.count(old[number]) == 1]
    return tuple(kept), tuple(gone)


def histories(numbers: Iterable[int] = range(COUNT), *, busy: bool = False) -> Iterator[History]:
    """The histories of these numbers."""
    with Worker() as worker, tempfile.TemporaryDirectory() as folder:
        stories = Stories(worker, Path(folder))
        for number in numbers:
            yield stories.history(number, busy=busy)
