"""Transcripts as they came: who said what, when."""

from authoring.transcripts.model import Place, Transcript, Turn
from authoring.transcripts.reader import parse_transcript, read_transcript

__all__ = ["Place", "Transcript", "Turn", "parse_transcript", "read_transcript"]
