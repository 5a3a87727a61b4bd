"""Looks up the terms of many rules together: an article's words say which of them to try, and where.

Of thousands of clichés, weasel words and terms to avoid, those whose first word does not stand in the article cost
nothing. The others are compared where their first word stands: plain words letter by letter, patterns with an anchored
match. Only terms that do not begin with a known word are searched for, and only where the letters they need are there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from authoring.styles.analysis import analysed
from authoring.styles.checker import TermChecker
from authoring.styles.match import Match
from authoring.styles.passages import Passage
from authoring.styles.pattern import Compiled, compiled
from authoring.text.patterns import lazy

_WORDS = lazy(r"\w+")


class Entry:
    """The terms of one rule that begin with one word."""

    __slots__ = ("_fold", "_pattern", "_terms", "number", "numbers", "rule")

    def __init__(self, number: int, rule: Terms, numbers: tuple[int, ...]) -> None:
        self.number, self.rule, self.numbers = number, rule, numbers
        self._pattern: Compiled | None = None
        self._fold = rule.checker.alternatives.ignorecase
        self._terms: tuple[tuple[str, int], ...] | None = None
        """The terms with their numbers where all of them are plain words."""
        if rule.plain.issuperset(numbers):
            terms = rule.checker.alternatives.terms
            self._terms = tuple((terms[number].lower() if self._fold else terms[number], number) for number in numbers)

    def match(self, passage: Passage, start: int) -> tuple[int, int] | None:
        """Where the first of its terms to match ends, and its number."""
        if self._terms is None:
            pattern = self._pattern
            if pattern is None:
                pattern = self._pattern = compiled(self.rule.checker.alternatives.pattern(self.numbers))
            found = pattern.match(passage.text, start)
            if not found:
                return None
            return found.end(), self.numbers[(found.lastindex or 1) - 1]
        text = passage.low if self._fold else passage.text
        for term, number in self._terms:
            if text.startswith(term, start):
                end = start + len(term)
                if end == len(text) or not (text[end].isalnum() or text[end] == "_"):
                    return end, number
        return None


class Terms:
    """One rule's terms, sorted by how they are found."""

    def __init__(self, checker: TermChecker) -> None:
        self.checker = checker
        found = checker.definition.analysis or analysed(checker.alternatives)
        self.plain = frozenset(found.plain)
        self.keyed = found.keyed
        self.loose = found.loose
        self.needs = found.needs
        self.whole_search = found.whole_search

    @cached_property
    def searched(self) -> Compiled:
        """What finds its loose terms."""
        return compiled(self.checker.alternatives.pattern(self.loose))

    @cached_property
    def all(self) -> Compiled:
        """The whole pattern."""
        return compiled(self.checker.alternatives.pattern(range(len(self.checker.alternatives.terms))))


_Numbers = dict[int, list[int]]
"""Numbers of terms, by the place of their rule."""


class _Words(dict[str, dict[str, tuple[Entry, ...]]]):
    """The entries of every word that has been met, by the two letters after it; made when it is first met.

    Under no letters stand those for which any may follow.
    """

    def __init__(self, rules: Sequence[Terms]) -> None:
        super().__init__()
        self.rules = rules
        self.whole: dict[str, dict[str, _Numbers]] = {}
        self.beginning: dict[str, dict[str, _Numbers]] = {}
        for place, rule in enumerate(rules):
            for word, whole, after, numbers in rule.keyed:
                table = self.whole if whole else self.beginning
                table.setdefault(word, {}).setdefault(after, {}).setdefault(place, []).extend(numbers)
        self.any = bool(self.whole or self.beginning)
        """Whether any term is looked up at all."""
        self.lengths = sorted({len(word) for word in self.beginning})

    def __missing__(self, word: str) -> dict[str, tuple[Entry, ...]]:
        tables = [self.whole.get(word)]
        tables.extend(self.beginning.get(word[:length]) for length in self.lengths if length <= len(word))
        found: dict[str, dict[int, set[int]]] = {}
        for table in tables:
            for after, rules in (table or {}).items():
                for place, some in rules.items():
                    found.setdefault(after, {}).setdefault(place, set()).update(some)
        always = found.get("", {})
        made = {after: self._entries(rules, {} if rules is always else always) for after, rules in found.items()}
        if made:
            made.setdefault("", ())
        self[word] = made
        return made

    def _entries(self, rules: dict[int, set[int]], always: dict[int, set[int]]) -> tuple[Entry, ...]:
        return tuple(
            Entry(place, self.rules[place], tuple(sorted(rules.get(place, set()) | always.get(place, set()))))
            for place in sorted({*rules, *always})
        )


class Index:
    """The terms of several rules that read the same passages."""

    def __init__(self, checkers: Sequence[TermChecker]) -> None:
        self.rules = [Terms(checker) for checker in checkers]
        self._words = _Words(self.rules)
        self._searched = [place for place, rule in enumerate(self.rules) if rule.loose]
        self._mixed = frozenset(place for place in self._searched if not self.rules[place].whole_search)

    def run(self, passage: Passage) -> Iterator[tuple[TermChecker, Match]]:
        """What the rules find in a passage."""
        ends: dict[int, int] = {}
        candidates: dict[int, list[int]] = {}
        words = self._words
        rules = self.rules
        low = passage.low
        for word in _WORDS.finditer(low) if words.any else ():
            entries = words[word[0]]
            if not entries:
                continue
            start, stop = word.span()
            for entry in entries.get(low[stop : stop + 2]) or entries[""]:
                place = entry.number
                if ends.get(place, 0) > start:
                    continue
                if place in self._mixed:
                    candidates.setdefault(place, []).append(start)
                    continue
                found = entry.match(passage, start)
                if found is None or found[0] == start:
                    continue
                ends[place] = found[0]
                match = rules[place].checker.found(passage, start, *found)
                if match is not None:
                    yield rules[place].checker, match
        for place in self._searched:
            yield from self._search(rules[place], passage, candidates.get(place, ()))

    def _search(self, rule: Terms, passage: Passage, candidates: Sequence[int]) -> Iterator[tuple[TermChecker, Match]]:
        low, text = passage.low, passage.text
        possible = all(any(map(low.__contains__, texts)) for texts in rule.needs)
        if rule.whole_search:
            if possible:
                yield from _all(rule, passage)
            return
        at = 0
        known = iter(candidates)
        candidate = next(known, None)
        loose = rule.searched.search(text) if possible else None
        while candidate is not None or loose is not None:
            start = min(place for place in (candidate, loose and loose.start()) if place is not None)
            found = rule.all.match(text, start) if start >= at else None
            if found is not None and found.end() > start:
                at = found.end()
                match = rule.checker.found(passage, start, at, (found.lastindex or 1) - 1)
                if match is not None:
                    yield rule.checker, match
            following = max(at, start + 1)
            while candidate is not None and candidate < following:
                candidate = next(known, None)
            if loose is not None and loose.start() < following:
                loose = rule.searched.search(text, following)


def _all(rule: Terms, passage: Passage) -> Iterator[tuple[TermChecker, Match]]:
    for found in rule.all.finditer(passage.text):
        if found.end() > found.start():
            match = rule.checker.found(passage, *found.span(), (found.lastindex or 1) - 1)
            if match is not None:
                yield rule.checker, match
