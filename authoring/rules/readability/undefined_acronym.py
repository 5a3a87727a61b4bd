"""An acronym is spelled out where it is first used.

It is spelled out where its words stand before it (“the World Health Organization said … WHO”), or next to it in
brackets, whichever comes first: “World Health Organization (WHO)”, “WHO (the World Health Organization)”. Headlines and
quotations do not count as spelling out. What any newspaper prints bare (UN, BBC, DNA) is left alone, and so is what the
notes give under `terms`, what is part of a longer name (“ABC News”), and what is no acronym: Roman numbers, states,
units, words shouted, parts of a model's number, letters that are linked. A piece with more than
six such acronyms, spelled out or not, is written for readers of the trade, and is left alone. What readers of a trade
know without being told no list can say: hence the rule only informs, and is off unless it is named.

Why: every stylebook; a reader who does not know the letters stops reading, and one who does loses nothing.

```bad
The fare must be approved by the CRTA before May. The Coastal Regional Transport Authority (CRTA) meets in April.
```
```finds
1:34 CRTA => “CRTA” stands before it is spelled out, expected its words first
```
```bad
# Coastal Regional Transport Authority (CRTA) to meet

“The CRTA, the Coastal Regional Transport Authority, is slow,” she said. Fares are set by the CRTA.
```
```finds
3:95 CRTA => “CRTA” is never spelled out, expected its words where it first stands
```
```good
The fare must be approved by the Coastal Regional Transport Authority. The CRTA meets in April. The HPB (Harbour and
Pier Board) meets in May, and the UN and the BBC never do.
```
```good
FOR IMMEDIATE RELEASE — The RSS Anna, Henry VIII, 12 MW and the MX-5 are no acronyms, and WEST QUAY is a place.
```
```options
known: [CRTA, HPB]
```
```good
The fare must be approved by the CRTA before May, and then by the HPB.
```

Options: `known`, more acronyms that the house prints bare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from authoring.findings import Severity
from authoring.notes.model import Fields, Value
from authoring.prose.document import BlockKind, Document
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO
ON = False


@dataclass(frozen=True)
class Options:
    """How the house sets it."""

    known: tuple[str, ...] = ()
    """More acronyms that the house prints bare."""


_BARE = """
    AA ABC ABS AC AD ADHD AI AIDS AK AM AOL AP ASAP ATM BA BAFTA BBC BC BCE BMP BMW BP BSE BST BT CBE CBS CC CCTV CD
    CE CEO CEOs CEST CET CFO CIA CNN COO COVID CPR CPU CSI CSS CSV CT CTO CV DC DIY DJ DNA DVD EDT ER ESPN EST ET
    ETA EU EURO FA FAQ FBI FIFA FM FTSE GB GCSE GDP GI GIF GMT GOP GP GPS GPU HBO HD HIV HMS HMV HP HQ HR HSBC HTML
    HTTP IBM ID IKEA INC IOU IQ IRA ISIS IT ITV JFK JP JPEG JSON KC KGB KLM KPMG LA LCD LED LEGO LGBT LGBTQ LGBTQIA
    LLC LP LPG LPGA LTD MA MBA MBE MC MD MEP MI MIT MLB MLS MMR MP MRI MS MSP MT MTV MVP NASA NASCAR NASDAQ NATO NBA
    NBC NCAA NFL NGO NHL NHS NPR NSA NSW NY NYC NYPD NYU OBE OK OPEC PA PBS PC PDA PDF PDT PE PGA PHD PIN PLC PM PNG
    PO POW PPE PR PS PST PT PTSD QC RAF RAM RIP RNA RSS RSVP SARS SAS SAT SIM SMS SOS SPCA SPF SQL SS STEM SUV SVG
    SWAT TB TIFF TLC TNT TV UAE UCLA UEFA UFO UK UN UNESCO UNICEF UPS URL US USA USAF USB USS USSR UTC UV UVA VAT VE
    VHS VIP WIFI WWF WWI WWII XL XML YMCA YWCA
"""
"""What a general newspaper prints without its words."""
_WORDS = """
    A ACT ALL ALSO AN AND ANY ARE AS AT AUDIO BAD BE BIG BUT BY CAN CARE CARES DO DON DONT DREAM EDIT EVER EVERY
    FAST FIRST FOR FREE FROM FULL GET GO GOOD HAD HAS HAVE HE HELP HER HERO HEROES HIS HOPE HOT HOW IF IN INTO IS
    ITS JOBS JUST LESS LET LIFE LIVE LOT MAY MEDIA MORE MOST MUST MY NEED NEVER NEW NEWS NO NOT NOTE NOW OF OFF ON
    ONCE ONE ONLY OPEN OR OUR OUT OVER OWN PART PATH PHOTO PRESS READ REAL RISE SAFE SAVE SAY SHE SHIELD SMART SO
    SOME STATE STOP STRONG TBA TBD TEAM THAN THAT THE THEIR THEM THEN THERE THESE THEY THIS TK TKTK TO TODO TOO TRUE
    TWO UP UPDATE USE VERY VIDEO WAS WATCH WE WERE WHAT WHEN WHERE WHY WILL WITH WORK WORLD YES YOU YOUR
"""
"""Words that are shouted, or stand in the names of laws."""
_STATES = frozenset(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA"
    " RI SC SD TN TX UT VT VA WA WV WI WY DC PR BC AB ON QC NS NB MB SK NSW ACT WA VIC QLD".split()
)
_CAPITALS_RUN = lazy(r"[A-Z]{2,}")
_ACRONYM = lazy(r"(?<![\w.&@#/’'$€£+_-])(?P<letters>[A-Z]{2,5})(?:s|[’']s)?(?![\w&@#/+_]|[.’-]\w)")
_ROMAN = lazy(r"M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$")
_CAPITALS = lazy(r"[A-Z]{2,}\W*$")
_NEXT_CAPITALS = lazy(r"\W*[A-Z]{2,}\b")
_NUMBER_BEFORE = lazy(r"[\d.]\s?$")
_NUMBER_AFTER = lazy(r"\s?\d")
_NAME_AFTER = lazy(r" (?:(?:de|du|van|von|der|den|la|le|al|bin|ibn) )*(?:[A-Z][a-z]+|[A-Z]\w*\d)")
_SPOKEN_AS_WORD = lazy(
    r"(?=.{4})[B-DF-HJ-NP-TV-Z]{1,2}[AEIOU]{1,2}(?:[B-DF-HJ-NP-TV-Z]{1,2}[AEIOU]{1,2})*[B-DF-HJ-NP-TV-Z]?$"
)
"""A name by now: FEMA, SUSE."""
_SPECIALIST = 6
"""Different acronyms, spelled out or not, beyond which a piece is written for readers of the trade."""
_LINKED = lazy(r"\]\(|</a>")
_NAME_BEFORE = lazy(r"(?:^|[^.!?\n] )(?:[A-Z][\w’'-]*[a-z]) $|[A-Z]\. $")
_TOLD_AS = lazy(
    r"(?:\b(?:called|known as|abbreviated(?: as| to)?|acronym|short for|dubbed|named|or|aka|i\.e\.),? (?:the )?)$"
)
_GLOSS = lazy(
    r"(?:s|[’']s)?(?: ?\((?!\d)[^()]{8,}\)|,? (?:which stands for|short for|or (?:the )?[A-Z]|meaning|also known as)"
    r"|, (?:the|an?) |"
    r" ?[–—-]{1,2} (?:the|a|an|or|short for|[A-Z])|: )"
)
_LETTERS = lazy(r"\b[A-Z]{2,6}\b")
_LETTER_PAIR = lazy(r"[a-z]{2}")
_ENDS = (".", "!", "?", ":", ";", "…", "”", '"', ")")
_TOKEN = lazy(r"\w[\w’']*|\n")
_LITTLE = frozenset("of the and for in on to with at by from a an de des du la".split())
_LOOSE = 3
"""Letters from which on the words may be in lower case: “application programming interface”."""


@cache
def _bare() -> frozenset[str]:
    return frozenset(_BARE.split()) | frozenset(_WORDS.split())


def _initials(text: str, stop: int) -> tuple[str, str]:
    """The first letters of the words before a place, and the same without those of small words; blocks are parted."""
    words = _TOKEN.findall(text, 0, stop)
    return "".join([word[0] for word in words]), "".join([word[0] for word in words if word.lower() not in _LITTLE])


def _is_told_before(text: str, letters: str, stop: int) -> bool:
    """Whether words stand before a place that begin with these letters, one after the other."""
    for initials in _initials(text, stop):
        if letters in initials or (len(letters) >= _LOOSE and letters in initials.upper()):
            return True
    return False


def _letters_in(value: Value) -> Iterator[str]:
    if isinstance(value, Fields):
        for key, inner in value.values.items():
            yield from (key, *_letters_in(inner))
    elif isinstance(value, tuple):
        for inner in value:
            yield from _letters_in(inner)
    elif value is not None:
        yield from _LETTERS.findall(value)


def _known(document: Document, options: Options) -> frozenset[str]:
    """What may stand bare: by habit, by the house, by the notes."""
    known = _bare() | frozenset(options.known)
    if document.notes is not None:
        known |= frozenset(_letters_in(document.notes.front.get("terms")))
        known |= frozenset(_letters_in(document.notes.front.get("sources")))  # the name of who told us
    return known


def _is_acronym(told: Narrated, match: re.Match[str]) -> bool:
    """Whether these capitals stand for words, as far as their neighbours tell."""
    letters, start, end = match["letters"], match.start(), match.end()
    before, after = told.text[max(0, start - 40) : start].rpartition("\n")[2], told.text[end : end + 40]
    if (
        _ROMAN.match(letters)
        or _SPOKEN_AS_WORD.match(letters)
        or _CAPITALS.search(before)
        or _NEXT_CAPITALS.match(after)
    ):
        return False
    if _NUMBER_BEFORE.search(before) or _NUMBER_AFTER.match(after) or _NAME_AFTER.match(after):
        return False
    if letters in _STATES and re.search(r"[,(-]\s?$", before):
        return False
    return not _NAME_BEFORE.search(before)


def _is_spelled_out(told: Narrated, match: re.Match[str]) -> bool:
    """Whether its words stand before it or right behind it."""
    letters, start = match["letters"], match.start()
    before = told.text[max(0, start - 60) : start]
    if before.endswith(("(", "[")) or _TOLD_AS.search(before) or _GLOSS.match(told.text, match.end("letters")):
        return True
    return _is_told_before(told.text, letters, start)


def _is_sentence(text: str) -> bool:
    """Whether a block is running text, and no label in capitals."""
    return text.rstrip().endswith(_ENDS) and _LETTER_PAIR.search(text) is not None


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the first use of every acronym that is not spelled out by then, unless the piece is full of them."""
    told = narrated(document)
    known = _known(document, options)
    first: dict[str, re.Match[str]] = {}
    for run in _CAPITALS_RUN.finditer(told.text):  # many times faster than looking for the whole pattern
        match = _ACRONYM.match(told.text, run.start()) if run[0] not in known and run[0] not in first else None
        if match is not None:
            first.setdefault(match["letters"], match)
    if not first or len(first) > _SPECIALIST:
        return
    for letters, match in first.items():
        block, _ = told.block_at(match.start())
        span = told.span(match.start("letters"), match.end("letters"))
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or not _is_sentence(block.text):
            continue
        if not _is_acronym(told, match) or _is_spelled_out(told, match):
            continue
        if not _LINKED.match(document.text, span.end):
            later = f"({letters})" in told.text[match.end() :]
            when = "stands before it is spelled out" if later else "is never spelled out"
            where = "its words first" if later else "its words where it first stands"
            yield Hit(span, f"“{letters}” {when}, expected {where}")
