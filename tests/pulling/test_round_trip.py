"""Real transcripts to notes, to a draft and back: every quote is found verbatim, at the time at which it was said."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def trip() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_round_trip", ROOT / "benchmarks" / "round_trip.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name",
    [
        "formats/zoom_meeting003.vtt",
        "formats/deepgram_speakers.trimmed.json",
        "changelog-transcripts/gotime--go-time-338.md",
        "whitehouse-transcripts/president-2014-10-16_id1.txt",
    ],
)
def test_what_is_pulled_from_a_real_transcript_is_verbatim_in_the_draft(
    trip: ModuleType, shared: Path, tmp_path: Path, name: str
) -> None:
    row = trip.round_trip(shared / "data" / "transcripts" / name, tmp_path, seed=1)
    assert (row.wrong, row.refused) == ([], [])
    assert row.passages > 5
    assert row.verbatim == row.placed == row.quotations >= row.passages
    assert row.found == row.sought > 0
