"""Takes what was said from a file of oTranscribe: JSON that holds the text as a web page does, with times in it."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.transcripts.fields import Fields
from authoring.transcripts.located import Part
from authoring.transcripts.said import Said


def otranscribe(fields: Fields, whole: Part) -> Iterator[Said]:
    """Filled in with the reader of web pages."""
    yield fields.said(whole)
