"""Reads the front matter of notes through python-frontmatter, keeping every value as typed and the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from authoring.notes.model import Fields, Value
from authoring.notes.problems import Problems
from authoring.notes.yaml_words import in_a_writers_words
from authoring.text.patterns import lazy
from authoring.text.span import Span
from authoring.trace.traced import Run, Traced

OPENING = lazy(r"\ufeff?(?:[ \t]*(?:\r\n|\r|\n))*(-{3,}[ \t]*)(?:\r\n|\r|\n|\Z)")
CLOSING = lazy(r"(?<=[\r\n])-{3,}[ \t]*(?:\r\n|\r|\n|\Z)")
DEEPEST = 40
"""Levels of lists and groups inside each other; no story needs more than five."""
_BEAT = lazy(r"(?<=[\r\n])##[ \t]+\S")
_FORBIDDEN = lazy(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_HASH = lazy(r"[ \t]+#(?=[^#\s])")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass
class Front:
    """What stands before the body."""

    fields: Fields
    body: int
    """Offset at which the body begins."""
    whole: bool = True
    """Whether all of it was understood; otherwise nobody can say which names are known."""


class _TooDeepError(Exception):
    """Stops reading before nesting can hurt."""


def read_front(text: str, problems: Problems) -> Front:
    """The front matter of a notes file, whatever state it is in; what is wrong goes to ``problems``."""
    opening = OPENING.match(text)
    if opening is None:
        begin = len(text) - len(text.lstrip("\ufeff \t\r\n"))
        if begin == len(text):
            problems.error(0, 0, "this file is empty, expected notes that begin with a line “---”")
        else:
            problems.error(begin, begin, "no front matter here, expected a line “---” and then “sources:” and the rest")
        return Front(Fields({}, {}, {}, Span(0, 0)), 0, whole=False)
    handler = _PlaceKeeper(text, opening, problems)
    # python-frontmatter strips and rewrites line ends before it asks the handler, which therefore reads the file itself
    frontmatter.parse(text[: opening.end()], handler=handler)
    return handler.front


class _PlaceKeeper(BaseHandler):
    """A handler for python-frontmatter that never loses a value, a duplicate or a place."""

    FM_BOUNDARY = CLOSING

    def __init__(self, text: str, opening: re.Match[str], problems: Problems) -> None:
        super().__init__()
        self._text, self._problems = text, problems
        self._start = opening.end()
        self._mark = opening.span(1)
        self._end = len(text)
        self.front = Front(Fields({}, {}, {}, Span(*self._mark)), len(text))

    def split(self, text: str) -> tuple[str, str]:
        """The front matter and the body, as they stand in the file."""
        closing = CLOSING.search(self._text, self._start)
        if closing:
            self._end, self.front.body = closing.start(), closing.end()
        else:
            self._unclosed()
        return self._text[self._start : self._end], ""

    def _unclosed(self) -> None:
        beat = _BEAT.search(self._text, self._start)
        where = f" above line {self._problems.line_of(beat.start())}" if beat else " after it"
        self._problems.error(*self._mark, f"the front matter is not closed, expected a line “---”{where}")
        if beat:
            self._end = self.front.body = beat.start()

    def load(self, fm: str) -> dict[str, Any]:
        """Reads the YAML between the two lines of dashes."""
        broken = False
        for match in _FORBIDDEN.finditer(fm):
            at = self._start + match.start()
            code = f"U+{ord(match.group()):04X}"
            self._problems.error(at, at + 1, f"an invisible character ({code}) in the front matter, expected none here")
            broken = True
        if not broken:
            reader = _Reader(self._text, fm, self._start, self._problems)
            fields = reader.read()
            if fields is not None:
                self.front.fields = fields
            broken = reader.broken
        self.front.whole = not broken
        return dict(self.front.fields.values)


class _Reader:
    """Turns YAML events into fields."""

    def __init__(self, text: str, front: str, start: int, problems: Problems) -> None:
        self._text, self._front, self._start, self._problems = text, front, start, problems
        self._events: Iterator[Any] = iter(())
        self.broken = False

    def read(self) -> Fields | None:
        """The outermost group, or ``None`` where there is none."""
        try:
            self._events = iter(yaml.parse(self._front, Loader=_LOADER))
            return self._document()
        except yaml.YAMLError as error:
            at, message = in_a_writers_words(error, self._front)
            self._problems.error(self._start + at, self._start + at, message)
        except _TooDeepError:
            pass
        self.broken = True
        return None

    def _document(self) -> Fields | None:
        found: Value = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent | yaml.DocumentEndEvent | yaml.StreamStartEvent):
                continue
            if isinstance(event, yaml.StreamEndEvent):
                break
            if found is not None:
                self._wrong(event, "a second document in the front matter, expected only one")
                self.broken = True
                break
            found = self._node(event, 1)
            if isinstance(found, Fields):
                continue
            kind = "a list" if isinstance(found, tuple) else "plain text"
            if found is not None:
                self._wrong(event, f"{kind} as front matter, expected lines of the form “key: value”")
                self.broken = True
                break
        return found if isinstance(found, Fields) else None

    def _span(self, event: Any) -> Span:
        start = self._start + event.start_mark.index
        return Span(start, max(start, self._start + event.end_mark.index))

    def _wrong(self, event: Any, message: str) -> None:
        span = self._span(event)
        self._problems.error(span.start, span.end, message)

    def _node(self, event: Any, depth: int) -> Value:
        if depth > DEEPEST and isinstance(event, yaml.CollectionStartEvent):
            self._wrong(event, f"more than {DEEPEST} lists or groups inside each other, expected at most five")
            raise _TooDeepError
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None or event.tag is not None:
            mark = self._front[event.start_mark.index : event.start_mark.index + 1]
            mark = mark if mark in ("&", "*", "!") else "&"
            self._wrong(event, f"a value cannot begin with “{mark}”, expected quotation marks around the whole value")
            self.broken = True
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return tuple(self._sequence(depth))
        return self._scalar(event) if isinstance(event, yaml.ScalarEvent) else None

    def _sequence(self, depth: int) -> Iterator[Value]:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, depth + 1)

    def _mapping(self, opening: Any, depth: int) -> Fields:
        values: dict[str, Value] = {}
        places: dict[str, Span] = {}
        keys: dict[str, Span] = {}
        start = self._span(opening).start
        end = start
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            span = self._span(event)
            value_event = next(self._events)
            value = self._node(value_event, depth + 1)
            place = self._span(value_event)
            end = max(end, span.end, place.end)
            if not isinstance(key, Traced):
                self._problems.error(span.start, span.end, "a key that is no word, expected “key: value”")
                continue
            name = str.__str__(event.value)
            if name in keys:
                first = self._problems.line_of(keys[name].start)
                message = f"this key stands twice, first on line {first}, expected it once"
                self._problems.error(span.start, span.end, message)
                continue
            values[name], places[name], keys[name] = value, place, span
        return Fields(values, places, keys, Span(start, end))

    def _scalar(self, event: Any) -> Traced | None:
        typed: str = event.value
        span = self._span(event)
        if not typed.strip() or (typed == "~" and event.implicit[0]):
            if event.implicit[0]:
                self._hidden_by_hash(span.end)
            return None
        if event.implicit[0]:
            self._hidden_by_hash(span.end)
        raw = self._text[span.start : span.end]
        if raw == typed:
            return Traced.from_notes(typed, span.start)
        if event.style in ("|", ">"):
            typed = typed.rstrip("\r\n")
        return _aligned(typed, raw, span, event.style)

    def _hidden_by_hash(self, end: int) -> None:
        """YAML drops “ #1” and the rest of an unquoted value; a comment proper has a space after its “#”."""
        hidden = _HASH.match(self._text, end)
        if hidden:
            end = hidden.end() - 1
            message = "a “#” in a value begins a private comment, expected quotation marks around the value"
            self._problems.warning(end, end + 1, message)


def _aligned(typed: str, raw: str, span: Span, style: str | None) -> Traced:
    """Exact places where the words of a quoted, folded or wrapped value stand one to one in the file."""
    coarse = Traced.made_from(typed, span.start, span.end)
    at = 1 if style in ("'", '"') else 0
    if style in ("|", ">"):
        first = re.search(r"\r\n|\r|\n", raw)
        at = first.end() if first else len(raw)
    runs: list[Run] = []
    done = 0
    for word in re.finditer(r"\S+", typed):
        found = raw.find(word.group(), at)
        if found < 0 or raw[at:found].strip():
            return coarse
        gap = word.start() - done
        if gap and raw[at:found] == typed[done : word.start()]:
            runs.append(Run(gap, span.start + at, span.start + found, True))
        elif gap:
            runs.append(Run(gap, span.start + at, span.start + found))
        at = found + len(word.group())
        runs.append(Run(len(word.group()), span.start + found, span.start + at, True))
        done = word.end()
    if done < len(typed):
        runs.append(Run(len(typed) - done, span.start + at, span.end))
    return Traced(typed, runs)
