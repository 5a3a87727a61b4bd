"""A tag that was left open is told where it opens, though Jinja stumbles only over what follows."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.templating.check import check
from authoring.templating.shelf import Shelf
from authoring.text.shipped import builtin_templates


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("# {{ notes.headline }}\n\n{% for beat in notes.beats\n{{ beat.name }}\n{% endfor %}\n", 3, 1),
        ("{% if notes.dek %}\n{{ notes.dek }}\n{% endif\nThe end.\n", 3, 1),
        ("# {{ notes.headline\n\nBy {{ notes.byline }}\n", 1, 3),
    ],
)
def test_a_tag_that_is_not_closed_is_told_in_the_line_where_it_opens(
    tmp_path: Path, text: str, line: int, column: int
) -> None:
    found = _found(tmp_path, text)
    assert [(each[0], each[1]) for each in found] == [(line, column)]
    assert "is not closed in its line" in found[0][2]


def test_a_fault_in_a_tag_of_several_lines_is_told_where_it_stands(tmp_path: Path) -> None:
    found = _found(tmp_path, '{% set x = {\n  "a": "b",\n  "c" "d",\n} %}\n{{ x.a }}\n')
    assert [each[0] for each in found] == [3]


def test_a_house_may_call_its_macros_as_it_likes(tmp_path: Path) -> None:
    """The frame's own names once hid a macro of the same name, in the blocks that stand after them."""
    macro = "{% macro told(beat) %}{{ beat | paragraphs(say.item) }}{% endmacro %}"
    head = f'{{% extends "builtin/interview.md" %}}\n{{% import "newsroom.md" as say %}}\n{macro}\n'
    body = "{% block body %}\n{% for beat in notes.beats %}\n{{ told(beat) }}\n\n{% endfor %}\n{% endblock %}\n"
    assert _found(tmp_path, head + body) == []


def _found(folder: Path, text: str) -> list[tuple[int, int, str]]:
    """Line, column and words of everything that is found in a template."""
    templates = folder / "templates"
    templates.mkdir()
    (templates / "ours.md").write_text(text, "utf-8")
    shelf = Shelf((templates,), builtin_templates())
    parsed = shelf.get("ours.md")
    assert parsed is not None
    return [(finding.line, finding.column, finding.message) for finding in check(shelf, [parsed])]
