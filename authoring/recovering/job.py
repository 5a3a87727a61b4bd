"""From an article's file to the notes recovered from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from authoring.errors import ArticleError
from authoring.notes import looks_like_notes
from authoring.prose import parse
from authoring.prose.language import is_english
from authoring.recovering.model import Story
from authoring.recovering.proof import Proof, proved
from authoring.recovering.story import story_of
from authoring.text.files import surely


@dataclass(frozen=True, slots=True)
class Recovered:
    """Notes of an article, which are not written yet."""

    story: Story
    proof: Proof
    english: bool

    @property
    def slug(self) -> str:
        """The short name of the piece."""
        return next(str(value) for key, value in self.story.front if key == "slug")


def recovered_text(text: str, path: str, target: str) -> Recovered:
    """The notes of an article that stands at ``path``, as they will stand at ``target``.

    Raises ``ArticleError`` where there is no article.
    """
    if not text.strip():
        raise ArticleError("there is nothing in this file, expected an article", path=path, hint="name another file")
    if looks_like_notes(text):
        hint = f"to check them, type: authoring notes check {path}"
        raise ArticleError("these are notes already, expected an article", path=path, hint=hint)
    document = parse(text, path=path)
    if not any(block.text.strip() for block in document.blocks):
        raise ArticleError("there are no words in this file, expected an article", path=path, hint="name another file")
    story = story_of(document)
    for item in story.items:
        if item.asks:
            item.asks = f"line {document.lines.position(item.span.start)[0]}: {item.asks}"
    return Recovered(story, proved(document, story, target), is_english(document))


def notes_of(text: str, path: Path) -> Path | None:
    """The notes that an article names as its own, where they are there."""
    named = parse(text, path=str(path)).front.get("notes", "").strip()
    notes = path.parent / named
    return notes if named and surely(notes.is_file) else None
