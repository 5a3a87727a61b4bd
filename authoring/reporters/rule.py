"""A rule's page as it is read on a terminal: wrapped to its width, the examples set apart and told what they are."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from authoring.reporters import Look
from authoring.reporters.terminal import fitting, safe
from authoring.rules.options import defaults, meanings, written
from authoring.rules.page import read_page
from authoring.rules.pages import FENCE, KINDS, in_a_line
from authoring.rules.registry import Rule
from authoring.runner.suppressed import ALWAYS
from authoring.text.patterns import lazy

_WIDEST = 100
"""Columns beyond which a paragraph is hard to read."""
_NARROWEST = 24
_INDENT = "    "
_FIND = lazy(r"(\d+:\d+) (.*?)(?: => (.*))?$")
_LINK = lazy(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
_STRONG = lazy(r"\*\*([^*\n]+)\*\*|(?<![\w*])\*([^*\n]+)\*(?![\w*])|`([^`\n]+)`")


def page(rule: Rule, look: Look, *, on: bool) -> Iterator[str]:
    """The lines of a rule's page: what it is, why, its examples, its options, and what one can do about it.

    ``on`` is whether it runs by the configuration that holds.
    """
    width = max(min(look.width, _WIDEST), _NARROWEST)
    yield _bold(rule.name, look)
    yield from _wrapped(f"{rule.family} · {in_a_line(rule)}", width)
    yield ""
    yield from _body(read_page(rule.page).body, width)
    if rule.options is not None:
        yield _bold("Options", look)
        yield ""
        settings = defaults(rule.options) if rule.settings is None else vars(rule.settings)
        for name, meaning in meanings(rule.options).items():
            yield from _wrapped(f"{name} = {written(settings[name])}", width, "  ")
            yield from _wrapped(meaning, width, "  " + _INDENT)
        yield ""
    yield from _wrapped(f"To see what it finds: authoring try {rule.name} PATH", width)
    if rule.name not in ALWAYS:
        yield from _wrapped(f"To pass over one paragraph: <!-- authoring: ignore {rule.name} -->", width)
    key = f'"{rule.name}"' if "." in rule.name else rule.name  # TOML takes a point for a table in a table
    switch = f'ignore = ["{rule.name}"]' if on else f'severity.{key} = "{rule.severity}"'
    yield from _wrapped(f"To switch it {'off' if on else 'on'}, in authoring.toml: {switch}", width)


def text(markdown: str, look: Look) -> Iterator[str]:
    """The lines of a page that is only words."""
    yield from _body(markdown, max(min(look.width, _WIDEST), _NARROWEST))


def _body(body: str, width: int) -> Iterator[str]:
    place = 0
    for fence in FENCE.finditer(body):
        yield from _paragraphs(body[place : fence.start()], width)
        if kind := KINDS.get(fence["kind"], ""):
            yield kind
            yield ""
        for line in fence["text"].splitlines():
            yield from _find(line, width) if fence["kind"] == "finds" else _example(line, width)
        yield ""
        place = fence.end()
    yield from _paragraphs(body[place:], width)


def _paragraphs(markdown: str, width: int) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", markdown.strip()):
        for item in re.split(r"\n(?=[*-] )", paragraph):
            listed = item.startswith(("* ", "- "))
            yield from _wrapped(item, width, "", "  " if listed else "")
        if paragraph:
            yield ""


def _wrapped(words: str, width: int, first: str = "", rest: str | None = None) -> Iterator[str]:
    words = " ".join(words.split())
    hanging = first if rest is None else rest
    for line in textwrap.wrap(
        _bare(words), width, initial_indent=first, subsequent_indent=hanging, break_on_hyphens=False
    ):
        yield safe(line)


def _bare(markdown: str) -> str:
    """Markdown without its marks; what a link leads to stands in brackets."""
    return _STRONG.sub(lambda match: match[1] or match[2] or match[3], _LINK.sub(r"\1 (\2)", markdown))


def _example(line: str, width: int) -> Iterator[str]:
    yield from (
        safe(each)
        for each in textwrap.wrap(
            line,
            width,
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            drop_whitespace=True,
            replace_whitespace=False,
        )
        or [""]
    )


def _find(line: str, width: int) -> Iterator[str]:
    found = _FIND.fullmatch(line)
    if found is None:
        yield from _example(line, width)
        return
    place, words, message = found.groups()
    yield fitting(f"{_INDENT}{place}  {safe(words)}", width)
    if message:
        yield from textwrap.wrap(safe(message), width, initial_indent=_INDENT * 2, subsequent_indent=_INDENT * 2)


def _bold(words: str, look: Look) -> str:
    return f"\033[1m{words}\033[0m" if look.colour else words
