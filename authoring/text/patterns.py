"""Patterns that are compiled when they are first used: of hundreds, an article needs a few, and each takes its time."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Lazy:
    """Stands for a pattern until it is asked for anything; what it was asked for once, it then has itself."""

    __slots__ = ("__dict__", "_flags", "_pattern")

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self._pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "subn", "scanner"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, as ``re.compile`` gives it, to be used by its methods only."""
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, flags))
