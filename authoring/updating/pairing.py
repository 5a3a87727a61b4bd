"""Finds out which blocks of two versions of an article are the same one, edited, moved, split or joined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from authoring.text.patterns import lazy
from authoring.updating.blocks import WHOLE, Block

ALIKE = 0.5
"""How much of their words two blocks share that are the same one, wherever they stand."""
NEAR = 0.3
"""How much is enough where both stand between the same neighbours."""
HELD = 0.6
"""How much of a block must stand in another that it was split from or joined to."""
WITHIN = 0.9
"""How much of a block stands in another that it is the rest of."""
TELLING = 6
"""Words that a block has at least to be known as the rest of another."""
RAREST = 12
"""How many of the rarest words of a block are looked for in others: two that share none of these are not alike."""
_WORD = lazy(r"[^\W_]+(?:[’'][^\W_]+)*")


def words(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(text.lower())


class _Bags:
    """The words of blocks, each weighed by how few blocks have it: names and figures say more than “the”."""

    def __init__(self, *versions: Sequence[Block]) -> None:
        self.bags = [[Counter(words(block.text)) for block in version] for version in versions]
        seen = Counter(word for version in self.bags for bag in version for word in bag)
        self._weights = {word: len(self.bags) / count for word, count in seen.items()}

    def weight(self, bag: Counter[str]) -> float:
        return sum(self._weights[word] * count for word, count in bag.items())

    def likeness(self, one: Counter[str], other: Counter[str]) -> float:
        """From 0 to 1; what is nearly all in the other, as where most of it was cut, is like it, too."""
        both, sizes = self.weight(one & other), sorted((self.weight(one), self.weight(other)))
        if not sizes[0]:
            return 0.0
        like = 2 * both / sum(sizes)
        most = min(one.total(), other.total()) >= TELLING and both >= WITHIN * sizes[0]
        return max(like, ALIKE + like / 4) if most else like


def pairs(base: Sequence[Block], other: Sequence[Block]) -> set[tuple[int, int]]:
    """Which blocks are the same, by their numbers; one that was split or joined is in several pairs."""
    return _Pairing(base, other).found()


class _Pairing:
    def __init__(self, base: Sequence[Block], other: Sequence[Block]) -> None:
        self.base, self.other = base, other
        self.to: dict[int, int] = {}
        """From blocks of the base to those of the other version."""
        self.back: dict[int, int] = {}

    def found(self) -> set[tuple[int, int]]:
        self._exact()
        bags = _Bags(self.base, self.other)
        self._alike(bags)
        self._only_ones()
        links = set(self.to.items())
        links |= {(b, o) for o, b in _parts(bags, bags.bags[0], bags.bags[1], self.to)}
        links |= set(_parts(bags, bags.bags[1], bags.bags[0], self.back))
        return links

    def _pair(self, b: int, o: int) -> None:
        self.to[b], self.back[o] = o, b

    def _exact(self) -> None:
        """The same words: first where they stand in the same order, then wherever they have moved to."""
        before, after = 0, 0
        while before < min(len(self.base), len(self.other)) and self._same(before, before):
            self._pair(before, before)
            before += 1
        while after < min(len(self.base), len(self.other)) - before and self._same(
            len(self.base) - 1 - after, len(self.other) - 1 - after
        ):
            self._pair(len(self.base) - 1 - after, len(self.other) - 1 - after)
            after += 1
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, block in enumerate(self.other):
            if number not in self.back:
                places[block.kind, block.key].append(number)
        for number, block in enumerate(self.base):
            if number not in self.to and places[block.kind, block.key]:
                self._pair(number, places[block.kind, block.key].pop(0))

    def _same(self, b: int, o: int) -> bool:
        return (self.base[b].kind, self.base[b].key) == (self.other[o].kind, self.other[o].key)

    def _free(self) -> tuple[list[int], list[int]]:
        return (
            [number for number in range(len(self.base)) if number not in self.to],
            [number for number in range(len(self.other)) if number not in self.back],
        )

    def _neighbours(self, free: Iterable[int], known: dict[int, int], back: bool) -> dict[int, int]:
        """For each block without a partner, the last one before it that has one, by its number in the base."""
        found: dict[int, int] = {}
        for number in free:
            at = number - 1
            while at >= 0 and at not in known:
                at -= 1
            found[number] = (known[at] if back else at) if at >= 0 else -1
        return found

    def _alike(self, bags: _Bags) -> None:
        left, right = self._free()
        before, after = self._neighbours(left, self.to, False), self._neighbours(right, self.back, True)
        having: dict[str, list[int]] = defaultdict(list)
        for o in right:
            for word in bags.bags[1][o]:
                having[word].append(o)
        candidates: list[tuple[float, int, int]] = []
        for b in left:
            rare = sorted((having[word] for word in bags.bags[0][b] if word in having), key=len)[:RAREST]
            for o in {o for places in rare for o in places}:
                if _family(self.base[b]) != _family(self.other[o]):
                    continue
                score = bags.likeness(bags.bags[0][b], bags.bags[1][o])
                near = before[b] == after[o]
                if score >= (NEAR if near else ALIKE):
                    candidates.append((score + 0.1 * near, b, o))
        for _, b, o in sorted(candidates, key=lambda each: (-each[0], each[1], each[2])):
            if b not in self.to and o not in self.back:
                self._pair(b, o)

    def _only_ones(self) -> None:
        """A heading, or a line in italics, between the same neighbours is the same one, whatever it says now."""
        left, right = self._free()
        before, after = self._neighbours(left, self.to, False), self._neighbours(right, self.back, True)
        for kind in {self.base[b].kind for b in left} & {"h1", "h2", "h3", "h4", "h5", "h6", "italic", "picture"}:
            for place in set(before.values()):
                lost = [b for b in left if before[b] == place and self.base[b].kind == kind]
                new = [o for o in right if after[o] == place and self.other[o].kind == kind]
                if len(lost) == len(new) == 1:
                    self._pair(lost[0], new[0])


def _parts(
    bags: _Bags, whole: Sequence[Counter[str]], pieces: Sequence[Counter[str]], known: dict[int, int]
) -> Iterable[tuple[int, int]]:
    """Pieces without a partner that were split from a whole beside whose partner they stand: piece and whole."""
    back = {piece: number for number, piece in known.items()}
    for number, main in known.items():
        rest = whole[number] - pieces[main]
        if not rest:
            continue
        for step in (1, -1):
            piece = main + step
            while 0 <= piece < len(pieces) and piece not in back and pieces[piece]:
                held = bags.weight(pieces[piece] & rest) / bags.weight(pieces[piece])
                if held < HELD or sum(pieces[piece].values()) < 3:
                    break
                back[piece] = number
                yield piece, number
                rest = rest - pieces[piece]
                piece += step


def _family(block: Block) -> str:
    """Blocks of one family may turn into each other: a paragraph into a list item, never into a heading."""
    return block.kind if block.kind in WHOLE or re.match(r"h\d", block.kind) else "text"
