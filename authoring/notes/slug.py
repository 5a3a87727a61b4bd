"""A headline as the name of a folder: safe on every system, readable in every script."""

from __future__ import annotations

from unicodedata import category, normalize

LONGEST = 60
"""Characters of a slug; what is longer ends with the last whole word."""
_BYTES = 180
"""A file's name may have 255 bytes, and what stands in front of it and behind it needs some."""
_APOSTROPHES = "'’‘ʼ`´"
_DEVICES = ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
_TAKEN = frozenset((*_DEVICES, "templates", "house", "notes"))
"""What Windows keeps for devices, and what a project has folders for: a story in ``templates`` would be a template."""


def slugged(words: str) -> str:
    """Words in lower case with hyphens; empty where there is no letter and no digit in them."""
    kept: list[str] = []
    for char in normalize("NFKC", words).lower():
        kind = category(char)
        if kind[0] in "LN" or (kind[0] == "M" and kept and kept[-1] != "-"):
            kept.append(char)
        elif char not in _APOSTROPHES and kind != "Cf" and kept and kept[-1] != "-":
            kept.append("-")
    slug = _shortened(normalize("NFC", "".join(kept)).strip("-"))
    return f"{slug}-story" if slug in _TAKEN else slug


def _shortened(slug: str) -> str:
    short = slug[:LONGEST]
    while len(short.encode("utf-8")) > _BYTES:
        short = short[:-1]
    if len(short) < len(slug) and slug[len(short)] != "-":
        head, hyphen, _ = short.rpartition("-")
        short = head if hyphen and len(head) > LONGEST // 3 else short
    return short.strip("-")
