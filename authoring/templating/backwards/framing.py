"""Template code for what stands above and below the body: lines from the notes, lists of sources, and words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from authoring.drafting.filters import WORDS
from authoring.drafting.record import Record
from authoring.templating.backwards.article import Article
from authoring.templating.backwards.atoms import of_source
from authoring.templating.backwards.composing import Composer
from authoring.templating.backwards.material import Material, plain
from authoring.templating.backwards.phrases import own
from authoring.templating.backwards.pieces import Piece, cover
from authoring.templating.backwards.saying import Saying
from authoring.text.span import Span

_FEW = 4
_KINDS = ("document", "outlet", "organisation", "company", "person", "spokesperson")


class Framing:
    """Writes the blocks around the body, so that they print nothing where another story has nothing."""

    def __init__(self, article: Article, material: Material, composer: Composer, saying: Saying) -> None:
        self.article, self.material, self.composer, self.saying = article, material, composer, saying
        self.house = True

    def of_story(self, span: Span) -> bool:
        """Whether a block above the body is of one story alone: a headline or a sentence of its own."""
        text = span.of(self.article.text)
        pieces = self.composer.words(span)
        if any(piece.indexes for piece in pieces):
            return True
        longest = max((len(WORDS.findall(words)) for words in own(pieces)), default=0)
        return longest > _FEW and (text.startswith("#") or text[:1] not in "*_[!")

    def blocks(self, spans: Sequence[Span], *, house: bool = True) -> list[str]:
        """The lines for some blocks of the article."""
        self.house = house
        lines: list[str] = []
        for number, span in enumerate(spans):
            lines += [""] if number else []
            lines += self._listed(span) or self._block(span)
        return lines

    def _block(self, span: Span) -> list[str]:
        pieces = self.composer.words(span)
        needs = dict.fromkeys(need for piece in pieces for need in self._needs(piece))
        code = self.saying.pieces(pieces, span.start, house=self.house).split("\n")
        return [f"{{% if {' and '.join(needs)} %}}", *code, "", "{% endif %}"] if needs else code

    def _needs(self, piece: Piece) -> Iterable[str]:
        if piece.about.startswith("@") or piece.indexes:
            self.saying.names.story_used = True
            yield "this_story"
            if not piece.about and piece.needs:
                yield piece.needs
        elif piece.about:
            name = self.saying.names.source(piece.about)
            yield f"{name} is defined"
            if piece.needs:
                yield piece.needs.replace("source.", f"{name}.")
        elif piece.needs:
            yield piece.needs

    def _listed(self, span: Span) -> list[str]:
        """A loop over sources, where each line of a block says one of them in the same manner."""
        lines = []
        at = span.start
        for line in span.of(self.article.text).split("\n"):
            lines.append(Span(at, at + len(line)))
            at += len(line) + 1
        found = [self._source(line) for line in lines]
        start = next((number for number, each in enumerate(found) if each), len(found))
        end = start
        while end < len(found) and found[end] and _same(found[end], found[start]):
            end += 1
        said = [each for each in found[start:end] if each]
        if not said or (len(said) < 2 and not lines[start].of(self.article.text).startswith(("- ", "* "))):
            return []
        if len({plain(source["id"]) for source, _ in said}) < len(said):
            return []
        pieces = said[0][1]
        test = self._test([source for source, _ in said], [piece.needs for piece in pieces if piece.needs])
        if not test:
            return []
        before = Span(span.start, lines[start - 1].end) if start else None
        after = Span(lines[end].start, span.end) if end < len(lines) else None
        code = self.saying.pieces(pieces, lines[start].start, house=self.house)
        made = [*(self._block(before) if before else []), f"{{% for source in notes.sources if {test} %}}", code]
        return [*made, "{% endfor %}", *(self._block(after) if after else [])]

    def _source(self, line: Span) -> tuple[Record, tuple[Piece, ...]] | None:
        """The source that a line says most of, and how."""
        best: tuple[int, Record, tuple[Piece, ...]] | None = None
        for source in self.material.record["sources"]:
            pieces = cover(line.of(self.article.text), of_source(source))
            said = sum(len(piece.text) for piece in pieces if piece.code)
            if said * 2 > len(line) and (best is None or said > best[0]):
                best = (said, source, pieces)
        return best[1:] if best else None

    def _test(self, said: Sequence[Record], needs: Sequence[str]) -> str:
        """What is true of the sources in a list and of no other; empty where nothing simple is."""
        fields = list(dict.fromkeys(need.removeprefix("source.") for need in needs))
        kinds = [kind for kind in _KINDS if any(source["kind"] == kind for source in said)]
        one = f'source.kind == "{kinds[0]}"'
        several = "source.kind in (" + ", ".join(f'"{kind}"' for kind in kinds) + ")"
        ids = [plain(source["id"]) for source in said]
        listed = "source.id in (" + ", ".join(f'"{each}"' for each in ids) + ",)"
        every = self.material.record["sources"]
        for kind_test, chosen in (
            (one if len(kinds) == 1 else several, [each for each in every if each["kind"] in kinds]),
            ("", list(every)),
            (listed, [each for each in every if plain(each["id"]) in ids]),
        ):
            kept = [each for each in chosen if all(each[name] for name in fields)]
            if [plain(each["id"]) for each in kept] == ids:
                return " and ".join(filter(None, [kind_test, *(f"source.{name}" for name in fields)]))
        return ""


def _same(one: tuple[Record, tuple[Piece, ...]] | None, other: tuple[Record, tuple[Piece, ...]] | None) -> bool:
    if one is None or other is None:
        return False
    return [piece.code or piece.text for piece in one[1]] == [piece.code or piece.text for piece in other[1]]
