"""Says in a writer's words why a template cannot be read as one."""

from __future__ import annotations

import re

from authoring.templating.finding import Finding
from authoring.templating.parsed import Parsed
from authoring.text.near import nearest
from authoring.text.patterns import lazy

ENDS = {
    "block": "endblock",
    "call": "endcall",
    "filter": "endfilter",
    "for": "endfor",
    "if": "endif",
    "macro": "endmacro",
    "raw": "endraw",
    "set": "endset",
    "with": "endwith",
}
"""Tags that need another one to close them."""
_TAGS = (*ENDS, *ENDS.values(), *"break continue do elif else extends from import include".split())
_SIGNS = {
    "end of print statement": "“}}”",
    "end of statement block": "“%}”",
    "name": "a name",
    "string": "words in quotation marks",
    "begin of statement block": "“{%”",
    "end of template": "the end",
}
_ENGLISH = {"elseif": "elif", "elsif": "elif", "end": "", "endloop": "endfor", "foreach": "for", "done": ""}
"""What other languages call a tag."""


def broken(parsed: Parsed) -> Finding:
    """What is wrong with a template that has no tree."""
    assert parsed.broken is not None
    message, line, column = parsed.broken.message, parsed.broken.line, parsed.broken.column
    told = _cut_off(parsed) or _tag(parsed) or _sign(parsed) or message[:1].lower() + message[1:].rstrip(".")
    if isinstance(told, tuple):
        told, line, column = told
    return Finding(parsed.path, line, column, told, "error", "syntax")


def _tag(parsed: Parsed) -> str | tuple[str, int, int] | None:
    """About a tag that there is not, or that stands where it must not, or that is not closed."""
    broken = parsed.broken
    assert broken is not None
    open_tags = [each for each in broken.open if (each[1], each[2]) != (broken.line, broken.column)]
    found = re.match(r"Encountered unknown tag '(\w+)'", broken.message)
    if broken.message.startswith("Unexpected end of template") and open_tags:
        name, line, column = open_tags[-1]
        return f"this {{% {name} %}} is never closed, expected {{% {ENDS.get(name, 'end' + name)} %}}", line, column
    if not found:
        return None
    wrong = found[1]
    if wrong in _TAGS:
        if open_tags:
            name, line, column = open_tags[-1]
            before = f"before {{% {wrong} %}} in line {broken.line}"
            end = ENDS.get(name, f"end{name}")
            if wrong in ("else", "elif"):
                return f"{{% {wrong} %}} stands where no if is open, expected {{% {end} %}} or {{% if … %}} before it"
            return f"this {{% {name} %}} is never closed, expected {{% {end} %}} {before}", line, column
        opens = next((name for name, end in ENDS.items() if end == wrong), "if")
        return f"{{% {wrong} %}} closes nothing, expected {{% {opens} … %}} before it"
    near = _ENGLISH.get(wrong) or nearest(wrong, _TAGS)
    if not near and wrong in _ENGLISH and open_tags:
        near = ENDS.get(open_tags[-1][0])
    return f"there is no tag “{wrong}”, expected " + (f"“{near}”" if near else "one of Jinja’s, such as if or for")


_GOES_ON = lazy(r"(?:[(\[{,~+|=:]|\b(?:and|or|not|in|is|if|else))\s*$")
"""What a line ends in whose tag goes on in the next."""
_OPENING = lazy(r"\{(?P<sign>[%{])[-+]?[ \t]*(?P<words>[^\n]{0,30})")


def _cut_off(parsed: Parsed) -> tuple[str, int, int] | None:
    """About a tag that was left open in a line above: the next line's words are then read as more of it."""
    broken = parsed.broken
    assert broken is not None
    if broken.line < 2 or not re.match(r"[Ee]xpected token|unexpected", broken.message):
        return None
    lines = parsed.source.split("\n")
    for number in range(broken.line, 0, -1):
        line = lines[number - 1][: broken.column - 1] if number == broken.line else lines[number - 1]
        openings = list(_OPENING.finditer(line))
        closed = max(line.rfind("%}"), line.rfind("}}"))
        if openings and openings[-1].start() > closed:
            if number == broken.line:
                return None
            found = openings[-1]
            if _GOES_ON.search(line, found.end("sign")):
                return None
            sign = "%}" if found["sign"] == "%" else "}}"
            words = found["words"].split()
            shown = f"{{{found['sign']} {words[0]}" if words else f"{{{found['sign']}"
            return f"“{shown} …” is not closed in its line, expected “{sign}”", number, found.start() + 1
        if closed >= 0:
            return None
    return None


def _ended(parsed: Parsed) -> str:
    """The block that an ``endblock`` with a wrong name after it would close; nothing where no such tag is broken."""
    assert parsed.broken is not None
    lines = parsed.source.split("\n")[: parsed.broken.line]
    before = "\n".join([*lines[:-1], lines[-1][: parsed.broken.column - 1]])
    open_blocks: list[str] = []
    for found in re.finditer(r"\{%[-+]?\s*(?:block\s+(\w+)|(endblock)\b)", before):
        if found[1]:
            open_blocks.append(found[1])
        elif open_blocks:
            last = open_blocks.pop()
            if not before[found.end() :].strip():
                return last
    return ""


def _sign(parsed: Parsed) -> str | None:
    """About a sign that stands where another was expected."""
    assert parsed.broken is not None
    message = parsed.broken.message
    if message.startswith("Missing end of comment"):
        return "this comment is never closed, expected “#}”"
    if message.startswith("Missing end of raw"):
        return "this {% raw %} is never closed, expected {% endraw %}"
    if found := re.match(r"unexpected char (['\"])(.+?)\1 at", message):
        sign = found[2].replace("\\'", "'")
        if sign in "“”‘’„«»":
            return f"{sign} is no quotation mark of the template language, expected \" or '"
        if sign in "'\"":
            return f"a word in quotation marks is never closed, expected {sign} after it"
        if sign == "&":
            return "“&” joins nothing here, expected “and” between conditions, or ~ between words"
        return f"“{sign}” means nothing here, expected a name, a word in quotation marks or “}}}}”"
    if message == "unexpected 'end of template'":
        return "the template ends inside a tag, expected “%}” or “}}”"
    if found := re.match(r"unexpected '(.+?)'(?:, expected '(.+?)')?", message):
        if found[2]:
            return f"“{found[1]}” here, expected “{found[2]}”"
        if found[1] == "}":
            return "a single “}” here, expected “}}” after a field or “%}” after a tag"
        if found[1] == "|":
            return "“||” here, expected “or” between conditions, or one | before a filter"
        return f"“{found[1]}” closes nothing, expected what it closes before it"
    if found := re.match(r"[Ee]xpected token '(.+?)', got '(.+?)'", message):
        wanted = _SIGNS.get(found[1], f"“{found[1]}”")
        got = _SIGNS.get(found[2], f"“{found[2]}”")
        if message.startswith("expected token 'end of statement block'") and (name := _ended(parsed)):
            return f"“{found[2]}” is not the block that ends here, expected “{name}” or nothing"
        if found[2] == "=":
            return "a single “=” here, expected “==” to compare"
        return f"{got} here, expected {wanted}"
    if found := re.match(r"Expected an expression, got '(.+?)'", message):
        return f"nothing before {_SIGNS.get(found[1], found[1])}, expected a field, a name or words"
    return None
