"""The table of transcript formats: how each is recognised by what it holds, not by its name, and who reads it.

A new format is one row here and one file that reads it. The first row that looks right decides, so that a format with a
mark of its own stands before one that could be anything; plain text, which takes all, is the last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from authoring.transcripts import looks
from authoring.transcripts.model import Transcript


@dataclass(frozen=True, slots=True)
class Format:
    """One way in which transcripts are written down."""

    name: str
    """As ``authoring transcript --format json`` prints it; a reader that tells several apart prints its own."""
    title: str
    """As people call it."""
    looks: Callable[[str], bool]
    """Whether a text looks like it, told by its first characters; cheap, and never wrong about another format."""
    reader: str
    """``module:function`` of who reads it, taking the text and the path; imported when it is needed."""

    def read(self, text: str, path: str = "") -> Transcript:
        """The turns of a text in this format."""
        module, _, function = self.reader.partition(":")
        read = cast("Callable[[str, str], Transcript]", getattr(import_module(module), function))
        return read(text, path)


FORMATS = (
    Format("webvtt", "WebVTT subtitles", looks.webvtt, "authoring.transcripts.voices:read_webvtt"),
    # text formats with a mark of their own (Google Meet, Otter, …) stand here
    Format("text", "plain text or Markdown", lambda _: True, "authoring.transcripts.labelled:read_labelled"),
)


def recognise(text: str) -> Format:
    """The format of a transcript's text."""
    return next(row for row in FORMATS if row.looks(text))
