"""A notes file that lines are to be put into: read once, and written only if it is still what was read."""

from __future__ import annotations

from pathlib import Path

from authoring.errors import AuthoringError
from authoring.notes import parse_notes
from authoring.text.files import LIMIT, UnreadableTextError, atomic_write, decode, read_bytes

_MARK = b"\xef\xbb\xbf"


class NotesFile:
    """A notes file that is read once, to be written only if it is still what was read. Raises ``NotesError``."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._data = self._read()
        try:
            self.text = decode(self._data)
        except UnreadableTextError as problem:
            raise AuthoringError(
                problem.message, path=path, line=problem.line, column=problem.column, hint=problem.hint
            ) from None
        self.notes = parse_notes(self.text, str(path))

    def _read(self) -> bytes:
        try:
            return read_bytes(self.path, LIMIT)
        except UnreadableTextError as problem:
            raise AuthoringError(problem.message, path=self.path, hint=problem.hint) from None

    def write(self, text: str) -> None:
        """Put the new text in the place of the old, whole or not at all; raises ``AuthoringError``."""
        if self._read() != self._data:
            message = "these notes have changed in the meantime, and were left as they are"
            raise AuthoringError(message, path=self.path, hint="save them, and try again")
        try:
            atomic_write(self.path.resolve(), ("\ufeff" if self._data.startswith(_MARK) else "") + text)
        except OSError as error:
            message = f"this cannot be written ({error.strerror})"
            raise AuthoringError(message, path=self.path, hint="check the disk and the permissions") from None
