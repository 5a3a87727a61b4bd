"""Turns what was read of an item into the item that templates and rules see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from authoring.notes import slips
from authoring.notes.mentions import KnownNames, Mentions
from authoring.notes.model import Item, ItemKind, Source, Tag
from authoring.notes.problems import Problems
from authoring.notes.quotes import Quote
from authoring.notes.sources import Names
from authoring.notes.weave import Weaver
from authoring.text.span import Span
from authoring.trace.traced import Traced

_NAMED_IN = frozenset({"narration", "reported", "fact"})
_STATEMENT_KINDS = frozenset({"person", "spokesperson", "company"})


@dataclass
class OpenItem:
    """An item while it is read."""

    kind: str
    start: int
    end: int
    what: str
    """What it is called in messages."""
    words: Weaver = field(default_factory=Weaver)
    quote: Quote | None = None
    tag: Tag | None = None
    source: str | None = None
    mistagged: bool = False
    """Whether it has a tag that was reported, since it stands in the wrong place or has the wrong mark."""
    complained: bool = False
    """Whether a line without its mark was reported; the lines after it are not reported again."""


class ItemMaker:
    """Finishes the items of one beat after the other."""

    def __init__(self, names: Names, mentions: Mentions, known: KnownNames, problems: Problems) -> None:
        self._names, self._mentions, self._known, self._problems = names, mentions, known, problems

    def finish(self, items: Sequence[OpenItem]) -> tuple[Item, ...]:
        """The items of one beat, each with its source: an action has that of the next tagged item."""
        following: str | None = None
        for item in reversed(items):
            if item.kind == "action" and item.tag is None:
                item.source = following
                if following is None:
                    message = "nobody is seen to do this, expected a tagged item below it (or “- ” for a fact)"
                    self._problems.warning(item.start, item.end, message)
            elif item.tag is not None and item.source and not item.tag.off_the_record:
                following = item.source
        return tuple(self._item(item) for item in items)

    def _item(self, item: OpenItem) -> Item:
        span = Span(item.start, item.end)
        if item.quote is not None:
            text, parts, joint = item.quote.finish(self._known)
            self._expect(item, bool(text), span)
            self._check_quote(item, str.__str__(text), span)
            return Item("quote", span, text, item.tag, item.source, parts, joint)
        if item.kind != "break":
            self._expect(item, bool(item.words), span)
        runs = item.words.runs
        if item.kind in ("fact", "reported") and item.words:
            self._check_capital(item)
        if item.kind in _NAMED_IN:
            runs = self._mentions.named(item.words.plain, runs)
        return Item(self._kind(item), span, Traced(item.words.plain, runs), item.tag, item.source)

    def _check_quote(self, item: OpenItem, text: str, span: Span) -> None:
        source = self._names.sources.get(item.source) if item.source else None
        if slips.wrapped(text):
            message = "quotation marks around the whole quote, expected the words alone (drafts set the marks)"
            self._problems.warning(span.start, span.end, message)
        elif source is not None and slips.names_speaker(text, source.name):
            message = "who said it stands among the words, expected it in the tag only (“//” marks its place)"
            self._problems.warning(span.start, span.end, message)

    def _check_capital(self, item: OpenItem) -> None:
        tag = item.tag
        source = self._names.sources.get(item.source) if item.source else None
        if tag is not None and (tag.off_the_record or source is None or source.off_the_record):
            return
        named = source is not None and (source.protected or not (tag and tag.background))
        message = slips.wrong_capital(item.words.plain, tag, self._known, named=named)
        start = item.words.runs[0].start
        end = tag.span.end if tag else item.end
        if (
            message
            and not (tag is None and item.kind == "reported")
            and not self._problems.error_within(item.start, end)
        ):
            self._problems.warning(start, start + 1, message)

    def _expect(self, item: OpenItem, any_words: bool, span: Span) -> None:
        if not any_words and not self._problems.error_within(span.start, span.end):
            self._problems.error(span.start, span.end, f"nothing after this mark, expected {item.what}")
        elif item.tag is None and item.kind in ("quote", "reported") and not item.mistagged:
            message = f"{item.what} without a tag, expected “— source | verb” under it"
            self._problems.warning(span.start, span.end, message)

    def _kind(self, item: OpenItem) -> ItemKind:
        if item.kind != "fact":
            return cast(ItemKind, item.kind)
        source: Source | None = self._names.sources.get(item.source) if item.source else None
        if source is None:
            return "claim"
        kind: Literal["statement", "citation"] = "statement" if source.kind in _STATEMENT_KINDS else "citation"
        return kind
