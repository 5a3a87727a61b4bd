"""What the findings of an article rest on besides its own text, so that they can be kept until that changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from authoring.runner.checked import Checked
from authoring.runner.stories import BESIDE, Story
from authoring.trace.trace import trace_path

if TYPE_CHECKING:
    from authoring.notes.model import Notes


def rests_on(story: Story, result: Checked, files: tuple[str, ...] = ()) -> tuple[str, ...] | None:
    """The files and folders whose change may change what is found; ``None`` for what may not be kept.

    ``files`` are those of the house style that the piece names.

    Without notes, that is the place where they might appear. Of an article that is held against notes, only that
    nothing was found is kept, since a message may have words of the notes in it; and nothing at all where these promise
    somebody not to be named, or hold what is off the record.
    """
    if story.faulty or story.findings:
        return None
    if story.notes is None:
        return (str(Path(result.path).with_name(BESIDE)), *files)
    if result.findings or result.suppressed or result.remark or result.withheld or _confides(story.notes):
        return None
    from authoring.notes.companions import companions
    from authoring.transcripts.corrections import beside
    from authoring.wording.noted import transcript_paths

    others = companions(story.notes)
    contacts = (story.notes.contacts.path,) if story.notes.contacts else ()
    rested = (
        story.path,
        *contacts,
        trace_path(Path(result.path)),
        *(file for path in transcript_paths(story.notes) for file in (path, beside(path))),
        *others.files,
        *others.folders,
        *files,
    )
    return tuple(dict.fromkeys(map(str, rested)))


def _confides(notes: Notes) -> bool:
    """Whether notes hold what must not be told."""
    return any(source.protected or source.off_the_record for source in notes.sources.values()) or any(
        notes.secret(item) for beat in notes.beats for item in beat.items
    )
