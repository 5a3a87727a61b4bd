"""Sentence ends after what looks like an abbreviation: “…in the U.S. Nobody came”, “…he told me. Then”.

sentencex takes many a short word with a point for an abbreviation (“me.”, “art.”, “DC.”), and goes on after a true one
unless a word follows that it knows to open sentences. Here each point before a capital is looked at again.
"""

from __future__ import annotations

import re

from authoring.text.patterns import lazy

_POINT = lazy(r"""[.¹²³⁰⁴-⁹]["”’»)\]]*\s+(?=["“‘(\[]*[A-Z])""")
"""A point or a raised footnote mark, and the space before a capital."""
_LAST = lazy(r"""[\w.&$£€+-]*\w$""")
_WORDS = frozenset(
    "al arc ark art co con dc del dist etc fed gen gov ia id ill ken la lo me med min miss ok pl"
    " que ref rev set".split()
)
"""Words in lower case that end sentences, though with a capital or in other places they abbreviate something."""
_TITLES = frozenset(
    "adm asst atty brig capt cmdr col cpl det dr fr ft gen gov hon insp lt maj messrs mr mrs ms mt mx nos pfc"
    " pres prof pvt rep reps rev sen sens sgt spc st supt v vs vol vols fig figs sec ch cf viz hr jr sr inc e.g i.e"
    " a.k.a".split()
)
"""Abbreviations that something always follows."""
_OPENERS = lazy(
    r"""["“‘(\[]*(?:After|Although|And|Another|Because|Before|But|Despite|Does|Dozens|Each|Either|Everybody|Everyone"""
    r"|Everything|Few|For|From|Has|Have|He|Her|Here|His|How|However|Hundreds|If|In|Instead|It|Its|Many|Meanwhile"
    r"|Millions|More|Most|Much|Neither|Nobody|None|Nothing|On|Our|Perhaps|Several|She|Since|So|Some|Somebody|Someone"
    r"|Something|Such|Than|That|The|Their|Then|There|These|They|This|Those|Though|Thousands|Unlike|Until|We|What|When"
    r"|Where|Whether|Which|While|Who|Whoever|Why|With|Without|Yet|You|Your)(?![-‑\w])"
    r"""|["“‘(\[]*(?:A|Also|An|As|At|By|Even|I|No|Not|One|Only|Other|Others|To|Two|Three)(?= [a-z])"""
    r"""|["“‘(\[]*I['’](?:m|ve|d|ll)\b"""
)
"""Words that begin a sentence and hardly ever a name."""
_ROOM = 24
"""Characters before a point in which its word is looked for."""
CLOCK = lazy(
    r"(?:\b(?:an?|the|this|that|his|her|its|their|our|every|each)\s+)?\b\d{1,2}(?:[:.]\d\d)?\s?[ap]\.m$", re.IGNORECASE
)
"""An hour, and the word before it that makes it belong to a noun: “the 7 a.m. Amtrak train”."""
AFTER_CLOCK = lazy(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b|Today\b|Tonight\b|Tomorrow\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)\b|[A-Z][a-z]+ \d{1,2}\b"
    r"|[A-Z]{2,5}\b|(?:Eastern|Central|Mountain|Pacific|Atlantic|Alaska|Hawaii|Greenwich|British|Local|Standard)\b"
)
"""What goes on after an hour: a day, a date, a zone."""
_STREET = lazy(
    r"\b(?:on|at|off|along|near|from|to|down|up)\s(?:[NSEW]\.\s)?"
    r"(?:(?:[A-Z][a-z]+|\d+(?:st|nd|rd|th))\s(?:Ave|Rd|Blvd|Ln|Hwy)|\d+(?:st|nd|rd|th)\sSt)$"
)
_UNIT = lazy(r"[\d.,]\s?(?:m|bn|tn|k|kg|km|cm|mm|ft|lb|lbs|oz|mph|kph|sq|hrs?|mins?|secs?|yds?|gal)$")
_NUMBERED = lazy(r"\b(?:[Vv]ol|[Nn]o|[Ff]ig|[Cc]h|[Ss]ec|[Aa]rt|[Pp]|[Pp]t|[Bb]k)\.\s\d{1,4}$")


def opens(text: str, start: int) -> bool:
    """Whether a word stands there that begins a sentence and hardly ever a name."""
    return _OPENERS.match(text, start) is not None


def missed_ends(text: str, start: int, end: int) -> list[int]:
    """Where sentences end inside ``text[start:end]`` that sentencex took for one, in order."""
    if _POINT.search(text, start, end) is None:  # as nearly always
        return []
    return [point.end() for point in _POINT.finditer(text, start, end) if _is_end(text, start, point)]


def _is_end(text: str, start: int, point: re.Match[str]) -> bool:
    at = point.start()
    if text.rfind("(", start, at) > text.rfind(")", start, at):  # a bracket stays whole
        return False
    if text[at] != ".":
        return text[at - 1] in '.!?…”’"'
    if text[at - 1 : at] == "." or text[at - 1 : at] == "…":  # points for what was left out
        return text[at + 1] == "]" and opens(text, point.end())
    last = _LAST.search(text, max(start, at - _ROOM), at)
    if last is None:
        return False
    word, follows = last[0], point.end()
    if word in ("no", "No"):  # before a figure it is the abbreviation of number
        return True
    if last.start() == start:  # a number or letter that opens an item of a list
        return False
    if clock := CLOCK.search(text, max(start, at - _ROOM), at):
        early = text.count(" ", start, clock.start()) < 2  # “At 5 a.m. Mr. Low woke”
        return clock[0][0].isdigit() and not early and text[follows] != "(" and not AFTER_CLOCK.match(text, follows)
    if _NUMBERED.search(text, max(start, at - _ROOM), at) or _UNIT.search(text, max(start, at - _ROOM), at):
        return True
    if word in _WORDS or (word.isupper() and len(word) > 1 and "." not in word and word.lower() not in _TITLES):
        return True
    if word == "May" or _is_domain(word) or _STREET.search(text, max(start, at - _ROOM), at):
        return True
    return word.lower() not in _TITLES and opens(text, follows)


def _is_domain(word: str) -> bool:
    """Whether it is an address or a version, whose last part is no abbreviation: “login.gov”, “6.X”."""
    before, point, last = word.rpartition(".")
    return bool(point) and ((len(before) > 1 and len(last) > 1 and last.islower()) or before[-1:].isdigit())
