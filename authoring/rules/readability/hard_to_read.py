"""The narration reads at a grade that the house's readers manage at first reading.

It measures the Flesch–Kincaid grade (years of school) of the writer's own words: the target is 10 for a brief and 12
for anything else (`kind` in the front matter of the article or its notes). It points at the sentence that makes most
of it, and says what would change it most: so many sentences made two, the longest first, or the longest words, by what
they add to the grade that words of two syllables would not. A piece has one such finding; up to three paragraphs have
their own, of 60 words or more, at least 4 grades above the target and 2 above the piece.

Grades are whole years: 12.4 is grade 12. Speech is the source's and is not measured, nor are sentences of more than
80 words, which are letterheads or for `long-sentence` to say; a piece with fewer than 100 words of narration is too
short to say anything. Words of the headline, and those used three times, belong to the subject, and names to their
owners: they count, but no other word is asked for. A formula sees long words and long sentences, not sense: read the
paragraph before you change it.

A house that goes by another measure sets `measure` to `flesch_reading_ease`, where more is easier, or to `lix`, and
its `targets` in points of that; without targets they are 55 for a brief and 45 for anything else, or 43 and 49.

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
3:507 Its responsibilities would include investigating irregularities, recommending improvements and publishing comprehensive documentation. => the narration reads at grade 31.6, expected 6; 9 words like “responsibilities” add 4.2
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
4:336 Passengers who had gathered at the terminal were divided about the plan: some welcomed the quieter engines, while others wondered whether batteries could cope with a winter crossing. => the narration reads at grade 11.3, expected 10; splitting this 28-word sentence takes off 1.1
```
```good
The harbour company will replace both of its older ferries before the end of the decade, its director told passengers on the quay. The new vessels will run on batteries, carry more bicycles and need fewer people on board. Nobody will lose a job, according to the director, because several of the older sailors are close to retirement. Passengers who had gathered at the terminal were divided about the plan: some welcomed the quieter engines, while others wondered whether batteries could cope with a winter crossing. The company has promised to publish the results of its trials in the spring. Until then the older ferries will continue to sail according to the present timetable, with additional departures on market days.
```
```good
Notwithstanding considerable difficulties, the municipality reorganised its transportation department.
```

By the words of more than six letters, as newspapers in the Nordic countries count them:

```options
measure: lix
```
```bad
---
kind: brief
---
The harbour company will replace both of its older ferries before the end of the decade, its director told passengers on the quay. The new vessels will run on batteries, carry more bicycles and need fewer people on board. Nobody will lose a job, according to the director, because several of the older sailors are close to retirement. Passengers who had gathered at the terminal were divided about the plan: some welcomed the quieter engines, while others wondered whether batteries could cope with a winter crossing. The company has promised to publish the results of its trials in the spring. Until then the older ferries will continue to sail according to the present timetable, with additional departures on market days.
```
```finds
4:336 Passengers who had gathered at the terminal were divided about the plan: some welcomed the quieter engines, while others wondered whether batteries could cope with a winter crossing. => the narration has a LIX of 50.8, expected 43; splitting this 28-word sentence takes off 2.9
```

Options: `brief` and `other`, the targets as grades; `targets`, those of other kinds of pieces, which a configuration sets
for all rules at once (`targets.interview = 13`); `measure`, what `targets` are given in; `beyond`, by how many grades
one paragraph may be above them (a grade is 5 points of reading ease and 3 of LIX).
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from authoring.findings import Severity
from authoring.prose.difficulty import Scale, Tally, Told, is_pasted, tally_of
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.easing import Change, Hard, changes, terms_of
from authoring.prose.measures import LEAST_SENTENCES, LEAST_WORDS
from authoring.prose.narration import SPOKEN, is_listing, narration_of, told_in
from authoring.readability.target import POINTS, target_of
from authoring.rules.hit import Hit
from authoring.text.span import Span

SEVERITY = Severity.WARNING


@dataclass(frozen=True)
class Options:
    """How the house sets it."""

    brief: int = 10
    """The hardest a brief may read, a Flesch–Kincaid grade."""
    other: int = 12
    """The hardest any other piece may read, a Flesch–Kincaid grade."""
    beyond: int = 4
    """By how many grades a single paragraph may be above that."""
    targets: Mapping[str, float] = field(default_factory=dict)
    """The hardest that pieces of some kinds may read, before `brief` and `other`: the key `targets` above all rules."""
    measure: Scale = Scale.FLESCH_KINCAID
    """What `targets` are given in: `flesch_kincaid_grade`, `flesch_reading_ease` or `lix`."""


_READS = {
    Scale.FLESCH_KINCAID: "reads at grade {:.1f}",
    Scale.FLESCH: "has a reading ease of {:.1f}",
    Scale.LIX: "has a LIX of {:.1f}",
}
_PARAGRAPH = 60
"""Words of narration that a paragraph must have before it is measured alone."""
_OPENING = 8
"""Words of its writer's that the sentence must have that a finding points at."""
_APART = 2
"""Grades by which a paragraph must be above its piece, since otherwise the piece is the trouble."""
_SPLITS = 9
"""Sentences of a piece to be split that are spoken of at once; no writer takes more to heart."""
_SPLITS_THERE = 2
"""The same for a paragraph."""
_PARAGRAPHS = 3
"""Paragraphs of a piece that are pointed at, the hardest."""
_LEAST = 0.05
"""Points that a change must make to be spoken of."""
_LONGEST = 100
"""Characters of a message."""


def _told(block: Block, narration: str) -> Iterator[Told]:
    """The sentences of a block that are at least half narration, which count whole."""
    spoken = SPOKEN in narration
    for sentence in block.sentences:
        words = sentence.word_texts
        span, own = sentence.span, len(words)
        if spoken and SPOKEN in narration[sentence.start : sentence.end]:
            span, own = told_in(sentence, narration)
        if own and own * 2 >= len(words) and not is_pasted(words):
            yield Told(sentence, words, span, own)


def _may_be_named(told: Told) -> bool:
    """Whether a finding may point at it: a whole sentence of the writer's, and no list of names."""
    ended = told.sentence.text.endswith((".", "!", "?", "”", '"'))
    return told.own >= _OPENING and ended and not is_listing(told.words)


def _lists(sentences: Sequence[Told]) -> bool:
    """Whether a list of names stands among them."""
    return any(len(told.words) > 10 and is_listing(told.words) for told in sentences)


def _hit(what: str, hard: Hard, scale: Scale, target: float, ways: Iterable[Change]) -> Hit | None:
    """The finding, with the best change that there is room for; nothing where no sentence can be pointed at."""
    if not hard.named:
        return None
    head = f"{what} {_READS[scale].format(hard.counts.on(scale))}, expected {target:g}"
    for change in ways:
        ending = "" if change.plural else "s"
        verb = f"take{ending} off" if change.eases != (scale is Scale.FLESCH) else f"add{ending}"
        message = f"{head}; {change.says} {verb} {change.by:.1f}"
        if len(message) <= _LONGEST and change.by >= _LEAST:
            return Hit(change.at.span, message)
    longest = max(hard.named, key=lambda told: len(told.words))
    return Hit(longest.span, f"{head} or {'more' if scale is Scale.FLESCH else 'less'}")


def _is_enough(counts: Tally, least: int) -> bool:
    return counts.words >= least and counts.sentences >= LEAST_SENTENCES


def _terms(document: Document, every: Sequence[Told]) -> frozenset[str]:
    headings = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    return terms_of(every, [*headings, *(document.front.get(key, "") for key in ("title", "headline"))])


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at the sentence that makes most of a piece too hard, and at that of paragraphs far harder than the piece."""
    scale, grade = options.measure, POINTS[options.measure].grade
    target = target_of(document, scale, options.brief, options.other, options.targets).points
    total, every = Tally(), list[Told]()
    paragraphs: list[tuple[float, Tally, Sequence[Told]]] = []
    for block in document.blocks:
        if block.voice is not Voice.NARRATION or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        sentences = list(_told(block, narration_of(document, block)))
        counts = tally_of(sentences, scale)
        total.add(counts)
        every += sentences
        if _is_enough(counts, _PARAGRAPH):
            paragraphs.append((counts.on(scale) / grade, counts, sentences))
    found: list[tuple[str, int, Tally, Sequence[Told]]] = []
    limit = target / grade + options.beyond
    if _is_enough(total, LEAST_WORDS):
        whole = total.on(scale)
        limit = max(limit, whole / grade + _APART)
        if (whole - target) * grade >= 0.5 * abs(grade):
            found.append(("the narration", _SPLITS, total, every))
    hard = [(points, counts, told) for points, counts, told in paragraphs if points >= limit and not _lists(told)]
    hardest = sorted(hard, key=lambda each: -each[0])[:_PARAGRAPHS]
    found += [("this paragraph", _SPLITS_THERE, counts, told) for _, counts, told in hardest]
    terms = cache(lambda: _terms(document, every))
    hits: dict[Span, Hit] = {}
    for what, most, counts, told in found:
        here = Hard(counts, told, [each for each in told if _may_be_named(each)])
        hit = _hit(what, here, scale, target, changes(here, scale, target, most, terms))
        if hit is not None:
            hits.setdefault(hit.span, hit)
    yield from hits.values()
