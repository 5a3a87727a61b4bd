"""Reads a transcript file: its bytes, the text in them, the format of that, its turns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from authoring.errors import TranscriptError
from authoring.text.files import UnreadableTextError, decode, read_bytes
from authoring.text.word import is_word, lines_of
from authoring.transcripts.correcting import corrected
from authoring.transcripts.formats import recognise
from authoring.transcripts.model import Transcript
from authoring.transcripts.others import refuse_bytes, refuse_text


def parse_transcript(text: str, path: str = "") -> Transcript:
    """The turns of a transcript's text, in the format that its first characters show; text that shows none is plain."""
    text = text.removeprefix("\ufeff")
    return recognise(text).read(text, path)


def read_transcript(path: str | Path) -> Transcript:
    """A transcript file as turns, with the corrections beside it.

    Raises ``TranscriptError`` for a file of another kind, for no speech at all, and for corrections that are wrong.
    """
    return corrected(as_it_came(path))


def as_it_came(path: str | Path) -> Transcript:
    """A transcript file as turns, without corrections; raises ``TranscriptError`` as ``read_transcript`` does."""
    try:
        data = read_bytes(Path(path))
    except UnreadableTextError as problem:
        raise TranscriptError(problem.message, path=path, hint=problem.hint) from None
    return transcript_of(data, path)


def transcript_of(data: bytes, path: str | Path) -> Transcript:
    """The turns in a file's bytes; ``path`` is for messages. Raises ``TranscriptError`` as ``as_it_came`` does."""
    try:
        text = _unwrapped(data, path)
    except UnreadableTextError as problem:
        raise TranscriptError(
            problem.message, path=path, line=problem.line, column=problem.column, hint=problem.hint
        ) from None
    refuse_text(text, path)
    transcript = parse_transcript(text, str(path))
    if not transcript.turns:
        message = "no words here, expected what was said"
        raise TranscriptError(message, path=path, hint="check that it is the right file")
    return replace(transcript, sha256=_digest(data))


def _unwrapped(data: bytes, path: str | Path) -> str:
    """The text that a file holds, be it in a Word document."""
    if is_word(data):
        return lines_of(data)
    refuse_bytes(data, path)
    return decode(data)


def _digest(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()
