"""The sources and requests of a front matter, made sense of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from authoring.notes.model import PROTECTED_TERMS, Fields, Request, Source, SourceKind
from authoring.notes.problems import Problems, shown
from authoring.notes.schema import PRONOUNS, RESERVED, SOURCE_KINDS
from authoring.text.near import nearest
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Traced

_SUGGESTED = 200
"""Unknown ids for which the nearest is looked up; a file with more has another fault."""
_TELLING = 5
"""Letters of a protected name, or id, that is known within a longer word."""
_NO_ID = lazy(r"[\s|{},.:#<>\\/]")


class Names:
    """The ids that tags, requests and fields may use, and what may be said of a wrong one."""

    def __init__(
        self, sources: Mapping[str, Source], *, complete: bool, offered: Mapping[str, Source] | None = None
    ) -> None:
        """Arguments: the sources; whether they are all; those of the contacts file, whose ids may be meant as well."""
        self.sources = sources
        self._offered = {id_ for id_, source in (offered or {}).items() if not source.protected}
        self.complete = complete
        """Whether all sources are known; where the front matter has a fault, no id can be called unknown."""
        self.requests: tuple[Request, ...] = ()
        """The requests for comment."""
        self._open = [source.id for source in sources.values() if not source.protected]
        self._said: dict[tuple[str, bool], str] = {}
        self._secret: set[str] = set()
        for source in (*sources.values(), *(offered or {}).values()):
            if source.protected:
                self._secret |= {source.id, *_words(source.id.replace("-", " ").replace("_", " "))}
                self._secret |= {str.__str__(source.name), *_words(source.name)} if source.name else set()

    def known(self, id_: str) -> bool:
        """Whether nothing can be said against this id."""
        return id_ in self.sources or not self.complete

    def unknown(self, id_: str, *, private: bool = False) -> str:
        """The message for an id that no source has; it never shows, nor leads to, a protected source."""
        if (id_, private) not in self._said:
            self._said[id_, private] = self._unknown(id_, private=private)
        return self._said[id_, private]

    def like_a_secret(self, word: str) -> bool:
        """Whether a word may be meant for a source that is not to be made known."""
        if any(nearest(part, self._secret) for part in (word, *_words(word))):
            return True
        letters = _letters(word)
        return any(len(known) >= _TELLING and known in letters for known in map(_letters, self._secret))

    def _unknown(self, id_: str, *, private: bool) -> str:
        if len(self._said) >= _SUGGESTED:
            return "no source has this id, expected one declared under “sources:”"
        if self.like_a_secret(id_):
            return "no source has this id, expected one that is declared (a protected source has one like it)"
        near = self._by_name(id_) or nearest(id_, self.sources) or nearest(id_, self._offered)
        typed = shown(id_)
        if near:
            return f"no source is called {typed}, expected {shown(near)}"
        if private:
            return "no source has this id, expected one declared under “sources:”"
        names = "one declared under “sources:”"
        if 0 < len(self._open) <= 3 and sum(map(len, self._open)) <= 20:
            names = " or ".join(f"“{name}”" for name in self._open)
        return f"no source is called {typed}, expected {names}"

    def _by_name(self, words: str) -> str | None:
        """The id of the source, if any, whose name or last name somebody typed in its place."""
        wanted = words.casefold()
        for part in (slice(None), slice(-1, None)):
            found = [
                source.id
                for source in self.sources.values()
                if source.name and not source.protected and str.casefold(" ".join(source.name.split()[part])) == wanted
            ]
            if len(found) == 1:
                return found[0]
        return None


def _letters(word: str) -> str:
    return "".join(filter(str.isalnum, str.casefold(word)))


def _words(name: str | None) -> Iterable[str]:
    return [word for word in str.__str__(name or "").split() if len(word) > 2]


def read_sources(front: Fields, problems: Problems, *, whole: bool) -> dict[str, Source]:
    """Every source by its id, in the order of the file; ``whole`` if all of the front matter could be read."""
    listed = front.get("sources")
    found: dict[str, Source] = {}
    if not isinstance(listed, Fields):
        if whole and "sources" not in front.keys and not any(nearest("sources", [key]) for key in front.keys):
            problems.warning(front.span.start, front.span.start, "no “sources:” here, expected who or what told us")
        return found
    for id_, entry in listed.values.items():
        fields = entry if isinstance(entry, Fields) else Fields({}, {}, {}, listed.place(id_))
        kind = str.casefold(fields.text("kind") or "person")
        known = kind if kind in SOURCE_KINDS else "person"
        source = Source(id_, cast(SourceKind, known), fields, listed.keys[id_])
        found[id_] = source
        _check_id(source, problems)
        if isinstance(listed.get(id_), Fields):
            _check_name(source, problems)
    return found


def _check_id(source: Source, problems: Problems) -> None:
    start, end = source.span.start, source.span.end
    bad = _NO_ID.search(source.id)
    if bad:
        what = "a space" if bad.group().isspace() else f"“{bad.group()}”"
        problems.error(start, end, f"{what} in a source's id, expected letters, digits and hyphens")
    elif source.id.casefold() in PRONOUNS:
        problems.error(start, end, "a pronoun as a source's id, expected a name of its own")
    elif source.id.casefold() in RESERVED:
        problems.error(start, end, f"“{source.id.casefold()}” as a source's id, expected no word that tags use")


def _check_name(source: Source, problems: Problems) -> None:
    start, end = source.span.start, source.span.end
    terms = str.casefold(source.fields.text("terms") or "")
    protected = any(term in terms for term in PROTECTED_TERMS)
    if source.alias is not None and "on the record" in terms:
        problems.warning(start, end, "an alias for a source on the record, expected terms that say it is not named")
    if protected and source.alias is None and "off the record" not in terms:
        problems.warning(start, end, "this source may not be named and has no “alias:”, expected what to print instead")
    elif not (
        protected
        or source.name
        or source.alias
        or (source.kind == "spokesperson" and (source.fields.text("first") or source.fields.text("org")))
    ):
        problems.warning(start, end, "this source has no name yet, expected it after “name:”")


def read_requests(front: Fields, names: Names, problems: Problems) -> tuple[Request, ...]:
    """Every request for comment, in the order of the file."""
    return tuple(_requests(front, names, problems))


def _requests(front: Fields, names: Names, problems: Problems) -> Iterator[Request]:
    listed = front.get("requests")
    if not isinstance(listed, tuple):
        return
    for entry in listed:
        if not isinstance(entry, Fields):
            continue
        to = entry.text("to")
        if entry.get("to") is None:
            place = entry.place("to")
            problems.error(place.start, place.start, "a request to nobody, expected “to:” and the id of a source")
        if to is None:
            continue
        check_ids([to], entry.place("to"), names, problems)
        yield Request(str.__str__(to), entry)


def check_interview(front: Fields, names: Names, problems: Problems) -> None:
    """``interview.with`` names the sources who were interviewed."""
    interview = front.get("interview")
    if not isinstance(interview, Fields):
        return
    value = interview.get("with")
    listed = value if isinstance(value, tuple) else (value,)
    for entry in listed:
        if isinstance(entry, Traced):
            check_ids(split_ids(entry), interview.place("with"), names, problems)
            _check_terms(interview, split_ids(entry), names, problems)


def _check_terms(interview: Fields, ids: Iterable[Traced], names: Names, problems: Problems) -> None:
    """What was agreed for an interview has to stand at whoever gave it, since only that keeps a name out of print."""
    if not any(term in str.casefold(interview.text("terms") or "") for term in PROTECTED_TERMS):
        return
    given = [names.sources[str.__str__(id_)] for id_ in ids if str.__str__(id_) in names.sources]
    if any(not source.protected and not _on_the_record(source) for source in given):
        place = interview.place("terms")
        message = "terms that keep a name out, expected them at that source, too, or “on the record” there"
        problems.error(place.start, place.end, message)


def _on_the_record(source: Source) -> bool:
    return "on the record" in str.casefold(source.fields.text("terms") or "")


def split_ids(value: Traced) -> list[Traced]:
    """The ids of a list that is written with commas."""
    return [cast(Traced, part.strip()) for part in value.split(",")]


def check_ids(ids: Iterable[Traced], place: Span, names: Names, problems: Problems, *, private: bool = False) -> None:
    """Reports every id that no source has."""
    for id_ in ids:
        if id_ and not names.known(str.__str__(id_)):
            start, end = id_.noted or (place.start, place.end)
            problems.error(start, end, names.unknown(str.__str__(id_), private=private))
