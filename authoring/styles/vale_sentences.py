"""Where Vale ends sentences, for reading as Vale reads: Punkt (Kiss and Strunk), with a small model of English.

Every word that ends in a mark ends its sentence, unless it is an abbreviation, an initial, a number or an ellipsis;
then the next word decides. Nothing else ends one, no empty line either. Punkt's own model holds 20,000 words as they
stand in newspapers; here are the few that matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from authoring.text.patterns import lazy

_WORD = lazy(r"\S+")
_ENDS = ('."', ".)", ".’", ".”", *(mark + end for mark in "?!" for end in ("", '"', "'", ")", "’", "”")))
_INSIDE = (".[", ".(", '."', "?[", "?(", "![", "!(")
_CLOSING = (")", "’", "”", '"', "'")
_NUMBER = lazy(r"-?[.,]?\d[\d,.-]*\.?$")
_INITIAL = lazy(r"[A-Za-z]\.")
_LETTERS = lazy(r"(?:[0-9A-Za-z_]\.)+[0-9A-Za-z_]*\.")
"""U.S., a.m., and also example.org. at the end of a sentence."""
_ELLIPSIS = lazy(r"(?:\.\s?){2,}\.")
_ABBREVIATIONS = frozenset(
    "adm ala ariz aug ave bros c calif co col colo conn corp cos ct d d.c dec dr e f feb fla fri ft g ga gen gov h inc"
    " ill jan jr k kan ky l lt ltd m maj messrs mg mich minn mr mrs ms mt n nev no nov oct ok okla ore p pa ph.d prof"
    " r rep reps s sen sep sept sgt sr st t tenn tues u.k u.n u.s u.s.a v va vs vt w wash wed wis yr".split()
)
_STARTERS = frozenset(
    "according although among both but despite even he however i if in indeed instead it many meanwhile moreover most"
    " nevertheless nonetheless nor since so some the there these they this though thus under when while yet".split()
)
_SMALL = frozenset(
    "a about above after again all almost along also always an and another any are around as at back be because been"
    " before behind being below besides between beyond by can could did do does during each either else every"
    " everyone everything few finally first for from further give had has have her here his how i'm i've into is its"
    " just last later let like made make may maybe more much must my nearly neither never next no nobody none not"
    " nothing now of off often on once one only or other others our out over perhaps please previously rather same see"
    " several she should similarly someone sometimes soon still such take than thank that their them then therefore"
    " those through to today together too two unless until up upon us use using usually very was we were what whatever"
    " where whether which who whose why will with within without would you your"
    " bill bob chairman grace mark president prime".split()
)
"""Words that often stand in small letters; most are also met with a capital inside a sentence."""
_ALWAYS_SMALL = frozenset(
    "citizenship congressman congresswoman edge et hood mobile postal senator senators web".split()
)
"""Words that newspapers hardly write with a capital inside a sentence."""


@dataclass(slots=True)
class _Token:
    word: str
    end: int
    ends: bool = False
    short: bool = False
    """Whether it is an abbreviation."""

    @property
    def kind(self) -> str:
        """The word in small letters, without commas, a number as a number; without its mark if that ends a sentence."""
        kind = _NUMBER.sub("#", self.word.lower())
        kind = kind if len(kind) == 1 else kind.replace(",", "")
        return kind[:-1] if self.ends and len(kind) > 1 and kind.endswith(".") else kind

    @property
    def small(self) -> bool:
        """Whether the same word is known in small letters."""
        return self.kind.rstrip(".") in _SMALL | _ALWAYS_SMALL

    @property
    def starts(self) -> bool:
        """Whether it has a capital because a sentence starts, as far as that can be told."""
        return self.word[0].isupper() and (self.kind in _STARTERS or self.kind.rstrip(".") in _ALWAYS_SMALL)


def vale_sentence_places(text: str) -> list[tuple[int, int]]:
    """Start and end of every sentence in order, without the space around it."""
    tokens = _tokens(text)
    for token in tokens:
        _judge_alone(token)
    for token, following in pairwise(tokens):
        _judge_short(token, following)
    for token, following in pairwise(tokens):
        _judge_again(token, following)
    places = []
    at = 0
    for end in [*(token.end for token in tokens if token.ends), len(text)]:
        piece = text[at:end]
        words = piece.strip()
        if words:
            start = at + len(piece) - len(piece.lstrip())
            places.append((start, start + len(words)))
        at = end
    return places


def _tokens(text: str) -> list[_Token]:
    """The words that hold a mark, and those after them."""
    tokens = []
    wanted = False
    for found in _WORD.finditer(text):
        word = found[0]
        marked = "." in word or "?" in word or "!" in word
        if marked or wanted:
            tokens.append(_Token(word, found.end()))
        wanted = marked
    return tokens


def _judge_alone(token: _Token) -> None:
    word = token.word
    if word.endswith(_ENDS) or any(marks in word for marks in _INSIDE):
        token.ends = True
    elif word.endswith(".") and not word.endswith(".."):
        name = word[:-1].lower()
        token.short = name in _ABBREVIATIONS or name.rpartition("-")[2] in _ABBREVIATIONS
        token.ends = not token.short


def _judge_short(token: _Token, following: _Token) -> None:
    """After an abbreviation or an ellipsis a sentence may start, after an initial or a number perhaps not."""
    if not token.word.endswith("."):
        return
    initial = bool(_INITIAL.fullmatch(token.word))
    if (token.short or token.word.endswith("..")) and not initial and following.starts:
        token.ends = True
    elif token.word == following.word == ".":
        token.ends = following.ends = False
    elif initial or token.kind.rstrip(".") == "#":
        low = following.word[0].islower()
        if low or (initial and following.word[0].isupper() and not following.starts and not following.small):
            token.ends, token.short = False, True


def _judge_again(token: _Token, following: _Token) -> None:
    """A word in brackets or quotation marks, an ellipsis, and letters with full stops between them."""
    word = token.word
    capital = following.word[0].isupper()
    if word.endswith(".") and following.word == ".":
        token.ends = following.ends = False
        return
    if _ELLIPSIS.search(word) and (capital or following.kind in _STARTERS):
        token.ends = True
        return
    if token.ends and word.endswith(_CLOSING):
        if following.word[0].islower() and following.kind not in _STARTERS:
            token.ends = False
            return
    elif not token.ends and word.endswith(".") and capital and following.small:
        token.ends = True
    if _LETTERS.search(word) and not _INITIAL.fullmatch(word):
        token.ends = following.starts
