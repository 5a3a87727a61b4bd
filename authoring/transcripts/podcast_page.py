"""Reads transcripts of podcasts as web pages: who speaks in ``cite``, when in ``time``, the words in ``p``."""

from __future__ import annotations

from authoring.transcripts.fields import nobody
from authoring.transcripts.markup import tokens
from authoring.transcripts.model import Transcript, Turn
from authoring.transcripts.said import Lines
from authoring.transcripts.times import seconds
from authoring.transcripts.turns import TurnLines

_BLOCKS = frozenset({"p", "/p", "br", "div", "/div", "li", "/li", "h1", "h2", "h3", "/h1", "/h2", "/h3"})


def read_podcast_page(text: str, path: str = "") -> Transcript:
    """The turns of a page; its paragraphs go on with whoever was named last."""
    page = _Page(text)
    for token in tokens(text):
        if token.tag:
            page.tag(token.tag)
        else:
            page.words(token.text, token.at)
    return Transcript(path, page.turns(), "podcast-html")


class _Page:
    """A page that is being read."""

    def __init__(self, text: str) -> None:
        self._lines = Lines(text)
        self._done: list[Turn] = []
        self._open: TurnLines | None = None
        self._inside = ""
        self._held = ""
        self._speaker: str | None = None
        self._time: float | None = None
        self._gap = ""

    def tag(self, name: str) -> None:
        """A tag stands here."""
        if name in ("cite", "time"):
            self._inside, self._held = name, ""
        elif name in ("/cite", "/time") and self._inside:
            told = " ".join(self._held.split())
            if self._inside == "time":
                self._time = seconds(told)
            else:
                label = told.removesuffix(":").rstrip()
                self._speaker = None if nobody(label) else label
                self._time = None
                self._close()
            self._inside = ""
        elif name in _BLOCKS:
            self._gap = "\n\n"

    def words(self, words: str, at: int) -> None:
        """Words stand here: a name, a time, or speech."""
        if self._inside:
            self._held += words
            return
        bare = words.strip()
        if not bare:
            self._gap = self._gap or (" " if words else "")
            return
        before = len(words) - len(words.lstrip())
        line, column = self._lines.position(at + before)
        if self._open is None:
            self._open = TurnLines(self._speaker, line, self._time)
        gap = self._gap or (" " if before else "")
        self._open.put(" ".join(bare.split()) if "\n" in bare else bare, line, column, self._time, gap)
        self._gap = " " if words[-1:].isspace() else ""

    def turns(self) -> tuple[Turn, ...]:
        """What was said, up to here."""
        self._close()
        return tuple(self._done)

    def _close(self) -> None:
        if self._open and (turn := self._open.turn()):
            self._done.append(turn)
        self._open, self._gap = None, ""
