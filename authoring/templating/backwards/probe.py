"""Has templates print something, in the bounded child, to see how it reads: nothing of a template runs in here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import draft
from authoring.drafting.house import House
from authoring.errors import TemplateError
from authoring.notes.model import Notes
from authoring.templating.backwards.matching import folded

_OPEN, _CLOSE = "⦃", "⦄"
_PRINTED = re.compile(rf"{_OPEN}(\w+){_CLOSE}(.*?){_OPEN}/\1{_CLOSE}", re.DOTALL)


@dataclass(frozen=True)
class Press:
    """What renders trial templates from one notes file."""

    notes: Notes
    article: Path
    """Where the article stands, for the path to the notes in its front matter."""
    house: House
    folders: tuple[Path, ...]
    """The folders with house templates."""
    worker: Worker
    """The process that renders them."""
    straight: bool = False
    """Whether the article has straight marks alone, so that what is printed is read as if it had, too."""

    def print(self, template: str, name: str = "trial") -> str:
        """The article that a template makes; raises ``TemplateError``."""
        with TemporaryDirectory(prefix="authoring-") as folder:
            file = Path(folder) / f"{name}.md"
            file.write_text(template, encoding="utf-8")
            made = draft(
                self.notes,
                str(file),
                article=self.article,
                folders=self.folders,
                house=self.house,
                worker=self.worker,
            )
        return made.text

    def named(self, template: str) -> str:
        """The article that a template of that name makes; raises ``TemplateError``."""
        made = draft(
            self.notes, template, article=self.article, folders=self.folders, house=self.house, worker=self.worker
        )
        return made.text

    def parts(self, snippets: Sequence[str], head: str = "") -> list[str | None]:
        """What each of some snippets prints, one after the other; ``None`` for one that cannot be printed.

        They stand in one template, so that names are given as in an article of this order.
        """
        if not snippets:
            return []
        try:
            made = self.print(head + "".join(f"{marked(str(n), each)}\n" for n, each in enumerate(snippets)))
        except TemplateError:
            if len(snippets) == 1:
                return [None]
            half = len(snippets) // 2
            return [*self.parts(snippets[:half], head), *self.parts(snippets[half:], head)]
        found = dict(read(self.styled(made)))
        return [found.get(str(number)) for number in range(len(snippets))]

    def table(self, items: Sequence[str], codes: Sequence[tuple[str, Sequence[int]]], head: str) -> dict[str, str]:
        """What each code prints of each of some items, by the code and the number of the item: ``3x7``.

        Arguments: the expressions for the items, and each code with the numbers of those that it is for. A code that
        cannot be printed is left out.
        """
        made = ["{% set those = [" + ", ".join(items) + "] %}\n"]
        for number, (code, those) in enumerate(codes):
            named = f"{number}x{{{{ n }}}}"
            loop = f"{{% for n in {list(those)} %}}{{% set item = those[n] %}}"
            made.append(f"{loop}{_OPEN}{named}{_CLOSE}{code}{_OPEN}/{named}{_CLOSE}{{% endfor %}}\n")
        try:
            return dict(read(self.styled(self.print(head + "".join(made)))))
        except TemplateError:
            if len(codes) == 1:
                return {}
            half = len(codes) // 2
            after = self.table(items, codes[half:], head)
            moved = {f"{int(key.split('x')[0]) + half}x{key.split('x')[1]}": text for key, text in after.items()}
            return {**self.table(items, codes[:half], head), **moved}

    def styled(self, text: str) -> str:
        """A text with the marks that the article has."""
        return folded(text) if self.straight else text


def marked(name: str, code: str) -> str:
    """Template code whose output can be found again under a name."""
    return f"{_OPEN}{name}{_CLOSE}{code}{_OPEN}/{name}{_CLOSE}"


def read(text: str) -> list[tuple[str, str]]:
    """The names and texts of what was marked, in order."""
    return [(match[1], match[2]) for match in _PRINTED.finditer(text)]
