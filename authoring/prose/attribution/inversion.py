"""Subjects that stand after their verb: “…,” said Low."""

from __future__ import annotations

from typing import Final

from authoring.prose.attribution.cue_words import ADDRESSING
from authoring.prose.attribution.phrases import Chain, chain_left, chain_right, with_name
from authoring.prose.attribution.scene import Scene

_NEVER: Final = ADDRESSING | {"put"}
"""Verbs after which a noun phrase is the hearer, or what is put."""


def inverted(scene: Scene, place: int) -> Chain | None:
    """The subject after the verb: “…,” said Low."""
    kinds, cue = scene.kinds, scene.cue(place)
    assert cue is not None
    if kinds[place] not in "c" or cue.verb in _NEVER or not place:
        return None
    before = place - 1
    while before >= 0 and kinds[before] in "aP":
        before -= 1
    if before < 0 or kinds[before] not in "Q,-!":
        return None
    beside = kinds[before] == "Q" or (before > 0 and kinds[before - 1] == "Q")
    if not beside and not (
        cue.reports and not cue.minding and (_follows_content(scene, before) or _is_aside(scene, place))
    ):
        return None
    after = place + 1
    while after < len(kinds) and kinds[after] == "a":
        after += 1
    if after >= len(kinds) or kinds[after] not in "Xp":
        return None
    if (
        kinds[before] == "Q"
        and before >= 2
        and kinds[before - 2 : before] == "X,"
        and not chain_left(scene, before - 2)[0]
    ):
        return None  # An article, “The Last Ferry,” showed readers how
    if kinds[after] == "p":
        return (after, after) if kinds[after + 1 : after + 2] not in tuple("xcv") else None
    chain = with_name(scene, chain_right(scene, after))
    behind = chain[1] + 1
    while not beside and kinds[behind : behind + 1] in ("a", "e"):
        behind += 1
    following = kinds[behind : behind + 1]
    if following and following in "xvcb":
        return None
    if not beside and following not in tuple(",.;-ieaT&!P") and following:
        return None
    tags = scene.tags(after)
    if not any(tag in "Nh" for tag in tags) and tags[0] not in "dom":
        return None
    return chain


def _is_aside(scene: Scene, place: int) -> bool:
    """Whether verb and name stand between commas: “Historically, says Low, it was so.”"""
    if not scene.kinds.startswith(",cX,", place - 1):
        return False
    tags = scene.tags(place + 1)
    return "N" in tags or "h" in tags


def _follows_content(scene: Scene, comma: int) -> bool:
    """Whether words that can be reported end at this comma: a quotation, or a clause with a verb of its own."""
    kinds = scene.kinds
    if comma and kinds[comma - 1] == "Q":
        return True
    return any(kind in "xvGzt" for kind in kinds[:comma])
