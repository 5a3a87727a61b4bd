"""Stories that were written at three levels: the figures must tell them apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.prose import parse
from authoring.prose.formulas import FORMULAS
from authoring.readability.stats import stats_of
from authoring.text.files import read_text

LEVELS = ("ele", "int", "adv")
LOOSE = "linsear_write_formula"
"""It looks at the first hundred words alone."""


@pytest.fixture(scope="module")
def triples(shared: Path) -> dict[str, list[list[float]]]:
    """By measure, for each story how hard each level is."""
    folder = shared / "data" / "reading-levels"
    found: dict[str, list[list[float]]] = {name: [] for name in FORMULAS}
    for advanced in sorted(folder.glob("*-adv.txt")):
        story = advanced.name.removesuffix("-adv.txt")
        figures = [stats_of(parse(read_text(folder / f"{story}-{level}.txt"), path="a.txt")).whole for level in LEVELS]
        for name in FORMULAS:
            sign = -1 if name == "flesch_reading_ease" else 1
            values = [each[name] for each in figures]
            assert None not in values
            found[name].append([sign * value for value in values if value is not None])
    return found


@pytest.mark.parametrize("name", [name for name in FORMULAS if name != LOOSE])
def test_advanced_is_harder_than_elementary_and_the_three_levels_are_in_order(
    triples: dict[str, list[list[float]]], name: str
) -> None:
    assert len(triples[name]) == 24
    assert sum(low < high for low, _, high in triples[name]) == 24
    assert sum(low < middle < high for low, middle, high in triples[name]) >= 22
