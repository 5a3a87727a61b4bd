"""``substitution``: words that should be others."""

from __future__ import annotations

import re
from dataclasses import dataclass

from authoring.styles.checker import Alternatives
from authoring.styles.definition import Definition
from authoring.styles.exceptions import Exceptions
from authoring.styles.match import Match
from authoring.styles.messages import filled, listed
from authoring.styles.passages import Passage
from authoring.styles.pattern import PatternError, compiled
from authoring.text.patterns import lazy

_CAPTURE = lazy(r"(?<!\\)\((?!\?)")
_BAR = lazy(r"(?<!\\)\|")
_GROUP = lazy(r"\$\d+")
_SPECIAL = lazy(r"[\[\](){}|.*+^$\\?]")


@dataclass(frozen=True)
class Substitution:
    """A rule that points at certain words and names others."""

    definition: Definition
    alternatives: Alternatives
    replacements: tuple[str, ...]
    """What should stand for each of the alternatives."""
    keys: tuple[str, ...]
    """The alternatives as the file has them, groups included."""
    exceptions: Exceptions

    def found(self, passage: Passage, start: int, end: int, number: int) -> Match | None:
        """The match for these words; nothing where they are an exception, or already as they should be."""
        words = passage.text[start:end]
        expected = self._expected(number, words)
        replaces = self.definition.action == "replace"
        options = _options(expected)
        same = words in options if replaces else _conforms(expected, words)
        if same or self.exceptions.allow(words, passage.text, start, end):
            return None
        definition = self.definition
        message = definition.message
        if replaces:
            made = definition.params or options
            if self._capitalizes(words):
                made = tuple(text[:1].upper() + text[1:] for text in made)
            if definition.matchcase:
                from authoring.styles.casing import recased

                made = tuple(recased(text, words) for text in made)
            shown = listed(made)
            for quoted in ("'%s'", '"%s"'):
                if message.count(quoted) == 2:
                    message = message.replace(quoted, "%s", 1)
        elif definition.action:
            from authoring.styles.actions import suggested

            made, shown = suggested(definition.action, definition.params, words), expected
        else:
            shown = _spelled(expected, words)
            made = () if _SPECIAL.search(expected.replace("|", "")) or self._several(number) else _cased(options, words)
        return Match(passage, start, end, filled(message, shown, words), made)

    def _several(self, number: int) -> bool:
        """Whether an alternative means several forms of a word, to which one replacement cannot be fitted unseen."""
        return _SPECIAL.search(self.keys[number].replace("[- ]", " ")) is not None

    def _capitalizes(self, words: str) -> bool:
        return bool(self.definition.keys.get("capitalize")) and words[:1] == words[:1].upper()

    def _expected(self, number: int, words: str) -> str:
        expected = self.replacements[number]
        if self._capitalizes(words):
            expected = expected[:1].upper() + expected[1:]
        if not _GROUP.search(expected):
            return expected
        from authoring.styles.actions import python_replacement

        flag = "(?i)" if self.alternatives.ignorecase else ""
        return compiled(flag + self.keys[number]).sub(python_replacement(expected), words)


def _options(expected: str) -> tuple[str, ...]:
    return tuple(option.replace("\\|", "|") for option in _BAR.split(expected) if option)


def _cased(options: tuple[str, ...], words: str) -> tuple[str, ...]:
    """With a capital where the words begin a sentence with one; not where the capital itself is what is wrong."""
    if not words[:1].isupper() or words[1:2].isupper():
        return options
    return tuple(text if text.casefold() == words.casefold() else text[:1].upper() + text[1:] for text in options)


def _conforms(expected: str, words: str) -> bool:
    """Whether the words are what is expected, which may be a pattern."""
    if not _SPECIAL.search(expected):
        return expected == words
    try:
        return compiled(f"^(?:{expected})$").search(words) is not None
    except PatternError:
        return expected == words


def _spelled(expected: str, words: str) -> str:
    """A vocabulary's pattern as it spells these words; whatever else is expected as it stands."""
    plain = expected.replace("?", "")
    for candidate in (plain, re.sub(r".\?", "", expected)):
        if not _SPECIAL.search(candidate) and candidate.casefold() == words.casefold():
            return candidate
    return expected


def build(definition: Definition, accepted: tuple[str, ...]) -> Substitution:
    """The rule, ready to run; longer words are tried before shorter ones."""
    keys = definition.keys
    nonword = keys.get("nonword", False)
    edge = "" if nonword else "\\b"
    flag = "(?i)" if keys.get("ignorecase") else ""
    swap = sorted(keys["swap"], key=lambda pair: (-len(pair[0].encode()), pair[0]))
    return Substitution(
        definition,
        Alternatives(
            before=f"{flag}(?m){edge}",
            terms=tuple(_CAPTURE.sub("(?:", key) for key, _ in swap),
            after=edge,
            numbered=True,
            words=not nonword,
            ignorecase=bool(flag),
        ),
        tuple(value for _, value in swap),
        tuple(key for key, _ in swap),
        Exceptions(tuple(keys.get("exceptions") or ()), accepted if keys.get("vocab", True) else ()),
    )
