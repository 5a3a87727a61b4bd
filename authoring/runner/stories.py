"""The notes that an article is compared with, and what is wrong with them.

They are the file that ``--notes`` names; else the one that the article's front matter names (``notes: ../notes.md``,
seen from the article); else ``notes.md`` in the article's own folder, if that holds notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from authoring.errors import ArticleError, AuthoringError, NotesError, Problem, read_file
from authoring.findings import Finding, Severity
from authoring.prose.document import Document
from authoring.runner.checked import Checked
from authoring.text.files import surely, tidied
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes


BESIDE = "notes.md"
"""What notes are called that stand beside their article and are not named in it."""
_LONGEST = 40
"""Characters of a file's name that fit into a message."""
_BEGIN = 200
"""Characters among which the front matter of notes begins; blank lines may stand before it."""


def holds_notes(text: str) -> bool:
    """Whether a text is notes: only a text with front matter can be, and for any other no reader is loaded."""
    if not text[:_BEGIN].lstrip("\ufeff \t\r\n").startswith("---"):
        return False
    from authoring.notes import looks_like_notes

    return looks_like_notes(text)


def known_to(story: Story, document: Document) -> Document:
    """An article with what is known of its notes: these, or where they have errors what is confidential in them."""
    if story.notes is not None:
        return replace(document, notes=story.notes)
    if story.faulty and story.path:
        from authoring.verification.leaks import remember
        from authoring.verification.salvage import salvaged

        remember(document, salvaged(story.path))
    return document


@dataclass(frozen=True)
class Story:
    """What was found out about one article's notes."""

    path: str = ""
    """Where they stand; empty where there are none."""
    notes: Notes | None = None
    faulty: bool = False
    """Whether they are there and have errors."""
    findings: tuple[Finding, ...] = ()
    """What the article itself is to be told about them."""


class Stories:
    """The notes met in one run, each file read once.

    Raises ``NotesError`` where the file that ``--notes`` names cannot be read.
    """

    def __init__(self, notes: str | Path | None = None) -> None:
        if notes is not None:
            read_file(notes, kind=NotesError)
        self._given = notes
        self._read: dict[Path, Story] = {}
        self._checked: set[Path] = set()

    def of(self, document: Document) -> Story:
        """The notes of an article, or what is wrong with them."""
        if self._given is not None:
            return self._story(Path(self._given))
        folder = Path(document.path).parent
        named = document.front.get("notes", "").strip()
        if named.lower().endswith((".md", ".markdown", ".txt")):
            path = tidied(folder / named)
            if not surely(path.is_file):
                name = Path(named).name
                name = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
                message = f"there is no file “{name}” here, expected the notes of this article"
                span = document.front_spans["notes"]
                return Story(findings=(Finding("missing-notes", "notes", Severity.ERROR, span, message),))
            return self._story(path)
        beside = folder / BESIDE
        if surely(beside.is_file):
            try:
                if not holds_notes(read_file(beside, kind=NotesError)):
                    return Story()
            except NotesError:  # then they are faulty, and the article is checked all the same
                pass
            return self._story(beside)
        return Story()

    def required(self) -> None:
        """Raise ``ArticleError`` where the notes that ``--notes`` names have errors: no article can do without them."""
        if self._given is not None and self._story(Path(self._given)).faulty:
            message = "these notes have errors, expected notes that can be read"
            raise ArticleError(message, path=self._given, hint=f"see: authoring notes check {self._given}")

    def transcript(self, path: str) -> str | None:
        """The path, as it may be shown, of a transcript that the notes of its folder, or of the one above, name.

        It is no article: what its speakers said off the record stands in it, and nothing in it says which words those
        are. ``None`` for any other text. Its name is left out where it has that of a protected source in it, or where
        errors in the notes keep from telling.
        """
        folder = Path(path).parent
        for notes in (folder / BESIDE, folder.parent / BESIDE):
            if surely(notes.is_file) and self._names(notes, Path(path)):
                return self._shown(notes, Path(path))
        return None

    def _shown(self, notes: Path, path: Path) -> str:
        from authoring.wording.material import WITHHELD
        from authoring.wording.noted import has_telling_name, secret_names

        known = self._story(notes).notes
        if known is not None and not has_telling_name(path, secret_names(known)):
            return str(path)
        return str(path.with_name(f"{WITHHELD}{path.suffix}"))

    def _names(self, notes: Path, path: Path) -> bool:
        try:
            text = read_file(notes, kind=NotesError)
        except NotesError:
            return False
        if path.name not in text or not holds_notes(text):
            return False
        known = self._story(notes).notes
        if known is None:  # notes with errors may well name it
            return True
        from authoring.wording.noted import transcript_paths

        return path.absolute() in {named.absolute() for named in transcript_paths(known)}

    def _story(self, path: Path) -> Story:
        from authoring.notes import read_notes

        key = path.absolute()
        if key not in self._read:
            try:
                self._read[key] = Story(str(path), read_notes(path))
            except NotesError:
                self._read[key] = Story(str(path), faulty=True)
        return self._read[key]

    def check(self, path: str | Path, text: str | None = None) -> Iterator[Checked]:
        """What is wrong in a notes file, as findings; nothing the second time it is asked."""
        from authoring.notes import check_notes, parse_notes

        key = Path(path).absolute()
        if key in self._checked:
            return
        self._checked.add(key)
        if text is None:
            try:
                text = read_file(path)
            except AuthoringError:  # then that is its one problem
                text = ""
            problems = check_notes(path)
        else:
            try:
                problems = parse_notes(text, str(path)).problems
            except NotesError as error:
                problems = error.problems
        yield Checked(str(path), text, tuple(_finding(problem, len(text)) for problem in problems))


def _finding(problem: Problem, length: int) -> Finding:
    start = min(problem.start, length)
    span = Span(start, min(max(problem.end, start), length))
    return Finding("malformed-notes", "notes", Severity.parse(problem.level), span, problem.message)
