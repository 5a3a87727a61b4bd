"""Writes a newsroom's ``authoring.toml`` and its house style, with every choice explained from the program's tables."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from authoring.config.conventions import CHOICES, MEANINGS
from authoring.config.keys import GRAMMAR, KEYS

_WIDTH = 110
"""Columns that a remark may take."""
_HEAD = """\
# The settings of this newsroom: they hold for every article in this folder and the folders in it.
# A line that begins with # says nothing. Take the # away, and it holds; without it, the default does.
#
#   authoring config check          are these settings right?
#   authoring config show FILE      what holds for this article, and where does it come from?
#   authoring rules                 the names of all rules
"""
_SET = {"exclude": '["/README.md", "/templates/"]'}
"""What is set from the first day: files that are no articles."""
_SECTIONS = """\
# settings for some of the files only: any of those above that are not marked “once”
# [[files]]
# match = ["briefs/**"]
# fail-on = "warning"
"""
_HOUSE_HEAD = """\
# How this newsroom writes things. Templates print by it, and the linter checks by it.
#
# It rests on the style “{base}”, which comes with the program. To decide otherwise, take the # away from a line
# and choose; what “{base}” has settled stands there now. What nobody has settled is printed as you noted it, and
# not checked.

house = "builtin/{base}"

[conventions]
"""
_TARGETS = """\
[targets]
# the hardest that pieces of a kind may read, in years of school
"""


def settings(house: str) -> str:
    """The text of ``authoring.toml`` for a newsroom with a house style of this name."""
    return "\n".join((_HEAD, *_keys(house), _SECTIONS))


def _keys(house: str) -> Iterator[str]:
    own = {**_SET, "house": f'"{house}"'}
    for name, key in KEYS.items():
        once = "" if key.everywhere else " (once, for all files)"
        lines = [*_remark(f"{key.meaning}{once}; default: {key.default}")]
        if name == "conventions":
            lines += _remark(f"they have a file of their own, house/{house}.toml")
        if name == "grammar":
            lines += _remark(*(f"  {inner}: {each.meaning}, such as {each.example}" for inner, each in GRAMMAR.items()))
        setting = f"{name} = {own[name]}" if name in own else f"# {name} = {key.example}"
        yield "\n".join((*lines, setting, ""))


def house_style(base: str, settled: Mapping[str, str], targets: Mapping[str, Any]) -> str:
    """The text of a house style that rests on one of the program's, of which these are conventions and targets."""
    parts = [_HOUSE_HEAD.format(base=base)]
    for name, choices in CHOICES.items():
        there = _either([f'"{choice}"' for choice in choices])
        open_ = "" if name in settled else f"; “{base}” has not settled it"
        lines = _remark(MEANINGS[name], f"  {there}{open_}")
        parts.append("\n".join((*lines, f'# {name} = "{settled.get(name, choices[0])}"', "")))
    some = targets or {"interview": 12}
    parts.append(_TARGETS + "".join(f"# {kind} = {grade:g}\n" for kind, grade in some.items()))
    return "\n".join(parts)


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _remark(*texts: str) -> list[str]:
    return [
        line
        for text in texts
        for line in textwrap.wrap(
            text,
            _WIDTH,
            initial_indent="# ",
            subsequent_indent="#   ",
            break_long_words=False,
            break_on_hyphens=False,
            drop_whitespace=True,
        )
    ]
