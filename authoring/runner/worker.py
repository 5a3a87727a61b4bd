"""Checks one file after the other: what each process of a run does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from authoring.config.find import Configs
from authoring.errors import ArticleError, AuthoringError, read_file
from authoring.runner.checked import Checked
from authoring.runner.files import lint_text
from authoring.runner.grammar import Grammar
from authoring.runner.stories import Stories
from authoring.runner.sweeping import Sweeper

Outcome = tuple[Checked, ...] | AuthoringError
"""What is found in a file, and in notes of it that have errors; or why that cannot be told."""


class Worker:
    """Checks files by the same settings and notes. Raises ``NotesError`` where the notes cannot be read."""

    def __init__(self, configs: Configs, notes: str | Path | None = None, grammar: Grammar | None = None) -> None:
        self._configs = configs
        self._notes = notes
        self._grammar = grammar
        self._stories = Stories(notes)
        self._sweeper = Sweeper()

    def check(self, path: str) -> Outcome:
        """What is found in a file."""
        try:
            text = read_file(path, kind=ArticleError)
            self._sweeper.before(len(text))
            return tuple(lint_text(text, path, self._configs.of(path), self._stories, self._grammar))
        except AuthoringError as error:
            return error

    def brief(self, path: str, measured: bool) -> Outcome:
        """The same without what is dear to hand to another process; with the articles' measures, if they are wanted."""
        outcome = self.check(path)
        if isinstance(outcome, AuthoringError):
            return outcome
        return tuple(_brief(result, measured) for result in outcome)

    def __getstate__(self) -> tuple[Configs, str | Path | None, Grammar | None]:
        return self._configs, self._notes, self._grammar

    def __setstate__(self, state: tuple[Configs, str | Path | None, Grammar | None]) -> None:
        self.__init__(*state)  # type: ignore[misc]


def _brief(result: Checked, measured: bool) -> Checked:
    from authoring.config import DEFAULTS

    made = dict(result.measures) if measured else {}
    if result.document is not None:
        result.document.forget()
    return replace(result, document=None, config=DEFAULTS, measured=made if result.article else None)
