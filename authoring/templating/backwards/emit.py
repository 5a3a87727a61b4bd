"""Writes the template: the phrases at the top, then only the blocks in which the article departs from the built-in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from authoring.templating.backwards.article import Article
from authoring.templating.backwards.composing import Composer
from authoring.templating.backwards.frame import Part, above
from authoring.templating.backwards.framing import Framing
from authoring.templating.backwards.habits import UNSAID, Habits, Sort, tests
from authoring.templating.backwards.material import Material
from authoring.templating.backwards.names import Names
from authoring.templating.backwards.phrases import Phrases
from authoring.templating.backwards.pieces import Piece
from authoring.templating.backwards.saying import Saying
from authoring.templating.backwards.sections import Section
from authoring.templating.backwards.structure import Structure, order

_STRAIGHT = "".join(
    (
        '{% filter replace("“", "\\"") | replace("”", "\\"")',
        ' | replace("‘", "\'") | replace("’", "\'") %}',
    )
)


class Template:
    """One template in the making."""

    def __init__(self, article: Article, material: Material, composer: Composer, base: str, file: str) -> None:
        self.article, self.material, self.base, self.file = article, material, base, file
        self.straight = composer.press.straight
        self.phrases = Phrases()
        self.names = Names(article, material)
        self.saying = Saying(article, material, self.phrases, self.names)
        self.framing = Framing(article, material, composer, self.saying)

    def text(
        self, front: list[str] | None, around: Sequence[Part], story: Sequence[Section], manner: Structure | None
    ) -> str:
        """The whole template.

        Arguments: the block of the front matter, where it differs; the other blocks of the frame; the sections of the
        story, and their manner, without which the story is what the built-in template prints anyway.
        """
        blocks: list[str] = []
        if front is not None:
            blocks += self._block("front", front)
        first = [part for part in around if part.name in above(self.base)]
        for part in first:
            blocks += self._part(part)
        macros: list[str] = []
        if manner is not None:
            macros = [*self._written(manner.habits), *self._told(story, manner)]
            blocks += self._block("body", self._body(story))
        elif self.straight:
            blocks += self._block("body", ["{{ super() }}"])
        for part in around:
            if part not in first:
                blocks += self._part(part)
        says = any("say." in line for line in (*macros, *blocks))
        return "\n".join([*self._head(says), *macros, *blocks]).rstrip("\n") + "\n"

    def _head(self, says: bool) -> list[str]:
        lines = [
            "{#",
            f"  Made from {self.file} by “authoring template from”; everything that it does not say itself comes from",
            f"  builtin/{self.base}.md. It was rendered from the same notes and gave the article.",
            "#}",
            f'{{% extends "builtin/{self.base}.md" %}}',
            *(['{% import "newsroom.md" as say %}'] if says else []),
            "",
        ]
        if list(self.phrases):
            lines += [
                "{#",
                "  These words are this article's own: they are in no note. Keep what belongs to the house,",
                "  move the rest into the notes.",
                "#}",
                *self.phrases.block(),
                "",
            ]
        if self.names.story_used:
            lines += [
                "{# True for the story that this was made from. What asks for it is left out of every other story. #}",
                f"{{% set this_story = {self.names.story_test()} %}}",
                "",
            ]
        lines += [*self.names.sources(), *([""] if self.names.sources() else [])]
        return lines

    def _block(self, name: str, lines: Sequence[str]) -> list[str]:
        inside = [_STRAIGHT, *lines, "{% endfilter %}"] if self.straight and lines else list(lines)
        return [f"{{% block {name} %}}", *inside, "{% endblock %}", ""]

    def _part(self, part: Part) -> list[str]:
        if not part.changed:
            return self._block(part.name, ["{{ super() }}"]) if self.straight else []
        over = part.name in above(self.base)
        story = over and any(self.framing.of_story(span) for span in [*part.before, *part.after])
        before = self.framing.blocks(part.before, house=not story)
        after = self.framing.blocks(part.after, house=not story)
        middle = ["{{ super() }}"] if part.kept else []
        lines = [*before, *([""] if before and middle else []), *middle, *([""] if middle and after else []), *after]
        if story:
            self.names.story_used = True
            lines = ["{% if this_story %}", *lines, "{% else %}", "{{ super() }}", "{% endif %}"]
        return self._block(part.name, lines)

    def _written(self, habits: Habits) -> list[str]:
        """The macros for one item, where this article has a manner of its own."""
        lines: list[str] = []
        for turn, name in ((False, "written"), (True, "turn")):
            those = {sort: pieces for sort, pieces in habits.items() if sort.turn == turn}
            if not those:
                continue
            where = "in questions and answers" if turn else "in the manner of this article"
            lines += [f"{{# One item {where}; all else as the newsroom says it. #}}", f"{{% macro {name}(item) %}}"]
            for number, (test, pieces) in enumerate(tests(those, self._sorts())):
                lines.append(f"{{% {'elif' if number else 'if'} {test} %}}")
                if pieces != UNSAID:
                    lines.append(self.saying.pieces(pieces, self.saying.places.get(id(pieces), 0), house=True))
            lines += ["{% else %}", "{{ say.item(item) }}", "{% endif %}", "{% endmacro %}", ""]
        return lines

    def _sorts(self) -> set[Sort]:
        return {Sort.of(self.material, number) for number in range(len(self.material.entries))}

    def _told(self, found: Sequence[Section], manner: Structure) -> list[str]:
        """The macro for one beat: as most are told, and those that are told otherwise."""
        macros = {
            turn: name if any(sort.turn == turn for sort in manner.habits) else "say.item"
            for turn, name in ((False, "written"), (True, "turn"))
        }
        cases: list[tuple[str, list[str]]] = []
        for section in found:
            if not section.usual:
                test = f"this_story and {self.names.beat_test('beat', section.beat)}"
                cases.append((test, self.saying.section(section, manner, macros)))
        owned = {section.beat for section in found}
        gone = [
            number
            for number in range(len(self.material.beats))
            if number not in owned
            and any(
                entry.beat == number and manner.prints(self.material, place)
                for place, entry in enumerate(self.material.entries)
            )
        ]
        if gone:
            which = " or ".join(self.names.beat_test("beat", number) for number in gone)
            cases.append((f"this_story and ({which})", ["{# left out of this story, or told in another beat #}"]))
        self.names.story_used = self.names.story_used or bool(cases)
        lines = ["{# One beat. #}", "{% macro tell(beat) %}"]
        for number, (test, code) in enumerate(cases):
            lines += [f"{{% {'elif' if number else 'if'} {test} %}}", *code]
        usual = self._usual(manner, macros)
        lines += ["{% else %}", *usual, "{% endif %}"] if cases else usual
        return [*lines, "{% endmacro %}", ""]

    def _usual(self, manner: Structure, macros: Mapping[bool, str]) -> list[str]:
        lines = []
        if manner.heading is not None:
            before, after = manner.heading
            code = self.saying.pieces((Piece(before), Piece("", "{{ beat.heading }}"), Piece(after)), 0, house=True)
            lines += ["{% if beat.heading %}", *code.rstrip("\n").split("\n"), "", "{% endif %}"]

        def each(turn: bool) -> list[str]:
            joint = manner.apart[turn]
            if joint == " ":
                return [f"{{{{ beat | paragraphs({macros[turn]}) }}}}"]
            said = f"{{{{ {macros[turn]}(item) | trim }}}}"
            return ["{% for item in beat.items %}", said, *([""] if joint == "\n\n" else []), "{% endfor %}"]

        if not self.material.turns:
            return [*lines, *each(False)]
        test = '{% if beat.items | selectattr("kind", "equalto", "question") | list %}'
        return [*lines, test, *each(True), "{% else %}", *each(False), "{% endif %}"]

    def _body(self, found: Sequence[Section]) -> list[str]:
        first, last = order([section.beat for section in found])
        lines: list[str] = []
        rest = []
        for name, those, words in (("first", first, "come first"), ("last", last, "come last")):
            if those:
                lines.append(f"{{# These beats {words}, in this order; the others stand as in the notes. #}}")
                lines.append(f"{{% set {name} = {self.names.beats(those)} %}}")
                rest.append(f"not {self.names.among('beat', name, those)}")
        each = ["{{ tell(beat) }}", "", "{% endfor %}"]

        def listed(name: str, those: Sequence[int]) -> list[str]:
            test = self.names.among("beat", "slug", those)
            return [
                f"{{% for slug in {name} %}}",
                f"{{% for beat in notes.beats if {test} %}}",
                *each,
                "{% endfor %}",
            ]

        lines += listed("first", first) if first else []
        lines += [f"{{% for beat in notes.beats{' if ' + ' and '.join(rest) if rest else ''} %}}", *each]
        return [*lines, *(listed("last", last) if last else [])]
