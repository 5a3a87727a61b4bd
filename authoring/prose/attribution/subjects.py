"""The subject of a reporting verb, from the surest place to the least: right before it, before insertions, of the verb
that governs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from authoring.prose.attribution.insertions import of_apposition, over_insertions, with_title
from authoring.prose.attribution.phrases import MEDIA, Chain, before_participle, chain_left, chain_right, with_name
from authoring.prose.attribution.scene import PHRASE, Scene

_DOCUMENTS: Final = frozenset(
    "statement statements release message tweet letter email e-mail note post memo text report sign signs".split()
)
JOINING: Final = frozenset({"but", "yet", "so"})
"""Links that open a sentence, or join a second verb; after others (“as reported”) a participle follows."""
_LEADING: Final = frozenset("led prompted caused forced pushed inspired allowed drove moved leading prompting".split())
"""Verbs that make their object do something: which led Low to say."""
RECALLING: Final = frozenset({"recall", "remember", "hear", "cite", "imagine", "describe"})
"""Verbs whose object may speak: Low recalled the officer saying."""
_GIVING: Final = frozenset(
    "issued released published sent posted made gave put circulated tweeted shared distributed".split()
)
"""What is done to a statement by those who say what it says."""
_FINITE: Final = frozenset("cvxb")


@dataclass(frozen=True, slots=True)
class Clause:
    """A reporting verb and who does the reporting."""

    cue: int
    """The chunk of the verb, or of “according”."""
    last: int
    """The last chunk of the cue: of “according to” the second."""
    subject: Chain | None
    how: str
    """How the subject was found: plain, inverted, apposition, relative, governed, according."""

    @property
    def begin(self) -> int:
        """Its first chunk."""
        return min(self.cue, self.subject[0]) if self.subject and self.how != "governed" else self.cue

    @property
    def end(self) -> int:
        """Its last chunk."""
        return max(self.last, self.subject[1]) if self.subject and self.how != "governed" else self.last


def _back(scene: Scene, place: int) -> int:
    """The chunk that stands before the verb at ``place``, past adverbs, auxiliaries and days."""
    kinds = scene.kinds
    while True:
        before = place
        place = _past_adverbs(kinds, place)
        medium = place >= 3 and kinds[place - 2 : place] == "iX" and scene.last_word(place - 1) in MEDIA
        place -= 2 * medium
        if place == before:
            return place - 1


def _past_adverbs(kinds: str, place: int) -> int:
    """Back over adverbs, auxiliaries, parentheses, and days with what belongs to them: on Monday, late last week."""
    while place:
        if kinds[place - 1] in "axzP":
            place -= 1
            continue
        day = place
        while day and kinds[day - 1] in "em":
            day -= 1
        if "e" not in kinds[day:place]:
            break
        while day and kinds[day - 1] in "ajd":
            day -= 1
        place = day - (kinds[day - 1 : day] == "i")
    return place


def to_the_left(scene: Scene, place: int, earlier: Sequence[Clause]) -> tuple[Chain | None, str]:
    kinds = scene.kinds
    at = _back(scene, place)
    if at < 0:
        return None, "none"
    kind = kinds[at]
    if kind in (PHRASE, "p"):
        chain = chain_left(scene, at)
        if kind == PHRASE:
            chain = before_participle(scene, of_apposition(scene, chain))
        if kind == PHRASE and not (
            kinds[place + 1 : place + 2] == "," and kinds[place + 2 : place + 3] in tuple("xvcaz")
        ):
            chain = with_title(scene, chain)  # but not in “the road, Low said, was shut”
        return chain, "plain"
    if kind == "w" or (kind == "T" and at and kinds[at - 1] == PHRASE):  # sheets that argue
        return _before_who(scene, at)
    if kinds[place] == "b" and kind in ",-&":
        return None, "none"  # “…, say so”: nobody's words, a command
    if kind in ",-P":
        found = over_insertions(scene, at)
        if found is not None:
            return found, "apposition"
    if kind in "&,":
        return governed(scene, at, earlier)
    if kind in "vcgGBQ":
        return governed(scene, at, earlier)
    return None, "none"


def _before_who(scene: Scene, who: int) -> tuple[Chain | None, str]:
    kinds = scene.kinds
    at = who - 1
    while at >= 0 and kinds[at] in ",&P":
        at -= 1
    if at >= 0 and kinds[at] == PHRASE:
        return chain_left(scene, at), "relative"
    return None, "none"


def of_ing(scene: Scene, place: int, earlier: Sequence[Clause]) -> tuple[Chain | None, str]:
    kinds = scene.kinds
    at = place - 1
    while at >= 0 and kinds[at] in "ae":
        at -= 1
    if at < 0:
        return None, "none"
    if at and scene.word(at) == "as":  # quoted Low as saying; Low was quoted as saying
        if kinds[at - 1] in "Xpq":
            return chain_left(scene, at - 1), "plain"
        return to_the_left(scene, at - 1, earlier)
    if kinds[at] == "x":
        return to_the_left(scene, at, earlier)
    if kinds[at] == PHRASE:
        if scene.word(place) == "reading":  # a banner reading
            return chain_left(scene, at), "plain"
        if at and kinds[at - 1] == "i" and scene.word(at - 1) == "with":
            return (at, at), "plain"
        cue = scene.cue(at - 1) if at else None
        if cue is not None and cue.verb in RECALLING:
            return (at, at), "plain"
        if scene.last_word(at) in _DOCUMENTS:
            if at and kinds[at - 1] in "vc" and scene.word(at - 1) in _GIVING:
                return governed(scene, at, earlier)
            return chain_left(scene, at), "plain"
    if kinds[at] == "w":
        return _before_who(scene, at)
    if kinds[at] == ",":
        found = over_insertions(scene, at)
        if found is not None and found[0] and scene.word(found[0] - 1) == "with":
            return found, "apposition"
    subject, how = governed(scene, at + 1, earlier)
    if subject is None and kinds[max(0, at - 1) : at + 1] == "X,":  # Low, urging members to
        return chain_left(scene, at - 1), "apposition"
    return subject, how


def of_infinitive(scene: Scene, place: int, earlier: Sequence[Clause]) -> tuple[Chain | None, str]:
    kinds = scene.kinds
    at = place - 2
    while at >= 0 and kinds[at] in "avxzGgcb":
        at -= 1
    if at >= 0 and at < place - 2 and kinds[at] in "Xp" and any(kind in "vxc" for kind in kinds[at + 1 : place - 1]):
        return chain_left(scene, at), "plain"
    if at == place - 2 and at and kinds[at] in "Xpq" and scene.word(at - 1) in _LEADING:  # led Low to say
        return (at, at), "plain"
    return governed(scene, place - 1, earlier)


def governed(scene: Scene, before: int, earlier: Sequence[Clause]) -> tuple[Chain | None, str]:
    """The subject that a participle or a second verb shares: of the nearest reporting clause before it, or of the
    sentence."""
    nearest = [clause for clause in reversed(earlier) if clause.cue < before]
    for clause in sorted(nearest, key=lambda one: _is_minding(scene, one)):
        begin = clause.begin
        if begin and scene.word(begin - 1) == "what":
            continue
        if clause.subject is not None and clause.how != "according":
            return clause.subject, "governed"
    return main_subject(scene, before), "governed"


def _is_minding(scene: Scene, clause: Clause) -> bool:
    cue = scene.cue(clause.cue)
    return cue is not None and cue.minding


def main_subject(scene: Scene, before: int) -> Chain | None:
    """The subject of the sentence's own clause, as far as it stands before the chunk ``before``."""
    kinds = scene.kinds
    place = 0
    while place < before:
        kind = kinds[place]
        if kind == "B" and scene.word(place) in JOINING:
            place += 1
            continue
        if kind in "BwT" or (kind == "i" and _opens(kinds, place)):
            place = _past_comma(kinds, place, before) if _opens(kinds, place) else place + 1
            continue
        if kind in "Xp" and (not place or kinds[place - 1] not in "it"):
            begin, end = chain_right(scene, place) if kind == PHRASE else (place, place)
            if _has_verb(scene, end + 1, before):
                return with_name(scene, (begin, end))
            place = end
        place += 1
    return None


def _opens(kinds: str, place: int) -> bool:
    return not place or kinds[place - 1] in ",;:-&Q"


def _past_comma(kinds: str, place: int, before: int) -> int:
    found = kinds.find(",", place, before)
    return found + 1 if found >= 0 else before


def _has_verb(scene: Scene, place: int, before: int) -> bool:
    """Whether a finite verb follows, past adverbs, days and insertions between commas."""
    kinds = scene.kinds
    for _ in range(4):
        while place < before and kinds[place] in "aezP":
            place += 1
        if place >= before:
            return False
        if kinds[place] in _FINITE or kinds[place] == "b":
            return True
        if kinds[place] not in ",w":
            return False
        end = kinds.find(",", place + 1, before)
        if kinds[place] == "w" or end < 0:
            return False
        place = end + 1
    return False
