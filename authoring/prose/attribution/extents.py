"""How far somebody's words reach in a sentence, and whether they are quoted alone or among the writer's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from authoring.prose.attribution.model import Kind
from authoring.prose.attribution.reported import (
    Extent,
    content_after,
    content_around,
    content_before,
    is_report,
    skip_hearer,
)
from authoring.prose.attribution.scene import Scene
from authoring.prose.attribution.steps import Stretch
from authoring.prose.attribution.subjects import Clause
from authoring.text.patterns import lazy

_NO_WORDS_BEFORE: Final = frozenset("Q,.;:&BaP-")
_MERE_ADVERBS: Final = lazy(r"[ae]*(?:i[Xe]|ae)[^xvcbgGwB&]*")
"""Words after a quotation that only say when or where: chanted “Champions!” on the bus."""
_OPENING: Final = lazy(r"[,.;:&BaP-]*(?:[ae]*(?:i[Xe](?:[it][Xe])*|a),)?[,.;:&BaP-]*")
"""What may open the sentence of a whole quotation: But; In the end, …"""
_NO_WORDS_BEHIND: Final = frozenset("Q,.;:&-")


def before(
    scene: Scene, clauses: tuple[Clause, ...], clause: Clause, stretches: Sequence[Stretch]
) -> tuple[Kind, Extent] | None:
    """What stands before its tag: quoted words alone (direct), or with others of the same sentence (mixed)."""
    stretches = [one for one in stretches if one.chunk < clause.begin]
    if not stretches:
        return None
    end = stretches[-1].chunk + 1
    begin = max(
        (other.end + 1 for other in clauses if other.cue < clause.cue and other.end < min(clause.begin, end)), default=0
    )
    opening = scene.kinds[begin : stretches[0].chunk]
    if _NO_WORDS_BEFORE.issuperset(scene.kinds[stretches[0].chunk : end]) and _OPENING.fullmatch(opening):
        return Kind.DIRECT, (stretches[0].chunk, end)
    return Kind.MIXED, (begin, end)


def behind(
    scene: Scene, clauses: tuple[Clause, ...], clause: Clause, stretches: Sequence[Stretch]
) -> tuple[Kind, Extent] | None:
    """What stands behind its tag."""
    stretches = [one for one in stretches if one.chunk > clause.end]
    if not stretches:
        return None
    first = stretches[0].chunk
    begin = skip_hearer(scene, clause)
    while begin < first and scene.kinds[begin] in ",:-":
        begin += 1
    begin, end = min(begin, first), _end(scene, clauses, stretches[-1].chunk + 1)
    rest = scene.kinds[stretches[-1].chunk + 1 : end]
    if first and scene.kinds[first - 1] == ":" and _NO_WORDS_BEHIND.issuperset(scene.kinds[first:end]):
        return Kind.DIRECT, (first, stretches[-1].chunk + 1)  # Low said that it was over: “It is over.”
    if begin == first and len(stretches) == 1 and _MERE_ADVERBS.fullmatch(rest):
        return Kind.MIXED, (first, first + 1)
    if _NO_WORDS_BEHIND.issuperset(scene.kinds[begin:end]):
        return Kind.DIRECT, (first, stretches[-1].chunk + 1)
    return Kind.MIXED, (begin, end)


def _end(scene: Scene, clauses: tuple[Clause, ...], last: int) -> int:
    """Where a report that holds quoted words up to ``last`` ends."""
    for other in clauses:
        if other.begin >= last:
            return max(last, other.begin - 1)
    kinds = scene.kinds
    for place in range(last, len(kinds) - 1):
        if kinds[place] == "," and kinds[place + 1] in "gGwB":
            return place
    return len(kinds)


def reports(
    scene: Scene, clauses: tuple[Clause, ...], quoting: frozenset[Clause], quoted: Sequence[int]
) -> Iterator[tuple[Clause, list[Extent]]]:
    """The clauses that report something in the writer's words, and what.

    ``quoting`` are those that quote, ``quoted`` the chunks of quotations that have their speaker, which nobody else's
    report may hold.
    """
    taken: list[Extent] = [(chunk, chunk + 1) for chunk in quoted]
    for clause in clauses:
        if clause in quoting or not is_report(scene, clause):
            continue
        parts = content_around(scene, clause)
        if not parts:
            content = content_after(scene, clauses, clause) or content_before(scene, clauses, clause)
            parts = [content] if content else []
        if parts and not any(begin < last and first < end for begin, end in parts for first, last in taken):
            taken.extend(parts)
            yield clause, parts
