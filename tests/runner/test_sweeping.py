"""What is done with goes from memory, and nobody else's process is touched."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from authoring.prose import parse
from authoring.runner import sweeping
from authoring.runner.sweeping import Sweeper


@pytest.fixture
def switched_off() -> Iterator[None]:
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


def _parsed() -> weakref.ref[object]:
    document = parse("One boat left. “It is gone,” Ruiz said.\n")
    assert document.attributions  # sentences and blocks know each other by now
    return weakref.ref(document.blocks[0].sentences[0].block)


@pytest.mark.usefixtures("switched_off")
def test_articles_that_are_done_are_swept_from_memory() -> None:
    sweeper = Sweeper()
    sweeper.before(10)
    sweeper.before(10)
    done = _parsed()
    assert done() is not None
    sweeper.before(5_000_000)
    sweeper.before(10)
    assert done() is None


def test_a_process_that_looks_for_garbage_itself_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    swept: list[bool] = []
    theirs = SimpleNamespace(isenabled=lambda: True, collect=lambda: swept.append(True), freeze=lambda: None)
    monkeypatch.setattr(sweeping, "gc", theirs)
    sweeper = Sweeper()
    for _ in range(5):
        sweeper.before(5_000_000)
    assert not swept
