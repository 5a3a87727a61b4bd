"""LanguageTool as lint uses it on the committed lists: sentences with a known fault each, and clean ones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = pytest.mark.xdist_group("languagetool")
GOLD = Path(__file__).parents[2] / "benchmarks" / "gold"


class Row(NamedTuple):
    """A sentence, and where its fault is; both 0 in a clean one."""

    text: str
    start: int
    end: int


def rows(name: str) -> list[Row]:
    """A committed list."""
    read = map(json.loads, (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines())
    return [Row(row["text"], row.get("start", 0), row.get("end", 0)) for row in read]


def linted(folder: Path, listed: list[Row]) -> list[list[tuple[int, int]]]:
    """Where lint finds something in each sentence, each a file of its own."""
    for number, row in enumerate(listed):
        Path(folder, f"{number:04}.md").write_text(row.text + "\n", "utf-8")
    words = [sys.executable, "-m", "authoring", "lint", ".", "--select", "grammar", "--format", "json"]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    found = {file["path"]: file["findings"] for file in json.loads(done.stdout)["files"]}
    return [[(one["start"], one["end"]) for one in found.get(f"{n:04}.md", [])] for n in range(len(listed))]


def test_most_known_faults_are_found_where_they_are(languagetool: Path, tmp_path: Path) -> None:
    """A finding touches the fault or stands right beside it; 182 of 200 when this was written."""
    listed = rows("grammar_errors")
    assert len(listed) == 200
    hits = 0
    for row, places in zip(listed, linted(tmp_path, listed), strict=True):
        hits += any(
            (start < row.end and row.start < end) or not row.text[min(end, row.end) : max(start, row.start)].strip()
            for start, end in places
        )
    assert hits >= 170


def test_clean_sentences_are_left_alone(languagetool: Path, tmp_path: Path) -> None:
    """Names, both spellings, quoted dialect, datelines and fragments: at most 3 findings in 100 sentences."""
    listed = rows("grammar_clean")
    assert len(listed) == 100
    assert sum(map(len, linted(tmp_path, listed))) <= 3
