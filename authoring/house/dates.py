"""Dates: May 3, 2026, or 3 May 2026; and whether the longer months are short with a day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.config.conventions import Conventions
from authoring.house.departure import Departure, Told, at
from authoring.house.ends import ends_sentence
from authoring.house.months import FORMS, MONTHS, month_name
from authoring.text.patterns import lazy

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_N = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_MORE = rf"(?: ?[–-] ?| and | to | or | through ){_N}"
_YEAR = r",? (?P<year>(?:1[5-9]|20)\d\d)(?![\w–/-]|\.\d)(?P<comma>,?)"
_AFTER = lazy(
    rf"(?P<point>\.?) (?P<days>{_N}(?:{_MORE}(?=[,.;:)]|$))?)"
    r"(?![\w%°$€£]|[.,:/]\d| (?:percent|per cent|[mb]illion|[ap]m\b|[ap]\.m)| ?[–-] ?\d| (?:and|to|or|through) \d)"
    rf"(?:{_YEAR}|(?P<listed>, {_N}(?=,| (?:and|or) \d|[.;)]|$)))?(?P<stop>,?)"
)
_BEFORE = lazy(
    rf"(?:(?P<weekday>{_WEEKDAY}),? (?:the )?|(?P<the>\bthe ))?(?<![\w.,:/$€£–-])"
    rf"(?P<days>(?:{_N}(?: ?[–-] ?| and | to | or ))?{_N}) (?P<of>of )?$"
)
_WEEKDAY_BEFORE = lazy(rf"{_WEEKDAY},? $")
_YEAR_AFTER = lazy(rf"(?P<point>\.?)(?:{_YEAR})?")
_LINKED = lazy(
    r"(?:\b(?:[Oo]n|[Oo]f|[Bb]y|[Ff]rom|[Uu]ntil|[Tt]ill?|[Tt]o|[Ss]ince|[Bb]efore|[Aa]fter|[Bb]etween|and|the|dated"
    rf"|through|{_WEEKDAY},?) |[(–—;:,] ?|\n|^)$"
)
_LISTED_BEFORE = lazy(r"\d(?:st|nd|rd|th)?(?:, | ?[–-] ?| and | to | or )$")
_NAMED_BEFORE = lazy(rf"\b(?!On |By |From |Until |Since |Before |After |Between |The |The |{_WEEKDAY})[A-Z][\w’'-]* $")
_OPENING = lazy(rf"(?:^|[.!?…][\"”’)]? |\n)(?:\w+ ){{0,2}}(?:{_WEEKDAY},? )?$")
_GOES_ON = lazy(r",? (?:\d|[A-Z]|(?:and|as|because|but|or|so|though|although|when|where|while|who|whose|which)\b)")
_ORDINAL = lazy(r"(?<=\d)(?:st|nd|rd|th)|\b0(?=\d)")


def dates(told: Told, conventions: Conventions) -> Iterator[Departure]:
    """Every date that the house writes otherwise."""
    if conventions.dates is None and conventions.months is None:
        return
    for place in at(told, *FORMS):
        if not told.text[place].isupper():
            continue
        departure = _at(told.text, place, conventions)
        if departure is not None and told.text[departure.start : departure.end] != departure.instead:
            yield departure


def _at(text: str, place: int, conventions: Conventions) -> Departure | None:
    end = place
    while text[end : end + 1].isalpha():
        end += 1
    month = FORMS[text[place:end].lower()]
    begin = max(0, place - 40)
    before = _BEFORE.search(text, begin, place)
    after = _AFTER.match(text, end)
    if after and not before:
        return _month_first(text, place, month, after, conventions)
    year = _YEAR_AFTER.match(text, end)
    assert year is not None
    if before and (not after or year["year"]):
        return _day_first(text, place, month, before, year, conventions)
    short = year["point"] and year["year"] and conventions.months
    return Departure(place, year.end("point"), MONTHS[month], "dates") if short and not before else None


def _name(text: str, place: int, end: int, month: int, conventions: Conventions) -> str:
    return month_name(month, conventions) if conventions.months else text[place:end]


def _month_first(text: str, place: int, month: int, after: re.Match[str], conventions: Conventions) -> Departure | None:
    ahead = text[max(0, place - 30) : place]
    if after["listed"] or (ahead.endswith(("in ", "In ")) and not after["year"]):
        return None
    name = _name(text, place, after.end("point"), month, conventions)
    days = _ORDINAL.sub("", after["days"])
    end = after.end("year") if after["year"] else after.end("days")
    if conventions.dates != "day-month":
        return Departure(place, end, f"{name} {days}{_year(after, ', ')}", "dates")
    start = place
    weekday = _WEEKDAY_BEFORE.search(text, max(0, place - 12), place)
    made = f"{days} {name}{_year(after, ' ')}"
    if weekday:
        start, made = weekday.start(), f"{weekday[0].rstrip(', ')} {made}"
    if (after["year"] or weekday) and text[end : end + 1] == ",":
        opening = _OPENING.search(text, max(0, start - 30), start)
        if not opening and not _GOES_ON.match(text, end) and text[end + 1 : end + 2] == " ":
            end += 1  # it was there for the year, or for the day after its weekday
    return Departure(start, end, made, "dates")


def _day_first(  # noqa: PLR0917
    text: str, place: int, month: int, before: re.Match[str], year: re.Match[str], conventions: Conventions
) -> Departure | None:
    start = before.start()
    ordinal = before["days"][-1:].isalpha()
    told = year["year"] or before["weekday"] or (ordinal and before["of"])
    if _LISTED_BEFORE.search(text, max(0, start - 8), start):
        return None
    if not told and not _is_date(text, place, start, before):
        return None
    if ordinal and not year["year"] and month == 6 and before["days"] == "4th":  # the holiday has its own name
        return None
    pointed = year["point"] == "."
    name = _name(text, place, year.end("point") if year["year"] else year.start(), month, conventions)
    days = _ORDINAL.sub("", before["days"])
    end = year.end("year") if year["year"] else year.start()
    if pointed and not year["year"]:
        if len(text[place:end]) > 4 or not text[end + 1 : end + 3].strip().islower():
            pointed = False  # a month in full, or a sentence that may end here
        else:
            end += 1
    the = before["the"] or "" if not before["of"] else ""
    weekday = before["weekday"]
    if conventions.dates != "month-day":
        return Departure(start, end, f"{the}{f'{weekday} ' if weekday else ''}{days} {name}{_year(year, ' ')}", "dates")
    made = f"{the}{f'{weekday}, ' if weekday else ''}{name} {days}{_year(year, ', ')}"
    if (year["year"] or weekday) and text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum():
        made += ","
    if not pointed and made.endswith(".") and text[end : end + 1] == "." and ends_sentence(text, end + 1):
        end += 1
    return Departure(start, end, made, "dates")


def _is_date(text: str, place: int, start: int, before: re.Match[str]) -> bool:
    """Whether a figure and a month are a day: “on 3 May”, but not “Windows 10 March update”."""
    doubtful = text[place : place + 3] in ("May", "Mar") or text[place + 3 : place + 4] == " "
    if doubtful:
        return bool(before["the"]) or _LINKED.search(text, max(0, start - 12), start) is not None
    return _NAMED_BEFORE.search(text, max(0, start - 25), start) is None


def _year(found: re.Match[str], joint: str) -> str:
    return f"{joint}{found['year']}" if found["year"] else ""
