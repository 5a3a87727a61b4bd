"""Makes what is published of an article as parsed."""

from __future__ import annotations

from pathlib import Path

from authoring.export import addresses, front
from authoring.export.article import Article, Block
from authoring.export.blocks import Reader
from authoring.export.dates import iso
from authoring.export.front import clean, plain, value, values
from authoring.export.head import take
from authoring.export.names import names_of
from authoring.export.quoted import quotes
from authoring.export.site import Site
from authoring.prose.document import Document
from authoring.text.patterns import lazy

_PLACE = lazy(
    r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{1,38}[A-ZÀ-Þ.](?:, (?:[A-Z][\w.]+ ?){1,3})?)(?:, [A-Z][\w.]+ \d{1,2})?"
    r"(?: ?\([^)]{2,40}\))? ?[—–-]{1,2} ?(?=[A-Z“\"‘])"
)


def article_of(document: Document, site: Site | None = None) -> Article:
    """What is published of ``document`` by ``site``."""
    site = site or Site()
    reader = Reader(document, site.folder)
    names = names_of(values(document, front.BYLINE))
    head = take(
        reader.read(),
        value(document, front.HEADLINE),
        value(document, front.DEK) or (None if document.front.get("dek") == "" else ""),
        names,
    )
    headline = head.headline
    if head.dek and _repeats(head.dek, head.body):
        head.dek = ""
    return Article(
        document.path,
        headline,
        tuple(head.body),
        _slug(document, headline),
        dek=head.dek,
        kicker=head.kicker or value(document, ("kicker",)),
        bylines=head.bylines,
        published=_day(document, front.PUBLISHED) or head.published,
        updated=_day(document, front.UPDATED),
        place=_place(head.body),
        kind=value(document, ("kind",)),
        language=site.language,
        publication=site.name or _publication(document),
        home=addresses.link(site.url),
        logo=addresses.link(site.logo),
        section=site.section,
        address=addresses.link(value(document, ("url", "canonical_url", "permalink"))),
        keywords=values(document, front.KEYWORDS),
        picture=head.picture,
        quotes=quotes(document),
        corrections=tuple(head.corrections),
        notices=tuple(head.notices),
        left_out=tuple(reader.left_out),
    )


def _repeats(dek: str, body: list[Block]) -> bool:
    """Whether a summary for search engines only says what the story begins with."""
    first = next((block.text for block in body if block.kind == "paragraph"), "")
    mine, words = dek.rstrip(".… ").casefold().split(), first.casefold().split()
    return bool(mine) and mine[:12] == words[: len(mine[:12])]


def _slug(document: Document, headline: str) -> str:
    noted = document.notes.front.text("slug") if document.notes is not None else None
    names = (document.front.get("slug", ""), str.__str__(noted or ""), headline, Path(document.path).stem)
    return next(filter(None, map(addresses.slug, names)), "article")


def _day(document: Document, keys: tuple[str, ...]) -> str:
    return next(filter(None, (iso(plain(document.front.get(key, ""))) for key in keys)), "")


def _place(body: list[Block]) -> str:
    """The place that the first paragraph of the story opens with."""
    first = next((block for block in body if block.kind == "paragraph" and len(block.text) > 60), None)
    found = _PLACE.match(first.text) if first else None
    return found["place"].rstrip() if found else ""


def _publication(document: Document) -> str:
    notes = document.notes
    name = notes.front_fields("publication").text("name") if notes is not None else None
    return clean(str.__str__(name or "")) or value(document, ("publication",))
