"""What numbers count, and what they number, measure or date, which every house writes in figures."""

from __future__ import annotations

from functools import cache

UNITS = (
    "percent|per|cent|million|billion|trillion|a|am|pm|p|inch|inches|foot|feet|yards?|miles?|km|kilomet(?:er|re)s?"
    "|met(?:er|re)s?|cent(?:s|imet(?:er|re)s?)|millimet(?:er|re)s?|acres?|hectares?|square|cubic|degrees?|pounds?"
    "|ounces?|tons?|tonnes?|kg|kilos?|kilograms?|grams?|mg|lit(?:er|re)s?|gallons?|pints?|cups?|tablespoons?"
    "|teaspoons?|knots|mph|kph|volts?|watts?|kilowatts?|megawatts?|gigawatts?|kilobytes?|megabytes?|gigabytes?"
    "|terabytes?|bytes?|bits?|pixels?|megapixels?|points?|dollars?|euros?|pence|yen|yuan|runs?|goals?|wickets?|overs"
    "|sets?|yard|seconds?|percentage|times|is|are|was|were|has|have|had|does"
)
"""Measures, money and scores, and verbs: what stands before one of them is left alone."""
_LABELS = (
    "page pages chapter chapters number numbers no nos room level version grade age aged ages table figure step part"
    " section article line lines type phase stage day week month year years round game episode season volume issue item"
    " point question highway route interstate channel tier class category group area zone gate platform floor unit"
    " district ward verse act scene bus train flight lot plot apartment suite seed rank ranked div division under over"
    " lane exit pier berth track formula top layer python release core turned windows version versions plus minus"
    " figures tables steps chapters sections january february march april may june july august september october"
    " november december"
)
_PLURALS = frozenset("children men women people mice cattle".split())
_NO_PLURALS = ("ss", "us", "is", "ous")
_VERBS = frozenset("does goes says shows makes takes gives comes needs wants becomes remains means seems".split())


@cache
def labels() -> frozenset[str]:
    """Words after which a figure is a name or a date."""
    return frozenset(_LABELS.split())


def is_counted(noun: str, following: str | None) -> bool:
    """Whether the next word, or the one after it, is a plural."""
    return _plural(noun) or (following is not None and not _plural(noun) and _plural(following))


def _plural(word: str) -> bool:
    if word in _PLURALS:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURALS) and word not in _VERBS
