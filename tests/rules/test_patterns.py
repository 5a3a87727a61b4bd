"""The patterns of the program run on every Python that it says it runs on."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "authoring"


def test_no_pattern_repeats_a_group_possessively() -> None:
    """CPython before 3.11.5, which Debian 12 has, loops for ever on such a group with a repeat in it (gh-106052)."""
    found = [
        f"{path.name}:{number}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\)(?:[*+?]|\{\d*,?\d*\})\+", line)
    ]
    assert found == []
