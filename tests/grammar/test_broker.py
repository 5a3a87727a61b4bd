"""One server for all processes of a run, started by the first that asks, and by none if none does."""

from __future__ import annotations

import multiprocessing
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.context import BaseContext

import pytest

from authoring.errors import GrammarError
from authoring.grammar.broker import Broker

METHODS = ["spawn"] if sys.platform == "win32" else ["fork", "spawn"]
given: list[Broker] = []


class Stand:
    """Stands in for a server, and counts."""

    started = 0
    stopped = 0
    address = "http://127.0.0.1:8081"

    @classmethod
    def start(cls) -> Stand:
        cls.started += 1
        return cls()

    def stop(self) -> None:
        type(self).stopped += 1


@pytest.fixture(autouse=True)
def counted() -> None:
    Stand.started = Stand.stopped = 0


def failing() -> Stand:
    Stand.started += 1
    raise GrammarError("there is no Java, expected one", hint="get one")


def begin(broker: Broker) -> None:
    given[:] = [broker]


def ask(_: int) -> str:
    return given[0].address()


def asked(broker: Broker, context: BaseContext, times: int) -> list[str]:
    broker.share()
    try:
        with ProcessPoolExecutor(2, context, begin, (broker,)) as pool:
            return list(pool.map(ask, range(times)))
    finally:
        broker.close()


@pytest.mark.parametrize("method", METHODS)
def test_all_processes_are_told_of_one_server(method: str) -> None:
    told = asked(Broker(Stand.start), multiprocessing.get_context(method), 6)
    assert told == [Stand.address] * 6
    assert (Stand.started, Stand.stopped) == (1, 1)


@pytest.mark.parametrize("method", METHODS)
def test_all_processes_are_told_why_there_is_none(method: str) -> None:
    with pytest.raises(GrammarError) as caught:
        asked(Broker(failing), multiprocessing.get_context(method), 2)
    assert str(caught.value) == "there is no Java, expected one; get one"
    assert Stand.started == 1


def test_nothing_is_started_if_nobody_asks() -> None:
    broker = Broker(Stand.start)
    broker.share()
    broker.close()
    assert Stand.started == 0


def test_a_failure_is_told_again_and_not_tried_again() -> None:
    broker = Broker(failing)
    for _ in range(3):
        with pytest.raises(GrammarError, match="no Java"):
            broker.address()
    assert Stand.started == 1


def test_one_that_is_up_after_the_run_is_over_is_ended() -> None:
    going, over = threading.Event(), threading.Event()

    def slow() -> Stand:
        going.set()
        over.wait(30)
        return Stand.start()

    broker = Broker(slow)

    def ask_in_vain() -> None:
        with pytest.raises(GrammarError, match="over"):
            broker.address()

    asking = threading.Thread(target=ask_in_vain)
    asking.start()
    going.wait(30)
    broker.close()
    over.set()
    asking.join(30)
    assert (Stand.started, Stand.stopped) == (1, 1)


def test_who_does_not_know_the_word_is_told_nothing() -> None:
    broker = Broker(Stand.start)
    broker.share()
    stranger: Broker = Broker.__new__(Broker)
    stranger.__setstate__((broker.__getstate__()[0], "another word"))
    with pytest.raises(GrammarError, match="gone"):
        stranger.address()
    broker.close()
    assert Stand.started == 0


def test_a_process_whose_parent_is_gone_is_told_so() -> None:
    broker = Broker(Stand.start)
    broker.share()
    broker.close()
    left: Broker = Broker.__new__(Broker)
    left.__setstate__(broker.__getstate__())
    with pytest.raises(GrammarError, match="gone"):
        left.address()
