"""Reads a pattern of Vale's dialect (.NET's syntax, RE2's classes) into parts, so that it can be written for Python.

``\\w``, ``\\d`` and ``\\s`` are of ASCII alone there, a flag such as ``(?i)`` holds to the end of its group, ``$`` is
the very end, and classes may have POSIX names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from authoring.styles.pattern import PatternError
from authoring.text.patterns import lazy

WORD, DIGIT, SPACE = "0-9A-Za-z_", "0-9", r"\t\n\f\r "
_NOT = {
    "w": r"\x00-/:-@\[-\^`{-\U0010ffff",
    "d": r"\x00-/:-\U0010ffff",
    "s": r"\x00-\x08\x0b\x0e-\x1f!-\U0010ffff",
}
_CLASS = {"w": WORD, "d": DIGIT, "s": SPACE}
_POSIX = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "ascii": r"\x00-\x7f",
    "blank": r"\t ",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\t\n\v\f\r ",
    "upper": "A-Z",
    "word": WORD,
    "xdigit": "0-9A-Fa-f",
}
_CONTROL = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b"}
_COUNT = lazy(r"\{(\d+)(?:(,)(\d*))?\}")
_FLAGS = lazy(r"\?([imsnx]*)(?:-([imsnx]+))?([:)])")
_NAME = lazy(r"\?P?(?:<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')")
_HEX = lazy(r"x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})")
_CATEGORY = lazy(r"[pP](?:\{(\^?[A-Za-z_]+)\}|([A-Z]))")
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Literal:
    """One character that stands for itself."""

    char: str


@dataclass(frozen=True, slots=True)
class Class:
    """Any one of several characters."""

    text: str
    """As Python writes it, brackets included."""
    chars: str = ""
    """All of them, where they are few."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A place between characters: ``\\b``, ``^``, ``$``."""

    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """A part in parentheses."""

    opening: str
    """What stands before the part, as Python writes it: ``(``, ``(?:``, ``(?=``, ``(?P<name>``, ``(?i:`` …"""
    part: Part


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several parts, the first that leads to a match."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Parts one after the other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part several times."""

    part: Part
    least: int
    most: int | None
    lazy: bool


@dataclass(frozen=True, slots=True)
class Back:
    """What a group held, once more."""

    text: str


Part = Literal | Class | Edge | Group | Choice | Row | Repeat | Back


def read_pattern(pattern: str) -> Part:
    """The parts of a pattern. Raises ``PatternError``."""
    reader = _Reader(pattern)
    part = reader.choice(0)
    if reader.at < len(pattern):
        raise PatternError("a “)” without its “(”")
    return part


class _Reader:
    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0

    def choice(self, depth: int) -> Part:
        """Alternatives up to the end of the group."""
        if depth > _DEEPEST:
            raise PatternError("its groups are nested too deep")
        rows = [self.row(depth)]
        while self.at < len(self.pattern) and self.pattern[self.at] == "|":
            self.at += 1
            rows.append(self.row(depth))
        return rows[0] if len(rows) == 1 else Choice(tuple(rows))

    def row(self, depth: int) -> Part:
        """Parts up to the next alternative or the end of the group."""
        parts: list[Part] = []
        pattern = self.pattern
        while self.at < len(pattern) and pattern[self.at] not in "|)":
            flags = _FLAGS.match(pattern, self.at + 1) if pattern[self.at] == "(" else None
            if flags and flags[3] == ")":
                self.at = flags.end()
                parts.append(Group(_flagged(flags), self.choice(depth + 1)))
                break
            part = self.atom(depth)
            if part is not None:
                parts.append(self.repeated(part))
        return parts[0] if len(parts) == 1 else Row(tuple(parts))

    def repeated(self, part: Part) -> Part:
        """The part with the count behind it."""
        pattern = self.pattern
        sign = pattern[self.at] if self.at < len(pattern) else ""
        if not sign or sign not in "*+?{":
            return part
        count = _COUNT.match(pattern, self.at) if sign == "{" else None
        if sign == "{" and not count:
            return part
        if isinstance(part, Edge):
            raise PatternError(f"“{sign}” has nothing to repeat")
        if count:
            self.at = count.end()
            least = int(count[1])
            most = least if not count[2] else int(count[3]) if count[3] else None
        else:
            self.at += 1
            least, most = {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        if max(least, most or 0) > 1000 or (most is not None and most < least):
            raise PatternError("a count is out of order or above 1000")
        lazy = self.at < len(pattern) and pattern[self.at] == "?"
        self.at += lazy
        if self.at < len(pattern) and pattern[self.at] in "*+?":
            raise PatternError(f"“{pattern[self.at]}” has nothing to repeat")
        return Repeat(part, least, most, lazy)

    def atom(self, depth: int) -> Part | None:
        """One character, class, edge or group."""
        char = self.pattern[self.at]
        if char == "(":
            return self.group(depth)
        if char == "[":
            return self.set()
        self.at += 1
        if char == "\\":
            return self.escape()
        if char == ".":
            return Class("[^\\n]")
        if char in "^$":
            return Edge(char)
        if char in "*+?":
            raise PatternError(f"“{char}” has nothing to repeat")
        return Literal(char)

    def group(self, depth: int) -> Part | None:
        pattern = self.pattern
        self.at += 1
        opening = "("
        if pattern.startswith("?#", self.at):
            end = pattern.find(")", self.at)
            if end < 0:
                raise PatternError("a “(” without its “)”")
            self.at = end + 1
            return None
        if pattern.startswith("?P=", self.at):
            end = pattern.find(")", self.at)
            name = pattern[self.at + 3 : end]
            self.at = end + 1
            return Back(f"(?P={name})")
        if pattern.startswith("?", self.at):
            flags, name_found = _FLAGS.match(pattern, self.at), _NAME.match(pattern, self.at)
            sign = next((sign for sign in ("?<=", "?<!", "?=", "?!", "?>") if pattern.startswith(sign, self.at)), "")
            if sign:
                opening, self.at = "(" + sign, self.at + len(sign)
            elif flags:
                opening, self.at = _flagged(flags), flags.end()
            elif name_found:
                opening, self.at = f"(?P<{name_found[1] or name_found[2]}>", name_found.end()
            else:
                raise PatternError(f"the group “({pattern[self.at : self.at + 4]}…” is not read")
        part = self.choice(depth + 1)
        if not pattern.startswith(")", self.at):
            raise PatternError("a “(” without its “)”")
        self.at += 1
        return Group(opening, part)

    def escape(self) -> Part:
        pattern = self.pattern
        if self.at >= len(pattern):
            raise PatternError("it ends with “\\”")
        char = pattern[self.at]
        if char in "bBA":
            self.at += 1
            return Edge("\\" + char)
        if char in "zZ":
            self.at += 1
            return Edge("\\Z")
        if char in "123456789":
            digits = re.compile(r"\d{1,2}").match(pattern, self.at)
            assert digits
            self.at = digits.end()
            return Back(f"(?:\\{digits[0]})")
        if char == "k":
            name = re.compile(r"k[<'](\w+)[>']").match(pattern, self.at)
            if not name:
                raise PatternError("“\\k” without the name of a group")
            self.at = name.end()
            return Back(f"(?P={name[1]})")
        text, single = self.escaped()
        return Literal(single) if single else Class(f"[{text}]", "\t\n\f\r " if char == "s" else "")

    def escaped(self) -> tuple[str, str]:
        """What a backslash brings in: as a part of a class, and the character where it is only one."""
        pattern = self.pattern
        char = pattern[self.at]
        code = _HEX.match(pattern, self.at)
        category = _CATEGORY.match(pattern, self.at)
        self.at += 1
        if char in "wds":
            return _CLASS[char], ""
        if char in "WDS":
            return _NOT[char.lower()], ""
        if code:
            self.at = code.end()
            number = int(code[1] or code[2] or code[3], 16)
            if number > 0x10FFFF:
                raise PatternError(f"there is no character {number:x}")
            return _quoted(chr(number)), chr(number)
        if category:
            self.at = category.end()
            return f"\\{category[0][0]}{{{category[1] or category[2]}}}", ""
        if char in _CONTROL:
            return _quoted(_CONTROL[char]), _CONTROL[char]
        if char == "0":
            return "\\x00", "\0"
        if char.isalnum():
            raise PatternError(f"“\\{char}” means nothing")
        return _quoted(char), char

    def set(self) -> Part:
        """A class in brackets."""
        pattern = self.pattern
        start = self.at
        self.at += 1
        negated = pattern.startswith("^", self.at)
        self.at += negated
        texts: list[str] = []
        chars: list[str] = []
        few = True
        first = True
        while True:
            if self.at >= len(pattern):
                raise PatternError("a “[” without its “]”")
            if pattern[self.at] == "]" and not first:
                self.at += 1
                break
            if pattern.startswith("-[", self.at) and not pattern.startswith("-[:", self.at) and not first:
                raise PatternError("one class is taken from another, which is not read")
            first = False
            text, single = self.member()
            if single and pattern.startswith("-", self.at) and pattern[self.at + 1 : self.at + 2] not in {"", "]"}:
                self.at += 1
                _, last = self.member()
                if not last or last < single:
                    raise PatternError(f"the range in “{pattern[start : self.at]}” is out of order")
                text, few = f"{text}-{_quoted(last)}", False
            elif single:
                chars.append(single)
            else:
                few = False
            texts.append(text)
        return Class(f"[{'^' if negated else ''}{''.join(texts)}]", "".join(chars) if few and not negated else "")

    def member(self) -> tuple[str, str]:
        pattern = self.pattern
        if pattern.startswith("[:", self.at):
            end = pattern.find(":]", self.at)
            name = pattern[self.at + 2 : end]
            if end > 0 and name in _POSIX:
                self.at = end + 2
                return _POSIX[name], ""
        char = pattern[self.at]
        self.at += 1
        if char != "\\":
            return _quoted(char), char
        if self.at >= len(pattern):
            raise PatternError("it ends with “\\”")
        if pattern[self.at] == "b":
            self.at += 1
            return "\\x08", "\b"
        return self.escaped()


def _flagged(flags: re.Match[str]) -> str:
    on, off = flags[1] or "", flags[2] or ""
    if "x" in on or "n" in on:
        raise PatternError("the flags x and n are not read")
    off = "".join(flag for flag in off if flag in "ims")
    if not on and not off:
        return "(?:"
    return f"(?{on}{'-' + off if off else ''}:"


def _quoted(char: str) -> str:
    return (
        "\\" + char
        if char in "\\]^-[&~|"
        else char
        if char.isprintable()
        else f"\\x{ord(char):02x}"
        if (ord(char) < 256)
        else f"\\u{ord(char):04x}"
        if ord(char) < 0x10000
        else f"\\U{ord(char):08x}"
    )
