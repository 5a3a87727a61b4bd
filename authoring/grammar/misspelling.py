"""Tells a slip of the pen from a name, a term or the other English among the words that LanguageTool does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from rapidfuzz.distance import OSA

LONG = 9
"""From this many letters on two slips in one word are believed."""
TRIED = 3
"""How many of LanguageTool's suggestions are looked at."""
ACCEPTED = frozenset(
    {"judgement", "judgements", "acknowledgement", "liveable", "pricy", "comms", "furore", "combatting"}
)
"""Spellings that American dictionaries leave out and American papers print, or that one variant knows."""
NEVER_NAMES = frozenset("teh hte adn taht tath thta thier tihs htis wiht waht jsut ahve wsa nad tehy thsi".split())
"""Slips in the shortest and most frequent words, which are slips also where a capital opens a sentence with them."""
DATES = (
    "January February March April June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
PLACES = (
    "Afghanistan America American Argentina Australia Australian Belgium Brazil Britain British California Canada "
    "Canadian China Chinese Denmark Egypt England Europe European Finland France French Germany German Greece "
    "Hungary India Indian Indonesia Iran Iraq Ireland Israel Israeli Italy Italian Japan Japanese Kenya Mexico "
    "Mexican Africa African Asia Asian Muslim Islam Jewish Arab Dutch Danish Swedish Norwegian Finnish Hungarian "
    "Nigerian Brazilian Iranian Iraqi Syria Syrian Lebanon Libya Somalia Ethiopia Sudan Cuba Chile Peru Colombia Korea "
    "Korean Thailand Taiwan Taiwanese Vietnamese Vienna London Paris Berlin Brussels Christmas "
    "Netherlands Nigeria Norway Pakistan Palestinian Parliament Philippines Poland Portugal Portuguese Russia "
    "Russian Scotland Scottish Spain Spanish Sweden Switzerland Turkey Ukraine Ukrainian Venezuela Vietnam Washington"
)
MONTHS_AND_DAYS = frozenset(DATES.split())
PROPER = frozenset((DATES + " " + PLACES).split())
"""Names that everyone spells alike, so that a near miss in the middle of a sentence is a slip."""
ENDINGS = "ly ing ity ness ful able ible ise ize ised ized ism ist ship hood less ward wise dom worthy like".split()
"""Endings by which anybody may make a new word of a known one: “distributedly” is meant, and not “distributed”."""
VOWELS = frozenset("aeiouy")
ALIKE = frozenset({"cs", "sc", "gj", "jg", "sz", "zs"})
"""Consonants that stand for one sound."""
DOUBLED = re.compile(r"(.)\1")


@cache
def _common() -> frozenset[str]:
    text = (files("authoring.grammar") / "common.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def about_variant(message: str) -> bool:
    """Whether LanguageTool says of a word only that it is spelt as in another country."""
    return message.endswith("English.") and " is " in message


def is_misspelling(word: str, suggestions: Sequence[str], *, opens: bool) -> bool:
    """Whether a word that LanguageTool does not know is a slip in a word that all know.

    ``opens`` says that it opens a sentence, so that a capital tells nothing. Names, words of other languages, coinages
    and trade terms are far more frequent in copy than slips; only what is one or two letters off a common word counts.
    """
    if len(word) < 3 or not word.isalpha() or not (word[1:].islower()):
        return False
    if word[0].isupper() and not opens:
        return any(near in PROPER and _near(word, near) for near in suggestions[:TRIED])
    if any(near in PROPER and near.lower() == word for near in suggestions[:TRIED]):
        return True
    written = word.lower()
    if written in ACCEPTED or (word[0].isupper() and len(word) < 6 and written not in NEVER_NAMES):
        return False
    return any(
        near.lower() in _common() and _near(written, near.lower()) and not _coined(written, near.lower())
        for near in suggestions[:TRIED]
    )


def _coined(written: str, meant: str) -> bool:
    """Whether a word has an ending that makes new words, and the other has not."""
    return any(written.endswith(ending) and not meant.endswith(ending) for ending in ENDINGS)


def _near(written: str, meant: str) -> bool:
    """Whether one is the other with a letter too many, missing, swapped with its neighbour or a wrong vowel."""
    if written[0] != meant[0]:
        return False
    if len(written) >= 6 and DOUBLED.sub(r"\1", written) == DOUBLED.sub(r"\1", meant):
        return True
    steps = OSA.distance(written, meant)
    if steps != 1:
        return steps == 2 and len(written) >= LONG
    if len(written) == len(meant):
        places = [place for place, (one, other) in enumerate(zip(written, meant, strict=True)) if one != other]
        swapped = len(places) == 2
        if len(written) < 6:
            return swapped
        if swapped:
            return True
        one, other = written[places[0]], meant[places[0]]
        return one + other in ALIKE or (one in VOWELS and other in VOWELS and places[0] < len(written) - 1)
    if len(written) < 5:
        return False
    longer, shorter = (written, meant) if len(written) > len(meant) else (meant, written)
    # A last letter more or less is an ending of this or another language, unless it doubles the one before it.
    return longer[:-1] != shorter or (longer is written and longer[-1] == longer[-2])
