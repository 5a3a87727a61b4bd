"""Real articles come back as notes that pass, and a draft from them gives every quotation back to the letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from authoring.recovering.job import recovered_text


def test_every_quotation_of_real_articles_comes_back(
    shared: Path, sample: Callable[[Sequence[Path], int], list[Path]]
) -> None:
    folder = shared / "data" / "articles"
    quoted = 0
    for path in sample(sorted(folder.iterdir()), 15):
        made = recovered_text(path.read_bytes().decode("utf-8"), str(path), "notes.md")
        assert not made.proof.lost, path.name
        assert made.proof.drafted, path.name
        quoted += len(made.proof.quoted)
    assert quoted > 15
