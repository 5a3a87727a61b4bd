"""What is not put into notes: their own words, no words, and what was told off the record."""

from __future__ import annotations

from pathlib import Path

from authoring.errors import AuthoringError
from authoring.notes.model import Notes
from authoring.notes.written import said
from authoring.pulling.passages import Passage
from authoring.transcripts.model import Transcript
from authoring.wording.quotation import take_apart
from authoring.wording.shown import Shown


def refuse_same_file(notes: Notes, transcript: Transcript) -> None:
    """Raise ``AuthoringError`` where the notes are given as the transcript."""
    try:
        same = Path(notes.path).samefile(transcript.path)
    except OSError:
        same = False
    if same:
        hint = "name the transcript with --transcript FILE"
        raise AuthoringError("these are the notes and the transcript, expected two files", path=notes.path, hint=hint)


def refuse_wordless(passage: Passage, transcript: Transcript) -> None:
    """Raise ``AuthoringError`` for a stage direction alone, which is nobody's statement."""
    if not take_apart(said(passage.said.text)).count:
        where = f"{transcript.path}:{passage.said.line}"
        raise AuthoringError("no words are said here, expected some", path=where, hint="pull what stands beside it")


def refuse_withheld(passage: Passage, told: Shown, transcript: Transcript) -> None:
    """Raise ``AuthoringError`` for words that the notes keep off the record."""
    if any(span.overlaps(passage.span) for span in told.hidden):
        message = "part of this was told off the record, by the notes"
        hint = "pull what stands before or after it, with --words"
        raise AuthoringError(message, path=f"{transcript.path}:{passage.said.line}", hint=hint)
