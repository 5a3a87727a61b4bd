"""Reads numbers, so that “five million”, “5 million” and “5,000,000” are one word and “14” never passes for “40”."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from authoring.text.patterns import lazy

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
_UNITS += ["seventeen", "eighteen", "nineteen"]
UNITS = {word: number for number, word in enumerate(_UNITS)}
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_FIRST = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split()
)
_FIRST += ["fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
_ORDINALS = {word: number for number, word in enumerate(_FIRST, 1)}
_ORDINALS |= {word[:-1] + "ieth": number for word, number in TENS.items()}
_DECADES = {word[:-1] + "ies": number for word, number in TENS.items()}
MONTHS = frozenset("january february march april may june july august september october november december".split())
_CURRENCIES = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen"}
_FIGURE = lazy(r"(?P<sign>[$£€¥])?(?P<digits>\.?\d+(?:[.,:]\d+)*)(?P<more>.*)", re.S)
_DIGITS = 60
"""Digits of the longest number that is read; a longer one is compared as it stands."""
_GROUPED = lazy(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
NUMBER_WORDS = frozenset({*UNITS, *TENS, *_ORDINALS, *_DECADES, "hundred", *_SCALES})


def figure(word: str) -> tuple[str, ...] | None:
    """The words of a plain word that is written in figures; ``None`` where its letters are more than an ending.

    A number begins with ``#``; a currency sign comes after it, marked, until ``merged`` has read “$5 million” whole.
    """
    match = _FIGURE.fullmatch(word)
    if not match:
        return None
    digits, more, sign = match["digits"], match["more"], match["sign"]
    value = _value(digits.replace(",", "") if _GROUPED.fullmatch(digits) else digits.replace(":", ""))
    if more in ("st", "nd", "rd", "th") and not sign:
        return (f"#{value}th",)
    money = (f"¤{_CURRENCIES[sign]}",) if sign else ()
    if more in _SHORT and (sign or more in ("bn", "tn", "mn")):
        return (_scaled(f"#{value}", _SHORT[more]), *money)
    if more in ("s", "'s") and not sign:
        return (f"#{value}s",)
    if more in ("am", "pm", "a.m", "p.m"):
        return (f"#{value}", more.replace(".", ""))
    return (f"#{value}", *money) if not more else (word,)


def _value(digits: str) -> str:
    if len(digits) > _DIGITS:
        return digits
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return digits
    if "." not in digits:
        return digits if digits.startswith("0") else str(int(value))
    return f"{value.normalize():f}"


def _scaled(key: str, scale: int) -> str:
    if len(key) > _DIGITS:
        return key
    try:
        return "#" + _value(f"{Decimal(key[1:]) * scale:f}")
    except InvalidOperation:
        return key


def merged(keys: Sequence[str], start: int, joined: Callable[[int], bool]) -> tuple[int, tuple[str, ...]]:
    """The number that begins at a word, as the place just past it and the words that stand for it; none is empty.

    ``joined(i)`` says whether only a space or a hyphen stands between the words ``i - 1`` and ``i``.
    """
    key = keys[start]
    if key[0] == "#":
        return _figures(keys, start, joined)
    if key == "a":
        scale = start + 1
        if scale < len(keys) and joined(scale) and (keys[scale] == "hundred" or keys[scale] in _SCALES):
            end, value, kind = _words(keys, scale, joined)
            return end, (f"#{value}{kind}",)
        return start, ()
    end, value, kind = _words(keys, start, joined)
    if end == start:
        return start, ()
    if not kind and 1 <= value <= 29 and end - start <= 2 and end < len(keys) and joined(end):
        second = keys[end]
        if second in TENS or 10 <= UNITS.get(second, 0) <= 19:  # a year or a time of day: nineteen ninety, ten thirty
            last, more, kind = _words(keys, end, joined)
            if 10 <= more <= 99 and not kind:
                return last, (f"#{value}{more}",)
        if second in _DECADES and value >= 10:
            return end + 1, (f"#{value}{_DECADES[second]}s",)
    if not kind and end + 1 < len(keys) and keys[end] == "point" and keys[end + 1] in UNITS and joined(end):
        last = end + 1
        digits = ""
        while last < len(keys) and UNITS.get(keys[last], 10) < 10 and joined(last):
            digits += str(UNITS[keys[last]])
            last += 1
        if digits:
            number = "#" + _value(f"{value}.{digits}")
            if last < len(keys) and keys[last] in _SCALES and joined(last):
                return last + 1, (_scaled(number, _SCALES[keys[last]]),)
            return last, (number,)
    return end, (f"#{value}{kind}",)


def _figures(keys: Sequence[str], start: int, joined: Callable[[int], bool]) -> tuple[int, tuple[str, ...]]:
    number, end = keys[start], start + 1
    money = ""
    if end < len(keys) and keys[end][0] == "¤":
        money = keys[end][1:]
        end += 1
    if number[-1].isdigit():
        while end < len(keys) and joined(end) and (keys[end] in _SCALES or keys[end] == "hundred"):
            number = _scaled(number, _SCALES.get(keys[end], 100))
            end += 1
    if number == "#1" and money in ("dollars", "pounds", "euros"):
        money = money[:-1]
    return end, (number, money) if money else (number,)


def _words(keys: Sequence[str], start: int, joined: Callable[[int], bool]) -> tuple[int, int, str]:
    """Where a number in words ends, its value, and “th” or “s” for an ordinal or a decade."""
    total, current, at = 0, 0, start
    last = ""
    while at < len(keys) and (at == start or joined(at)):
        word = keys[at]
        if word in UNITS and (not last or last in ("and", "hundred", "scale") or (last == "tens" and UNITS[word] < 10)):
            current += UNITS[word]
            last = "unit"
        elif word in TENS and last in ("", "and", "hundred", "scale"):
            current += TENS[word]
            last = "tens"
        elif word == "hundred" and last in ("", "unit", "tens"):
            current = (current or 1) * 100
            last = "hundred"
        elif word in _SCALES and last not in ("scale", "and"):
            total += (current or 1) * _SCALES[word]
            current, last = 0, "scale"
        elif (
            word == "and"
            and last in ("hundred", "scale")
            and at + 1 < len(keys)
            and joined(at + 1)
            and (keys[at + 1] in UNITS or keys[at + 1] in TENS)
        ):
            last = "and"
        elif word in _ORDINALS and (not last or last == "hundred" or (last == "tens" and _ORDINALS[word] < 10)):
            if word == "second" and last:  # “thirty second” is mostly a time
                break
            return at + 1, total + current + _ORDINALS[word], "th"
        elif word in _DECADES and not last:
            return at + 1, _DECADES[word], "s"
        else:
            break
        at += 1
    return at, total + current, ""
