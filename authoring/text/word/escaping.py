"""Words as Markdown that is read as exactly these words."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile(
    r"""[\\*`~]"""
    r"""|(?<![^\W_])_|_(?![^\W_])"""  # inside a word it is one of its characters
    r"""|!(?=\[)"""
    r"""|\[(?=\^)|\](?=[(\[:])"""
    r"""|<(?=[A-Za-z/!?])"""
    r"""|&(?=\#?\w{1,40};)"""
    r"""|(?<=\{)[{%:]"""  # tags of site generators
)
_IN_LINK = re.compile(r"[\[\]]")
_START = re.compile(r"(?=[#>]|[-+=](?:[ \t]|[-+= \t]*$)|:?\|? ?:?-[|: -]*$)|\d{1,9}(?=[.)](?:[ \t]|$))")
_CLOSING = re.compile(r"(?<=[ \t])(#+)[ \t]*$")


def escaped(text: str, after: str = "", *, in_link: bool = False) -> str:
    """Words of one line as Markdown, wherever in the line they stand; ``after`` is the character that follows them."""
    made, at = "", 0
    for found in _MARKS.finditer(text + after):
        if found.start() < len(text):
            made, at = f"{made}{text[at : found.start()]}\\", found.start()
    text = made + text[at:]
    return _IN_LINK.sub(_once, text) if in_link else text


def _once(found: re.Match[str]) -> str:
    """A bracket with a backslash before it, if it has none yet."""
    before = found.string[: found.start()]
    return found[0] if (len(before) - len(before.rstrip("\\"))) % 2 else f"\\{found[0]}"


def beginning(line: str) -> str:
    """A line, already escaped, so that its first characters begin no heading, list, quotation or rule."""
    found = _START.match(line)
    return f"{line[: found.end()]}\\{line[found.end() :]}" if found else line


def heading(line: str) -> str:
    """A heading's words, already escaped, so that what stands at its end is part of them, and no mark or attribute."""
    line = _CLOSING.sub(r"\\\1", line)
    return f"{line[:-1]}&#125;" if line.endswith("}") else line


def address(target: str) -> str:
    """An address so that it ends where it does."""
    target = re.sub(r"[\x00-\x20<>\\\"]", lambda found: f"%{ord(found[0]):02X}", target)
    depth = least = 0
    for sign in target:
        depth += (sign == "(") - (sign == ")")
        least = min(least, depth)
    if depth or least < 0:
        target = target.replace("(", "%28").replace(")", "%29")
    return re.sub(r"&(?=\#?\w{1,40};)|[*_`~\[\]](?=\Z)", r"\\\g<0>", target)


def may_open(before: str, inside: str) -> bool:
    """Whether an emphasis may open between two characters; at the ends of a line these are empty."""
    if not inside or inside.isspace():
        return False
    return not _is_mark(inside, widely=True) or not before or before.isspace() or _is_mark(before)


def may_close(inside: str, after: str) -> bool:
    """Whether it may close there."""
    return may_open(after, inside)


def _is_mark(sign: str, *, widely: bool = False) -> bool:
    """Whether a character counts as punctuation; parsers differ on symbols, so both answers are on the safe side."""
    kind = unicodedata.category(sign)[0]
    return kind == "P" or (kind == "S" and (widely or sign.isascii()))
