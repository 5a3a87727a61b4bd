"""The words of a paragraph with their bold, italics and links, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import Any

from authoring.text.word.escaping import address, beginning, escaped, may_close, may_open
from authoring.text.word.flow import Stretch

_SPACE = " \t"


def inline(parts: Sequence[Stretch], number: Callable[[Any], int], *, plain: bool = False, joined: bool = False) -> str:
    """The words as Markdown; empty where there are none.

    Args:
        parts: what the paragraph is made of; ``\\n`` alone is a line break.
        number: the number of a footnote.
        plain: leave bold and italics out, as in headings, which look so anyway.
        joined: make spaces of line breaks.
    """
    if plain:
        parts = [replace(one, bold=False, italic=False) for one in parts]
    if joined:
        parts = [replace(one, text=one.text.replace("\n", " ")) for one in parts]
    lines = [list(line) for is_break, line in groupby(parts, _is_break) if not is_break]
    written = (_Line(line, number).text() for line in lines)
    return "\\\n".join(beginning(line) for line in written if line)


def _is_break(one: Stretch) -> bool:
    return one.text == "\n" and not one.picture


class _Line:
    """One line: its words, and where emphasis opens and closes in it."""

    def __init__(self, parts: Sequence[Stretch], number: Callable[[Any], int], *, in_link: bool = False) -> None:
        self._number, self._in_link = number, in_link
        self._looks: list[Stretch] = []
        self._words: list[str] = []
        units: list[list[Stretch]] = []
        for link, group in groupby(_trimmed(parts), lambda one: one.link):
            alike = list(group)
            units += [alike] if link else [[one] for one in alike]
        for unit, after in zip_longest(units, units[1:], fillvalue=[Stretch()]):
            self._add(unit, after[0])

    def _add(self, unit: list[Stretch], after: Stretch) -> None:
        """Write down one stretch, or all those of a link, which look alike outside as far as they do inside."""
        if not unit[0].link:
            self._looks.append(unit[0])
            self._words.append(self._written(unit[0], after))
            return
        bold, italic, struck = (all(_has(one, mark) for one in unit) for mark in ("**", "*", "~~"))
        inside = [
            replace(
                one,
                link="",
                bold=one.bold and not bold,
                italic=one.italic and not italic,
                struck=one.struck and not struck,
            )
            for one in unit
        ]
        words = _Line(inside, self._number, in_link=True).text()
        self._looks.append(Stretch(bold=bold, italic=italic, struck=struck))
        self._words.append(f"[{words}]({address(unit[0].link)})")

    def text(self) -> str:
        """The line as Markdown."""
        texts = list(self._words)
        for marks in ("**", "*", "~~"), ("**", "*"), ("**",):  # the inner ones first; what crosses an outer one is two
            self._wrap(texts, marks)
        return "".join(texts).strip(_SPACE)

    def _wrap(self, texts: list[str], marks: Sequence[str]) -> None:
        """Put the last of the marks around stretches that look so, where it will be read as a mark."""
        start = 0
        for look, group in groupby(self._looks, lambda one: [_has(one, mark) for mark in marks]):
            end = start + len(list(group))
            if look[-1] and self._fits(texts, start, end):
                texts[start] = marks[-1] + texts[start]
                texts[end - 1] += marks[-1]
            start = end

    def _fits(self, texts: list[str], start: int, end: int) -> bool:
        ends = "[" if self._in_link else ""
        before = texts[start - 1][-1:] if start else ends
        after = texts[end][:1] if end < len(texts) else ends
        closes = start > 0 and not texts[start - 1].endswith(self._words[start - 1])
        opens = end < len(texts) and not texts[end].startswith(self._words[end])
        if closes or opens:  # marks that touch are read as one
            return False
        return may_open(before, texts[start][:1]) and may_close(texts[end - 1][-1:], after)

    def _written(self, one: Stretch, after: Stretch) -> str:
        if one.picture:
            return f"![{escaped(one.text, in_link=True)}]()"
        if one.note is not None:
            return f"[^{self._number(one.note)}]"
        following = "!" if after.picture else "[" if after.link or after.note is not None else after.text[:1]
        return escaped(one.text.replace("\t", " "), following, in_link=self._in_link)


def _trimmed(parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """Spaces at the ends of bold, italics and links are put outside; what has the look of its surroundings is one."""
    out: list[Stretch] = []
    for one in parts:
        if one.picture or one.note is not None:
            out.append(one)
            continue
        text = one.text.replace("\t", " ")
        inner = text.strip()
        if not inner:
            out.append(Stretch(text))
            continue
        begin = text.index(inner)
        spaced = one.bold or one.italic or one.struck or one.link
        if not spaced:
            out.append(replace(one, text=text))
            continue
        out += [Stretch(text[:begin])] if begin else []
        out.append(replace(one, text=inner))
        out += [Stretch(text[begin + len(inner) :])] if begin + len(inner) < len(text) else []
    # Blank space, or a footnote's mark, between two stretches that look alike belongs to both, so that they stay one.
    for index in range(1, len(out) - 1):
        before, one, after = out[index - 1 : index + 2]
        between = one.text.isspace() or one.note is not None
        if between and not one.picture and not before.picture and not after.picture:
            out[index] = replace(
                one,
                bold=before.bold and after.bold,
                italic=before.italic and after.italic,
                struck=before.struck and after.struck,
                link=before.link if before.link == after.link else "",
            )
    for look, group in groupby(out, lambda one: (one.picture, id(one.note), replace(one, text=""))):
        alike = list(group)
        words = look[2].note is None and not look[2].picture
        yield from [replace(look[2], text="".join(one.text for one in alike))] if words else alike


def _has(one: Stretch, mark: str) -> bool:
    """Whether a stretch looks as a mark says."""
    if one.picture:
        return False
    return {"**": one.bold, "*": one.italic, "~~": one.struck}[mark]
