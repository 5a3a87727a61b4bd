"""Finds, word for word, what an article shares with the notes; each find knows its place on both sides from birth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from authoring.drafting.filters import WORDS
from authoring.text.patterns import lazy
from authoring.text.span import Span

SHARED = 5
"""So many words in a row are no accident: four are what a template may hold of an article."""
_NEAR = 3
_LONG = 9
_PARTS = lazy(r"[^\W_]+")
_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def folded(text: str) -> str:
    """The text with straight marks, character for character, so that places stay."""
    return text.translate(_MARKS)


def _alike(text: str) -> str:
    """The text with one mark for all, since a quotation inside another has other marks than by itself."""
    return folded(text).replace('"', "'")


class Worded:
    """A text and the place of each of its words, as the filter ``words`` counts them."""

    def __init__(self, text: str, span: Span | None = None) -> None:
        self.text = text
        within = span or Span(0, len(text))
        self.spans = [match.span() for match in WORDS.finditer(text, within.start, within.end)]

    @cached_property
    def words(self) -> list[str]:
        """The words, the first letter of each in lower case: sentences begin elsewhere than notes."""
        return [_low(self.text[start:end]) for start, end in self.spans]

    def joined(self, number: int) -> str:
        """What stands between a word and the next."""
        return self.text[self.spans[number][1] : self.spans[number + 1][0]]


def _low(word: str) -> str:
    return word[:1].lower() + _alike(word[1:])


@dataclass(frozen=True, slots=True)
class Shared:
    """Words in a row that stand in the article and in a text of the notes."""

    span: Span
    """Where they stand in the article."""
    text: int
    """The number of the text."""
    first: int
    """The number of its first word, from 0."""
    last: int
    whole: bool = False
    """Whether it is all of that text."""

    @property
    def length(self) -> int:
        """How many words."""
        return self.last - self.first + 1


class Index:
    """The texts of the notes, ready to be looked for."""

    def __init__(self, texts: Sequence[str], fields: int) -> None:
        """Arguments: the texts, and the number from which on they are single fields, such as roles."""
        self.texts = [Worded(text) for text in texts]
        self._fields = fields
        self._places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        for number, text in enumerate(self.texts):
            words = text.words
            for at in range(len(words) - _NEAR + 1):
                self._places.setdefault(tuple(words[at : at + _NEAR]), []).append((number, at))

    def shared(
        self,
        article: Worded,
        least: int = SHARED,
        prefer: Iterable[int] = (),
        traced: Sequence[tuple[Span, int]] = (),
    ) -> list[Shared]:
        """What an article shares with the texts, the longest first at each place, no two over each other.

        A run of fewer words than ``least`` counts where it is a whole text, or goes on in the text found last. Of
        equally long ones, that which the trace has there comes first, then the next in the text found last, then one
        of ``prefer``, then the nearest.
        """
        wanted = set(prefer)
        found: list[Shared] = []
        at = 0
        words = article.words
        while at <= len(words) - _NEAR:
            before = found[-1] if found else None
            best: tuple[tuple[int, ...], Shared] | None = None
            for run in self._runs(article, at):
                number, first = run.text, run.first
                goes_on = before is not None and before.text == number and first > before.last
                if self._weight(article, at, run, least) < least and not run.whole and not goes_on:
                    continue
                far = abs(number - before.text) if before else number
                field = number >= self._fields and run.whole
                known = any(text == number and span.overlaps(run.span) for span, text in traced)
                rank = (-run.length - (2 if field else 0), not known, not goes_on, number not in wanted, far)
                if best is None or rank < best[0]:
                    best = (rank, run)
            if best is None or self._holds_field(article, at, best[1]):
                at += 1
                continue
            found.append(best[1])
            at += best[1].length
        return found

    def _runs(self, article: Worded, at: int) -> list[Shared]:
        places = self._places.get(tuple(article.words[at : at + _NEAR]), ())
        return [self._run(article, at, number, first) for number, first in places]

    @staticmethod
    def _weight(article: Worded, at: int, run: Shared, least: int) -> int:
        """How many words a run is, where “she’d” and “mid-May” are two each."""
        if run.length >= least or run.length < _NEAR:
            return run.length
        start, end = article.spans[at][0], article.spans[at + run.length - 1][1]
        return len(_PARTS.findall(article.text[start:end]))

    def _holds_field(self, article: Worded, at: int, found: Shared) -> bool:
        """Whether a short run is no more than a field with a word or two beside it, which the notes weave in."""
        if found.text >= self._fields or found.whole or found.length >= _LONG:
            return False
        return any(
            run.whole and run.text >= self._fields and run.length + start >= found.length - 1
            for start in (1, 2)
            for run in self._runs(article, at + start)
        )

    def _run(self, article: Worded, at: int, number: int, first: int) -> Shared:
        text = self.texts[number]
        length = 1
        while (
            at + length < len(article.words)
            and first + length < len(text.words)
            and article.words[at + length] == text.words[first + length]
            and _alike(article.joined(at + length - 1)) == _alike(text.joined(first + length - 1))
        ):
            length += 1
        span = Span(article.spans[at][0], article.spans[at + length - 1][1])
        return Shared(span, number, first, first + length - 1, length == len(text.words))
