"""The narration reads at a grade that the house's readers manage at first reading.

It measures the Flesch–Kincaid grade (years of school) of the writer's own words: the target is 10 for a brief and 12
for anything else (`kind` in the front matter of the article or its notes). A single paragraph is pointed at where it
has 60 words or more and is at least 4 grades above the target and 2 above the piece. Grades are whole years: 12.4 is
grade 12. Speech is the source's and is not measured; a piece with fewer than 100 words of narration is too short to
say anything. A formula sees long words and long sentences, not sense: read the paragraph before you change it.

Why: newspapers aim at what a reader of some ten to twelve years of school takes in while reading once; the formula is
the US Navy's (Kincaid and others, 1975).

```options
other: 6
```
```bad
By Noor Haddad

Notwithstanding considerable difficulties regarding its administration, the municipality ultimately reorganised its transportation department entirely. Representatives of neighbouring communities subsequently acknowledged the undeniable significance of the reorganisation. Additional consultations concerning infrastructure, accessibility and environmental considerations are anticipated imminently. Participating organisations unanimously recommended establishing an independent international commission. Its responsibilities would include investigating irregularities, recommending improvements and publishing comprehensive documentation. Municipal representatives characterised these recommendations as extraordinarily ambitious. Nevertheless, administrators anticipate significant simplifications. Experienced administrators additionally recommended considerably increasing departmental responsibilities. Several interdisciplinary organisations participating in preliminary consultations expressed considerable dissatisfaction regarding communication. Unfortunately, municipal administrators underestimated the complexity of international regulations.
```
```finds
3:1 Notwithstanding considerable difficulties regarding its administration, the municipality ultimately reorganised its transportation department entirely. => the narration reads at grade 31.6 (Flesch–Kincaid), expected 6 or below
```
```good
By Noor Haddad

The town has a new bus plan. It took two years to draw up. More buses will run at night, and fewer by day. The old line to the harbour is gone. A new one goes by the school and the mill. The fare stays the same. Those who work late are glad of it. Those who live by the harbour are not. They have to walk for half an hour now. The town says that it will look at the plan again in a year. Until then the harbour has one bus in the morning and one at night. The driver of that bus has had the job since he was a young man. He likes the quiet, he says.
```
The same words may be too hard for a brief, and not for a longer story:

```bad
---
kind: brief
---
The harbour company will replace both of its older ferries before the end of the decade, its director told passengers on the quay. The new vessels will run on batteries, carry more bicycles and need fewer people on board. Nobody will lose a job, according to the director, because several of the older sailors are close to retirement. Passengers who had gathered at the terminal were divided about the plan: some welcomed the quieter engines, while others wondered whether batteries could cope with a winter crossing. The company has promised to publish the results of its trials in the spring. Until then the older ferries will continue to sail according to the present timetable, with additional departures on market days.
```
```finds
4:1 The harbour company will replace both of its older ferries before the end of the decade, its director told passengers on the quay. => the narration reads at grade 11.3 (Flesch–Kincaid), expected 10 or below
```
```good
The harbour company will replace both of its older ferries before the end of the decade, its director told passengers on the quay. The new vessels will run on batteries, carry more bicycles and need fewer people on board. Nobody will lose a job, according to the director, because several of the older sailors are close to retirement. Passengers who had gathered at the terminal were divided about the plan: some welcomed the quieter engines, while others wondered whether batteries could cope with a winter crossing. The company has promised to publish the results of its trials in the spring. Until then the older ferries will continue to sail according to the present timetable, with additional departures on market days.
```
```good
Notwithstanding considerable difficulties, the municipality reorganised its transportation department.
```

Options: `brief` and `other`, the targets; `targets`, those of other kinds of pieces, which a configuration sets for all
rules at once (`targets.interview = 13`); `beyond`, by how much one paragraph may be above them.
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.measures import LEAST_SENTENCES, LEAST_WORDS, flesch_kincaid
from authoring.prose.narration import SPOKEN, is_listing, narration_of, told_in
from authoring.prose.syllables import syllables_of
from authoring.readability.target import target_of
from authoring.rules.hit import Hit
from authoring.text.span import Span

SEVERITY = Severity.WARNING


@dataclass(frozen=True)
class Options:
    """How the house sets it; all are Flesch–Kincaid grades, years of school."""

    brief: int = 10
    """The hardest a brief may read."""
    other: int = 12
    """The hardest any other piece may read."""
    beyond: int = 4
    """By how much a single paragraph may be above that."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """The hardest that pieces of some kinds may read, before `brief` and `other`: the key `targets` above all rules."""


_PARAGRAPH = 60
"""Words of narration that a paragraph must have before it is measured alone."""
_OPENING = 8
"""Words that the sentence must have that a finding points at."""
_APART = 2
"""Grades by which a paragraph must be above its piece, since otherwise the piece is the trouble."""


@dataclass(slots=True)
class _Counts:
    """What the formula needs."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0

    def grade(self, least: int = LEAST_WORDS) -> float | None:
        """The grade, or ``None`` for a text too short to say anything."""
        if self.words < least or self.sentences < min(LEAST_SENTENCES, least):
            return None
        return flesch_kincaid(self.words, self.sentences, self.syllables)


def _count(block: Block, narration: str) -> tuple[_Counts, Span | None, bool]:
    """What the formula needs of a block's narration, the first words of it that are more than a date line, and whether
    a list of names stands in it. A sentence that is at least half narration counts whole.
    """
    counts = _Counts()
    listing = False
    first: Span | None = None
    spoken = SPOKEN in narration
    for sentence in block.sentences:
        words = sentence.word_texts
        span, own = None, len(words)
        if spoken and SPOKEN in narration[sentence.start : sentence.end]:
            span, own = told_in(sentence, narration)
        if own and own * 2 >= len(words):
            counts.words += len(words)
            counts.sentences += 1
            counts.syllables += sum(syllables_of(words))
            listing = listing or (len(words) > 10 and is_listing(words))
            if first is None and own >= _OPENING and sentence.text.endswith((".", "!", "?", "”", '"')):
                first = span or sentence.span
    return counts, first, listing


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the first sentence of a piece that is too hard, and at paragraphs far harder than that."""
    target = target_of(document, options.brief, options.other, options.targets)
    total = _Counts()
    paragraphs: list[tuple[float, Span]] = []
    opening: Span | None = None
    for block in document.blocks:
        if block.voice is not Voice.NARRATION or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        counts, first, listing = _count(block, narration_of(document, block))
        total.words += counts.words
        total.sentences += counts.sentences
        total.syllables += counts.syllables
        opening = opening or first
        grade = counts.grade(_PARAGRAPH)
        if grade is not None and first is not None and not listing:
            paragraphs.append((grade, first))
    whole = total.grade()
    if whole is not None and whole >= target + 0.5 and opening is not None:
        yield Hit(opening, f"the narration reads at grade {whole:.1f} (Flesch–Kincaid), expected {target:g} or below")
    for grade, span in paragraphs:
        if grade >= max(target + options.beyond, (whole or 0) + _APART):
            yield Hit(span, f"this paragraph reads at grade {grade:.1f} (Flesch–Kincaid), expected {target:g} or below")
