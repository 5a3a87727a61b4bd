"""What a rule's ``action`` suggests for the words it found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from authoring.styles.casing import sentence_case, title_case
from authoring.styles.editing import PLAIN_EDITS
from authoring.styles.pattern import PatternError, compiled
from authoring.text.patterns import lazy

_NAMES = ("replace", "remove", "suggest", "convert", "edit")
_ARITY = {
    "replace": 3,
    "remove": 2,
    "regex": 3,
    "trim_right": 2,
    "trim_left": 2,
    "trim": 2,
    "truncate": 2,
    "split": 3,
    "wrap": 2,
    "unwrap": 2,
    "prefix": 2,
    "suffix": 2,
    "title": 1,
    "sentence": 1,
    **dict.fromkeys(PLAIN_EDITS, 1),
}
"""How many parameters each edit takes, its own name included."""
_REFUSED = ("words", "digits", "smart", "dumb", "ascii")
_REFERENCE = lazy(r"\$(\$|\d+|\{\d+\})")
_DOTNET = lazy(r"\$(\$|\d+|\{\w+\})")


def check_action(name: str, params: Sequence[str], extends: str) -> tuple[str, str] | None:
    """What is wrong with an action, and what to do; nothing where it is right."""
    if name not in _NAMES:
        return f"there is no action “{name}”", f"it is one of {', '.join(_NAMES)}"
    if name == "suggest" and (extends != "spelling" or (params and params[0] != "spellings")):
        return "suggest runs a program, which is not done here", "use replace with params, or drop the action"
    if name == "convert" and list(params) != ["simple"]:
        return "convert takes one parameter: simple", "write params: [simple]"
    if name == "edit":
        return _check_edit(params)
    return None


def _check_edit(params: Sequence[str]) -> tuple[str, str] | None:
    at = 0
    while at < len(params):
        name = params[at]
        if name in _REFUSED:
            return f"the edit “{name}” is not done here", f"it is one of {', '.join(sorted(_ARITY))}"
        if name not in _ARITY:
            return f"there is no edit “{name}”", f"it is one of {', '.join(sorted(_ARITY))}"
        if at + _ARITY[name] > len(params):
            return f"the edit “{name}” has too few params", f"it takes {_ARITY[name] - 1}"
        if name == "regex":
            try:
                compiled(params[at + 1])
            except PatternError as error:
                return f"“{params[at + 1]}” is no pattern: {error}", "correct it"
        if name == "split" and not params[at + 2].isdigit():
            return f"split takes a number, not “{params[at + 2]}”", "count the parts from 0"
        at += _ARITY[name]
    return None if params else ("edit has no params", "write params: [trim, “,”]")


def suggested(name: str, params: Sequence[str], words: str, groups: Sequence[str] = ()) -> tuple[str, ...]:
    """What the action suggests instead of ``words``; ``groups`` are those of the pattern that found them."""
    if name == "replace":
        return tuple(_expanded(param, words, groups) for param in params)
    if name == "remove":
        return ("",)
    if name == "convert":
        return (PLAIN_EDITS["simple"](words),)
    if name == "edit":
        edited = _edited(params, words, groups)
        return () if edited is None else (edited.strip(),)
    return ()


def _expanded(param: str, words: str, groups: Sequence[str]) -> str:
    def value(match: re.Match[str]) -> str:
        body = match[1].strip("{}")
        if body == "$":
            return "$"
        number = int(body)
        return words if not number else groups[number - 1] if number <= len(groups) else ""

    return _REFERENCE.sub(value, param) if "$" in param else param


def _edited(params: Sequence[str], words: str, groups: Sequence[str]) -> str | None:
    at, made = 0, words
    while at < len(params):
        name = params[at]
        step = params[at + 1 : at + _ARITY[name]]
        at += _ARITY[name]
        if name != "regex":
            step = [_expanded(param, words, groups) for param in step]
        one = step[0] if step else ""
        if name == "replace":
            made = made.replace(one, step[1])
        elif name == "remove":
            made = "".join(letter for letter in made if letter not in one)
        elif name == "regex":
            made = compiled(one).sub(python_replacement(step[1]), made)
        elif name in {"trim", "trim_left", "trim_right"}:
            made = {"trim": made.strip, "trim_left": made.lstrip, "trim_right": made.rstrip}[name](one)
        elif name == "truncate":
            made = made.split(one)[0] if one else made
        elif name == "split":
            parts = made.split(one) if one else [made]
            if int(step[1]) >= len(parts):
                return None
            made = parts[int(step[1])]
        elif name == "wrap":
            made = one + made + one
        elif name == "unwrap":
            made = made.removeprefix(one).removesuffix(one)
        elif name in {"prefix", "suffix"}:
            made = one + made if name == "prefix" else made + one
        elif name in {"title", "sentence"}:
            made = (title_case if name == "title" else sentence_case)(made)
        else:
            made = PLAIN_EDITS[name](made)
    return made


def python_replacement(text: str) -> str:
    """A replacement with ``$1`` as Python writes it."""

    def reference(match: re.Match[str]) -> str:
        body = match[1].strip("{}")
        return "$" if body == "$" else f"\\g<{body}>"

    return _DOTNET.sub(reference, text.replace("\\", "\\\\"))
