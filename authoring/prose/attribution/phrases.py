"""Noun phrases with what belongs to them: “a spokesman for the port”, “Low, a nurse from Erie, …”."""

from __future__ import annotations

from typing import Final

from authoring.prose.attribution.scene import PHRASE, Scene
from authoring.text.patterns import lazy

Chain = tuple[int, int]
"""A noun phrase with what belongs to it, as first and last chunk."""

_WIDENING: Final = frozenset("of for at from in to with on by".split())
"""Prepositions that tie a noun phrase to the one before it."""
_REDUCED: Final = frozenset(
    """seen signed obtained written sent released published reviewed issued led backed owned hired run headed based
    filed made put posted shared provided prepared commissioned produced drafted""".split()
)
"""Participles that tell of the noun before them: a letter seen by the Herald."""
_WHERE: Final = frozenset(
    "over behind under near outside inside across above below around between among beside opposite against".split()
)
"""Prepositions that tell where the phrase before them is, at the start of a clause."""
MEDIA: Final = frozenset(
    """statement interview email e-mail tweet letter speech release conference briefing post video message ruling
    decision filing memo testimony op-ed column blog article report remarks comments twitter facebook call hearing
    affidavit telephone phone text court note appearance""".split()
)
"""What people say things in: “Low in a statement said” is Low's."""
_PARTICIPLE: Final = lazy(r"(?:^|(?<=[,;:Q&BT-]))(?P<head>X(?:[it]X)*)G(?:X|[it]X|[ae])+$")
CLOSING: Final = ",-;:Q!"
"""Chunks at which a phrase or an insertion ends."""


def chain_right(scene: Scene, place: int) -> Chain:
    """The noun phrase that begins at ``place``, with the ones that prepositions and “and” tie to it."""
    kinds = scene.kinds
    end = place
    while end + 2 < len(kinds) and kinds[end + 2] == PHRASE:
        link = kinds[end + 1]
        tied = link in "it" and scene.word(end + 1) in _WIDENING and scene.last_word(end + 2) not in MEDIA
        if not tied and not (link == "&" and kinds[end + 3 : end + 4] not in tuple("xcvb")):
            break
        end += 2
    return place, end


def chain_left(scene: Scene, place: int) -> Chain:
    """The noun phrase that ends at ``place``, with the ones before it that prepositions and “and” tie to it."""
    kinds = scene.kinds
    begin = place
    while begin >= 2 and kinds[place] == PHRASE:
        if kinds[begin - 3 : begin] in ("Xvi", "XGi") and (
            kinds[begin - 2] == "G" or scene.word(begin - 2) in _REDUCED
        ):
            begin -= 3
            continue
        link, before = kinds[begin - 1], kinds[begin - 2]
        if before != PHRASE:
            break
        tied = link in "it" and scene.word(begin - 1) in _WIDENING and not (link == "t" and scene.tags(begin)[0] == "n")
        tied = tied or (
            scene.word(begin - 1) in _WHERE and (begin == 2 or kinds[begin - 3] in CLOSING)
        )  # the banner over the door
        if not tied and not (link == "&" and _is_person(scene, begin - 2) and _may_be_joined(scene, begin - 2)):
            break
        begin -= 2
        while link == "&" and begin >= 2 and kinds[begin - 2 : begin] == "X," and _is_name(scene, begin - 2):
            begin -= 2  # Low, Park and Roe
    return begin, place


def _is_name(scene: Scene, chunk: int) -> bool:
    return set(scene.tags(chunk)) <= {"N", "P"} and (not chunk or scene.kinds[chunk - 1] in CLOSING)


def before_participle(scene: Scene, chain: Chain) -> Chain:
    """The head of a phrase with a participle of its own: “a guard patrolling the street outside one house”."""
    found = _PARTICIPLE.search(scene.kinds[: chain[1] + 1])
    if found is None or found.end() != chain[1] + 1:
        return chain
    return found.start("head"), chain[1]


def _may_be_joined(scene: Scene, place: int) -> bool:
    """Whether a phrase before “and” is part of a subject: it opens a clause, or it is the Science of a “Ministry of
    Science and Technology”."""
    if not place or scene.kinds[place - 1] in ",Q;:-BT&.":
        return True
    return scene.kinds[place - 2 : place] == "Xi" and scene.word(place - 1) == "of" and "N" in scene.tags(place)


def _is_person(scene: Scene, chunk: int) -> bool:
    return any(tag in "hN" for tag in scene.tags(chunk))


def with_name(scene: Scene, chain: Chain) -> Chain:
    """Somebody's office with the name behind it: said her husband, Jack."""
    name = chain[1] + 2
    if scene.tags(chain[0])[-1] != "h" or scene.kinds[chain[1] + 1 : name + 1] != ",X":
        return chain
    return (chain[0], name) if set(scene.tags(name)) <= set("NP") else chain
