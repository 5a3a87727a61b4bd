"""Finds the passive in English prose: which words are the verb, and where “by” tells who did it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from authoring.prose.participles import is_participle, is_state, needs_object
from authoring.text.patterns import lazy

_TOKEN = lazy(r"[^\W_](?:\w|['’-](?=[^\W_]))*|[^\w\s]")
_BE = frozenset("am is are was were be been being isn't aren't wasn't weren't ain't".split())
_AUXILIARIES = frozenset(
    "has have had hasn't haven't hadn't will won't would wouldn't can can't cannot could couldn't may might must"
    " shall should shouldn't is are was were isn't aren't wasn't weren't".split()
)
_ENCLITIC = ("'re", "'m")
_IS = frozenset("it's he's she's that's what's who's there's here's how's where's everything's nothing's".split())
"""Elsewhere “’s” is a possessive."""
_GET = frozenset("get gets got getting gotten".split())
_NOT_GOT = frozenset("started involved done lost used going dressed worked rid married ready drunk".split())
"""What one gets without anybody doing it (“get started”)."""
_ASKING = frozenset("is are was were isn't aren't wasn't weren't".split())
_WH = frozenset("when where why how what who whom which nor neither so".split())
_BETWEEN = frozenset(
    "not never ever also all both each only just even still already often once twice now then soon again almost yet"
    " always sometimes seldom perhaps instead thus therefore however too very well far first last long later ill best"
    " better so quite rather much more most hardly barely either neither nor as meanwhile indeed afterwards together"
    " half badly".split()
)
"""Words besides those in -ly that may stand between “be” and its participle."""
_NOT_ADVERBS = frozenset("family only early daily likely friendly elderly ugly costly deadly lonely holy july".split())
_ARTICLES = frozenset(
    "a an the this that these those my your his her its our their some any no every such another very".split()
)
_OBJECTS = frozenset("the a an his her its their our my your him them us me this these those himself itself".split())
_PARTICLES = frozenset("up out down off over on back away".split())
_AFTER_HEADLINE = frozenset(
    "in at on after by for off over from to as with during near amid under following against into out before until"
    " again due because".split()
)
_CLOSED = lazy(r"[.!?:;,)—–-]\W*$|\b(?:had|has|have|is|are|was|were|be|been|said|says)\b")
_HEADLINE = 20
"""Words that a headline has at most."""
_ENDS = frozenset(". ! ? ; :".split())
_MARKS = frozenset("\" ' “ ” ‘ ’ *".split())
_NOT_WHO = lazy(
    r"(?:\d|(?:the|an?|this|that|its|each|next|last) (?:end|start|time|day|week|month|year|deadline|hour|minute"
    r"|margin|use|means|way|vote|fact|same|following)\b|(?:early|late|mid|then|now|today|tomorrow|tonight|next|noon"
    r"|midnight|far|law|hand|mistake|default|design|accident|chance|force|email|e-mail|mail|phone|post|text|letter"
    r"|car|bus|train|boat|ferry|plane|air|sea|road|rail|foot|bike|name|way|means|virtue|popular|up|nearly|about"
    r"|around|almost|at|more|less|half|some|one|two|three|four|five|six|seven|eight|nine|ten|\w+ing"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|spring|summer|autumn|winter|itself|themselves|himself|herself)\b)",
    re.IGNORECASE,
)
"""What follows a “by” of time, amount, place or means."""


@dataclass(frozen=True, slots=True)
class Passive:
    """A verb in the passive; places in the text that was searched."""

    start: int
    """Where the verb begins, at its auxiliary; at the participle, where it has none (“Man arrested after fire”)."""
    end: int
    """Past the participle, the last one of several (“was built and sold”)."""
    agent: int | None
    """Where the words begin that tell who or what did it; nothing where no “by” follows directly."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    """In lower case, with straight apostrophes."""
    start: int
    end: int


def _words(text: str) -> list[_Word]:
    found = _TOKEN.finditer(text)
    return [_Word(match[0].replace("’", "'").lower(), match.start(), match.end()) for match in found]


def _is_adverb(word: str) -> bool:
    return word in _BETWEEN or (word.endswith("ly") and len(word) > 3 and word not in _NOT_ADVERBS)


def _next(words: Sequence[_Word], at: int) -> str:
    return words[at + 1].text if at + 1 < len(words) else ""


def _is_verb(words: Sequence[_Word], at: int) -> bool:
    """Whether the word there is a participle that tells what is done, and not what something is like."""
    word = words[at].text
    if not is_participle(word):
        return False
    if is_state(word):  # “was shocked by” and “has been retired” are done to somebody all the same
        return _next(words, at) == "by" or words[at - 1].text in ("been", "being")
    if word == "used" and _next(words, at) == "to":
        return not _next(words, at + 1).endswith("ing")
    return True


def _after_be(words: Sequence[_Word], at: int) -> int | None:
    """The participle that a form of “be” just before this place carries, over adverbs and one insertion."""
    last = at + 6
    while at < min(len(words), last):
        word = words[at].text
        if word in ("being", "been"):
            return None  # the later form of “be” carries it
        if _is_verb(words, at):
            return at
        if word == ",":
            close = next((i for i in range(at + 1, min(at + 9, len(words))) if words[i].text == ","), None)
            if close is None:
                return None
            at, last = close, close + 5
        elif not (_is_adverb(word) or word in _MARKS or (word == "and" and _is_adverb(words[at - 1].text))):
            return None
        at += 1
    return None


def _asked(words: Sequence[_Word], at: int) -> int | None:
    """The participle of a question (“When was the plan drawn up?”) whose “be” stands at this place."""
    before = words[at - 1].text if at else "."
    if _next(words, at) == "there" or not (before in _ENDS | _WH | _MARKS or before in (",", "and", "but")):
        return None
    for i in range(at + 2, min(at + 9, len(words))):
        word = words[i].text
        if word in _ENDS or word == ",":
            return None
        if word != "involved" and words[i - 1].text not in _ARTICLES and _is_verb(words, i):
            return i
    return None


def _has_object(words: Sequence[_Word], at: int) -> bool:
    """Whether an object begins there, or after a particle."""
    return any(
        word.text in _OBJECTS and (not by or words[at].text in _PARTICLES) for by, word in enumerate(words[at : at + 2])
    )


def _closes_headline(words: Sequence[_Word], at: int) -> bool:
    """Whether the participle there tells what is done in a headline, whose “is” or “are” is left out."""
    word, after = words[at].text, _next(words, at) or "by"
    if at == 0 or words[at - 1].text in _ARTICLES or not is_participle(word) or is_state(word):
        return False
    return after == "by" or (needs_object(word) and after in _AFTER_HEADLINE)


def _carried(words: Sequence[_Word], at: int, asked: bool) -> int | None:
    """The participle of the passive whose form of “be” or “get” stands at this place, if one does."""
    word = words[at].text
    if word in _IS or word.endswith(_ENCLITIC):
        found = _after_be(words, at + 1)
        has = found is not None and word in _IS and _has_object(words, found + 1)  # “it’s opened up a market”
        return None if has else found
    if word in _GET:
        found = _after_be(words, at + 1)
        return None if found is None or words[found].text in _NOT_GOT else found
    if word not in _BE:
        return None
    found = _after_be(words, at + 1)
    return _asked(words, at) if found is None and asked and word in _ASKING else found


def _begin(words: Sequence[_Word], at: int) -> int:
    """Where the verb begins whose form of “be” stands there: at “had” of “had never been”."""
    if words[at].text in ("be", "been", "being"):
        for before in range(at - 1, max(at - 4, -1), -1):
            if words[before].text in _AUXILIARIES:
                return before
            if not _is_adverb(words[before].text):
                break
    return at


def _with_others(words: Sequence[_Word], at: int) -> int:
    """The last of the participles that are joined to the one there (“built, tested and sold”)."""
    then = at + 1
    while then < len(words) and words[then].text in (",", "and", "or", "but"):
        then += 1
        while then < len(words) and (_is_adverb(words[then].text) or words[then].text in ("and", "or", "but", "later")):
            then += 1
        if then >= len(words) or not _is_verb(words, then) or _has_object(words, then + 1):
            break
        at, then = then, then + 1
    return at


def _agent(words: Sequence[_Word], at: int, text: str) -> int | None:
    """Where the one who did it is named after the participle there."""
    if _next(words, at) in _PARTICLES | {"to", "on", "in"}:
        at += 1
    if _next(words, at) != "by" or at + 2 >= len(words):
        return None
    place = words[at + 2].start
    return None if _NOT_WHO.match(text, place) else place


def passives(text: str) -> Iterator[Passive]:
    """Every passive in a sentence, a headline or any other stretch of text, in order of place."""
    words = _words(text)
    asked = "?" in text
    headline = len(words) < _HEADLINE and _CLOSED.search(text) is None
    for at in range(len(words)):
        found = _carried(words, at, asked)
        if found is None and headline and _closes_headline(words, at):
            headline, found = False, at
        if found is not None:
            last = _with_others(words, found)
            yield Passive(words[_begin(words, at)].start, words[last].end, _agent(words, last, text))
