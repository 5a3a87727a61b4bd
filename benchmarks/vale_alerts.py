"""Alerts of Vale and findings of ours as one kind of thing, and which of them are the same."""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

_MARKUP = re.compile(
    r"""\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:\s+(?:"[^"]*"|'[^']*'))?\)|\]\[[^\]\n]*\]|`[^`\n]*`|</?[a-zA-Z][^<>]*>"""
)
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Alert:
    """One place that a rule points at."""

    path: str
    line: int
    column: int
    rule: str
    words: str
    """The matched words, without white space around them."""
    there: bool
    """Whether the words stand at that line and column."""

    @property
    def plain(self) -> str:
        """The letters and digits of the words; of markup alone, its marks."""
        return plain(self.words)


@cache
def plain(words: str) -> str:
    """Letters and digits, without link targets, tags and code; the marks themselves where there are no letters."""
    letters = "".join(_LETTERS.findall(html.unescape(_MARKUP.sub("", words))))
    return letters or "".join(words.replace("*", "").replace("_", "").split())


class Lines:
    """A text by its lines."""

    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n").replace("\r", "\n")
        self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]

    def offset(self, line: int, column: int) -> int:
        """Where a line and column are."""
        return self._starts[min(line, len(self._starts)) - 1] + column - 1

    def line(self, number: int) -> str:
        """The words of a line."""
        return self.text[self.offset(number, 1) :].partition("\n")[0]


def of_vale(told: Mapping[str, Any], texts: Mapping[str, Lines]) -> list[Alert]:
    """What Vale's JSON says, without the white space around a match, and what is then the same only once."""
    made = []
    for path, alerts in told.items():
        for alert in alerts:
            match, line, column = str(alert["Match"]), int(alert["Line"]), int(alert["Span"][0])
            words = match.strip()
            at = texts[path].offset(line, column)
            if texts[path].text.startswith(match, at):
                before = match[: len(match) - len(match.lstrip())] if words else ""
                line += before.count("\n")
                column = len(before) - before.rfind("\n") if "\n" in before else column + len(before)
                there = True
            else:
                there = plain(texts[path].text[at : texts[path].offset(line, int(alert["Span"][1]) + 1)]) == plain(
                    words
                )
            made.append(Alert(path, line, column, str(alert["Check"]), words, there and bool(words)))
    return list(dict.fromkeys(made))


def of_ours(told: Mapping[str, Any], texts: Mapping[str, Lines], measures: Iterable[str]) -> list[Alert]:
    """What our JSON says; ``measures`` are rules that point at no words."""
    measures = frozenset(measures)
    made = []
    for file in told["files"]:
        text = texts[file["path"]].text
        for finding in file["findings"]:
            words = "" if finding["rule"] in measures else text[finding["start"] : finding["end"]].strip()
            made.append(Alert(file["path"], finding["line"], finding["column"], finding["rule"], words, True))
    return list(dict.fromkeys(made))


@dataclass(frozen=True)
class Compared:
    """Which alerts are the same, and which only one tool has."""

    same: list[tuple[Alert, Alert]]
    moved: list[tuple[Alert, Alert]]
    """The same rule and words in the same article, at another place."""
    vale: list[Alert]
    ours: list[Alert]

    @property
    def all(self) -> int:
        """How many alerts there are, those of both tools counted once."""
        return len(self.same) + len(self.moved) + len(self.vale) + len(self.ours)


def paired(
    vale: Iterable[Alert], ours: Iterable[Alert], key: Callable[[Alert], object]
) -> tuple[list[tuple[Alert, Alert]], list[Alert], list[Alert]]:
    """Alerts with the same key, one to one, and those left over on each side."""
    waiting: defaultdict[object, list[Alert]] = defaultdict(list)
    for alert in ours:
        waiting[key(alert)].append(alert)
    same, left = [], []
    for alert in vale:
        others = waiting[key(alert)]
        if others:
            same.append((alert, others.pop(0)))
        else:
            left.append(alert)
    return same, left, [alert for others in waiting.values() for alert in others]


def compared(vale: Iterable[Alert], ours: Iterable[Alert]) -> Compared:
    """The same: file, line, rule and words, and the column where Vale's is on the words.

    A measure of a whole article is at no line; Vale says line 1.
    """
    exact, vale, ours = paired(
        vale, ours, lambda alert: (alert.path, alert.line, alert.column, alert.rule, alert.plain)
    )
    adrift, on_words = [alert for alert in vale if not alert.there], [alert for alert in vale if alert.there]
    near, adrift, ours = paired(adrift, ours, lambda alert: (alert.path, alert.line, alert.rule, alert.plain))
    whole = [alert for alert in ours if not alert.words]
    sized, adrift, whole = paired(adrift, whole, lambda alert: (alert.path, alert.rule, alert.plain))
    left = [alert for alert in ours if alert.words] + whole
    moved, adrift, left = paired(on_words + adrift, left, lambda alert: (alert.path, alert.rule, alert.plain))
    return Compared(exact + near + sized, moved, adrift, left)


def by_rule(alerts: Iterable[Alert]) -> Counter[str]:
    """How many alerts each rule has."""
    return Counter(alert.rule for alert in alerts)
