"""Looks through a transcript on the terminal, a page at a time, and picks passages of it for the notes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from authoring.cli.given import look

if TYPE_CHECKING:
    from authoring.pulling.speakers import Cast
    from authoring.text.span import Span
    from authoring.transcripts import Transcript
    from authoring.wording.shown import Shown

_HELP = "a line's number to quote from, /words to search, n and p to turn pages, q to end"
_ROWS = 3
"""Rows of a turn that a page shows."""
_CHOSEN = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?")


def browse(path: str, transcript: Transcript, cast: Cast, beat: str | None) -> None:
    """Ask what to pull until that is enough."""
    from authoring.pulling.files import NotesFile
    from authoring.wording.shown import shown

    told = shown(transcript, NotesFile(path).notes)
    Browser(path, transcript, cast, beat, told).run()


class Browser:
    """Where somebody is in a transcript."""

    def __init__(self, path: str, transcript: Transcript, cast: Cast, beat: str | None, told: Sequence[Shown]) -> None:
        self._path, self._transcript, self._cast, self._beat, self._told = path, transcript, cast, beat, told
        self._at = self._next = 0
        self._listed: list[int] = list(range(len(told)))
        """Numbers of the turns that are looked through: all, or those that a search found."""
        self._marked: dict[int, Sequence[Span]] = {}

    def run(self) -> None:
        """Show a page, ask, and do what is asked, until q."""
        from authoring.cli.asking import ask
        from authoring.errors import AuthoringError
        from authoring.reporters.terminal import safe

        click.echo(_HELP)
        self._page()
        while (answer := ask("pull")) != "q":
            try:
                self._do(answer)
            except AuthoringError as error:
                click.echo(safe(str(error)))

    def _do(self, answer: str) -> None:
        if answer in ("", "n"):
            self._at = self._next if self._next < len(self._listed) else self._at
            self._page()
        elif answer == "p":
            self._at = max(self._at - max(self._next - self._at, 1), 0)
            self._page()
        elif answer.startswith("/"):
            self._search(answer[1:])
        elif answer.isdecimal():
            self._pick(int(answer))
        else:
            click.echo(_HELP)

    def _page(self) -> None:
        size = shutil.get_terminal_size()
        rows, self._next = 0, self._at
        while self._next < len(self._listed) and (rows < size.lines - 4 or self._next == self._at):
            lines = list(self._lines(self._listed[self._next]))
            if rows + len(lines) > size.lines - 3 and self._next > self._at:
                break
            for line in lines:
                click.echo(line, nl=False, color=look().colour)
            rows += len(lines)
            self._next += 1
        if self._next >= len(self._listed):
            click.echo("that is the end" if len(self._listed) == len(self._told) else "no more are found; / for all")

    def _lines(self, number: int) -> list[str]:
        from dataclasses import replace

        from authoring.reporters.transcript import one_turn

        told = self._told[number]
        words, marked = told.words(self._marked.get(number, ()))
        turn = replace(told.turn, speaker=told.speaker, text=words)
        head, *rows = one_turn(turn, marked, look())
        if self._marked:
            return [head, *rows]
        return [head, *rows[:_ROWS], *(["      …\n"] if len(rows) > _ROWS else [])]

    def _search(self, words: str) -> None:
        from authoring.pulling.searching import search

        self._listed, self._marked, self._at = list(range(len(self._told))), {}, 0
        if words.strip():
            found = search([told.turn for told in self._told], words)
            if not found.hits:
                click.echo("no turn has these words, or words like them")
                return
            self._listed = [hit.number for hit in found.hits]
            self._marked = {hit.number: hit.spans for hit in found.hits}
        self._page()

    def _pick(self, line: int) -> None:
        from authoring.cli.asking import ask
        from authoring.cli.notes_add import put_in
        from authoring.pulling.files import NotesFile
        from authoring.pulling.passages import at_line, passage, sentences
        from authoring.reporters.terminal import fitting, safe
        from authoring.text.span import Span

        (chosen, *_) = at_line(self._transcript, line, turns=True)
        told = self._told[chosen.turn]
        spans = list(sentences(told.turn.text))
        for number, span in enumerate(spans, 1):
            hidden = any(span.overlaps(each) for each in told.hidden)
            words = "[withheld]" if hidden else _masked(span.of(told.turn.text), told)
            click.echo(f"{number:>4}  {fitting(safe(words), max(look().width - 6, 20))}")
        answer = _CHOSEN.fullmatch(given := ask("sentences, such as 2 or 2-4; Enter for all, b to go back", "all"))
        first, last = (1, len(spans)) if given == "all" else (0, 0)
        if answer:
            first, last = int(answer[1]), int(answer[2] or answer[1])
        if not 1 <= first <= last <= len(spans):
            if given.casefold() != "b":
                click.echo(safe(f"“{given}” is none of these, expected 1 to {len(spans)}; nothing was put in"))
            return
        piece = passage(self._transcript, chosen.turn, Span(spans[first - 1].start, spans[last - 1].end))
        put_in(NotesFile(self._path), self._transcript, self._cast, [piece], self._beat)


def _masked(words: str, told: Shown) -> str:
    from authoring.wording.material import masked

    return masked(" ".join(words.split()), told.secrets)
