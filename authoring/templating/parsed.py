"""Reads a template without running it: its tree, in which every node knows line and column, and its opening comment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.lexer import Token, TokenStream, newline_re
from jinja2.parser import Parser

from authoring.drafting.environment import NewsroomEnvironment
from authoring.drafting.filters import FILTERS
from authoring.drafting.loader import TemplateFiles
from authoring.text.lines import LineIndex


class Place(int):
    """A line of a template, which Jinja takes for a number, and the column in it."""

    column: int
    offset: int

    @classmethod
    def at(cls, line: int, column: int, offset: int) -> Place:
        """The place of a character."""
        made = cls(line)
        made.column, made.offset = column, offset
        return made


@dataclass(frozen=True)
class Broken:
    """Why a template cannot be read as one."""

    message: str
    """Jinja's own words."""
    line: int
    column: int
    open: tuple[tuple[str, int, int], ...] = ()
    """The tags that were open there, from the outside, with line and column: ``("for", 3, 4)``."""


@dataclass(frozen=True)
class Parsed:
    """One template, as it stands."""

    name: str
    """As templates call it: ``interview.md``, ``builtin/interview.md``."""
    path: Path
    source: str
    tree: nodes.Template | None
    """``None`` where it is broken."""
    broken: Broken | None = None
    comment: str = ""
    """The comment that it opens with."""
    elses: tuple[Place, ...] = ()
    """Where its ``else`` tags stand, which are no nodes of their own."""


@cache
def environment() -> NewsroomEnvironment:
    """The environment in which drafts are made, to ask for its filters and tests; nothing is run in it here."""
    return NewsroomEnvironment(TemplateFiles([], Path()), FILTERS)


def parse(source: str, name: str, path: Path) -> Parsed:
    """The tree of a template, or what keeps it from having one."""
    reader = None
    try:
        comment = _comment(source)
        reader = _Reader(environment(), source, name)
        tree = reader.parse()
        return Parsed(name, path, source, tree, None, comment, tuple(reader.elses))
    except TemplateSyntaxError as error:
        line = error.lineno
        open_tags = tuple(reader.open) if reader else ()
        broken = Broken(error.message or "", line, getattr(line, "column", 1), open_tags)
    except RecursionError:
        broken = Broken("this template has too much inside one another", 1, 1)
    return Parsed(name, path, source, None, broken, "")


def place_of(node: nodes.Node) -> tuple[int, int]:
    """Line and column of a node."""
    return int(node.lineno), getattr(node.lineno, "column", 1)


class _Reader(Parser):
    """Jinja's parser, on tokens with columns; it remembers which tags are open."""

    def __init__(self, environment: NewsroomEnvironment, source: str, name: str) -> None:
        self.open: list[tuple[str, int, int]] = []
        self.elses: list[Place] = []
        super().__init__(environment, source, name)
        self.stream = TokenStream(self._tokens(source), name, None)

    def _tokens(self, source: str) -> Iterator[Token]:
        before = ""
        for token in self.environment.lexer.wrap(_placed(self.environment, source, self.name or ""), self.name):
            if before == "block_begin" and token.value == "else" and isinstance(token.lineno, Place):
                self.elses.append(token.lineno)
            before = token.type
            yield token

    def parse_statement(self) -> nodes.Node | list[nodes.Node]:
        token = self.stream.current
        self.open.append((str(token.value), int(token.lineno), getattr(token.lineno, "column", 1)))
        made = super().parse_statement()
        self.open.pop()
        return made


def _placed(environment: Environment, source: str, name: str) -> Iterator[tuple[int, str, str]]:
    """The lexer's tokens with columns: it gives them in order and leaves out nothing but blank space."""
    text = "\n".join(newline_re.split(source)[::2])
    lines = LineIndex(text)
    at = 0
    try:
        for _, kind, value in environment.lexer.tokeniter(source, name):
            while not text.startswith(value, at):
                at += 1
            line, column = lines.position(at)
            yield Place.at(line, column, at), kind, value
            at += len(value)
    except TemplateSyntaxError as error:
        line, column = lines.position(at)
        error.lineno = Place.at(line, column, at)
        raise


def _comment(source: str) -> str:
    """The comment at the very start of a template."""
    start = source.lstrip("\ufeff \t\r\n")
    if not start.startswith("{#"):
        return ""
    words, closed, _ = start[2:].partition("#}")
    return words.strip("- \t\r\n+") if closed else ""
