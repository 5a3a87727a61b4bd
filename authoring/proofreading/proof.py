"""Reads an article with LanguageTool: asks for every passage, and makes findings of what an editor would want to see.

What a source said is the source's: there LanguageTool only informs, with [sic] in mind, and never offers an edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from authoring.findings import Finding, Severity, Suggestion
from authoring.grammar.model import Match
from authoring.grammar.names import FAMILY
from authoring.proofreading.doubles import is_told
from authoring.proofreading.doubtful import doubtful
from authoring.proofreading.names import Names
from authoring.proofreading.passages import Passage, passages
from authoring.proofreading.spelling import Unknown, is_spelling, unknown
from authoring.proofreading.variant import Variant, variant_for
from authoring.proofreading.wording import in_our_words
from authoring.prose.document import BlockKind, Document, Voice
from authoring.text.span import Span

_OURS: Final = frozenset({Voice.NARRATION, Voice.HEADING, Voice.CAPTION})
"""Voices of the writer."""
_UNVOICED: Final = frozenset({Voice.MARKUP, Voice.LINK_TARGET, Voice.CODE})
_OF_SOURCES: Final = frozenset({"GRAMMAR", "TYPOS", "CONFUSED_WORDS", "NONSTANDARD_PHRASES"})
"""Groups of rules that have a say on what somebody else has said: how well it is put is the speaker's business."""
_OF_SPEAKERS: Final = frozenset({"DOUBLE_NEGATIVE"})
"""Rules about how people speak, which nobody mistypes."""
_OUR_OWN: Final = "AUTHORING_"
"""How the groups begin of the rules that we have written for LanguageTool."""
_OF_A_COUNTRY: Final = frozenset(
    {"REGIONALISMS", "BRITISH_ENGLISH", "AMERICAN_ENGLISH", "AMERICAN_ENGLISH_STYLE", "BRE_STYLE_OXFORD_SPELLING"}
)
_COUNTRY_RULES: Final = ("EN_GB_SIMPLE_REPLACE", "EN_US_SIMPLE_REPLACE", "OXFORD_SPELLING", "BRE_", "AME_")
_IN_HEADLINES: Final = frozenset({"EN_A_VS_AN", "ENGLISH_WORD_REPEAT_RULE"})
"""Besides spelling, what is asked of a headline, which is no sentence."""
_SENTENCES: Final = frozenset(
    {"UPPERCASE_SENTENCE_START", "PUNCTUATION_PARAGRAPH_END", "PUNCTUATION_PARAGRAPH_END2", "SENTENCE_FRAGMENT"}
)
"""Rules about whole sentences, which items of a list and captions need not be."""
_MOST: Final = 5
"""Edits that are offered for one place."""


class Checker(Protocol):
    """Whatever asks LanguageTool."""

    def check(self, passages: Sequence[str], variant: str) -> Iterator[tuple[Match, ...] | None]:
        """What is found in each passage, in their order; ``None`` of one that cannot be read.

        Raises ``GrammarError``.
        """
        ...


@dataclass(frozen=True)
class Reading:
    """How an article is to be read."""

    level: Callable[[Match], Severity | None]
    """How grave a match is; ``None`` for one that is not wanted."""
    variant: str = ""
    """The English of articles that do not say; empty where nobody has set one."""
    accepted: tuple[str, ...] = ()
    """Words of the newsroom's vocabularies, each a pattern."""
    silent: frozenset[str] = field(default=frozenset())
    """Our rules that the user has switched off: what they would say, LanguageTool does not say in their place."""


def proofread(
    document: Document,
    checker: Checker,
    reading: Reading,
    ours: Sequence[Finding] = (),
    hidden: Sequence[Span] = (),
) -> list[Finding]:
    """What LanguageTool finds in an article, in order of place. Raises ``GrammarError``.

    ``ours`` is what our own rules find, in order of place; what they say already is left out. What is ``hidden`` is
    sent to no server: that may be another machine, with a log.
    """
    every = list(passages(document, hidden))
    variant = variant_for(document, reading.variant or None)
    names = Names(document, reading.accepted)
    found: list[tuple[Passage, Match, Unknown | None]] = []
    for passage, matches in zip(every, checker.check([one.text for one in every], variant.name), strict=True):
        for match in matches or ():
            if reading.level(match) is None or not _counts(match, passage, variant, names):
                continue
            if not _is_of_sources(match) and _quoted(document, passage, match):
                continue
            word = unknown(match, passage, names, set_variant=not variant.also) if is_spelling(match) else None
            if word is not None or not is_spelling(match):
                found.append((passage, match, word))
    doubtful = [word for _, _, word in found if word is not None]
    passed = set(_let_pass(doubtful, variant, checker))
    findings = (
        _finding(document, passage, match, word, reading)
        for passage, match, word in found
        if word is None or word not in passed
    )
    told = [finding for finding, category in findings if not is_told(finding, category, ours, reading.silent)]
    return sorted(told, key=lambda finding: finding.span)


def _counts(match: Match, passage: Passage, variant: Variant, names: Names) -> bool:
    """Whether a match is worth a thought, before anything is known of its words."""
    start, end = match.span.start, match.span.end
    if passage.touches_stand_in(start, end) or (
        not is_spelling(match) and passage.touches_stand_in(start - 2, end + 2)
    ):
        return False
    if doubtful(match, passage.text):
        return False
    if passage.text.startswith(" [sic]", end):
        return False
    if variant.also and (match.category in _OF_A_COUNTRY or match.rule.startswith(_COUNTRY_RULES)):
        return False
    kind = passage.block.kind
    if kind is BlockKind.HEADING and not is_spelling(match) and match.rule not in _IN_HEADLINES:
        return False
    if kind in (BlockKind.LIST_ITEM, BlockKind.CAPTION) and match.rule in _SENTENCES:
        return False
    return not names.noted(passage.text[start:end])


def _let_pass(words: Iterable[Unknown], variant: Variant, checker: Checker) -> Iterator[Unknown]:
    """Unknown words that are right in the other English, where nobody has said which one holds.

    Each word is asked about as a passage of its own, so that the answer is known wherever it stands again. One that
    cannot be read there is taken for right.
    """
    listed = list(dict.fromkeys(words))
    if variant.also and listed:
        answers = checker.check([word.word for word in listed], variant.also)
        yield from (word for word, found in zip(listed, answers, strict=True) if not any(map(is_spelling, found or ())))


def _finding(
    document: Document, passage: Passage, match: Match, word: Unknown | None, reading: Reading
) -> tuple[Finding, str]:
    """The finding that a match becomes, with the group of its rule."""
    start, end = match.span.start, match.span.end
    span = passage.span(start, end)
    quoted = _quoted(document, passage, match)
    level = reading.level(match) or Severity.INFO
    meant = word.meant if word is not None else match.replacements
    meant = tuple(_as_written(each, document) for each in meant[:_MOST])
    first = meant[0] if meant else None
    message = in_our_words(passage.text, start, end, first, match.message, spelling=word is not None, quoted=quoted)
    edits: tuple[Suggestion, ...] = ()
    if not quoted and passage.is_exact(start, end):
        edits = tuple(Suggestion(span, text) for text in meant)
    return Finding(match.rule, FAMILY, min(level, Severity.INFO) if quoted else level, span, message, None, edits), (
        match.category
    )


def _is_of_sources(match: Match) -> bool:
    """Whether a match may be told of in words that are somebody else's."""
    if match.rule in _OF_SPEAKERS:
        return False
    return match.category in _OF_SOURCES or match.category.startswith(_OUR_OWN) or is_spelling(match)


def _quoted(document: Document, passage: Passage, match: Match) -> bool:
    """Whether any of the words are somebody else's."""
    span = passage.span(match.span.start, match.span.end)
    voices = {voice for _, voice in document.voices_in(span)} or {document.voice_at(span.start)}
    return not voices - _UNVOICED <= _OURS


def _as_written(text: str, document: Document) -> str:
    """A word with the apostrophes that the article has."""
    return text.replace("'", "’") if "'" in text and "’" in document.text else text
