"""One story in three house styles: each draft is as a desk of that style would print it, and the linter agrees.

The articles in ``houses`` were written by hand before any draft was looked at.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from authoring.drafting.draft import draft
from authoring.drafting.house import house_of
from authoring.notes import read_notes

HOUSES = Path(__file__).parent / "houses"
NOTES = Path(__file__).parents[2] / "drafts" / "ferry-strike" / "notes.md"
UNSURE = {
    "plain": (
        ("over 4 hours of sleep", "over four hours of sleep"),
        ("to 3 islands", "to three islands"),
        ("Pell, and Sable", "Pell and Sable"),
        ("9 of 14", "nine of 14"),
        ("8 hours", "eight hours"),
        ("bread, and a pair", "bread and a pair"),
    )
}
"""What a desk would write and a program leaves as it is typed, since it is not sure: it must not lint it either."""


def drafted(house: str, folder: Path) -> Path:
    """The story in a house style, with its notes beside it."""
    notes = folder / "notes.md"
    notes.write_text(NOTES.read_text("utf-8"), "utf-8")
    article = folder / f"{house}.md"
    read = read_notes(notes)
    article.write_text(draft(read, article=article, house=house_of(read, house)).text, "utf-8")
    return article


def found(article: Path, house: str) -> list[dict[str, str]]:
    """What the linter finds under a house style."""
    words = ["lint", article.name, "--house", house, "--format", "json", "--no-cache", "--fail-on", "never"]
    ran = subprocess.run(
        [sys.executable, "-m", "authoring", *words],
        cwd=article.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    findings: list[dict[str, str]] = json.loads(ran.stdout)["files"][0]["findings"]
    return findings


@pytest.mark.parametrize("house", ["ap", "guardian", "plain"])
def test_a_draft_is_as_a_desk_of_that_house_would_print_it(house: str, tmp_path: Path) -> None:
    wanted = (HOUSES / f"{house}.md").read_text("utf-8")
    for sure, typed in UNSURE.get(house, ()):
        assert sure in wanted
        wanted = wanted.replace(sure, typed)
    text = drafted(house, tmp_path).read_text("utf-8")
    assert text[text.index("\n# ") + 1 :] == wanted


@pytest.mark.parametrize("house", ["ap", "guardian", "plain"])
def test_the_linter_has_nothing_to_say_of_a_draft_under_its_own_house(house: str, tmp_path: Path) -> None:
    findings = found(drafted(house, tmp_path), house)
    said = [(each["rule"], each["message"]) for each in findings]
    assert [one for one, each in zip(said, findings, strict=True) if each["family"] in ("house", "style")] == []
    assert [one for one, each in zip(said, findings, strict=True) if each["severity"] == "error"] == []


def test_under_another_house_the_linter_points_at_what_that_house_writes_otherwise(tmp_path: Path) -> None:
    rules = {each["rule"] for each in found(drafted("ap", tmp_path), "guardian")}
    assert rules >= {"off-style-time", "off-style-date", "off-style-spelling", "off-style-country", "off-style-dash"}
