"""The names and terms of an article: what its notes and the newsroom's word lists name, and what it names itself.

A spelling checker takes most of them for mistakes. They are kept out of its findings here, and written into no list of
its own, where they would hold for every other article too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from authoring.notes.model import Fields, Notes, Value
from authoring.prose.document import Document, Voice
from authoring.styles.exceptions import Exceptions
from authoring.text.patterns import lazy

PART: Final = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
"""A part of a word or name between hyphens and spaces."""
_POSSESSIVE = lazy(r"['’](?:s)?$")
_LABELS: Final = frozenset({"id", "kind", "pronoun", "terms", "status", "date", "url", "knows", "article", "outcome"})
"""Keys of the notes whose values are no words of the article."""
_SENTENCE_START = lazy(r"(?:^|[.!?…:\n>“\"])[\s”’\"')*_#-]*$")
_OFTEN = 5
"""How often a word without a capital stands in an article that means it so."""


class Names:
    """What an article names."""

    def __init__(self, document: Document, accepted: Iterable[str] = ()) -> None:
        """``accepted`` are the words of vocabularies, each a pattern as Vale has them."""
        self._document = document
        self._accepted = Exceptions((), tuple(accepted))

    def noted(self, words: str) -> bool:
        """Whether a stretch of text is made of names of the notes, or is a term of a vocabulary."""
        return self._is_accepted(words) or self._in_notes(words)

    def knows(self, word: str) -> bool:
        """Whether a single word is a name or a term, as far as notes, word lists and the article itself tell."""
        if self.noted(word):
            return True
        parts = [part for part in PART.findall(word) if part]
        return bool(parts) and all(_plain(part) in self.own for part in parts)

    def often(self, word: str) -> bool:
        """Whether the article writes a word so again and again."""
        return self._counts[word] >= _OFTEN

    @property
    def _counts(self) -> Counter[str]:
        return self._written[0]

    @cached_property
    def own(self) -> frozenset[str]:
        """Words that the article writes with a capital within a sentence, and those of the people whom it quotes."""
        return self._written[1] | self._speakers

    @cached_property
    def _written(self) -> tuple[Counter[str], frozenset[str]]:
        """How often each word stands in the article, and which stand capitalised within a sentence."""
        counts: Counter[str] = Counter()
        capitals: Counter[str] = Counter()
        for block in self._document.blocks:
            if block.voice is Voice.CODE:
                continue
            for found in PART.finditer(block.text):
                counts[found[0]] += 1
                if found[0][0].isupper() and found.start():
                    capitals[_plain(found[0])] += 1
        return counts, frozenset(word for word, count in capitals.items() if count > 1)

    @cached_property
    def _speakers(self) -> frozenset[str]:
        told = (attribution.speaker for attribution in self._document.attributions)
        names = {name for speaker in told if speaker is not None for name in (speaker.name, speaker.text) if name}
        names |= {block.speaker for block in self._document.blocks if block.speaker}
        return frozenset(_plain(part) for name in names for part in PART.findall(name) if part[0].isupper())

    @cached_property
    def _notes_words(self) -> frozenset[str]:
        notes = self._document.notes
        return frozenset(map(_plain, words_of(notes))) if notes is not None else frozenset()

    def _in_notes(self, words: str) -> bool:
        parts = PART.findall(words)
        return bool(parts) and all(_plain(part) in self._notes_words for part in parts)

    def _is_accepted(self, words: str) -> bool:
        return self._accepted.allow_word(words)


def words_of(notes: Notes) -> Iterator[str]:
    """Every word of the notes that is a name there: all with a capital, but where a sentence begins.

    Names of sources who must not be named are left out, and so is what is off the record.
    """
    for text in _texts(notes.front.get("terms")):
        yield from PART.findall(text)
    for text, told in _told(notes):
        for found in PART.finditer(text):
            word = found[0]
            if word[0].isupper() or any(map(str.isupper, word)) or any(map(str.isdigit, word)):
                if told and _SENTENCE_START.search(text[: found.start()]) and word[1:].islower():
                    continue
                yield word


def _told(notes: Notes) -> Iterator[tuple[str, bool]]:
    """The texts of the notes, and whether each is made of sentences."""
    for key, value in notes.front.values.items():
        if key not in (_LABELS | {"sources"}):
            yield from ((text, False) for text in _texts(value))
    for source in notes.sources.values():
        if source.off_the_record:
            continue
        for key, value in source.fields.values.items():
            if key not in _LABELS and not (source.protected and key in ("name", "first", "second", "short")):
                yield from ((text, False) for text in _texts(value))
    yield from ((str.__str__(item.text), True) for item in notes.items)


def _texts(value: Value) -> Iterator[str]:
    if isinstance(value, Fields):
        for key, inner in value.values.items():
            if key not in _LABELS:
                yield from _texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner)
    elif value is not None:
        yield str.__str__(value)


def _plain(word: str) -> str:
    """A word without its possessive, as it is compared."""
    return _POSSESSIVE.sub("", word.replace("’", "'")).casefold()
