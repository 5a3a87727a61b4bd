"""Changes real quotations as a tired hand does: the mutations that ``quote_check.py`` measures with.

Every function takes words with their spaces and marks, and gives the changed quotation, or ``None`` where it has
nothing to change. None of them uses the program's own reading of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from random import Random

NUMBERS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty".split()
TENSES = dict(
    pair.split()
    for pair in (
        "is was,are were,was is,were are,has had,have had,had have,do did,does did,did do,will would,can could,go went,"
        "went go,get got,come came,came come,take took,make made,made make,think thought,thought think,know knew,"
        "knew know,say said,said say,see saw,saw see,want wanted,wanted want,need needed,work worked,worked work,"
        "started start,use used,used use,tried try,give gave,find found,tell told,told tell,feel felt,looks looked"
    ).split(",")
)
VERBS = frozenset(
    "am are be been being can could did do does had has have is might must should was were will would".split()
)
NAMES = "Adams Baker Carter Dawson Ellis Foster Garcia Hughes Ibrahim Jensen Kovacs Lindqvist Moreno Nakamura".split()
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT = re.compile(r"\s(?:not|never)(?=\s)|(?<=[a-z])n['’]t(?=\s)", re.I)
Change = Callable[[str, Random], "str | None"]


def _words(quote: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(quote))


def _put(quote: str, word: re.Match[str], new: str) -> str:
    if word[0][0].isupper():
        new = new[0].upper() + new[1:]
    return quote[: word.start()] + new + quote[word.end() :]


def not_put_in(quote: str, source: Random) -> str | None:
    verbs = [word for word in _words(quote)[:-1] if word[0].casefold() in VERBS]
    word = source.choice(verbs or _words(quote)[:-1] or [None])
    return f"{quote[: word.end()]} {source.choice(['not', 'not', 'never'])}{quote[word.end() :]}" if word else None


def not_dropped(quote: str, source: Random) -> str | None:
    found = list(_NOT.finditer(quote))
    if not found:
        return None
    match = source.choice(found)
    left = quote[: match.start()]
    if match[0][0] == "n" or match[0].startswith("n"):
        left = re.sub(r"\b(ca|wo|sha)$", lambda stem: {"ca": "can", "wo": "will", "sha": "shall"}[stem[0]], left)
    return left + quote[match.end() :]


def number_changed(quote: str, source: Random) -> str | None:
    digits = list(re.finditer(r"(?<![\w.,:])\d+(?![\w.,:]*\d)", quote))
    spelled = [word for word in _words(quote) if word[0].casefold() in NUMBERS]
    if digits and (not spelled or source.random() < 0.5):
        match = source.choice(digits)
        other = str(int(match[0]) + source.choice([1, 2, 3, 10, 26]))
        return quote[: match.start()] + other + quote[match.end() :]
    if spelled:
        word = source.choice(spelled)
        return _put(quote, word, source.choice([n for n in NUMBERS if n != word[0].casefold()]))
    return None


def name_changed(quote: str, source: Random) -> str | None:
    names = [
        word
        for before, word in pairwise(_words(quote))
        if re.fullmatch(r"[A-Z][a-z]{2,}", word[0]) and not re.search(r"[.?!:\"“]", quote[before.end() : word.start()])
    ]
    return _put(quote, source.choice(names), source.choice(NAMES)) if names else None


def tense_changed(quote: str, source: Random) -> str | None:
    verbs = [word for word in _words(quote) if word[0].casefold() in TENSES]
    if not verbs:
        return None
    word = source.choice(verbs)
    return _put(quote, word, TENSES[word[0].casefold()])


def clause_cut(quote: str, source: Random) -> str | None:
    """Leave out what stands between two marks, or three words and more from the middle."""
    marks = [match.start() for match in re.finditer(r"[,;.?!](?=\s)|\s--", quote)]
    clauses = [(a, b) for a, b in pairwise(marks) if len(quote[a:b].split()) >= 3]
    if clauses and source.random() < 0.7:
        low, high = source.choice(clauses)
        return quote[:low] + quote[high:]
    words = _words(quote)
    if len(words) < 9:
        return None
    low = source.randrange(2, len(words) - 6)
    high = source.randrange(low + 3, len(words) - 2)
    return quote[: words[low].start()] + quote[words[high].start() :]


def order_swapped(quote: str, source: Random) -> str | None:
    """Two sentences, or two words, change places."""
    sentences = re.split(r"(?<=[.?!])\s+", quote)
    if len(sentences) > 1 and source.random() < 0.6:
        at = source.randrange(len(sentences) - 1)
        sentences[at], sentences[at + 1] = sentences[at + 1], sentences[at]
        return " ".join(sentences)
    words = _words(quote)
    at = source.randrange(len(words) - 1)
    one, other = words[at], words[at + 1]
    return f"{quote[: one.start()]}{other[0]}{quote[one.end() : other.start()]}{one[0]}{quote[other.end() :]}"


def word_dropped(quote: str, source: Random) -> str | None:
    words = _words(quote)
    if len(words) < 4:
        return None
    word = source.choice(words[1:-1])
    return re.sub(r"\s{2,}", " ", quote[: word.start()] + quote[word.end() :])


CHANGES: dict[str, Change] = {
    "not put in": not_put_in,
    "not dropped": not_dropped,
    "number changed": number_changed,
    "name changed": name_changed,
    "tense changed": tense_changed,
    "clause cut": clause_cut,
    "order swapped": order_swapped,
    "word dropped": word_dropped,
}


def _expand(quote: str, source: Random) -> str | None:
    changed = re.sub(r"\b(we|they|you)['’]re\b", r"\1 are", re.sub(r"\b(I)['’]m\b", r"\1 am", quote))
    return re.sub(r"\b(do|is|was|did|does|are|would|could)n['’]t\b", r"\1 not", changed)


def _stops(quote: str, source: Random) -> str | None:
    return quote.replace(", ", " — ", 1) if ", " in quote else quote.rstrip(".,;:!?-") + ","


def _curl(quote: str, source: Random) -> str | None:
    return quote.replace("'", "’") if "'" in quote else quote.replace("’", "'")


def _small(quote: str, source: Random) -> str | None:
    return quote[:1].swapcase() + quote[1:]


def _cut(quote: str, source: Random) -> str | None:
    """A few words cut and shown, none of which negates or limits."""
    words = quote.split()
    low = source.randrange(2, len(words) - 3) if len(words) > 6 else 0
    high = low + source.randrange(1, 4)
    if not low or high > len(words) - 2 or _TURNING.search(" ".join(words[low - 1 : high + 1])):
        return None
    return " ".join([*words[:low], "…", *words[high:]])


_TURNING = re.compile(
    r"\b(?:not?|cannot|never|no\w+|neither|without|unless|if|only|except|hardly|barely|rarely|seldom|scarcely)\b"
    r"|n['’]t",
    re.I,
)
ALLOWED: dict[str, Change] = {
    "contractions written out": _expand,
    "a dash for a comma, or another stop": _stops,
    "curly or straight apostrophes": _curl,
    "case of the first letter": _small,
    "a cut shown by …": _cut,
}
"""Edits that a copy desk may make."""
