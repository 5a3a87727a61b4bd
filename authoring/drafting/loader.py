"""Finds and reads the files of templates: short texts inside the template folders, and nothing else.

What a template includes is printed into an article, so a folder of templates from a stranger must not be able to name
other files of the machine: not by climbing, not by a link, and not by lying beside the notes.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2 import TemplateError as JinjaError

from authoring.text.files import UnreadableTextError, decode

LONGEST = 1_000_000
"""Largest template that is read, in bytes; the longest of ours has under 10,000."""
_LISTED = 1000
"""Most names of a folder that are looked at to find the nearest one."""


class TemplateFileError(JinjaError):
    """A file that is there, and is no template we can read."""

    def __init__(self, message: str, name: str, hint: str, line: int = 0) -> None:
        super().__init__(message)
        self.name, self.hint, self.line = name, hint, line


class TemplateFiles(BaseLoader):
    """House templates first, then ours, and ours again under ``builtin/`` so that a house one can extend them."""

    def __init__(
        self, folders: Sequence[Path], builtin: Path, file: Path | None = None, notes: Path | None = None
    ) -> None:
        """Arguments: the house folders, nearest first; our own; a template named by its path; the notes."""
        self.folders = (*folders, builtin)
        self.builtin = builtin
        self.file = file
        self.notes = notes
        self.names: dict[str, str] = {}
        """Name of every template that was read, by the path of its file."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Text and path of a template.

        Raises ``TemplateNotFound``, and ``TemplateFileError`` for what is there and is no template.
        """
        template = str.__str__(template)  # words of the notes know their place, which the file system does not want
        path = self._path(template)
        text = self._text(path, template)
        self.names[str(path)] = template
        return text, str(path), lambda: True

    def list_templates(self) -> list[str]:
        """Names that could have been meant; of very large folders, some."""
        names = {self.file.name} if self.file else set()
        for folder in self.folders:
            names.update(_names(folder))
        return sorted(names)

    def _path(self, template: str) -> Path:
        if self.file is not None and template == self.file.name:
            return self.file  # the user's own choice, wherever it leads
        parts = template.split("/")
        if any(part in ("", ".", "..") or not _UNSAFE.isdisjoint(part) for part in parts):
            raise TemplateNotFound(template)
        folders = [(folder, parts) for folder in self.folders]
        if parts[0] == "builtin":
            folders.append((self.builtin, parts[1:]))
        for folder, below in folders:
            path = folder.joinpath(*below)
            try:
                path.lstat()
            except OSError:
                continue
            self._check_place(path, template)
            return path
        raise TemplateNotFound(template)

    def _check_place(self, path: Path, template: str) -> None:
        try:
            real = path.resolve(strict=True)
        except (OSError, RuntimeError):
            raise TemplateFileError("this template is a link that leads nowhere", template, _LINKS) from None
        if not any(real.is_relative_to(folder.resolve()) for folder in self.folders):
            raise TemplateFileError("this template is a link out of the template folder", template, _LINKS)

    def _text(self, path: Path, template: str) -> str:
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                kind = "a folder" if stat.S_ISDIR(found.st_mode) else "no ordinary file"
                raise TemplateFileError(f"this is {kind}, expected a text file", template, "name a template file")
            if self.notes is not None and self.notes.exists() and path.samefile(self.notes):
                raise TemplateFileError("this is the notes file, expected a template", template, "name a template file")
            with path.open("rb") as file:
                data = file.read(LONGEST + 1)
        except OSError as error:
            message = f"this template cannot be read ({error.strerror})"
            raise TemplateFileError(message, template, "check its permissions") from None
        if len(data) > LONGEST:
            message = f"this template has more than {LONGEST // 1_000_000} MB, expected a short text"
            raise TemplateFileError(message, template, "check that it is the right file")
        try:
            return decode(data)
        except UnreadableTextError as problem:
            raise TemplateFileError(problem.message, template, problem.hint, problem.line) from None


_LINKS = "put the file itself into the folder"
_UNSAFE = frozenset("\\\0") | (frozenset(":") if os.name == "nt" else frozenset())
"""What no part of a template's name may hold: other ways to write a path, and on Windows the name of a drive."""


def _names(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            yield from (entry.name for entry in islice(entries, _LISTED) if entry.name.endswith(".md"))
    except OSError:
        return
