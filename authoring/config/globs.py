"""Globs as in a .gitignore, and which files they mean."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from authoring.text.patterns import lazy

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_BRACES = lazy(r"\{[^{}/]*,[^{}/]*\}")
_UP = lazy(r"(?:^|/)\.\.(?:/|$)")


class NoGlobError(ValueError):
    """What was given cannot be a glob; the message says what to do, where that can be told."""


class Globs:
    """Some globs: ``briefs/**``, ``*.txt``, ``archive/``, ``!archive/2026.md``."""

    def __init__(self, words: tuple[str, ...] = ()) -> None:
        """Raises ``NoGlobError``."""
        self.words = words
        for word in words:
            _check(word)
        if words:
            self._spec  # noqa: B018  # to fail at once

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        try:
            spec = GitIgnoreSpec.from_lines([re.sub(r"^(!?)(?:\./)+", r"\1", word) for word in self.words])
        except (ValueError, re.error):
            raise NoGlobError from None
        if any(pattern.include is None for pattern in spec.patterns):  # it would mean no file, ever
            raise NoGlobError
        return spec

    def mean(self, path: str) -> bool:
        """Whether they mean a file, given by its path from the folder that they are seen from, with ``/``."""
        return bool(self.words) and self._spec.match_file(path)


def _check(word: str) -> None:
    """What is a glob elsewhere, and here would never mean a file."""
    if _BRACES.search(word):
        raise NoGlobError("write a glob for each of the words in { }")
    if _UP.search(word):
        raise NoGlobError("files are seen from the folder of this file, and .. leads out of it")
    if word.startswith("#"):
        raise NoGlobError(f"# begins a comment; write \\\\{word}")
