"""What an article is compared with: its notes, the transcripts they name, and transcripts that are given besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from authoring.notes.model import Notes
from authoring.transcripts import Transcript
from authoring.transcripts.corrections import beside
from authoring.wording import Material, material_of_notes, transcript_paths
from authoring.wording.material import Passage, from_transcript

_recent: list[tuple[Notes, tuple[float, ...], Material]] = []
"""The notes asked about last, so that the articles of one story read their transcripts once."""


def material(notes: Notes | None, transcripts: Sequence[Transcript] = ()) -> Material:
    """Everything that may be quoted, ready to be searched.

    Args:
        notes: the notes of the story, where there are any; the transcripts that they name are read.
        transcripts: others that were given, in the order in which they were said.
    """
    if notes is None:
        return _alone(transcripts)
    if transcripts:
        return material_of_notes(notes, transcripts)
    times = tuple(_changed(file) for path in transcript_paths(notes) for file in (path, beside(path)))
    if not (_recent and _recent[0][0] is notes and _recent[0][1] == times):
        _recent[:] = [(notes, times, material_of_notes(notes))]
    return _recent[0][2]


def _changed(path: Path) -> float:
    """When a file was last changed; 0 where that cannot be told, which reading it says better."""
    try:
        return path.stat().st_mtime
    except (OSError, ValueError):
        return 0.0


def answers(told: Material, transcripts: Sequence[Transcript]) -> Iterator[str]:
    """What was said in these transcripts, without what the notes keep off the record."""
    paths = {transcript.path for transcript in transcripts}
    for passage in told.passages:
        if not passage.noted and passage.placed(0)[0].path in paths:
            yield passage.text


def _alone(transcripts: Sequence[Transcript]) -> Material:
    passages: list[Passage] = []
    for group, transcript in enumerate(transcripts):
        answers = 1 + max((passage.answer for passage in passages), default=-1)
        passages += from_transcript(transcript, group, answers)
    return Material(tuple(passages))
