"""Who speaks in an article without being named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from authoring.prose.attribution.model import Attribution, Speaker
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.attributed import SAYING
from authoring.text.patterns import lazy

_SPEAKS_FOR = lazy(r"\b(?:spokes(?:person|man|woman)|press officer)\b", re.I)
_INSIDER = lazy(
    r"^(?:an?|one|another|one of \w+) (?:[\w’'.()&-]+ ){0,5}?"
    r"(?:source|insider|official|aide|advis[eo]r|staffer|employee|worker|diplomat|executive|lawmaker"
    r"|manager|operative|strategist|negotiator|minister|lawyer|person familiar|person close)\b",
    re.I,
)
_THING = lazy(r" (?:orders?|actions?|branch|agenc(?:y|ies)|summary|session|code|materials?|reports?)\b")
_GENERIC = lazy(r"\bofficial (?:report|statement|document|source)|open[- ]source", re.I)


_MAY_BE = frozenset(
    [
        f"{word}{ending}"
        for word in """
            spokesperson spokesman spokeswoman officer source insider official aide adviser advisor staffer employee
            worker diplomat executive lawmaker manager operative strategist negotiator minister lawyer person
        """.split()
        for ending in ("", "s", "'s")
    ]
)
"""Words without which nobody speaks unnamed, so that most articles cost nothing."""


@dataclass(frozen=True)
class Unnamed:
    """Words of somebody who is not named."""

    words: Attribution
    speaker: Speaker
    speaks_for: bool
    """Whether it is somebody who speaks for a body: a spokesperson."""


def _is_no_person(document: Document, one: Attribution, speaker: Speaker) -> bool:
    """Whether it was said in court, where everybody has a name, or is a thing: an executive order."""
    if one.cue is not None and one.cue.text.startswith(("testif", "swore")):
        return True
    return _THING.match(document.text, speaker.span.end) is not None


def unnamed(document: Document) -> Iterator[Unnamed]:
    """Every quotation and report whose speaker is described and has no name, in order of place."""
    words = narrated(document).words
    if _MAY_BE.isdisjoint(words) or SAYING.isdisjoint(words):
        return
    for one in document.attributions:
        speaker = one.speaker
        if (
            speaker is None
            or speaker.name is not None
            or _is_no_person(document, one, speaker)
            or _GENERIC.search(speaker.text)
        ):
            continue
        if _SPEAKS_FOR.search(speaker.text):
            yield Unnamed(one, speaker, True)
        elif _INSIDER.match(speaker.text):
            yield Unnamed(one, speaker, False)
