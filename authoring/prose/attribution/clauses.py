"""The reporting clauses of a sentence: each reporting verb with its subject."""

from __future__ import annotations

from typing import Final

from authoring.prose.attribution.cue_words import ADDRESSING, WEAK
from authoring.prose.attribution.inversion import inverted
from authoring.prose.attribution.phrases import chain_right, with_name
from authoring.prose.attribution.scene import Scene
from authoring.prose.attribution.subjects import JOINING, RECALLING, Clause, of_infinitive, of_ing, to_the_left

_BE: Final = frozenset("is was are were be been being isn't wasn't aren't weren't am 's".split())
_TO_SOMEBODY: Final = frozenset("ask accuse call describe criticise criticize dismiss praise quote urge".split())
"""Verbs whose passive has a hearer, or somebody talked of, for its subject."""
_NEAR: Final = 4
"""Chunks in which a verb of many uses must have quoted words."""
_NAMING: Final = frozenset({"call", "dub", "label", "title"})
"""Verbs that, with nothing between them and the marks, give a name: a print called “Cowboys”."""


def clauses_of(scene: Scene) -> tuple[Clause, ...]:
    """Every reporting clause of a sentence in order; one whose subject is unknown has none."""
    found: list[Clause] = []
    for place in scene.cue_places:
        clause = _clause(scene, place, found)
        if clause is not None:
            found.append(clause)
    if "words" in scene.row.words[scene.first : scene.last]:
        found = sorted([*found, *_in_the_words_of(scene)], key=lambda clause: clause.cue)
    return tuple(found)


def _in_the_words_of(scene: Scene) -> list[Clause]:
    """“In the words of the prosecutor”, which has no verb."""
    kinds = scene.kinds
    found: list[Clause] = []
    place = kinds.find("iXiX")
    while place >= 0:
        if scene.last_word(place + 1) == "words" and scene.word(place + 2) == "of":
            subject = chain_right(scene, place + 3)
            while kinds[subject[1] + 1 : subject[1] + 3] == ",X" and "N" in scene.tags(subject[1] + 2):
                subject = subject[0], subject[1] + 2
            found.append(Clause(place, place + 2, subject, "according"))
        place = kinds.find("iXiX", place + 1)
    return found


def _clause(scene: Scene, place: int, earlier: list[Clause]) -> Clause | None:
    kinds = scene.kinds
    if kinds[place] == "A":
        return _according(scene, place)
    cue = scene.cue(place)
    if cue is None or (cue.verb in WEAK and "Q" not in kinds[max(0, place - _NEAR) : place + _NEAR + 1]):
        return None
    if cue.verb in _NAMING and kinds[place + 1 : place + 2] == "Q" and not _is_what_called(scene, place):
        return None
    if _is_named_so(scene, place, cue.verb) or _makes_others_speak(scene, place, cue.verb):
        return None
    subject = inverted(scene, place)
    if subject is not None:
        return Clause(place, place, subject, "inverted")
    if _is_passive(scene, place):
        return _by_somebody(scene, place)
    if kinds[place] == "g":
        subject, how = of_ing(scene, place, earlier)
    elif kinds[place] == "b" and place and kinds[place - 1] == "t":
        subject, how = of_infinitive(scene, place, earlier)
    else:
        subject, how = to_the_left(scene, place, earlier)
    return Clause(place, place, subject, how)


def _is_what_called(scene: Scene, place: int) -> bool:
    """Whether somebody calls somebody else so: she called, what Low called, whom the paper called."""
    if place and scene.kinds[place - 1] in "pQ":
        return True
    words = scene.row.words[scene.begins[max(0, place - 5)] : scene.begins[place]]
    return "what" in words or "whom" in words


def _is_named_so(scene: Scene, place: int, verb: str) -> bool:
    """Whether the verb only gives a name: a man called Low said; this approach, called learning, has."""
    kinds = scene.kinds
    if verb not in _NAMING or kinds[place] != "c":
        return False
    named = kinds[place + 1 : place + 2] == "X" and "Q" not in kinds[place + 2 : place + 4]
    return named and (kinds[place + 2 : place + 3] in tuple("cxv") or kinds[place - 1 : place] in (",", "-"))


def _makes_others_speak(scene: Scene, place: int, verb: str) -> bool:
    """Whether the verb brings in somebody who speaks: Low recalled the officer saying, Low was quoted as saying."""
    kinds = scene.kinds
    return verb in RECALLING and kinds[place + 1 : place + 2] in ("X", "p", "q") and kinds[place + 2 : place + 3] == "g"


def _by_somebody(scene: Scene, place: int) -> Clause | None:
    """The speaker of a passive, where it names one: “was told by the office that”."""
    cue = scene.cue(place)
    tells = cue is not None and (cue.verb in ADDRESSING or cue.verb in _TO_SOMEBODY)
    tells = tells or (place > 0 and scene.word(place - 1) == "as")  # as reported by the Herald
    if tells and scene.kinds[place + 1 : place + 3] == "iX" and scene.word(place + 1) == "by":
        return Clause(place, place, chain_right(scene, place + 2), "passive")
    return None


def _according(scene: Scene, place: int) -> Clause | None:
    kinds = scene.kinds
    if kinds[place + 1 : place + 2] != "t" or place + 2 >= len(kinds) or kinds[place + 2] not in "Xpq":
        return None
    return Clause(place, place + 1, with_name(scene, chain_right(scene, place + 2)), "according")


def _is_passive(scene: Scene, place: int) -> bool:
    """Whether the verb is in the passive, so that its subject is the hearer, or nobody: “was told”, “as reported”."""
    kinds, cue = scene.kinds, scene.cue(place)
    assert cue is not None
    if kinds[place] != "c" or cue.singular:
        return False
    before = place - 1
    while before >= 0 and kinds[before] in "az":
        before -= 1
    if before < 0:
        return False
    if kinds[before] == "x":
        return scene.word(before) in _BE
    return before == place - 1 and kinds[before] == "B" and scene.word(before) not in JOINING
