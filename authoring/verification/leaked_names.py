"""Where a text has the name of a protected source, whole or in part, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache

from authoring.prose.attribution.lexicon import TITLES
from authoring.prose.document import WORD
from authoring.text.bare import plain
from authoring.text.patterns import lazy
from authoring.text.span import Span

_GAP = r"(?:[\W_]|&#?\w{1,8};|<[^<>]{1,60}>){1,9}"
"""What may stand between the parts of a name: a space, marks of Markdown and HTML, the hyphen of a link."""
_NARROW = r"(?:[ \t\r\n\u00a0*_~`+-]|%20|&nbsp;|(?<=\w)\.(?=\w)|</?[A-Za-z][^<>]{0,60}>){1,9}"
"""The same for names of everyday words: no comma and no full stop, for “in April, May said” names nobody."""
_INITIAL = r"(?:[^\W\d_]\.?{gap})?"
_BOUND, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_IN_LINKS = r"[@/~._=-]"
"""Signs that stand beside a name in addresses and the names of files."""
_PLACES = frozenset(
    """april may june august summer paris london sydney georgia virginia carolina florence charlotte austin jackson
    lincoln washington chelsea brooklyn savannah israel jordan chad china india france england ireland scotland madison
    houston dallas""".split()
)
"""First names that more often are something else."""
_VERBS = frozenset(
    "mark price will grant chase pat rob drew sue bill faith hope grace joy rich frank pope bishop".split()
)
_TITLED = lazy(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof)\.?\s$")
_OTHERS = lazy(r"[ \n](?:[A-Z]\.?[ \n])?([A-Z][\w’'-]+)")
_BEFORE = lazy(r"\b([A-Z][\w’'-]+)[ \n](?:[A-Z]\.?[ \n])?$")
_SPOKE = "said|says|told|tells|added|adds|asked|asks|explained|recalled|recalls|replied|wrote|writes|answered|claimed"
_CUE = lazy(rf"[ \n](?:{_SPOKE})\b")
_CUED = lazy(rf"\b(?:{_SPOKE}|according to)[ \n]$")
_JOINED, _JOINS = lazy(r"\w[-_]$"), lazy(r"[-_][A-Z]")
_SAINTS = frozenset({"Saint", "St", "San", "Santa"})
_NEAR, _FAR = 8, 40
"""Characters before a name in which a title stands, or another name."""
_LEAST = 5
"""Letters of a surname that is known in an address by itself, in small letters."""


@dataclass(frozen=True)
class Name:
    """The name of somebody who is not to be named."""

    words: tuple[str, ...]
    """Without titles and accents."""
    person: bool

    @property
    def everyday(self) -> bool:
        """Whether each of its words is one of the language: Will Green, April May, Mark Price."""
        return all(_is_everyday(word) for word in self.words)


def name_of(text: str, *, person: bool) -> Name | None:
    """A name to look for; ``None`` where it is too short to be known again."""
    words = tuple(word for word in WORD.findall(plain(text)) if word not in TITLES)
    return Name(words, person) if words and len("".join(words)) > 2 else None


def names_in(text: str, name: Name, opened: Set[str], others: Set[tuple[str, str]]) -> Iterator[Span]:
    """Every place of a name in a plain text.

    Args:
        text: without accents.
        name: whose it is.
        opened: the words, in small letters, of names that may be printed.
        others: first name and surname of those who may be named.
    """
    whole = [Span(*match.span()) for pattern in _whole(name) for match in pattern.finditer(text) if _meant(match, name)]
    yield from whole
    if len(name.words) < 2 or not name.person:
        return
    for span in whole:  # so that its own parts count as no everyday words
        text = text[: span.start] + " " * len(span) + text[span.end :]
    first, last = name.words[0], name.words[-1]
    short = [Span(*match.span()) for pattern in _initials(first, last, others) for match in pattern.finditer(text)]
    yield from short
    for span in short:
        text = text[: span.start] + " " * len(span) + text[span.end :]
    if last.casefold() not in opened and len(last) > 2:
        yield from _alone(text, last, (), name.words)
        yield from _in_addresses(text, last)
    if first.casefold() not in opened | _PLACES and len(first) > 2:
        yield from _alone(text, first, (last,), name.words)


@cache
def _patterns(words: tuple[str, ...], everyday: bool) -> tuple[re.Pattern[str], ...]:
    if len(words) == 1:
        return (re.compile(rf"{_BOUND}{re.escape(words[0])}{_ENDS}"),)
    gap = _NARROW if everyday else _GAP
    first, last = re.escape(words[0]), re.escape(words[-1])
    middle = "".join(rf"(?:{re.escape(word)}{gap})?" for word in words[1:-1])
    between = middle or _INITIAL.replace("{gap}", gap)
    found = [rf"{_BOUND}{first}{gap}{between}{last}{_ENDS}", rf"{_BOUND}{last}(?:,\s*|[-_+.]|%20){first}{_ENDS}"]
    if len(words[0]) > 1 and not everyday:
        found.append(rf"{_BOUND}{first}{last}{_ENDS}")
    made = [re.compile(pattern, re.IGNORECASE) for pattern in found]
    if everyday:
        made.append(re.compile(rf"{_BOUND}{first}{last}{_ENDS}"))
    return tuple(made)


def _whole(name: Name) -> tuple[re.Pattern[str], ...]:
    """The whole name as it may be written: Jane Doe, JANE Q. DOE, jane-doe, Doe, Jane; a single word with its case."""
    return _patterns(name.words, name.everyday)


def _meant(match: re.Match[str], name: Name) -> bool:
    """Whether the words of a name are that name: “they will green the roof” is nobody, and /will-green is."""
    if not name.everyday:
        return True
    written = [word for word in re.split(r"[\W_]+", match[0]) if len(word) > 1]
    if all(word[:1].isupper() for word in written):
        return "," not in match[0] or not _is_list(match)
    return bool(re.fullmatch(r"[\w.+%-]+", match[0]))


def _is_list(match: re.Match[str]) -> bool:
    """Whether a comma parts things that are told one after the other: “March, April” is nobody called April March."""
    text = match.string
    return bool(
        re.match(r"(?:,|\s+(?:and|or)\b)", text[match.end() : match.end() + 6])
        or re.search(r",\s*$", text[max(0, match.start() - 3) : match.start()])
    )


def _initials(first: str, last: str, others: Set[tuple[str, str]]) -> tuple[re.Pattern[str], ...]:
    """The surname behind an initial: J. Doe, and @jdoe or j.doe@… in an address."""
    taken = {(one[:1].casefold(), other.casefold()) for one, other in others}
    if (first[:1].casefold(), last.casefold()) in taken or len(last) < 3:
        return ()
    return _initial_patterns(first[0], last)


@cache
def _initial_patterns(initial: str, last: str) -> tuple[re.Pattern[str], ...]:
    letter, name = re.escape(initial), re.escape(last)
    upper = re.escape(last.upper())
    return (
        re.compile(rf"{_BOUND}{letter.upper()}\.[ \t\u00a0]?(?:[A-Z]\.[ \t\u00a0]?)?(?:{name}|{upper}){_ENDS}"),
        re.compile(
            rf"(?:(?<={_IN_LINKS}){letter}[._-]?{name}{_ENDS}|{_BOUND}{letter}[._-]?{name}(?=@))", re.IGNORECASE
        ),
    )


def _alone(text: str, word: str, after: tuple[str, ...], own: tuple[str, ...]) -> Iterator[Span]:
    """A part of a name where it can mean nobody else and is no everyday word.

    ``after`` are the words that may follow it; another name there, or before it, is another person's.
    """
    everyday = word != word.lower() and _lower(word).search(text) is not None
    common = _is_everyday(word) or _is_first_name(word)
    found: list[Span] = []
    for match in _written(word).finditer(text):
        following = _OTHERS.match(text, match.end())
        before = _BEFORE.search(text[max(0, match.start() - _FAR) : match.start()])
        if word == own[-1]:
            other = before is not None and before[1] not in own and _is_first_name(before[1])
        else:
            other = following is not None and following[1] not in after
        if other:
            return
        if everyday and not _TITLED.search(text[max(0, match.start() - _NEAR) : match.start()]):
            continue
        if common and (_part_of_another(text, match) or (_is_everyday(word) and not _speaks(text, match))):
            continue
        found.append(Span(*match.span()))
    yield from found


def _part_of_another(text: str, match: re.Match[str]) -> bool:
    """Whether a common name is half of another: Ann-Marie, Steven Frank, Saint Peter."""
    before = _BEFORE.search(text[max(0, match.start() - _FAR) : match.start()])
    if before is not None and before[1] not in TITLES and (before[1] in _SAINTS or not _is_everyday(before[1])):
        return True
    return bool(_JOINED.search(text[max(0, match.start() - 2) : match.start()]) or _JOINS.match(text, match.end()))


def _speaks(text: str, match: re.Match[str]) -> bool:
    """Whether a word of the language is somebody's name where it stands: Ms Green, Green said, according to Green."""
    before = text[max(0, match.start() - _FAR) : match.start()]
    return bool(_TITLED.search(before) or _CUED.search(before) or _CUE.match(text, match.end()))


@cache
def _written(word: str) -> re.Pattern[str]:
    shout = f"|{re.escape(word.upper())}" if len(word) > 3 and not _is_everyday(word) else ""
    return re.compile(rf"{_BOUND}(?:{re.escape(word)}{shout}){_ENDS}")


@cache
def _lower(word: str) -> re.Pattern[str]:
    """The word as any other of a sentence, not as a part of an address."""
    return re.compile(rf"(?<!{_IN_LINKS}){_BOUND}{re.escape(word.lower())}{_ENDS}(?![@/_=-]|\.\w)")


def _in_addresses(text: str, last: str) -> Iterator[Span]:
    """The surname in small letters in an address or the name of a file, unless it is a word of the language."""
    if len(last) < _LEAST or _is_everyday(last) or _lower(last).search(text):
        return
    pattern = re.compile(
        rf"(?:(?<={_IN_LINKS}){re.escape(last.lower())}{_ENDS}|{_BOUND}{re.escape(last.lower())}(?=[@_/.]\w))"
    )
    yield from (Span(*match.span()) for match in pattern.finditer(text))


@cache
def _is_everyday(word: str) -> bool:
    from authoring.prose.easy_words import easy_words

    low = word.casefold()
    return low in _PLACES or low in _VERBS or not easy_words().isdisjoint((low, low.removesuffix("s")))


def _is_first_name(word: str) -> bool:
    from authoring.prose.attribution.first_names import pronouns

    return word.lower() in pronouns()
