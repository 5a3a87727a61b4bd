"""Whatever stands in an article, no format has more in it than words, and the marks and links that it writes itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from authoring.export.build import article_of
from authoring.export.formats import FORMATS, Export
from authoring.export.site import Site
from authoring.prose.parser import parse

_PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "]]><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "<!-- wp:html --><script>alert(1)</script><!-- /wp:html -->",
    "</title></style><iframe src=//evil.example>",
    "[x](javascript:alert(1))",
    "<javascript:alert(1)>",
    '<a href="java&#9;script:alert(1)">x</a>',
    "<a href=javascript&colon;alert(1)>x</a>",
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "![x](javascript:alert(1))",
    '![x"onload="alert(1)](https://x.example/"onload="alert(1))',
    "\x00\x01\x08\x0b\x1f\x7f\x80\ufffe",
    "\u202egnp.exe\u202c",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ config }} {% raw %} ${alert(1)}",
    "<svg/onload=alert(1)>",
    "| a | <b onclick=alert(1)>b</b> |\n|---|---|\n| c | d |",
    "    </code></pre><script>alert(1)</script>",
)
_TEMPLATES = (
    "# {}\n\nWords.\n",
    "# H\n\n*{}*\n\nBy Ida Roe\n\n“{}” said Ida Roe.\n",
    "# H\n\n- {}\n  1. {}\n\n> {}\n",
    "# H\n\n[{}](https://x.example/{}) ![{}](pictures/{})\n\n*Photo: {}*\n",
    "---\nheadline: {}\ndek: {}\nbyline: {}\nslug: {}\npublished: {}\nkind: {}\nurl: {}\ntags: [{}]\n---\n\nWords.\n",
    "**Q:** {}\n\n**{}:** Yes.\n\n**Q:** {}\n\n**{}:** No.\n\n*Correction, May 1: {}*\n",
    "<h1>{}</h1><p>{}</p><table><tr><td>{}</td><td>{}</td></tr></table><img src='{}' alt='{}'>",
    "{}",
)
_ELEMENTS = set(
    "html head meta title style script body main article header footer section h1 h2 h3 h4 h5 h6 p figure figcaption"
    " img a em strong s code pre br hr b sup ul ol li blockquote div table thead tbody tr th td time link".split()
)
_ATTRIBUTES = set(
    "lang charset http-equiv content name property rel href type class datetime id src alt start scope tabindex role"
    " aria-label".split()
)
_FORMS = ("html", "ninjs", "wordpress", "ghost", "markdown", "text", "rss")


class _Elements(HTMLParser):
    def __init__(self, source: str) -> None:
        super().__init__()
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _ELEMENTS, tag
        told = dict(attrs)
        assert set(told) <= _ATTRIBUTES, told
        if tag == "script":
            assert told == {"type": "application/ld+json"}
        if tag == "meta" and "http-equiv" in told:
            assert told["http-equiv"] == "Content-Security-Policy"
        for name in ("href", "src"):
            value = told.get(name)
            if value is not None:
                assert not re.match(r"[\x00-\x20]*(?!https?:|mailto:|data:image/)[a-z][\w+.-]*:", value, re.IGNORECASE)
                assert not re.search(r"[\x00-\x20<>\"]", value)

    def handle_comment(self, data: str) -> None:
        assert re.fullmatch(r" /?wp:[a-z-]+(?: \{.*\})? ", data), data


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (one for inner in value.values() for one in _strings(inner))
    elif isinstance(value, list):
        yield from (one for inner in value for one in _strings(inner))


def _check(form: str, text: str, path: str) -> None:
    document = parse(text, path=path)
    site = Site("The Ledger", "https://ledger.example")
    made = FORMATS[form].write(Export(article_of(document, site), document, ())).decode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", made)
    if form == "html":
        _Elements(made)
        json.loads(made.split('ld+json">')[1].split("</script>")[0])
    elif form == "rss":
        root = ElementTree.fromstring(made)
        _Elements(root.findtext("channel/item/{http://purl.org/rss/1.0/modules/content/}encoded") or "")
    elif form == "ninjs":
        for body in json.loads(made)["bodies"]:
            if body["contentType"] == "text/html":
                _Elements(body["value"])
    elif form == "wordpress":
        post = json.loads(made)
        for name in ("title", "excerpt", "content"):
            _Elements(post.get(name, ""))
        assert re.fullmatch(r"[a-z0-9-]{1,81}", post["slug"])
    elif form == "ghost":
        (post,) = json.loads(made)["posts"]
        tree = json.loads(post["lexical"])
        _Elements(post.get("feature_image_caption", ""))
        for node in _nodes(tree["root"]):
            _Elements(node.get("html", "") + (node.get("caption") or ""))
            for name in ("url", "src"):
                assert not re.match(r"(?!https?:|mailto:)[a-z][\w+.-]*:", node.get(name, ""), re.IGNORECASE)
    elif form == "markdown":
        again = article_of(parse(made, path="again.md"), site)
        links = [run.link for block in again.body for run in block.runs if run.link]
        assert not [link for link in links if re.match(r"(?!https?:|mailto:)[a-z][\w+.-]*:", link, re.IGNORECASE)]
        page = FORMATS["html"].write(Export(again, document, ())).decode("utf-8")
        _Elements(page)


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for child in node.get("children", ()):
        yield from _nodes(child)


@pytest.mark.parametrize("form", _FORMS)
@pytest.mark.parametrize("path", ["a.md", "a.html", "a.txt"])
def test_no_format_has_what_it_does_not_write_itself(form: str, path: str) -> None:
    """Each thing that could do harm, in each place of an article."""
    for template in _TEMPLATES:
        for payload in _PAYLOADS:
            _check(form, template.replace("{}", payload), path)


_PIECES = st.lists(
    st.one_of(st.sampled_from(_PAYLOADS), st.text(max_size=12), st.sampled_from("\n#*_`[]()<>&|-")), max_size=8
)


@pytest.mark.parametrize("form", _FORMS)
@given(template=st.sampled_from(_TEMPLATES), pieces=_PIECES, path=st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_whatever_is_put_together_stays_words(form: str, template: str, pieces: list[str], path: str) -> None:
    """In whatever order."""
    words = "".join(pieces).encode("utf-8", "ignore").decode("utf-8")
    _check(form, template.replace("{}", words), path)


@pytest.mark.parametrize("form", _FORMS)
def test_what_looks_like_a_tag_in_words_is_read_as_words(form: str) -> None:
    """It is not taken out either: readers of the article see it."""
    text = "# A &lt;b&gt; headline\n\nThe tag &lt;script&gt;alert(1)&lt;/script&gt; stands here.\n"
    document = parse(text, path="a.md")
    export = Export(article_of(document), document, ())
    assert export.article.headline == "A <b> headline"
    assert export.article.body[0].text == "The tag <script>alert(1)</script> stands here."
    made = FORMATS[form].write(export).decode("utf-8")
    if form in {"text", "ghost"}:
        assert "<script>alert(1)" in made
    else:
        assert "stands here" in made
    if form not in {"text", "ghost", "ninjs", "markdown"}:
        assert "<script>alert" not in made


def test_nothing_in_an_article_is_run_by_wordpress_as_a_shortcode() -> None:
    document = parse('# H\n\nShe [the clerk] said [1] [gallery ids="1"] and `[embed]x[/embed]`.\n')
    article = article_of(document)
    content = json.loads(FORMATS["wordpress"].write(Export(article, document, ())))["content"]
    assert not re.search(r"\[/?[A-Za-z_]", content)
    assert "&#91;the clerk]" in content
