"""What the measures are called for people, and what each figure is to be held against."""

from __future__ import annotations

from collections.abc import Mapping

NAMES = {
    "flesch_reading_ease": ("Flesch reading ease", "100 easy, 0 hard"),
    "flesch_kincaid_grade": ("Flesch–Kincaid grade", "school years"),
    "gunning_fog": ("Gunning fog", "school years"),
    "smog_index": ("SMOG", "school years"),
    "coleman_liau_index": ("Coleman–Liau", "school years"),
    "automated_readability_index": ("ARI", "school years"),
    "dale_chall_readability_score": ("Dale–Chall", "below 5 easy, 9 college"),
    "linsear_write_formula": ("Linsear Write", "school years, 100 words"),
    "lix": ("LIX", "30 easy, 60 hard"),
    "rix": ("RIX", "long words a sentence"),
    "spache_readability": ("Spache", "school years, children"),
    "mcalpine_eflaw": ("McAlpine EFLAW", "below 25 easy"),
    "reading_time": ("Reading time", "minutes, 238 words each"),
}
"""The name of each measure, and its scale."""
_WORDS_A_MINUTE = 238
"""What grown-ups read in silence of factual English, in the mean of 190 studies (Brysbaert, 2019)."""
GRADE, EASE = "flesch_kincaid_grade", "flesch_reading_ease"
"""The two that are shown where there is no room for all."""
NOT_SAID = "n/a"
"""Stands for a figure that a text is too short for."""
INDENT = "  "
LABEL = 22
"""Columns of what stands before figures and strips."""


def figure(value: float | None) -> str:
    """A figure with one decimal."""
    return NOT_SAID if value is None else f"{value:.1f}"


def measured(measures: Mapping[str, float | int | None], name: str) -> float | None:
    """A measure as people are shown it.

    The reading time is that of a reader: textstat's, which programs get, is that of an eye that never stops, a third.
    """
    return (measures["words"] or 0) / _WORDS_A_MINUTE if name == "reading_time" else measures[name]


def amount(number: float | None, one: str, many: str) -> str:
    """A number with the word for what is counted."""
    return f"{int(number or 0):,} {one if number == 1 else many}"
