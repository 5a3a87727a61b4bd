"""Parts each sentence of running text into what the writer tells and what somebody says in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from authoring.prose.counts import characters_of
from authoring.prose.document import WORD, Block, BlockKind, Document, Sentence, Voice
from authoring.prose.narration import SPOKEN, narration_of
from authoring.text.patterns import lazy
from authoring.text.span import Span

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE})
"""What is read as running text: no headings, captions, tables or code."""

_ADDRESS = lazy(r"(?:\bhttps?://|\bwww\.)\S*[^\s.,;:!?)\]”\"']")
_AFTER_LABEL = " \t\n:.)]*_–—-"


@dataclass(frozen=True, slots=True)
class Said:
    """Words that follow each other in a sentence and that somebody says."""

    span: Span
    words: Sequence[str]
    characters: int
    """With one mark at the end, where the sentence has a quotation mark, a comma or a cue."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence that has words."""

    sentence: Sentence
    words: Sequence[str]
    """Its words, but for addresses of pages and a label that says who speaks."""
    characters: int
    told: int
    """How many of them are the writer's own words."""
    said: tuple[Said, ...]
    """Those that are somebody else's; a question of an interviewer is neither."""

    @property
    def spoken(self) -> int:
        """How many words somebody else says."""
        return sum(len(part.words) for part in self.said)

    @property
    def narrated(self) -> bool:
        """Whether at least half of it is the writer's; a word or two in quotation marks makes no speech of it."""
        return self.told > 0 and self.told >= self.spoken


def prose_of(block: Block, start: int, end: int) -> tuple[Sequence[str], str, int]:
    """The words of a sentence and its text, with blanks for addresses; and where the text begins in its block."""
    if block.label is not None and start < (label := block.position_of(block.label.end)):
        start = min(label, end)
        after = block.text[start:end]
        start += len(after) - len(after.lstrip(_AFTER_LABEL))
    text = block.text[start:end]
    if "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    return WORD.findall(text), text, start


def utterances(document: Document, block: Block) -> Iterator[Utterance]:
    """The sentences of a block of running text, without those that have no words."""
    if block.kind not in PROSE:
        return
    quoted = document.has_speech(block.span)
    for sentence in block.sentences:
        words, text, start = prose_of(block, sentence.start, sentence.end)
        if not words:
            continue
        told: int
        said: tuple[Said, ...]
        if block.voice in {Voice.ANSWER, Voice.BLOCKQUOTE}:
            span = block.span_of(start, sentence.end)
            told, said = 0, (Said(span, words, characters_of(text)),)
        elif quoted and SPOKEN in (narration := narration_of(document, block))[start : sentence.end]:
            said = tuple(_said(block, text, start, narration))
            told = len(words) - sum(len(part.words) for part in said)
        else:
            told, said = len(words), ()
        told = 0 if block.voice is Voice.QUESTION else told
        yield Utterance(sentence, words, characters_of(text), told, said)


def _said(block: Block, text: str, start: int, narration: str) -> Iterator[Said]:
    """The stretches of quoted words; ``text`` begins at ``start`` in the block."""
    spoken: list[tuple[int, int, str]] = []
    for match in WORD.finditer(text):
        if narration[start + match.start()] == SPOKEN:
            spoken.append((match.start(), match.end(), match[0]))
        elif spoken:
            yield _part(block, spoken, text, start)
            spoken = []
    if spoken:
        yield _part(block, spoken, text, start)


def _part(block: Block, spoken: list[tuple[int, int, str]], text: str, start: int) -> Said:
    first, last = spoken[0][0], spoken[-1][1]
    words = [word for _, _, word in spoken]
    return Said(block.span_of(start + first, start + last), words, characters_of(text[first:last]) + 1)
