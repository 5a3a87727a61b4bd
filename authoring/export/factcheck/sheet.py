"""Puts a checking copy together from a checked article: its sentences in order, each with what it rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from authoring.export.factcheck.backing import Resting
from authoring.export.factcheck.head import about, files, headline, said
from authoring.export.factcheck.model import Backing, Line, Part, Piece, Quote, Remark, Sheet, Term
from authoring.export.factcheck.points import Points
from authoring.export.factcheck.quotes import Beside
from authoring.export.factcheck.shown import Shown
from authoring.export.factcheck.sources import reached
from authoring.export.formats import Export
from authoring.findings import Finding
from authoring.prose.document import BlockKind, Document, Sentence, Voice
from authoring.prose.readable import MASK
from authoring.reporters import counts
from authoring.reporters.verify import STATUSES
from authoring.text.span import Span
from authoring.verification.material import material
from authoring.verification.quotes import CheckedQuote, checked_quotes
from authoring.verification.sentences import Led, led_back
from authoring.verification.speech import Said, said_in
from authoring.wording.result import QuoteCheck

_LISTED = {"name": "Names", "title": "Titles", "date": "Dates", "time": "Times", "figure": "Figures"}
_UNCOUNTED = {
    BlockKind.HEADING: "heading",
    BlockKind.CAPTION: "a picture’s words",
    BlockKind.TABLE_CELL: "cell of a table",
}
_HEAD = ("kicker", "headline", "dek")
_NO_NOTE = {"template": "no note: the template’s own words", "none": "no note"}
_EDITED = "edited by hand since it was drafted"


def sheet_of(export: Export) -> Sheet:
    """The checking copy of an article."""
    return _Copy(export).sheet()


class _Copy:
    def __init__(self, export: Export) -> None:
        self.export = export
        self.document = document = export.document
        self.shown = Shown(document)
        self.resting = Resting(document, self.shown)
        self.points = Points(document)
        self.material = material(document.notes) if document.notes else None
        self.quotes = _quotes(document)
        self.led = {led.sentence.span: led for led in led_back(document, self.quotes)}
        self.numbers = {id(quote): number for number, quote in enumerate(self.quotes, 1)}
        self.told: set[str] = set()
        """The places of notes whose words are shown, and the sources whose role is."""
        self.starts: list[int] = []
        """Where each sentence begins, to find the one that a finding is in."""
        self.spans: list[Span] = []

    def sheet(self) -> Sheet:
        document = self.document
        blocks = [block for block in document.blocks if any(map(str.isalnum, block.text)) and block.sentences]
        ordered = sorted((sentence.span, sentence) for block in blocks for sentence in block.sentences)
        self.spans = [span for span, _ in ordered]
        self.starts = [span.start for span in self.spans]
        remarks, outside = self._remarks()
        numbers, paragraphs = count(1), count(1)
        parts = [Part("head", 0, tuple(self._head(numbers)))]
        for block in blocks:
            text = self.shown.block(block)
            lines = tuple(self._line(next(numbers), one, text, remarks) for one in block.sentences)
            number = next(paragraphs) if block.kind is BlockKind.PARAGRAPH else 0
            speaker = self.shown.line(block.speaker) if block.speaker and not block.label else ""
            parts.append(Part(str(block.kind).replace(" ", "-"), number, lines, speaker))
        lines = tuple(line for part in parts for line in part.lines)
        quotes = tuple(self._beside(lines))
        led = self.led.values()
        traced = sum(one.traced for one in led)
        statuses = Counter(quote.status for quote in quotes)
        return Sheet(
            headline(document, self.shown),
            about(self.export, self.shown),
            files(document, self.shown),
            document.notes is not None,
            {"all": len(led), "traced": traced, "bare": len(led) - traced},
            tuple(statuses.most_common()),
            counts(self.export.findings),
            tuple(part for part in parts if part.lines),
            quotes,
            reached(document.notes, self.shown, lines, quotes),
            tuple(_terms(lines)),
            tuple(outside),
            said(self.material, self.resting, self.shown),
        )

    def _head(self, numbers: Iterator[int]) -> Iterator[Line]:
        """What readers get from the front matter, where the text does not say it again."""
        said = {" ".join(self.shown.block(block).split()) for block in self.document.blocks}
        for key in _HEAD:
            words = self.shown.front(self.document, key)
            if words and words not in said:
                line = self.document.lines.position(self.document.front_spans[key].start)[0]
                yield Line(next(numbers), line, tuple(self._pieces(words, heading=key == "headline")), key, "none")

    def _line(self, number: int, sentence: Sentence, text: str, remarks: dict[Span, list[Remark]]) -> Line:
        span = sentence.span
        quotes = [quote for quote in self.quotes if quote.span.overlaps(span)]
        led = self.led.get(span)
        status, grade = self._status(sentence, led, quotes)
        words = text[sentence.start : sentence.end]
        return Line(
            number,
            self.document.lines.position(span.start)[0],
            tuple(self._pieces(words, heading=sentence.block.kind is BlockKind.HEADING)),
            status,
            grade,
            tuple(self._once(self.resting.of(span, led, quotes if led else ()))),
            tuple(self.numbers[id(quote)] for quote in quotes),
            tuple(remarks.get(span, ())),
            tuple(dict.fromkeys(filter(None, map(self.shown.address, self._links(span))))),
        )

    def _once(self, backing: Iterable[Backing]) -> Iterator[Backing]:
        """What a sentence rests on; the words of each note, and the role of each source, only where it comes first."""
        for one in backing:
            words = "" if one.place in self.told else one.words
            role = "" if one.code in self.told else one.role
            yield replace(one, words=words, role=role)
            self.told |= {one.place} if words else set()
            self.told |= {one.code} if role else set()

    def _status(self, sentence: Sentence, led: Led | None, quotes: Sequence[CheckedQuote]) -> tuple[str, str]:
        if led is None:
            if sentence.block.voice is Voice.QUESTION:
                return "question", "none"
            kind = "headline" if sentence.block.level == 1 else _UNCOUNTED.get(sentence.block.kind, "not counted")
            return kind, "none"
        if self.document.notes is None:
            return "no notes", "bare"
        wrong = [quote for quote in quotes if not quote.check.passes]
        edited = f"; {_EDITED}" if led.edited else ""
        if wrong:
            return "; ".join(dict.fromkeys(STATUSES[quote.check.status] for quote in wrong)), "look"
        if not led.traced:
            return f"{_NO_NOTE.get(led.how, 'no note')}{edited}", "bare"
        if quotes:
            return f"{'; '.join(dict.fromkeys(STATUSES[quote.check.status] for quote in quotes))}{edited}", "good"
        return ("as drafted from the notes" if led.how == "draft" else f"a note says so{edited}"), "good"

    def _pieces(self, words: str, *, heading: bool) -> Iterator[Piece]:
        at = 0
        for point in self.points.of(words, capitals=not heading):
            if at < point.start:
                yield Piece(words[at : point.start])
            yield Piece(words[point.start : point.end], point.kind)
            at = point.end
        if at < len(words):
            yield Piece(words[at:])

    def _links(self, span: Span) -> Iterator[str]:
        for block in self.export.article.body:
            if block.span.overlaps(span):
                yield from (run.link for run in block.runs if run.link and run.span.overlaps(span))

    def _beside(self, lines: Sequence[Line]) -> Iterator[Quote]:
        beside = Beside(self.document, self.material, self.resting, self.shown)
        where: dict[int, list[int]] = {}
        for line in lines:
            for number in line.quotes:
                where.setdefault(number, []).append(line.number)
        for number, quote in enumerate(self.quotes, 1):
            text = quote.said.text
            words = MASK * 8 if self.shown.holds_leak(quote.span) else self.shown.words(text)
            yield beside.quote(number, quote, where.get(number, ()), words)

    def _remarks(self) -> tuple[dict[Span, list[Remark]], list[Remark]]:
        """The findings by the sentence that they begin in, and those in none."""
        inside: dict[Span, list[Remark]] = {}
        outside = []
        for finding in self.export.findings:
            remark = Remark(str(finding.severity), finding.rule, self.shown.line(finding.message))
            span = self._sentence(finding)
            if span is None:
                outside.append(remark)
            else:
                inside.setdefault(span, []).append(remark)
        return inside, outside

    def _sentence(self, finding: Finding) -> Span | None:
        at = bisect_right(self.starts, finding.span.start) - 1
        if at >= 0 and finding.span.start < self.spans[at].end:
            return self.spans[at]
        after = self.spans[at + 1] if at + 1 < len(self.spans) else None
        return after if after is not None and after.overlaps(finding.span) else None


def _quotes(document: Document) -> tuple[CheckedQuote, ...]:
    if document.notes is not None:
        return checked_quotes(document)
    return tuple(CheckedQuote(said, QuoteCheck(said.text, "not-found")) for said in said_in(document) if _counts(said))


def _counts(said: Said) -> bool:
    return not said.is_title if said.attributed else said.is_sentence


def _terms(lines: Sequence[Line]) -> Iterator[tuple[str, tuple[Term, ...]]]:
    found: dict[str, dict[str, list[int]]] = {kind: {} for kind in _LISTED}
    links: dict[str, list[int]] = {}
    for line in lines:
        for piece in line.pieces:
            if piece.kind:
                text = piece.text.lower() if piece.kind == "figure" and piece.text[0].isalpha() else piece.text
                found[piece.kind].setdefault(text, []).append(line.number)
        for link in line.links:
            links.setdefault(link, []).append(line.number)
    for kind, title in _LISTED.items():
        if found[kind]:
            yield title, tuple(Term(text, tuple(dict.fromkeys(where))) for text, where in found[kind].items())
    if links:
        yield "Links", tuple(Term(link, tuple(dict.fromkeys(where))) for link, where in links.items())
