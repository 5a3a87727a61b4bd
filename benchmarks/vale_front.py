"""Where Vale would say that a finding in front matter is: it has no place for those words, and searches for them.

It looks at one line of the front matter, then through the whole file, and blots the first copy of the words out before
it searches for the next; so a word comes out at another copy, at the start of a line, or is lost, since what comes out
at one place twice is told once. These are its steps, in order; they are not ours, and are here to tell what it lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from vale_alerts import Alert, Lines

from authoring.prose.document import Block
from authoring.styles.front import front_texts

_FRONT = re.compile(r"\A---[^\n]*\n.*?\n---[^\n]*\n", re.DOTALL)
_TRIMMED = re.compile(r"""^[$("\['“‘]+|[,)"\]!;.?:'”’]+$""")
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"\S.*?(?:[.?!][\"”’)]*(?=\s+[\"“‘(]*[A-Z])|\Z)", re.DOTALL)


def front_lines(text: str) -> int:
    """How many lines the front matter has."""
    found = _FRONT.match(text)
    return found[0].count("\n") if found else 0


def as_vale_places(alerts: Iterable[Alert], text: Lines) -> list[Alert]:
    """Our alerts of one article, those in front matter where Vale's search would have them, or lose them."""
    lines = front_lines(text.text)
    inside = [alert for alert in alerts if alert.line <= lines]
    placed = [alert for alert in alerts if alert.line > lines]
    for block in (block for _, block in front_texts(text.text)) if inside else ():
        own = [alert for alert in inside if block.span.start <= text.offset(alert.line, alert.column) < block.span.end]
        search = _Search(text.text, block, lines)
        for rule in dict.fromkeys(alert.rule for alert in own):
            placed.extend(search.placed([alert for alert in own if alert.rule == rule], text))
    return list({(alert.line, alert.column, alert.rule): alert for alert in reversed(placed)}.values())


@dataclass
class _Search:
    """The search for the words of one value."""

    text: str
    block: Block
    front: int
    _value: str = field(init=False)
    _line: int = field(init=False)

    def __post_init__(self) -> None:
        self._value = self.block.text
        first = self._value.split("\n")[0]
        lines = self.text.split("\n")[: self.front]
        holding = [number for number, line in enumerate(lines) if first in line]
        self._line = max(holding, key=lambda number: (len(lines[number]), -number)) - 1 if holding else -9

    def placed(self, alerts: list[Alert], text: Lines) -> Iterator[Alert]:
        """The alerts of one rule, in order."""
        if self._line < -1:
            return
        context, blotted = self.text, dict[str, int]()
        for alert in alerts:
            at = self.block.position_of(text.offset(alert.line, alert.column))
            words = self._value[at : at + len(alert.words)]
            skip = max(_count(self._value[:at], words) - blotted.get(words, 0), 0)
            line, column = self._in_line(context, words, at, skip)
            if column < 0:
                line, column = _at(self.text, _position(context, self._value, words, skip))
            if column <= 0:
                continue
            context = context.replace(words, "#" * len(words), 1)
            blotted[words] = blotted.get(words, 0) + 1
            yield replace(alert, line=line, column=column, words=words)

    def _in_line(self, context: str, words: str, at: int, skip: int) -> tuple[int, int]:
        sought = words.encode()
        for number, line in enumerate(context.split("\n")):
            if number == self._line or (line + "\n").encode()[at : at + len(words)] == sought:
                return number + 1, _position(line + "\n", self._value, words, skip)
        return self._line + 1, at


def _at(text: str, position: int) -> tuple[int, int]:
    if position < 0:
        return 0, position
    counted = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if counted + len(line) >= position:
            return number + 1, position - counted
        counted += len(line)
    return 0, -1


def _position(context: str, value: str, words: str, skip: int) -> int:
    """The column, counted from 1, at which Vale's search finds the words; less than 0 where it does not."""
    offset = context.find(value)
    if offset < 0 and not re.search(r"[^\W_]", words) and value.split():
        offset = context.find(value.split(maxsplit=1)[0])
    if offset > 0:
        context = re.sub(r"[^\n]", "@", context[:offset]) + context[offset:]
    places = _places(context, words)
    good = [place for place in places if not _in_markup(context, place, place + len(words))]
    if len(good) > skip:
        return good[skip] + 1
    if places:
        return places[0] + 1
    found = context.find(words)
    return found + 1 if found >= 0 else _guessed(context, value, words)


def _guessed(context: str, value: str, words: str) -> int:
    """A line that has all words of the sentence, which a line has that need have none."""
    sentence = ""
    for found in _SENTENCE.finditer(value):
        if found[0] == words or found[0].find(words) > 0:
            sentence = found[0]
    if not sentence:
        return -1
    tokens = [_TRIMMED.sub("", token) for token in sentence.split()]
    tokens = [token for token in tokens if _LETTER.search(token)]
    for line in context.split("\n"):
        if all(token in line for token in tokens):
            return context.find(line) + 1
    return -1


def _places(context: str, words: str) -> list[int]:
    pattern = re.escape(words).replace("'", "['‘’]").replace('"', '["“”]')
    before = r"(?<![^\W_])" if re.match(r"[^\W_]", words) else r"(?:(?<=[^\W])|^)"
    after = r"(?![^\W_])" if re.match(r"[^\W_]", words[-1:]) else r"(?:(?=\w)|$)"
    return [found.start() for found in re.finditer(before + pattern + after, context)]


def _count(text: str, words: str) -> int:
    return sum(not _in_markup(text, place, place + len(words)) for place in _places(text, words))


def _in_markup(text: str, start: int, end: int) -> bool:
    if start > 1 and text[start - 1] in "`-":
        return True
    if end + 1 < len(text) and text[end + 1] in "`-" and not text[end].isspace():
        return True
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return text[end : end + 1] == "`" or "$" in around
