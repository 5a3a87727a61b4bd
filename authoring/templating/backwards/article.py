"""A finished article as the way back to a template takes it: its front matter, and its blocks between blank lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from authoring.drafting.finish import finished
from authoring.text.patterns import lazy
from authoring.text.span import Span

_FRONT = lazy(r"---\n(?:.*\n)*?---(?:\n|\Z)")
_PAGE = lazy(r"\s*<(?:!doctype\b|html\b|head\b|body\b|article\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Article:
    """The text as a template can print it, and its parts."""

    text: str
    front: Span
    """The front matter with its lines of dashes; empty where there is none."""
    blocks: tuple[Span, ...]
    """What stands between blank lines, in order, below the front matter."""

    def line(self, offset: int) -> int:
        """The line of a character, from 1."""
        return self.text.count("\n", 0, offset) + 1


def article(text: str) -> Article:
    """The parts of an article whose blank space is as a template would leave it."""
    made = str.__str__(finished(text.replace("\r\n", "\n").replace("\r", "\n")))
    match = _FRONT.match(made)
    start = match.end() if match else 0
    blocks = [
        Span(start + found.start(), start + found.end())
        for found in re.finditer(r"[^\n](?:[^\n]|\n(?!\n))*", made[start:])
    ]
    blocks = [Span(block.start, block.start + len(block.of(made).rstrip("\n"))) for block in blocks]
    return Article(made, Span(0, start), tuple(blocks))


def is_page(text: str) -> bool:
    """Whether a text is a web page and not Markdown."""
    return bool(_PAGE.match(text))


def tidied(text: str) -> list[str]:
    """What a template cannot print as it stands, each with its line: spaces at line ends and needless blank lines."""
    told = []
    if "\r" in text:
        told.append("its lines end as on Windows; a draft's end with a line feed alone")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1]:
        told.append(f"line {len(lines)}: no line end here; a draft ends with one")
    inside = "\n".join(lines).strip()
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    last = first + inside.count("\n")
    for number, line in enumerate(lines, 1):
        if line.strip() and line != line.rstrip():
            told.append(f"line {number}: blank space at the end of the line, which no draft has")
        blank = not line.strip() and not lines[number - 2].strip() if number > 1 else False
        if blank and first < number <= last:
            told.append(f"line {number}: more than one blank line, which no draft has")
    if first:
        told.append("line 1: blank lines before the first word, which no draft has")
    if len(lines) - last - 1 > 1:
        told.append(f"line {last + 2}: blank lines after the last word, which no draft has")
    return told
