"""Reads transcripts that machines wrote as JSON: the table of services, each told by the parts that it writes."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import cast

from authoring.transcripts.fields import Fields
from authoring.transcripts.located import ITEMS, Part, Shape
from authoring.transcripts.model import Transcript
from authoring.transcripts.said import Said, turns

_LEAF: Shape = {ITEMS: None}
_TOLD: Shape = {ITEMS: {"words": _LEAF}}
SHAPE: Shape = {
    ITEMS: {"words": _LEAF},
    "segments": _TOLD,
    "chunks": {ITEMS: {}},
    "transcription": {ITEMS: {}},
    "utterances": _TOLD,
    "monologues": {ITEMS: {"elements": _LEAF}},
    "results": {
        "channels": {ITEMS: {"alternatives": {ITEMS: {"words": _LEAF}}}},
        "utterances": _TOLD,
        "transcripts": {ITEMS: {}},
        "items": _LEAF,
        "audio_segments": {ITEMS: {}},
        "speaker_labels": {},
        "channel_labels": {"channels": {ITEMS: {"items": _LEAF}}},
    },
}
"""The parts of all services whose places are wanted; anything else is read at once."""
Reader = Callable[[Fields, Part], Iterable[Said]]


@dataclass(frozen=True, slots=True)
class Service:
    """One way in which a service or a program writes transcripts as JSON."""

    name: str
    """As ``authoring transcript --format json`` prints it."""
    title: str
    """As people call it."""
    keys: tuple[str, ...]
    """Keys of the JSON, ``a.b`` for one within another; a file that has any of them is theirs."""
    reader: str
    """``module:function`` of who takes what was said from it."""


_HERE = "authoring.transcripts"
SERVICES = (
    Service("deepgram", "Deepgram", ("results.channels", "results.utterances"), f"{_HERE}.deepgram:deepgram"),
    Service("aws-transcribe", "Amazon Transcribe", ("results.items", "results.transcripts"), f"{_HERE}.aws:aws"),
    Service("whisper-cpp", "whisper.cpp", ("transcription",), f"{_HERE}.whisper:whisper_cpp"),
    Service("rev-ai", "Rev AI", ("monologues",), f"{_HERE}.services:rev_ai"),
    Service(
        "assemblyai",
        "AssemblyAI",
        ("utterances", "acoustic_model", "audio_url", "speech_model"),
        f"{_HERE}.services:assemblyai",
    ),
    Service("otranscribe", "oTranscribe", ("media-time", "media-source"), f"{_HERE}.otranscribe:otranscribe"),
    Service("whisperx", "WhisperX", ("word_segments",), f"{_HERE}.whisper:whisper"),
    Service("podcast-json", "podcast transcript (JSON)", ("segments.body",), f"{_HERE}.services:podcast"),
    Service(
        "whisper",
        "Whisper and programs like it",
        ("segments", "segments.text", "chunks", "text", ".text"),
        f"{_HERE}.whisper:whisper",
    ),
)
"""Which service wrote a file; the first that fits."""


def read_json(text: str, path: str = "") -> Transcript:
    """The turns of a transcript in JSON; raises ``TranscriptError`` for what is no JSON, or of no service we know."""
    with _uncollected():
        return _read(text, path)


def _read(text: str, path: str) -> Transcript:
    fields = Fields(text, path)
    whole = fields.json.read(SHAPE)
    for service in SERVICES:
        if any(_has(whole, key) for key in service.keys):
            module, _, function = service.reader.partition(":")
            read = cast("Reader", getattr(import_module(module), function))
            return Transcript(path, turns(read(fields, whole), text), service.name)
    known = "“segments”, “utterances”, “results” …"
    raise fields.json.error(
        whole.at, f"this JSON is no transcript that we know, expected {known}", "export it as .vtt, .srt or .txt"
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let nobody look for cycles meanwhile: of a hundred thousand small parts none has one, and it takes a third."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _has(part: Part, way: str) -> bool:
    """Whether there is something under a key; of a list, in its first item."""
    for key in way.split("."):
        value = part.value
        if isinstance(value, list):
            value = value[0].value if value and isinstance(value[0], Part) else None
        if isinstance(part.value, list) and not key:
            continue
        if not isinstance(value, dict) or key not in value:
            return False
        found = value[key]
        part = found if isinstance(found, Part) else Part(found, part.at)
    return True
