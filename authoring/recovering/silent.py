"""The lines of an article that say who did not comment, as requests and no-comment lines of notes."""

from __future__ import annotations

from authoring.prose.document import Document
from authoring.recovering.kinds import SPEAKS_FOR
from authoring.recovering.model import Asked, Item, Source
from authoring.recovering.sources import Sources, role_beside
from authoring.rules.fairness._no_comment import NoComment, no_comments
from authoring.text.patterns import lazy
from authoring.text.span import Span

_ABOUT = lazy(r"\s(?:on|about|regarding)\s(?P<about>[^,.;“”\"]{3,90})\.?$")
_BY = lazy(r"\bfrom (?P<by>[Tt]he [A-Z][\w’' ]{2,40}?|[A-Z][\w’']+(?: [A-Z][\w’']+){0,3})(?=[\s.,]|$)")
_HOW = lazy(r"\b(?:an? |several |repeated |two |three )?(?P<how>e-?mails?|phone calls?|calls?|messages?|letters?)\b", 2)
_NAME = lazy(r"(?:[Tt]he )?[A-Z][\w’'.&-]*(?: (?:of|for|and|the|[A-Z][\w’'.&-]*)){0,6}$")
_CALLED = lazy(r"(?:An?|The) [\w’' -]{3,60}$")
_ENDS = " ,.;"


class Silent:
    """Who did not comment in one article."""

    def __init__(self, document: Document, sources: Sources, *, english: bool) -> None:
        self._document, self._sources = document, sources
        self._lines = {line.span.start: line for line in no_comments(document)} if english else {}
        self.asked: list[Asked] = []

    def item(self, span: Span, sentence: str) -> Item | None:
        """The no-comment line of a sentence that says nothing else; the request goes to ``asked``."""
        line = next((line for place, line in self._lines.items() if place in span), None)
        if line is None or line.reported or not line.asked or "“" in sentence or '"' in sentence:
            return None
        who = " ".join(line.who.split()).strip(_ENDS)
        source = self._who(who, line)
        if source is None:
            return None
        rest = " ".join(line.rest.split())
        about, by, how = _ABOUT.search(rest), _BY.search(rest), _HOW.search(rest)
        request = Asked(source.id, "declined" if line.declined else "no response", self._line(line))
        request.about = about["about"].strip() if about else ""
        request.asked_by = by["by"] if by else ""
        request.how = how[0].strip() if how else ""
        self.asked = [each for each in self.asked if each.to != source.id] + [request]
        return Item("no-comment", span, source.id)

    def _line(self, line: NoComment) -> int:
        return self._document.lines.position(line.span.start)[0]

    def _who(self, who: str, line: NoComment) -> Source | None:
        name, comma, role = who.partition(", ")
        if comma and _NAME.match(name):
            source = self._who(name, line)
            return source if source is not None and role_beside(source, role) else None
        known = self._sources.known(who)
        if known is not None:
            return known
        if SPEAKS_FOR.search(who) and _CALLED.match(who):
            return self._sources.add(who, self._line(line), named=False)
        return self._sources.add(who, self._line(line), named=True) if _NAME.match(who) else None
