"""Applies the suggestions of findings to an article's text, and never to anybody else's words.

Whatever a rule suggests, quotations, block quotations, questions and answers, front matter, code and link targets stay
as they are, to the letter: each round of edits is held against that before it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from authoring.findings import Finding, Suggestion
from authoring.prose import parse
from authoring.prose.document import Document, Voice
from authoring.runner.checked import Checked

OURS = frozenset({Voice.NARRATION, Voice.HEADING, Voice.CAPTION})
"""Voices of the writer, whose words may be changed."""
ROUNDS = 10
"""How often the text is read again, since one edit may make room for another."""
Check = Callable[[str], Iterable[Checked]]


@dataclass(frozen=True)
class Fixed:
    """An article after its suggestions were applied."""

    before: str
    after: str
    applied: int
    """How many edits were made."""
    results: tuple[Checked, ...]
    """What is found in it now, last; and in its notes, where they have errors."""
    shown_before: str
    """What it was, as it may be shown."""

    @property
    def changed(self) -> bool:
        """Whether the text is another."""
        return self.before != self.after


def fixed(text: str, check: Check, *, unsafe: bool = False, told: Callable[[Checked], Checked] | None = None) -> Fixed:
    """Apply what ``check`` suggests for a text, again and again until nothing changes.

    Of suggestions that overlap, the first in order of place is taken. Those that may change what is said are left out
    unless ``unsafe``. ``check`` gives the results for a text, the article's last, and ``told`` leaves out of one what a
    baseline accepts.
    """
    notes: list[Checked] = []
    first: Checked | None = None
    seen = {text}
    now, applied = text, 0
    while True:
        results = tuple(check(now))
        if not results:  # notes that were told of with another article
            return Fixed(text, text, 0, (), text)
        *others, article = results
        notes += others  # they are told of once
        first = first or article
        if article.document is None or len(seen) > ROUNDS:
            break
        after, edits = _round(article.document, list(_wanted(told(article) if told else article, unsafe)))
        if not edits or after in seen:  # two rules that undo each other end here, too
            break
        seen.add(after)
        now, applied = after, applied + edits
    return Fixed(text, now, applied, (*notes, article), first.shown)


def left_over(article: Checked) -> int:
    """How many findings have a suggestion that ``--unsafe-fixes`` would apply."""
    return len(list(_wanted(article, unsafe=True))) if article.document is not None else 0


def _wanted(article: Checked, unsafe: bool) -> Iterator[Suggestion]:
    for finding in article.findings:
        if article.document is not None and (edit := _only(article.document, finding, unsafe)):
            yield edit


def _only(document: Document, finding: Finding, unsafe: bool) -> Suggestion | None:
    """The one suggestion to take; several are alternatives, among which the writer has the choice."""
    offered = dict.fromkeys(edit for edit in finding.suggestions if edit.span.of(document.text) != edit.text)
    safe = [edit for edit in offered if edit.safe]
    edits = safe if len(safe) == 1 else list(offered) if unsafe else []
    return edits[0] if len(edits) == 1 and _allowed(document, edits[0]) else None


def _allowed(document: Document, edit: Suggestion) -> bool:
    """Whether an edit touches the writer's own words alone, and the blank space around them."""
    span = edit.span
    if span.end > len(document.text):
        return False
    if not len(span):  # between two characters: one of them is to be the writer's
        return bool({document.voice_at(span.start), document.voice_at(max(span.start - 1, 0))} & OURS)
    return all(
        voice in OURS or (voice is Voice.MARKUP and part.of(document.text).isspace())
        for part, voice in document.voices_in(span)
    )


def _round(document: Document, edits: Sequence[Suggestion]) -> tuple[str, int]:
    """The text after as many of the edits as leave other people's words alone, and how many these are."""
    taken: list[Suggestion] = []
    for edit in sorted(edits, key=lambda edit: edit.span):
        if not taken or edit.span.start >= taken[-1].span.end + (not len(taken[-1].span) and not len(edit.span)):
            taken.append(edit)
    if not taken:
        return document.text, 0
    theirs = _theirs(document)
    after = _edited(document.text, taken)
    if _theirs(parse(after, path=document.path)) == theirs:
        return after, len(taken)
    # One of them makes a quotation of narration, or the other way round; few texts come here.
    kept: list[Suggestion] = []
    for edit in taken[:ROUNDS]:
        if _theirs(parse(_edited(document.text, [*kept, edit]), path=document.path)) == theirs:
            kept.append(edit)
    return _edited(document.text, kept), len(kept)


def _edited(text: str, edits: Iterable[Suggestion]) -> str:
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.span.start], _line_ends(edit.text, text))
        at = edit.span.end
    return "".join((*parts, text[at:]))


def _line_ends(words: str, text: str) -> str:
    """A suggestion's words with the line ends of the file."""
    return words.replace("\n", "\r\n") if "\n" in words and "\r" not in words and "\r\n" in text else words


def _theirs(document: Document) -> list[str]:
    """Everything in an article that is not the writer's to be changed here."""
    ends = [start for start, _ in document.voices[1:]]
    return [
        document.text[start:end]
        for (start, voice), end in zip(document.voices, [*ends, len(document.text)], strict=True)
        if voice not in OURS and voice is not Voice.MARKUP
    ]
