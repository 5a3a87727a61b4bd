"""Which sentences of the writer's own say something else than before, and whether a fact is in what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from authoring.comparing.changes import Change, Side
from authoring.comparing.pairing import joined, pair
from authoring.comparing.pieces import Told
from authoring.comparing.tokens import Token
from authoring.comparing.wordwise import Text, difference, keys_of, opcodes
from authoring.text.span import Span
from authoring.verification.figures import share, told
from authoring.verification.words import FUNCTION
from authoring.wording.meaning import NEGATIONS
from authoring.wording.numbers import MONTHS

_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_DATES = (MONTHS | _DAYS) - {"may", "march"}
_NO_FIGURE = frozenset({"#1", "#1th"})
"""“One of them”, “first”: these are no fact by themselves."""
_JOINTS = frozenset({"and", "that"})
_ELSEWHERE = 0.85
"""Part of a sentence's words in another one from which it still stands there."""
_TAG = 3
"""Words that carry meaning beside a quotation, up to which they only say whose it is."""


def told_changes(old: Sequence[Told], new: Sequence[Told], dropped: set[Span], added: set[Span]) -> Iterator[Change]:
    """What has changed in the writer's own sentences.

    ``dropped`` and ``added`` are the places of quotations: the few words around one say no more than whose it is.
    """
    before, after = [each for each in old if each.text.keys], [each for each in new if each.text.keys]
    texts, others = [each.text for each in before], [each.text for each in after]
    for left, right in pair(texts, others):
        mine, theirs = [before[number] for number in left], [after[number] for number in right]
        if left and right:
            yield from _changed(joined(texts, left), joined(others, right), mine, theirs)
        else:
            (one,) = mine or theirs
            if not _told_already(one, dropped if mine else added) and not _still_there(one, after if mine else before):
                yield _alone(one, dropped=bool(mine))


def _changed(text: Text, other: Text, old: Sequence[Told], new: Sequence[Told]) -> Iterator[Change]:
    if text.keys == other.keys:
        return
    if all(map(_is_tag, (*old, *new))) or _only_joined(text, other):
        return
    what = _kind(text, other)
    sides = (_side(old), _side(new))
    yield Change("fact" if what else "sentence", "changed", *sides, difference(text, other), what)


def _only_joined(text: Text, other: Text) -> bool:
    """Whether no more than an “and” has come or gone, as where one sentence is made into two."""
    left, right = (tuple(key for key in each.keys if key not in _JOINTS) for each in (text, other))
    return left == right


def _side(pieces: Sequence[Told]) -> Side:
    span = Span(pieces[0].span.start, pieces[-1].span.end)
    speaker = next((each.speaker for each in pieces if each.speaker), None)
    return Side(span, " ".join(" ".join(each.whole.split()) for each in pieces), speaker)


def _alone(one: Told, *, dropped: bool) -> Change:
    side = _side([one])
    fact = one.speaker is not None or _has_figure(one.text)
    return Change(
        "fact" if fact else "sentence",
        "dropped" if dropped else "added",
        side if dropped else None,
        None if dropped else side,
    )


def _is_tag(one: Told) -> bool:
    """Whether all it says is whose quoted words are, which is told with the quotation: “Ruiz said”, “she said”."""
    return one.quotes and len(one.text.stems) <= _TAG


def _told_already(one: Told, quoted: set[Span]) -> bool:
    """Whether a sentence came or went with a quotation, and says no figure besides."""
    return _is_tag(one) or (not _has_figure(one.text) and any(span.overlaps(one.span) for span in quoted))


def _has_figure(text: Text) -> bool:
    return any(key[0] == "#" and key not in _NO_FIGURE for key in text.keys)


def _still_there(one: Told, others: Sequence[Told]) -> bool:
    """Whether another sentence holds its words and all its figures."""
    mine = told(one.text.text)
    keys = {figure.key for figure in mine.figures}
    if not mine.words:
        return False
    theirs = (told(other.text.text) for other in others)
    return any(share(mine, each) >= _ELSEWHERE and keys <= {figure.key for figure in each.figures} for each in theirs)


def _kind(old: Text, new: Text) -> str:
    """What kind of fact has changed; empty for other words."""
    gone: list[Token] = []
    come: list[Token] = []
    name = False
    for tag, start, end, other, past in opcodes(old, new):
        if tag != "equal":
            gone += old.tokens[start:end]
            come += new.tokens[other:past]
            name = name or _other_name(old, (start, end), new, (other, past))
    before, after = keys_of(gone), keys_of(come)
    if _figures(before) != _figures(after):
        return "figure"
    if _of(_DATES, before) != _of(_DATES, after):
        return "date"
    if name:
        return "name"
    return "not" if _of(NEGATIONS, before) != _of(NEGATIONS, after) else ""


def _figures(keys: Sequence[str]) -> list[str]:
    return sorted(key for key in keys if key[0] == "#")


def _of(known: frozenset[str], keys: Sequence[str]) -> list[str]:
    return sorted(key for key in keys if key in known)


def _other_name(old: Text, gone: tuple[int, int], new: Text, come: tuple[int, int]) -> bool:
    """Whether one name stands for another, or came or went by itself; neither does “Low” for “Ann Low”, nor “she”."""
    before, after = _names(old, *gone), _names(new, *come)
    if before == after or before & after:
        return False
    if before and after:
        return True
    text, (start, end) = (old, gone) if before else (new, come)
    if not before | after:
        return False
    instead = come[1] - come[0] if before else gone[1] - gone[0]
    return not instead and not _names(text, max(start - 1, 0), start) and not _names(text, end, end + 1)


def _names(text: Text, start: int, end: int) -> frozenset[str]:
    """The words of a stretch that are written large inside a sentence."""
    return frozenset(
        token.keys[0]
        for number, token in enumerate(text.tokens[start:end], start)
        if token.face[:1].isupper()
        and not (number == 0 or token.stop or token.face == "I" or token.face.startswith("I'"))
        and token.keys[0] not in _DATES
        and token.keys[0] not in FUNCTION
    )
