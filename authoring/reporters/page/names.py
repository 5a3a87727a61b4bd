"""What the measures are called where people read them."""

from __future__ import annotations

MEASURES = {
    "words": "Words",
    "sentences": "Sentences",
    "paragraphs": "Paragraphs",
    "flesch_reading_ease": "Flesch reading ease",
    "flesch_kincaid_grade": "Flesch–Kincaid grade",
    "gunning_fog": "Gunning Fog",
    "smog_index": "SMOG",
    "coleman_liau_index": "Coleman–Liau",
    "automated_readability_index": "Automated readability (ARI)",
    "dale_chall_readability_score": "Dale–Chall",
    "linsear_write_formula": "Linsear Write",
    "lix": "LIX",
    "rix": "RIX",
    "spache_readability": "Spache",
    "mcalpine_eflaw": "McAlpine EFLAW",
    "reading_time": "Reading time, in seconds",
}
"""By their names in the model."""
