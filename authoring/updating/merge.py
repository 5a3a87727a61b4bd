"""Merges three texts of one article: as it was rendered, as it was edited since, and as it is rendered now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from authoring.text.clashes import Clash, clashes
from authoring.updating import front
from authoring.updating.blocks import Block, blocks, tokens
from authoring.updating.following import Following, new_sentences
from authoring.updating.marking import is_apart
from authoring.updating.order import arranged, moved
from authoring.updating.pairing import pairs
from authoring.updating.speech import opens_into
from authoring.updating.weave import Known, Requoted, weave


@dataclass(frozen=True, slots=True)
class Merge:
    """An article with what changed on both sides."""

    text: str
    clashes: tuple[Clash, ...]
    """Places of ``text`` where both sides changed the same words, and somebody has to choose."""
    requoted: tuple[Requoted, ...]
    """Quotations that one side has reworded, and that stand in ``text`` as that side has them."""
    moved_twice: int = 0
    """Paragraphs that were moved on both sides; they stand where the hand has put them."""


@dataclass(frozen=True, slots=True)
class _Node:
    """Blocks that belong together in three versions, by number: one block, or several where one was split."""

    base: tuple[int, ...]
    ours: tuple[int, ...]
    theirs: tuple[int, ...]


def merge(base: str, ours: str, theirs: str, by: str = "notes") -> Merge:
    """Bring what changed from ``base`` to ``theirs`` into ``ours``.

    Arguments: the article as it was rendered, as a person has edited it, as it is rendered now, and what made it
    change, ``notes`` or ``template``, as marks are to name it. Line ends are ``\\n``. Hand edits stay to the letter
    where the rendering has not changed the same sentence, its changes come in where the hand has not; where both did,
    both versions stand there between marks. No word of a person's is lost.
    """
    if theirs in (base, ours):
        return Merge(ours, (), ())
    fronts, bodies = zip(*(front.split(text) for text in (base, ours, theirs)), strict=True)
    body = _Bodies(bodies, by).merged()
    if ours == base:
        return Merge(theirs, (), body.requoted)
    text = front.merged(fronts[0], fronts[1], fronts[2], by) + body.text
    return Merge(text, tuple(clashes(text)), body.requoted, body.moved_twice)


class _Bodies:
    def __init__(self, versions: Sequence[str], by: str) -> None:
        self.by = by
        cut = [blocks(text) for text in versions]
        self.heads = [head for head, _ in cut]
        self.base, self.ours, self.theirs = (found for _, found in cut)
        self.known = Known()
        self.requoted: list[Requoted] = []

    def merged(self) -> Merge:
        nodes = self._nodes()
        self._follow(nodes)
        texts = {node: text for node in nodes if (text := self._text(node))}
        sides = [_in_order(texts, side) for side in range(3)]
        order = arranged(*sides)
        space = self.heads[2] if self.heads[1] == self.heads[0] else self.heads[1]
        text = (space if order else "") + "".join(self._joined(order, texts))
        both = moved(sides[0], sides[1]) & moved(sides[0], sides[2])
        return Merge(text, (), tuple(self.requoted), len(both))

    def _nodes(self) -> list[_Node]:
        """Which blocks belong together; what only one side has is a node of its own, but the same on both is one."""
        group = _Groups()
        place: dict[tuple[int, int], int] = {}
        for side, other in ((1, self.ours), (2, self.theirs)):
            for b, o in sorted(pairs(self.base, other)):
                group.join((0, b), (side, o))
                place.setdefault((side, o), b)  # read in the order of the base, wherever it has moved to
        for number in range(1, len(self.base)):
            if opens_into(self.base[number - 1].text, self.base[number].text):
                group.join((0, number - 1), (0, number))  # one quotation
        for number in range(len(self.base)):
            group.name((0, number))
        new: dict[tuple[str, str], list[int]] = {}
        for number, block in enumerate(self.ours):
            if group.alone((1, number)):
                new.setdefault((block.kind, block.key), []).append(number)
        for number, block in enumerate(self.theirs):
            if group.alone((2, number)) and new.get((block.kind, block.key)):
                group.join((1, new[block.kind, block.key].pop(0)), (2, number))
        for side, version in ((1, self.ours), (2, self.theirs)):
            for number in range(len(version)):
                group.name((side, number))
        return [
            _Node(*(tuple(number for side, number in members if side == wanted) for wanted in range(3)))
            for members in (sorted(each, key=lambda one: (place.get(one, one[1]), one[1])) for each in group.all())
        ]

    def _follow(self, nodes: Sequence[_Node]) -> None:
        """Where one side moved a sentence into another paragraph, let it have what the other side made of it."""
        by_hand, by_notes = Following(self.base, self.ours), Following(self.base, self.theirs)
        for node in nodes:
            base, ours, theirs = self._blocks(node)
            if base and [block.key for block in ours] != [block.key for block in theirs]:
                by_hand.follow(base, ours, theirs)
                by_notes.follow(base, theirs, ours)
        new = new_sentences(self.base, self.ours), new_sentences(self.base, self.theirs)
        self.known = Known(*new, frozenset(by_hand.moved), frozenset(by_notes.moved))

    def _text(self, node: _Node) -> str:
        """What becomes of a node; nothing where it is gone."""
        base, ours, theirs = self._blocks(node)
        was, mine, other = ([block.key for block in run] for run in (base, ours, theirs))
        if was == mine == other:
            return _whole(ours)
        if not base:
            again = not ours and all(token.key in self.known.ours for token in tokens(theirs))
            return "" if again else _whole(ours or theirs)
        woven = weave(base, ours, theirs, self.by, self.known)
        self.requoted += woven.requoted
        if other in (was, mine):
            return _whole(ours)
        return _whole(theirs) if _whole(ours) == _whole(base) else woven.text

    def _blocks(self, node: _Node) -> tuple[list[Block], list[Block], list[Block]]:
        return (
            [self.base[number] for number in node.base],
            [self.ours[number] for number in node.ours],
            [self.theirs[number] for number in node.theirs],
        )

    def _joined(self, order: Sequence[_Node], texts: dict[_Node, str]) -> list[str]:
        made: list[str] = []
        for one, two in zip_longest(order, order[1:]):
            gap = self._gap(one, two)
            if two is not None and gap.count("\n") < 2 and (is_apart(texts[one]) or is_apart(texts[two])):
                gap = "\n\n"
            made += [texts[one], gap]
        return made

    def _gap(self, one: _Node, two: _Node | None) -> str:
        """What stands between two nodes, or after the last: as in the article, unless the rendering changed it."""
        if two is None:
            return _last(self.ours) if _last(self.ours) != _last(self.base) else _last(self.theirs)
        was = _gap_of(self.base, one.base, two.base)
        mine = _gap_of(self.ours, one.ours, two.ours)
        other = _gap_of(self.theirs, one.theirs, two.theirs)
        if mine is not None and other is not None:
            return other if mine == was else mine
        if mine is not None or other is not None:
            return mine or other or "\n"
        return "\n" if self._kind(one) == self._kind(two) == "item" else "\n\n"

    def _kind(self, node: _Node) -> str:
        base, ours, theirs = self._blocks(node)
        return (ours or theirs or base)[0].kind


class _Groups:
    """Which blocks of which side belong together."""

    def __init__(self) -> None:
        self._above: dict[tuple[int, int], tuple[int, int]] = {}

    def name(self, one: tuple[int, int]) -> tuple[int, int]:
        self._above.setdefault(one, one)
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def alone(self, one: tuple[int, int]) -> bool:
        return one not in self._above

    def join(self, one: tuple[int, int], other: tuple[int, int]) -> None:
        self._above[self.name(other)] = self.name(one)

    def all(self) -> list[list[tuple[int, int]]]:
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for each in list(self._above):
            found.setdefault(self.name(each), []).append(each)
        return list(found.values())


def _in_order(nodes: Iterable[_Node], side: int) -> list[_Node]:
    """The nodes that one side has, as it has them."""
    places = {node: (node.base, node.ours, node.theirs)[side] for node in nodes}
    return sorted((node for node in places if places[node]), key=lambda node: min(places[node]))


def _whole(run: Sequence[Block]) -> str:
    return "".join(block.text + (block.gap if number + 1 < len(run) else "") for number, block in enumerate(run))


def _gap_of(side: Sequence[Block], one: tuple[int, ...], two: tuple[int, ...]) -> str | None:
    """The space between two nodes that follow each other on this side; ``None`` where they do not."""
    if not one or not two or max(one) + 1 != min(two):
        return None
    return side[max(one)].gap


def _last(side: Sequence[Block]) -> str:
    return side[-1].gap if side else "\n"
