"""Markdown out: whoever reads it again has the same article."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from authoring.export.article import Article, Run
from authoring.export.build import article_of
from authoring.export.formats import Export
from authoring.export.markdown import whole
from authoring.prose.parser import parse

Made = Callable[[str, str], str]


def _runs(runs: tuple[Run, ...]) -> list[tuple[object, str]]:
    """Runs that look alike as one; how wide a space is, and what it looks like, is of no account."""
    made: list[tuple[object, str]] = []
    for run in runs:
        looks = (run.strong, run.emphasis, run.code, run.struck, run.link, run.note)
        if made and (made[-1][0] == looks or not run.text.strip()):
            made[-1] = made[-1][0], made[-1][1] + run.text
        elif run.text.strip() or made:
            made.append((looks, run.text))
    return [(looks, " ".join(text.split())) for looks, text in made]


def _shape(article: Article) -> dict[str, Any]:
    """All that is published, without its places."""
    told = "headline dek kicker bylines published updated place kind keywords picture corrections notices slug address"
    fields = {name: getattr(article, name) for name in told.split()}
    fields["body"] = [
        (
            *(block.kind, block.level, block.number, block.speaker, block.picture, block.continues),
            *(tuple(_runs(runs)) for runs in block.cells or (block.runs,)),
        )
        for block in article.body
    ]
    return fields


def test_the_markdown_of_every_article_is_read_as_the_same_article(exports: list[Export]) -> None:
    """Drafts and real articles; the quotations of the drafts have the same words and speakers, too."""
    for export in exports:
        article = export.article
        again = article_of(parse(whole(article), path="again.md"))
        assert _shape(again) == _shape(article), article.path
        if article.path.startswith("drafts"):
            quotes = [(quote.text, quote.speaker) for quote in article.quotes]
            assert [(quote.text, quote.speaker) for quote in again.quotes] == quotes


def test_nothing_of_how_it_was_made_stands_in_it(exported: Made) -> None:
    """No notes, no template, no fingerprints, no comments."""
    source = exported(
        "markdown",
        "---\nheadline: H\nnotes: notes.md\ntemplate: brief\nnotes_sha256: abc\nhouse: ap\n---\n\n"
        "# H\n\n<!-- x -->\n\nA.\n",
    )
    assert source == '---\nheadline: "H"\nslug: h\n---\n\n# H\n\nA.\n'


@pytest.mark.parametrize(
    "words",
    [
        *(
            "# no heading",
            "1. no list",
            "- no list",
            "+ no list",
            "> no quote",
            "=== no line",
            "* no * list",
            "    code",
        ),
        *(
            "a *b* _c_ ~~d~~ `e` [f](g) <b>h</b> &amp; | i",
            "a[^1]",
            "![a](b)",
            "\\*",
            "{% tag %}",
            "{{< tag >}}",
            "{: .x}",
        ),
        *("---", "***", "```", "[a]: https://b.example", "a {#b}", "1)", "https://a.example/b_c_d", "a\\", "#"),
    ],
)
def test_words_that_look_like_marks_stay_words(words: str) -> None:
    """In a paragraph, a heading, a cell and an item of a list."""
    shown = words.strip().replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;")
    page = (
        f"<h1>Head</h1><p>First.<p>{shown}</p><h2>{shown}</h2><ul><li>{shown}</ul>"
        f"<table><tr><th>a<th>b</tr><tr><td>{shown}</td><td>c</td></tr></table><blockquote><p>{shown}</blockquote>"
    )
    article = article_of(parse(page, path="page.html"))
    again = article_of(parse(whole(article), path="again.md"))
    assert [block.kind for block in again.body] == [block.kind for block in article.body]
    assert [block.text for block in again.body] == [block.text for block in article.body]


@pytest.mark.parametrize(
    "source",
    [
        "<b>a</b>b <b>(c)</b>d",
        "<b>a</b><i>b</i>",
        "<i>a <b>b</b> c</i> d",
        "a<i>b</i>c",
        "<a href='https://a.example/(b)_c?d=e&amp;copy=f'>a <b>b</b></a> c",
        "<code>a`b</code> <code>``</code>",
        "a<br>- b<br># c",
        "<del>a</del> b",
    ],
)
def test_marks_that_stand_close_are_read_again(source: str) -> None:
    """Where the signs of Markdown would not be read as meant, tags are."""
    article = article_of(parse(f"<h1>Head</h1><p>First.<p>{source}</p>", path="page.html"))
    again = article_of(parse(whole(article), path="again.md"))
    assert _shape(again)["body"] == _shape(article)["body"]
