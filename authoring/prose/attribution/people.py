"""Whom the words that name a speaker stand for: “Low”, “the mayor” and “she” are Ada Low.

Names come from the article alone; the notes only tell which source has one. Where two people fit, nobody is named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from authoring.prose.attribution import lexicon as lex
from authoring.prose.attribution.first_names import pronouns
from authoring.prose.attribution.phrases import Chain
from authoring.prose.attribution.scene import Scene
from authoring.prose.document import Voice
from authoring.text.patterns import lazy
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes, Source
    from authoring.prose.document import Document

_CAPITAL = r"[A-Z][\w\u0300-\u036f’'-]*"
_WITH_POINT = rf"(?:[A-Z]|{'|'.join(sorted(lex.TITLES))})\."
_PARTICLE = r"(?:de|van|von|der|bin|bint|al|la|di|da|del|du|le|el|ten|ter|den|ibn|y)(?=\s)"
_RUN: Final = lazy(rf"(?<![.\w])(?:{_WITH_POINT}|{_CAPITAL})(?:[ \n](?:{_WITH_POINT}|{_PARTICLE}|{_CAPITAL}))+")
"""Two capitalised words and more, with initials and particles between."""
_GENITIVE: Final = lazy(r"['’]s$")
_TOLD_OF: Final = lazy(
    r",\s(?:\d{1,3},\s)?(?:an?|the|his|her)\s+((?:[\w’'-]+\s+){0,3}?[\w’'-]+)\s*(?:,|\.|\b(?:at|of|in|for|from|with|who)\b)"
)
"""What stands behind a name and tells who it is: “, 54, a retired machinist in”."""
_HE: Final = frozenset({"he", "him", "his", "he'd", "he'll", "he's"})
_SHE: Final = frozenset({"she", "her", "she'd", "she'll", "she's"})
_ENDINGS: Final = frozenset({"Jr", "Sr", "II", "III", "IV", "MD", "PhD", "QC", "SC", "KC", "Esq"})
_WORD: Final = lazy(r"\b[A-Z][\w\u0300-\u036f-]*")
_BODY: Final = lazy(
    r"\b(?:Academy|Agency|Association|Bank|Board|Bureau|Center|Centre|Church|City|College|Commission|Committee|Company"
    r"|Congress|Corp|Council|County|Court|Department|Express|Force|Foundation|Fund|Group|Herald|Hospital|House|Inc"
    r"|Institute|Journal|League|Ministry|Museum|Network|News|Office|Organi[sz]ation|Party|Post|Press|School|Senate"
    r"|Service|Society|State|States|Street|Team|Times|Tribune|Trust|Union|University)\b|^[A-Z]{2,}$"
)
"""Names of bodies, which no “he” or “she” stands for."""
_ORIGIN: Final = lazy(r"-(?:born|bred|based|raised|trained|educated)$")
_BODIES: Final = frozenset("Federation Chamber Confederation".split())
"""Bodies whose names go on with “of”."""
_OFFICES: Final = frozenset("Prime Vice Deputy Acting Former First Second Sir Dame Lord Lady King Queen Pope".split())
_DEMONYMS: Final = frozenset("Republican Democrat Independent Swiss Texan Californian".split())
_OPENING: Final = frozenset(
    """Hearing Seeing Reading Watching Meeting Asking Speaking Talking Listening Following Citing Quoting Calling
    Joining Addressing Announcing Introducing Helping Leading Visiting Welcoming Including Representing Knowing
    Thanking""".split()
)
"""What opens a sentence before a name: “Hearing Ada’s answer” is no Hearing Ada."""
_FAR = 5_000
"""Characters back that are looked through for it, in a piece without paragraphs."""
_MANY = 50
"""Bearers of one surname beyond which names are taken as they stand."""
_NEAR = 2
"""Paragraphs above in which a pronoun may have its name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a speaker, as far as they can be read alone."""

    start: int
    """Where they begin in the file."""
    block: int
    """The number of their block."""
    name: str | None = None
    """The name in them, without titles."""
    noun: str | None = None
    """What somebody without a name is called: spokesman."""
    pronoun: str | None = None
    alone: bool = True
    """Whether the noun stands without “of” and “for”: the mayor, and not: the mayor of Erie."""
    titles: tuple[str, ...] = ()
    """The nouns that stand before the name: mayor."""


def mention(scene: Scene, chain: Chain, start: int, block: int) -> Mention:
    """What the words of a noun phrase tell by themselves."""
    first, last = chain
    if scene.kinds[first] in "pq" or scene.tags(first) == lex.POSSESSIVE:
        return Mention(start, block, pronoun=scene.word(first))
    title = _run(scene, first)
    names, nouns = title
    if not names and last > first:
        link = scene.kinds[first + 1]
        if scene.kinds[last - 1] == "," or (link == "t" and nouns):  # the director, Ada Low; Ambassador to Mali Ada Low
            behind = _run(scene, last)[0]
            names = behind if behind and not (behind[-1].isupper() and len(behind) == 1) else _run(scene, last - 2)[0]
    if last > first and scene.kinds[first + 1] == "&":  # Rail and Transit Administrator Ada Low
        others, titles = _run(scene, last)
        if others and titles and not nouns:
            names, nouns = others, titles
        elif set(scene.tags(first) + scene.tags(last)) <= {lex.NAME}:  # Toll and Road Weekly; Ada Low and Jo Park
            both = names[:1], _run(scene, last)[0][:1]
            if all(one and one[0].lower() in pronouns() for one in both):  # two people have no one name
                return Mention(start, block)
            names = [scene.row.text[scene.start(first) : scene.end(last)]]
    if not names and last > first and nouns and lex.is_title(nouns[-1]) and scene.word(first + 1) == "of":
        behind = _run(scene, last)[0]  # Secretary of State Ada Low
        names = behind[-2:] if len(behind) >= 3 else []
    if names and len(names) == 1 and last > first and scene.kinds[first + 1] == "&":
        return Mention(start, block)
    if names and last > first and scene.word(first + 1) == "of" and (_BODY.search(names[-1]) or names[-1] in _BODIES):
        behind, titles = _run(scene, last)
        if any(lex.is_title(title) for title in titles):  # House of Records Speaker Ada Low
            return Mention(start, block, name=" ".join(behind) or None, noun=titles[-1], titles=tuple(titles))
    if names and names[-1] in _DEMONYMS:
        return Mention(start, block, noun=names[-1].lower())
    if names:
        nouns = [*nouns, *_apposed(scene, last)]
        return Mention(start, block, name=" ".join(names), titles=tuple(nouns))
    return Mention(start, block, noun=nouns[-1] if nouns else None, alone=first == last)


def _is_office(word: str) -> bool:
    return (word.rstrip(".") in lex.TITLES - _ENDINGS) or word in _OFFICES or lex.is_title(word.lower())


def _apposed(scene: Scene, chunk: int) -> list[str]:
    """What somebody is called behind the name: Ada Low, the mayor."""
    kinds = scene.kinds
    if kinds[chunk + 1 : chunk + 3] != ",X" or kinds[chunk + 3 : chunk + 4] not in tuple(",.it"):
        return []
    tags = scene.tags(chunk + 2)
    return [scene.last_word(chunk + 2)] if tags[0] in "do" and tags[-1] == "h" else []


def _run(scene: Scene, chunk: int) -> tuple[list[str], list[str]]:
    """The name that ends a noun phrase, without its titles, and the nouns before it."""
    row = scene.row
    begin, end = scene.begins[chunk], scene.begins[chunk + 1]
    while end > begin and row.tags[end - 1] == "P":
        end -= 1
    words: list[str] = []
    at = end
    while at > begin and row.tags[at - 1] == lex.NAME:
        word = row.text[row.starts[at - 1] : row.ends[at - 1]]
        if words and _BODY.search(words[-1]):  # National Teacher Training Institute
            words.insert(0, word)
            at -= 1
            continue
        if word.rstrip(".") in lex.TITLES - _ENDINGS or lex.is_title(word.lower()):
            break
        if words and _ORIGIN.search(word):  # Kiel-born Ada Low
            break
        words.insert(0, word)
        at -= 1
    nouns = [row.words[place] for place in range(begin, at) if row.tags[place] in "hnN"]
    return words, nouns


@dataclass
class People:
    """Everybody who is named in one article."""

    document: Document
    speakers: frozenset[str]
    """The names in the words that name a speaker."""
    spoken: list[tuple[Mention, str]] = field(default_factory=list)
    """Mentions so far, in order, with the name that each resolved to."""
    recent: dict[str, str] = field(default_factory=dict)
    """The full name that spoke last, by its last word."""
    firsts: dict[str, set[str]] = field(default_factory=dict)
    """The full names that have spoken, by their first word."""
    pronouns: dict[str, str] = field(default_factory=dict)
    """he or she, by name, where the article has said so."""
    unnamed: Mention | None = None
    """The last speaker who has no name: a waiter."""
    persons: set[str] = field(default_factory=set)
    """Who is told of behind the name: Otis Low, a retired baker."""
    places: dict[str, int] = field(default_factory=dict)
    """Where each full name stands first."""
    called: dict[str, Counter[str]] = field(default_factory=dict)
    """Who is called by a noun: mayor → Ada Low."""

    @cached_property
    def full(self) -> dict[str, Counter[str]]:
        """Full names of the article by their last word."""
        names: dict[str, Counter[str]] = {}
        known, text = lex.words(), self.document.text
        for found in _RUN.finditer(text):
            words = _GENITIVE.sub("", found[0]).replace("\n", " ").split(" ")
            owner = max((place for place, word in enumerate(words) if _GENITIVE.search(word)), default=-1)
            words = words[owner + 1 :]
            while words and known.get(words[0].lower(), lex.NOUN) not in (lex.NOUN, lex.NAME, lex.PERSON):
                words.pop(0)
            while words and (_ORIGIN.search(words[0]) or words[0] in _OPENING):
                words.pop(0)
            title = max((place for place, word in enumerate(words) if _is_office(word)), default=-1)
            if title >= 0:  # Home Secretary Ada Low
                called, words = words[title].lower(), words[title + 1 :]
                if lex.is_title(called) and 2 <= len(words) <= 4:
                    self.called.setdefault(called, Counter())[" ".join(words)] += 1
            if 2 <= len(words) <= 4:
                name = " ".join(words)
                told = _TOLD_OF.match(text, found.end())
                role = next((word for word in reversed(told[1].split()) if lex.is_title(word)), None) if told else None
                if role is not None:
                    self.persons.add(name)
                    self.called.setdefault(role, Counter())[name] += 1
                names.setdefault(words[-1].rstrip("."), Counter())[name] += 1
                self.places.setdefault(name, found.start() + found[0].replace("\n", " ").index(name))
        for known_names in names.values():
            for name in [name for name in known_names if name.count(" ") >= 3]:
                shorter = _suffix(name, known_names)
                if shorter is not None:  # (ambassador to the) United States Ada Low
                    known_names[shorter] += known_names.pop(name)
        return names

    def place(self, name: str) -> Span | None:
        """Where the writer first gives a full name."""
        _ = self.full
        start = self.places.get(name)
        return None if start is None else Span(start, start + len(name))

    def resolve(self, one: Mention) -> str | None:
        """The fullest name that the article gives for a mention; ``None`` where it is not sure."""
        if one.pronoun is not None:
            name = self._of_pronoun(one)
        elif one.name is not None:
            name = self._of_name(one.name)
        else:
            name = self._of_noun(one.noun) if one.alone else None
        if name is None and one.pronoun is None and one.noun is not None and lex.is_title(one.noun):
            self.unnamed = one
        if name is not None:
            self.spoken.append((one, name))
            first, _, last = name.partition(" ")
            if last:
                self.recent[name.rpartition(" ")[2].rstrip(".")] = name
                self.firsts.setdefault(first, set()).add(name)
            for title in one.titles:
                self.called.setdefault(title, Counter())[name] += 1
        return name

    def _of_name(self, name: str) -> str:
        words = name.split(" ")
        if len(words) == 1 and words[0].lower() in lex.BODIES:  # Stefan's Blog is no other Blog
            return name
        if words[0].isupper():
            return name
        if len(words) > 3 and (shorter := _suffix(name, self.full.get(words[-1].rstrip("."), ()))):
            return shorter
        if len(words) > 1 and len(self.full.get(words[-1].rstrip("."), ())) > _MANY:
            return name
        if len(words) > 1:
            longer = {
                full
                for full in self.full.get(words[-1].rstrip("."), ())
                if full != name and full.lower().endswith(f" {name.lower()}")
            }
            return longer.pop() if len(longer) == 1 else name
        candidates = Counter(
            {full: count for full, count in self.full.get(words[0].rstrip("."), Counter()).items() if full != name}
        )
        spoken = self.recent.get(words[0].rstrip("."))
        if spoken is not None and spoken in candidates:
            return spoken
        if not candidates:
            first = self.firsts.get(name, ())
            return next(iter(first)) if len(first) == 1 else name
        best = candidates.most_common(2)
        if len(best) == 1 or best[0][0].endswith(" " + best[1][0]) or best[1][0].endswith(" " + best[0][0]):
            return max(best, key=lambda item: (item[1], -len(item[0])))[0]
        return best[0][0] if best[0][1] > best[1][1] else name

    def _of_noun(self, noun: str | None) -> str | None:
        if noun is None:
            return None
        _ = self.full  # which also tells who is called what
        names = self.called.get(noun)
        return next(iter(names)) if names and len(names) == 1 else None

    def _of_pronoun(self, one: Mention) -> str | None:
        gender = "he" if one.pronoun in _HE else "she" if one.pronoun in _SHE else None
        if gender is None:
            return None
        if self.unnamed is not None and self.unnamed.start > (self.spoken[-1][0].start if self.spoken else -1):
            return None
        begin = max(self.document.blocks[one.block].span.start, one.start - _FAR)
        here = [name for _, name in self._named(begin, one.start) if self._fits(name, gender)]
        last = self.spoken[-1] if self.spoken and self._fits(self.spoken[-1][1], gender, single=True) else None
        if last is not None and one.block - last[0].block <= _NEAR and one.start - last[0].start <= _FAR:
            since = [name for _, name in self._named(last[0].start + 1, one.start) if self._fits(name, gender)]
            if all(name == last[1] for name in since):
                return self._is(last[1], gender)
        if last is None or one.block - last[0].block > _NEAR:
            for number in range(one.block - 1, max(-1, one.block - 1 - _NEAR), -1):
                above = self.document.blocks[number].span
                start = max(above.start, above.end - _FAR)
                here = here or [name for _, name in self._named(start, above.end) if self._fits(name, gender)]
        return self._is(here[-1], gender) if len(set(here)) == 1 else None

    def _is(self, name: str, gender: str) -> str:
        self.pronouns[name] = gender
        return name

    def _fits(self, name: str, gender: str, *, single: bool = False) -> bool:
        """Whether a name may be a person's of this pronoun."""
        known = self.pronouns.get(name) or pronouns().get(name.split(" ", maxsplit=1)[0].lower())
        if known is not None:
            return known == gender
        return not _BODY.search(name) and (single or " " in name or name in self.persons)

    def _named(self, start: int, end: int) -> list[tuple[int, str]]:
        """The people whom the writer names in a stretch of the file."""
        places = self._mentions
        found = places[bisect_left(places, (start, "")) : bisect_left(places, (end, ""))]
        return [(place, self._of_name(word)) for place, word in found]

    @cached_property
    def _mentions(self) -> list[tuple[int, str]]:
        """Every place outside quotation marks where a surname stands of somebody who has a first name, or speaks."""
        known = {name.rpartition(" ")[2] for name in self.speakers}
        for last, names in self.full.items():
            best = names.most_common(1)[0][0]
            first = best.partition(" ")[0].lower()
            if best in self.persons or (first in pronouns() and not _BODY.search(best)):
                known.add(last)
        voice = self.document.voice_at
        return [
            (found.start(), found[0])
            for found in _WORD.finditer(self.document.text)
            if found[0] in known and voice(found.start()) is not Voice.SPEECH
        ]


def _suffix(name: str, others: Collection[str]) -> str | None:
    """A shorter name among others that ends this one."""
    if len(others) > _MANY:
        return None
    return next((other for other in others if other != name and name.endswith(f" {other}")), None)


def source_of(notes: Notes, one: Mention, name: str | None) -> str | None:
    """The id of the source in the notes that a mention stands for, where exactly one fits."""
    if name is not None:
        return _only(source.id for source in notes.sources.values() if _is_called(source, name))
    if one.noun is not None:
        return _only(
            source.id
            for source in notes.sources.values()
            for alias in (source.alias,)
            if alias is not None and str.__str__(alias).lower().split()[-1:] == [one.noun]
        )
    return None


def _only(found: object) -> str | None:
    ids = set(found)  # type: ignore[call-overload]
    return ids.pop() if len(ids) == 1 else None


def _is_called(source: Source, name: str) -> bool:
    if source.name is None or source.protected:
        return False
    full = str.__str__(source.name)
    if full == name:
        return True
    second = source.fields.text("second")
    last = str.__str__(second) if second is not None else full.rpartition(" ")[2]
    return name == last or (" " in name and name.rpartition(" ")[2] == last and name[0] == full[0])
