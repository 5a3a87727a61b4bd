"""Makes a paragraph a row of tokens, each with a letter for its part of speech and each quotation one token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from authoring.prose.attribution import lexicon as lex
from authoring.prose.attribution.cue_words import CueWord, cue_words
from authoring.prose.attribution.settling import settle
from authoring.text.patterns import lazy

_FIRST, _REST = "\ue000", "\ue001"
"""Stand for a quotation's first character and for every other one."""
_OURS: Final = lazy(f"[{_FIRST}{_REST}]")
_TOKEN: Final = lazy(
    rf"{_FIRST}{_REST}*"
    r"|([^\W_](?:[\w\u0300-\u036f]|(?:['’‑&@-]|\.(?![A-Z][a-z])|(?<=[A-Z])\.)(?=[^\W_])|(?<=\d),(?=\d))*(?:['’](?!\w))?)"
    rf"|\((?:[^()\n{_FIRST}]{{0,60}})\)"
    r"|--+|\.\.\.+|[^\s\[\]]"
)
"""A quotation, a word, a short parenthesis, or a mark; square brackets change nothing in a sentence."""
_GENITIVE: Final = lazy(r"['’]s$|(?<=s)['’]$")
_SHORT: Final = lazy(r"(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|[A-Z][a-z]{0,3}-[A-Z][a-z]{1,4})$")
"""An initial, “U.S”, “R-Tex”: the point after it is its own."""
_MARKS: Final = {
    **{mark: mark for mark in ",:;."},
    **dict.fromkeys(("!", "?"), "!"),
    **dict.fromkeys(("—", "–", "―", "-"), "-"),
    **dict.fromkeys(("(", ")"), "("),
    **dict.fromkeys(("£", "$", "€"), lex.NUMBER),
    "…": "…",
}
_NICKNAME: Final = 24
"""Characters of a nickname, marks included, at most."""
_OPENING: Final = frozenset(".!:;(…" + lex.OTHER)
"""What a capital letter may follow without making a name."""
_ALWAYS: Final = frozenset(
    {lex.TIME, lex.PRONOUN, lex.DETERMINER, lex.PREPOSITION, lex.LINK, lex.THAT, lex.WHO, lex.AND} | {lex.ACCORDING}
)
"""Kinds of word that a capital never makes a name."""


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of one block, as parallel rows."""

    text: str
    """The block's text."""
    tags: str
    """A letter for each token."""
    words: tuple[str, ...]
    """Each in lower case, a straight apostrophe for a curly one."""
    starts: tuple[int, ...]
    """Places in the block's text."""
    ends: tuple[int, ...]
    cues: dict[int, CueWord]
    """The reporting verbs, by token."""


def row_of(text: str, quoted: Sequence[tuple[int, int]] = (), start: int = 0, stop: int | None = None) -> Row:
    """The tokens of a block's ``text`` from ``start`` to ``stop``; ``quoted`` are its stretches in quotation marks, in
    order."""
    words: list[str] = []
    tags: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    add_word, add_tag, add_start, add_end = words.append, tags.append, starts.append, ends.append
    opening, inside = _KINDS
    last = ""
    stop = len(text) if stop is None else stop
    plain = not quoted and _OURS.search(text, start, stop) is None  # a long block is read a sentence at a time
    for match in _TOKEN.finditer(text if plain else _masked(text, quoted), start, stop):
        token = match[1]
        start, end = match.span()
        if token is not None:
            lower, tag, owner = opening[token] if not last or last in _OPENING else inside[token]
            if last == lex.DETERMINER and token == "i":  # noqa: S105  # the newspaper
                tag = lex.NAME
            if owner:
                add_word(lower[:owner])
                add_tag(tag)
                add_start(start)
                start += owner
                add_end(start)
                lower, tag = "'s", lex.GENITIVE
        else:
            token = match[0]
            if token == "." and ends and ends[-1] == start and _is_short(text[starts[-1] : start]):  # noqa: S105
                ends[-1] = end
                continue
            lower, tag = ("", lex.QUOTED) if token[0] == _FIRST else (token, _mark(token))
            if token == "&" and last == lex.NAME:  # noqa: S105  # Low & Sons
                tag = lex.NAME
        add_word(lower)
        add_tag(tag)
        add_start(start)
        add_end(end)
        last = tag
    _find_nicknames(text, tags, starts, ends)
    cues = settle(words, tags)
    return Row(text, "".join(tags), tuple(words), tuple(starts), tuple(ends), cues)


def _find_nicknames(text: str, tags: list[str], starts: list[int], ends: list[int]) -> None:
    """Make a word in quotation marks between two names, George “Geordie” Low, a part of the name."""
    for place in range(1, len(tags) - 1):
        if tags[place] == lex.QUOTED and tags[place - 1] == tags[place + 1] == lex.NAME:
            words = text[starts[place] : ends[place]]
            if len(words) <= _NICKNAME and words[-2:-1].isalnum() and ends[place - 1] + 1 == starts[place]:
                tags[place] = lex.NAME


def _masked(text: str, quoted: Sequence[tuple[int, int]]) -> str:
    """The text with every quotation replaced by as many marks, which an article may have by chance."""
    text = _OURS.sub("\ufffd", text)
    if not quoted:
        return text
    parts: list[str] = []
    at = 0
    for start, end in quoted:
        parts.extend((text[at:start], _FIRST, _REST * (end - start - 1)))
        at = end
    return "".join((*parts, text[at:]))


def _mark(token: str) -> str:
    if len(token) == 1:
        return _MARKS.get(token, lex.OTHER)
    return lex.PARENTHESIS if token[0] == "(" else "-" if token[0] == "-" else "…"


def _is_short(word: str) -> bool:
    """Whether the point after a word belongs to it: Sen. — D-Vt. — J. — U.S."""
    return word in lex.TITLES or word in lex.STATES or _SHORT.match(word) is not None


def _kind(token: str, opening: bool) -> tuple[str, str, int]:
    """A word in lower case, its letter, and where the ’s of an owner begins in it, or 0."""
    lower = token.lower().replace("’", "'")
    known = lex.words()
    owner = 0
    if lower not in known:
        genitive = _GENITIVE.search(lower)
        if genitive:
            owner = genitive.start()
    return lower, _tag(lower[:owner], token[:owner], opening) if owner else _tag(lower, token, opening), owner


class _Kinds(dict[str, tuple[str, str, int]]):
    """``_kind`` of the words met so far, which a dictionary gives several times as fast as a cached function."""

    def __init__(self, opening: bool) -> None:
        super().__init__()
        self._opening = opening

    def __missing__(self, token: str) -> tuple[str, str, int]:
        if len(self) > _MOST:
            self.clear()
        self[token] = made = _kind(token, self._opening)
        return made


_MOST: Final = 1 << 15
_KINDS: Final = (_Kinds(True), _Kinds(False))
"""For the word that opens a sentence, and for the others."""


def _tag(lower: str, token: str, opening: bool) -> str:
    """The letter of a word, from the lists, or from its form."""
    tag = lex.words().get(lower)
    cue = cue_words().get(lower)
    if token[0].isupper():
        if len(token) > 1 and token.isupper():  # WHO, US
            return lex.NAME
        if tag is not None and (opening or tag in _ALWAYS):
            return tag
        if opening and cue is not None and not cue.base:
            return lex.NOUN
        if opening and lower.endswith("ing") and len(lower) > 5 and lower not in lex.NAMES_IN_ING:
            return lex.ING
        return lex.NAME
    if tag is not None:
        return tag
    if token[0].isdigit():
        return lex.NUMBER
    if lower.endswith("ly") and len(lower) > 4:
        return lex.ADVERB
    if lower.endswith("ing") and len(lower) > 4:
        return lex.ING
    if (lower.endswith("ed") and len(lower) > 3) or (cue is not None and not cue.noun):
        return lex.VERB
    return lex.NOUN
