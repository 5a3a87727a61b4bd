"""The view in the manner of a house: the writer's words as the house writes them, a source's words as they were said.

Of what a source said only the shape of the marks may change (“ ” and ’, or " and '), which no reader hears.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from authoring.config.conventions import Conventions
from authoring.drafting.record import Link, Record
from authoring.drafting.view import View
from authoring.house.engine import in_house
from authoring.house.marks import marked
from authoring.trace.traced import Traced

_PHRASES = frozenset(
    "dek kicker role title first second alias reason knows how about outcome text ai via alt credit where"
    " asked_by".split()
)
"""Fields of the front matter, of sources and of requests that hold words of the writer's, and no name."""
_HEADINGS = frozenset(("headline", "heading"))
_AS_TYPED = frozenset(
    "kind slug byline_position published asof date url file status pronoun id notes house report slug"
    " was is recording transcript story".split()
)
"""Fields whose characters mean something to a program, or stand for what was printed elsewhere."""
_TOLD = frozenset(("reported", "statement", "citation", "claim", "action"))
_IN_HEADINGS = ("dates", "times", "percent", "states", "abbreviations", "spelling", "dashes", "marks")
"""What is settled for headings too; “U.S.” and figures are often otherwise there."""


def in_manner(view: View, conventions: Conventions) -> View:
    """The view as a house prints it; the same where it has settled nothing."""
    if not conventions:
        return view
    manner = _Manner(conventions)
    sources = {key: manner.fields(source) for key, source in view.sources.items()}
    return View(manner.fields(view.notes), sources, manner.beats(view.beats))


class _Manner:
    def __init__(self, conventions: Conventions) -> None:
        self._house = conventions
        self._only_shape = Conventions(marks=conventions.marks)

    def fields(self, record: Record) -> Record:
        """The front matter, a source or a request."""
        return self._changed(record, {key: self._value(key, value) for key, value in record.items()})

    def _value(self, key: str, value: Any) -> Any:
        if isinstance(value, Link) or value is None or key in _AS_TYPED:
            return value
        if isinstance(value, Record):
            return self.fields(value) if key != "terms" else value
        if isinstance(value, list):
            return [self._value(key, each) for each in value]
        if not isinstance(value, Traced):
            return value
        if key in _HEADINGS:
            return self._heading(value)
        return self._phrase(value) if key in _PHRASES else self._name(value)

    def beats(self, beats: Iterator[Record]) -> Iterator[Record]:
        """Every beat with its items."""
        for beat in beats:
            heading = beat["heading"]
            items = [self._item(item) for item in beat["items"]]
            changed = {**beat, "heading": self._heading(heading) if heading else heading, "items": items}
            yield self._changed(beat, changed)

    def _item(self, item: Record) -> Record:
        made = dict(item)
        kind = item["kind"]
        writers = kind not in ("quote", "question") or not (kind == "quote" or item["asks"])
        if writers:
            made["text"] = self._text(item)
        for key in ("text", "opening", "rest") if not writers else ():
            made[key] = self._spoken(item.get(key))
        for key, change in _WORDS.items():
            if isinstance(item.get(key), Traced):
                made[key] = change(self, item[key])
        for key in ("to", "citing", "cites", "about"):
            made[key] = self._value("about", item.get(key))
        if isinstance(item.get("request"), Record):
            made["request"] = self.fields(item["request"])
        return self._changed(item, made)

    def _text(self, item: Record) -> Any:
        text = item["text"]
        if not isinstance(text, Traced):
            return text
        if item["kind"] == "narration":
            return in_house(text, self._house)
        amid = item["kind"] in _TOLD and item["named"] and not item.get("closing_verb")
        return in_house(text, self._house, starts=not amid, ends=False)

    def _phrase(self, text: Traced) -> Traced:
        return in_house(text, self._house, starts=False, ends=False)

    def _cue(self, text: Traced) -> Traced:
        return in_house(text, self._house, ("spelling",))

    def _opening(self, text: Traced) -> Traced:
        return in_house(text, self._house, ends=False)

    def _heading(self, text: Traced) -> Traced:
        return in_house(text, self._house, _IN_HEADINGS, ends=False)

    def _name(self, text: Traced) -> Traced:
        return marked(text, self._house)

    def _spoken(self, text: Any) -> Any:
        return marked(text, self._only_shape) if isinstance(text, Traced) else text

    @staticmethod
    def _changed(record: Record, fields: Mapping[str, Any]) -> Record:
        return Record.of(fields, record.label, record.places, record.shape)


_WORDS: Mapping[str, Callable[[_Manner, Traced], Traced]] = {
    "lead": _Manner._opening,
    "manner": _Manner._phrase,
    "asked": _Manner._phrase,
    "via": _Manner._phrase,
    "verb": _Manner._cue,
    "opening_verb": _Manner._cue,
    "closing_verb": _Manner._cue,
}
