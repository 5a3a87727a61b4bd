"""The phrase that a clause's subject is, where insertions between commas part it from its verb."""

from __future__ import annotations

from authoring.prose.attribution.lexicon import is_title
from authoring.prose.attribution.phrases import CLOSING, Chain, chain_left, chain_right
from authoring.prose.attribution.scene import PHRASE, Scene


def over_insertions(scene: Scene, comma: int) -> Chain | None:
    """The subject before “, a nurse from Erie,”: the phrase that ends where the first of such insertions begins."""
    kinds = scene.kinds
    end = comma
    for _ in range(6):
        start = end
        while start and (kinds[start - 1] not in CLOSING or _is_inside(kinds, start - 1)):
            start -= 1
        if start == end:
            return None
        if _is_clause(kinds, start, end):
            link = max(kinds.rfind("B", start, end), kinds.rfind("&", start, end)) + 1
            if not link or any(kind in "xcv" for kind in kinds[link:end]):
                return None
            return _ending_at(scene, link, end)  # Low said no but Park, on the phone, said
        if _is_intro(kinds, start) or not _is_insertion(scene, start, end):
            chain = _before_insertions(scene, start) or _ending_at(scene, start, end)
            return chain and with_title(scene, chain)
        before = start - 1
        while before and kinds[before - 1] not in CLOSING:
            before -= 1
        opens = kinds[before] in "iGgvat," or (
            kinds[before] == "B" and any(kind in "xcv" for kind in kinds[before:start])
        )
        if opens and kinds[start] in "Xp" and _is_intro(kinds, before):
            return chain_right(scene, start)  # “On Monday, a nurse from Erie, 41, said”
        end = start - 1
    return None


def _is_inside(kinds: str, place: int) -> bool:
    """Whether quoted words stand among others between two commas: “, who called for ‘calm’ in the town,”."""
    return kinds[place] == "Q" and place > 0 and kinds[place - 1] not in CLOSING


def _before_insertions(scene: Scene, place: int) -> Chain | None:
    """The phrase that opens the sentence, where no verb parts it from this place: “Low, head of Rope, Sail, …”"""
    kinds = scene.kinds
    begin = place
    while begin and kinds[begin - 1] not in ";:Q!-":
        begin -= 1
    if begin == place or kinds[begin] != PHRASE or any(kind in "cxv" for kind in kinds[begin:place]):
        return None
    chain = chain_right(scene, begin)
    return chain if kinds[chain[1] + 1] == "," and scene.tags(begin)[-1] == "N" else None


def _is_intro(kinds: str, place: int) -> bool:
    return not place or kinds[place - 1] in ";:Q!"


def _is_clause(kinds: str, start: int, end: int) -> bool:
    """Whether the stretch is a clause with its own subject and verb, so that a verb after it is coordinated with it."""
    return kinds[start] in "Xpd" and any(kind in "cx" for kind in kinds[start:end]) and "w" not in kinds[start:end]


def _ending_at(scene: Scene, start: int, end: int) -> Chain | None:
    """The noun phrase that ends the stretch of chunks ``start`` to ``end``."""
    at = end - 1
    while at >= start and scene.kinds[at] in "Pae":
        at -= 1
    if at >= start and scene.kinds[at] in "Xpq":
        begin, last = chain_left(scene, at)
        return max(begin, start), last
    return None


def _is_insertion(scene: Scene, start: int, end: int) -> bool:
    """Whether what stands between two commas tells of the phrase before it, or is an aside."""
    kinds = scene.kinds
    first = kinds[start]
    if first in "wGgitavcmBzeT&oq":
        return True
    if first == PHRASE:
        tags = scene.tags(start)
        if tags[0] in "jmnh" and tags.endswith("NN"):  # retired Gen. Carter Ham
            return False
        if tags[0] in "dojmnh" or "'" in tags or is_title(scene.word(start)):
            return True
        if end - start == 1 and len(tags) <= 2 and start >= 2 and kinds[start - 2] == PHRASE:
            # a place after a place, a degree after a name: Erie, Pa., — Low, QC, — but not: the mayor, Ada Low,
            begin, _ = chain_left(scene, start - 2)
            office = scene.tags(begin)[-1] == "h"
            if scene.tags(start - 2)[-1] != "N" or (office and begin == start - 2):
                return False
            return len(tags) == 1 or not office
        return "h" in tags or "n" in tags
    return first == "d"


def with_title(scene: Scene, chain: Chain) -> Chain:
    """A name with the office before it, where a comma parts them: “the port’s director, Ada Low, said”."""
    kinds = scene.kinds
    title = chain[0] - 2
    if title < 0 or kinds[title : title + 2] != "X," or not {"N"} <= set(scene.tags(chain[0])) <= {"N", "P"}:
        return chain
    begin, _ = chain_left(scene, title)
    head = scene.tags(begin)
    opener = scene.word(begin - 1) if begin else "with"
    led = opener != "with" and (kinds[begin - 1] in "iGg" or opener == "as")
    if led and (begin == 1 or kinds[begin - 2] in CLOSING):
        return chain  # In an email, Low wrote
    if head[-1] == "h" or (head[-1] in "nN" and "'" in head and _opens(scene, begin)):
        return begin, chain[1]
    return chain


def of_apposition(scene: Scene, chain: Chain) -> Chain:
    """The name that a description belongs to, where only one comma parts them: “Low, the former head of IT told us”."""
    kinds = scene.kinds
    begin = chain[0] - (kinds[chain[0] - 1 : chain[0]] == "G")  # Low, ranking member of the committee said
    if begin < 2 or kinds[begin - 1] != "," or (begin == chain[0] and scene.tags(begin)[0] not in "do"):
        return chain
    name = over_insertions(scene, begin - 1)
    if name is None or name[0] != name[1] or (name[0] and kinds[name[0] - 1] not in CLOSING):
        return chain
    tags = scene.tags(name[0])
    return (name[0], chain[1]) if set(tags) <= {"N", "P"} and len(tags) > 1 else chain


def _opens(scene: Scene, begin: int) -> bool:
    return not begin or scene.kinds[begin - 1] in CLOSING or scene.word(begin - 1) == "with"
