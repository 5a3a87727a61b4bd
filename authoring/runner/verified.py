"""From the drafts somebody names to what the quote check says of each, and which sentences lead back to no note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from authoring.errors import ArticleError, AuthoringError
from authoring.prose import parse
from authoring.prose.language import is_english
from authoring.runner.checked import Checked
from authoring.runner.files import NOT_ENGLISH, TRANSCRIPT, no_article, texts_in
from authoring.runner.stories import Stories, Story, holds_notes
from authoring.runner.veil import veil_of

if TYPE_CHECKING:
    from authoring.prose.document import Document
    from authoring.transcripts import Transcript
    from authoring.verification.quotes import CheckedQuote
    from authoring.verification.sentences import Sentences


@dataclass(frozen=True)
class Verified:
    """One draft, and what was found of it in its notes and transcripts."""

    article: Checked
    """The article; without a document where it was passed over, and why in its remark."""
    quotes: tuple[CheckedQuote, ...] = ()
    """In order of place."""
    sentences: Sentences | None = None
    """``None`` where it was passed over."""
    unread: tuple[AuthoringError, ...] = field(default=())
    """Why transcripts that the notes name were not compared with."""

    @property
    def fails(self) -> bool:
        """Whether a quotation does not pass."""
        return any(not quote.check.passes for quote in self.quotes)


def verified_paths(
    paths: Iterable[str | Path],
    notes: str | Path | None = None,
    transcripts: Sequence[str | Path] = (),
    progress: Callable[[int, int], None] | None = None,
    unread: Callable[[AuthoringError], None] | None = None,
) -> Iterator[Verified]:
    """Verify drafts, and all drafts in folders, one result a file.

    Args:
        paths: articles and folders.
        notes: the notes to compare every article with; otherwise each article's own.
        transcripts: files to compare with besides those that the notes name; with these no notes are needed.
        progress: is told how many files of how many are done.
        unread: is told of each file that cannot be used, and the others are verified all the same; without it the
            error is raised.
    """
    return verified_by(Verifier(notes, transcripts), paths, progress, unread)


def verified_by(
    verifier: Verifier,
    paths: Iterable[str | Path],
    progress: Callable[[int, int], None] | None = None,
    unread: Callable[[AuthoringError], None] | None = None,
) -> Iterator[Verified]:
    """Like ``verified_paths``, by a verifier that is ready."""
    named = list(paths)
    alone = {str(Path(path)) for path in named}
    for path, text in texts_in(named, progress, unread):
        if path not in alone and verifier.compares_with(path):
            yield Verified(Checked(path, text, remark="skipped, it is the transcript to compare with"))
            continue
        try:
            yield verifier.verify(text, path)
        except AuthoringError as error:
            if unread is None:
                raise
            unread(error)


class Verifier:
    """Verifies drafts against the same notes and transcripts, each of which is read once.

    Raises ``NotesError``, ``ArticleError`` and ``TranscriptError`` where those that are named cannot be used.
    """

    def __init__(
        self, notes: str | Path | None = None, transcripts: Sequence[str | Path] = (), *, private: bool = False
    ) -> None:
        """Arguments: notes and transcripts to compare with; whether what was told in confidence is shown."""
        self._private = private
        self._stories = Stories(notes)
        self._stories.required()
        self._transcripts = _read(transcripts)
        self._files = frozenset(Path(transcript).resolve() for transcript in transcripts)

    def compares_with(self, path: str) -> bool:
        """Whether a file is one of the transcripts that were given."""
        return Path(path).resolve() in self._files

    def verify(self, text: str, path: str) -> Verified:
        """One text as if it stood at ``path``; raises ``AuthoringError`` where there is nothing to verify it by."""
        if remark := _not_verified(text, path):
            return Verified(Checked(path, text, remark=remark))
        if self.compares_with(path):
            message = "this is the draft and the transcript, expected a transcript of its own"
            raise ArticleError(message, path=path, hint="every draft agrees with itself")
        if transcript := self._stories.transcript(path):
            return Verified(Checked(transcript, text, remark=TRANSCRIPT))
        document = parse(text, path=path)
        if not is_english(document):
            return Verified(Checked(path, text, remark=NOT_ENGLISH))
        story = self._stories.of(document)
        self._require(story, path)
        if story.notes is not None:
            document = replace(document, notes=story.notes)
        return self._verified(document, "; ".join(finding.message for finding in story.findings))

    def _require(self, story: Story, path: str) -> None:
        if story.faulty:
            message = "the notes of this article have errors, expected notes that can be read"
            raise ArticleError(message, path=path, hint=f"see: authoring notes check {story.path}")
        if story.findings and not self._transcripts:
            raise ArticleError(story.findings[0].message, path=path, hint="name it with: --notes NOTES")
        if story.notes is None and not self._transcripts:
            message = "there are no notes for this article, expected what its quotations can be held against"
            hint = f"for example: authoring verify {path} --notes notes.md, or --transcript talk.vtt"
            raise ArticleError(message, path=path, hint=hint)

    def _verified(self, document: Document, remark: str = "") -> Verified:
        from authoring.verification.material import answers, material
        from authoring.verification.quotes import check_quotes
        from authoring.verification.sentences import sentences

        told = material(document.notes, self._transcripts)
        quotes = check_quotes(document, told)
        counted = sentences(document, quotes, answers(told, self._transcripts))
        if self._private:
            article = Checked(document.path, document.text, remark=remark, document=document)
            return Verified(article, quotes, counted, told.unread)
        veil = veil_of(document)
        article = Checked(document.path, document.text, remark=remark, document=document, withheld=veil.spans)
        return Verified(article, tuple(map(veil.quote, quotes)), counted, told.unread)


def _not_verified(text: str, path: str) -> str:
    if remark := no_article(text, path):
        return remark
    return "skipped, these are notes; authoring draft makes an article of them" if holds_notes(text) else ""


def _read(paths: Sequence[str | Path]) -> tuple[Transcript, ...]:
    if not paths:
        return ()
    from authoring.transcripts import read_transcript

    return tuple(read_transcript(path) for path in paths)
