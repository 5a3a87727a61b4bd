"""Merges the front matter of an article key by key."""

from __future__ import annotations

import re
from dataclasses import dataclass

from authoring.text.clashes import END, YOURS, changed_after_deletion, dropped_after_edit, line_mark
from authoring.text.patterns import lazy
from authoring.updating.order import arranged

_FRONT = lazy(r"---[ \t]*\n(?P<inside>(?:.*\n)*?)---[ \t]*(?:\n|\Z)")
_KEY = lazy(r"(?P<key>[^\s#:][^:\n]*):(?:[ \t]|$)", re.MULTILINE)
FINGERPRINTS = ("notes_sha256", "template_sha256")
"""Keys that say what an article was drafted from; they are the program's, whatever stands there."""

Name = tuple[str, int]
"""A key and, where it stands there more than once, which of them."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of one version."""

    there: bool
    opening: str
    entries: dict[Name, str]
    """The lines of each key, comments and lists under it included, in order."""
    closing: str


def split(text: str) -> tuple[Front, str]:
    """The front matter of an article, and the rest of it."""
    found = _FRONT.match(text)
    if not found or not _KEY.search(found["inside"]):
        return Front(False, "", {}, ""), text
    start, end = found.span("inside")
    return Front(True, text[:start], _entries(found["inside"]), text[end : found.end()]), text[found.end() :]


def _entries(inside: str) -> dict[Name, str]:
    entries: dict[Name, str] = {}
    name: Name | None = None
    for line in inside.splitlines(keepends=True):
        found = _KEY.match(line)
        key = found["key"] if found else line.rstrip() if line.startswith("#") else None
        if key is not None or name is None:
            key, number = key or "", 0
            while (key, number) in entries:
                number += 1
            name = (key, number)
            entries[name] = line
        else:
            entries[name] += line
    return entries


def merged(base: Front, ours: Front, theirs: Front, by: str) -> str:
    """The front matter with what changed on either side; nothing where neither has any."""
    lines: dict[Name, str] = {}
    for name in {**base.entries, **ours.entries, **theirs.entries}:
        was, mine, other = (front.entries.get(name) for front in (base, ours, theirs))
        if name[0] in FINGERPRINTS and other is not None:
            own = (mine or "").partition("\n")[2]  # what somebody has put under it
            chosen = other.partition("\n")[0] + "\n" + own if ours.there or not base.there else None
        elif _same(other, was) or _same(other, mine):
            chosen = mine
        elif _same(mine, was):
            chosen = other
        else:
            chosen = _marked(mine, other, by)
        if chosen is not None:
            lines[name] = chosen
    order = arranged(*([name for name in front.entries if name in lines] for front in (base, ours, theirs)))
    if not order:
        return ours.opening + ours.closing if ours.there else ""
    fences = ours if ours.there else theirs
    return (fences.opening or "---\n") + "".join(lines[name] for name in order) + (fences.closing or "---\n")


def _same(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.rstrip() == other.rstrip()


def _marked(mine: str | None, other: str | None, by: str) -> str:
    """Both versions between comment lines; the hand's holds until somebody chooses."""
    aside = "".join(f"# {line}" for line in (other or "").splitlines(keepends=True))
    if mine is None:
        return f"{line_mark(changed_after_deletion(by))}\n{aside}{line_mark(END)}\n"
    if other is None:
        return f"{line_mark(dropped_after_edit(by))}\n{mine}{line_mark(END)}\n"
    return f"{line_mark(YOURS)}\n{mine}{line_mark(by)}\n{aside}{line_mark(END)}\n"
