"""Transcripts as they came: who said what, when."""

from authoring.transcripts.model import Place, Transcript, Turn
from authoring.transcripts.reader import as_it_came, parse_transcript, read_transcript, transcript_of

__all__ = ["Place", "Transcript", "Turn", "as_it_came", "parse_transcript", "read_transcript", "transcript_of"]
