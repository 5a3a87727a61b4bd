"""What a template calls the beats, sources and story that it was made from, without giving away a heading's words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from authoring.templating.backwards.article import Article
from authoring.templating.backwards.material import Material, plain
from authoring.trace.trace import sha256

_MOST = 4
"""So many words of an article a template may hold in a row."""


class Names:
    """The expressions that choose one beat, one source, one story."""

    def __init__(self, article: Article, material: Material) -> None:
        self.material = material
        self.story_used = False
        self._slugs = [material.slug(number) for number in range(len(material.beats))]
        self._asked: dict[str, None] = {}

    def story_test(self) -> str:
        """What is true of the story that the template was made from, and of no other."""
        slug = plain(self.material.record["slug"])
        if slug:
            return f'(notes.slug or ""){_is(slug, _short(slug))}'
        return f'draft.notes_sha256.startswith("{sha256(self.material.notes.text)[:12]}")'

    def beat_test(self, name: str, number: int) -> str:
        """What is true of one beat."""
        slug = self._slugs[number]
        short = self.short(number)
        if not short:
            return f"{name} == notes.beats[{number}]"
        return f"{name}.slug{_is(slug, short)}"

    def beat(self, number: int) -> str:
        """The expression for one beat."""
        slug, short = self._slugs[number], self.short(number)
        if not short:
            return f"notes.beats[{number}]"
        if short == slug:
            return f'notes.beats | selectattr("slug", "equalto", "{slug}") | first'
        return f'notes.beats | selectattr("slug", "ge", "{short}") | sort(attribute="slug") | first'

    def short(self, number: int) -> str:
        """The slug, or as much of it as a template may hold; empty where that does not tell it from others."""
        slug = self._slugs[number]
        short = _short(slug)
        if short == slug:
            return slug if self._slugs.count(slug) == 1 else ""
        return short if sum(each.startswith(short) for each in self._slugs) == 1 else ""

    def beats(self, numbers: Sequence[int]) -> str:
        """A list of beats."""
        inside = ", ".join(f'"{self.short(number) or self._slugs[number][:20]}"' for number in numbers)
        return f"({inside},)" if len(numbers) == 1 else f"({inside})"

    def among(self, name: str, those: str, numbers: Sequence[int]) -> str:
        """What is true of a beat that is in such a list, or has a slug of it."""
        cut = any(self.short(number) != self._slugs[number] for number in numbers)
        if cut:
            return f"{name}.slug.startswith({those})"
        return f"{name}.slug == slug" if those == "slug" else f"{name}.slug in {those}"

    def source(self, key: str) -> str:
        """The name of the variable that holds a source."""
        self._asked[key] = None
        return "source_" + re.sub(r"\W", "_", key, flags=re.ASCII)

    def sources(self) -> list[str]:
        """The lines that look the sources up."""
        return [
            f'{{% set {self.source(key)} = notes.sources | selectattr("id", "equalto", "{key}") | first %}}'
            for key in list(self._asked)
        ]


def _short(slug: str) -> str:
    return "-".join(slug.split("-")[:_MOST])


def _is(slug: str, short: str) -> str:
    return f' == "{slug}"' if slug == short else f'.startswith("{short}")'
