"""What a Word document says once for many paragraphs: its styles, and how its lists count."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from authoring.text.word.names import short

_ROLES = {
    "title": "title",
    "subtitle": "subtitle",
    "quote": "quote",
    "intense quote": "quote",
    "block text": "quote",
    "quotations": "quote",
    "caption": "caption",
    "toc heading": "contents",
    "code": "code",
    "source code": "code",
    "html preformatted": "code",
}
_HEADING = re.compile(r"heading ?([1-9])\Z")
_CONTENTS = re.compile(r"(?:toc|contents) [1-9]\Z")
_ITEMS = re.compile(r"list (bullet|number)(?: ([2-5]))?\Z")
_OFF = frozenset({"0", "false", "off", "none"})
_CHAIN = 20
"""How many styles may rest on each other."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style adds; ``None`` where it says nothing."""

    name: str = ""
    base: str = ""
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    list: str | None = None
    """The id of the list that its paragraphs are items of."""
    level: str | None = None
    """Their level in that list."""
    line: bool | None = None
    """Whether its paragraphs have a line under or over them."""
    outline: str | None = None
    """The level at which its paragraphs stand in the outline, from 0."""

    @property
    def role(self) -> str:
        """What its paragraphs are by its name: title, heading-1, bullet-0, …; empty where the name says nothing."""
        name = self.name.lower()
        if heading := _HEADING.match(name):
            return f"heading-{heading[1]}"
        if _CONTENTS.match(name):
            return "contents"
        if item := _ITEMS.match(name):
            return f"{item[1]}-{int(item[2] or 1) - 1}"
        return _ROLES.get(name, "")


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    return next((one for one in element if short(one.tag) == name), None) if element is not None else None


def value(element: Element | None, name: str) -> str | None:
    """What the first child of that name has for its value."""
    return val(found) if (found := child(element, name)) is not None else None


def val(element: Element, name: str = "w:val") -> str | None:
    """An attribute, whichever standard the document follows."""
    return next((told for key, told in element.items() if short(key) == name), None)


def switch(element: Element | None, name: str) -> bool | None:
    """Whether something is switched on; ``None`` where it is not told."""
    found = child(element, name)
    return None if found is None else val(found) not in _OFF


def has_line(told: Element | None) -> bool | None:
    """Whether a paragraph has a line under or over it; ``None`` where nothing is said of lines."""
    lines = child(told, "w:pBdr")
    if lines is None:
        return None
    return any(
        short(one.tag) in {"w:bottom", "w:top", "w:between"} and val(one) not in {"nil", "none"} for one in lines
    )


class Styles:
    """The styles of a document, each as all those that it rests on make it."""

    def __init__(self, elements: Iterable[Element] = ()) -> None:
        self._own: dict[str, Style] = {}
        self._whole: dict[str, Style] = {}
        self._role: dict[str, str] = {}
        self.usual = ""
        """The style of paragraphs that name none."""
        for element in elements:
            if short(element.tag) != "w:style":
                continue
            name = val(element, "w:styleId") or ""
            if name in self._own:
                continue
            self._own[name] = _style(element)
            if val(element, "w:type") == "paragraph" and val(element, "w:default") not in {None, *_OFF}:
                self.usual = self.usual or name

    def of(self, name: str | None) -> Style:
        """A style by its id."""
        name = name or ""
        if name not in self._whole:
            made = Style()
            for one in reversed(self._chain(name)):
                told = {key: got for key in _ADDS if (got := getattr(one, key)) is not None}
                made = replace(made, name=one.name, **told)
            self._whole[name] = made
        return self._whole[name]

    def role(self, name: str | None) -> str:
        """What paragraphs of a style are: by its own name, or that of the nearest style that it rests on."""
        name = name or ""
        if name not in self._role:
            role = next((role for one in self._chain(name) if (role := one.role)), "")
            outline = self.of(name).outline
            if not role and outline in {"0", "1", "2", "3", "4", "5"}:
                role = f"heading-{int(outline or 0) + 1}"
            self._role[name] = role
        return self._role[name]

    def _chain(self, name: str) -> list[Style]:
        chain: list[Style] = []
        seen: set[str] = set()
        while name in self._own and name not in seen and len(chain) < _CHAIN:
            seen.add(name)
            chain.append(self._own[name])
            name = self._own[name].base
        return chain


_ADDS = ("bold", "italic", "hidden", "list", "level", "line", "outline")


def _style(element: Element) -> Style:
    words, paragraph = child(element, "w:rPr"), child(element, "w:pPr")
    numbers = child(paragraph, "w:numPr")
    return Style(
        value(element, "w:name") or "",
        value(element, "w:basedOn") or "",
        switch(words, "w:b"),
        switch(words, "w:i"),
        switch(words, "w:vanish"),
        value(numbers, "w:numId"),
        value(numbers, "w:ilvl"),
        has_line(paragraph),
        value(paragraph, "w:outlineLvl"),
    )


class Lists:
    """The lists of a document, and how far each has counted."""

    def __init__(self, elements: Iterable[Element] = (), style: Callable[[str], Style] = lambda _: Style()) -> None:
        self._kinds: dict[str, dict[str, tuple[bool, int]]] = {}
        """By abstract list and level: whether it has numbers, and the first of them."""
        self._links: dict[str, str] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, str], int] = {}
        self._counts: dict[tuple[str, str], int] = {}
        self._style = style
        for element in elements:
            if short(element.tag) == "w:abstractNum":
                self._abstract(element)
            elif short(element.tag) == "w:num":
                name = val(element, "w:numId") or ""
                self._lists[name] = value(element, "w:abstractNumId") or ""
                for one in element:
                    start = value(one, "w:startOverride") if short(one.tag) == "w:lvlOverride" else None
                    if start is not None:
                        self._starts[name, val(one, "w:ilvl") or "0"] = _number(start)

    def _abstract(self, element: Element) -> None:
        name = val(element, "w:abstractNumId") or ""
        link = value(element, "w:numStyleLink")
        if link:
            self._links[name] = link
        self._kinds[name] = {
            val(one, "w:ilvl") or "0": (
                value(one, "w:numFmt") not in {"bullet", "none"},
                _number(value(one, "w:start") or "1"),
            )
            for one in element
            if short(one.tag) == "w:lvl"
        }

    def item(self, name: str, level: str) -> tuple[int, int]:
        """The next item of a list at a level: that level as a number, and the item's own; 0 for one without numbers."""
        depth = min(max(_number(level), 0), 8)
        abstract = self._lists.get(name, "")
        if abstract in self._links:
            abstract = self._lists.get(self._style(self._links[abstract]).list or "", abstract)
        numbered, start = self._kinds.get(abstract, {}).get(str(depth), (False, 1))
        if not numbered:
            return depth, 0
        for deeper in range(depth + 1, 9):
            self._counts.pop((abstract, str(deeper)), None)
        key = (abstract, str(depth))
        if (name, str(depth)) in self._starts:  # counts on from there, once
            self._counts[key] = self._starts.pop((name, str(depth)))
        else:
            self._counts[key] = self._counts.get(key, start - 1) + 1
        return depth, self._counts[key]


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,8}", text) else 0
