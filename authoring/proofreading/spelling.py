"""Which of the words that LanguageTool's dictionary lacks are slips, and what was meant by them.

Most unknown words of a news text are names, trades and new words. What is left here is near to a word that was meant
(``authoring.grammar.misspelling``), and is no name by the notes, the newsroom's word lists, or the article's own use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from authoring.grammar.misspelling import MONTHS_AND_DAYS, PROPER, about_variant, is_misspelling
from authoring.grammar.model import Match
from authoring.proofreading.names import Names
from authoring.proofreading.passages import Passage
from authoring.text.patterns import lazy

_SPELLERS: Final = ("MORFOLOGIK_", "HUNSPELL_", "EN_MULTITOKEN_SPELLING", "SPELLER_RULE")
_MANY: Final = 3
"""Of the words that LanguageTool would rather see, how many are looked at: the rest are far from what stands there."""
_SENTENCE_START = lazy(r"(?:^|[.!?…:]['’\")”\]]*\s+)[\"“‘'(\[*_—–-]*$")
_SMALL: Final = frozenset(
    "a an and as at be by for from has he i in is it of on or that the this to was we with".split()
)
"""Words that are run together with each other where a space was not struck: *inthe*."""
_RUN_TOGETHER: Final = frozenset(
    "abit alot aslong aspossible aswell atleast eachother eventhough everytime forexample highschool incase infact "
    "infront inorder inspite insofar noone ofcourse thankyou".split()
)
"""What is often written as one word. Others, as *writeup*, are on their way to being one, or are terms."""
_NEIGHBOUR: Final = lazy(r"([^\W\d_][\w’'-]*)[ .]+$")
_AFTER: Final = lazy(r" ([^\W\d_])")
_OPENERS: Final = frozenset(
    "a all an and as at but by each every for from her his if in its many most my no of on one our some that the their "
    "these this those to two when while with".split()
)
"""Words that have a capital only because they open a sentence."""
_CODE_BEFORE: Final = "/_@#\\~>"
_CODE_AFTER: Final = "/_@\\"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that a dictionary lacks and that is most likely a slip."""

    match: Match
    word: str
    meant: tuple[str, ...]
    """What was meant, the likeliest first."""


def is_spelling(match: Match) -> bool:
    """Whether a match says that a dictionary lacks a word, and not that one word stands for another."""
    return match.rule.startswith(_SPELLERS)


def unknown(match: Match, passage: Passage, names: Names, *, set_variant: bool) -> Unknown | None:
    """What is to be said of a word that a dictionary lacks; ``None`` where it is no slip as far as can be told.

    ``set_variant`` says that somebody has set which English it is to be, so that a spelling of another one is a slip.
    """
    start, end = match.span.start, match.span.end
    word = passage.text[start:end]
    if not word.isascii() or names.knows(word) or names.often(word) or _is_italic(passage, start, end):
        return None
    if _in_code(passage.text, start, end):
        return None
    if about_variant(match.message):
        return Unknown(match, word, match.replacements[:1]) if set_variant and match.replacements else None
    opens = _SENTENCE_START.search(passage.text[:start]) is not None
    if word[0].isupper() and not opens and not _is_date(match) and _among_names(passage.text, start, end):
        return None
    meant = tuple(each for each in match.replacements[:_MANY] if _is_meant(word, each, opens=opens))
    return Unknown(match, word, meant) if meant else None


def _is_meant(word: str, offered: str, *, opens: bool) -> bool:
    """Whether a word that LanguageTool offers is what somebody meant who wrote the other."""
    if " " in offered:
        first, _, rest = offered.partition(" ")
        return first + rest == word and (word in _RUN_TOGETHER or {first, rest} <= _SMALL)
    if offered.casefold() == word.casefold():  # *monday*, *THe*
        return offered in PROPER or (offered.islower() and word[:2].isupper() and word[2:].islower())
    if word.islower() and offered.replace("'", "") == word:  # *dont*
        return True
    return is_misspelling(word, (offered,), opens=opens)


def _is_date(match: Match) -> bool:
    """Whether a month or a day of the week is offered, which often stands beside other capitals."""
    return any(offered in MONTHS_AND_DAYS for offered in match.replacements[:_MANY])


def _in_code(text: str, start: int, end: int) -> bool:
    """Whether a word is part of a path, a term of a program or a picture's name: “:thumbsup:”, “virtus/equaliser”."""
    before, after = text[start - 1 : start], text[end : end + 2]
    if (before and before in _CODE_BEFORE) or (after and after[0] in _CODE_AFTER):
        return True
    return (before == ":" and after[:1] == ":") or (len(after) == 2 and after[0] in ".:" and after[1].isalnum())


def _among_names(text: str, start: int, end: int) -> bool:
    """Whether a word with a capital stands beside another, as in “Ted Deutch”: a name that is like a known one."""
    before = _NEIGHBOUR.search(text, max(0, start - 40), start)
    after = _AFTER.match(text, end)
    named = before is not None and before[1][0].isupper() and before[1].lower() not in _OPENERS
    return named or (after is not None and after[1].isupper())


def _is_italic(passage: Passage, start: int, end: int) -> bool:
    """Whether a word stands in italics, as foreign words and titles do."""
    span = passage.span(start, end)
    return any(first <= span.start and span.end <= last for first, last in passage.italics)
