"""Everybody who is quoted or reported in one article, each once, with what the article says of them beside the name."""

from __future__ import annotations

from authoring.notes.ids import id_for
from authoring.prose.attribution.lexicon import PERSON, TITLES, is_title
from authoring.prose.attribution.lexicon import words as tags
from authoring.prose.attribution.model import Attribution, Kind, Speaker
from authoring.prose.document import Document
from authoring.recovering.kinds import BEHIND, SPEAKS_FOR, kind_called, kind_of
from authoring.recovering.model import Source
from authoring.rules.people import is_person
from authoring.text.patterns import lazy

_PRONOUN = lazy(
    r"(?:he|she|they|it|we|i|you|who|which|that|this|these|those|one|some|many|others?|both|all|everyone|everybody"
    r"|people|most|several|another)",
    2,
)
_ARTICLE = lazy(r"(?:an?|the|one|another)\s+", 2)
_COURTESY = frozenset("Mr Mrs Ms Mx Dr Prof Professor Sir Dame".split())
_FOR = lazy(r"\s(?:for|of|from|at|with)\s")
_GOES_ON = lazy(
    r"(?P<more>(?: (?:of|for|on|and|the|in|[A-Z][\w’'-]*))* [A-Z][\w’'-]*)?(?: \((?P<short>[A-Z][A-Z&]+)\))?$"
)
_ENDS = " ,.:;—–-"
_CUT = lazy(r"\s(?:and|&)\s[A-Z]")
"""What goes on behind a name that is not whole: “the Arts” of “the Arts and Humanities Index”."""
_LONGEST = 80
"""Characters of the words that stand for somebody without a name; longer ones are no name of anybody's."""


class Sources:
    """The sources of one article; who is told apart by name, or by the words where there is none."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._by_name: dict[str, Source] = {}
        self._taken: set[str] = set()

    @property
    def all(self) -> list[Source]:
        """In the order in which they speak."""
        return list(self._by_name.values())

    def of(self, said: Attribution) -> Source | None:
        """Whose words these are; nobody where the article does not surely tell."""
        if said.speaker is None:
            return None
        if said.kind is Kind.INDIRECT:
            behind = self._document.text[said.speaker.span.end : said.speaker.span.end + 20]
            if _CUT.match(behind) or (not said.speaker.name and _is_thing(said.speaker.text)):
                return None
        return self.speaker(said.speaker)

    def speaker(self, speaker: Speaker) -> Source | None:
        """The source that words of the article name; nobody for a pronoun that may stand for several."""
        words = " ".join(speaker.text.split()).strip(_ENDS)
        line = self._document.lines.position(speaker.span.start)[0]
        if speaker.name:
            return self._named(" ".join(speaker.name.split()), words, line)
        if not words or len(words) > _LONGEST or _PRONOUN.fullmatch(words) or "“" in words or '"' in words:
            return None
        return self._called(words, line)

    def known(self, words: str) -> Source | None:
        """A source that these words name in full, or by the last of the name where only one has it."""
        bare = words.removeprefix("The ").removeprefix("the ")
        if bare in self._by_name:
            return self._by_name[bare]
        found = [source for source in self.all if source.name and source.name.rpartition(" ")[2] == bare]
        return found[0] if len(found) == 1 else self._by_name.get(_key(words))

    def add(self, words: str, line: int, *, named: bool) -> Source:
        """The source of this name, or called so."""
        return self._named(words, words, line) if named else self._called(words, line)

    def _named(self, name: str, words: str, line: int) -> Source:
        source = self._by_name.get(name)
        if source is None:
            kind = "spokesperson" if SPEAKS_FOR.search(words) else kind_of(name)
            if not kind and " " in name and is_person(name, self._document.text):
                kind = "person"
            source = self._by_name[name] = Source(self._id(name), kind, line, name=name)
        elif not source.kind and words.lower() in ("he", "she"):
            source.kind = "person"
        before, found, behind = words.partition(name)
        if found and source.kind == "organisation" and (full := _GOES_ON.match(behind)):
            source.name = f"{name}{full['more'] or ''}"
            source.short = full["short"] or ""
        elif found:
            self._told(source, before.strip(_ENDS), behind.strip(_ENDS))
        return source

    def _told(self, source: Source, before: str, behind: str) -> None:
        """What stands before and behind the name: “Mayor”, “senior researcher”, “of the Canal Trust”."""
        words = _ARTICLE.sub("", before).split()
        if before and source.kind in ("", "person", "spokesperson") and not source.title and not source.role:
            last = words[-1] if words else ""
            if last.rstrip(".") in _COURTESY and len(words) == 1:
                source.honorific = last
            elif last.rstrip(".") in TITLES or (is_title(last.lower()) and last[:1].isupper() and len(words) <= 2):
                source.title = " ".join(words)
            elif is_title(last.lower()) and len(words) <= 8:
                small = (len(words) > 1 and words[1][:1].islower()) or before.split(maxsplit=1)[0].lower() in (
                    "the",
                    "a",
                    "an",
                )
                source.role = before[:1].lower() + before[1:] if small else before
            if source.title or source.role or source.honorific:
                source.kind = source.kind or "person"
        if source.kind in ("", "person", "spokesperson") and behind.startswith(("of ", "for ", "from ", "at ")):
            place = behind.partition(" ")[2]
            if source.kind == "spokesperson":
                source.org = source.org or place
            elif not source.role:
                source.role = behind

    def _called(self, words: str, line: int) -> Source:
        key = _key(words)
        source = self._by_name.get(key)
        if source is not None:
            return source
        if words.lower().startswith("the "):  # “the spokesman” is whoever was called so with more words
            longer = [old for old in self._by_name if old.startswith(f"{key} ") and self._by_name[old].alias]
            if len(longer) == 1:
                return self._by_name[longer[0]]
        kind = kind_called(words)
        first = words.split(maxsplit=1)[0]
        lowered = words if first.isupper() and len(first) > 1 else words[:1].lower() + words[1:]
        source = self._by_name[key] = Source(self._id(BEHIND.split(key)[0]), kind, line)
        if kind in ("document", "organisation"):
            source.said, source.later = lowered, f"the {BEHIND.split(key, 1)[0]}"
        elif kind == "spokesperson" and (place := _FOR.split(words, 1)[1:]):
            source.org, source.said, source.later = place[0], lowered, f"the {BEHIND.split(key, 1)[0]}"
        else:
            source.alias = lowered
        return source

    def _id(self, name: str) -> str:
        made = id_for(name, self._taken) or f"source-{len(self._taken) + 1}"
        self._taken.add(made)
        return made


def role_beside(source: Source, words: str) -> bool:
    """Whether the words behind a name are, or can be, the role of this source; it gets them where it has none."""
    words = words.strip(_ENDS)
    if not words or source.alias or source.said:
        return False
    if source.role:
        return source.role == words
    if not words[:1].isalpha() or words[:1].isupper():
        return False
    source.role = words
    kind = kind_called(words)
    if not source.kind and (kind == "spokesperson" or (kind == "person" and not _is_thing(words))):
        source.kind = kind
    return True


def _is_thing(words: str) -> bool:
    """Whether what is said to tell something is nobody: “leaked information”, “the numbers”."""
    nouns = BEHIND.split(words.lower(), 1)[0].split()
    return not nouns or (kind_called(words) == "person" and tags().get(nouns[-1].rstrip(".,")) != PERSON)


def _key(words: str) -> str:
    return _ARTICLE.sub("", words.lower(), 1)
