"""Front matter of an article: the plain one-line values, each with its place.

Read line by line and not with a YAML library: an article may come from anywhere, its front matter may be broken, and
neither may keep its words from being checked.
"""

from __future__ import annotations

import re

from authoring.text.patterns import lazy
from authoring.text.span import Span

_OPENING = lazy(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_KEY_LINE = lazy(r"""["']?[^\W\d][\w .-]*["']?[ \t]*(?::(?:[ \t]|$)|=)""")
_PLAIN_LINE = lazy(r"[ \t]*(?:#.*)?$")
_YAML_VALUE = lazy(r"""["']?(?P<key>[^\W\d][\w .-]*?)["']?[ \t]*:[ \t]+(?P<value>\S.*?)[ \t]*$""")
_TOML_VALUE = lazy(r"""["']?(?P<key>[^\W\d][\w-]*)["']?[ \t]*=[ \t]*(?P<value>\S.*?)[ \t]*$""")
_LINE = lazy(r"[^\r\n]*")
_LINE_END = lazy(r"\r\n|\n|\r|\Z")
_COMMENT = lazy(r"[ \t]+#.*$")
_QUOTED = lazy(r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')[ \t]*(?:#.*)?$""")
_ESCAPE = lazy(r"\\(.)")


def read_front(text: str) -> tuple[dict[str, str], dict[str, Span], int]:
    """The values, their places without quotation marks, and where the article's body begins (0 without front matter).

    A first line ``---`` (or ``+++``, TOML) that no such line closes, or after which nothing looks like a key, opens
    no front matter: it is a rule across the page. Lists, mappings and texts of several lines are left out.
    """
    opening = _OPENING.match(text)
    if not opening:
        return {}, {}, 0
    fence = opening[1]
    lines: list[tuple[int, str]] = []
    at = opening.end()
    while True:
        found = _LINE.match(text, at)
        line = found[0] if found else ""
        stripped = line.rstrip()
        end = _LINE_END.match(text, at + len(line))
        following = end.end() if end else len(text)
        if stripped == fence or (fence == "---" and stripped == "..."):
            break
        if following >= len(text):
            return {}, {}, 0
        lines.append((at, line))
        at = following
    first = next((line for _, line in lines if not _PLAIN_LINE.match(line)), None)
    if first is not None and not _KEY_LINE.match(first):
        return {}, {}, 0
    values, spans = _values(lines, _YAML_VALUE if fence == "---" else _TOML_VALUE)
    return values, spans, following


def _values(lines: list[tuple[int, str]], pattern: re.Pattern[str]) -> tuple[dict[str, str], dict[str, Span]]:
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    for index, (at, line) in enumerate(lines):
        found = pattern.match(line)
        if not found or found["key"] in values:
            continue
        following = lines[index + 1][1] if index + 1 < len(lines) else ""
        if following[:1] in {" ", "\t"} and not _PLAIN_LINE.match(following):
            continue
        value = _scalar(found["value"])
        if value is not None:
            words, start, end = value
            values[found["key"]] = words
            spans[found["key"]] = Span(at + found.start("value") + start, at + found.start("value") + end)
    return values, spans


def _scalar(raw: str) -> tuple[str, int, int] | None:
    """The text a value stands for and its place in ``raw``; nothing for what is no plain text."""
    if raw[0] in "\"'":
        quoted = _QUOTED.match(raw)
        if not quoted:
            return None
        if quoted[1] is not None:
            return _ESCAPE.sub(r"\1", quoted[1]), 1, 1 + len(quoted[1])
        return quoted[2].replace("''", "'"), 1, 1 + len(quoted[2])
    if raw[0] in "[{|>&*!#%@`":
        return None
    plain = _COMMENT.sub("", raw)
    return plain, 0, len(plain)
