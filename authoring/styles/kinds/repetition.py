"""``repetition``: the same word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import eq

from authoring.prose.narration import SPOKEN
from authoring.styles.definition import Definition
from authoring.styles.exceptions import Exceptions
from authoring.styles.match import Match, State
from authoring.styles.messages import filled
from authoring.styles.passages import Passage
from authoring.styles.pattern import Compiled, compiled
from authoring.text.sentences import sentence_spans


@dataclass(frozen=True)
class Repetition:
    """A rule that points at what is repeated."""

    definition: Definition
    exceptions: Exceptions

    @cached_property
    def _pattern(self) -> Compiled:
        keys = self.definition.keys
        tokens = "|".join(f"(?:{token})" for token in keys["tokens"])
        return compiled(f"{'(?i)' if keys.get('ignorecase') else ''}(?:{tokens})")

    def run(self, passage: Passage, state: State) -> Iterator[Match]:
        """Both words, with what stands between them."""
        keys = self.definition.keys
        fold, alpha, most = keys.get("ignorecase"), keys.get("alpha"), keys.get("max") or 0
        text = passage.text
        if not self._pattern.groups:  # most texts repeat nothing, which is found out without a look at each word
            words = list(map(str.strip, self._pattern.findall(passage.low if fold else text)))
            if not any(map(eq, words, words[1:])):
                return
        before, begin, count = "", 0, 0
        for match in self._pattern.finditer(text):
            word = match[0].strip()
            known = word.casefold() if fold else word
            if known and known == before and (not alpha or known.isalpha()) and SPOKEN not in known:
                count += 1
                if count > most:
                    both = text[begin : match.end()]
                    if _is_one(both, passage.exact) and not self.exceptions.allow(both, text, begin, match.end()):
                        definition = self.definition
                        from authoring.styles.actions import suggested

                        made = suggested(definition.action, definition.params, both)
                        yield Match(passage, begin, match.end(), filled(definition.message, word), made)
                        count = 0
            before, begin = known, match.start()


def _is_one(text: str, exact: bool) -> bool:
    if not exact:
        return len(sentence_spans(text)) == 1
    from authoring.styles.vale_sentences import vale_sentence_places  # few runs read all voices

    return len(vale_sentence_places(text)) == 1


def build(definition: Definition, accepted: tuple[str, ...]) -> Repetition:
    """The rule, ready to run."""
    keys = definition.keys
    return Repetition(
        definition, Exceptions(tuple(keys.get("exceptions") or ()), accepted if keys.get("vocab", True) else ())
    )
