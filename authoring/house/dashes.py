"""Dashes between the parts of a sentence, with or without spaces around them."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told
from authoring.text.patterns import lazy

_DASHES = (
    lazy(
        r"–(?:(?<=[\w,.)”’%] –)|(?<=[\w,.)”’%]\u00a0–))(?=[ \u00a0](?:[^\W\d]|\ue000))"
        r"|–(?<=\ue000 –)(?= [a-z])|–(?<=[a-z,)] –)(?= \d)"
    ),
    lazy(r"—(?:(?<=[\w,.)”’%]—)|(?<=[\w,.)”’%] —))(?= ?(?:\w|\ue000))|—(?:(?<=\ue000 —)|(?<=\ue000—))(?= ?[a-z])"),
    lazy(r"--(?:(?<=[a-z]--)(?=[a-z]{2})|(?<=[a-z,] --)(?= [a-z]{2}))"),
)
_CAPITALS = lazy(
    r"(?:^|\n|[.!?)] )(?:[A-Z][\w.’'-]*,? ?|\([^)]*\) ?){1,6}$|[A-Z]{4}$|\([A-Z]$|, D\.?C\.?$|\b[A-Z]{3,}, [A-Z][\w.]+$"
)
"""A dateline, a label or a name to which an explanation is set, as in a list."""


def dashes(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every dash in a sentence that the house has otherwise; ranges, datelines and list entries are left alone."""
    house = conventions.dashes
    if house is None:
        return
    text = told.text
    for mark, pattern in zip("–—-", _DASHES, strict=True):
        if mark not in text:
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            start -= text[start - 1 : start] in (" ", "\u00a0")
            end += text[end : end + 1] in (" ", "\u00a0")
            if text[start:end] != house and not _leads_in(text, start):
                yield Departure(start, end, house, "dashes")


def _leads_in(text: str, place: int) -> bool:
    """Whether what stands before is a dateline, a label or the like."""
    return _CAPITALS.search(text, max(0, place - 60), place) is not None
