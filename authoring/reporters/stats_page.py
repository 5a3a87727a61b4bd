"""For the eye: the figures of articles on one page that needs nothing but itself, beside their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from authoring.config.find import Configs
from authoring.prose import parse
from authoring.readability.target import Target
from authoring.reporters import NOTHING
from authoring.reporters.page.article import Entry, headline_of, named, shown
from authoring.reporters.page.model import Article, Sheet
from authoring.reporters.page.render import body_of, render, today
from authoring.reporters.page.wording import counted
from authoring.runner.measured import Measured
from authoring.runner.withheld import blanked

MOST = 80
"""Articles that are shown with their text and charts; where there are more, all are only listed."""
_SHORTENED = "Only the figures are shown of so many articles; for the text and the charts of one, measure it alone."

Made = tuple[Article, Markup]
"""An article for the list, and what is written of it; nothing for one that is only listed."""


def numbered(paths: Sequence[str]) -> dict[str, int]:
    """The number of each article on the page; none where there are so many that they are only listed."""
    return {path: number for number, path in enumerate(paths, 1)} if len(paths) <= MOST else {}


def make(result: Measured, numbers: Mapping[str, int], configs: Configs) -> Made:
    """What the page holds of an article; where it has no number, that is its line in the list."""
    document, stats = result.document, result.stats
    if document is None or stats is None:
        return named(Entry(result.path, "", remark=result.remark)), Markup()
    text = blanked(document.text, result.withheld)
    entry = Entry(result.path, text, config=configs.of(result.path), measures=stats.whole)
    if result.path not in numbers:
        head = headline_of(parse(text, path=result.path) if result.withheld else document)
        return replace(named(entry, stats), headline=head), Markup()
    target = result.target or Target(0)
    article = shown(numbers[result.path], entry, lambda _: (stats, target))
    return replace(article, rows=(), figures=None), body_of(article, alone=len(numbers) == 1)


def page(made: Sequence[Made], *, alone: bool) -> Iterator[str]:
    """The page of some articles in their order; ``alone`` is whether there is only one."""
    articles = tuple(article for article, _ in made if article.main)
    skipped = tuple(article for article, _ in made if not article.main)
    bodies = [body for _, body in made if body]
    alone = alone and bool(bodies)
    title = articles[0].headline or articles[0].name if alone else counted(len(articles), "article")
    sheet = Sheet(
        "authoring stats",
        title,
        today(),
        "" if made else f"{NOTHING.strip().capitalize()}.",
        alone,
        articles,
        rest=(("Not measured", skipped),) if skipped else (),
        shortened=_SHORTENED if articles and not bodies else "",
    )
    yield from render(sheet, bodies)
