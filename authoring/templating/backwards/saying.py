"""Template code for what an article says in a manner of its own: single stretches, and sections that depart."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from authoring.templating.backwards.article import Article
from authoring.templating.backwards.material import Material
from authoring.templating.backwards.names import Names
from authoring.templating.backwards.phrases import Phrases
from authoring.templating.backwards.pieces import Piece
from authoring.templating.backwards.sections import Node, Section
from authoring.templating.backwards.structure import Structure, joined


class Saying:
    """Writes code, and keeps account of the phrases and indexes in it."""

    def __init__(self, article: Article, material: Material, phrases: Phrases, names: Names) -> None:
        self.article, self.material, self.phrases, self.names = article, material, phrases, names
        self.places: dict[int, int] = {}
        """Where in the article the pieces of a manner were first seen, by their identity."""
        self.indexes = 0
        """How many numbers count words, sentences or items."""

    def pieces(self, pieces: Sequence[Piece], start: int, *, house: bool, beat: int = -1) -> str:
        """The code for neighbouring pieces, the first of which begins at ``start``."""
        made = []
        for piece in pieces:
            if not piece.code:
                made.append(self.phrases.code(piece.text, start, house))
            else:
                made.append(self._code(piece, beat))
            self.indexes += piece.indexes
            start += len(piece.text)
        return "".join(made)

    def _code(self, piece: Piece, beat: int) -> str:
        if piece.about.startswith("@"):
            return f"{{% set other = {self.item(int(piece.about[1:]), beat)} %}}{piece.code}"
        if piece.about:
            return piece.code.replace("source.", f"{self.names.source(piece.about)}.")
        return piece.code

    def item(self, number: int, beat: int) -> str:
        """The expression that chooses one item: by its kind, the first or last of them, or by its number."""
        entry = self.material.entries[number]
        those = [each for each in self.material.of(entry.beat) if each.kind == entry.kind]
        place = those.index(entry)
        whose = "beat" if entry.beat == beat else f"({self.names.beat(entry.beat)})"
        every = f'{whose}.items | selectattr("kind", "equalto", "{entry.kind}")'
        if place == 0:
            return f"{every} | first"
        if place == len(those) - 1:
            return f"{every} | list | last"
        self.indexes += 1
        return f"({every} | list)[{place}]"

    def section(self, section: Section, manner: Structure, macros: Mapping[bool, str]) -> list[str]:
        """The lines for a section that reads unlike the others."""
        self.names.story_used = True
        macro = macros[section.beat in self.material.turns]
        made: list[str] = []
        number = 0
        while number < len(section.nodes):
            node = section.nodes[number]
            if node.entry < 0:
                made.append(self.pieces(node.pieces, node.span.start, house=False, beat=section.beat))
                number += 1
                continue
            run = self._run(section, number, manner)
            code = self._several(section.beat, run, manner, macro) if run else ""
            if code:
                made.append(code)
                number += 2 * len(run) - 1
                continue
            made.append(self._one(node, section.beat, manner, macro))
            number += 1
        return "".join(made).split("\n")

    def _one(self, node: Node, beat: int, manner: Structure, macro: str) -> str:
        chosen = self.item(node.entry, beat)
        if node.usual:
            return f"{{{{ {macro}({chosen}) | trim }}}}"
        if node.whole:
            return f"{{{{ say.item({chosen}) | trim }}}}"
        pieces = self.pieces(node.pieces, node.span.start, house=False, beat=beat)
        asks = any(re.search(r"\bitem\b", piece.code) for piece in node.pieces)
        return f"{{% set item = {chosen} %}}{pieces}" if asks else pieces

    def _run(self, section: Section, number: int, manner: Structure) -> list[Node]:
        """The items from here on that read as usual, and are parted as usual, in the order of the notes."""
        nodes = section.nodes
        run: list[Node] = []
        while number < len(nodes):
            node = nodes[number]
            entry = self.material.entries[node.entry] if node.entry >= 0 else None
            if entry is None or not node.usual or entry.beat != section.beat:
                break
            if run:
                between = nodes[number - 1]
                skipped = range(run[-1].entry + 1, node.entry)
                if any(manner.prints(self.material, each) for each in skipped) or node.entry < run[-1].entry:
                    break
                if not joined(self.material, (run[-1], between, node), self.article.text, manner):
                    break
            run.append(node)
            if number + 2 >= len(nodes) or nodes[number + 1].entry >= 0:
                break
            number += 2
        return run

    def _several(self, beat: int, run: Sequence[Node], manner: Structure, macro: str) -> str:
        """One expression for several items, where that is shorter than one for each."""
        wanted = [
            number
            for number, entry in enumerate(self.material.entries)
            if entry.beat == beat and manner.prints(self.material, number)
        ]
        entries = [node.entry for node in run]
        if entries == wanted:
            some = "beat.items"
        elif len(entries) < 3:
            return ""
        else:
            first = "" if entries[0] == wanted[0] else self.material.entries[entries[0]].number
            past = "" if entries[-1] == wanted[-1] else self.material.entries[entries[-1]].number + 1
            some = f"beat.items[{first}:{past}]"
            self.indexes += 1
        joint = manner.apart[beat in self.material.turns]
        if joint == " ":
            return f"{{{{ {'beat' if some == 'beat.items' else some} | paragraphs({macro}) }}}}"
        return f"{{% for item in {some} %}}\n{{{{ {macro}(item) | trim }}}}{joint}{{% endfor %}}"
