"""Where an article announces a number of things and lists them, that many are listed.

It reads plain lists: a number, what is counted, a colon, and short entries parted by commas or by semicolons, or a list
of bullets right under such a line. A list whose entries cannot be told apart with certainty (commas inside them,
“research and development”) is left alone. Where every entry has a number of its own, the sum may be the one announced.

Why: a reader who counts along finds the slip at once, and cannot know whether a thing is missing or the number wrong.
Our own practice.

```bad
The plan has four priorities: safety, noise and cost.
```
```finds
1:14 four priorities => “four priorities” are announced and three follow, expected one count
```
```bad
The council named three towns: Orrin, Halyard, Pennick and Dunmarrow.
```
```finds
1:19 three towns => “three towns” are announced and four follow, expected one count
```
```bad
The crew has nine members: five women and three men.
```
```finds
1:14 nine members: five women and three men => “nine members” are announced and the parts add up to 8, expected one count
```
```bad
She gave three reasons:

- the price
- the noise
- the smell
- the queue
```
```finds
1:10 three reasons => “three reasons” are announced and four follow, expected one count
```
```bad
Three people were hurt, two men and two women.
```
```finds
1:1 Three people were hurt, two men and two women => “Three people” are announced and the parts add up to 4, expected one count
```
```good
The plan has three priorities: safety, noise, and cost. It names two partners: the Board of Trade and Industry, and Orrin.
```
```good
The crew has nine members: five women and four men. They ask one of two questions: who pays? He saw two years in office: war, peace and famine.
```
```good
She gave two reasons, and the second is the price:

- it costs more
- it costs much more, as everybody knows
- and so on
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document
from authoring.prose.narrated import Narrated, narrated
from authoring.prose.narration import SPOKEN
from authoring.rules.hit import Hit
from authoring.rules.numerals import NUMERAL, NUMERALS, number_of, spelled
from authoring.text.patterns import lazy

SEVERITY = Severity.ERROR

_COUNTS = {**{word: n for word, n in NUMERALS.items() if 2 <= n <= 12}, **{str(n): n for n in range(2, 13)}}
_FAR = 40
"""Blocks after a line that are looked through for its list."""
_LONGEST = 5
"""Words of an entry that is surely one thing."""
_NO_COUNT = lazy(
    r"(?:\b(?:least|most|than|about|to|over|under|nearly|almost|around|first|last|top|next|other|another|only|some|or"
    r"|of (?:the|its|their|his|her|our|these|those|all)|per|every|phase|part|step|round|chapter|page|day|the|my)|[\d.,/:–-])[ ]?$",
    re.IGNORECASE,
)
"""What makes the number after it no count of what follows the colon."""
_MORE = lazy(
    r"[(\[—–/]| - |\b(?:etc|as well as|plus|along with|among others|including|for example|such as|e\.g|which|who|whose"
    r"|where|that|because|if|when|not|but|both|either|with|is|are|was|were|has|have|will|each|then|vs|more)\b"
    rf"|{SPOKEN}"
)
"""What makes a list more than a row of plain entries."""
_AND = lazy(r" (?:and|or|&) ")
_OPENING = lazy(r"(?:and|or|&) ")
_ARTICLES = lazy(r"(?:(?:and|or|&) )?(?:the )?")
_COUNT = lazy(rf"\b(?:\d|{NUMERAL}\b)")
"""A number among the entries, which may count things inside one of them."""
_NUMBERED = lazy(r"(\d[\d,]*|[a-z]+)\b[ -]")
_BULLET = lazy(r"([ \t]*)(?:[-*+•]|\d{1,2}[.)])[ \t]")


@cache
def _thing() -> re.Pattern[str]:
    """What is counted, from the number on to the colon; no preposition leads on to another thing."""
    measures = (
        "times|years|days|hours|weeks|months|minutes|seconds|decades|miles|metres|meters|feet|dollars|pounds|euros"
    )
    return re.compile(
        rf"\w+ (?:of (?:its|the|their|our) )?(?:(?!(?:of|to|or|and|more|other|in|for|on|at|{measures})\b)[\w’'-]+ ){{0,3}}"
        rf"(?!(?:{measures})\b)(?:[\w’'-]{{2,}}s|people|men|women|children)"
        r"(?: (?:on|of|in|at|for|from) (?:(?:the|its|their) )?[\w’'-]+)?: ?"
    )


@cache
def _people() -> re.Pattern[str]:
    """So many people, and right after it the kinds they were of, each with its number."""
    kind = r"(?:[a-z-]+ )?(?:men|women|boys|girls|children|adults|officers|soldiers|civilians|students|teachers)"
    few = rf"(?:\d+|{NUMERAL}|an?|one)"
    one = rf"{few} (?:{kind}|man|woman|boy|girl|child|adult|officer|soldier|civilian|student|teacher)"
    return re.compile(
        rf"\w+ (?:[a-z]+ )?(?:people|members|passengers|victims|workers|persons|students|protesters|suspects|hostages)"
        rf"(?: (?:were|was|are|had been|have been)? ?[a-z]+)?(?:, | – | — |: | \()(?P<parts>{one}(?:, {one})*,? and {one})"
        r"(?=[.,;)]| –| —)"
    )


def _kinds(told: Narrated, place: int) -> tuple[int, str] | None:
    """Where “three people, two men and two women” ends and what is wrong with it, if anything."""
    match = _people().match(told.text, place)
    if match is None:
        return None
    count, total = number_of(match[0].split()[0]), _sum(match["parts"])
    if count is None or total is None or count == total:
        return None
    return match.end(), f"the parts add up to {total:,g}"


def _range(entries: str) -> tuple[int, int] | None:
    """How many entries a list has at least and at most; nothing where they cannot be told apart."""
    if _MORE.search(entries):
        return None
    if ";" in entries:
        count = len(entries.split(";"))
        return count, count
    parts = [part.strip() for part in entries.split(",")]
    oxford = len(parts) > 2 and _OPENING.match(parts[-1]) is not None
    joined = sum(len(_AND.findall(f"{part} ")) for part in parts)
    if not oxford and not _AND.search(parts[-1]):
        return None  # a row without “and” before its last entry may have no end
    if any(len(part.split()) > _LONGEST + 2 * len(_AND.findall(part)) or not part for part in parts):
        return None
    capitals = {_ARTICLES.sub("", part, count=1)[:1].isupper() for part in parts}
    if len(parts) > 2 and (len(capitals) > 1 or any(part.isdigit() for part in parts)):  # “Ana Ruiz, mayor, and”
        return None
    # “Safety, noise and cost”: one “and” before the last entry parts it off; with more of them nobody can say which.
    return len(parts) + (joined >= 1 and not oxford), len(parts) + joined


def _sum(entries: str) -> float | None:
    """What the entries add up to, where each begins with a number."""
    total = 0.0
    for part in re.split(r",? (?:and|or|&) |[,;] ", entries):
        match = _NUMBERED.match(part.strip().lower())
        value = (1 if match[1] in ("a", "an") else number_of(match[1])) if match else None
        if value is None:
            return None
        total += value
    return total


def _in_sentence(told: Narrated, place: int, colon: int, count: int) -> str | None:
    """What is wrong with a list that follows in the sentence, if anything."""
    entries = told.text[colon : told.sentence_at(place)[1]].strip()
    if not entries.endswith((".", "!")) or ":" in entries or "?" in entries:
        return None
    entries = entries[:-1]
    known = _range(entries)
    if known is None or known[0] <= count <= known[1] or (entries[:1].isupper() and count * 2 == known[0]):
        return None
    if _COUNT.search(entries):
        total = _sum(entries)
        return None if total is None or total == count else f"the parts add up to {total:,g}"
    return f"{spelled(known[0] if count < known[0] else known[1])} follow"


def _listed(document: Document, block: Block) -> int | None:
    """How many bullets follow a block; nothing where that is not plain to see."""
    first = bisect_right(document.blocks, block.span.start, key=lambda each: each.span.start)
    following = document.blocks[first : first + _FAR]
    depths: list[str] = []
    ended = False
    for item in following:
        if item.kind is BlockKind.HEADING or (ended and len(depths) == 0):
            break
        if item.kind is not BlockKind.LIST_ITEM:
            ended = True
            continue
        line = document.text.rfind("\n", 0, item.span.start) + 1
        bullet = _BULLET.match(document.text, line)
        if ended or bullet is None:  # a paragraph stands among the bullets, or this is no Markdown
            return None
        depths.append(bullet[1])
    return sum(depth == depths[0] for depth in depths) if len(depths) > 1 else None


def check(document: Document) -> Iterator[Hit]:
    """Point at every number that announces another count than its list has."""
    told = narrated(document)
    for place in told.at(*_COUNTS):
        kinds = _kinds(told, place)
        if kinds and not _NO_COUNT.search(told.text[max(0, place - 20) : place]):
            written = told.text[place : told.text.index(" ", told.text.index(" ", place) + 1)].rstrip(",:")
            message = f"“{written}” are announced and {kinds[1]}, expected one count"
            yield Hit(told.span(place, kinds[0]), message)
            continue
        thing = _thing().match(told.text, place)
        if thing is None or _NO_COUNT.search(told.text[max(0, place - 20) : place]):
            continue
        count = _COUNTS[thing[0].split()[0].lower()]
        block, begin = told.block_at(place)
        if thing.end() >= begin + len(block.text):
            listed = _listed(document, block)
            fault = f"{spelled(listed)} follow" if listed and listed != count else None
        else:
            fault = _in_sentence(told, place, thing.end(), count)
        if fault:
            end = thing.end() - len(thing[0]) + len(thing[0].rstrip(": "))
            written = thing[0].rstrip(": ")
            written = written if len(written) <= 40 else f"{written[:39]}…"
            yield Hit(told.span(place, end), f"“{written}” are announced and {fault}, expected one count")
