"""With which words a pattern's matches can begin, and which letters they must have.

So an article's words say which patterns to try, and where; most patterns of a style are never tried at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from authoring.styles.syntax import Choice, Class, Edge, Group, Literal, Part, Repeat, Row

_EDGE = "\b"
"""Stands for the edge of a word in an enumerated beginning."""
_SETS = 4
"""Sets of texts of which each match needs one, beyond which no more are kept."""
_MOST = 64
"""Beginnings beyond which a part is left as it is."""
_CASE = {"(?i:", "(?:", "(", "(?m:", "(?im:", "(?mi:", "(?>", "(?s:", "(?-i:", "(?i-m:"}


Needs = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Key:
    """A word, in lower case, with which a match begins."""

    word: str
    whole: bool
    """Whether it is all of that word, and not only its first letters."""
    after: str = ""
    """The two letters that follow that word; empty where several may."""


def keys_of(part: Part) -> frozenset[Key] | None:
    """The words with which matches begin; nothing where that cannot be told."""
    keys = set()
    for text, _ in _beginnings(part):
        if not text.startswith(_EDGE):
            return None
        found = re.match(r"\w+", text.lstrip(_EDGE))
        if not found:
            return None
        word = found[0].lower()
        if len(word) != len(found[0]):
            return None
        rest = text.lstrip(_EDGE)[found.end() :]
        after = rest.replace(_EDGE, "")[:2].lower()
        keys.add(Key(word, bool(rest), after if len(after) == 2 else ""))
    return frozenset(keys)


def _beginnings(part: Part) -> list[tuple[str, bool]]:
    """Texts with one of which every match begins, and whether that is all of the match."""
    match part:
        case Literal(char):
            return [(char, True)]
        case Class(_, chars):
            return [(char, True) for char in chars] if 0 < len(chars) <= 8 else [("", False)]
        case Edge(text):
            return [(_EDGE if text == "\\b" else "", True)]
        case Group(opening, inner):
            if opening in _CASE or opening.startswith("(?P<"):
                return _beginnings(inner)
            return [("", True)]  # a look around takes no room
        case Choice(parts):
            found = [text for inner in parts for text in _beginnings(inner)]
            return found if len(found) <= _MOST * 20 else [("", False)]
        case Row(parts):
            return _row(parts)
        case Repeat(inner, least, most, _):
            found = _beginnings(inner)
            if most == 1:
                return found if least else [*found, ("", True)]
            if most == least and most is not None and most <= 4:
                return _row((inner,) * most)
            once = [(text, False) for text, _ in found]
            return once if least else [*once, ("", True)]
    return [("", False)]


def _row(parts: tuple[Part, ...]) -> list[tuple[str, bool]]:
    done: list[tuple[str, bool]] = []
    growing = [""]
    for part in parts:
        following = _beginnings(part)
        if len(growing) * len(following) + len(done) > _MOST and len(following) > 1:
            return [*done, *((text, False) for text in growing)]
        longer = []
        for text in growing:
            for more, whole in following:
                if whole:
                    longer.append(text + more)
                else:
                    done.append((text + more, False))
        growing = longer
        if not growing:
            break
    return [*done, *((text, True) for text in growing)]


def needs_of(part: Part) -> Needs:
    """Texts in lower case that every match holds: of each set one at least; nothing where there are none."""
    match part:
        case Literal(char):
            low = char.lower()
            return (frozenset({low}),) if len(low) == 1 else ()
        case Class(_, chars):
            low = chars.lower()
            return (frozenset(low),) if chars and len(low) == len(chars) else ()
        case Group(opening, inner):
            return needs_of(inner) if opening in _CASE or opening.startswith("(?P<") else ()
        case Choice(parts):
            return either([needs_of(inner) for inner in parts])
        case Repeat(Literal(), least, _, _) if 0 < least < 9:
            return _row_needs((part,))
        case Repeat(inner, least, _, _):
            return needs_of(inner) if least else ()
        case Row(parts):
            return _row_needs(parts)
    return ()


def either(all_needs: list[Needs]) -> Needs:
    """What a match of one of several parts needs."""
    if not all_needs or not all(all_needs):
        return ()
    if len(all_needs) == 1:
        return all_needs[0]
    best = frozenset().union(*(max(needs, key=_worth) for needs in all_needs))
    return (best,) if len(best) <= _MOST * 4 else ()


def _worth(texts: frozenset[str]) -> tuple[int, int]:
    """How seldom one of the texts will be met: long ones are seldom, and so are few."""
    return min(map(len, texts)), -len(texts)


def _row_needs(parts: tuple[Part, ...]) -> Needs:
    """The runs of letters, and what the other parts need."""
    runs: list[str] = [""]
    others: list[frozenset[str]] = []
    for part in parts:
        if isinstance(part, Literal) and len(part.char.lower()) == 1:
            runs[-1] += part.char.lower()
        elif isinstance(part, Repeat) and isinstance(part.part, Literal) and 0 < part.least < 9:
            char = part.part.char.lower()
            runs[-1] += char * part.least if len(char) == 1 else ""
            runs.append("")
        elif not isinstance(part, Edge):
            runs.append("")
            others.extend(needs_of(part))
    found = dict.fromkeys([*(frozenset({run}) for run in runs if run), *others])
    return tuple(sorted(found, key=_worth, reverse=True)[:_SETS])
