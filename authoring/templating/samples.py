"""Notes to try templates on: with nothing but what a kind requires, and with everything that the format has."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from authoring.notes import Notes, read_notes

Sample = Literal["bare", "minimal", "sparse", "scattered", "maximal"]
SAMPLES: tuple[Sample, ...] = ("bare", "minimal", "sparse", "scattered", "maximal")
PATIENCE = 8.0
"""Seconds that a draft may take beyond its time to say where it was stopped: the line matters more than the wait."""
FOLDER = Path(__file__).with_name("tried")


@cache
def sample(name: Sample) -> Notes:
    """One of them: a headline and a line of narration, one item of each sort with no more than it needs, or all."""
    return read_notes(FOLDER / f"{name}.md")
