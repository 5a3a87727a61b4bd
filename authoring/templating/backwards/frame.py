"""What stands around the body: which blocks of a built-in template the article has to the letter, and which differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from authoring.templating.backwards.article import Article
from authoring.templating.backwards.article import article as parted
from authoring.templating.backwards.probe import Press, marked, read
from authoring.text.shipped import builtin_templates
from authoring.text.span import Span

if TYPE_CHECKING:
    from jinja2.nodes import Node

FRAME = ("base.md", "newsroom.md", "desk.md")
"""Built-in templates that make no article by themselves."""
STORY = ("lede", "body", "dateline")
"""The blocks of the story itself: its first paragraph, where that has one of its own, the rest, and what opens it."""


@dataclass
class Part:
    """A block of the built-in template, and what the article has in its place."""

    name: str
    kept: bool
    """Whether the article has what the block prints."""
    printed: str
    before: list[Span] = field(default_factory=list)
    """Blocks of the article that stand before it, or, where it is not kept, in its place."""
    after: list[Span] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether the template has to say something of it."""
        return bool(self.before or self.after or (not self.kept and self.printed))


def bases() -> list[str]:
    """The built-in templates that an article could be made by, by name."""
    return sorted(path.stem for path in builtin_templates().glob("*.md") if path.name not in FRAME)


@cache
def blocks(base: str) -> tuple[str, ...]:
    """The blocks of a built-in template that hold no others, in order, with those that it adds to its frame."""
    from jinja2 import Environment, nodes

    environment = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"], autoescape=True)
    frame, own = (
        environment.parse((builtin_templates() / f"{name}.md").read_text(encoding="utf-8")) for name in ("base", base)
    )
    changed = {child.name: child for child in own.body if isinstance(child, nodes.Block)}

    def inner(node: nodes.Node) -> Iterator[str]:
        for child in node.iter_child_nodes():
            if not isinstance(child, nodes.Block):
                yield from inner(child)
            elif child.find(nodes.Block) is None:
                yield child.name
            elif child.name in changed:
                yield from added(child, changed[child.name])
            else:
                yield from inner(child)

    def added(old: nodes.Block, new: nodes.Block) -> Iterator[str]:
        """The blocks of a block that holds what it held before, and others beside it; else that block as a whole."""
        names: list[str] = []
        for child in new.body:
            if isinstance(child, nodes.Block):
                names.append(child.name)
            elif _is_super(child):
                names += inner(old)
            elif not _is_blank(child):
                names = [new.name]
                break
        yield from names

    return tuple(inner(frame))


def _is_super(node: Node) -> bool:
    from jinja2 import nodes

    return any(isinstance(call.node, nodes.Name) and call.node.name == "super" for call in node.find_all(nodes.Call))


def _is_blank(node: Node) -> bool:
    from jinja2 import nodes

    data = list(node.find_all(nodes.TemplateData))
    return (
        isinstance(node, nodes.Output) and len(data) == len(node.nodes) and not any(each.data.strip() for each in data)
    )


def above(base: str) -> tuple[str, ...]:
    """The blocks between the front matter and the story."""
    names = blocks(base)
    return tuple(name for name in names[: names.index("body")] if name not in ("front", *STORY))


def below(base: str) -> tuple[str, ...]:
    """The blocks after the story."""
    names = blocks(base)
    return tuple(name for name in names[names.index("body") :] if name not in STORY)


def printed_blocks(base: str, name: str, press: Press) -> dict[str, str]:
    """What each block of a built-in template prints of the notes, as it would read in an article."""
    lines = [f'{{% extends "builtin/{base}.md" %}}']
    for block in blocks(base):
        code = "" if block == "dateline" else marked(block, "{{ super() }}")
        lines.append(f"{{% block {block} %}}{code}{{% endblock %}}")
    made = press.styled(press.print("\n".join(lines), name))
    printed = {block: parted(text).text.rstrip("\n") for block, text in read(made)}
    if "dateline" in blocks(base):
        line = f"{lines[0]}{{% block dateline %}}{marked('dateline', '{{ super() }}')}{{% endblock %}}"
        found = dict(read(press.styled(press.print(line, name))))
        printed["dateline"] = found.get("dateline", "")
    return printed


def nearest(article: Article, kind: str, press: Press, name: str) -> tuple[str, Mapping[str, str]]:
    """The built-in template whose rendering of the notes shares most words with the article, and its blocks."""
    from authoring.errors import TemplateError

    has = {block.of(article.text) for block in article.blocks}
    best: tuple[tuple[int, bool, bool], str, Mapping[str, str]] | None = None
    for base in bases():
        try:
            printed = printed_blocks(base, name, press)
        except TemplateError:
            continue
        shared = sum(len(block.split()) for text in printed.values() for block in text.split("\n\n") if block in has)
        rank = (shared, base == kind, base == "interview")
        if best is None or rank > best[0]:
            best = (rank, base, printed)
    if best is None:
        raise TemplateError("no template that comes with the program can print these notes")
    return best[1], best[2]


def parts(article: Article, within: Sequence[Span], names: Sequence[str], printed: Mapping[str, str]) -> list[Part]:
    """What the article has for some blocks of the frame, given its own blocks in that place, in order."""
    text = article.text
    made = [Part(name, False, printed.get(name, "")) for name in names]
    found: list[tuple[int, int, Part]] = []
    at = 0
    for part in made:
        wanted = part.printed.split("\n\n") if part.printed else []
        for start in range(at, len(within) - len(wanted) + 1) if wanted else ():
            if [block.of(text) for block in within[start : start + len(wanted)]] == wanted:
                part.kept = True
                at = start + len(wanted)
                found.append((start, at, part))
                break
        part.kept = part.kept or not wanted
    at = 0
    ends: list[tuple[int, int, Part | None]] = [*found, (len(within), len(within), None)]
    for start, end, next_ in ends:
        extra = list(within[at:start])
        at = end
        if not extra:
            continue
        place = made.index(next_) if next_ is not None else len(made)
        low = max((number for number in range(place) if any(made[number] is each for *_, each in found)), default=-1)
        free = [made[number] for number in range(low + 1, place)]
        open_ = [each for each in free if not each.kept] or [each for each in free if not each.printed]
        if open_ and next_ is None and not open_[-1].printed:
            open_[-1].after += extra
        elif open_:
            open_[-1].before += extra
        elif next_ is not None:
            next_.before += extra
        elif low >= 0:
            made[low].after += extra
    return made
