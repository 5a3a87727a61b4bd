"""A transcript as it may be shown where notes name it: they tell which of its speakers and words are confidential."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from authoring.errors import NotesError, read_file
from authoring.runner.stories import BESIDE, holds_notes
from authoring.runner.veil import HIDDEN
from authoring.runner.withheld import blanked
from authoring.text.files import surely
from authoring.text.span import Span
from authoring.transcripts import Transcript, Turn
from authoring.verification.leaks import Confidences, confidences, leaks_in
from authoring.verification.salvage import salvaged
from authoring.wording.speakers import same_speaker


def overheard(transcript: Transcript) -> Transcript:
    """The transcript without what the notes in its folder, or in the one above, hold in confidence.

    Protected speakers go by what may be printed in their place; every character that is taken out leaves a mark, so
    that places stay. A transcript that no notes name is as it was.
    """
    held = _held(Path(transcript.path)) if transcript.path else None
    if held is None:
        return transcript
    return replace(transcript, turns=tuple(_shown(turn, held) for turn in transcript.turns))


def _held(path: Path) -> Confidences | None:
    from authoring.notes import read_notes
    from authoring.wording.noted import transcript_paths

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
            return confidences(known)
    return None


def _shown(turn: Turn, held: Confidences) -> Turn:
    speaker = turn.speaker
    if speaker and any(same_speaker(name, speaker) for name in held.silent):
        return replace(turn, speaker=HIDDEN, text=blanked(turn.text, [Span(0, len(turn.text))]))
    leaks = leaks_in(turn.text, held)
    text = blanked(turn.text, [leak.span for leak in leaks]) if leaks else turn.text
    for name, alias in held.names if speaker else ():
        if same_speaker(" ".join(name.words), speaker or "") or leaks_in(speaker or "", held):
            return replace(turn, speaker=alias or HIDDEN, text=text)
    return turn if text == turn.text else replace(turn, text=text)
