"""What a change in quoted words does: whether it turns the meaning, and what kind of word it touches.

Practice: the Associated Press counts it as misquoting when a cut takes out a “not”, shown or not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from authoring.text.patterns import lazy
from authoring.wording.numbers import MONTHS
from authoring.wording.words import WALL, Words

NEGATIONS = frozenset(
    "not never no none nobody nothing nor neither nowhere hardly barely scarcely rarely seldom".split()
)
LIMITS = frozenset("unless if only except without".split())
_JOINING = frozenset("and but so because".split())
_CLAUSE = lazy(rf"[,;:.?!—\"()…{WALL}]|--|\s-\s|\n\s*\n")
_SENTENCE = lazy(rf"[.?!…{WALL}]|\n\s*\n")
_ABBREVIATION = lazy(r"(?:mr|mrs|ms|dr|st|prof|gen|sen|rep|gov|jr|sr|[a-z])", re.I)
_NEAR = 6
"""Words between a negation and what it may negate."""
_WITHIN = 12
"""Words between “if …” and what it may limit."""
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_VERBS = (
    "be am is are was were been being 's 'm, have has had having, do does did done doing, will would, can could, "
    "shall should, may might, go goes went gone going, say says said saying, get gets got getting gotten, come "
    "comes came coming, take takes took taken taking, make makes made making, know knows knew known, think thinks "
    "thought thinking, see sees saw seen seeing, give gives gave given giving, find finds found finding, tell tells "
    "told telling, leave leaves left leaving, feel feels felt feeling, keep keeps kept keeping, bring brings "
    "brought bringing, begin begins began begun, hold holds held, write writes wrote written writing, stand stands "
    "stood, lose loses lost losing, pay pays paid paying, meet meets met meeting, run runs ran running, become "
    "becomes became, show shows showed shown, build builds built building, send sends sent, spend spends spent, "
    "fall falls fell fallen, grow grows grew grown, speak speaks spoke spoken, buy buys bought, win wins won "
    "winning, teach taught, eat ate eaten, sit sat, rise rose risen"
)
_FAMILY = {form: number for number, verb in enumerate(_VERBS.split(", ")) for form in verb.split()}


def _breaks(words: Words, number: int, pattern: re.Pattern[str]) -> bool:
    between = words.between(number)
    abbreviated = between.strip() == "." and number and _ABBREVIATION.fullmatch(words.faces[words.last[number - 1]])
    return not abbreviated and pattern.search(between) is not None


def pauses(words: Words, number: int) -> bool:
    """Whether a clause ends before a word."""
    return _breaks(words, number, _CLAUSE)


def _reaches(words: Words, start: int, end: int, pattern: re.Pattern[str]) -> bool:
    """Whether no boundary stands before any of the words from ``start`` to, and with, ``end``."""
    return not any(_breaks(words, number, pattern) for number in range(start, min(end, len(words.keys) - 1) + 1))


def turning_word(words: Words, start: int, end: int) -> str | None:
    """Which of the words from ``start`` to before ``end`` turns what is left by its loss; ``None`` where none does.

    A negation turns what is kept of its own clause; “if”, “only” and the like what is kept of their own sentence.
    """
    for number in range(start, end):
        key = words.keys[number]
        if key not in NEGATIONS and key not in LIMITS:
            continue
        joining = _JOINING if key in NEGATIONS else frozenset[str]()
        pattern = _CLAUSE if key in NEGATIONS else _SENTENCE
        reach = _NEAR if key in NEGATIONS else 3 if key == "only" else _WITHIN
        before, after = words.keys[start:number], words.keys[number + 1 : end]
        backward = start > 0 and len(before) < reach and _reaches(words, start, number, pattern)
        forward = end < len(words.keys) and len(after) < reach and _reaches(words, number + 1, end, pattern)
        if (backward and not joining & set(before)) or (forward and not joining & set(after)):
            return words.faces[words.first[number]]
    return None


def negations(keys: Sequence[str]) -> int:
    """How many words of these negate."""
    return sum(key in NEGATIONS for key in keys)


def kind_of_change(said: Words, left: Sequence[int], quote: Words, put: Sequence[int]) -> str | None:
    """What a change of words is: a number, a name, a tense; ``None`` where it is none of these.

    Args:
        said: the words as said.
        left: those of them, by number, that are not quoted.
        quote: the words of the quotation.
        put: those of them that were not said.
    """
    ours, theirs = [quote.keys[i] for i in put], [said.keys[i] for i in left]
    if any(key[0] == "#" for key in (*ours, *theirs)):
        return "a number"
    if not ours:
        return None
    if any(key in MONTHS - {"may", "march"} or key in _DAYS for key in (*ours, *theirs)):
        return "a date"
    if any(_is_name(quote, i) for i in put) and (not left or any(_is_name(said, i) for i in left)):
        return "a name"
    if len(ours) == len(theirs) and all(_one_verb(a, b) for a, b in zip(ours, theirs, strict=True)):
        return "a tense"
    return None


def _is_name(words: Words, number: int) -> bool:
    face = words.faces[words.first[number]]
    if not face[:1].isupper() or face.startswith("I'") or face == "I":
        return False
    return number > 0 and not _breaks(words, number, _SENTENCE)


def _one_verb(one: str, other: str) -> bool:
    if one in _FAMILY and _FAMILY.get(other) == _FAMILY[one]:
        return True
    stem, word = sorted((one, other), key=len)
    return (
        len(stem) > 2
        and word.startswith(stem[: max(3, len(stem) - 1)])
        and bool(re.fullmatch(r".?(?:ed|d|ing)", word[len(stem.rstrip("e")) :]))
    )
