"""What differs between quoted words and those that were said, as places that a message can name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from authoring.wording.result import Diff


@dataclass(frozen=True)
class Change:
    """One place where a quotation differs."""

    said: str
    """The words that were said there and are not quoted; empty where words are put in."""
    quoted: str
    """The words that are quoted there and were not said; empty where words are left out."""
    after: str
    """The next word, said and quoted, where there is one."""


def changes(diff: Diff) -> Iterator[Change]:
    """Every place where a quotation differs, in order."""
    said: list[str] = []
    quoted: list[str] = []
    for sign, words in (*diff, ("=", "")):
        if sign == "=":
            if said or quoted:
                yield Change(" ".join(said), " ".join(quoted), words.split()[0] if words else "")
            said, quoted = [], []
        else:
            (said if sign == "-" else quoted).append(words)


def main_change(diff: Diff, reason: str) -> Change | None:
    """The change that a reason speaks of, else the first one."""
    found = list(changes(diff))
    named = (change for change in found if change.quoted and change.quoted in reason and change.said in reason)
    return next(named, found[0] if found else None)
