"""A transcript as it may be shown where notes name it: they tell which of its speakers and words are confidential."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from authoring.errors import NotesError, read_file
from authoring.notes import read_notes
from authoring.notes.model import Notes
from authoring.runner.stories import BESIDE, holds_notes
from authoring.runner.veil import HIDDEN
from authoring.runner.withheld import blanked
from authoring.text.files import surely
from authoring.text.span import Span
from authoring.transcripts import Transcript, Turn
from authoring.verification.leaks import Confidences, confidences, leaks_in
from authoring.verification.salvage import salvaged
from authoring.wording.noted import transcript_paths
from authoring.wording.shown import Shown, shown
from authoring.wording.speakers import same_speaker


def overheard(transcript: Transcript) -> Transcript:
    """The transcript without what the notes in its folder, or in the one above, hold in confidence.

    Protected speakers go by what may be printed in their place; every character that is taken out leaves a mark, so
    that places stay. A transcript that no notes name is as it was.
    """
    notes = notes_naming(Path(transcript.path)) if transcript.path else None
    if notes is None:
        return transcript
    if isinstance(notes, Confidences):  # they have errors
        return replace(transcript, turns=tuple(_salvaged(turn, notes) for turn in transcript.turns))
    held = replace(confidences(notes), words=(), told=())  # where words off the record stand, is known better
    return replace(transcript, turns=tuple(_shown(each, held) for each in shown(transcript, notes)))


def notes_naming(path: Path) -> Notes | Confidences | None:
    """The notes beside a transcript, or in the folder above, that name it; what is known of them where they are wrong.

    Notes with errors that have the name of the file in them are taken to name it.
    """
    for notes in (path.parent / BESIDE, path.parent.parent / BESIDE):
        if not surely(notes.is_file):
            continue
        try:
            text = read_file(notes, kind=NotesError)
            if path.name not in text or not holds_notes(text):
                continue
            known = read_notes(notes)
        except NotesError:
            return salvaged(notes)
        if path.absolute() in {named.absolute() for named in transcript_paths(known)}:
            return known
    return None


def _shown(each: Shown, held: Confidences) -> Turn:
    leaks = [leak.span for leak in leaks_in(each.turn.text, held)]
    return replace(each.turn, speaker=each.speaker, text=_blanked(each.turn.text, [*each.hidden, *leaks]))


def _salvaged(turn: Turn, held: Confidences) -> Turn:
    label = turn.speaker or ""
    if any(same_speaker(name, label) for name in held.silent):
        return replace(turn, speaker=HIDDEN, text=_blanked(turn.text, [Span(0, len(turn.text))]))
    known = any(same_speaker(" ".join(name.words), label) for name, _ in held.names)
    speaker = HIDDEN if known or leaks_in(label, held) else turn.speaker
    return replace(turn, speaker=speaker, text=_blanked(turn.text, [leak.span for leak in leaks_in(turn.text, held)]))


def _blanked(text: str, spans: list[Span]) -> str:
    for span in spans:
        text = blanked(text, [span])
    return text
