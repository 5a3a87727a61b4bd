"""What a newsroom could use in place of the quote check: plain search, and two measures of likeness.

Each takes the quoted words and what was said, and says whether the quotation passes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import cache

from rapidfuzz.fuzz import partial_ratio

Peer = Callable[[str, str], bool]


@cache
def even(text: str) -> str:
    """A text with straight marks, single spaces and small letters."""
    for curly, straight in (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("—", "--"), ("–", "-")):
        text = text.replace(curly, straight)
    return " ".join(text.casefold().split())


def search(quote: str, said: str) -> bool:
    """Plain search, with the marks at the quotation's ends left off."""
    return even(quote).strip(" .,;:!?-\"'") in even(said)


def likeness(quote: str, said: str) -> bool:
    """difflib: a stretch of as many words is at least nine tenths the same."""
    wanted, words = even(quote), even(said).split()
    size = len(wanted.split())
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    first = set(re.findall(r"\w+", wanted))
    for at in range(max(1, len(words) - size + 1)):
        window = words[at : at + size]
        if sum(word.strip(".,;:!?\"'") in first for word in window) < 0.6 * size:
            continue
        matcher.set_seq1(" ".join(window))
        if matcher.real_quick_ratio() >= 0.9 and matcher.quick_ratio() >= 0.9 and matcher.ratio() >= 0.9:
            return True
    return False


def fuzzy(quote: str, said: str) -> bool:
    """rapidfuzz: ``partial_ratio`` of 90 and more."""
    return partial_ratio(even(quote), even(said)) >= 90


PEERS: dict[str, Peer] = {"plain search": search, "difflib ratio .9": likeness, "rapidfuzz partial_ratio 90": fuzzy}
