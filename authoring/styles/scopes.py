"""Which texts a rule reads: Vale's scopes, such as ``heading``, ``sentence``, ``~blockquote``, ``text & ~list``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from authoring.prose.document import Voice
from authoring.text.near import nearest
from authoring.text.patterns import lazy

_TERM = lazy(r"~?[a-z][\w-]*(?:\.[\w-]+)*")
_SIZED = frozenset({"raw", "summary"})
_WORDS = frozenset(
    "text heading h1 h2 h3 h4 h5 h6 sentence paragraph list table header cell caption blockquote attr alt link strong"
    " emphasis code raw summary comment line block figure frontmatter meta".split()
)
_FORMATS = frozenset("md txt html htm mdx rst adoc org xml dita py rb go js ts java c cpp css".split())
_NAMED = frozenset({"class", "frontmatter", "meta", "comment"})
"""Words after which any name may follow."""


NAMED: Mapping[Voice, str] = {
    Voice.HEADING: "heading",
    Voice.CAPTION: "alt",
    Voice.BLOCKQUOTE: "blockquote",
    Voice.FRONT_MATTER: "frontmatter",
    Voice.CODE: "code",
}
"""Voices that a rule reads by naming their scope."""


@dataclass(frozen=True)
class Term:
    """One part of a scope: the words that a text's own scope must have, or must not."""

    words: frozenset[str]
    negated: bool


@dataclass(frozen=True)
class Selector:
    """The scopes of a rule, understood."""

    choices: tuple[tuple[Term, ...], ...]
    """One choice is enough, and all terms of it must hold."""

    def matches(self, scope: str, parent: str) -> bool:
        """Whether a text of this scope is read; ``parent`` is the scope of the block that a sentence stands in."""
        return _matches(self, scope, parent)

    def reads(self, voice: Voice, voices: frozenset[Voice]) -> bool:
        """Whether words of a voice are read, where ``voices`` are those read by every rule."""
        return voice in voices or (voice in NAMED and self.asks(NAMED[voice]))

    def asks(self, word: str) -> bool:
        """Whether any choice names ``word`` as something to read."""
        return any(word in term.words and not term.negated for choice in self.choices for term in choice)


@cache
def _matches(selector: Selector, scope: str, parent: str) -> bool:
    own, outer = frozenset(scope.split(".")), frozenset(parent.split("."))
    for choice in selector.choices:
        if "sentence" in own and not any("sentence" in term.words and not term.negated for term in choice):
            continue
        if all(_holds(term, own, outer) for term in choice):
            return True
    return False


def _holds(term: Term, own: frozenset[str], outer: frozenset[str]) -> bool:
    if term.negated:
        return not term.words <= outer and not own & _SIZED
    return term.words <= own


@cache
def selector_of(scopes: tuple[str, ...]) -> Selector:
    """The selector that a rule's ``scope`` stands for."""
    return Selector(tuple(tuple(_terms(scope)) for scope in scopes))


def _terms(scope: str) -> Iterable[Term]:
    for part in scope.split("&"):
        words = part.strip()
        yield Term(frozenset(words.removeprefix("~").split(".")), words.startswith("~"))


def check_scope(scope: str) -> tuple[str, str] | None:
    """What is wrong with a scope, and what to do; nothing where it is right."""
    for part in scope.split("&"):
        words = part.strip()
        if "doc(" in words:
            return f"the scope “{words}” is not read", "name the kind of text, such as heading or table.cell"
        if not _TERM.fullmatch(words):
            return f"“{words}” is no scope", "expected such as text, heading.h1, sentence, ~blockquote"
        named = words.removeprefix("~").split(".")
        for word in named:
            if word in _NAMED:
                break
            if word not in _WORDS and word not in _FORMATS:
                near = nearest(word, _WORDS)
                hint = f"did you mean “{near}”?" if near else "expected such as text, heading, sentence, list"
                return f"there is no scope “{word}”", hint
    return None
