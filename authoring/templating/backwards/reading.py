"""Which item of the notes each stretch of an article's body comes from."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from authoring.drafting.filters import WORDS
from authoring.templating.backwards.article import Article
from authoring.templating.backwards.matching import Shared
from authoring.templating.backwards.material import Entry, Material, plain
from authoring.templating.backwards.probe import Press
from authoring.text.patterns import lazy
from authoring.text.span import Span

HEAD = '{% import "newsroom.md" as say %}\n'
_OPENERS = "“\"‘'([*_—–"
_CLOSERS = ".,!?…;:”\"’')]*_"
_SPEECH = "“”\"‘’'"
_FEW = 4
_TAG = 60
"""Most characters between the two parts of a quote."""
_SENTENCE = lazy(r"[.!?…][”\"’')\]*_]*(?=\s|\Z)")


@dataclass(frozen=True)
class Stretch:
    """Neighbouring characters of the article that say one item of the notes."""

    span: Span
    entry: int
    """The number of the item."""
    whole: bool
    """Whether it is what the newsroom's own macro makes of the item here."""
    inner: Span | None = None
    """What the macro makes of it, where the article has marks around that: *[Roe said no.]*, or - Roe said no."""


def at(material: Material, entry: int) -> str:
    """The tag that calls one item of the notes ``item``, for trial templates."""
    found = material.entries[entry]
    return f"{{% set item = notes.beats[{found.beat}]['items'][{found.number}] %}}"


def stretches(article: Article, material: Material, press: Press, shared: Sequence[Shared]) -> list[Stretch]:
    """Every stretch of the body that an item stands behind, in order.

    The words of items are found first. Then the newsroom's macros print the items in the order in which the article
    has them, so that names read as they would there; what they print and the article has to the letter is taken whole.
    """
    anchors = [each for each in shared if each.text < len(material.entries)]
    order = _in_order(anchors, len(material.entries))
    whole: dict[int, Span] = {}
    for turn in range(4):
        printed = press.parts([at(material, entry) + "{{ say.item(item) | trim }}" for entry in order], HEAD)
        found = _located(article, order, printed, anchors)
        if found == whole and turn:
            break
        whole = found
        order = [entry for entry in order if entry in whole]
        order.sort(key=lambda entry: whole[entry].start)
    made = [_marked(article, entry, span) for entry, span in whole.items()]
    rest = [each for each in anchors if not any(stretch.span.overlaps(each.span) for stretch in made)]
    rest += _short(article, material, {**{each.text: each.span for each in rest}, **whole})
    rest.sort(key=lambda each: each.span.start)
    made.sort(key=lambda stretch: stretch.span.start)
    return sorted([*made, *_parts(article, material, rest, made)], key=lambda stretch: stretch.span.start)


def turns(article: Article, material: Material, found: Sequence[Stretch]) -> frozenset[int]:
    """The beats that the article tells in questions and answers: a question of theirs is a block of its own."""
    made = set()
    for stretch in found:
        entry = material.entries[stretch.entry]
        block = next(each for each in article.blocks if each.start <= stretch.span.start < each.end)
        if entry.kind == "question" and len(stretch.span) * 10 > len(block) * 9:
            made.add(entry.beat)
    return frozenset(made)


def _marked(article: Article, entry: int, span: Span) -> Stretch:
    """A stretch with the marks around it, where nothing else stands in its line."""
    text = article.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    end = len(text) if end < 0 else end
    around = text[start : span.start] + text[span.end : end]
    if around.strip() and not any(mark.isalnum() or mark in _SPEECH for mark in around):
        return Stretch(Span(start, end), entry, False, span)
    return Stretch(span, entry, True)


def _short(article: Article, material: Material, found: Mapping[int, Span]) -> list[Shared]:
    """Items of a word or two, which stand between those before and after them in the notes, and only once."""
    made = []
    for number, entry in enumerate(material.entries):
        words = WORDS.findall(entry.text)
        if number in found or not words or len(words) > _FEW or len(entry.text) < _FEW:
            continue
        before = [found[each].end for each in range(number) if each in found]
        after = [found[each].start for each in range(number + 1, len(material.entries)) if each in found]
        low, high = before[-1] if before else article.front.end, after[0] if after else len(article.text)
        places = [each.span() for each in re.finditer(re.escape(entry.text), article.text[low:high])]
        if len(places) == 1:
            start, end = places[0]
            made.append(Shared(Span(low + start, low + end), number, 0, len(words) - 1, True))
    return made


def _in_order(anchors: Sequence[Shared], count: int) -> list[int]:
    """The items in the order of the article; one that is not found there follows the one before it in the notes."""
    order = list(dict.fromkeys(each.text for each in anchors))
    known = set(order)
    for entry in range(count):
        if entry not in known:
            order.insert(order.index(entry - 1) + 1 if entry else 0, entry)
            known.add(entry)
    return order


def _located(
    article: Article, order: Sequence[int], printed: Sequence[str | None], anchors: Sequence[Shared]
) -> dict[int, Span]:
    """Where the article has what was printed, to the letter; no place twice."""
    text = article.text
    found: dict[int, Span] = {}
    places: dict[int, list[Span]] = {}
    for anchor in anchors:
        places.setdefault(anchor.text, []).append(anchor.span)
    made = [(entry, words) for entry, words in zip(order, printed, strict=True) if words]
    for certain in (True, False):
        at = article.front.end
        for entry, words in made:
            if entry in found:
                at = found[entry].end
            elif certain == (entry in places):
                span = _place(text, words, places.get(entry, ()), list(found.values()), (at, article.front.end))
                if span is not None:
                    found[entry] = span
                    at = span.end
    return found


def _place(
    text: str, words: str, anchors: Sequence[Span], taken: Collection[Span], after: tuple[int, int]
) -> Span | None:
    """The place of some words that holds an anchor; without anchors, the next free one.

    ``after`` is the end of the item before, and that of the front matter.
    """
    places = [
        Span(each.start(), each.end()) for each in re.finditer(re.escape(words), text) if each.start() >= after[1]
    ]
    places = [
        span
        for span in places
        if not (text[span.start - 1 : span.start].isalnum() and text[span.start].isalnum())
        and not (text[span.end : span.end + 1].isalnum() and text[span.end - 1].isalnum())
        and not any(span.overlaps(other) for other in taken)
    ]
    if anchors:
        places = [span for span in places if any(span.overlaps(anchor) for anchor in anchors)]
    elif len(WORDS.findall(words)) < 2:
        return None
    later = [span for span in places if span.start >= after[0]] or places
    return later[0] if later else None


def _parts(article: Article, material: Material, anchors: Sequence[Shared], whole: Sequence[Stretch]) -> list[Stretch]:
    """Stretches of items that the article words in a way of its own: from the first of their words to the last."""
    groups: list[list[Shared]] = []
    for anchor in anchors:
        last = groups[-1][-1] if groups else None
        between = Span(last.span.end, anchor.span.start) if last else None
        if (
            last is not None
            and between is not None
            and last.text == anchor.text
            and not any(stretch.span.overlaps(between) for stretch in whole)
            and len(WORDS.findall(between.of(article.text))) <= 40
        ):
            groups[-1].append(anchor)
        else:
            groups.append([anchor])
    taken = [stretch.span for stretch in whole] + [Span(group[0].span.start, group[-1].span.end) for group in groups]
    made = []
    for group in groups:
        span = Span(group[0].span.start, group[-1].span.end)
        span = _with_opening(article, material.entries[group[0].text], span, taken)
        made.append(Stretch(_with_tag(article, span, taken), group[0].text, False))
        taken.append(made[-1].span)
    return made


def _with_opening(article: Article, entry: Entry, span: Span, taken: Sequence[Span]) -> Span:
    """The stretch of a quote with its words before the attribution, where these are too few to be found alone."""
    opening = plain(entry.record.get("opening")).rstrip(".,")
    low = max((other.end for other in taken if other.end <= span.start), default=article.front.end)
    if entry.kind != "quote" or not opening or not entry.record.get("rest"):
        return span
    before = article.text[max(low, span.start - len(opening) - _TAG) : span.start]
    found = before.rfind(f"“{opening}")
    if found < 0:
        found = before.rfind(f'"{opening}')
    return Span(span.start - len(before) + found, span.end) if found >= 0 and "\n" not in before[found:] else span


def _with_tag(article: Article, span: Span, taken: Sequence[Span]) -> Span:
    """The stretch with the marks around it, and with the words of its sentence that no other item has."""
    text = article.text
    block = next(each for each in article.blocks if each.start <= span.start < each.end)
    last = next(each for each in reversed(article.blocks) if each.start < span.end <= each.end)
    low = max([block.start, *(other.end for other in taken if other.end <= span.start)])
    high = min([last.end, *(other.start for other in taken if other.start >= span.end)])
    start, end = span.start, span.end
    while start > low and text[start - 1] in _OPENERS:
        start -= 1
    while end < high and text[end] in _CLOSERS:
        end += 1
    before = text[low:start]
    ends = list(_SENTENCE.finditer(before))
    lead = before[ends[-1].end() :] if ends else before
    start -= len(lead.lstrip()) if lead.strip() else 0
    if not _SENTENCE.search(text[end - 3 : end]) and end < high:
        tag = _SENTENCE.search(text[end:high])
        end = end + tag.end() if tag else high - (len(text[end:high]) - len(text[end:high].rstrip()))
    return Span(start, end)
