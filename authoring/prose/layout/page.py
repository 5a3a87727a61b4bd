"""What the readers of layouts look at, and what they answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from authoring.prose.document import BlockKind, Voice
from authoring.prose.layout.labels import Label, label_of
from authoring.prose.raw import RawBlock
from authoring.text.patterns import lazy

FLOW = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE}
"""Kinds of block that carry what somebody says."""
_QUESTION_END = lazy(r"\?[\s\"”’')\]*_]*$")
_SENTENCE_END = lazy(r"[.!?…][\s\"”’')\]*_]*$")
_ORDER = lazy(r"\s*(?:\d+[.)]\s*)?(?:tell|describe|share|explain|talk|walk|give|name)\b", re.IGNORECASE)
_NUMBER = lazy(r"\s*\d{1,2}[.)]\s")
_BRACKETED = lazy(r"\s*\[.*\]\s*$", re.DOTALL)
_ASIDE = lazy(r"\s*\([^()]{1,60}\)\s*$")
_END = lazy(r"\s*(?:END\b.{0,40}|#\s?#\s?#|-\s?30\s?-|###+)\s*$")
_CREDIT = lazy(
    r"^\s*(?:\(?File photo\b|Photo(?:graph)?s?\b(?: by|:))|\b(?:Image|Photo|Picture|Credit)s?: ?[^.?!]{0,60}\.?\s*$"
)
_RULE = lazy(
    r"^[ \t]{0,3}(?:-[ \t]*){3,}$|^[ \t]{0,3}(?:\*[ \t]*){3,}$|^[ \t]{0,3}(?:_[ \t]*){3,}$|<hr\b", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose words a block of a Q&A or a transcript is."""

    voice: Voice
    speaker: str | None
    """The fullest name known."""
    label: int = 0
    """How many characters at its start are the speaker's label."""
    named: tuple[int, int] | None = None
    """Where in the block's text the label names the speaker."""


Turns = list[Turn | None]


@dataclass
class Page:
    """An article's blocks, as the readers of layouts look at them."""

    raw: list[RawBlock]
    texts: list[str]
    """The words of each block."""
    front: Mapping[str, str]
    source: str
    """The file."""
    body: int
    """Where front matter ends."""
    labels: list[Label | None] = field(init=False)

    def __post_init__(self) -> None:
        self.labels = [label_of(block, words) for block, words in zip(self.raw, self.texts, strict=True)]

    @cached_property
    def headline(self) -> str:
        """The title in the front matter, or the first words of the page."""
        told = self.front.get("title") or self.front.get("headline")
        return told or (self.texts[0][:200] if self.texts else "")

    @property
    def has_questions(self) -> bool:
        """Whether a heading or a bold paragraph asks something."""
        return any(
            self.is_asking_heading(index) if self.is_heading(index) else self.is_bold_question(index)
            for index in range(len(self.raw))
        )

    def is_headline(self, index: int) -> bool:
        """Whether a block on top says again what the front matter gives as the title."""
        title = self.front.get("title") or self.front.get("headline") or ""
        return index < 2 and bool(title) and title.lower().startswith(self.texts[index][:30].lower())

    def is_heading(self, index: int) -> bool:
        """Whether a block is a heading."""
        return self.raw[index].kind is BlockKind.HEADING

    def is_bold(self, index: int) -> bool:
        """Whether a paragraph is bold from end to end."""
        block, words = self.raw[index], self.texts[index]
        if block.kind is not BlockKind.PARAGRAPH or not block.strong:
            return False
        start, end = block.strong[0][0], block.strong[-1][1]
        bold = sum(last - first for first, last in block.strong)
        return not words[:start].strip() and not words[end:].strip() and bold >= (end - start) * 0.9

    def asks(self, index: int) -> bool:
        """Whether a block ends in a question mark."""
        return _QUESTION_END.search(self.texts[index]) is not None

    def is_sentence(self, index: int) -> bool:
        """Whether a block ends as sentences do, or is numbered as questions are."""
        return _SENTENCE_END.search(self.texts[index]) is not None or _NUMBER.match(self.texts[index]) is not None

    def is_bold_question(self, index: int) -> bool:
        """Whether a bold paragraph asks something, or asks to tell something."""
        if not self.is_bold(index):
            return False
        return self.asks(index) or (_ORDER.match(self.texts[index]) is not None and self.is_sentence(index))

    def is_asking_heading(self, index: int) -> bool:
        """Whether a heading asks something, or asks to tell something."""
        return self.is_heading(index) and (self.asks(index) or _ORDER.match(self.texts[index]) is not None)

    def is_set_apart(self, index: int) -> bool:
        """Whether a paragraph is the writer's, between two turns: in brackets, or a picture's credit."""
        words = self.texts[index]
        if self.raw[index].kind is not BlockKind.PARAGRAPH:
            return False
        return bool(_BRACKETED.match(words) or _ASIDE.match(words) or (len(words) < 300 and _CREDIT.search(words)))

    def is_emphasised(self, index: int) -> bool:
        """Whether all of a paragraph is in italics."""
        words = self.texts[index]
        return any(not (words[:start] + words[end:]).strip() for start, end in self.raw[index].emphasis)

    def is_end(self, index: int) -> bool:
        """Whether a paragraph says that the text ends."""
        return _END.match(self.texts[index]) is not None

    def follows_rule(self, index: int) -> bool:
        """Whether a rule across the page parts a block from the one before it."""
        if not index:
            return False
        return _RULE.search(self.source, self.raw[index - 1].end, self.raw[index].start) is not None

    def is_first_person(self, index: int) -> bool:
        """Whether somebody speaks of himself or herself."""
        return FIRST_PERSON.search(self.texts[index]) is not None


FIRST_PERSON = lazy(r"\b(?:I|I['’]\w+|[Mm]e|[Mm]y)\b")
