"""Which classes of one jar name classes of another, read from the class files themselves."""

from __future__ import annotations

import struct
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

_OURS = ("language", "segment", "morfologik", "opennlp")
"""How the names of LanguageTool's own files begin, and of what it is made of; the rest name others for annotations."""
_SIZES = {3: 4, 4: 4, 5: 8, 6: 8, 7: 2, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2}
"""Bytes of each kind of constant, but those of text (1)."""


def references(jars: Path, kept: set[str]) -> Iterator[tuple[str, str, int, list[str]]]:
    """Of each kept jar: a jar that is not kept and that it names, in how many classes, and in which."""
    left_out = {name: jar.name for jar in jars.iterdir() if jar.name not in kept for name, _ in _classes(jar)}
    for jar in sorted(kept):
        if not jar.startswith(_OURS):
            continue
        found: dict[str, set[str]] = defaultdict(set)
        for name, data in _classes(jars / jar):
            for other in _named(data):
                if other in left_out:
                    found[left_out[other]].add(name.rpartition("/")[2])
        for other, names in sorted(found.items()):
            yield jar, other, len(names), sorted(names)


def _classes(jar: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(jar) as file:
        for name in file.namelist():
            if name.endswith(".class") and not name.startswith("META-INF/"):
                yield name.removesuffix(".class"), file.read(name)


def _named(data: bytes) -> Iterator[str]:
    """The names of classes in the table of constants with which every class file begins."""
    count, at, number = struct.unpack(">H", data[8:10])[0], 10, 1
    texts: dict[int, str] = {}
    classes: list[int] = []
    while number < count:
        kind = data[at]
        at += 1
        if kind == 1:
            (length,) = struct.unpack(">H", data[at : at + 2])
            texts[number] = data[at + 2 : at + 2 + length].decode("utf-8", "replace")
            at += 2 + length
        else:
            if kind == 7:
                classes.append(struct.unpack(">H", data[at : at + 2])[0])
            at += _SIZES[kind]
            number += kind in (5, 6)  # those of eight bytes count twice
        number += 1
    yield from (texts[one] for one in classes)
