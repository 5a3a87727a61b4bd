"""The lines of an article that say who did not answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.sourced import in_words_of_others, names_in
from authoring.text.patterns import lazy
from authoring.text.span import Span

if TYPE_CHECKING:
    from authoring.notes.model import Notes, Request

_FAR = 400
"""Characters before and after the line that are looked at, however long its sentence is."""
_WORDS = (
    *("respond", "responded", "reply", "replied", "answer", "answered", "return", "returned", "acknowledge"),
    *("acknowledged", "reached", "unavailable", "available", "declined", "refused", "unanswered"),
)
"""Every such line has one of them."""


@dataclass(frozen=True)
class NoComment:
    """A line that says that somebody did not answer."""

    span: Span
    """From the verb to what was not answered."""
    who: str
    """The words before it in the sentence, which name whom it is about."""
    rest: str
    """The words from the verb to the end of the sentence."""
    declined: bool
    """Whether they were reached and said that they would not comment."""
    reported: bool
    """Whether somebody else is said to have said so."""
    asked: bool
    """Whether it is plain that a reporter asked; “she did not answer his calls” is another story."""


_TOLD_BY = lazy(r", (?:[\w’'.&-]+ ){0,5}?(?:reported|said|wrote|reports|says|writes)\b")
"""“…, the Herald reported”, where the words before it are themselves about an answer."""


@cache
def _line() -> re.Pattern[str]:
    asked = (
        r"(?:requests?|calls?|e-?mails?|messages?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|letters?|voicemails?"
        r"|texts?|questions from)"
    )
    not_ = r"(?:(?:has|have|had|did|does|do) not|(?:has|have|had|did|does|do)n['’]t|never|failed to)"
    soon = r"(?: (?:yet|immediately|publicly|directly|even|so far|respond or))*"
    verb = r"(?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|return(?:ed)?|acknowledged?)"
    return re.compile(
        rf"(?P<silent>\b{not_}{soon} {verb}(?: \w+ly)?(?: to)?(?: [\w’'&.\-]+){{0,7}}? {asked}\b"
        r"(?: for (?:a |any |further )?(?:comments?|interviews?|response))?"
        r"|\bcould not(?: immediately)? be reached\b(?: for comment)?"
        r"|\b(?:was|were)(?: not(?: immediately)? available| unavailable) (?:for|to)"
        r" (?:comment|an interview|interview)\b"
        r"|\b(?:requests? for comment|calls|e-?mails|messages)[^.;,]{0,60} (?:was|were|went)"
        r"(?: not(?: immediately)?)?"
        r" (?:returned|answered|unanswered)\b)"
        r"|\b(?:declined|refused)(?: to comment\b| to be interviewed\b| (?:a|our|all|several|repeated)? ?requests?"
        r" for (?:comment|an interview)\b)",
        re.IGNORECASE,
    )


_ASKED = lazy(
    r"\b(?:comments?|interview(?:s|ed)?|seeking|statement)\b"
    r"|\b(?:calls?|e-?mails?|messages?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|letters?|questions)"
    r" from (?:[Tt]he [A-Z]|us\b)"
    r"|['’]s? (?:requests?|quer(?:y|ies)|inquir(?:y|ies)|enquir(?:y|ies)|questions)\b"
)


def no_comments(document: Document) -> Iterator[NoComment]:
    """Every line of the narration that says that somebody did not answer, in order."""
    told = narrated(document)
    seen = -1
    for place in told.at(*_WORDS):
        start, end = told.sentence_at(place)
        if start == seen:
            continue
        seen = begin = start
        for match in _line().finditer(told.text, start, end):
            span = told.span(match.start(), match.end())
            who = told.text[max(begin, match.start() - _FAR) : match.start()]
            rest = told.text[match.start() : min(end, match.start() + _FAR)]
            reported = _TOLD_BY.search(rest) is not None or in_words_of_others(document, span)
            asked = _ASKED.search(match[0]) is not None or _ASKED.search(rest) is not None
            yield NoComment(span, who, rest, match["silent"] is None, reported, asked)
            begin = match.end()


def requests_about(notes: Notes, line: NoComment) -> list[Request]:
    """The requests in the notes to those whom the line names."""
    return [request for request in notes.requests if _is_to(notes, request, line)]


def _is_to(notes: Notes, request: Request, line: NoComment) -> bool:
    source = notes.sources.get(request.to)
    return source is not None and (names_in(source, line.who) or names_in(source, line.rest))
