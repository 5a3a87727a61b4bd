"""A last paragraph tells something new, or the story ends before it.

It compares the words that carry meaning in the last paragraph with those of the headline and the first paragraphs,
and points at one that has next to nothing of its own: no name, no figure, no quotation, no step to come, and most of
its words from the beginning. It reads paragraphs under a heading such as “Conclusion”, and those that wrap up
(“overall”, “her insights”, “the broader implications”); without such a sign, only four in eight of what it pointed
at were echoes. It only informs: a writer may close the circle on purpose.

Why: readers of news expect the end to be cut first, and a summary of what they have just read gives them nothing.
Our own practice.

```bad
# Ferry fares rise in May

The ferry company will raise fares in May, and the islanders fear that the higher fares will keep visitors away from the harbour.

Ana Ruiz, the harbour master, counted 412 boats last year. “Half of them were full,” she said.

The company has 12 boats.

The council meets on Monday.

Overall, as the ferry company raises its fares, the islanders fear that the higher fares will keep visitors away from their harbour and its growing shops.
```
```finds
11:1 Overall, as the ferry company raises its fares, the islanders fear that the higher fares will keep visitors away from their harbour and its growing shops.
```
```bad
# Ferry fares rise in May

The ferry company will raise fares in May, and the islanders fear that the higher fares will keep visitors away from the harbour.

Ana Ruiz counted 412 boats last year.

The company has 12 boats.

## Conclusion

In conclusion, the ferry company will raise fares, and the islanders fear that the higher fares may keep visitors from the harbour.
```
```finds
11:1 In conclusion, the ferry company will raise fares, and the islanders fear that the higher fares may keep visitors from the harbour.
```
```good
# Ferry fares rise in May

The ferry company will raise fares in May, and the islanders fear that the higher fares will keep visitors away from the harbour.

Ana Ruiz counted 412 boats last year.

The company has 12 boats.

The islanders meet the company on May 3 to talk about the fares, and the visitors may come too, if the ferry sails.
```
```good
The ferry company will raise fares in May, and the islanders fear that the higher fares will keep visitors away.

The ferry company will raise fares in May, and the islanders fear that the higher fares will keep visitors away.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import WORD, Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.structure._headline import headline_words
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO

_SHARED = 0.4
"""Share of its words that stand at the beginning already."""
_KNOWN = 0.62
"""Share of its words that stand anywhere before it."""
_LEAST = 4
"""Paragraphs of an article that has an end."""
_WORDS = 18
"""Words of a paragraph that can repeat a story."""
_FOOT = 8
"""Words of a line at the foot that is no paragraph: a byline, a comment form."""
_FUNCTION = frozenset(
    """a an the and or but nor so yet if then than that this these those there here it its he she they them him her his
    hers their theirs we us our you your i me my who whom whose which what when where why how is are was were be been
    being am do does did done has have had having will would shall should can could may might must of in on at by for
    from to into onto over under about after before between through during with without within against up down out off
    as also too very just only such own same both each all any some more most other another said say says told while
    since until because not no one like many much new""".split()
)
_OWN = lazy(
    r"\d|[“”\"@]|https?:|\b(?:you|your|please|join|email|contact|click|visit|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|next|tomorrow"
    r"|follow|learn more|more information|I|we|my|our)\b",
    re.IGNORECASE,
)
"""What an end of its own has: a figure, a quotation, a step to come, a word to the reader."""
_CLOSING = lazy(
    r"\W*(?:conclusions?|in conclusion|summary|final thoughts|closing thoughts|wrapping up|the bottom line|takeaways?)\W*$",
    re.IGNORECASE,
)
_WRAPS = lazy(
    r"\b(?:insights?|implications|underscor\w+|comprehensive|in (?:conclusion|summary|short|sum)|overall|ultimately"
    r"|all in all|testament|reminder|promises to|perspectives?|landscape|going forward|only time will tell)\b",
    re.IGNORECASE,
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "er", "es", "ed", "ly", "s", "e", "y")


def _stem(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _carrying(text: str) -> frozenset[str]:
    words = (match[0].lower() for match in WORD.finditer(text))
    return frozenset(_stem(word) for word in words if word not in _FUNCTION and len(word) > 2)


def _paragraphs(document: Document) -> list[Block]:
    return [
        block
        for block in document.blocks
        if block.kind is BlockKind.PARAGRAPH and block.voice is Voice.NARRATION and len(block.text.split()) > 3
    ]


def check(document: Document) -> Iterator[Hit]:
    """Point at a last paragraph that says the first ones again."""
    paragraphs = _paragraphs(document)
    if len(paragraphs) < _LEAST:
        return
    while len(paragraphs) > 1 and len(paragraphs[-1].text.split()) <= _FOOT:
        paragraphs.pop()
    last = paragraphs[-1]
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING and block.span < last.span]
    closing = bool(headings) and _CLOSING.match(headings[-1].text) is not None
    if not closing and not _WRAPS.search(last.text):
        return
    if len(last.text.split()) < _WORDS or last.quotations or _OWN.search(last.text):
        return
    words = _carrying(last.text)
    begin = _carrying(f"{headline_words(document)} {paragraphs[0].text} {paragraphs[min(1, len(paragraphs) - 2)].text}")
    before = begin.union(*(_carrying(block.text) for block in paragraphs[:-1]))
    names = {match[0] for match in re.finditer(r"(?<=[a-z,] )[A-Z][a-z]+", last.text)}
    earlier = " ".join(block.text for block in paragraphs[:-1])
    if any(name not in earlier for name in names):
        return
    if len(words & begin) >= _SHARED * len(words) and len(words & before) >= _KNOWN * len(words):
        yield Hit(
            last.span_of(0, len(last.text.rstrip())),
            "this paragraph says the beginning again, expected something new, or an earlier end",
        )
