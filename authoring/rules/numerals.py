"""Small numbers as articles write them, in words or figures, for rules that count."""

from __future__ import annotations

_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
NUMERALS = {word: number for number, word in enumerate(_WORDS, 1)}
"""The numbers from one to twenty, by their words."""
NUMERAL = rf"(?:{'|'.join(_WORDS)})"
"""Pattern of such a word, in lower case."""


def number_of(written: str) -> float | None:
    """What “six”, “1,200” or “3.5” stand for; ``None`` for anything else."""
    plain = written.strip().casefold()
    if plain in NUMERALS:
        return NUMERALS[plain]
    try:
        return float(plain.replace(",", ""))
    except ValueError:
        return None


def spelled(number: int) -> str:
    """The number in words up to twenty, in figures beyond."""
    return _WORDS[number - 1] if 1 <= number <= len(_WORDS) else f"{number:,}"
