"""From real transcripts to notes, to a draft, and back: is every quote found verbatim, at the time it was said?

    python benchmarks/round_trip.py [TRANSCRIPTS]

Twenty transcripts in all formats that are there, a dozen passages of each, drawn by a seeded rule: the longest and the
shortest turns, passages with slashes, numbers, quotation marks, stage directions and several paragraphs, and random ones.
Each is pulled as ``authoring notes add`` does it; the notes are drafted, and the draft is verified against the transcript
alone. ``time`` counts the quotes whose place in the transcript is the second (or, without times, the line) at which the
passage begins.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from authoring.drafting import rendering
from authoring.errors import AuthoringError
from authoring.notes import read_notes
from authoring.notes.written import clock
from authoring.pulling.passages import Passage, passage, sentences, whole
from authoring.pulling.pull import NotesFile, Wanted, pull
from authoring.pulling.speakers import Cast, Role, labels_of
from authoring.text.span import Span
from authoring.transcripts import Transcript, read_transcript

DATA = Path(__file__).parents[2] / "shared" / "data" / "transcripts"
SEED = 7
FILES = 20
EACH = 12
_KINDS = {
    "slashes": re.compile(r"/|\\||[{}]|\\\\"),
    "numbers": re.compile(r"\d"),
    "quoted": re.compile(r"[“\"]"),
    "stage": re.compile(r"[(\[][A-Za-z ]+[)\]]"),
    "paragraphs": re.compile(r"\n\s*\n"),
    "marks": re.compile(r"^\s*[-—–*>#]"),
}
