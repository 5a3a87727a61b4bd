"""Takes what was said from the JSON of Amazon Transcribe: items, their speakers and channels."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from authoring.transcripts.fields import Fields
from authoring.transcripts.located import Part
from authoring.transcripts.said import Said, Word, split

_LONGEST = 1e9
"""Seconds beyond which a number is no time of a recording."""


def aws(fields: Fields, whole: Part) -> Iterator[Said]:
    """The transcript, with speakers from the items; of several channels, stretches in the order of their times."""
    results = fields.part(whole, "results")
    channels = fields.parts(fields.part(results, "channel_labels"), "channels") if _has(fields, results) else ()
    if len(channels) > 1:
        told = [_joined(fields, fields.parts(part, "items"), fields.label(part, "channel_label")) for part in channels]
        yield from sorted((piece for said in told for piece in split(said)), key=lambda piece: piece.start or 0.0)
        return
    said = _joined(fields, fields.parts(results, "items"), None, _speakers(fields, results))
    transcripts = fields.parts(results, "transcripts")
    whole_text = fields.text(transcripts[0], "transcript") if transcripts else ""
    if len(whole_text.split()) > len(said.text.split()):
        # more than the items hold, as in a file that was shortened: nothing of it may be lost
        said = said._replace(text=whole_text, at=fields.begin(transcripts[0], "transcript"))
    yield said


def _has(fields: Fields, results: Part) -> bool:
    return fields.part(results, "channel_labels").value is not None


def _speakers(fields: Fields, results: Part) -> Mapping[Any, str | None]:
    """Speakers by the time at which a word begins, as older files tell them apart from the words."""
    labels = fields.part(results, "speaker_labels")
    found: dict[Any, str | None] = {}
    if labels.value is None:
        return found
    for segment in fields.parts(labels, "segments"):
        for item in fields.parts(segment, "items"):
            start = fields.part(item, "start_time").value
            if isinstance(start, (str, int, float)):
                found[start] = fields.label(item, "speaker_label")
    return found


def _joined(
    fields: Fields, items: Sequence[Part], label: str | None, speakers: Mapping[Any, str | None] | None = None
) -> Said:
    """Items as one text: punctuation stands at the word before it, and is of whoever said that."""
    words: list[Word] = []
    parts: list[str] = []
    at = items[0].at if items else 0
    for item in items:
        content = _content(fields, item)
        if not content:
            continue
        if item.value.get("type") == "punctuation":
            words.append(Word(content, item.at, speaker=words[-1].speaker if words else label))
        else:
            start, end = _time(fields, item, "start_time"), _time(fields, item, "end_time")
            speaker = label or fields.label(item, "speaker_label")
            if speaker is None and speakers and start is not None:
                speaker = speakers.get(item.value["start_time"])
            words.append(Word(content, item.at, start, end, speaker))
            parts.append(" ")
        parts.append(content)
    return Said("".join(parts), at, words=words)


def _time(fields: Fields, item: Part, key: str) -> float | None:
    """Seconds, which these files write as text; quickly, as there are tens of thousands."""
    try:
        found = float(item.value[key])
    except (TypeError, ValueError, KeyError):
        return fields.time(item, key)
    return found if 0 <= found < _LONGEST else None


def _content(fields: Fields, item: Part) -> str:
    """The likeliest of what a word may have been."""
    listed = item.value.get("alternatives") if type(item.value) is dict else None
    if type(listed) is list and listed and type(listed[0]) is dict and type(listed[0].get("content")) is str:
        return str(listed[0]["content"])
    alternatives = fields.parts(item, "alternatives")
    return fields.text(alternatives[0], "content") if alternatives else ""
