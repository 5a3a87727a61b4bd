"""A LanguageTool for tests that knows a few words, and counts what it is asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from authoring.errors import GrammarError
from authoring.grammar.model import Match
from authoring.text.span import Span

AMERICAN = {"colour": "color", "organise": "organize"}
Known = Mapping[str, tuple[str, str, str, tuple[str, ...]]]
SLIPS: Known = {
    r"recieve": ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", ("receive", "relieve")),
    r"Haskett": ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", ("Hackett", "Basket")),
    r"haskett": ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", ("hackett",)),
    r"Technlogy": ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", ("Technology",)),
    r"seperate": ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", ("separate",)),
    r"Febuary": ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", ("February",)),
    r"Xx+": ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", ("Xx",)),
    r"\ba(?= hour)": ("EN_A_VS_AN", "MISC", "misspelling", ("an",)),
    r"did went": ("DID_WENT", "GRAMMAR", "grammar", ("did go",)),
    r"in order to": ("IN_ORDER_TO", "EASE", "style", ("to",)),
    r"\b(\w+) \1\b": ("ENGLISH_WORD_REPEAT_RULE_X", "MISC", "duplication", ("",)),
}


@dataclass
class FakeLanguageTool:
    """An engine, as ``authoring.runner.grammar`` asks one."""

    name: str = "fake 1"
    known: Known = field(default_factory=lambda: SLIPS)
    fails_after: int | None = None
    """Passages after which it is gone."""
    fails_on: str = ""
    """What a passage has in it that it cannot read."""
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Every passage that it was asked about, with the English."""
    closed: int = 0
    calls: int = 0

    def check(
        self, passages: Sequence[str], variant: str, also: Collection[str] = (), picky: bool = False
    ) -> Iterator[tuple[Match, ...] | None]:
        self.calls += 1
        for passage in passages:
            if self.fails_after is not None and len(self.asked) >= self.fails_after:
                raise GrammarError("LanguageTool has ended in the midst of it", hint="run it again")
            self.asked.append((passage, variant))
            if self.fails_on and re.search(self.fails_on, passage):
                yield None
                continue
            yield tuple(sorted(self._matches(passage, variant), key=lambda match: match.span))

    def share(self) -> None:
        pass

    def close(self) -> None:
        self.closed += 1

    def _matches(self, passage: str, variant: str) -> Iterator[Match]:
        for pattern, (rule, category, issue, meant) in self.known.items():
            for found in re.finditer(pattern, passage):
                yield Match(rule, category, issue, Span(*found.span()), "Something is wrong here.", meant)
        foreign = AMERICAN.items() if variant == "en-US" else ((ours, theirs) for theirs, ours in AMERICAN.items())
        other = "British" if variant == "en-US" else "American"
        for word, meant in foreign:
            for found in re.finditer(rf"\b{word}\b", passage):
                rule = f"MORFOLOGIK_RULE_{variant.upper().replace('-', '_')}"
                yield Match(
                    rule,
                    "TYPOS",
                    "misspelling",
                    Span(*found.span()),
                    f"Possible spelling mistake. ‘{word}’ is {other} English.",
                    (meant,),
                )
