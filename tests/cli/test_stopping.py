"""Being asked to end is heeded, also where Python has dropped what it raised for it."""

from __future__ import annotations

import signal

import pytest

from authoring.cli import stopping


@pytest.mark.parametrize(("sign", "raised"), [(signal.SIGINT, KeyboardInterrupt), (signal.SIGTERM, SystemExit)])
def test_what_was_dropped_once_is_told_again_and_no_more(sign: int, raised: type[BaseException]) -> None:
    with pytest.raises(raised):  # as a callback of Python's would drop it
        stopping._ask(sign, None)
    with pytest.raises(raised):
        stopping.heed()
    stopping.heed()
