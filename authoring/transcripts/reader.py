"""Reads a transcript file by its format: plain text, Markdown or WebVTT."""

from __future__ import annotations

import re
from pathlib import Path

from authoring.errors import TranscriptError, read_file
from authoring.transcripts.labelled import read_labelled
from authoring.transcripts.model import Transcript
from authoring.transcripts.voices import read_webvtt

_OTHERS = {
    ".srt": "SubRip subtitles",
    ".sbv": "YouTube subtitles",
    ".json": "JSON",
    ".html": "a web page",
    ".htm": "a web page",
    ".docx": "a Word document",
    ".doc": "a Word document",
    ".rtf": "a rich text document",
    ".pdf": "a PDF",
    ".mp3": "sound",
    ".m4a": "sound",
    ".wav": "sound",
    ".mp4": "a video",
}
_SUBRIP = re.compile(r"\s*\d+\s*\n\d{1,2}:\d{2}:\d{2},\d{3} --> ")
_CHAT = re.compile(r"\d{2}:\d{2}:\d{2}\t[^\t\n]+:\t")


def parse_transcript(text: str, path: str = "") -> Transcript:
    """The turns of a transcript's text: WebVTT where it says so in its first line, else plain text or Markdown."""
    if text.lstrip("\ufeff").startswith("WEBVTT"):
        return read_webvtt(text, path)
    return read_labelled(text, path)


def read_transcript(path: str | Path) -> Transcript:
    """A transcript file as turns; raises ``TranscriptError`` for a format that is not known, or no speech at all."""
    what = _OTHERS.get(Path(path).suffix.casefold())
    if what:
        raise _unknown(what, path)
    text = read_file(path, TranscriptError)
    if _SUBRIP.match(text):
        raise _unknown("SubRip subtitles", path)
    if _CHAT.match(text):
        raise _unknown("a meeting's chat", path)
    if text.lstrip().startswith(('{"', "{\n", "[{")):
        raise _unknown("JSON", path)
    transcript = parse_transcript(text, str(path))
    if not transcript.turns:
        message = "no words here, expected what was said"
        raise TranscriptError(message, path=path, hint="check that it is the right file")
    return transcript


def _unknown(what: str, path: str | Path) -> TranscriptError:
    message = f"this is {what}, expected a transcript in plain text, Markdown or WebVTT"
    return TranscriptError(message, path=path, hint="export it as .txt, .md or .vtt")
