"""Tells what a file is that is no transcript, so that its owner knows what to do next."""

from __future__ import annotations

from pathlib import Path

from authoring.errors import TranscriptError
from authoring.transcripts import looks

READ = "expected a transcript"
_EXPORT = "export it as .vtt, .srt, .json or .txt"
_SOUND = "have it transcribed first, and name what comes out: .vtt, .srt, .json or .txt"
_BYTES = {
    (b"%PDF-",): ("a PDF", "copy its words into a .txt file"),
    (b"PK\x03\x04", b"PK\x05\x06"): ("a packed file", "unpack it, and name the transcript in it"),
    (b"\xd0\xcf\x11\xe0",): ("an old Word document", "save it as .docx or .txt"),
    (b"ID3", b"OggS", b"fLaC", b"\xff\xfb", b"\xff\xf3"): ("sound", _SOUND),
    (b"RIFF", b"\x1aE\xdf\xa3"): ("sound or a video", _SOUND),
}
"""How files begin that hold no text."""
_TEXTS = {
    ("{\\rtf",): ("a rich text document", "save it as .docx or .txt"),
    ("<!doctype html", "<html"): ("a web page", "copy its words into a .txt file"),
    ("<?xml", "<tt ", "<tt>"): ("XML", _EXPORT),
}
"""How texts begin that are no transcripts, in small letters."""
_BEGIN = 200
"""Characters of a text that tell what it is."""


def refuse_bytes(data: bytes, path: str | Path) -> None:
    """Raise ``TranscriptError`` for a file that holds no text, such as sound."""
    for marks, (what, hint) in _BYTES.items():
        if data.startswith(marks):
            raise _error(what, hint, path)
    if data[4:8] == b"ftyp":
        raise _error("sound or a video", _SOUND, path)


def refuse_text(text: str, path: str | Path) -> None:
    """Raise ``TranscriptError`` for a text that is no transcript, such as notes."""
    if text.startswith("WEBVTT"):
        return
    if looks.podcast_page(text) or looks.ttml(text):
        return
    begin = text[:_BEGIN].lstrip().casefold()
    for marks, (what, hint) in _TEXTS.items():
        if begin.startswith(marks):
            raise _error(what, hint, path)
    if _are_notes(text):
        raise _error("notes", "name notes with: --notes FILE", path)


def _are_notes(text: str) -> bool:
    """Whether a file is notes, whose private lines must not be taken for what may be quoted."""
    if not text[:_BEGIN].lstrip("\ufeff \t\r\n").startswith("---"):
        return False
    from authoring.notes import looks_like_notes

    return looks_like_notes(text)


def _error(what: str, hint: str, path: str | Path) -> TranscriptError:
    verb = "these are" if what.startswith(("notes", "subtitles")) else "this is"
    return TranscriptError(f"{verb} {what}, {READ}", path=path, hint=hint)
