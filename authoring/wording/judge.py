"""Says what is wrong with a quotation that lines up with what was said, but is not the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from authoring.wording.cuts import may_hide, turned_by
from authoring.wording.material import Material
from authoring.wording.meaning import LIMITS, kind_of_change, negations, pauses, turning_word
from authoring.wording.near import Block
from authoring.wording.quotation import Mark, Quotation
from authoring.wording.result import Status
from authoring.wording.words import Words

_FAR = 30
"""Words between two stretches from which they are joined, and not a sentence with a cut."""
_FAR_SECONDS = 60.0
_INSTEAD = 3
"""Words at either end of a quotation that are taken to stand for those said there."""


class Quoted:
    """The words of a quotation that count, in one row, with the cuts it shows between them."""

    def __init__(self, quotation: Quotation) -> None:
        self.where: list[tuple[Words, int]] = []
        """For each word the stretch that it is in, and its number there."""
        self.cuts: dict[int, tuple[Mark, ...]] = {}
        """What is shown before a word, by the number of the word."""
        for piece, cut in zip(quotation.pieces, quotation.cuts, strict=False):
            if cut:
                self.cuts[len(self.where)] = cut
            self.where += [(piece, number) for number in piece.kept]
        if quotation.cuts[-1]:
            self.cuts[len(self.where)] = quotation.cuts[-1]
        self.keys = [piece.keys[number] for piece, number in self.where]

    def tied(self, number: int) -> bool:
        """Whether a word and the one before it are one word as written: “don't”."""
        if not 0 < number < len(self.where):
            return False
        (piece, this), (before, last) = self.where[number], self.where[number - 1]
        return piece is before and piece.first[this] == piece.last[last]

    def text(self, low: int, high: int) -> str:
        """The words as written."""
        return " ".join(_faces([self.where[i] for i in range(low, high)]))


def _faces(words: Sequence[tuple[Words, int]]) -> list[str]:
    found: list[str] = []
    last: tuple[int, int] = (-1, -1)
    for piece, number in words:
        for face in range(piece.first[number], piece.last[number] + 1):
            if (id(piece), face) != last:
                found.append(piece.faces[face])
            last = (id(piece), face)
    return found


@dataclass
class Judgement:
    """What lining up shows."""

    status: Status
    reason: str
    parts: list[tuple[str, str]] = field(default_factory=list)
    """``=``, ``-`` or ``+`` and words, in order."""


@dataclass
class _Change:
    """What differs between two blocks."""

    put: range
    """Words of the quotation that were not said there."""
    low: int
    high: int
    """Words that count and were said there, but are not quoted."""
    cut: tuple[Mark, ...]
    jump: bool = False
    """Whether the next block does not follow in the same answer."""
    back: bool = False
    """Whether it stands before this one."""


def judge(material: Material, quoted: Quoted, blocks: list[Block]) -> Judgement:
    """The status of a quotation that lines up in these blocks."""
    blocks = _whole_words(material.index.words, quoted, _at_pauses(material.index.words, blocks))
    changes = [_change(material, quoted, one, other) for one, other in pairwise(blocks)]
    edges = _edges(material, quoted, blocks)
    parts = _parts(material, quoted, blocks, changes, edges)
    status, reason = _status(material, quoted, changes, edges)
    return Judgement(status, reason, parts)


def _at_pauses(words: Words, blocks: list[Block]) -> list[Block]:
    """The same blocks with what is left out between them beginning at a pause, where that is as well possible.

    Of “is not easy, or it is not easy, we know” either “or it is not easy” is left out or “easy, or it is not”.
    """
    found = list(blocks)
    kept = words.kept
    for number, other in enumerate(blocks[1:]):
        one = found[number]
        end = one.quoted + one.length
        low, high = one.said + one.length, other.said
        if end != other.quoted or high <= low or other.length < 2:
            continue
        best = 0
        for step, word in ((-1, -1), (1, 0)):
            for shift in range(step, step * 8, step):
                size = (one.length + shift, other.length - shift)
                if (
                    min(size) < 1
                    or words.keys[kept[low + shift - 1 - word]] != words.keys[kept[high + shift - 1 - word]]
                ):
                    break
                if pauses(words, kept[low + shift]) and not pauses(words, kept[low + best]):
                    best = shift
        found[number] = Block(one.quoted, one.said, one.length + best)
        found[number + 1] = Block(other.quoted + best, other.said + best, other.length - best)
    return found


def _whole_words(words: Words, quoted: Quoted, blocks: list[Block]) -> list[Block]:
    """The blocks without halves of a written word: “do” alone is no part of “don't”."""
    kept = words.kept

    def tied(number: int) -> bool:
        return 0 < number < len(kept) and words.first[kept[number]] <= words.last[kept[number - 1]]

    found = []
    for block in blocks:
        start, end = block.quoted, block.quoted + block.length
        shift = block.said - block.quoted
        while start < end and tied(start + shift) != quoted.tied(start) and (start == block.quoted):
            start += 1
        while end > start and tied(end + shift) != quoted.tied(end) and end == block.quoted + block.length:
            end -= 1
        if end > start:
            found.append(Block(start, start + shift, end - start))
    return found or blocks


def _change(material: Material, quoted: Quoted, one: Block, other: Block) -> _Change:
    begin, end = one.quoted + one.length, other.quoted
    low, high = one.said + one.length, other.said
    cut = next((quoted.cuts[i] for i in range(begin, end + 1) if i in quoted.cuts), ())
    words = material.index.words
    ours = material.number(words.start(words.kept[low - 1]))
    theirs = material.number(words.start(words.kept[high]))
    jump = material.passages[ours].answer != material.passages[theirs].answer if cut else ours != theirs
    back = high < low
    if back:
        low = high
    return _Change(range(begin, end), low, high, cut, jump=jump, back=back)


def _edges(material: Material, quoted: Quoted, blocks: list[Block]) -> list[_Change]:
    """What is put in before the first block and after the last; a few words stand for as many that were said there."""
    words, first, last = material.index.words, blocks[0], blocks[-1]
    kept = words.kept
    end = last.said + last.length
    before, after = range(first.quoted), range(last.quoted + last.length, len(quoted.keys))
    low, high = first.said, end
    if len(before) <= _INSTEAD and 0 not in quoted.cuts:
        while first.said - low < len(before) and low and not pauses(words, kept[low]):
            low -= 1
    if len(after) <= _INSTEAD and len(quoted.keys) not in quoted.cuts:
        while high - end < len(after) and high < len(kept) and not pauses(words, kept[high]):
            high += 1
    return [_Change(before, low, first.said, ()), _Change(after, end, high, ())]


def _status(material: Material, quoted: Quoted, changes: list[_Change], edges: list[_Change]) -> tuple[Status, str]:
    for change in changes:
        if turned := _turned(material.index.words, quoted, change):
            return "negation", turned
    for edge in edges:
        if 0 < len(edge.put) <= _INSTEAD and (turned := _turned(material.index.words, quoted, edge)):
            return "negation", turned
    added = [change for change in (*changes, *edges) if change.put]
    if added:
        return "altered", _altered(material, quoted, added)
    if any(change.back and not change.jump for change in changes):
        return "altered", "the order of the words"
    if any(change.jump for change in changes):
        return "stitched", "words from different answers"
    for change in changes:
        if _apart(material, change):
            return "stitched", "words that were said far apart"
    for change in changes:
        if change.high > change.low and not _shown(material.index.words, change):
            return "omission", f"left out: {_said(material, change.low, change.high)}"
    return "altered", "the words stand there in another form"


def _heard(words: Words, change: _Change) -> tuple[int, int]:
    """The words said between two blocks, those that do not count among them."""
    low = words.kept[change.low - 1] + 1 if change.low else 0
    return low, words.kept[change.high] if change.high < len(words.kept) else len(words.keys)


def _turned(words: Words, quoted: Quoted, change: _Change) -> str | None:
    if change.jump or change.back:
        return None
    low, high = _heard(words, change)
    put = [quoted.keys[i] for i in change.put]
    if change.cut and not put:
        word = turned_by(words, low, high, change.cut)
        return f"a cut turns the meaning: {word}" if word else None
    left = words.keys[low:high]
    lost, gained = negations(left), negations(put)
    if len(left) <= len(put) + 3 and put:
        if lost == gained or (len(put) > 6 and len(left) > 6):
            return None
        if lost > gained:
            which = next(i for i in range(low, high) if negations([words.keys[i]]))
            return f"a negation is lost: {words.faces[words.first[which]]}"
        return f"a negation is put in: {quoted.text(change.put.start, change.put.stop)}"
    if put and not left and LIMITS & set(put):
        return f"a limit is put in: {quoted.text(change.put.start, change.put.stop)}"
    if gained and not lost and len(put) <= 3:
        return f"a negation is put in: {quoted.text(change.put.start, change.put.stop)}"
    if not gained and (word := turning_word(words, low, high)):
        return f"{'a limit' if word.casefold() in LIMITS else 'a negation'} is lost: {word}"
    return None


def _altered(material: Material, quoted: Quoted, changes: list[_Change]) -> str:
    """What is altered, in words: the first change that has a name of its own, else the first."""
    words = material.index.words
    plain = ""
    for change in changes:
        piece = quoted.where[change.put.start][0]
        put = [quoted.where[i][1] for i in change.put if quoted.where[i][0] is piece]
        left = [words.kept[i] for i in range(change.low, change.high)]
        kind = kind_of_change(words, left, piece, put)
        ours = quoted.text(change.put.start, change.put.stop)
        theirs = material.masked(" ".join(_faces([(words, number) for number in left])))
        text = f"{ours} for {theirs}" if theirs else f"put in: {ours}"
        if kind:
            return f"{kind}: {text}" if theirs else f"{kind} is {text}"
        plain = plain or text
    return plain


def _apart(material: Material, change: _Change) -> bool:
    if change.cut:
        return False
    if change.high - change.low > _FAR:
        return True
    words = material.index.words
    before = material.at(words.start(words.kept[change.low - 1]))[2]
    after = material.at(words.start(words.kept[change.high]))[2]
    return before is not None and after is not None and after - before > _FAR_SECONDS


def _shown(words: Words, change: _Change) -> bool:
    return bool(change.cut) and may_hide(words, *_heard(words, change), change.cut)


def _said(material: Material, low: int, high: int) -> str:
    words = material.index.words
    return material.masked(" ".join(_faces([(words, words.kept[i]) for i in range(low, high)])))


def _parts(
    material: Material, quoted: Quoted, blocks: list[Block], changes: list[_Change], edges: list[_Change]
) -> list[tuple[str, str]]:
    parts: list[tuple[str, str]] = []
    for number, change in enumerate([edges[0], *changes, edges[1]]):
        if number:
            block = blocks[number - 1]
            parts.append(("=", quoted.text(block.quoted, block.quoted + block.length)))
        left = change.high > change.low and not change.jump and not change.back
        if left and (change.put or number not in (0, len(blocks))):
            parts.append(("-", _said(material, change.low, change.high)))
        if change.put:
            parts.append(("+", quoted.text(change.put.start, change.put.stop)))
    return parts
