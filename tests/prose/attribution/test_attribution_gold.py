"""The engine on articles that people have marked, scored by the shared scorer; floors a little under what it does."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from authoring.reporters import Look
from authoring.reporters.quotes_json import report
from authoring.runner.quoted import quoted_text

Rows = dict[str, dict[str, Any]]
ACCURACY, PRECISION = 0.9, 0.9
"""Of quoted regions whose speaker is marked; measured .917 and .917."""
REPORTED_PRECISION, REPORTED_RECALL = 0.95, 0.7
"""Of reported speech, where answers that touch nothing marked are not judged; measured .989 and .724."""


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("attribution_score", shared / "checks" / "attribution_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold(shared: Path) -> Rows:
    """The articles of GUM news with the attributions that people marked."""
    lines = (shared / "data/attribution/gum_news.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["id"]: row for row in map(json.loads, lines)}


@pytest.fixture(scope="module")
def ours(gold: Rows) -> dict[str, list[dict[str, Any]]]:
    """What the command prints for each."""
    files = (quoted_text(row["text"], f"{key}.txt") for key, row in gold.items())
    told = json.loads("".join(report(files, Look())))
    return {Path(file["path"]).stem: file["quotes"] for file in told["files"]}


def test_most_quoted_regions_have_their_speaker(
    scorer: ModuleType, gold: Rows, ours: dict[str, list[dict[str, Any]]]
) -> None:
    total, attributed, right = scorer.score_regions(gold, ours, [])
    assert total == 72
    assert right / total >= ACCURACY
    assert right / attributed >= PRECISION


def test_reported_speech_is_found_without_many_false_alarms(
    scorer: ModuleType, gold: Rows, ours: dict[str, list[dict[str, Any]]]
) -> None:
    precision, recall, _, _ = scorer.score_contents(gold, ours, "indirect", partial=True)
    assert precision >= REPORTED_PRECISION
    assert recall >= REPORTED_RECALL
