"""Merges one passage of an article sentence by sentence, and never mixes two versions of a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from authoring.updating.blocks import Block, Token, plain, tokens
from authoring.updating.marking import is_apart, marked, without_marker
from authoring.updating.speech import Said, said
from authoring.updating.steps import Step, steps

Choice = Literal["ours", "theirs", "clash"]


@dataclass(frozen=True, slots=True)
class Requoted:
    """A quotation whose words one side has changed."""

    before: str
    after: str
    hand: bool
    """Whether a person changed it; otherwise the notes did, or the template."""


@dataclass(frozen=True, slots=True)
class Woven:
    """A passage of which two versions were brought together."""

    text: str
    requoted: tuple[Requoted, ...] = ()


class _Part(NamedTuple):
    """Sentences of the base and what has become of them on both sides; ranges of tokens, any of which may be empty."""

    base: tuple[int, int]
    ours: tuple[int, int]
    theirs: tuple[int, int]


class _Side(NamedTuple):
    tokens: list[Token]
    said: list[Said]

    @classmethod
    def of(cls, run: Sequence[Block]) -> _Side:
        made = tokens(run)
        return cls(made, said(made))

    def text(self, place: tuple[int, int]) -> str:
        first, *rest = self.tokens[slice(*place)] or [Token("", "")]
        return first.text + "".join(token.before + token.text for token in rest)

    def keys(self, place: tuple[int, int]) -> str:
        return plain(self.text(place))

    def quoted(self, place: tuple[int, int]) -> str:
        return " ".join(each.quoted for each in self.said[slice(*place)] if each.quoted)

    def all_in(self, place: tuple[int, int], known: frozenset[str]) -> bool:
        return place[0] < place[1] and all(token.key in known for token in self.tokens[slice(*place)])

    def goes_on(self, place: tuple[int, int]) -> bool:
        return place[0] < place[1] and self.said[place[0]].goes_on


class Known(NamedTuple):
    """What is known of the whole article, so that what was moved out of a passage is not taken for lost."""

    ours: frozenset[str] = frozenset()
    """Sentences that are new on our side, wherever they stand."""
    theirs: frozenset[str] = frozenset()
    moved_by_hand: frozenset[str] = frozenset()
    """Sentences of the base that stand elsewhere on our side."""
    moved_by_notes: frozenset[str] = frozenset()


def weave(base: Sequence[Block], ours: Sequence[Block], theirs: Sequence[Block], by: str, known: Known) -> Woven:
    """Bring what ``theirs`` changed into ``ours``; where both changed a sentence, both stand there, marked.

    What both sides wrote is taken once, also where it is in another passage on our side, or was moved there.
    """
    return _Weaving((_Side.of(base), _Side.of(ours), _Side.of(theirs)), by, known).woven()


class _Weaving:
    def __init__(self, sides: tuple[_Side, _Side, _Side], by: str, known: Known) -> None:
        self.base, self.ours, self.theirs = sides
        self.by, self.known = by, known

    def woven(self) -> Woven:
        parts = self._answered(list(self._parts()))
        pieces: list[tuple[_Part, str]] = []
        requoted: list[Requoted] = []
        for part in self._unmixed(parts):
            text, choice = self._chosen(part)
            if text:
                pieces.append((part, text))
            was, now = self.base.quoted(part.base), (self.ours if choice == "ours" else self.theirs)
            new = now.quoted(part.ours if choice == "ours" else part.theirs)
            if choice != "clash" and text and was and new and was != new:
                requoted.append(Requoted(was, new, choice == "ours"))
        text = "".join(self._joined(pieces))
        if self._lost(text):
            whole = [side.text((0, len(side.tokens))) for side in (self.ours, self.theirs)]
            text = marked(whole[0], whole[1], self.by)
        return Woven(text, tuple(requoted))

    def _parts(self) -> Iterator[_Part]:
        """The passage, cut wherever both sides can be cut."""
        one, two = steps(self.base.tokens, self.ours.tokens), steps(self.base.tokens, self.theirs.tokens)
        joined = {at for step in (*one, *two) for at in range(step.start + 1, step.end)}
        cuts = [at for at in range(len(self.base.tokens) + 1) if at not in joined]
        for number, cut in enumerate(cuts):
            mine, other = _added(one, cut), _added(two, cut)
            if mine[0] < mine[1] and self.ours.keys(mine) == self.theirs.keys(other):
                yield _Part((cut, cut), mine, other)
            else:
                if mine[0] < mine[1]:
                    yield _Part((cut, cut), mine, (other[0], other[0]))
                if other[0] < other[1]:
                    yield _Part((cut, cut), (mine[1], mine[1]), other)
            if number + 1 < len(cuts):
                end = cuts[number + 1]
                yield _Part((cut, end), _became(one, cut, end), _became(two, cut, end))

    def _answered(self, parts: list[_Part]) -> list[_Part]:
        """Where a side wrote something new for a sentence that the other side changed, that is its version of it."""
        made: list[_Part] = []
        at = 0
        while at < len(parts):
            end = at + 1
            if _empty(parts[at].base):
                while end < len(parts) and _empty(parts[end].base):
                    end += 1
                if end == len(parts) or not self._wants(parts[end], parts[at:end]):
                    made += parts[at:end]
                    at = end
                    continue
                end += 1
            run = parts[at:end]
            more = end
            while more < len(parts) and _empty(parts[more].base):
                more += 1
            if self._wants(run[-1], parts[end:more]):
                run, end = parts[at:more], more
            made.append(_over(run))
            at = end
        return made

    def _wants(self, part: _Part, added: Sequence[_Part]) -> bool:
        """Whether what was added beside a sentence stands for it: one side took it out, and the other changed it."""
        kept = self.base.keys(part.base)
        mine, other = (any(not _empty(place) for place in places) for places in _sides(added))
        if _empty(part.ours) and _empty(part.theirs):
            return mine and other
        if _empty(part.ours):
            return mine and self.theirs.keys(part.theirs) != kept and not self._moved(part, self.known.moved_by_hand)
        changed = _empty(part.theirs) and self.ours.keys(part.ours) != kept
        return other and changed and not self._moved(part, self.known.moved_by_notes)

    def _moved(self, part: _Part, moved: frozenset[str]) -> bool:
        return self.base.all_in(part.base, moved)

    def _unmixed(self, parts: list[_Part]) -> Iterator[_Part]:
        """The parts, those of one quotation as one part where both sides changed its words."""
        at = 0
        while at < len(parts):
            end = at + 1
            while end < len(parts) and self._goes_on(parts[end]):
                end += 1
            run = parts[at:end]
            together = self._belonging(run)
            if len(together) > 1:
                first, last = min(together), max(together) + 1
                yield from run[:first]
                yield _over(run[first:last])
                yield from run[last:]
            else:
                yield from run
            at = end

    def _belonging(self, run: Sequence[_Part]) -> list[int]:
        """Which parts of a quotation are to be chosen together: those that are not as they were, if both sides took a
        hand in it; and of one that a side dropped whole and the other changed, all."""
        mine, other, cut, dropped = list[int](), list[int](), list[int](), list[int]()
        answered = [False, False]
        for number, part in enumerate(run):
            was = self.base.keys(part.base)
            if _empty(part.ours) and self._moved(part, self.known.moved_by_hand):
                continue
            if _empty(part.theirs) and self._moved(part, self.known.moved_by_notes):
                continue
            if self._requoted(part, self.ours, part.ours):
                mine.append(number)
            if self._requoted(part, self.theirs, part.theirs):
                other.append(number)
            if was and _empty(part.ours):
                cut.append(number)
                answered[0] |= was != self.theirs.keys(part.theirs) != ""
            if was and _empty(part.theirs):
                dropped.append(number)
                answered[1] |= was != self.ours.keys(part.ours) != ""
        if mine and other and mine + other != [mine[0]] * 2:
            same = all(self.ours.keys(part.ours) == self.theirs.keys(part.theirs) for part in run)
            return [] if same else [*mine, *other]
        return cut if answered[0] else dropped if answered[1] else []

    def _goes_on(self, part: _Part) -> bool:
        sides = ((self.base, part.base), (self.ours, part.ours), (self.theirs, part.theirs))
        return any(side.goes_on(place) for side, place in sides)

    def _requoted(self, part: _Part, side: _Side, place: tuple[int, int]) -> bool:
        return side.quoted(place) != self.base.quoted(part.base)

    def _chosen(self, part: _Part) -> tuple[str, Choice]:
        was, mine, other = self.base.keys(part.base), self.ours.keys(part.ours), self.theirs.keys(part.theirs)
        if other in (was, mine) or (not mine and self.theirs.all_in(part.theirs, self.known.ours)):
            return self.ours.text(part.ours), "ours"
        if was and not other and self.ours.all_in(part.ours, self.known.theirs):
            return "", "theirs"
        if mine == was:
            return self.theirs.text(part.theirs), "theirs"
        return marked(self.ours.text(part.ours), self.theirs.text(part.theirs), self.by), "clash"

    def _joined(self, pieces: list[tuple[_Part, str]]) -> Iterator[str]:
        for number, (part, text) in enumerate(pieces):
            if number:
                before, words = pieces[number - 1]
                space = self._space(before, part)
                yield "\n\n" if "\n\n" not in space and (is_apart(words) or is_apart(text)) else space
            yield text

    def _space(self, one: _Part, two: _Part) -> str:
        """What stands between two parts: as in the article, unless the rendering alone has changed it."""
        was = _between(self.base, one.base, two.base)
        mine = _between(self.ours, one.ours, two.ours)
        other = _between(self.theirs, one.theirs, two.theirs)
        if mine is not None and other is not None:
            return other if mine == was else mine
        if mine is not None or other is not None:
            return mine if mine is not None else other or ""
        own = self.ours.tokens[two.ours[0]] if not _empty(two.ours) else self.theirs.tokens[two.theirs[0]]
        return own.before if "\n\n" in own.before else " "

    def _lost(self, text: str) -> bool:
        """Whether a sentence that either side wrote is nowhere in the text, which must not be."""
        there, known = plain(text), {token.key for token in self.base.tokens} | (self.known.ours & self.known.theirs)
        new = (token for token in (*self.ours.tokens, *self.theirs.tokens) if token.key not in known)
        return any(plain(without_marker(token.text)) not in there for token in new)


def _sides(parts: Sequence[_Part]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    return [part.ours for part in parts], [part.theirs for part in parts]


def _empty(place: tuple[int, int]) -> bool:
    return place[0] == place[1]


def _added(found: list[Step], at: int) -> tuple[int, int]:
    """What one side put between two sentences of the base."""
    new = [step for step in found if step.start == step.end == at]
    if new:
        return new[0].other_start, new[-1].other_end
    place = max((step.other_end for step in found if step.end <= at), default=0)
    return place, place


def _became(found: list[Step], start: int, end: int) -> tuple[int, int]:
    """What one side made of sentences of the base."""
    within = [step for step in found if start <= step.start < end and (step.start < step.end or start < step.start)]
    return within[0].other_start, within[-1].other_end


def _over(parts: Sequence[_Part]) -> _Part:
    first, last = parts[0], parts[-1]
    return _Part((first.base[0], last.base[1]), (first.ours[0], last.ours[1]), (first.theirs[0], last.theirs[1]))


def _between(side: _Side, one: tuple[int, int], two: tuple[int, int]) -> str | None:
    """The space before ``two`` where it follows ``one`` on this side; ``None`` where it does not."""
    if _empty(one) or _empty(two) or one[1] != two[0]:
        return None
    return side.tokens[two[0]].before
