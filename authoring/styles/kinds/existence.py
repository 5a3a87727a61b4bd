"""``existence``: words that should not be there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from authoring.styles.checker import Alternatives
from authoring.styles.definition import Definition
from authoring.styles.exceptions import Exceptions
from authoring.styles.match import Match
from authoring.styles.messages import filled, listed
from authoring.styles.passages import Passage
from authoring.styles.pattern import compiled
from authoring.text.patterns import lazy

_FLAGS = lazy(r"\(\?[ims-]+\)")


@dataclass(frozen=True)
class Existence:
    """A rule that points at certain words."""

    definition: Definition
    alternatives: Alternatives
    exceptions: Exceptions

    def found(self, passage: Passage, start: int, end: int, number: int) -> Match | None:
        """The match for these words; nothing where they are an exception."""
        words = passage.text[start:end]
        if self.exceptions.allow(words.strip(), passage.text, start, end):
            return None
        definition = self.definition
        if not definition.action:
            return Match(passage, start, end, filled(definition.message, words))
        from authoring.styles.actions import suggested  # only once something is found

        groups = self._groups(passage, start, number) if any("$" in param for param in definition.params) else ()
        made = suggested(definition.action, definition.params, words, groups)
        if definition.matchcase and definition.action == "replace":
            from authoring.styles.casing import recased

            made = tuple(recased(text, words) for text in made)
        shown = made[0] if len(made) == 1 else listed(made)
        return Match(passage, start, end, filled(definition.message, words, shown), made)

    def _groups(self, passage: Passage, start: int, number: int) -> tuple[str, ...]:
        """What the groups of the alternative hold."""
        one = compiled(self.alternatives.pattern((number,))).match(passage.text, start)
        return tuple(group or "" for group in one.groups()) if one else ()


def _carried(tokens: Iterable[str]) -> Iterator[str]:
    """The tokens, each with the flags that those before it have set: they hold to the end of the group."""
    flags = ""
    for token in tokens:
        yield flags + token
        flags += "".join(_FLAGS.findall(token))


def build(definition: Definition, accepted: tuple[str, ...]) -> Existence:
    """The rule, ready to run."""
    keys = definition.keys
    nonword = keys.get("nonword", False)
    raw = "".join(keys.get("raw") or ())
    tokens = tuple(_carried(token for token in keys.get("tokens") or () if token.strip()))
    edge = "\\b" if tokens and not nonword else ""
    flag = "(?i)" if keys.get("ignorecase") else ""
    heed = keys.get("vocab", True) and not nonword
    append = keys.get("append", False)
    return Existence(
        definition,
        Alternatives(
            before=f"{flag}{'' if append else raw}(?m){edge}",
            terms=tokens or ("",),
            after=f"{edge}{raw if append else ''}",
            numbered=False,
            words=bool(edge) and not raw,
            ignorecase=bool(flag),
        ),
        Exceptions(tuple(keys.get("exceptions") or ()), accepted if heed else ()),
    )
