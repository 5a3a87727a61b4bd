"""Finds for each sentence of one article the sentence of another that it has become."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from authoring.comparing.wordwise import Text, likeness

_ALIKE = 0.5
_FEW = 4
"""Words of a sentence from which it can be told again by half of them; shorter ones need more."""
_ALIKE_SHORT = 0.66
_BESIDE = 0.1
"""What it counts that the sentences beside them are the same."""
_CANDIDATES = 6
"""How many sentences are looked at for each: those that share most words with it."""
_GAIN = 0.06
"""By how much two sentences must be more like one than either is alone, to have become it together."""

Pair = tuple[tuple[int, ...], tuple[int, ...]]
"""Numbers of the old sentences and of the new ones that they have become."""


def pair(old: Sequence[Text], new: Sequence[Text]) -> list[Pair]:
    """The sentences that have become others; those that stand in both, word for word, are not among them.

    What was dropped has nothing on the right side, what was added nothing on the left.
    """
    partners = _unchanged(old, new)
    lost = [number for number in range(len(old)) if number not in partners]
    taken = set(partners.values())
    found = [number for number in range(len(new)) if number not in taken]
    scored = []
    for number, other in _candidates(old, lost, new, found):
        score = likeness(old[number], new[other])
        score += _BESIDE * (partners.get(number - 1) == other - 1) + _BESIDE * (partners.get(number + 1) == other + 1)
        few = min(len(old[number].keys), len(new[other].keys)) < _FEW
        if score >= (_ALIKE_SHORT if few else _ALIKE):
            scored.append((-score, number, other))
    left, right = set(lost), set(found)
    pairs: list[Pair] = []
    for _, number, other in sorted(scored):
        if number in left and other in right:
            left.discard(number)
            right.discard(other)
            pairs.append(((number,), (other,)))
    pairs = [_grown(each, old, left, new, right) for each in pairs]
    return [*pairs, *(((number,), ()) for number in sorted(left)), *(((), (other,)) for other in sorted(right))]


def _unchanged(old: Sequence[Text], new: Sequence[Text]) -> dict[int, int]:
    """The sentences with the same words, first come first served."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for other, text in enumerate(new):
        places[text.keys].append(other)
    partners = {}
    for number, text in enumerate(old):
        if waiting := places.get(text.keys):
            partners[number] = waiting.pop(0)
    return partners


def _candidates(
    old: Sequence[Text], lost: Sequence[int], new: Sequence[Text], found: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs that share words."""
    where: dict[str, list[int]] = defaultdict(list)
    for other in found:
        for word in new[other].stems:
            where[word].append(other)
    pairs = []
    for number in lost:
        shared = Counter(other for word in old[number].stems for other in where.get(word, ()))
        pairs += [(number, other) for other, _ in shared.most_common(_CANDIDATES)]
    return pairs


def _grown(pair: Pair, old: Sequence[Text], left: set[int], new: Sequence[Text], right: set[int]) -> Pair:
    """A pair with the sentence beside it that was split from one of them, or joined to it."""
    (number,), (other,) = pair
    best = likeness(old[number], new[other]) + _GAIN
    grown = pair
    for beside in (other - 1, other + 1):
        if beside in right:
            both = (min(beside, other), max(beside, other))
            score = likeness(old[number], joined(new, both))
            if score >= best:
                best, grown = score, ((number,), both)
    for beside in (number - 1, number + 1):
        if beside in left:
            both = (min(beside, number), max(beside, number))
            score = likeness(joined(old, both), new[other])
            if score >= best:
                best, grown = score, (both, (other,))
    left.difference_update(grown[0])
    right.difference_update(grown[1])
    return grown


def joined(texts: Sequence[Text], numbers: Sequence[int]) -> Text:
    """Sentences as one text."""
    if len(numbers) == 1:
        return texts[numbers[0]]
    return Text(" ".join(texts[number].text for number in numbers), texts[numbers[0]].heard)
