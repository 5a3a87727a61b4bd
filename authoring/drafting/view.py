"""Notes as the plain data that templates see; what is confidential does not cross.

Off-the-record items are left out with everything of theirs, and a protected source crosses as ``source-1`` with its
alias, so that no template, error or trace can give away what it does not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from authoring.config.conventions import UNSETTLED, Conventions
from authoring.drafting.names import surname
from authoring.drafting.record import Link, Record
from authoring.notes.dates import house_date
from authoring.notes.model import Beat, Fields, Item, Notes, Request, Source, Tag, Value, as_date, latest_request
from authoring.notes.public import public_ids
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans
from authoring.trace.traced import Traced

_FRONT = [
    "kind",
    "slug",
    "headline",
    "dek",
    "kicker",
    "byline",
    "byline_position",
    "published",
    "asof",
    "dateline",
    "story",
    "house",
    "publication",
    "ai",
    "terms",
    "interview",
    "image",
    "corrections",
    "corrects",
]
_NESTED = {
    "dateline": ("place", "date"),
    "publication": ("name", "breadcrumb"),
    "interview": ("with", "when", "how", "recording", "transcript", "terms", "edited"),
    "image": ("file", "alt", "credit", "made_with"),
    "corrections": ("date", "where", "was", "is", "text"),
    "corrects": ("headline", "about", "published", "place", "url"),
}
_SOURCE = [
    "name",
    "honorific",
    "title",
    "role",
    "employer",
    "org",
    "first",
    "second",
    "article",
    "short",
    "pronoun",
    "stake",
    "knows",
    "url",
    "report",
    "date",
    "status",
    "alias",
    "reason",
]
_SECRET = frozenset(("name", "honorific", "title", "first", "role", "employer", "org", "pronoun", "url", "short"))
"""What may identify a protected source: none of it crosses."""
_CLAUSE = lazy(r"(?:that|whether|how|why|what|when|where|who|to)\b", re.IGNORECASE)
"""Reported words that follow the cue without another “that”."""
_ASIDE = lazy(r"[(\[][^()\[\]]*[)\]][.,!?]*|[^\w\s]+")
"""What stands as a sentence and is none: a stage direction, or dots alone."""
_ASIDES = lazy(rf"(?:{_ASIDE.pattern}\s*)+")
_UNPRINTED = frozenset(("lede", "intro", "outro"))


@dataclass(frozen=True)
class View:
    """Everything a template gets, ready to be encoded."""

    notes: Record
    """The front matter and what is derived from it."""
    sources: Mapping[str, Record]
    """By public id; links inside the other records point here."""
    beats: Iterator[Record]
    """In order, each made when it is asked for, so that a long story can be sent while it is made."""


def view(notes: Notes, conventions: Conventions = UNSETTLED) -> View:
    """The data of one notes file for templates, in the manner of a house."""
    return _Viewer(notes, conventions).view()


class _Viewer:
    def __init__(self, notes: Notes, conventions: Conventions) -> None:
        self.notes = notes
        self.conventions = conventions
        self.public = public_ids(notes.sources)
        names = [
            str.__str__(surname(source.name or Traced(""))) for source in notes.sources.values() if self._person(source)
        ]
        self.shared = {name for name in names if names.count(name) > 1}
        self.named: dict[str, Source] = {}
        for source in notes.sources.values():
            self.named.setdefault(str(source.id), source)
            self.named.setdefault(str.__str__(source.name or source.id).strip(), source)
        self.approving = _approving(notes)
        self.voices = sum(map(self._unnamed, notes.sources.values()))

    @staticmethod
    def _person(source: Source) -> bool:
        return source.name is not None and source.kind in ("person", "spokesperson")

    @staticmethod
    def _unnamed(source: Source) -> bool:
        return source.name is None and source.kind == "spokesperson" and not source.protected

    def _shares(self, source: Source) -> bool:
        """Whether another source would be called the same: by surname, or as “the spokesperson”."""
        if self._unnamed(source):
            return self.voices > 1
        return self._person(source) and str(surname(source.name or Traced(""))) in self.shared

    def view(self) -> View:
        notes = self.notes
        front: dict[str, object] = {key: self._value(notes.front.get(key), key) for key in _FRONT}
        front["byline"] = self._listed(notes.front.get("byline"))
        front["published_on"] = self._day(notes.front.text("published"))
        interview = front["interview"]
        if isinstance(interview, Record):
            interview["edited"] = str(interview["edited"] or "").casefold() in ("true", "yes")
            interview["with"] = self._parties(notes.front_fields("interview").get("with"))
            interview["when_on"] = self._day(notes.front_fields("interview").text("when"))
            interview["on"] = interview["when_on"] if as_date(notes.front_fields("interview").text("when")) else None
        dateline = front["dateline"]
        if isinstance(dateline, Record):
            dateline["day"] = self._day(notes.front_fields("dateline").text("date"))
        corrects = front["corrects"]
        if isinstance(corrects, Record):
            corrects["published_on"] = self._day(notes.front_fields("corrects").text("published"))
        front["corrections"] = [self._correction(each) for each in notes.front_list("corrections")]
        front["sources"] = [Link(self.public[key]) for key in map(str, notes.sources)]
        front["requests"] = [self._request(request) for request in notes.requests]
        places = {key: notes.front.place(key).start for key in _FRONT}
        record = Record.of(front, "", {**places, "": notes.front.span.start})
        sources = {self.public[str(key)]: self._source(source) for key, source in notes.sources.items()}
        return View(record, sources, (self._beat(beat) for beat in notes.beats if self._shown(beat)))

    def _shown(self, beat: Beat) -> bool:
        """A beat whose every item is off the record is left out, with the heading that might tell of it."""
        return not beat.items or not all(self.notes.secret(item) for item in beat.items)

    def _value(self, value: Value, label: str) -> object:
        if isinstance(value, Fields):
            known = (*_NESTED.get(label, ()), *(key for key in map(str, value.values)))
            fields = {key: self._value(value.get(key), f"{label}.{key}") for key in dict.fromkeys(known)}
            places = {key: value.place(key).start for key in fields}
            return Record.of(fields, label, {**places, "": value.span.start})
        if isinstance(value, tuple):
            return [self._value(item, label) for item in value]
        return value

    def _listed(self, value: Value) -> object:
        """Several names as one text: “Ann Odum, Bo Li and Cy Ray”."""
        if not isinstance(value, tuple):
            return value
        names = [name for name in value if isinstance(name, Traced)]
        last = ", and " if self.conventions.serial_comma == "always" and len(names) > 2 else " and "
        joints = ["", *[", "] * (len(names) - 2), last]
        return Traced.concat(part for pair in zip(joints, names, strict=False) for part in pair) if names else None

    def _employer(self, value: Traced | None) -> Traced | None:
        """An organisation given by its id or by its name, as the article names it: “the Canal Trust”.

        One that is not to be named goes by its alias; its id may be its name.
        """
        source = self.named.get(str.__str__(value or "").strip())
        if value is not None and source is not None and source.protected:
            return source.alias
        if value is None or source is None:
            return value
        name = source.name or value
        takes_the = source.kind == "organisation" and source.fields.text("article") != "none"
        return "the " + name if takes_the and not name.casefold().startswith("the ") else name

    def _source(self, source: Source) -> Record:
        fields: dict[str, object] = {key: self._value(source.fields.get(key), key) for key in _SOURCE}
        fields["org"] = self._employer(source.fields.text("org"))
        fields["employer"] = self._employer(source.fields.text("employer"))
        label = f"sources.{source.id}"
        if source.protected:
            fields.update(dict.fromkeys(_SECRET))
            label = f"sources.{self.public[str(source.id)]}"
        fields["kind"] = source.kind
        fields["id"] = self.public[str(source.id)]
        fields["protected"] = source.protected
        fields["approved"] = source.id in self.approving
        fields["shared_surname"] = self._shares(source)
        day = as_date(source.fields.text("date"))
        if day is not None:
            fields["date"] = self._day(source.fields.text("date"))
        places = {key: source.fields.place(key).start for key in _SOURCE}
        return Record.of(fields, label, {**places, "": source.span.start})

    def _beat(self, beat: Beat) -> Record:
        items = [item for item in beat.items if not self.notes.secret(item)]
        records = []
        asked: Item | None = None
        for item in items:
            records.append(self._item(item, asked))
            asked = item if item.kind == "question" and not _as_put(item.text) else None
        heading = beat.heading
        printed = None if heading is None or heading.casefold() in _UNPRINTED else heading
        fields = {"heading": printed, "name": heading, "slug": beat.slug, "items": records}
        return Record.of(fields, "beat", {"": beat.span.start}, "beat")

    def _item(self, item: Item, asked: Item | None) -> Record:
        tag = item.tag or Tag(item.span)
        verb = tag.verb
        # Background without an alias to print it under: the words may be used, whose they are may not be told.
        source = self.notes.sources.get(item.source) if item.source else None
        silent = tag.background and source is not None and source.alias is None
        fields: dict[str, object] = {
            "kind": item.kind,
            "text": self._public(item.text),
            "source": None if silent else self._link(item.source),
            "named": not (tag.untagged or tag.same_statement or tag.known or silent) and source is not None,
            "same": tag.same_statement,
            "asks": _as_put(item.text),
            "that": "" if _clause(item, tag) else "that ",
            "turns": _turns(tag),
            "pronoun": tag.pronoun,
            "verb": verb,
            "time": tag.time,
            "page": tag.page,
            "on": self._house_date(tag),
            "asked": asked.text if asked else None,
            **{key: tag.keys.get(key) for key in ("manner", "lead", "heard", "status", "see", "via")},
            "about": self._parties(tag.keys.get("about")),
            **{key: self._party(tag.keys.get(key)) for key in ("to", "citing", "cites")},
        }
        cue = str.casefold(verb or "said")
        if verb is not None and cue == "according to":
            fields["opening_verb"] = verb[:1].upper() + verb[1:]
        elif cue.startswith("as ") and cue.endswith(" by"):
            fields["closing_verb"] = verb
        if item.kind == "quote":
            fields.update(self._quote(item, tag, asked is not None))
        if item.kind == "no-comment":
            request = latest_request(self.notes.requests, item.source or "")
            fields["request"] = self._request(request) if request else None
        places = {"": item.span.start, "source": tag.span.start, "verb": tag.span.start}
        return Record.of(fields, "item", places, "item")

    def _quote(self, item: Item, tag: Tag, led: bool) -> dict[str, object]:
        """The words before and after the attribution: at ``//``, else after the first sentence."""
        before, after = item.joint == "before", item.joint == "after"
        whole = tag.untagged or tag.same_statement or tag.background or "lead" in tag.keys or led or not item.source
        opening: Traced = item.text
        rest: Traced | None = None
        joint, apart = "", False
        if len(item.parts) == 2:
            opening, rest, joint = item.parts[0], item.parts[1], item.joint
            apart = item.text.startswith("\n\n", len(opening))
        elif not (whole or before or after):
            paragraph = str.__str__(item.text).partition("\n\n")[0]
            start, end = _first_said(paragraph)
            opening, rest = item.text[start:end], item.text[end:]
            apart = rest.startswith("\n\n")
            rest = rest.lstrip() or None
            if rest and _ASIDES.fullmatch(rest):
                opening, rest, apart = item.text, None, False
        return {"opening": opening, "rest": rest, "joint": joint or ".", "apart": apart, "before": before}

    def _correction(self, fields: Fields) -> object:
        made = self._value(fields, "corrections")
        assert isinstance(made, Record)
        made["on"] = self._day(fields.text("date"))
        return made

    def _request(self, request: Request) -> Record:
        fields: dict[str, object] = {
            "to": self._link(request.to),
            "asked_by": self._party(request.fields.text("asked_by")),
            "asked_on": self._day(request.fields.text("asked_on")),
            "how": request.fields.text("how"),
            "about": request.fields.text("about"),
            "outcome": request.fields.text("outcome"),
        }
        places = {key: request.fields.place(key).start for key in fields}
        return Record.of(fields, f"request to {self.public.get(str(request.to), '')}", places)

    def _link(self, key: str | None) -> Link | None:
        return Link(self.public[key]) if key is not None and key in self.public else None

    def _public(self, text: Traced) -> Traced:
        """Words in which sources are named, each by its public id."""
        if all(run.source is None or self.public.get(run.source) == run.source for run in text._runs):
            return text
        return Traced(text, (run._replace(source=self.public.get(run.source or "")) for run in text._runs))

    def _party(self, words: Traced | None) -> object:
        """A source where the words are its id, a list where they are several with commas, else the words.

        Ids do not cross: that of a protected source may be the name.
        """
        if words is None:
            return None
        parts = [part.strip() for part in words.split(",") if part.strip()]
        links = [self._link(str.__str__(part)) for part in parts]
        if not any(links):
            return words
        parties = [link or part for link, part in zip(links, parts, strict=True)]
        return parties if len(parties) > 1 else parties[0]

    def _parties(self, value: Value) -> object:
        """A list of sources where the words are their ids, as in ``about: openai, microsoft``; else the words.

        Ids do not cross: that of a protected source may be the name.
        """
        words = value if isinstance(value, tuple) else value.split(",") if isinstance(value, Traced) else ()
        links = [self._link(str.__str__(word).strip()) for word in words if isinstance(word, str)]
        return links if links and all(links) else self._value(value, "")

    def _day(self, words: Traced | None) -> Traced | None:
        """A date in house style, leading back to the date as typed; words that are no date stay as they are."""
        day = as_date(words)
        if words is None or day is None:
            return words
        start, end = words.noted or (-1, -1)
        return Traced.made_from(house_date(day, self.notes.asof, self.conventions), start, end)

    def _house_date(self, tag: Tag) -> Traced | None:
        return self._day(tag.date_text)


def _approving(notes: Notes) -> set[str]:
    """Ids of the sources who were promised to approve their quotations, by their terms or by those of the interview."""
    found = {source.id for source in notes.sources.values() if _approval(source.fields)}
    interview = notes.front_fields("interview")
    if _approval(interview):
        value = interview.get("with")
        listed = value if isinstance(value, tuple) else value.split(",") if isinstance(value, Traced) else ()
        found |= {str.__str__(each).strip() for each in listed if isinstance(each, str)}
    return found


def _first_said(paragraph: str) -> tuple[int, int]:
    """Where the first sentence stands, with what stands before it in brackets: “[laughs]” alone is no sentence."""
    spans = sentence_spans(paragraph)
    end = next((end for start, end in spans if not _ASIDE.fullmatch(paragraph, start, end)), len(paragraph))
    return (spans[0][0] if spans else 0), end


def _approval(fields: Fields) -> bool:
    return "approv" in str.casefold(fields.text("terms") or "")


def _as_put(question: str) -> bool:
    """Whether a question stands as it was put (“Why now?”), not as a subject to be asked about (“the delay”)."""
    return str.rstrip(question, "”’\"' ").endswith(("?", ".", "!", "…"))


def _clause(item: Item, tag: Tag) -> bool:
    """Whether reported words follow the cue without “that”; “if” is a question only after asked or wondered."""
    asks = str.casefold(tag.verb or "") in ("asked", "wondered")
    return bool(_CLAUSE.match(item.text) or (asks and re.match(r"if\b", item.text, re.IGNORECASE)))


def _turns(tag: Tag) -> bool:
    """Whether verb and name may change places: “said Ana Ruiz, a hydrologist”, but not “told the Herald Ana Ruiz”."""
    verb = str.casefold(tag.verb or "said")
    return " " not in verb and verb != "told" and not {"to", "via"} & set(map(str, tag.keys))
