"""Drops articles that are done with from memory, where the command line has switched off what Python does of itself."""

from __future__ import annotations

import gc

_SWEPT = 4_000_000
"""Characters of articles after which memory is swept."""


class Sweeper:
    """Told of each article before it is read; in a process of somebody else's, whose garbage is not ours, idle."""

    def __init__(self) -> None:
        self._files = self._read = 0

    def before(self, size: int) -> None:
        """Make room, if need be, for an article of so many characters.

        What is loaded by the second one stays, and is not looked through again.
        """
        if gc.isenabled():
            return
        if self._files == 1 or self._read > _SWEPT:
            gc.collect()
            self._read = 0
        if self._files == 1:
            gc.freeze()
        self._files += 1
        self._read += size
