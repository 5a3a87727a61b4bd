"""What another outlet had first is told as theirs: both are linked, and nobody “confirms” anything at second hand.

The rule points at *confirmed*, *announced* and the like where the sentence has it from an outlet and does not say to whom
the words were said: only that outlet heard them. And it points at a chain (“according to A, citing B”) in which neither
outlet is linked, here or above, nor has a `url:` in the notes; in plain text without notes, which has no links, it leaves
chains alone.

Why: the Associated Press and Reuters credit the outlet that broke a story and link to it; the Washington Post's rules on
digital sourcing ask a reporter to find the first hop.

```bad
According to Site B, citing the Herald, Acme confirmed the sale on Monday.
```
```finds
1:46 confirmed => “confirmed” at second hand, expected whom Acme told (“told the Herald”)
```
```bad
Acme announced the sale on Monday, according to the Delta Times. According to Reuters, citing the Delta Times, it cost a lot.
```
```finds
1:6 announced => “announced” at second hand, expected whom Acme told (“told the Delta Times”)
1:66 According to Reuters, citing the Delta Times => neither outlet is linked, expected a link to both
```
```good
Acme confirmed the sale to the Herald, Site B reported. Acme announced the sale in a statement, according to Reuters.
```
```good
According to [Site B](https://b.example/1), citing the Herald, the sale is off. The council confirmed it on Monday.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING

_NAME = r"(?:[Tt]he )?[A-Z][\w’'.&-]*(?: (?:[A-Z][\w’'.&-]*|of|and|&)){0,5}"
_FORMS = tuple(f"{verb}{end}" for verb in ("confirm", "announc", "acknowledg", "reveal") for end in ("ed", "s", "es"))
_CHAIN = lazy(
    rf"(?:[Aa]ccording to (?P<one>{_NAME}),|(?P<two>{_NAME}) (?:reported|said|wrote),) (?:citing|quoting) (?P<first>{_NAME})"
)
_OUTLET = lazy(
    r"\b(?:News|Times|Post|Herald|Journal|Tribune|Guardian|Reuters|Bloomberg|Courier|Gazette|BBC|CNN|NPR|Associated Press"
    r"|Agence France-Presse|Weekly|Daily|Mail|Telegraph|Chronicle|Magazine|Observer|Ledger|Dispatch|Site [A-Z]|Paper [A-Z]"
    r"|PYMNTS|Axios|Politico|Economist|Verge|TechCrunch|Sentinel|Examiner|Globe|Inquirer|Press)\b|\.com\b"
)
_FROM = lazy(
    rf"[Aa]ccording to (?P<by>{_NAME})|, (?P<says>{_NAME}) (?:reported|reports|said|says|wrote|writes)\b|, citing (?P<cited>{_NAME})"
)
_SAID_WHERE = lazy(
    r"(?<!ccording )\b(?:to (?:the |an? )?[A-Z]|told|in (?:an? |its |his |her |their )?(?:\w+ ){0,2}(?:statement|release|filing|letter|email|e-mail|post"
    r"|interview|blog|tweet|report|memo|speech|announcement)|at (?:an? |the |its )?(?:\w+ ){0,2}(?:conference|hearing|briefing|meeting|event)"
    r"|on (?:its|his|her|their|the) (?:\w+ )?(?:website|site|page|blog|account)|on (?:Twitter|X|Facebook|LinkedIn|Instagram))",
)
_SUBJECT = lazy(rf"({_NAME})(?: (?:also|has|had|have|later|then|now))* $")

_REACH = 400
"""Characters of a sentence, either way, in which its origin is looked for."""
_BESIDE = 90
"""Characters before the verb in which its subject stands."""


@dataclass(frozen=True)
class _Chain:
    """“According to A, citing B”, and where it stands."""

    sentence: int
    start: int
    end: int
    last: str
    first: str


@cache
def _linked(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\[[^\]]*{re.escape(text)}[^\]]*\]\(|<a\b[^>]*>[^<]*{re.escape(text)})", re.IGNORECASE)


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name).rstrip(".,’'")


def _known(document: Document, name: str) -> bool | None:
    """Whether the notes have a link for this outlet; ``None`` where they do not know it."""
    if document.notes is None:
        return None
    wanted = _bare(name).casefold()
    for source in document.notes.sources.values():
        names = {
            str.__str__(value).casefold() for key in ("name", "second", "short") if (value := source.fields.text(key))
        }
        if wanted in {_bare(known).casefold() for known in names}:
            return bool(source.fields.text("url"))
    return None


def _is_outlet(document: Document, name: str) -> bool:
    if document.notes is not None:
        wanted = _bare(name).casefold()
        for source in document.notes.sources.values():
            if source.name and _bare(str.__str__(source.name)).casefold() == wanted:
                return source.kind == "outlet"
    return _OUTLET.search(name) is not None


def _chains(told: Narrated) -> Iterator[_Chain]:
    for place in told.at("citing", "quoting"):
        begin, end = told.sentence_at(place)
        for match in _CHAIN.finditer(told.text, max(begin, place - _REACH), min(end, place + _REACH)):
            if match.start() < place < match.end():
                yield _Chain(begin, *match.span(), match["one"] or match["two"], match["first"])


def _is_linked(document: Document, name: str, sentence: Span) -> bool:
    if any(voice is Voice.LINK_TARGET for _, voice in document.voices_in(sentence)):
        return True
    return bool(_known(document, name)) or _linked(_bare(name)).search(document.text) is not None


def _at_second_hand(document: Document, told: Narrated, chains: dict[int, _Chain]) -> Iterator[tuple[int, Hit]]:
    """Each word that only an outlet heard, with the place where its sentence begins."""
    for place in told.at(*_FORMS):
        begin, end = told.sentence_at(place)
        low, high = max(begin, place - _REACH), min(end, place + _REACH)
        subject = _SUBJECT.search(told.text[max(begin, place - _BESIDE) : place])
        origin = _FROM.search(told.text, low, high)
        if subject is None or origin is None or _SAID_WHERE.search(told.text, place, high):
            continue
        outlet = origin["cited"] or origin["by"] or origin["says"]
        if begin not in chains and not _is_outlet(document, outlet):
            continue
        first = (chains[begin].first if begin in chains else outlet).rstrip(".,")
        if _bare(subject[1]) != _bare(outlet):
            word = told.text[place:end].split(maxsplit=1)[0].rstrip(".,;:")
            whom = f"whom {_bare(subject[1])[:20]} told (“told {first[:20]}”)"
            span = told.span(place, place + len(word))
            yield begin, Hit(span, f"“{word}” at second hand, expected {whom}")


def check(document: Document) -> Iterator[Hit]:
    """Point at second-hand confirmations, and at chains that no link leads along."""
    told = narrated(document)
    chains = {chain.sentence: chain for chain in _chains(told)}
    confirmed = set()
    for sentence, hit in _at_second_hand(document, told, chains):
        confirmed.add(sentence)
        yield hit
    if document.path.lower().endswith(".txt") and document.notes is None:
        return
    for chain in chains.values():
        whole = told.span(*told.sentence_at(chain.start))
        if chain.sentence not in confirmed and not any(
            _is_linked(document, name, whole) for name in (chain.last, chain.first)
        ):
            yield Hit(told.span(chain.start, chain.end), "neither outlet is linked, expected a link to both")
