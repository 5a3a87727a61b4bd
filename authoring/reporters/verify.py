"""For people: each quotation of a draft with what the quote check says, and the sentences that lead back to no note.

A difference is shown with marks that read without colour: ``-word-`` was said and is not quoted, ``+word+`` is quoted
and was not said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from authoring.findings import Origin
from authoring.prose.readable import Readable
from authoring.reporters import NOTHING, Look
from authoring.reporters.quotes import NOBODY
from authoring.reporters.terminal import columns, fitting, safe
from authoring.runner.verified import Verified
from authoring.verification.quotes import CheckedQuote
from authoring.wording import Status

STATUSES: dict[Status, str] = {
    "verbatim": "as said",
    "marked": "as said, with its cuts shown",
    "tidied": "as said, but tidied",
    "omission": "words left out, and nothing shows it",
    "altered": "altered",
    "negation": "the meaning is turned",
    "stitched": "put together from different places",
    "wrong-speaker": "somebody else said this",
    "not-found": "not found",
}
"""Each status in words."""
_SHORT: dict[Status, str] = {"verbatim": "as said", "marked": "cuts shown", "tidied": "tidied"}
_BOLD, _DIM, _RED, _GREEN, _YELLOW = "1", "2", "31", "32", "33"
_INDENT = 2
_NARROWEST = 40


def report(results: Iterable[Verified], look: Look, everything: bool = False) -> Iterator[str]:
    """What it comes to, one line a draft; where something is wrong, the quotations of that draft before it.

    With ``everything`` they are listed where all is well, too.
    """
    told = False
    for result in results:
        told = True
        if result.article.remark:
            yield f"{safe(result.article.path)}: {safe(result.article.remark)}\n"
        if result.sentences is not None:
            yield from _file(result, look, everything)
    if not told:
        yield NOTHING


def _file(result: Verified, look: Look, everything: bool) -> Iterator[str]:
    assert result.sentences is not None
    path = safe(result.article.path)
    listed = bool(result.quotes) and (everything or result.fails)
    if listed or result.sentences.bare:
        yield _paint(path, _BOLD, look) + "\n"
    if listed:
        rows = _Rows(result, look)
        for quote in result.quotes:
            yield from rows.passing(quote) if quote.check.passes else rows.failing(quote)
    if result.sentences.bare:
        yield from _bare(result, look)
    if listed or result.sentences.bare:
        yield "\n"
    yield f"{path}: {_summary(result)}\n"


class _Rows:
    """The quotations of one draft as lines that fit."""

    def __init__(self, result: Verified, look: Look) -> None:
        self._result = result
        self._look = look
        self._width = max(look.width - _INDENT, _NARROWEST)
        passing = [quote for quote in result.quotes if quote.check.passes]
        self._who = min(max((columns(_who(quote)) for quote in passing), default=0), self._width // 4)
        places = (columns(_place(quote.check.origin, short=True)) for quote in passing)
        self._place = min(max(places, default=0), self._width // 3)

    def _line(self, quote: CheckedQuote) -> str:
        return f"{self._result.article.lines.position(quote.span.start)[0]:>4}"

    def passing(self, quote: CheckedQuote) -> Iterator[str]:
        """One line: status, speaker, place, first words."""
        cells = (
            (_SHORT[quote.check.status], max(map(len, _SHORT.values()))),
            (_who(quote), self._who),
            (_place(quote.check.origin, short=True), self._place),
        )
        filled = "  ".join(_filled(fitting(text, width), width) for text, width in cells if width)
        row = f"{self._line(quote)}  {filled}  “{_words(quote)}”"
        yield f"{' ' * _INDENT}{fitting(row, self._width)}\n"

    def failing(self, quote: CheckedQuote) -> Iterator[str]:
        """What is wrong, the words, what differs, and where to look."""
        check, look = quote.check, self._look
        reason = f": {safe(check.reason.removeprefix('left out: '))}" if check.reason and check.origin else ""
        head = f"{self._line(quote)}  {STATUSES[check.status]}{reason}"
        yield f"{' ' * _INDENT}{_paint(fitting(head, self._width), _RED, look)}\n"
        inner, width = " " * (_INDENT + 6), self._width - 6
        yield f"{inner}{fitting(f'{_who(quote)}: “{_words(quote)}”', width)}\n"
        if any(sign != "=" for sign, _ in check.diff):
            yield from (f"{inner}{row}\n" for row in _diff(quote, width, look))
        where = fitting("nothing in the notes or transcripts reads like it", width)
        if check.origin is not None:  # a place is given whole, to be copied
            by = f", {safe(check.speaker)}" if check.speaker else ""
            where = f"compare {_place(check.origin)}{by}"
        yield f"{inner}{_paint(where, _DIM, look)}\n"


def _who(quote: CheckedQuote) -> str:
    speaker = quote.said.speaker
    return " ".join(safe(speaker.name or speaker.text).split()) if speaker else NOBODY


def _words(quote: CheckedQuote) -> str:
    return " ".join(safe(quote.said.text).split())


def _filled(text: str, width: int) -> str:
    return text + " " * (width - columns(text))


def _place(origin: Origin | None, *, short: bool = False) -> str:
    if origin is None:
        return ""
    time = f" at {origin.time}" if origin.time else ""
    path = Path(origin.path).name if short else origin.path
    return f"{safe(path)}:{origin.line}{time}"


def _diff(quote: CheckedQuote, width: int, look: Look) -> Iterator[str]:
    """The words with what was said and what is quoted in its place, as lines that fit."""
    pieces: list[tuple[str, str]] = []
    for sign, words in quote.check.diff:
        listed = safe(words).split()
        if not listed:
            continue
        if sign == "=":
            pieces += [("", word) for word in listed]
        else:
            colour = _GREEN if sign == "-" else _RED
            pieces += [(colour, word) for word in f"{sign}{' '.join(listed)}{sign}".split()]
    row: list[tuple[str, str]] = []
    for piece in pieces:
        if row and columns(" ".join(word for _, word in (*row, piece))) > width:
            yield _painted(row, look)
            row = []
        row.append(piece)
    if row:
        yield _painted(row, look)


def _painted(row: list[tuple[str, str]], look: Look) -> str:
    return " ".join(_paint(word, colour, look) if colour else word for colour, word in row)


def _bare(result: Verified, look: Look) -> Iterator[str]:
    assert result.sentences is not None
    assert result.article.document is not None
    readable = Readable(result.article.document, result.article.withheld)
    count = len(result.sentences.bare)
    head = "1 sentence leads" if count == 1 else f"{count} sentences lead"
    yield f"{' ' * _INDENT}{_paint(f'{head} back to no note:', _YELLOW, look)}\n"
    for span in result.sentences.bare:
        line = result.article.lines.position(span.start)[0]
        words = " ".join(safe(" ".join(readable.pieces(span))).split())
        yield f"{' ' * _INDENT}{fitting(f'{line:>4}  {words}', max(look.width - _INDENT, _NARROWEST))}\n"


def _summary(result: Verified) -> str:
    assert result.sentences is not None
    counts = Counter(quote.check.status for quote in result.quotes)
    total = len(result.quotes)
    quotations = f"{total} quotation{'' if total == 1 else 's'}"
    wrong = [f"{counts[status]} {status}" for status in STATUSES if status not in _SHORT and counts[status]]
    if not total:
        said = "no quotations"
    elif wrong:
        said = f"{quotations}, {', '.join(wrong)}"
    else:
        said = f"{quotations}, {'it was' if total == 1 else 'all were'} said so"
    counted = result.sentences
    return f"{said}; {counted.traced} of {counted.total} sentences lead back to a note"


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\033[{colour}m{text}\033[0m" if look.colour else text
