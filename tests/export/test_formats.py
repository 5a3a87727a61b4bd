"""What editorial systems and readers of feeds take: ninjs, WordPress, Ghost, RSS and plain text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from defusedxml import ElementTree
from jsonschema import Draft202012Validator, FormatChecker

from authoring.export.formats import FORMATS, Export
from authoring.export.wordpress import block

Made = Callable[[str, str], str]
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DATED = "---\nheadline: H\npublished: {}\nkeywords: [a, b]\n---\n\n# H\n\nBy Ida Roe\n\nWords.\n"
_LISTS = (
    "Words.\n\n- a\n  - b\n\n3. c\n4. d\n\n> e\n>\n> f\n\n"
    "| g | h |\n|---|---|\n| 1 |  |\n\n```\ni\n```\n\n---\n\n### j\n"
)


@pytest.fixture(scope="module")
def validator(shared: Path) -> Draft202012Validator:
    """The schema of the IPTC, with the checks of dates and addresses on."""
    schema = json.loads((shared / "data" / "schemas" / "ninjs-schema_3.1.json").read_text("utf-8"))
    checker = FormatChecker(["uri", "date-time"])
    assert {"uri", "date-time"} <= set(checker.checkers)
    return Draft202012Validator(schema, format_checker=checker)


def _made(form: str, export: Export) -> str:
    return FORMATS[form].write(export).decode("utf-8")


def test_every_article_is_valid_ninjs(exports: list[Export], validator: Draft202012Validator) -> None:
    """Drafts and real articles."""
    for export in exports:
        item = json.loads(_made("ninjs", export))
        assert not [error.message for error in validator.iter_errors(item)], export.article.path


def test_the_schema_would_find_a_date_without_its_hour(exported: Made, validator: Draft202012Validator) -> None:
    """So that the checks are known to be on."""
    item = json.loads(exported("ninjs", _DATED.format("2026-06-11")))
    assert not list(validator.iter_errors(item))
    assert list(validator.iter_errors({**item, "versionCreated": "2026-06-11"}))
    assert list(validator.iter_errors({**item, "uri": "no uri"}))


def test_a_day_without_its_hour_is_no_moment(exported: Made) -> None:
    """No hour is invented: ninjs has it in the note to editors, the feed as a day."""
    item = json.loads(exported("ninjs", _DATED.format("2026-06-11")))
    assert item["edNote"] == "Published 2026-06-11."
    assert "versionCreated" not in item
    feed = exported("rss", _DATED.format("2026-06-11"))
    assert "<pubDate>" not in feed
    assert "<dc:date>2026-06-11</dc:date>" in feed
    post = json.loads(exported("wordpress", _DATED.format("2026-06-11")))
    assert "date_gmt" not in post


def test_a_moment_stands_in_the_form_of_each_format(exported: Made) -> None:
    """With its zone, or in Greenwich's."""
    source = _DATED.format("2026-06-11 09:30:00 -0400")
    assert json.loads(exported("ninjs", source))["versionCreated"] == "2026-06-11T09:30:00-04:00"
    assert "<pubDate>Thu, 11 Jun 2026 09:30:00 -0400</pubDate>" in exported("rss", source)
    assert json.loads(exported("wordpress", source))["date_gmt"] == "2026-06-11T13:30:00"
    assert json.loads(exported("ghost", source))["posts"][0]["published_at"] == "2026-06-11T13:30:00.000Z"


def test_the_feed_is_a_feed(exports: list[Export]) -> None:
    """Well-formed, with one item that holds the article."""
    for export in exports:
        root = ElementTree.fromstring(_made("rss", export))
        (item,) = root.findall("channel/item")
        assert item.findtext("title")
        assert item.findtext("guid")
        assert root.findtext("channel/link") == "https://ledger.example"
        assert (item.findtext(_CONTENT) or "").startswith(("<", "\n"))


def _blocks(content: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """The outer blocks of WordPress's markup: name, attributes, what is inside; anything between them is a fault."""
    comment = re.compile(r"<!-- (/?)wp:([a-z][a-z0-9-]*)(?: (\{.*?\}))? -->", re.DOTALL)
    open_: list[tuple[str, dict[str, Any], int]] = []
    last = 0
    for found in comment.finditer(content):
        if not open_:
            assert not content[last : found.start()].strip()
        if not found[1]:
            open_.append((found[2], json.loads(found[3] or "{}"), found.end()))
            continue
        name, attributes, start = open_.pop()
        assert name == found[2]
        last = found.end()
        if not open_:
            yield name, attributes, content[start : found.start()].strip()
    assert not open_
    assert not content[last:].strip()


def test_wordpress_has_a_block_for_each_part(exported: Made) -> None:
    """Named as WordPress names them, each whole."""
    post = json.loads(exported("wordpress", _LISTS))
    made = list(_blocks(post["content"]))
    names = ["paragraph", "list", "list", "quote", "table", "code", "separator", "heading"]
    assert [name for name, *_ in made] == names
    assert made[2][1] == {"ordered": True, "start": 3}
    assert made[7][1] == {"level": 3}
    assert made[7][2] == '<h3 class="wp-block-heading">j</h3>'
    assert post["status"] == "draft"


def test_the_blocks_of_every_article_are_whole(exports: list[Export]) -> None:
    """And nothing stands between them."""
    for export in exports:
        post = json.loads(_made("wordpress", export))
        assert list(_blocks(post["content"]))
        assert re.fullmatch(r"[a-z0-9-]+", post["slug"])


def test_nothing_in_an_attribute_ends_the_comment_it_stands_in() -> None:
    """Two hyphens, angle brackets and quotation marks are written in escapes."""
    made = block("paragraph", "<p>a</p>", {"className": '--> <b> & " \\'})
    assert made.count("-->") == 2
    ((_, attributes, _),) = _blocks(made)
    assert attributes == {"className": '--> <b> & " \\'}


_KNOWN = {
    *("root", "paragraph", "extended-text", "link", "linebreak", "extended-heading", "extended-quote", "list"),
    *("listitem", "horizontalrule", "codeblock", "image", "html"),
}


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("children", ()):
        yield from _nodes(child)


def test_ghost_gets_nodes_that_its_editor_knows(exports: list[Export]) -> None:
    """And fields that are no longer than it allows."""
    for export in exports:
        (post,) = json.loads(_made("ghost", export))["posts"]
        assert len(post["title"]) <= 255
        assert len(post.get("custom_excerpt", "")) <= 300
        assert post["status"] == "draft"
        nodes = list(_nodes(json.loads(post["lexical"])["root"]))
        assert {node["type"] for node in nodes} <= _KNOWN
        for node in nodes:
            assert node["version"] == 1
            if node["type"] in {"paragraph", "link", "list", "listitem"}:
                assert isinstance(node["children"], list)


def test_ghost_has_a_node_for_each_part(exported: Made) -> None:
    """A list in an item stands in an item of its own, as Ghost's editor has it."""
    tree = json.loads(json.loads(exported("ghost", _LISTS))["posts"][0]["lexical"])
    kinds = [node["type"] for node in tree["root"]["children"]]
    assert kinds == [
        "paragraph",
        "list",
        "list",
        "extended-quote",
        "html",
        "codeblock",
        "horizontalrule",
        "extended-heading",
    ]
    first, second = tree["root"]["children"][1:3]
    assert [item["children"][0]["type"] for item in first["children"]] == ["extended-text", "list"]
    assert (second["listType"], second["start"], second["tag"]) == ("number", 3, "ol")


def test_plain_text_has_each_paragraph_on_a_line(exported: Made) -> None:
    """With its fields on top."""
    source = (
        "**Labour**\n\n# H\n\nBy Ida Roe\n\nOne\ntwo.\n\n- a\n- b\n\n"
        "**Q:** Why?\n\n**Roe:** So.\n\n**Q:** So?\n\n**Roe:** Yes.\n"
    )
    assert exported("text", source) == (
        "Labour\n\nH\n\nBy Ida Roe\n\nOne two.\n\n- a\n\n- b\n\nQ: Why?\n\nRoe: So.\n\nQ: So?\n\nRoe: Yes.\n"
    )


def _seen(form: str, export: Export) -> str:
    """What readers of a format see of an article."""
    made = _made(form, export)
    if form == "ninjs":
        made = "\n".join(body["value"] for body in json.loads(made)["bodies"] if body["contentType"] == "text/plain")
    elif form == "rss":
        made = ElementTree.fromstring(made).findtext(f"channel/item/{_CONTENT}") or ""
    elif form == "wordpress":
        made = json.loads(made)["content"]
    elif form == "ghost":
        tree = json.loads(json.loads(made)["posts"][0]["lexical"])["root"]
        told = {"linebreak": " ", "paragraph": "\n"}
        made = "".join(told.get(node["type"], "") + node.get("text", node.get("html", "")) for node in _nodes(tree))
    if form in {"rss", "wordpress", "ghost"}:
        made = unescape(re.sub(r"<[^>]*>", "", made.replace("<br>", " ")) if form != "ghost" else made)
    return " ".join(made.split())


@pytest.mark.parametrize("form", ["ninjs", "rss", "wordpress", "ghost", "text"])
def test_the_quotations_stand_in_every_format_to_the_letter(form: str, exports: list[Export]) -> None:
    """Part by part, as readers see them."""
    for export in exports:
        words = _seen(form, export)
        for quote in export.article.quotes:
            for span in quote.spans:
                part = next(one for one in export.document.blocks if one.span.covers(span))
                letters = " ".join(part.text[part.position_of(span.start) : part.position_of(span.end)].split())
                assert letters in words, (export.article.path, letters)
