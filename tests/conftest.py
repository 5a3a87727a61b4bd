"""What several test files share: the material of other people's, read in place, and the count of what was sampled."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FULL = bool(os.environ.get("AUTHORING_FULL"))
SEED = 20261122
T = TypeVar("T")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material beside the checkout; without it the test is skipped, but never under CI."""
    if not SHARED.is_dir():
        if os.environ.get("CI"):
            pytest.fail("the shared material beside the checkout is missing")
        pytest.skip("the shared material is not beside this checkout")
    return SHARED


@pytest.fixture(scope="session", autouse=True)
def cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what the tests lint out of the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUTHORING_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def sample(record_property: Callable[[str, object], None]) -> Callable[[Sequence[T], int], list[T]]:
    """Draws a seeded sample of a big suite; ``make full`` takes it whole. Both counts are printed at the end."""

    def draw(everything: Sequence[T], size: int) -> list[T]:
        ordered = list(everything)
        chosen = ordered if FULL or len(ordered) <= size else random.Random(SEED).sample(ordered, size)
        record_property("sampled", f"{len(chosen)} of {len(ordered)}")
        return chosen

    return draw


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how much of each big suite was run."""
    for report in terminalreporter.getreports("passed"):
        for name, value in getattr(report, "user_properties", ()):
            if name == "sampled" and report.when == "call":
                terminalreporter.write_line(f"{report.nodeid}: ran {value} (seed {SEED})")


settings.register_profile("full", max_examples=2000, deadline=None)
settings.register_profile("sample", max_examples=100, deadline=None, derandomize=True)
settings.load_profile("full" if FULL else "sample")
