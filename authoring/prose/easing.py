"""Which change would make some narration easier to read, and by how much: fewer words a sentence, or shorter ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from authoring.prose.difficulty import LONG, Scale, Tally, Told
from authoring.prose.document import WORD
from authoring.prose.syllables import letters_of, syllables_of

_SPLIT = 25
"""Words that a sentence has of which two are made; shorter ones are rarely what makes a text hard."""
_HEAVY = 4
"""Syllables of a word for which a shorter one is asked."""
_SHORT = 2
"""Syllables of the word that is put in its place."""
_OFTEN = 3
"""Times that a piece uses a word which belongs to its subject."""
_WORDS = 4
"""Long words that one looks after at least, since that is soon done."""
_ROUNDING = 0.5
"""Points above a target that are still taken for it."""


@dataclass(frozen=True, slots=True)
class Hard:
    """A piece or a paragraph that reads too hard."""

    counts: Tally
    sentences: Sequence[Told]
    named: Sequence[Told]
    """Those of them that a finding may point at."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something to be changed, which makes a text easier."""

    at: Told
    """The sentence where it is done, or where most of it is."""
    says: str
    """What eases it, “splitting this 48-word sentence”; or what makes it hard, “4 words like “accessibility””."""
    by: float
    """How many points of the scale that makes."""
    eases: bool = True
    plural: bool = False
    """Whether ``says`` takes a verb in the plural."""


def splitting(hard: Hard, scale: Scale, wanted: float, most: int) -> Change | None:
    """What comes of making two sentences of each of the longest: of as few as change the points by ``wanted``.

    Of ``most`` where more would have to be split, and of nothing where no sentence is long.
    """
    long = sorted((told for told in hard.named if len(told.words) >= _SPLIT), key=lambda told: -len(told.words))[:most]
    points, by = hard.counts.on(scale), 0.0
    for times in range(1, len(long) + 1):
        by = abs(hard.counts.split(times).on(scale) - points)
        if by >= wanted or times == len(long):
            one = f"splitting this {len(long[0].words)}-word sentence"
            return Change(long[0], one if times == 1 else f"splitting its {times} longest sentences", by)
    return None


def shortening(hard: Hard, scale: Scale, terms: Container[str], most: int) -> Change | None:
    """What the longest words, ``most`` of them, make harder than words of two syllables or, for LIX, of six letters.

    Names have no shorter word, nor have ``terms``.
    """
    weights: list[tuple[int, str, Told]] = []
    for told in hard.sentences:
        for word, syllables, letters in zip(told.words, syllables_of(told.words), letters_of(told.words), strict=True):
            if syllables >= _HEAVY and letters > LONG and word.isalpha() and word.islower() and word not in terms:
                weights.append((syllables - _SHORT, word, told))
    longest = sorted(weights, key=lambda weight: -weight[0])[:most]
    holding = Counter(id(told) for _, _, told in longest)
    at = max(hard.named, key=lambda told: holding[id(told)], default=None)
    there = next((word for _, word, told in longest if told is at), None)
    if at is None or there is None:
        return None
    fewer = hard.counts.shortened(sum(saved for saved, _, _ in longest), len(longest))
    says = f"{len(longest)} words like “{there}”" if len(longest) > 1 else f"“{there}” alone"
    return Change(at, says, abs(fewer.on(scale) - hard.counts.on(scale)), eases=False, plural=len(longest) > 1)


def terms_of(sentences: Iterable[Told], headings: Iterable[str]) -> frozenset[str]:
    """Words that a piece is about: those of its headings, and those that it cannot do without."""
    times = Counter(chain.from_iterable(told.words for told in sentences))
    often = {word for word, count in times.items() if count >= _OFTEN}
    return frozenset(often.union(*(map(str.lower, WORD.findall(heading)) for heading in headings)))


def changes(
    hard: Hard, scale: Scale, target: float, most: int, terms: Callable[[], Container[str]]
) -> Iterator[Change]:
    """What may be done, the best first: as many splits as lead to the target, or shorter words."""
    wanted = abs(hard.counts.on(scale) - target) - _ROUNDING
    split = splitting(hard, scale, wanted, most)
    if split and split.by >= wanted:
        yield split
        return
    words = shortening(hard, scale, terms(), max(most, _WORDS))
    yield from sorted(filter(None, (split, words)), key=lambda change: -change.by)
