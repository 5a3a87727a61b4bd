"""Reads the corrections that stand beside a transcript: who its speakers are, and which words were misheard.

The transcript stays as it came. ``talk.vtt`` has its corrections in ``talk.vtt.corrections.toml``, a file of the
reporter's, with the SHA-256 of the transcript that they were made for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from authoring.config.toml import Keys, Offsets, offsets
from authoring.config.values import hint_of, shown
from authoring.config.written import parsed
from authoring.errors import ConfigError, TranscriptError, read_file
from authoring.text.files import surely
from authoring.text.lines import LineIndex

ENDING = ".corrections.toml"
KEYS = ("sha256", "speakers", "heard")
_HEX = 64


@dataclass(frozen=True)
class Corrections:
    """What a reporter has put right in a transcript."""

    path: str
    """The file, as messages show it."""
    text: str
    """As decoded."""
    sha256: str | None = None
    """Of the transcript's bytes, in small letters; ``None`` where the file does not say it."""
    speakers: Mapping[str, str] = field(default_factory=dict)
    """Labels of the transcript, and who they stand for."""
    heard: Mapping[str, str] = field(default_factory=dict)
    """Words as they were written down, and the words that were said."""
    places: Mapping[Keys, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each key, by what leads to it."""


def beside(transcript: str | Path) -> Path:
    """The file in which the corrections of a transcript stand, if there are any."""
    path = Path(transcript)
    return path.with_name(f"{path.name}{ENDING}")


def corrections_of(transcript: str | Path) -> Corrections | None:
    """The corrections beside a transcript, or ``None``; raises ``TranscriptError`` with all that is wrong in them."""
    if not Path(transcript).name:
        return None
    path = beside(transcript)
    if not surely(path.is_file):
        return None
    return read_corrections(read_file(path, TranscriptError), str(path))


def read_corrections(text: str, path: str) -> Corrections:
    """The corrections that a text holds; raises ``TranscriptError`` as ``corrections_of`` does."""
    try:
        table = parsed(text, path)
    except ConfigError as error:
        message = error.message.replace("expected a configuration", "expected corrections")
        raise TranscriptError(
            message, path=path, line=error.line, column=error.column, hint='for example: "SPEAKER_00" = "Ana Ruiz"'
        ) from None
    return _Reading(text, path).all(table)


class _Reading:
    """Looks at every value of one file, and gathers what is wrong; no message shows a name, which may be protected."""

    def __init__(self, text: str, path: str) -> None:
        self._text, self._path = text, path
        self._offsets: Offsets = offsets(text)
        self._lines = LineIndex(text)
        self._problems: list[TranscriptError] = []

    def all(self, table: Mapping[str, Any]) -> Corrections:
        for name in table:
            if name not in KEYS:
                self._tell((name,), f"there is no key {shown(name)} in corrections", hint_of(name, KEYS))
        sha256 = self._sha256(table.get("sha256"))
        speakers, heard = (self._pairs(name, table.get(name, {})) for name in ("speakers", "heard"))
        if self._problems:
            raise TranscriptError.of(self._problems)
        places = {way: self._lines.position(at) for way, at in self._offsets.keys.items()}
        return Corrections(self._path, self._text, sha256, speakers, heard, places)

    def _sha256(self, value: object) -> str | None:
        if value is None:
            return None
        if isinstance(value, str) and len(value) == _HEX and all(char in "0123456789abcdefABCDEF" for char in value):
            return value.lower()
        self._tell(("sha256",), "this is no SHA-256, expected 64 letters and digits in quotation marks", "")
        return None

    def _pairs(self, name: str, table: object) -> dict[str, str]:
        if not isinstance(table, Mapping):
            self._tell((name,), f"“{name}” is {shown(table)}, expected lines under [{name}]", _EXAMPLES[name])
            return {}
        good = {}
        for was, value in table.items():
            words = " ".join(value.split()) if isinstance(value, str) else ""
            if not was.split():
                self._tell((name, was), "nothing stands before “=”, expected what the transcript has", _EXAMPLES[name])
            elif not words or not words.isprintable():
                self._tell((name, was), "no words stand after “=”, expected what is right", _EXAMPLES[name])
            else:
                good[" ".join(was.split())] = words
        return good

    def _tell(self, way: Keys, message: str, hint: str) -> None:
        line, column = self._lines.position(self._offsets.keys.get(way, 0))
        self._problems.append(TranscriptError(message, path=self._path, line=line, column=column, hint=hint))


_EXAMPLES = {"speakers": 'for example: "SPEAKER_00" = "Ana Ruiz"', "heard": 'for example: "cove it" = "COVID"'}
