"""Where a text has the words of others: those of notes that were taken off the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from authoring.prose.document import WORD
from authoring.text.span import Span

_RUN = 7
"""Words in a row from which they are those that were told off the record, and no chance."""
_SHORT = 4
"""Words of a shorter note, all of which must stand there."""
_ALIKE = 0.8
"""Share of a note's words, in order, from which a sentence tells what it notes."""
_LONG = 4
"""Letters of a word that tells something; a run needs three of these."""


def words_in(text: str, secret: Iterable[str], told: Iterable[str]) -> Iterator[Span]:
    """Every stretch of a text with the words of ``secret``, unless words that may be printed, ``told``, have it too."""
    places = list(WORD.finditer(text))
    keys = [_key(match[0]) for match in places]
    known: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(keys) - _SHORT + 1):
        known.setdefault(tuple(keys[at : at + _SHORT]), []).append(at)
    opened = [f" {' '.join(_keys(each))} " for each in told]
    for each in secret:
        words = _keys(each)
        for start, end in list(_runs(words, keys, known)) or list(_nearly(words, keys, known)):
            run = f" {' '.join(keys[start:end])} "
            if not any(run in other for other in opened):
                yield Span(places[start].start(), places[end - 1].end())


def _keys(text: str) -> list[str]:
    return [_key(word) for word in WORD.findall(text)]


def _key(word: str) -> str:
    return word.replace("’", "'").casefold()


def _runs(
    words: Sequence[str], keys: Sequence[str], known: dict[tuple[str, ...], list[int]]
) -> Iterator[tuple[int, int]]:
    """The longest runs of a note's words in those of the article, wherever they stand."""
    least = max(min(_RUN, len(words)), _SHORT)
    telling = min(3, least - 1)
    for low in range(len(words) - least + 1):
        for at in known.get(tuple(words[low : low + _SHORT]), ()):
            if low and at and words[low - 1] == keys[at - 1]:
                continue  # a part of a run that was met before
            length = _SHORT
            while low + length < len(words) and at + length < len(keys) and words[low + length] == keys[at + length]:
                length += 1
            if length >= least and sum(len(word) >= _LONG for word in words[low : low + length]) >= telling:
                yield at, at + length


def _nearly(
    words: Sequence[str], keys: Sequence[str], known: dict[tuple[str, ...], list[int]]
) -> Iterator[tuple[int, int]]:
    """The place where most of a note's words stand in order, with a few changed."""
    from difflib import SequenceMatcher

    if len(words) < _RUN:
        return
    for low in range(len(words) - _SHORT + 1):
        for at in known.get(tuple(words[low : low + _SHORT]), ())[:_SHORT]:
            begin = max(0, at - low - _SHORT)
            window = keys[begin : at - low + len(words) + _SHORT]
            matcher = SequenceMatcher(None, words, window, autojunk=False)
            blocks = [block for block in matcher.get_matching_blocks() if block.size]
            if sum(block.size for block in blocks) >= _ALIKE * len(words):
                yield begin + blocks[0].b, begin + blocks[-1].b + blocks[-1].size
                return
