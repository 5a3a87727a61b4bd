"""Being asked to end, by Ctrl-C or by the system: told once, and told again where the first time was lost.

Python raises what a signal asks for wherever it happens to be, and where that is a callback of its own, drops it.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import NoReturn

CODES = (128 + signal.SIGINT, 128 + signal.SIGTERM)
"""Exit codes of a program that was asked to end."""
_asked: list[int] = []


def listen() -> None:
    """Take being asked to end as a reason to tidy up."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _ask)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _ask)


def _ask(number: int, _frame: FrameType | None) -> NoReturn:
    _asked.append(number)
    _stop(number)


def _stop(number: int) -> NoReturn:
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)


def heed() -> None:
    """End, if that was asked for; between two files of a long run."""
    if _asked:
        _stop(_asked.pop())
