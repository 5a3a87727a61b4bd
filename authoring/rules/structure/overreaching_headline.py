"""A headline claims no more than its story.

It looks at what a headline says will happen, will not, or never does, and asks the body for the same verb: where the
body has it only with “may”, “could” or “plans to”, a “will” above it is too strong, and where the body never says
“not” beside it, “won't” has nothing under it. It also looks for large figures and shares of the headline that stand
nowhere in the body. Other claims it cannot judge: a headline that uses other words than its story is passed.

Why: the Editors' Code of the British press was changed in 2016 to say that a headline must be supported by its text.

```bad
# Acme won't pay its suppliers

By Noor Haddad

Acme may pay its suppliers later this year, Ana Ruiz said.
```
```finds
1:3 Acme won't pay its suppliers => the headline says “won't pay”, the story nowhere does, expected what the story says
```
```bad
# Ferry company will raise fares in May

By Noor Haddad

The ferry company is considering whether to raise its fares. It could raise them in May.
```
```finds
1:3 Ferry company will raise fares in May => the headline says “will raise”, the story only that it may, expected no more than the story says
```
```bad
---
headline: Ferry fares rise 45%
---
The ferry company will raise its fares in May, by a quarter.
```
```finds
2:11 Ferry fares rise 45% => the figure 45% stands nowhere in the story, expected one that does
```
```good
# Acme won't pay its suppliers

Acme will not pay its suppliers this year, Ana Ruiz said.
```
```good
# Ferry company will raise fares by 45% in May

The ferry company will raise its fares by 45 percent. It may raise them again.
```
```good
# Acme may pay its suppliers

Acme may pay its suppliers later this year, Ana Ruiz said.
```
"""
# ruff: noqa: E501  # a finding of an example is one line

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.numerals import NUMERALS
from authoring.rules.structure._headline import headline_of, headline_words
from authoring.text.patterns import lazy

SEVERITY = Severity.WARNING
VOICES = frozenset(Voice)  # it points at the headline, wherever that stands

_BODY = frozenset({Voice.NARRATION, Voice.SPEECH, Voice.ANSWER, Voice.BLOCKQUOTE})
_CLAIM = lazy(r"\b(?P<strong>won[’']t|will not|will never|will|never)\s+(?P<verb>[A-Za-z]{3,})", re.IGNORECASE)
_NOT = lazy(
    r"n[’']t\b|\b(?:not|never|no|nor|without|refus\w+|declin\w+|ruled? out|against|reject\w*|instead)\b", re.IGNORECASE
)
_HEDGE = lazy(
    r"\b(?:may|might|could|would|if|whether|consider\w*|plan(?:s|ned|ning)?|propos\w+|hop(?:e|es|ed|ing)|want\w*|likely"
    r"|should|seek\w*|aim\w*|urg\w+|expect\w*|possib\w+|potential\w*|ask\w*|call\w* (?:for|on))\b",
    re.IGNORECASE,
)
_FIGURE = lazy(r"[$£€]?(?P<number>\d[\d,.]*\d|\d)(?P<unit>\s?%|\s?(?:percent|per cent|million|billion|m|bn)\b)?")
_ROUGH = lazy(r"\b(?:over|nearly|almost|about|around|more than|some|under|hundreds|thousands) $", re.IGNORECASE)
_NEAR = 7
"""Words before a verb among which its “not” stands."""
_AUXILIARY = frozenset("be have not get see the his her its their our take make still also now soon help".split())


def _stem(verb: str) -> str:
    low = verb.lower()
    return low[:-1] if low.endswith("e") and len(low) > 4 else low


def _denies(sentence: str, verb: re.Pattern[str]) -> bool:
    """Whether a “not” stands shortly before the verb."""
    return any(_NOT.search(" ".join(sentence[: match.start()].split()[-_NEAR:])) for match in verb.finditer(sentence))


def _sentences(document: Document, headline: str) -> list[str]:
    """The sentences of the body; no heading, and no copy of the headline."""
    return [
        sentence.text
        for block in document.blocks
        if block.voice in _BODY and block.text.strip() != headline
        for sentence in block.sentences
    ]


def _claim(headline: str, sentences: list[str]) -> str | None:
    """What is wrong with what a headline says will or will not happen, if anything."""
    claim = _CLAIM.search(headline)
    if claim is None or claim["verb"].lower() in _AUXILIARY or headline.rstrip().endswith("?"):
        return None
    verb = re.compile(rf"\b{_stem(claim['verb'])}\w{{0,4}}\b", re.IGNORECASE)
    having = [sentence for sentence in sentences if verb.search(sentence)]
    if not having:
        return None  # other words may say the same
    said = f"{claim['strong']} {claim['verb']}"
    if claim["strong"].lower() == "will":
        if all(_HEDGE.search(sentence) for sentence in having):
            return f"the headline says “{said}”, the story only that it may, expected no more than the story says"
    elif not any(_denies(sentence, verb) for sentence in having):
        return f"the headline says “{said}”, the story nowhere does, expected what the story says"
    return None


def _figure(headline: str, body: str) -> str | None:
    """A large figure or a share that stands nowhere in the body."""
    words = {str(number): word for word, number in NUMERALS.items()}
    for match in _FIGURE.finditer(headline):
        number = match["number"]
        plain = number.replace(",", "")
        large = match["unit"] or match[0][0] in "$£€" or (plain.isdigit() and len(plain) > 2)
        year = plain.isdigit() and len(plain) == 4 and plain[:2] in ("18", "19", "20")
        if not large or year or _ROUGH.search(headline[: match.start()]):
            continue
        if not re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d)|(?<!\d){re.escape(plain)}(?!\d)", body) and (
            words.get(plain, "\0") not in body.lower()
        ):
            return f"the figure {match[0].strip()} stands nowhere in the story, expected one that does"
    return None


def check(document: Document) -> Iterator[Hit]:
    """Point at a headline that says more than its story."""
    headline = headline_words(document)
    span = headline_of(document)
    if not headline or span is None or not re.search(r"\d|\b(?:will|won[’']t|never)\b", headline, re.IGNORECASE):
        return
    sentences = _sentences(document, headline) if _CLAIM.search(headline) else []
    body = " ".join(block.text for block in document.blocks if block.voice in _BODY and block.text.strip() != headline)
    message = _claim(headline, sentences) or (_figure(headline, body) if body else None)
    if message:
        yield Hit(span, message)
