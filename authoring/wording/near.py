"""Lines a quotation up with what was said most like it, where it is not found as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from authoring.wording.index import Index
from authoring.wording.words import alike, code

_EMPTY = frozenset(
    """a an the and or but so if of to in on at by for from with as is are was were be been am do does did has have had
    will would can could i you he she it we they me him her us them my your his our their this that these those there
    not no what who which when how then than just very well 's 'd 'll""".split()
)
_WALL = "\x01"
_UNKNOWN = "\x02"
_CANDIDATES = 6


class Block(NamedTuple):
    """Words in a row that were said and are quoted."""

    quoted: int
    """The first of them, by its number among the quotation's words."""
    said: int
    """The same among the words of the material."""
    length: int


class Letters:
    """The words of an index, one character each, so that whole words are compared at the speed of characters."""

    def __init__(self, index: Index) -> None:
        self._char: dict[str, str] = {}
        parts: list[str] = []
        self.at: list[int] = []
        """For each word its place in ``text``."""
        self.word: list[int] = []
        """For each place in ``text`` the number of its word."""
        for number, key in enumerate(index.heard.codes):
            if number in index.heard.walls:
                parts.append(_WALL)
                self.word.append(number)
            char = self._char.get(key)
            if char is None:
                char = self._char[key] = chr(0x100 + len(self._char) + (0x800 if len(self._char) >= 0xD700 else 0))
            self.at.append(len(parts))
            self.word.append(number)
            parts.append(char)
        self.text = "".join(parts)

    def of(self, keys: Sequence[str]) -> str:
        """The same characters for the words of a quotation."""
        return "".join(self._char.get(code(key), _UNKNOWN) for key in keys)


def line_up(index: Index, keys: Sequence[str]) -> tuple[list[Block], float]:
    """The stretches of the quoted words that were said most nearly together, and which share of the quote they are.

    A word that carries little (“of”) counts less than others in that share.
    """
    letters = index.letters
    quoted = letters.of(keys)
    weights = [0.3 if key in _EMPTY else 1.0 for key in keys]
    best: tuple[float, list[Block]] = (0.0, [])
    pieces = _pieces(quoted, letters.text)
    for found in ([pieces] if pieces else []), _aligned(quoted, letters.text, weights):
        for blocks in found:
            matched = sum(sum(weights[b.quoted : b.quoted + b.length]) for b in blocks)
            spread = sum(_gap(one, other) for one, other in pairwise(blocks))
            score = matched - 0.01 * min(spread, 100) - 0.05 * len(blocks)
            if score > best[0]:
                best = (score, blocks)
        if best[1] and pieces:
            break
    blocks = _far(quoted, letters.text, best[1])
    words = [Block(b.quoted, letters.word[b.said], b.length) for b in blocks]
    words = [part for block in words for part in _alike(index, keys, block)]
    total = sum(weights)
    share = sum(sum(weights[b.quoted : b.quoted + b.length]) for b in words) / total if total else 0.0
    return words, share


def _gap(one: Block, other: Block) -> int:
    return abs(other.said - one.said - one.length)


def _alike(index: Index, keys: Sequence[str], block: Block) -> Iterator[Block]:
    """The parts of a block whose words are the same, and not only found by the same code."""
    start = 0
    for i in range(block.length + 1):
        said = index.words.keys[index.words.kept[block.said + i]] if i < block.length else ""
        if i == block.length or not alike(said, keys[block.quoted + i]):
            if i > start:
                yield Block(block.quoted + start, block.said + start, i - start)
            start = i + 1


class _Stretch(NamedTuple):
    """From where to where something is looked for."""

    low: int
    high: int


def _longest(quoted: str, part: _Stretch, text: str, within: _Stretch) -> tuple[int, int]:
    """Where the longest run of a part of the quotation that stands within the text begins, and its length."""
    best, at = 0, part.low
    for i in range(part.low, part.high):
        step = 1
        while step:  # in ever longer steps, then in ever shorter ones
            if i + best + step <= part.high and text.find(quoted[i : i + best + step], *within) >= 0:
                best, at, step = best + step, i, 2 * step
            else:
                step //= 2
    return at, best


def _all(text: str) -> _Stretch:
    return _Stretch(0, len(text))


def _places(run: str, text: str) -> Iterator[int]:
    at = text.find(run)
    for _ in range(_CANDIDATES):
        if at < 0:
            return
        yield at
        at = text.find(run, at + 1)


def _pieces(quoted: str, text: str) -> list[Block]:
    """Up to four runs that make up the whole quotation, wherever they stand; none where it has other words too.

    Of the places where a run stands, the one nearest to the longest run is taken.
    """
    runs: list[tuple[int, int]] = []
    todo = [_all(quoted)]
    while todo:
        part = todo.pop()
        if part.low >= part.high:
            continue
        at, length = _longest(quoted, part, text, _all(text))
        if length < 3 or len(runs) == 4:
            return []
        runs.append((at, length))
        todo += [_Stretch(part.low, at), _Stretch(at + length, part.high)]
    main, size = max(runs, key=lambda run: run[1])
    best: tuple[float, list[Block]] = (float("inf"), [])
    for anchor in _places(quoted[main : main + size], text):
        blocks, cost = [], 0
        for at, length in sorted(runs):
            run = quoted[at : at + length]
            wanted = anchor + at - main
            behind, ahead = text.rfind(run, 0, wanted + length), text.find(run, max(wanted, 0))
            near = [place for place in (behind, ahead) if place >= 0]
            said = min(near, key=lambda place, wanted=wanted: abs(place - wanted))  # type: ignore[misc]
            blocks.append(Block(at, said, length))
            cost += abs(said - wanted)
        if cost < best[0]:
            best = (cost, blocks)
    return best[1]


def _aligned(quoted: str, text: str, weights: Sequence[float]) -> Iterator[list[Block]]:
    """The quotation lined up around each stretch of the text that may be what was said."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    anchors: set[Block] = set()
    at, length = _longest(quoted, _all(quoted), text, _all(text))
    if length:
        anchors |= {Block(at, place, length) for place in _places(quoted[at : at + length], text)}
    window = partial_ratio_alignment(quoted, text) if len(quoted) < len(text) else None
    if window is not None:
        begin, end = window.dest_start, window.dest_end
        at, length = _longest(quoted, _all(quoted), text, _Stretch(begin, end))
        if length:
            anchors.add(Block(at, text.find(quoted[at : at + length], begin, end), length))
    lining = _Lining(quoted, text, weights)
    for anchor in sorted(anchors):
        low, high = text.rfind(_WALL, 0, anchor.said) + 1, text.find(_WALL, anchor.said)
        rest = _Stretch(anchor.quoted + anchor.length, anchor.said + anchor.length)
        before = lining.fill(_Stretch(0, anchor.quoted), _Stretch(low, anchor.said), backward=True)
        after = lining.fill(_Stretch(rest.low, len(quoted)), _Stretch(rest.high, len(text) if high < 0 else high))
        yield [*before, anchor, *after]


class _Lining:
    """Lines up the rest of a quotation beside a stretch of it that is found."""

    def __init__(self, quoted: str, text: str, weights: Sequence[float]) -> None:
        self._quoted = quoted
        self._text = text
        self._weights = weights

    def fill(self, part: _Stretch, within: _Stretch, *, backward: bool = False) -> list[Block]:
        """The blocks of a part of the quotation within a stretch of the text.

        What is found lies beside the start of both, or ``backward`` beside their end: the longest run that is near
        enough, then what lies between, then what lies beyond.
        """
        blocks: list[Block] = []
        while part.low < part.high and (found := self._next(part, within, backward)):
            end = _Stretch(found.quoted + found.length, found.said + found.length)
            if backward:
                inner = self.fill(_Stretch(end.low, part.high), _Stretch(end.high, within.high), backward=True)
                blocks[:0] = [found, *inner]
                part, within = _Stretch(part.low, found.quoted), _Stretch(within.low, found.said)
            else:
                inner = self.fill(_Stretch(part.low, found.quoted), _Stretch(within.low, found.said))
                blocks += [*inner, found]
                part, within = _Stretch(end.low, part.high), _Stretch(end.high, within.high)
        return blocks

    def _next(self, part: _Stretch, within: _Stretch, backward: bool) -> Block | None:
        room = 3 * (part.high - part.low) + 40
        if backward:
            within = _Stretch(max(within.low, within.high - room), within.high)
        else:
            within = _Stretch(within.low, min(within.high, within.low + room))
        _, longest = _longest(self._quoted, part, self._text, within)
        for length in range(longest, 0, -1):
            starts = range(part.low, part.high - length + 1)
            for at in reversed(starts) if backward else starts:
                run = self._quoted[at : at + length]
                place = self._text.rfind(run, *within) if backward else self._text.find(run, *within)
                if place < 0:
                    continue
                gap = (
                    within.high - place + part.high - at - 2 * length
                    if backward
                    else place - within.low + at - part.low
                )
                if self._near(at, length, gap):
                    return Block(at, place, length)
        return None

    def _near(self, at: int, length: int, gap: int) -> bool:
        """Whether so short a run may be so many words away: “the” may not, a clause may."""
        return gap <= 4 + 12 * (length - 1) + (6 if max(self._weights[at : at + length]) >= 1 else 0)


def _far(quoted: str, text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with any long stretch that is still missing where it was said, far from the others."""
    found = list(blocks)
    edges = [0, *(n for b in blocks for n in (b.quoted, b.quoted + b.length)), len(quoted)]
    for low, high in zip(edges[::2], edges[1::2], strict=True):
        if high - low >= 4:
            at, length = _longest(quoted, _Stretch(low, high), text, _all(text))
            if length >= 4 and length >= 0.75 * (high - low):
                found.append(Block(at, text.find(quoted[at : at + length]), length))
    return sorted(found)
