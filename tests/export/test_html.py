"""The page for readers, and what it tells search engines: triples that an RDF library reads."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Literal, Namespace

from authoring.export.article import Picture, Run
from authoring.export.embedding import data_address
from authoring.export.formats import Export
from authoring.export.html import figure, page
from authoring.export.markup import inline
from authoring.text.span import Span

Made = Callable[[str, str], str]
_SCHEMA = Namespace("https://schema.org/")
_VOID = {"meta", "link", "img", "br", "hr"}
_PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 16


class _Page(HTMLParser):
    """Every element must be closed by its own tag."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
        elif tag == "br":
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script", "head"} & set(self.open):
            self.words.append(data)


def _linked(source: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">\n(.*?)\n</script>', source, re.DOTALL)
    assert found
    made: dict[str, Any] = json.loads(found[1])
    return made


def _graph(linked: dict[str, Any]) -> Graph:
    """The triples; the vocabulary is named here, since nothing is fetched."""
    assert linked["@context"] == "https://schema.org"
    text = json.dumps({**linked, "@context": {"@vocab": str(_SCHEMA)}})
    return Graph().parse(data=text, format="json-ld")


def test_the_page_has_what_pages_have(exported: Made) -> None:
    """Headline, dek, byline, day, picture, story, correction, how it was made."""
    source = exported(
        "html",
        "---\npublished: 2026-03-02\n---\n\n**Labour**\n\n# The works close\n\n*The lathes go in May.*\n\n"
        "By Ida Roe\n\nThe works close.\n\n**Q:** Why?\n\n**Roe:** It was sold.\n\n**Q:** And now?\n\n"
        "**Roe:** Now it is gone.\n\n"
        "*Correction, May 4: It said June.*\n",
    )
    made = _Page(source)
    names = [tag for tag, _ in made.tags]
    for name in ("main", "article", "header", "h1", "time", "footer"):
        assert names.count(name) == 1, name
    assert dict(made.tags)["html"] == {"lang": "en"}
    assert dict(made.tags)["time"] == {"datetime": "2026-03-02"}
    words = "".join(made.words)
    for told in ("Labour", "The works close", "The lathes go in May.", "By Ida Roe", "March 2, 2026", "Q: Why?"):
        assert told in words
    assert words.count("The lathes go in May.") == 1


def test_the_page_asks_for_nothing_and_runs_nothing(exports: list[Export]) -> None:
    """No address is fetched: pictures are in the page, scripts are data, and the policy forbids the rest."""
    for export in exports:
        made = _Page(page(export.article))
        for tag, attributes in made.tags:
            assert tag not in {"iframe", "object", "embed", "base", "form", "video", "audio", "source"}
            assert not any(name.startswith("on") or name == "style" for name in attributes)
            if tag == "script":
                assert attributes == {"type": "application/ld+json"}
            if tag == "img":
                assert (attributes["src"] or "").startswith("data:image/")
            if tag == "link":
                assert attributes["rel"] == "canonical"
        policy = next(attributes["content"] for tag, attributes in made.tags if "http-equiv" in attributes)
        assert policy is not None
        assert policy.startswith("default-src 'none'; style-src 'sha256-")


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # rdflib's own use of it
def test_the_triples_of_every_article_say_its_headline_and_its_quotations(exports: list[Export]) -> None:
    """One article each, and a quotation for each quotation, to the letter, with whoever is named."""
    quotations = 0
    for export in exports:
        article = export.article
        graph = _graph(_linked(page(article)))
        (node,) = graph.subjects(RDF.type, _SCHEMA.NewsArticle)
        if article.headline:
            told = set(graph.objects(node, _SCHEMA.headline)) | set(graph.objects(node, _SCHEMA.alternativeHeadline))
            assert Literal(article.headline) in told
        found = set(graph.subjects(RDF.type, _SCHEMA.Quotation))
        assert found == set(graph.objects(node, _SCHEMA.hasPart))
        texts = sorted(str(graph.value(one, _SCHEMA.text)) for one in found)
        assert texts == sorted(quote.text for quote in article.quotes)
        for one in found:
            speaker = graph.value(one, _SCHEMA.spokenByCharacter)
            if speaker is not None:
                assert str(graph.value(speaker, _SCHEMA.name)) in {quote.speaker for quote in article.quotes}
        quotations += len(found)
    assert quotations > 100


def test_nothing_in_the_data_ends_its_element(exported: Made) -> None:
    """What looks like a tag is written in escapes."""
    source = exported("html", "---\nheadline: a </script><script>alert(1)</script> <!-- b\n---\n\nWords.\n")
    assert source.count("<script") == source.count("</script>") == 1
    assert _linked(source)["headline"] == "a </script><script>alert(1)</script> <!-- b"
    assert "alert" in unescape("".join(_Page(source).words))


def test_marks_are_nested_and_a_link_is_one(exported: Made) -> None:
    """Runs that share a mark stand in one element."""
    source = exported("html", "**a *b*** [c *d*](https://d.example)\n")
    assert '<p><strong>a <em>b</em></strong> <a href="https://d.example">c <em>d</em></a></p>' in source


def test_a_mark_that_goes_on_over_a_link_is_closed_before_it() -> None:
    """So that no element overlaps another."""
    here = Span(0, 0)
    runs = (Run("a ", here, emphasis=True), Run("b", here, emphasis=True, link="x"), Run(" c", here, strong=True))
    assert inline(runs) == '<em>a </em><a href="x"><em>b</em></a><strong> c</strong>'


def test_a_picture_of_the_project_stands_in_the_page(tmp_path: Path) -> None:
    """With its description, and what stands under it."""
    (tmp_path / "lathe.png").write_bytes(_PNG)
    source = figure(Picture("lathe.png", 'A "lathe"', "In May.", "Photo: Ida Roe"), tmp_path)
    made = _Page(source)
    attributes = dict(made.tags)["img"]
    assert (attributes["src"] or "").startswith("data:image/png;base64,")
    assert attributes["alt"] == 'A "lathe"'
    assert "".join(made.words) == "In May. Photo: Ida Roe"


def test_a_picture_of_the_web_is_linked() -> None:
    """Since opening the page would tell its server."""
    source = figure(Picture("https://pictures.example/lathe.jpg", "A lathe"), Path())
    assert "<img" not in source
    assert '<a href="https://pictures.example/lathe.jpg">[A lathe]</a>' in source


@pytest.mark.parametrize("name", ["missing.png", "words.png", "drawing.svg", "linked.png", "folder/lathe.png"])
def test_only_pictures_that_stand_in_the_project_are_taken_into_a_page(tmp_path: Path, name: str) -> None:
    """No link leads out of it, and nothing is a picture by its name alone."""
    outside = tmp_path / "outside"
    project = tmp_path / "project"
    outside.mkdir()
    project.mkdir()
    (outside / "lathe.png").write_bytes(_PNG)
    (project / "words.png").write_text("secret", encoding="utf-8")
    (project / "drawing.svg").write_text("<svg/>", encoding="utf-8")
    (project / "linked.png").symlink_to(outside / "lathe.png")
    (project / "folder").symlink_to(outside)
    assert data_address(name, project) == ""


def test_the_quotations_stand_in_the_page_to_the_letter(exports: list[Export]) -> None:
    """As readers see it."""
    for export in exports:
        words = " ".join("".join(_Page(page(export.article)).words).split())
        for quote in export.article.quotes:
            for span in quote.spans:
                part = " ".join(_visible(export, span).split())
                assert part in words, (export.article.path, part)


def _visible(export: Export, span: Span) -> str:
    block = next(block for block in export.document.blocks if block.span.covers(span))
    return block.text[block.position_of(span.start) : block.position_of(span.end)]
