"""Reads a transcript file by its format: plain text, Markdown or WebVTT."""

from __future__ import annotations

import re
from pathlib import Path

from authoring.errors import TranscriptError, read_file
from authoring.text.patterns import lazy
from authoring.transcripts.labelled import read_labelled
from authoring.transcripts.model import Transcript
from authoring.transcripts.voices import read_webvtt

_OTHERS = {
    ".srt": "SubRip subtitles",
    ".json": "JSON",
    ".sbv": "YouTube subtitles",
    ".ttml": "XML",
    ".xml": "XML",
    ".csv": "a table",
    ".odt": "an OpenDocument text",
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
_SUBRIP = lazy(r"\s*\d+\s*\n\d{1,2}:\d{2}:\d{2},\d{3} --> ")
_TIMES = lazy(r"^[ \t]*(?:\d+:)?\d{2}:\d{2}[.,]\d{3}[ \t]+-->", re.M)
_BEGIN = 200
"""Characters of a file that tell its format."""
_MARKS = {
    ('{"', "{\n", "{\r", "[{", "[\n", "{ ", "[ {"): "JSON",
    ("<!doctype html", "<html"): "a web page",
    ("<?xml", "<tt ", "<tt>"): "XML",
    ("{\\rtf",): "a rich text document",
}
"""How files of other formats begin, whatever they are called."""
_CHAT = lazy(r"\d{2}:\d{2}:\d{2}\t[^\t\n]+:\t")


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
    begin = text[:_BEGIN].lstrip().casefold()
    for marks, other in _MARKS.items():
        if begin.startswith(marks):
            raise _unknown(other, path)
    if _are_notes(text):
        message = "these are notes, expected a transcript"
        raise TranscriptError(message, path=path, hint="name notes with: --notes FILE")
    if not begin.startswith("webvtt") and _TIMES.search(text):
        message = "these are subtitles without “WEBVTT” in their first line, expected it there"
        raise TranscriptError(message, path=path, hint="export them again as .vtt")
    transcript = parse_transcript(text, str(path))
    if not transcript.turns:
        message = "no words here, expected what was said"
        raise TranscriptError(message, path=path, hint="check that it is the right file")
    return transcript


def _are_notes(text: str) -> bool:
    """Whether a file is notes, whose private lines must not be taken for what may be quoted."""
    if not text[:_BEGIN].lstrip("\ufeff \t\r\n").startswith("---"):
        return False
    from authoring.notes import looks_like_notes

    return looks_like_notes(text)


def _unknown(what: str, path: str | Path) -> TranscriptError:
    message = f"this is {what}, expected a transcript in plain text, Markdown or WebVTT"
    return TranscriptError(message, path=path, hint="export it as .txt, .md or .vtt")
