"""A rule's page: the docstring of its file, with the examples that are executed as its tests.

The page is Markdown: one sentence that says what the rule checks, then why, with the newsroom practice it rests on,
and when to allow what it finds. Examples are fenced blocks, named for what they hold:

* ``good``: an article in which the rule finds nothing;
* ``bad``: an article, followed by ``finds``: one line a finding, ``line:column words``, and where the message matters
  ``=> message``; a line break in the words is written as a space;
* ``notes``: the notes file that all examples after it are compared with;
* ``companion``: another notes file of the same story, which stands beside that one;
* ``options``: settings for the next example, ``key: value``, ``key: [value, value]`` or ``key: name = value, …`` a
  line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from inspect import cleandoc

from authoring.text.patterns import lazy

_FENCE = lazy(r"^(`{3,})([a-z]*)\n(.*?)^\1\n?", re.MULTILINE | re.DOTALL)
_FIND = lazy(r"(\d+):(\d+) (.*?)(?: => (.*))?$")


@dataclass(frozen=True)
class Found:
    """What an example says the rule finds."""

    line: int
    column: int
    words: str
    message: str | None = None


@dataclass(frozen=True)
class Example:
    """An article to check, and what is found in it."""

    text: str
    finds: tuple[Found, ...] = ()
    """In order of place; empty for a good example."""
    notes: str | None = None
    options: dict[str, object] = field(default_factory=dict)
    companions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Page:
    """A rule's page, understood."""

    summary: str
    """Its first sentence."""
    body: str
    """All of it, as Markdown."""
    examples: tuple[Example, ...]


def _found(line: str) -> Found:
    match = _FIND.match(line)
    if not match:
        raise ValueError(f"not a finding: {line!r}, expected “line:column words”")
    return Found(int(match[1]), int(match[2]), match[3], match[4])


def _option(line: str) -> tuple[str, object]:
    key, _, value = line.partition(": ")
    if value.startswith("["):
        return key, value.strip("[]").split(", ")
    if " = " in value:
        pairs = (pair.partition(" = ") for pair in value.split(", "))
        return key, {name: inner.strip('"') for name, _, inner in pairs}
    if value in ("true", "false"):
        return key, value == "true"
    return key, int(value) if value.isdigit() else value


def _examples(body: str) -> Iterator[Example]:
    notes: str | None = None
    companions: tuple[str, ...] = ()
    options: dict[str, object] = {}
    bad: str | None = None
    for match in _FENCE.finditer(body):
        kind, text = match[2], match[3]
        if bad is not None and kind != "finds":
            raise ValueError("a bad example is not followed by what the rule finds in it")
        if kind == "notes":
            notes, companions = text, ()
        elif kind == "companion":
            companions = (*companions, text)
        elif kind == "options":
            options = dict(_option(line) for line in text.splitlines())
        elif kind == "bad":
            bad = text
        elif kind == "finds":
            if bad is None:
                raise ValueError("findings without a bad example before them")
            yield Example(bad, tuple(_found(line) for line in text.splitlines() if line), notes, options, companions)
            bad, options = None, {}
        elif kind == "good":
            yield Example(text, (), notes, options, companions)
            options = {}


def read_page(docstring: str) -> Page:
    """The page that a rule's docstring holds. Raises ``ValueError`` where its examples are not in order."""
    body = cleandoc(docstring) + "\n"
    return Page(body.split("\n\n", 1)[0].replace("\n", " "), body, tuple(_examples(body)))
