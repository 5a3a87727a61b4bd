"""Capitals in headings: as in a sentence, or for most words; only clear departures, and only a person can mend them."""

from __future__ import annotations

from collections.abc import Callable

from authoring.text.patterns import lazy

_WORD = lazy(r"[^\W\d_](?:[\w’'.-]*\w)?")
_AFTER_STOP = lazy(r"[:.?!–—“‘\"'(] *$|(?:^|\n)\s*$|^[\d.) ]*$")


def in_title_case(heading: str, is_common: Callable[[str], bool]) -> bool:
    """Whether a heading has capitals for most words, though it is no row of names.

    ``is_common`` tells of a word in lower case whether it is known to need no capital.
    """
    words = [match for match in _WORD.finditer(heading) if not _AFTER_STOP.search(heading, 0, match.start())]
    long = [match[0] for match in words if len(match[0]) > 3]
    if any(word.islower() for word in long):
        return False
    capital = [word for word in long if word[0].isupper() and word[1:].islower()]
    return len([word for word in capital if is_common(word.lower())]) >= 2


def in_sentence_case(heading: str) -> bool:
    """Whether a heading of some length has most of its longer words in lower case."""
    words = [match[0] for match in _WORD.finditer(heading)]
    long = [word for word in words[1:] if len(word) > 4]
    return len(long) >= 2 and sum(word.islower() for word in long) * 2 > len(long)
