"""Reads a whole article as the story that notes are written from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from authoring.export.article import Article
from authoring.export.build import article_of
from authoring.notes.slug import slugged
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.prose.language import is_english
from authoring.recovering.furniture import furniture
from authoring.recovering.model import Item, LeftOut, Story
from authoring.recovering.narrated import Narrator
from authoring.recovering.paragraph import Paragraph, spoken_in
from authoring.recovering.silent import Silent
from authoring.recovering.sources import Sources
from authoring.recovering.turns import asking, is_turn, turns
from authoring.text.patterns import lazy
from authoring.text.span import Span

_DASH = lazy(r"[^—–]{0,50}?\s?(?:[—–]|--?)\s?")
_HEADLINE = 25
"""Words that a headline has at most."""


def story_of(document: Document) -> Story:
    """Everything of an article that notes hold."""
    english = is_english(document)
    article = article_of(document)
    left_out = furniture(document)
    sources = Sources(document)
    silent = Silent(document, sources, english=english)
    runs = [run for block in article.body for run in (*block.runs, *(run for cell in block.cells for run in cell))]
    narrator = Narrator(document, sources, silent, sorted(runs, key=lambda run: run.span.start), english=english)
    taken = _taken(document, article)
    taken |= left_out.keys()
    headline = article.headline or _first_line(document, taken)
    blocks = [block for number, block in enumerate(document.blocks) if number not in taken]
    asks = bool(asking(blocks)) or any(block.voice is Voice.QUESTION for block in blocks)
    kind = "qa" if asks else "interview" if any(map(is_turn, blocks)) else "news"
    made = Story(kind, _front(article, headline or _from_name(document), kind), _groups(article))
    made.items = _whole_quotes(list(_items(document, blocks, narrator, sources)))
    _without_place(made.items, article.place)
    made.sources = sources.all
    answering = {item.tag[0] for item in made.items if kind == "qa" and item.kind == "quote" and item.tag}
    if len(answering) == 1:
        made.groups.append(("interview", [("with", answering.pop())]))
    made.asked = silent.asked
    made.left_out = sorted((*left_out.values(),), key=lambda each: each.line)
    _link(made, article)
    return made


def _first_line(document: Document, passed: set[int]) -> str:
    """The headline of a text that has no headings: its first line, where that is short and no sentence."""
    for number, block in enumerate(document.blocks):
        if number in passed or not block.text.strip():
            continue
        words = " ".join(block.text.split())
        if len(words.split()) > _HEADLINE or words.endswith((".", ":", ",", ";")) or is_turn(block) or block.quotations:
            return ""
        passed.add(number)
        return words
    return ""


def _from_name(document: Document) -> str:
    """Words for a headline where the article has none, since no draft can be without one."""
    return " ".join(Path(document.path).stem.replace("_", " ").replace("-", " ").split()) or "Headline"


def _front(article: Article, headline: str, kind: str) -> list[tuple[str, str | tuple[str, ...]]]:
    return [
        ("kind", kind),
        ("slug", article.slug if article.headline else slugged(headline) or article.slug),
        ("headline", " ".join(headline.split())),
        ("dek", " ".join(article.dek.split())),
        ("byline", article.bylines if len(article.bylines) > 1 else "".join(article.bylines)),
        ("published", article.published[:10]),
    ]


def _groups(article: Article) -> list[tuple[str, list[tuple[str, str]]]]:
    groups = []
    if article.place:
        groups.append(("dateline", [("place", article.place)]))
    if article.picture is not None:
        picture = article.picture
        groups.append(("image", [("file", picture.file), ("alt", picture.alt), ("credit", picture.credit)]))
    return groups


def _taken(document: Document, article: Article) -> set[int]:
    """The blocks that became headline, dek, byline, day and picture."""
    spans = sorted((block.span for block in article.body), key=lambda span: span.start)
    found: set[int] = set()
    at = 0
    for number, block in enumerate(document.blocks):
        while at < len(spans) and spans[at].end <= block.span.start:
            at += 1
        if at == len(spans) or not spans[at].overlaps(block.span):
            found.add(number)
    return found


def _items(document: Document, blocks: list[Block], narrator: Narrator, sources: Sources) -> Iterator[Item]:
    questions = asking(blocks)
    asked = paragraphs = 0
    headed = False
    """Whether a beat has begun in which nothing stands yet."""
    for turn, group in groupby(enumerate(blocks), lambda each: each[0] in questions or is_turn(each[1])):
        if turn:
            for exchange in _exchanges([block for _, block in group]):
                asked += 1
                if not headed:
                    yield Item("heading", exchange[0].span, f"Question {asked}" if questions or asked > 1 else "Turns")
                headed = False
                yield from turns(document, exchange, sources)
            continue
        for _, block in group:
            if not block.text.strip():
                continue
            if block.kind is BlockKind.HEADING:
                yield Item("heading", block.span, " ".join(block.text.split()))
                headed = True
                continue
            if not headed:
                yield _between(block, asked, paragraphs)
            yield from _block(block, narrator)
            headed = False
            paragraphs += 1


def _whole_quotes(items: list[Item]) -> list[Item]:
    """The items, with a quotation of several paragraphs as one."""
    made: list[Item] = []
    for item in items:
        before = made[-2] if len(made) > 1 and made[-1].kind == "break" else None
        goes_on = item.kind == "quote" and item.tag[1:] == ("same statement",)
        if before is not None and before.runs_on and goes_on and before.tag[:1] == item.tag[:1]:
            made.pop()
            before.text, before.plain = f"{before.text}\n\n{item.text}", f"{before.plain}\n\n{item.plain}"
            before.span, before.runs_on = Span(before.span.start, item.span.end), item.runs_on
            continue
        made.append(item)
    return made


def _without_place(items: list[Item], place: str) -> None:
    """The lede without the dateline, which is a field of its own."""
    lede = next((item for item in items if item.kind != "heading"), None)
    if place and lede is not None and lede.text.startswith(place):
        dash = _DASH.match(lede.text, len(place))
        lede.text = lede.text[dash.end() :] if dash else lede.text
        lede.plain = lede.text if dash else lede.plain


def _between(block: Block, asked: int, paragraphs: int) -> Item:
    """What begins a paragraph: the lede and what follows it are beats of their own."""
    if asked:
        return Item("heading", block.span, f"After question {asked}")
    names = {0: "Lede", 1: "Story"}
    return Item("heading", block.span, names[paragraphs]) if paragraphs in names else Item("break", block.span)


def _exchanges(blocks: list[Block]) -> Iterator[list[Block]]:
    """Each question with its answers."""
    exchange: list[Block] = []
    for block in blocks:
        asks = block.voice is Voice.QUESTION or block.kind is BlockKind.HEADING
        if asks and any(each.voice is Voice.ANSWER for each in exchange):
            yield exchange
            exchange = []
        exchange.append(block)
    yield exchange


def _block(block: Block, narrator: Narrator) -> Iterator[Item]:
    said = narrator.said_in(block.span)
    spoken = spoken_in(block, said)
    if block.kind is BlockKind.BLOCKQUOTE and not block.quotations:
        words = " ".join(block.text.split())
        yield Item("quote", block.span, words, asks="who says this?", plain=words)
        return
    items = list(Paragraph(block, spoken, narrator).items())
    if block.kind is BlockKind.LIST_ITEM and len(items) == 1 and _is_claim(items[0]):
        items[0].kind = "fact"
    yield from items


def _is_claim(item: Item) -> bool:
    """Whether an entry of a list is one sentence, which can stand as a fact of the writer's own."""
    return item.kind == "narration" and not item.asks and item.text[:1].isupper() and item.text.endswith((".", "!"))


def _link(made: Story, article: Article) -> None:
    """Outlets and documents get the address that the article links their name to."""
    links = {run.text.strip(): run.link for block in article.body for run in block.runs if run.link}
    for source in made.sources:
        if source.kind in ("outlet", "document") and source.name in links:
            source.url = links[source.name]


__all__ = ["LeftOut", "story_of"]
