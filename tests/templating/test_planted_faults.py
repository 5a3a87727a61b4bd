"""Every fault that was planted in a template is found in its line, and nothing in those that have none."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from planted import checked, compared, pages

from authoring.templating.check import check
from authoring.templating.shelf import Shelf
from authoring.text.shipped import builtin_templates


@pytest.mark.parametrize("page", [*pages("faults"), *pages("blind")], ids=lambda page: page.stem)
def test_a_planted_fault_is_found_in_its_line_and_nothing_else_is(page: Path, tmp_path: Path) -> None:
    pairs = list(compared(page, tmp_path))
    assert [each for each, found in pairs if each and not found] == []
    assert [found for each, found in pairs if not each] == []
    for _, found in pairs:
        assert found
        assert len(found.message) <= 100, found
        assert ", expected " in found.message or "stopped" in found.message, found


@pytest.mark.parametrize("page", pages("good"), ids=lambda page: page.stem)
def test_nothing_is_found_in_a_template_without_a_fault(page: Path, tmp_path: Path) -> None:
    assert checked(page, tmp_path) == []


@pytest.mark.parametrize("path", sorted(builtin_templates().glob("*.md")), ids=lambda path: path.stem)
def test_nothing_is_found_in_the_built_in_templates(path: Path) -> None:
    shelf = Shelf((), builtin_templates())
    parsed = shelf.get(path.name)
    assert parsed is not None
    assert check(shelf, [parsed]) == []
