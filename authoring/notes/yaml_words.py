"""Says in a writer's words what a YAML parser stumbled over, and what to type instead."""

from __future__ import annotations

import re
from typing import Any

_QUOTE_IT = "expected quotation marks around the whole value"


def in_a_writers_words(error: Any, front: str) -> tuple[int, str]:
    """Offset into ``front`` and message for a ``yaml.YAMLError``; never a word of the text itself."""
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    at = _index(getattr(error, "problem_mark", None), front)
    opened = _index(getattr(error, "context_mark", None), front)
    if "mapping values are not allowed" in problem:
        return _colon(front, at)
    if "tab character" in problem or (front[at : at + 1] == "\t" and "cannot start any token" in problem):
        tab = front.find("\t", _line_start(front, at))
        return (tab if tab >= 0 else at), "a tab here, expected spaces to indent with"
    if "quoted scalar" in context:
        if "escape" in problem:
            return front.rfind(
                "\\", 0, at + 1
            ), "a backslash in double quotation marks, expected single ones ('…') around the value"
        mark = front[opened : opened + 1]
        return opened, f"this quotation mark ({mark}) is not closed, expected another at the end of the value"
    if "block scalar" in context or "alias" in context or "anchor" in context or "tag" in context.split():
        return opened, f"a value cannot begin with “{front[opened : opened + 1]}”, {_QUOTE_IT}"
    if "node content" in problem and not front[at:].strip() and (bracket := _open_bracket(front)) >= 0:
        return _structure("flow", problem, front, at, bracket)
    if "cannot start any token" in problem or "node content" in problem or "but found ','" in problem:
        return at, f"a value cannot begin with “{front[at : at + 1]}”, {_QUOTE_IT}"
    return _structure(context, problem, front, at, opened)


def _structure(context: str, problem: str, front: str, at: int, opened: int) -> tuple[int, str]:
    if "flow" in context:
        bracket = front[opened : opened + 1]
        if front[at : at + 1] == ":" and _line_start(front, at) <= opened:
            return at, f"a second “: ” in a value, {_QUOTE_IT}"
        close = {"[": "]", "{": "}"}.get(bracket, "a closing bracket")
        return opened, f"this “{bracket}” is not closed, expected “{close}” (and commas between the entries)"
    if "sequence entries are not allowed" in problem:
        return at, "a list on the line of its key, expected every “- ” on a line of its own"
    if "simple key" in context:
        line = front[opened : _line_end(front, opened)]
        if ":" in line:
            return opened + line.index(":"), "a colon without a space after it, expected “key: value”"
        return opened, "a line without a colon, expected “key: value”"
    if "directive" in context:
        return opened, "a line cannot begin with “%”, expected “key: value”"
    if "document start" in problem:
        before = front[:at].rstrip()
        if before.endswith("..."):
            return len(before) - 3, "a line “...” ends the front matter early, expected only “---” at its end"
        return at, "this line is indented less than those above, expected them in one column"
    if "block mapping" in context or "block collection" in context:
        return _block(front, at)
    return at, "this line is not understood, expected “key: value”"


def _open_bracket(front: str) -> int:
    """Where the last bracket stands that nothing closes, or -1."""
    opened: list[int] = []
    for at, char in enumerate(front):
        if char in "[{":
            opened.append(at)
        elif char in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else -1


def _block(front: str, at: int) -> tuple[int, str]:
    before = front[_line_start(front, at) : at].rstrip()
    if before.endswith(("'", '"')):
        return at, f"more words after the closing quotation mark, {_QUOTE_IT}"
    if before.endswith(("]", "}")):
        return at, f"more words after the closing bracket, {_QUOTE_IT}"
    if front[at : at + 1] == ":":
        return at, "a colon with no key before it, expected “key: value”"
    return at, "this line does not fit those above, expected it in the same column (or “- ” in a list)"


def _colon(front: str, at: int) -> tuple[int, str]:
    """A colon where none can stand: in an unquoted value, or on a line that continues the one above."""
    start = _line_start(front, at)
    line = front[start:at]
    first = re.search(r":(?=\s)", line)
    if first:
        return at, f"a second “: ” in a value, {_QUOTE_IT}"
    above = front[:start].rstrip()
    start_above = _line_start(front, len(above))
    line_above = above[start_above:]
    if not re.search(r":(\s|$)", line_above):
        place = start_above + len(line_above) - len(line_above.lstrip())
        colon = line_above.find(":")
        if colon >= 0:
            return start_above + colon, "a colon without a space after it, expected “key: value”"
        return place, "a line without a colon, expected “key: value”"
    indent = len(line) - len(line.lstrip())
    return start + indent, "this line is indented more than the one above, expected the same column"


def _index(mark: Any, front: str) -> int:
    return max(0, min(int(mark.index), len(front))) if mark is not None else 0


def _line_start(front: str, at: int) -> int:
    return max(front.rfind("\n", 0, at), front.rfind("\r", 0, at)) + 1


def _line_end(front: str, at: int) -> int:
    found = re.compile(r"[\r\n]").search(front, at)
    return found.start() if found else len(front)
