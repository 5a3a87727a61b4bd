"""Fills in what stands in braces: a date in house style, a weekday that is checked, a value of the front matter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from authoring.notes.dates import DAY, WEEKDAYS, date_fault, house_date, looks_like_date, weekday
from authoring.notes.model import Fields, Source, Value, as_date
from authoring.notes.problems import Problems, shown
from authoring.notes.schema import FRONT, SOURCE
from authoring.notes.slips import like_a_day
from authoring.notes.sources import Names
from authoring.notes.weave import Weaver
from authoring.text.near import nearest
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Traced

_DATED = lazy(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ \t]+as[ \t]+(\S.*)", re.IGNORECASE)
_PATH = lazy(r"[^\s.{}|]+(?:\.[^\s.{}|]+)*")
_NAMING = frozenset({"name", "first", "second", "short", "alias"})
"""Keys whose value stands for the source itself."""
_MAY_BE_PRINTED = frozenset({"alias", "reason"})
"""Keys of a protected source that were written to be read by everybody."""
NEAR_DAYS = 7
"""Days from publication within which a bare weekday is understood."""


class Filler:
    """Knows the front matter, and puts its values where the body asks for them."""

    def __init__(self, front: Fields, names: Names, problems: Problems) -> None:
        self._front, self._names, self._problems = front, names, problems
        self._published = as_date(front.text("published"))
        self._asof = as_date(front.text("asof"))

    def fill(self, weaver: Weaver, inner: str, start: int) -> None:
        """Adds what ``{inner}``, whose brace stands at ``start``, is to be replaced by."""
        end = start + len(inner) + 2
        word = inner.strip()
        if not word:
            self._problems.error(start, end, "empty braces, expected a date or a field (or “\\{” for a plain brace)")
        elif dated := _DATED.fullmatch(word):
            self._weekday(weaver, dated, start, end, start + 1 + inner.index(word))
        elif DAY.fullmatch(word) or looks_like_date(word) or word[0].isdigit():
            if day := self._day(word, start, end):
                weaver.made(house_date(day, self._asof or self._published), start, end)
        elif _PATH.fullmatch(word):
            value = self._value(word.split("."), Span(start, end))
            # where there is no value there is an error, and the words stand only for the item not to be called empty
            weaver.value(value if value is not None else Traced.made_from(word, start, end))
        elif like_a_day(word):
            self._problems.error(start, end, "this is not understood as a date, expected one such as {2024-07-09}")
        else:
            message = "words in braces, expected a date or a field such as {sarah.role} (or “\\{”)"
            self._problems.error(start, end, message)

    def _day(self, word: str, start: int, end: int) -> date | None:
        if not DAY.fullmatch(word):
            self._problems.error(start, end, "this is not understood as a date, expected one such as {2024-07-09}")
            return None
        fault = date_fault(word)
        if fault:
            self._problems.error(start, end, f"{shown(word)} {fault}, expected one that exists")
            return None
        return date.fromisoformat(word)

    def _weekday(self, weaver: Weaver, dated: re.Match[str], start: int, end: int, at: int) -> None:
        day = self._day(dated[1], start, end)
        if day is None:
            return
        right = weekday(day)
        typed = dated[2].strip()
        at += dated.start(2)
        if typed.casefold() != right.casefold():
            if typed.capitalize() in WEEKDAYS:
                message = f"{dated[1]} is no {typed.capitalize()}, expected “{right}”"
            elif nearest(typed, WEEKDAYS):
                message = f"{shown(typed)} is no weekday, expected “{right}”"
            else:
                message = f"no weekday after “as”, expected “{right}”"
            self._problems.error(at, at + len(typed), message)
            return
        anchor = self._published or self._asof
        if anchor and abs((day - anchor).days) > NEAR_DAYS:
            key = "published" if self._published else "asof"
            away = abs((day - anchor).days)
            message = f"this {right} is {away} days from “{key}:”, expected at most {NEAR_DAYS} (or the date itself)"
            self._problems.error(start, end, message)
            return
        if typed == right:
            weaver.exact(right, at)
        else:
            weaver.made(right, start, end)

    def _value(self, path: list[str], at: Span) -> Traced | None:
        if path[0] == "sources" and len(path) > 1:
            path = path[1:]
        source = self._names.sources.get(path[0])
        if source is not None:
            return self._of_source(source, path[1:] or ["name"], at)
        if path[0] not in self._front.keys:
            self._unknown_root(path[0], at)
            return None
        value = self._walk(self._front, path, FRONT, "the front matter", at)
        owner = self._names.sources.get(str.__str__(value)) if value else None
        if owner is not None and owner.protected:
            return self._of_source(owner, ["name"], at)
        return value

    def _of_source(self, source: Source, path: list[str], at: Span) -> Traced | None:
        if not source.protected:
            value = self._walk(source.fields, path, SOURCE, source.id, at)
            return value.naming(source.id) if value and path[0] in _NAMING else value
        if path[0] == "name":
            if source.alias is None:
                line = self._problems.line_of(source.span.start)
                message = f"this source may not be named and has no alias, expected “alias:” under line {line}"
                self._problems.error(at.start, at.end, message)
                return None
            return source.alias.naming(source.id)
        if path[0] in _MAY_BE_PRINTED:
            value = self._walk(source.fields, path, SOURCE, "this source", at)
            return value.naming(source.id) if value and path[0] in _NAMING else value
        self._problems.error(
            at.start, at.end, "this source may not be made known, expected its “alias” or its “reason” here"
        )
        return None

    def _walk(
        self, fields: Fields, path: list[str], known: Mapping[str, object], owner: str, at: Span
    ) -> Traced | None:
        value: Value = fields
        for depth, name in enumerate(path):
            if not isinstance(value, Fields):
                self._problems.error(at.start, at.end, f"more than one step into a text, expected “{path[0]}”")
                return None
            if name not in value.keys:
                self._missing(name, value, known if depth == 0 else {}, owner, at)
                return None
            inside, value = value, value.get(name)
            if value is None:
                line = self._problems.line_of(inside.keys[name].start)
                path_shown = shown(".".join([*([owner] if owner in self._names.sources else []), *path]))
                self._problems.error(
                    at.start, at.end, f"{path_shown} is not known yet, expected a value in line {line}"
                )
                return None
        if isinstance(value, Traced):
            return value
        kind = "a list" if isinstance(value, tuple) else "a group of keys"
        self._problems.error(at.start, at.end, f"this names {kind}, expected a single text")
        return None

    def _missing(self, name: str, fields: Fields, known: Mapping[str, object], owner: str, at: Span) -> None:
        where = shown(owner, 20) if owner in self._names.sources else owner
        line = self._problems.line_of(fields.span.start)
        if name in known:
            self._problems.error(
                at.start, at.end, f"“{name}” is not known yet, expected “{name}:” under {where} (line {line})"
            )
            return
        near = nearest(name, {*known, *fields.keys})
        if near:
            self._problems.error(
                at.start, at.end, f"{where} has no field {shown(name, 20)}, expected {shown(near, 20)}"
            )
        else:
            self._problems.error(
                at.start, at.end, f"{where} has no such field, expected one that stands there (line {line})"
            )

    def _unknown_root(self, name: str, at: Span) -> None:
        if not self._names.complete:
            return
        if name in FRONT:
            self._problems.error(at.start, at.end, f"“{name}” is not known yet, expected “{name}:” in the front matter")
            return
        open_ids = {source.id for source in self._names.sources.values() if not source.protected}
        near = nearest(name, open_ids) or nearest(name, FRONT)
        if near and not self._names.like_a_secret(name):
            self._problems.error(at.start, at.end, f"no field is called {shown(name)}, expected {shown(near)}")
        else:
            message = "no such field, expected a source's id or a key of the front matter (or “\\{”)"
            self._problems.error(at.start, at.end, message)
