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
    """As ``authoring transcript --format json`` prints it; for JSON it is that of the service, see ``machine``."""
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


def _shown(function: str) -> Callable[[str], bool]:
    """Asks the file of a text format, which knows its own marks, when it comes to that."""

    def looks(text: str) -> bool:
        module, _, name = function.partition(":")
        return bool(getattr(import_module(f"authoring.transcripts.{module}"), name)(text))

    return looks


FORMATS = (
    Format("webvtt", "WebVTT subtitles", looks.webvtt, "authoring.transcripts.voices:read_webvtt"),
    Format(
        "teams", "an older Teams document", _shown("stacked:looks_stacked"), "authoring.transcripts.hanging:read_teams"
    ),
    Format("srt", "SubRip subtitles", looks.subrip, "authoring.transcripts.voices:read_subrip"),
    Format("sbv", "YouTube subtitles (SBV)", looks.sbv, "authoring.transcripts.voices:read_sbv"),
    Format("ttml", "timed text (TTML)", looks.ttml, "authoring.transcripts.ttml:read_ttml"),
    Format(
        "podcast-html",
        "podcast transcript (web page)",
        looks.podcast_page,
        "authoring.transcripts.podcast_page:read_podcast_page",
    ),
    Format("json", "JSON, in the way of a service or a program", looks.json, "authoring.transcripts.machine:read_json"),
    Format("zoom-chat", "a Zoom chat", _shown("chat:looks_chat"), "authoring.transcripts.chat:read_chat"),
    Format("google-meet", "Google Meet", _shown("meet:looks_meet"), "authoring.transcripts.meet:read_meet"),
    Format(
        "names-and-times",
        "Otter, Rev or Teams text: names and times above the words",
        _shown("hanging:looks_hanging"),
        "authoring.transcripts.hanging:read_hanging",
    ),
    Format(
        "markdown", "Markdown, names in bold", _shown("markdown:looks_bold"), "authoring.transcripts.markdown:read_bold"
    ),
    Format(
        "questions",
        "questions and answers under “Q.” and “A.”",
        _shown("examination:looks_examination"),
        "authoring.transcripts.examination:read_examination",
    ),
    Format("text", "plain text or Markdown", lambda _: True, "authoring.transcripts.labelled:read_labelled"),
)


def recognise(text: str) -> Format:
    """The format of a transcript's text."""
    shown = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return next(row for row in FORMATS if row.looks(shown))


def title_of(name: str) -> str:
    """What people call a format, a service that writes JSON among them, by its name."""
    from authoring.transcripts.machine import SERVICES

    return next((row.title for row in (*FORMATS, *SERVICES) if row.name == name), name)
