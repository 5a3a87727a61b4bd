"""How templates stand to one another: what is extended, included and imported, and what is never printed for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from jinja2 import nodes

from authoring.errors import TemplateError
from authoring.templating.catalogue import chain, extended
from authoring.templating.finding import Check, Finding
from authoring.templating.parsed import Parsed, place_of
from authoring.templating.shelf import BUILTIN, Shelf
from authoring.text.near import nearest

References = nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport
_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


def structure(shelf: Shelf, parsed: Parsed) -> Iterator[Finding]:
    """What is wrong with how one template stands to others."""
    assert parsed.tree is not None
    yield from _missing(shelf, parsed)
    yield from _circles(shelf, parsed)
    yield from _twice(parsed)
    if any(isinstance(node, nodes.Extends) for node in parsed.tree.body):
        yield from _outside(parsed)
        yield from _blocks(shelf, parsed)


def references(parsed: Parsed) -> Iterator[tuple[References, nodes.Const]]:
    """What a template names of others, where it does so in plain words."""
    for found in parsed.tree.find_all(_REFERENCES) if parsed.tree else ():
        node = cast(References, found)
        names = [node.template]
        if isinstance(node.template, nodes.List | nodes.Tuple):
            names = list(node.template.items)
        for name in names:
            if isinstance(name, nodes.Const) and isinstance(name.value, str):
                yield node, name


def _finding(parsed: Parsed, node: nodes.Node, message: str, check: Check = "structure") -> Finding:
    line, column = place_of(node)
    return Finding(parsed.path, line, column, message, "error", check)


def _missing(shelf: Shelf, parsed: Parsed) -> Iterator[Finding]:
    for node, name in references(parsed):
        if isinstance(node, nodes.Include) and (node.ignore_missing or node.template is not name):
            continue
        try:
            if shelf.get(name.value) is not None:
                continue
        except TemplateError as error:
            yield _finding(parsed, name, f"{error.message}; {error.hint}")
            continue
        names = shelf.names()
        known = [*names, *(BUILTIN + path.name for path in shelf.builtin.glob("*.md"))]
        near = f"{name.value}.md" if f"{name.value}.md" in known else nearest(name.value, known)
        if near is None:
            near = nearest(Path(name.value).name, names)
        expected = f"“{near}”" if near else "one that authoring template list names"
        yield _finding(parsed, name, f"there is no template “{name.value}”, expected {expected}")


def _circles(shelf: Shelf, parsed: Parsed) -> Iterator[Finding]:
    assert parsed.tree is not None
    maybe = {id(inner) for each in parsed.tree.find_all((nodes.If, nodes.For)) for inner in each.find_all(_REFERENCES)}
    for node, name in references(parsed):
        if id(node) in maybe:
            continue  # it may end, where the condition does
        try:
            other = shelf.get(name.value)
        except TemplateError:
            continue
        if other is None:
            continue
        how = "extends" if isinstance(node, nodes.Extends) else "includes"
        how = "imports" if isinstance(node, nodes.Import | nodes.FromImport) else how
        if other.path == parsed.path:
            theirs = f"“{BUILTIN}{parsed.path.name}”" if (shelf.builtin / parsed.path.name).exists() else "another one"
            yield _finding(parsed, name, f"this template {how} itself, expected {theirs}")
        elif parsed.path in _reached(shelf, other):
            message = f"“{name.value}” leads back to this template, expected one that does not"
            yield _finding(parsed, name, message)


def _reached(shelf: Shelf, parsed: Parsed) -> set[Path]:
    """The files of all that a template names, and of what these name."""
    reached: set[Path] = set()
    waiting = [parsed]
    while waiting:
        for _, name in references(waiting.pop()):
            try:
                other = shelf.get(name.value)
            except TemplateError:
                continue
            if other is not None and other.path not in reached:
                reached.add(other.path)
                waiting.append(other)
    return reached


def reaches(shelf: Shelf, parsed: Parsed, path: Path) -> bool:
    """Whether a template has to do with a file, directly or by way of others."""
    return path in _reached(shelf, parsed)


def _twice(parsed: Parsed) -> Iterator[Finding]:
    assert parsed.tree is not None
    seen: dict[str, int] = {}
    for block in parsed.tree.find_all(nodes.Block):
        if block.name in seen:
            first = seen[block.name]
            yield _finding(parsed, block, f"the block “{block.name}” stands in line {first} too, expected it once")
        seen.setdefault(block.name, int(block.lineno))
    extends = [node for node in parsed.tree.body if isinstance(node, nodes.Extends)]
    for node in extends[1:]:
        yield _finding(parsed, node, f"this template extends another in line {int(extends[0].lineno)}, expected one")


def _outside(parsed: Parsed) -> Iterator[Finding]:
    """What is printed outside of the blocks of a template that extends another: nobody will see it."""
    assert parsed.tree is not None
    below = False
    for node in parsed.tree.body:
        if isinstance(node, nodes.Extends):
            below = True
            continue
        if isinstance(node, nodes.If | nodes.For):
            for block in node.find_all(nodes.Block):
                what = "if" if isinstance(node, nodes.If) else "for"
                message = f"this block is filled whatever the {what} around it says, expected the {what} inside it"
                yield _finding(parsed, block, message)
        printed = _printed(node)
        if printed is None:
            continue
        line, column = printed
        message = "this stands outside of the blocks and is never printed, expected it inside a {% block … %}"
        if not below:
            message = "this is printed above everything else, expected {% extends … %} to come first"
        yield Finding(parsed.path, line, column, message, "error", "structure")


def _printed(node: nodes.Node) -> tuple[int, int] | None:
    """Where the first thing stands that a node prints, outside of blocks."""
    if isinstance(node, nodes.Output):
        for each in node.nodes:
            if not isinstance(each, nodes.TemplateData):
                return place_of(each)
            if each.data.strip():
                line, column = place_of(each)
                blank = each.data[: len(each.data) - len(each.data.lstrip())]
                lines = blank.count("\n")
                return line + lines, len(blank) - blank.rfind("\n") if lines else column + len(blank)
        return None
    if isinstance(node, nodes.Include):
        return place_of(node)
    if isinstance(node, nodes.If | nodes.For | nodes.With | nodes.FilterBlock | nodes.CallBlock | nodes.Scope):
        if any(True for _ in node.find_all(nodes.Block)):
            return None
        inner = next((place for each in node.iter_child_nodes() if (place := _printed(each))), None)
        return place_of(node) if inner else None
    return None


def _lost(links: list[Parsed]) -> Iterator[tuple[str, tuple[str, tuple[Parsed, int]]]]:
    """Blocks that are printed inside another one, which something below replaces without them: with its place."""
    for number, link in enumerate(links):
        for outer in link.tree.find_all(nodes.Block) if link.tree else ():
            inner = {block.name for block in outer.find_all(nodes.Block)}
            for below in links[:number]:
                for block in below.tree.find_all(nodes.Block) if below.tree else ():
                    if block.name != outer.name or _prints_above(block):
                        continue
                    kept = {each.name for each in block.find_all(nodes.Block)} | _by_itself(below)
                    for name in inner - kept:
                        yield name, (outer.name, (below, place_of(block)[0]))


def _by_itself(parsed: Parsed) -> set[str]:
    """The blocks that a template prints where it likes: ``self.dek()``."""
    assert parsed.tree is not None
    return {
        each.attr
        for each in parsed.tree.find_all(nodes.Getattr)
        if isinstance(each.node, nodes.Name) and each.node.name == "self"
    }


def _prints_above(block: nodes.Block) -> bool:
    return any(name.name == "super" for name in block.find_all(nodes.Name))


def _blocks(shelf: Shelf, parsed: Parsed) -> Iterator[Finding]:
    """Blocks that nothing above has a place for."""
    links = chain(shelf, parsed)
    if links[-1].tree is None or extended(links[-1].tree) is not None:
        return  # something above is missing or broken, which is told elsewhere
    above = {block.name for link in links[1:] if link.tree for block in link.tree.find_all(nodes.Block)}
    assert parsed.tree is not None
    inside = {id(inner) for block in parsed.tree.find_all(nodes.Block) for inner in block.find_all(nodes.Block)}
    lost = dict(_lost(links))
    for block in parsed.tree.find_all(nodes.Block):
        if block.name in lost and id(block) not in inside:
            outer, where = lost[block.name]
            line = f" in line {where[1]}" if where[0] is parsed else f" in {where[0].name}"
            message = f"this stands inside “{outer}”, replaced{line} without super(), expected {{{{ super() }}}} there"
            yield _finding(parsed, block, message)
        if block.name in above or id(block) in inside:
            continue
        near = nearest(block.name, above)
        expected = f"“{near}”" if near else "one that there is"
        message = f"nothing above has a block “{block.name}”, so it is never printed, expected {expected}"
        yield _finding(parsed, block, message)
