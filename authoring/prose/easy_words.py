"""The words that everybody knows, by the list of textstat, read without importing textstat."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def easy_words() -> frozenset[str]:
    """The list of Dale and Chall as textstat has it, in lower case; regular inflections are mostly not in it."""
    spec = find_spec("textstat")  # finds a top-level package and runs nothing of it
    assert spec is not None
    assert spec.origin is not None
    return frozenset((Path(spec.origin).parent / "resources/en/easy_words.txt").read_text("utf-8").split())
