"""How this article says each kind of item: what most items of the kind have in common becomes its macro."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from authoring.templating.backwards.material import Material
from authoring.templating.backwards.pieces import Piece
from authoring.templating.backwards.probe import Press
from authoring.templating.backwards.reading import HEAD, at
from authoring.templating.backwards.sections import Node

_FIELD = re.compile(r"item\.(source\.)?(\w+)")
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss)\b")
_PRONOUNS = {"Mr": "he", "Mrs": "she", "Ms": "she", "Miss": "she"}
_RANK = re.compile(r"\b(?:Dr|Prof|Sir|Dame|Lord|Lady|Rev|Sen|Rep|Gov|Capt|Sgt|Judge|Mayor)\b")
"""Titles that one person has and another has not, so that they make no manner of a house."""
_TRIED = 6
UNSAID = (Piece(""),)
"""Stands for nothing at all."""
WHOLE: tuple[Piece, ...] = ()
"""Stands for what the newsroom's own macro prints."""


@dataclass(frozen=True, slots=True)
class Sort:
    """Items that are likely to be told in the same manner."""

    kind: str
    fields: tuple[tuple[str, bool], ...] = ()
    """Fields that they all have, or that none of them has."""

    turn: bool = False
    """Whether they stand in a beat that is told in questions and answers."""

    @classmethod
    def of(cls, material: Material, number: int) -> Sort:
        """The sort of an item."""
        entry = material.entries[number]
        names: tuple[str, ...] = ()
        if entry.kind == "quote":
            names = ("lead", "rest", "named", "pronoun")
        elif entry.kind in ("statement", "citation", "claim"):
            names = ("opening_verb", "closing_verb", "named")
        elif entry.kind == "reported":
            names = ("named", "pronoun")
        elif entry.kind == "question":
            names = ("asks",)
        fields = tuple((name, bool(entry.record.get(name))) for name in names)
        return cls(entry.kind, fields, entry.beat in material.turns)

    def test(self, pieces: Sequence[Piece], fields: Iterable[tuple[str, bool]]) -> str:
        """When a template may put an item of this kind, with these fields or without, together from these pieces."""
        tests = [f'item.kind == "{self.kind}"']
        tests += [f"item.{name}" if there else f"not item.{name}" for name, there in fields]
        needs: dict[str, None] = {}
        for piece in pieces:
            for match in _FIELD.finditer(piece.code):
                if match[1]:
                    needs["item.source"] = None
                needs[match[0]] = None
            title = _TITLE.search(piece.text) if not piece.code else None
            if title:
                needs["item.source"] = None
                needs[f'item.source.pronoun == "{_PRONOUNS[title[1]]}"'] = None
            if "speaker" in piece.code or "say." in piece.code:
                needs["item.source"] = needs["item.named"] = None
        told = set(tests) | {"item.text", "item.opening"}
        return " and ".join([*tests, *(need for need in needs if need not in told)])


def tests(habits: Mapping[Sort, tuple[Piece, ...]], every: Iterable[Sort]) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """For each manner, when it holds, in as few words as tell its sorts from the others that there are."""
    manners: dict[tuple[str, tuple[str, ...]], list[Sort]] = {}
    for sort, pieces in habits.items():
        manners.setdefault((sort.kind, key(pieces)), []).append(sort)
    known = set(every)
    for (kind, _), sorts in sorted(manners.items(), key=lambda pair: habits[pair[1][0]] == UNSAID):
        others = [each for each in known - set(sorts) if (each.kind, each.turn) == (kind, sorts[0].turn)]
        pieces = habits[sorts[0]]
        common = [field for field in sorts[0].fields if all(field in sort.fields for sort in sorts)]
        if any(set(common) <= set(each.fields) for each in others):
            for sort in sorts:
                yield sort.test(pieces, sort.fields), pieces
            continue
        for field in list(common) if sorts[0].turn or pieces == UNSAID else ():
            left = [each for each in common if each != field]
            if not any(set(left) <= set(each.fields) for each in others):
                common = left
        yield sorts[0].test(pieces, common), pieces


Habits = Mapping[Sort, tuple[Piece, ...]]
"""The pieces of each sort of items that the newsroom's macros do not print in this article's manner."""


def usual(material: Material, nodes: Sequence[Node], text: str, press: Press) -> Habits:
    """What most items of each sort have in common, where that is not what the newsroom's macros print.

    Each manner is tried on all items of its sort, in the order of the article, and the one wins that gives most of
    them to the letter.
    """
    sorts: dict[Sort, list[Node]] = {}
    for node in nodes:
        if node.entry >= 0:
            sorts.setdefault(Sort.of(material, node.entry), []).append(node)
    habits = _unsaid(material, nodes)
    for sort, those in sorts.items():
        manners = Counter(key(node.pieces) for node in those if node.pieces and not _indexed(node.pieces))
        pieces = {key(node.pieces): node.pieces for node in those if node.pieces}
        best, most = WHOLE, max(1, sum(node.whole for node in those))
        for manner, _ in manners.most_common(_TRIED):
            printed = _printed(material, nodes, sort, pieces[manner], press)
            right = sum(printed.get(node.entry) == node.span.of(text) for node in those)
            if right > most and _names(sort, pieces[manner]):
                best, most = pieces[manner], right
        if best != WHOLE:
            habits[sort] = best
    known = {key(pieces) for pieces in habits.values()}
    for sort, those in sorts.items():
        keys = {key(node.pieces) for node in those}
        if sort not in habits and len(keys) == 1 and keys <= known and not any(node.whole for node in those):
            habits[sort] = those[0].pieces  # once is enough, where others are said in the same manner
    return habits


def _names(sort: Sort, pieces: Sequence[Piece]) -> bool:
    """Whether a manner says whose words these are, whoever they are; else it is no habit, but a liberty taken once."""
    if any(_RANK.search(piece.text) for piece in pieces if not piece.code):
        return False
    if sort.turn or ("named", True) not in sort.fields:
        return True
    return any("source" in piece.code or "speaker" in piece.code or "say." in piece.code for piece in pieces)


def _unsaid(material: Material, nodes: Sequence[Node]) -> dict[Sort, tuple[Piece, ...]]:
    """Sorts of items that the article never says, though it tells the beats that they stand in."""
    said = {node.entry for node in nodes}
    told = {material.entries[entry].beat for entry in said if entry >= 0}
    absent: Counter[Sort] = Counter()
    present: set[Sort] = set()
    for number, entry in enumerate(material.entries):
        sort = Sort.of(material, number)
        if number in said:
            present.add(sort)
        elif entry.beat in told:
            absent[sort] += 1
    fewest = {sort: 1 if sort.turn and sort.kind in ("narration", "action") else 3 for sort in absent}
    return {sort: UNSAID for sort, count in absent.items() if sort not in present and count >= fewest[sort]}


def _indexed(pieces: Sequence[Piece]) -> bool:
    return any(piece.indexes for piece in pieces)


def key(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What tells one manner from another."""
    return tuple(piece.code or piece.text for piece in pieces)


def _printed(
    material: Material, nodes: Sequence[Node], sort: Sort, pieces: Sequence[Piece], press: Press
) -> dict[int, str]:
    """What the items of a sort read like when they are put together so, each in its place in the article."""
    order = [node.entry for node in nodes if node.entry >= 0]
    code = "".join(inline(pieces))
    printed = press.parts(
        [
            at(material, entry) + (code if Sort.of(material, entry) == sort else "{{ say.item(item) | trim }}")
            for entry in order
        ],
        HEAD,
    )
    return {entry: words for entry, words in zip(order, printed, strict=True) if words is not None}


def inline(pieces: Sequence[Piece]) -> Iterator[str]:
    """Template code with the article's own words in it, for trial templates."""
    for piece in pieces:
        if piece.code or piece.text:
            yield piece.code or "{{ " + literal(piece.text) + " }}"


def literal(text: str) -> str:
    """A text as a template writes it in quotation marks."""
    for old, new in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(old, new)
    return f'"{text}"'
