"""Which quotations were added, dropped or changed, and which are somebody else's now."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from authoring.comparing.changes import Change, Side
from authoring.comparing.pieces import Quote
from authoring.comparing.wordwise import Text, difference, runs
from authoring.prose.attribution.model import Speaker
from authoring.text.span import Span
from authoring.wording.speakers import is_name, same_speaker

_TOLD = 4
"""Words in a row by which a quotation is known again."""
_ALIKE = 0.5
"""Part of the longer one's words that two quotations share, to be one that has changed."""
_INSIDE = 0.75
"""Or of the shorter one's: then it has been cut, or has grown."""

_CANDIDATES = 8
"""How many quotations are looked at for each: those that share most words with it."""
_Group = tuple[list[int], list[int]]


def quote_changes(old: Sequence[Quote], new: Sequence[Quote]) -> Iterator[Change]:
    """What has changed in what is quoted."""
    for left, right in _groups(old, new):
        mine, theirs = [old[number] for number in left], [new[number] for number in right]
        if not mine or not theirs:
            for quote in mine or theirs:
                side = _side([quote])
                yield Change("quotation", "dropped", side, None) if mine else Change("quotation", "added", None, side)
            continue
        one, other = _side(mine), _side(theirs)
        diff = difference(Text(one.text, heard=False), Text(other.text, heard=False))
        if diff:
            yield Change("quotation", "changed", one, other, diff)
        if _moved(mine[0], theirs[0]):
            yield Change("quotation", "speaker", one, other)


def _side(quotes: Sequence[Quote]) -> Side:
    span = Span(quotes[0].span.start, max(quote.span.end for quote in quotes))
    return Side(span, " ".join(quote.text.text for quote in quotes), called(quotes[0].speaker))


def called(speaker: Speaker | None) -> str | None:
    """What a speaker is called in the article."""
    return None if speaker is None else speaker.name or speaker.text


def _moved(old: Quote, new: Quote) -> bool:
    """Whether words are somebody else's now; what cannot be told for sure, as who “she” is, has not moved."""
    if old.tag.keys == new.tag.keys:
        return False
    one, other = old.speaker, new.speaker
    if one is None or other is None:
        return one is not other
    if one.source is not None and other.source is not None:
        return one.source != other.source
    first, second = called(one) or "", called(other) or ""
    return is_name(first) and is_name(second) and same_speaker(first, second) is False


def _groups(old: Sequence[Quote], new: Sequence[Quote]) -> Iterator[_Group]:
    """Quotations and what they have become; one may have become two, and two one."""
    waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, quote in enumerate(new):
        waiting[quote.text.keys].append(number)
    lost = []
    for number, quote in enumerate(old):
        if places := waiting.get(quote.text.keys):
            yield [number], [places.pop(0)]
        else:
            lost.append(number)
    found = sorted(number for places in waiting.values() for number in places)
    where: dict[str, list[int]] = defaultdict(list)
    for other in found:
        for word in new[other].text.stems:
            where[word].append(other)
    beside: dict[int, list[int]] = {number: [] for number in lost}
    for number in lost:
        near = Counter(other for word in old[number].text.stems for other in where.get(word, ()))
        most = sorted(other for other, _ in near.most_common(_CANDIDATES))
        beside[number] = [other for other in most if _same(old[number], new[other])]
    yield from _connected(lost, found, beside)


def _connected(
    lost: list[int], found: list[int], beside: dict[int, list[int]]
) -> Iterator[tuple[list[int], list[int]]]:
    back: dict[int, list[int]] = defaultdict(list)
    for number, others in beside.items():
        for other in others:
            back[other].append(number)
    seen: set[int] = set()
    for number in lost:
        if number in seen:
            continue
        left, right, ahead = {number}, set(beside[number]), list(beside[number])
        while ahead:
            for one in back[ahead.pop()]:
                if one not in left:
                    left.add(one)
                    fresh = [other for other in beside[one] if other not in right]
                    right.update(fresh)
                    ahead += fresh
        seen |= left
        yield sorted(left), sorted(right)
    yield from (([], [other]) for other in found if not back[other])


def _same(old: Quote, new: Quote) -> bool:
    """Whether one quotation may be what the other has become."""
    if any(len(one.keys) >= _TOLD and one.keys == other.keys for one in old.sentences for other in new.sentences):
        return True
    shared, longest = runs(old.text.keys, new.text.keys)
    lengths = sorted((len(old.text.keys), len(new.text.keys)))
    if shared >= _ALIKE * lengths[1] and (longest >= _TOLD or shared >= _INSIDE * lengths[1]):
        return True
    return longest >= _TOLD and shared >= _INSIDE * lengths[0]
