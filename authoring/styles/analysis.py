"""How the terms of a rule are found: by their first word, or by searching for them."""

from __future__ import annotations

from authoring.styles.checker import Alternatives
from authoring.styles.definition import Analysis
from authoring.text.patterns import lazy

_PLAIN = lazy(r"[^\W_](?:[\w ,'’&/-]*[^\W_])?")
_FIRST = lazy(r"\w+")
_SCANNED = 8
"""Terms up to which a rule is searched for as a whole where one of its terms has no known first word."""


def analysed(alternatives: Alternatives) -> Analysis:
    """How each of the alternatives is found."""
    from authoring.styles.beginnings import keys_of  # most runs find all of this in the cache
    from authoring.styles.syntax import read_pattern

    plain: list[int] = []
    loose: list[int] = []
    keyed: dict[tuple[str, bool, str], list[int]] = {}
    for number, term in enumerate(alternatives.terms):
        if alternatives.words and _PLAIN.fullmatch(term) and len(term.lower()) == len(term):
            plain.append(number)
            first = _FIRST.match(term)
            assert first
            after = term[first.end() : first.end() + 2].lower()
            keyed.setdefault((first[0].lower(), True, after), []).append(number)
            continue
        keys = keys_of(read_pattern(alternatives.pattern((number,))))
        if keys is None:
            loose.append(number)
        else:
            for key in keys:
                keyed.setdefault((key.word, key.whole, key.after), []).append(number)
    whole_search = bool(loose) and len(alternatives.terms) <= max(_SCANNED, 2 * len(loose))
    if whole_search:
        keyed.clear()
        loose = list(range(len(alternatives.terms)))
    return Analysis(
        tuple(plain),
        tuple((*key, tuple(numbers)) for key, numbers in keyed.items()),
        tuple(loose),
        _needs(alternatives, loose),
        whole_search,
    )


def _needs(alternatives: Alternatives, loose: list[int]) -> tuple[tuple[str, ...], ...]:
    from authoring.styles.beginnings import either, needs_of
    from authoring.styles.syntax import read_pattern

    needs = either([needs_of(read_pattern(alternatives.pattern((number,)))) for number in loose])
    return tuple(tuple(sorted(texts)) for texts in needs)
