"""Makes the template: reads the article by the notes, writes the code, and renders it until it gives the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from authoring.drafting.bounded import Worker
from authoring.drafting.filters import WORDS
from authoring.drafting.house import House
from authoring.notes.model import Notes
from authoring.templating.backwards import frame
from authoring.templating.backwards.article import Article
from authoring.templating.backwards.composing import Composer
from authoring.templating.backwards.emit import Template
from authoring.templating.backwards.front import front
from authoring.templating.backwards.habits import Habits, Sort, inline, usual
from authoring.templating.backwards.material import Material, material, plain
from authoring.templating.backwards.phrases import Phrase
from authoring.templating.backwards.probe import Press
from authoring.templating.backwards.reading import HEAD, at, stretches, turns
from authoring.templating.backwards.sections import Node, Section, sections
from authoring.templating.backwards.structure import Structure, settle, structure
from authoring.text.span import Span

_LAST = 3
_TURNS = 24
"""How often the template is rendered and mended, at most."""


@dataclass(frozen=True)
class Made:
    """A template, and how well it does."""

    text: str
    base: str
    """The built-in template that it extends."""
    rendered: str
    """What it makes of the notes."""
    phrases: tuple[Phrase, ...]
    """The article's own words."""
    indexes: int
    """How many numbers in it count words, sentences or items."""
    article: Article

    @property
    def exact(self) -> bool:
        """Whether it gives the article to the letter."""
        return self.rendered == self.article.text


class NothingSharedError(Exception):
    """The article has no words of the notes."""


def make(notes: Notes, article: Article, press: Press, name: str, file: str) -> Made:
    """The template of an article.

    Arguments: the notes, the article, what renders, the template's name, and what to call the article in it.
    """
    return _Maker(notes, article, press, name, file).made()


class _Maker:
    def __init__(self, notes: Notes, article: Article, press: Press, name: str, file: str) -> None:
        curly = re.search("[“”‘’]", article.text)
        press = replace(press, straight=not curly and bool(re.search("[\"']", article.text[article.front.end :])))
        self.article, self.press, self.name, self.file = article, press, name, file
        self.material: Material = material(notes, press.house.conventions)
        kind = self.material.record["kind"]
        self.composer = Composer(article, self.material, press)
        self.base, self.printed = frame.nearest(article, str(kind or ""), press, name)
        self.habits: Habits = {}
        self.dated = self._dated()
        self.sections = self._sections()
        self.level = dict.fromkeys(range(len(self.sections)), 0)
        self.reframed = False

    def _sections(self) -> list[Section]:
        shared = self.composer.shared()
        found = stretches(self.article, self.material, self.press, shared)
        top = self._top()
        found = [stretch for stretch in found if stretch.span.start >= top]
        self.material = replace(self.material, turns=turns(self.article, self.material, found))
        return sections(self.article, self.material, found)

    def _dated(self) -> bool:
        """Whether the first paragraph opens with the dateline that the house prints; then that is no part of it."""
        words = self.printed.get("dateline", "")
        for number, block in enumerate(self.article.blocks):
            if words.strip() and block.of(self.article.text).startswith(words):
                cut = Span(block.start + len(words), block.end)
                blocks = (*self.article.blocks[:number], cut, *self.article.blocks[number + 1 :])
                self.article = replace(self.article, blocks=blocks)
                self.composer.article = self.article
                return True
        return not words.strip()

    def _top(self) -> int:
        """Where headline and what belongs to it end at the latest: they are no part of the body."""
        taken = [
            block for name in frame.above(self.base) for block in self.printed.get(name, "").split("\n\n") if block
        ]
        top = self.article.front.end
        for block in self.article.blocks[: len(taken) + 2]:
            text = block.of(self.article.text)
            if text in taken or text.startswith("# "):
                top = block.end
        return top

    def made(self) -> Made:
        """Write, render, mend, until it is exact or nothing is left to mend."""
        if not self.sections:
            raise NothingSharedError
        self.composer.items(self.sections)
        for section in self.sections:
            self._between(section)
        nodes = [node for section in self.sections for node in section.nodes if node.entry >= 0]
        self.habits = usual(self.material, nodes, self.article.text, self.press)
        self._choose(nodes)
        manner = structure(self.material, self.sections, self.article.text, self.habits, self._silent())
        for _ in range(_TURNS):
            for number, section in enumerate(self.sections):
                section.usual = not self.level[number] and settle(self.material, section, self.article.text, manner)
            made = self._write(manner)
            if made.exact or not self._mend(made.rendered):
                break
        return made

    def _between(self, section: Section) -> None:
        for node in section.nodes:
            if node.entry < 0:
                node.pieces = self.composer.words(node.span, section.beat)

    def _choose(self, nodes: Sequence[Node]) -> None:
        """Give each item the most general of the codes that print it to the letter in its place.

        Whoever is named differently than the article has it may have been named by an item before, so that of the
        items of one source only the first that goes wrong is changed at a time.
        """
        for turn in range(_TURNS):
            printed = self.press.parts([at(self.material, node.entry) + self._code(node) for node in nodes], HEAD)
            wrong = [
                node
                for node, text in zip(nodes, printed, strict=True)
                if text != node.span.of(self.article.text) and node.stage < _LAST
            ]
            if not wrong:
                break
            changed: set[str] = set()
            for node in wrong:
                source = self.material.entries[node.entry].record["source"]
                key = plain(source["id"]) if source else ""
                if turn and key and key in changed:
                    continue
                changed.add(key)
                self._next(node)

    def _code(self, node: Node) -> str:
        """The code that prints an item at its stage: as usual, by the newsroom's macro, or in pieces of its own."""
        manner = self.habits.get(Sort.of(self.material, node.entry))
        node.usual = node.stage == 0
        if node.stage == 0 and manner:
            return "".join(inline(manner))
        if node.stage <= 1:
            return "{{ say.item(item) | trim }}"
        return "".join(inline(node.pieces))

    def _next(self, node: Node) -> None:
        """Say an item in the next less general way."""
        node.stage += 1
        if node.stage == 1 and not (node.whole and Sort.of(self.material, node.entry) in self.habits):
            node.stage = 2
        if node.stage == 2 and not node.pieces:
            node.stage = 3
        if node.stage >= 2:
            node.whole = False
        if node.stage == 3:
            node.pieces = self.composer.item(node)
        node.usual = False

    def _silent(self) -> set[int]:
        every = range(len(self.material.entries))
        printed = self.press.parts([at(self.material, entry) + "{{ say.item(item) | trim }}" for entry in every], HEAD)
        return {entry for entry, text in zip(every, printed, strict=True) if text == ""}

    def _write(self, manner: Structure) -> Made:
        template = Template(self.article, self.material, self.composer, self.base, self.file)
        for pieces in manner.habits.values():
            node = next(
                (
                    node
                    for section in self.sections
                    for node in section.nodes
                    if node.entry >= 0 and node.pieces == pieces
                ),
                None,
            )
            template.saying.places[id(pieces)] = node.span.start if node else 0
        start, end = self.sections[0].span.start, self.sections[-1].span.end
        above = [block for block in self.article.blocks if block.end <= start]
        below = [block for block in self.article.blocks if block.start >= end]
        printed = {} if self.reframed else self.printed
        around = [
            *frame.parts(self.article, above, frame.above(self.base), printed),
            *frame.parts(self.article, below, frame.below(self.base), printed),
        ]
        if self.reframed:
            for part in around:
                part.kept, part.printed = bool(part.before), "" if part.before else self.printed.get(part.name, "")
        body = Span(start, end).of(self.article.text)
        story = "\n\n".join(text for name in ("lede", "body") if (text := self.printed.get(name, "")))
        same_body = body == story and not any(self.level.values())
        lines = front(self.article, self.printed.get("front", ""), self.composer, template.saying)
        if self.printed.get("lede") and not same_body:
            around.append(frame.Part("lede", False, self.printed["lede"]))
        if not self.dated:
            around.append(frame.Part("dateline", False, self.printed["dateline"]))
        text = template.text(lines, around, self.sections, None if same_body else manner)
        rendered = self.press.print(text, self.name)
        phrases = tuple(template.phrases)
        return Made(text, self.base, rendered, phrases, template.saying.indexes, self.article)

    def _mend(self, rendered: str) -> bool:
        """Put the first section that reads otherwise together from smaller pieces; whether there was one."""
        text = self.article.text
        place = next(
            (number for number, pair in enumerate(zip(rendered, text, strict=False)) if pair[0] != pair[1]),
            min(len(rendered), len(text)),
        )
        number = next((n for n, section in enumerate(self.sections) if place <= section.span.end), None)
        if number is None or place < self.sections[0].span.start:
            again, self.reframed = self.reframed, True
            return not again
        section = self.sections[number]
        if section.usual:
            self.level[number] = 1
            return True
        before = [node for node in section.nodes if node.entry >= 0 and node.span.start <= place]
        if before and before[-1].stage < _LAST:
            self._next(before[-1])
            return True
        self.level[number] += 1
        section.nodes = [Node(section.span, pieces=self.composer.words(section.span, section.beat))]
        return self.level[number] < 3


def own_runs(made: Made, most: int = 4) -> list[str]:
    """Runs of more than so many words of the article that the template holds outside its phrases."""
    words = [word.lower() for word in re.findall(r"[^\W_]+", made.article.text)]
    runs = {tuple(words[at : at + most + 1]) for at in range(len(words) - most)}
    code = re.sub(r"\{% set phrases = \{.*?^\} %\}", "", made.text, flags=re.DOTALL | re.MULTILINE)
    has = [word.lower() for word in re.findall(r"[^\W_]+", code)]
    return [
        " ".join(has[at : at + most + 1]) for at in range(len(has) - most) if tuple(has[at : at + most + 1]) in runs
    ]


def press_for(notes: Notes, article: Path, house: House, folders: Sequence[Path], worker: Worker) -> Press:
    """What renders trial templates for an article."""
    return Press(notes, article, house, tuple(folders), worker)


def shares(made: Made) -> tuple[int, int]:
    """How many of the article's words come from the notes, and how many it has below its front matter."""
    article = made.article
    every = len(WORDS.findall(article.text[article.front.end :]))
    own = sum(phrase.words for phrase in made.phrases if phrase.start >= article.front.end)
    return max(every - own, 0), every
