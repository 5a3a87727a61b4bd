"""Style rules that are run together over one article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any

from authoring.prose.document import Document, Voice
from authoring.styles.checker import Checker, TermChecker
from authoring.styles.definition import Definition
from authoring.styles.index import Index
from authoring.styles.match import Match, State
from authoring.styles.passages import Passage, passages_of
from authoring.styles.scopes import Selector, selector_of

INDEXED = frozenset({"existence", "substitution"})
"""Extension points whose terms are looked up for all rules together."""
_MEASURED = frozenset({"metric", "readability"})
_INLINE = ("link", "strong", "emphasis", "code")


@dataclass(frozen=True, eq=False)
class Group:
    """Rules that read the same passages."""

    selector: Selector
    terms: tuple[TermChecker, ...]
    others: tuple[Checker, ...]

    @cached_property
    def _index(self) -> Index | None:
        return Index(self.terms) if self.terms else None

    def run(self, passage: Passage, state: State) -> Iterator[tuple[Definition, Match]]:
        """What its rules find in a passage."""
        if self._index is not None:
            for checker, match in self._index.run(passage):
                yield checker.definition, match
        for other in self.others:
            for match in other.run(passage, state):
                yield other.definition, match


@dataclass(frozen=True, eq=False)
class Sheet:
    """Some style rules, ready to run."""

    definitions: tuple[Definition, ...]
    accepted: tuple[str, ...] = ()
    """The accepted words of the vocabularies."""
    voices: frozenset[Voice] = frozenset({Voice.NARRATION})
    """Whose words are read; with all voices, everything as Vale reads it."""

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The rules by what they read."""
        sorted_out: dict[tuple[str, ...], tuple[list[Any], list[Any]]] = {}
        for definition in self.definitions:
            scope = _scope(definition)
            terms, others = sorted_out.setdefault(scope, ([], []))
            made = checker_of(definition, self.accepted)
            (terms if definition.extends in INDEXED else others).append(made)
        return tuple(
            Group(selector_of(scope), tuple(terms), tuple(others)) for scope, (terms, others) in sorted_out.items()
        )

    def run(self, document: Document) -> dict[str, list[Match]]:
        """What each rule finds in an article, by the rule's name, in order of place."""
        passages = passages_of(document, self.voices)
        state = State(passages)
        found: dict[str, list[Match]] = {}
        told: set[tuple[str, int, int]] = set()
        counted: Counter[str] = Counter()
        for definition, match in self._matches(document, state):
            span = match.passage.span(match.start, match.end)
            key = (definition.name, span.start, span.end)
            if key in told or (definition.limit and counted[definition.name] >= definition.limit):
                continue
            told.add(key)
            counted[definition.name] += 1
            found.setdefault(definition.name, []).append(match)
        return found

    def _matches(self, document: Document, state: State) -> Iterator[tuple[Definition, Match]]:
        groups = self.groups
        sentences = [group for group in groups if group.selector.asks("sentence")]
        paragraphs = [group for group in groups if group.selector.asks("paragraph")]
        for passage in state.passages.prose:
            if not any(group.selector.reads(passage.voice, self.voices) for group in groups):
                continue
            words = passage.scope.split(".")
            parts: list[tuple[Passage, Sequence[Group]]] = []
            if paragraphs and words[1] in {"md", "txt", "html"}:
                parts.extend((part, paragraphs) for part in passage.paragraphs)
            if sentences and words[1] != "frontmatter":
                parts.extend((part, sentences) for part in passage.sentences)
            parts.append((passage, groups))
            for part, some in parts:
                for group in some:
                    reads = group.selector.reads(passage.voice, self.voices)
                    if reads and group.selector.matches(part.scope, part.parent or part.scope):
                        yield from group.run(part, state)
        if any(group.selector.asks(word) for group in groups for word in _INLINE):
            for passage in state.passages.inline:
                for group in groups:
                    if group.selector.matches(passage.scope, passage.scope):
                        yield from group.run(passage, state)
        for whole in self._whole(document, state):
            for group in groups:
                if group.selector.matches(whole.scope, whole.scope):
                    yield from group.run(whole, state)

    def _whole(self, document: Document, state: State) -> Iterator[Passage]:
        if any(group.selector.asks("raw") for group in self.groups):
            yield state.passages.raw
        if any(group.selector.asks("summary") for group in self.groups):
            summary = state.passages.summary
            yield from (summary,) if summary is not None else ()


def checker_of(definition: Definition, accepted: tuple[str, ...]) -> Any:
    """The rule, ready to run."""
    return import_module(f"authoring.styles.kinds.{definition.extends}").build(definition, accepted)


def _scope(definition: Definition) -> tuple[str, ...]:
    if definition.extends in _MEASURED and definition.scope == ("text",):
        return ("summary",)
    return definition.scope
