"""Asks a LanguageTool server about passages, several at a time, and hands on what it says in their order."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from authoring.errors import GrammarError
from authoring.grammar.address import checked_address
from authoring.grammar.model import Match
from authoring.grammar.units import code_points, wide_places
from authoring.text.span import Span

if TYPE_CHECKING:
    from language_tool_python.match import Match as TheirMatch

    from authoring.grammar.tool import PassageError, Tool

LONGEST = 20_000
"""Characters that are sent at once: a server of the user's own may take no more, and none takes long over them."""
PATIENCE = 60.0
"""Seconds in which a server must have answered."""
_MOST_SLOW = 3
"""Passages in a row that may each take all that time, until it is clear that the server is no good."""
_MORE = 10.0
"""Seconds beyond what all requests about a passage may take together."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+")
_LONE = re.compile("[\ud800-\udfff\0]")
"""What cannot be sent: half a character, and the mark for a text's end."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a tool is asked for, so that it is set up anew only where that changes."""

    variant: str
    enabled: frozenset[str]
    disabled: frozenset[str]
    categories: frozenset[str]
    level: Literal["default", "picky"]


_Answer = tuple[Match, ...] | Exception
"""What is found in a passage; or why that cannot be told, of this one or, if it is no ``PassageError``, of any."""


@dataclass(slots=True)
class _Round:
    """The passages of one call, as the threads share them."""

    asked: _Asked
    passages: Sequence[str]
    waiting: SimpleQueue[int] = field(default_factory=SimpleQueue)
    done: SimpleQueue[tuple[int, _Answer]] = field(default_factory=SimpleQueue)
    over: bool = False


class Client:
    """The client of one server; what it opened is kept open until ``close``, or the end of the ``with``."""

    def __init__(self, address: str, *, threads: int = 2, patience: float = PATIENCE) -> None:
        self._address = checked_address(address)
        self._threads = max(1, threads)
        self._patience = patience
        self._tools: list[tuple[_Asked, Tool]] = []
        self._slow = 0
        """Passages in a row on which the server took all its time."""

    def check(
        self,
        passages: Sequence[str],
        variant: str = "en-US",
        *,
        enabled_rules: Collection[str] = (),
        disabled_rules: Collection[str] = (),
        disabled_categories: Collection[str] = (),
        level: Literal["default", "picky"] = "default",
    ) -> Iterator[tuple[Match, ...] | None]:
        """What LanguageTool says of each passage, in their order; raises ``GrammarError`` where it cannot say.

        ``None`` stands for a passage on which it fails, also when it is asked again with nothing else to do, though
        it is well and reads others. ``enabled_rules`` are asked besides those that are asked anyway.
        """
        rules = frozenset(enabled_rules), frozenset(disabled_rules)
        asked = _Asked(variant, *rules, frozenset(disabled_categories), level)
        work = _Round(asked, passages)
        for index in range(len(passages)):
            work.waiting.put(index)
        for _ in range(min(self._threads, len(passages))):
            # They are not waited for when the program ends, as where somebody presses Ctrl-C.
            threading.Thread(target=self._work, args=(work,), daemon=True).start()
        ready: dict[int, tuple[Match, ...]] = {}
        failed: set[int] = set()
        waited_for = len(passages)
        try:
            for index in range(len(passages)):
                while index not in ready and not (index in failed and not waited_for):
                    place, told = self._next(work)
                    waited_for -= 1
                    if isinstance(told, tuple):
                        ready[place] = told
                    else:
                        self._let_pass(told)
                        failed.add(place)
                yield ready.pop(index) if index in ready else self._alone(work, index)
        finally:
            work.over = True

    def _alone(self, work: _Round, index: int) -> tuple[Match, ...] | None:
        """Ask once more about a passage on which the server has failed, now that it has nothing else to do."""
        tool = self._tool(work.asked)
        told = self._answer(tool, work.passages[index])
        self._tools.append((work.asked, tool))
        if isinstance(told, tuple):
            return told
        self._let_pass(told)
        return None

    @staticmethod
    def _let_pass(told: Exception) -> None:
        """Raise what is more than one passage that cannot be read."""
        from authoring.grammar.tool import PassageError

        if not isinstance(told, PassageError):
            raise told

    def _answer(self, tool: Tool, passage: str) -> tuple[Match, ...] | PassageError:
        """What is found in a passage, or that the server fails on it. Raises ``GrammarError`` where it is not well."""
        from authoring.grammar.tool import PassageError

        try:
            found = _matches(tool, passage)
        except PassageError as error:
            self._slow += error.slow
            if self._slow >= _MOST_SLOW or not tool.is_well():
                raise GrammarError(error.message, hint=error.hint) from None
            return error
        self._slow = 0
        return found

    def close(self) -> None:
        """Let go of every connection."""
        while self._tools:
            self._tools.pop()[1].close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _next(self, work: _Round) -> tuple[int, _Answer]:
        """What is done next; a server that sends a little now and then is not waited for either."""
        parts = 1 + 2 * max(map(len, work.passages)) // LONGEST
        try:
            return work.done.get(timeout=(2 + parts) * self._patience + _MORE)
        except Empty:
            raise GrammarError(f"LanguageTool at {self._address} does not come to an end") from None

    def _work(self, work: _Round) -> None:
        """Take passages until there is none left; each thread has a tool of its own."""
        tool = None
        index = -1
        try:
            while not work.over:
                index = work.waiting.get_nowait()
                tool = tool or self._tool(work.asked)
                work.done.put((index, self._answer(tool, work.passages[index])))
        except Empty:
            pass
        except Exception as error:  # noqa: BLE001  # raised again where the answer is waited for
            work.done.put((index, error))
        if tool:
            self._tools.append((work.asked, tool))

    def _tool(self, asked: _Asked) -> Tool:
        """A tool that no other thread has."""
        from authoring.grammar.tool import PassageError, Tool

        with contextlib.suppress(IndexError):  # another thread may take the last one at the same time
            while True:
                known, tool = self._tools.pop()
                if known == asked:
                    return tool
                tool.close()
        try:
            tool = Tool(self._address, asked.variant, self._patience)
        except PassageError as error:  # it has not been asked about any yet
            raise GrammarError(error.message, hint=error.hint) from None
        tool.enabled_rules = set(asked.enabled)
        tool.disabled_rules = set(asked.disabled)
        tool.disabled_categories = set(asked.categories)
        tool.picky = asked.level == "picky"
        return tool


def pieces(text: str, longest: int = LONGEST) -> Iterator[tuple[int, str]]:
    """A passage in parts that a server takes, each with where it starts: cut after a sentence, else between words."""
    start = 0
    while len(text) - start > longest:
        part = text[start : start + longest]
        ends = [match.end() for match in _SENTENCE_END.finditer(part)]
        cut = ends[-1] if ends and ends[-1] > longest // 2 else part.rfind(" ") + 1 or longest
        yield start, part[:cut]
        start += cut
    yield start, text[start:]


def _matches(tool: Tool, passage: str) -> tuple[Match, ...]:
    return tuple(
        match
        for start, part in pieces(_LONE.sub("\ufffd", passage))
        if not part.isspace() and part
        for match in _placed(tool.check(part), part, start)
    )


def _placed(theirs: Sequence[TheirMatch], part: str, start: int) -> Iterator[Match]:
    """Their matches as ours, in code points of the passage in which the part starts at ``start``."""
    wide = wide_places(part)
    for their in theirs:
        # They turn where it starts into code points, but not how long it is.
        first = min(their.offset, len(part))
        units = first + sum(1 for index, end in enumerate(wide) if end - index - 2 < first)
        last = min(max(first, code_points(units + their.error_length, wide)), len(part))
        yield Match(
            rule=their.rule_id,
            category=their.category,
            issue=their.rule_issue_type,
            span=Span(start + first, start + last),
            message=their.message,
            replacements=tuple(their.replacements),
        )
