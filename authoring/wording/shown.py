"""A transcript as it may be shown beside its notes: without what is off the record, and without protected names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from authoring.findings import Origin
from authoring.notes.model import Notes
from authoring.text.span import Span
from authoring.transcripts.model import Transcript, Turn
from authoring.wording.material import WITHHELD, Passage, masked, runs_of
from authoring.wording.noted import printed_name, secret_names, sources_called, told_off_the_record
from authoring.wording.secrets import hidden_in

_MARKS = ".,;:?!…”’)"
_GAP = "[withheld]"
"""Stands for words that are not to be shown."""


@dataclass(frozen=True)
class Shown:
    """One turn, and what of it may be shown."""

    turn: Turn
    """As it came: never to be shown itself."""
    speaker: str | None
    """The label, or in the place of a protected name what may be printed for it."""
    hidden: tuple[Span, ...] = ()
    """The stretches of its text that were told off the record, in order."""
    secrets: tuple[str, ...] = ()
    """Names that must not be shown."""

    def words(self, marked: Sequence[Span] = ()) -> tuple[str, tuple[Span, ...]]:
        """The words with something else in the place of what is withheld, and where marked stretches stand in them."""
        text = self.turn.text
        cuts = [(span.start, span.end, _GAP) for span in self.hidden]
        for secret in self.secrets:
            whole = re.I if " " in secret else 0
            for match in re.finditer(rf"(?<!\w){re.escape(secret)}(?!\w)", text, whole):
                if not any(start < match.end() and match.start() < end for start, end, _ in cuts):
                    cuts.append((*match.span(), WITHHELD))
        parts: list[str] = []
        moved: list[tuple[int, int, int]] = []
        """From, to, and by how much what stands between is moved."""
        at = by = 0
        for start, end, instead in (*sorted(cuts), (len(text), len(text), "")):
            parts += [text[at:start], instead]
            moved.append((at, start, by))
            by += len(instead) - (end - start)
            at = end
        kept = [
            Span(max(span.start, start) + shift, min(span.end, end) + shift)
            for span in marked
            for start, end, shift in moved
            if max(span.start, start) < min(span.end, end)
        ]
        return "".join(parts), tuple(kept)


def shown(transcript: Transcript, notes: Notes | None) -> tuple[Shown, ...]:
    """Every turn of a transcript with what may be shown of it; all of it where there are no notes."""
    if notes is None:
        return tuple(Shown(turn, turn.speaker) for turn in transcript.turns)
    hidden = _hidden(transcript, notes)
    secrets = secret_names(notes)
    labels = {label: _called(label, notes, secrets) for label in {turn.speaker for turn in transcript.turns}}
    return tuple(
        Shown(turn, name, (Span(0, len(turn.text)),) if silent else hidden.get(number, ()), secrets)
        for number, turn in enumerate(transcript.turns)
        for name, silent in (labels[turn.speaker],)
    )


def _called(label: str | None, notes: Notes, secrets: Sequence[str]) -> tuple[str | None, bool]:
    """What a speaker may be called, and whether nothing of theirs may be shown."""
    if label is None:
        return None, False
    named = sources_called(label, notes)
    silent = any(source.off_the_record for source in named)
    protected = [source for source in named if source.protected]
    if protected:
        return (printed_name(protected[0]) or WITHHELD) if len(named) == 1 else WITHHELD, silent
    return masked(label, secrets), silent


def _hidden(transcript: Transcript, notes: Notes) -> dict[int, tuple[Span, ...]]:
    secret = told_off_the_record(notes)
    if not secret:
        return {}
    runs = runs_of(transcript.turns)
    passages = [Passage("\n".join(turn.text for turn in run), None, None, 0, _InRun(run)) for run in runs]
    found: dict[int, tuple[Span, ...]] = {}
    first = 0
    spans = hidden_in(passages, secret)
    for number, run in enumerate(runs):
        base = 0
        for turn in run:
            inside = [
                Span(max(start - base, 0), min(end - base, len(turn.text)))
                for start, end in sorted(spans.get(number, ()))
                if start - base < len(turn.text) and end > base
            ]
            if inside:
                found[first] = tuple(_apart([_with_marks(span, turn.text) for span in inside]))
            base += len(turn.text) + 1
            first += 1
    return found


def _with_marks(span: Span, text: str) -> Span:
    """A stretch with the marks that end it."""
    rest = text[span.end :]
    return Span(span.start, span.end + len(rest) - len(rest.lstrip(_MARKS)))


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Spans in order, those that touch each other as one."""
    kept: list[Span] = []
    for span in spans:
        if kept and span.start <= kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        elif span:
            kept.append(span)
    return kept


class _InRun:
    """Times in turns whose texts are joined by one character."""

    def __init__(self, run: Sequence[Turn]) -> None:
        self._run = run

    def __call__(self, offset: int) -> tuple[Origin, float | None]:
        for turn in self._run:
            if offset <= len(turn.text):
                place = turn.place(offset)
                return Origin("", place.line, place.column), place.time
            offset -= len(turn.text) + 1
        return Origin("", 0, 0), None
