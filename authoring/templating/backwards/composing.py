"""Puts together what no macro prints: which pieces of the notes a stretch is made of, and which words are its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from authoring.templating.backwards.article import Article
from authoring.templating.backwards.atoms import of_items, of_piece, of_words
from authoring.templating.backwards.matching import SHARED, Index, Shared, Worded
from authoring.templating.backwards.material import Material, plain
from authoring.templating.backwards.pieces import Atom, Piece, cover
from authoring.templating.backwards.probe import Press
from authoring.templating.backwards.reading import HEAD, at
from authoring.templating.backwards.sections import Node, Section
from authoring.templating.backwards.traces import traced
from authoring.text.patterns import lazy
from authoring.text.span import Span

_PARTS = lazy(r"[^\W_]+")
_SOME = 2
"""A run has more words than so many."""
_NAMED = ("(item | speaker).name", "(item | speaker(true)).name", "(item | speaker(true, pronouns=false)).name")


class Composer:
    """Knows what the notes can print, and what of it has been asked for before."""

    def __init__(self, article: Article, material: Material, press: Press) -> None:
        self.article, self.material, self.press = article, material, press
        self.piece = [_styled(atom, press) for atom in of_piece(material)]
        self.frame = [_styled(atom, press) for atom in of_piece(material, frame=True)]
        self._fields = list(material.fields())
        self._sources = list(material.of_sources())
        self.texts = Index(
            [
                *(entry.text for entry in material.entries),
                *(known.text for known in self._fields),
                *(known.text for _, known in self._sources),
            ],
            len(material.entries),
        )
        self._atoms: dict[int, list[Atom]] = {}

    def shared(self) -> list[Shared]:
        """What the article has of the notes, word for word."""
        body = Span(self.article.front.end, len(self.article.text))
        known = traced(self.article, self.press.article, self.material)
        return self.texts.shared(Worded(self.article.text, body), traced=known)

    def items(self, sections: Sequence[Section]) -> None:
        """Put together every item that the newsroom's own macro does not print."""
        nodes = [node for section in sections for node in section.nodes if node.entry >= 0]
        names = self._names(nodes)
        self._prepare({node.entry for node in nodes if not node.whole and node.inner is None})
        for number, node in enumerate(nodes):
            if node.inner is not None:
                node.pieces = self._framed(node, node.inner)
            elif not node.whole:
                node.pieces = self.item(node, names[number])

    def _prepare(self, entries: set[int]) -> None:
        """Have what can be printed of some items printed, all at once."""
        fresh = sorted(entries - self._atoms.keys())
        self._atoms |= of_items(self.material, fresh, self.press) if fresh else {}

    def _framed(self, node: Node, inner: Span) -> tuple[Piece, ...]:
        """What the newsroom's macro prints, between marks."""
        text = self.article.text
        said = Piece(inner.of(text), "{{ say.item(item) | trim }}", naming=True)
        return Piece(text[node.span.start : inner.start]), said, Piece(text[inner.end : node.span.end])

    def item(self, node: Node, names: Sequence[Atom] = ()) -> tuple[Piece, ...]:
        """The pieces of one item; without ``names``, of such alone as read the same wherever they stand."""
        self._prepare({node.entry})
        atoms = [atom for atom in self._atoms[node.entry] if names or not atom.piece.naming]
        runs = self._runs(node.span, node.entry)
        return cover(node.span.of(self.article.text), [*atoms, *names, *runs, *self._others(node.entry)])

    def words(self, span: Span, beat: int = -1) -> tuple[Piece, ...]:
        """The pieces of words that no item stands behind as a whole."""
        atoms = [*(self.piece if beat >= 0 else self.frame), *self._runs(span)]
        if beat >= 0 and self.material.beats[beat]["name"]:
            record = self.material.beats[beat]
            key = "heading" if record["heading"] else "name"
            heading = self.press.styled(plain(record[key]))
            if any(line.strip("#*_: ") == heading for line in span.of(self.article.text).split("\n")):
                atoms.append(Atom(Piece(heading, f"{{{{ beat.{key} }}}}", needs=f"beat.{key}"), 0.8))
        return cover(span.of(self.article.text), atoms)

    def _others(self, entry: int) -> list[Atom]:
        """Names of other sources, and fields of the piece."""
        source = self.material.entries[entry].record["source"]
        mine = plain(source["id"]) if source else ""
        return [replace(atom, cost=atom.cost + 0.5) for atom in self.piece if atom.piece.about != mine]

    def _names(self, nodes: Sequence[Node]) -> list[list[Atom]]:
        """How the source of each item would be named in its place in the article."""
        made: list[list[Atom]] = [[] for _ in nodes]
        for number, code in enumerate(_NAMED):
            snippets = []
            for node in nodes:
                sourced = not node.whole and self.material.entries[node.entry].record["source"] is not None
                said = f"{{{{ {code} }}}}" if sourced else "{{ say.item(item) | trim }}"
                snippets.append(at(self.material, node.entry) + said)
            for place, text in enumerate(self.press.parts(snippets, HEAD)):
                if text and not nodes[place].whole:
                    piece = Piece(text, f"{{{{ {code} }}}}", naming=True)
                    made[place].append(Atom(piece, 0.9 + number / 100))
        return made

    def _runs(self, span: Span, entry: int = -1) -> list[Atom]:
        """Five and more words in a row that stand in a note; of the item itself, fewer will do."""
        text = self.article.text
        least = 3 if entry >= 0 else 5
        made = []
        for each in self.texts.shared(Worded(text, span), least, (entry,)):
            own = each.text == entry
            if not own and len(_PARTS.findall(each.span.of(text))) < SHARED:
                continue
            code, about = self._code(each.text, entry), "" if own else self._about(each.text)
            for start, end, first, last in self._exact(each):
                piece = of_words(text, [(start, end, code, first + 1, last + 1)])[0].piece
                made.append(Atom(replace(piece, about=about, needs=self._needs(each.text)), 1.6))
        return made

    def _exact(self, each: Shared) -> list[tuple[int, int, int, int]]:
        """Where the article's words are the note's to the letter: start, end, and the numbers of the words.

        Case at the beginning and the form of marks may differ in between; those words stay the article's own.
        """
        words = self.texts.texts[each.text]
        noted = self.press.styled(words.text)
        shift = each.span.start - words.spans[each.first][0]
        found: list[tuple[int, int, int, int]] = []
        for number in range(each.first, each.last + 1):
            start, end = words.spans[number]
            if noted[start:end] != self.article.text[start + shift : end + shift]:
                continue
            if found and found[-1][3] == number - 1:
                between = words.spans[number - 1][1]
                if noted[between:start] == self.article.text[between + shift : start + shift]:
                    found[-1] = (found[-1][0], end + shift, found[-1][2], number)
                    continue
            found.append((start + shift, end + shift, number, number))
        return [each for each in found if each[3] - each[2] >= _SOME]

    def _about(self, number: int) -> str:
        """The source of a text that is a field of one, or ``@`` and the number of an item of the notes."""
        if number < len(self.material.entries):
            return f"@{number}"
        number -= len(self.material.entries) + len(self._fields)
        return plain(self._sources[number][0]["id"]) if number >= 0 else ""

    def _needs(self, number: int) -> str:
        number -= len(self.material.entries)
        return self._fields[number].needs if 0 <= number < len(self._fields) else ""

    def _code(self, number: int, entry: int) -> str:
        if number == entry:
            return "item.text"
        if number < len(self.material.entries):
            return "other.text"
        number -= len(self.material.entries)
        known = self._fields[number] if number < len(self._fields) else self._sources[number - len(self._fields)][1]
        return known.code if "|" not in known.code else f"({known.code})"


def _styled(atom: Atom, press: Press) -> Atom:
    return replace(atom, piece=replace(atom.piece, text=press.styled(atom.piece.text)))
