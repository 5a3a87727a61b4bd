"""Answers “where does this sentence come from?” for an article that was drafted from notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from authoring.errors import ArticleError, NotesError, TranscriptError, read_file
from authoring.findings import Origin
from authoring.notes import read_notes
from authoring.notes.model import Fields, Item, Notes, Source, Value
from authoring.text.files import UnreadableTextError, read_text, surely
from authoring.text.lines import LineIndex
from authoring.text.sentences import sentence_spans
from authoring.text.span import Span
from authoring.trace.anchor import anchors
from authoring.trace.trace import TRACE_LIMIT, Stretch, Trace, sha256, trace_path
from authoring.trace.traced import Traced
from authoring.transcripts import read_transcript
from authoring.transcripts.times import spoken_at
from authoring.wording import transcript_paths


@dataclass(frozen=True)
class NoteOrigin:
    """A note that a sentence is made from."""

    kind: str
    """``quote``, ``statement``, …, ``heading``; ``source``, ``request`` or ``field`` for a value of the front."""
    words: str
    """The note's words, without comments."""
    origin: Origin
    """Its place in the notes, with the time in the recording where the note has one."""
    source: str | None = None
    """Whose it is, as the notes introduce them; the alias where the name is confidential."""
    source_line: int = 0
    """Line that declares the source, in the notes or in ``source_path``."""
    source_path: str | None = None
    """The contacts file, where that declares the source."""
    transcript: Origin | None = None
    """Its place in the transcript file, where the notes name one and the note has a time."""


@dataclass(frozen=True)
class Answer:
    """Where one sentence of an article comes from."""

    sentence: str
    line: int
    column: int
    known: bool
    """False where a person has changed the sentence since it was drafted: then its origin is not guessed."""
    notes: tuple[NoteOrigin, ...] = ()
    templates: tuple[tuple[str, int], ...] = ()
    """Template lines that hold or print its words, in order of place."""
    stale: bool = False
    """Whether the notes have changed since the draft, so that their lines may have moved."""
    unread: str | None = None
    """Why the notes could not be read, where they could not: moved, deleted, or with errors in them."""


def why(article: Path, line: int, column: int | None = None) -> list[Answer]:
    """The origin of the sentence at a line and column; of every sentence that the line holds without a column.

    Raises ``ArticleError`` for an article that has no trace, or no words at that place.
    """
    text = read_file(article, ArticleError)
    trace = _trace(article)
    index = LineIndex(text)
    try:
        begin, end = index.bounds(line) if line > 0 else (-1, -1)
    except IndexError:
        begin = -1
    if begin < 0:
        raise ArticleError(f"there is no line {line}, expected one from 1 to {len(index)}", path=article)
    if not text[begin:end].strip():
        raise ArticleError("this line is blank, expected a line with words", path=article, line=line, column=1)
    sentences = _sentences(text, begin, end)
    if column is not None:
        at = index.offset(line, column)
        sentences = [span for span in sentences if at < span.end][:1] or sentences[-1:]
    notes, stale, unread = _notes(article, trace)
    drafted = Drafted(text, trace, notes, stale=stale)
    answers = []
    for span in sentences:
        place = index.position(span.start)
        stretches = drafted.stretches(span)
        if stretches is None:
            answers.append(Answer(span.of(text), *place, known=False, stale=stale, unread=unread))
            continue
        templates = dict.fromkeys((each.template, each.template_line) for each in stretches if each.template)
        origins = tuple(_origins(drafted.places(stretches), notes))
        answers.append(Answer(span.of(text), *place, True, origins, tuple(templates), stale, unread))
    return answers


class Drafted:
    """Which places in the notes the sentences of a drafted article come from."""

    def __init__(self, text: str, trace: Trace, notes: Notes | None, *, stale: bool) -> None:
        """``text`` is the article as it is now; ``stale`` says whether the notes have changed since the draft."""
        self._trace, self._notes, self.stale = trace, notes, stale
        self._anchors = anchors(trace.text, text)
        self._starts = [anchor.edited.start for anchor in self._anchors]

    def stretches(self, span: Span) -> list[Stretch] | None:
        """What a stretch of the article was made of; ``None`` where it is not as it was drafted."""
        at = bisect_right(self._starts, span.start) - 1
        if at < 0 or not self._anchors[at].edited.covers(span):
            return None
        anchor = self._anchors[at]
        return list(self._trace.within(span.shift(anchor.rendered - anchor.edited.start)))

    def places(self, stretches: list[Stretch]) -> Iterator[Span]:
        """Where these stand in the notes as they are now, as far as that is known."""
        for stretch in stretches:
            if stretch.notes is None:
                continue
            place = _current(stretch, self._trace, self._notes) if self.stale else stretch.notes
            if place is not None:  # else the notes have changed, and where these words stand now is not known
                yield place


def drafted_from(article: Path, text: str, notes: Notes) -> Drafted | None:
    """The same for an article and its notes that have been read; ``None`` where it was not drafted.

    Raises ``ArticleError`` where the trace beside it is damaged.
    """
    if not surely(trace_path(article).is_file):
        return None
    trace = _trace(article)
    return Drafted(text, trace, notes, stale=sha256(notes.whole) != trace.notes_sha256)


def _trace(article: Path) -> Trace:
    path = trace_path(article)
    if not path.is_file():
        hint = "draft it with: authoring draft NOTES"
        raise ArticleError("there is no trace beside this article, expected a draft", path=article, hint=hint)
    try:
        return Trace.from_json(read_text(path, TRACE_LIMIT), path)
    except UnreadableTextError as problem:
        raise ArticleError(problem.message, path=path, hint="draft the article again") from None


def _notes(article: Path, trace: Trace) -> tuple[Notes | None, bool, str | None]:
    """The notes, whether they have changed since, and why there are none to read."""
    path = article.parent / trace.notes
    try:
        notes = read_notes(path)
    except NotesError:
        if path.is_file():
            return None, True, f"the notes have errors in them; see: authoring notes check {path}"
        return None, True, f"the notes are not where they were, {path}; move them back, or draft the article again"
    return notes, sha256(notes.whole) != trace.notes_sha256, None


def _sentences(text: str, begin: int, end: int) -> list[Span]:
    """The sentences of one line; a heading or a line of front matter is one."""
    line = text[begin:end]
    if line.startswith(("#", "---")) or line.lstrip().startswith("!["):
        return [Span(begin, end)]
    spans: list[Span] = []
    for start, stop in sentence_spans(line):
        if spans and not any(map(str.isalnum, line[start:stop])):
            spans[-1] = Span(spans[-1].start, begin + stop)  # the “*” that closes a line in italics
        else:
            spans.append(Span(begin + start, begin + stop))
    return spans or [Span(begin, end)]


def _origins(places: Iterable[Span], notes: Notes | None) -> Iterator[NoteOrigin]:
    told: set[tuple[str, int]] = set()
    for place in places if notes is not None else ():
        assert notes is not None
        origin = _describe(place, notes)
        key = (origin.kind, origin.origin.line)
        if key not in told:
            told.add(key)
            yield origin


def _current(stretch: Stretch, trace: Trace, notes: Notes | None) -> Span | None:
    """Where the words of a stretch stand in notes that have changed since: only if they stand there once."""
    words = stretch.span.of(trace.text)
    if notes is None or not stretch.exact or notes.text.count(words) != 1:
        return None
    start = notes.text.index(words)
    return Span(start, start + len(words))


def _describe(place: Span, notes: Notes) -> NoteOrigin:
    item = next((each for each in notes.items if _reach(each).covers(place)), None)
    if item is not None:
        return _of_item(item, notes)
    origin = Origin(*notes.where(place.start))
    for beat in notes.beats:
        if beat.heading is not None and (noted := beat.heading.noted) and Span(*noted).overlaps(place):
            return NoteOrigin("heading", str.__str__(beat.heading), origin)
    for request in notes.requests:
        for key, span in request.fields.places.items():
            asked = notes.sources.get(request.to)
            if span.overlaps(place) and asked is not None:
                name, at, file = _who(asked, notes)
                return NoteOrigin("request", f"{key}, request to {name}", origin, name, at, file)
    for source in notes.sources.values():
        for key, span in source.fields.places.items():
            if span.overlaps(place):
                name, at, file = _who(source, notes)
                return NoteOrigin("source", f"{key} of {name}", origin, name, at, file)
    return NoteOrigin("field", _field(notes.front, place), origin)


def _reach(item: Item) -> Span:
    return Span(item.span.start, max(item.span.end, item.tag.span.end)) if item.tag else item.span


def _field(fields: Fields, place: Span, prefix: str = "") -> str:
    for key, value in fields.values.items():
        if isinstance(value, Fields) and value.span.covers(place):
            return _field(value, place, f"{prefix}{key}.")
        if isinstance(value, tuple) and any(_holds(each, place) for each in value):
            return f"{prefix}{key}"
        if key in fields.places and fields.places[key].overlaps(place):
            return f"{prefix}{key}"
    return prefix.rstrip(".") or "front matter"


def _holds(value: Value, place: Span) -> bool:
    return isinstance(value, Traced) and value.noted is not None and Span(*value.noted).overlaps(place)


def _of_item(item: Item, notes: Notes) -> NoteOrigin:
    line, column = notes.lines.position(item.span.start)
    time = str.__str__(item.tag.time) if item.tag and item.tag.time else None
    source = notes.sources.get(item.source) if item.source else None
    if item.tag and item.tag.background and source and not source.protected:
        source = None  # the words may be used, whose they are may not be told
    name, at, file = _who(source, notes) if source else (None, 0, None)
    words = " ".join(str.__str__(item.text).split())
    if item.kind == "no-comment":
        words = "the latest request in the front matter"
    return NoteOrigin(
        item.kind, words, Origin(notes.path, line, column, time), name, at, file, _transcript(notes, time, words)
    )


def _who(source: Source, notes: Notes) -> tuple[str, int, str | None]:
    """How the notes introduce a source, a protected one by its alias; the line, and the file if not theirs."""
    path, line, _ = notes.where(source.span.start)
    file = path if path != notes.path else None
    if source.protected:
        return str.__str__(source.alias or "a protected source"), line, file
    fields = source.fields
    known = [str.__str__(part) for part in map(fields.text, ("name", "role", "employer")) if part]
    if not known:
        of = fields.text("org")
        known = [str.__str__(fields.text("first") or (f"a {source.kind} for {of}" if of else source.kind))]
    return ", ".join(known), line, file


def _transcript(notes: Notes, time: str | None, words: str) -> Origin | None:
    """Line of the transcript at a time. Only the place is told: what stands around it may be off the record.

    Of several transcripts it is the first that has the words of the note.
    """
    paths = transcript_paths(notes) if time is not None else []
    for path in paths:
        try:
            read = read_transcript(path)
        except TranscriptError:
            continue
        if len(paths) == 1 or any(words in " ".join(turn.text.split()) for turn in read.turns):
            place = spoken_at(read, time or "")
            return Origin(path.as_posix(), place.line, 1, time) if place else None
    return None
