"""For people: what one article says that another does not, in groups, a line or two each.

A difference is shown with marks that read without colour: ``-word-`` is gone, ``+word+`` has come.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from authoring.comparing.changes import Change, Comparison, Diff, Group, Side
from authoring.reporters import Look
from authoring.reporters.terminal import columns, fitting, safe

_HEADS: dict[Group, str] = {
    "headline": "headline",
    "dek": "dek",
    "byline": "byline",
    "quotation": "quotations",
    "source": "sources",
    "fact": "facts",
    "sentence": "other sentences",
}
_COUNTED: dict[Group, tuple[str, str]] = {
    "headline": ("the headline", ""),
    "dek": ("the dek", ""),
    "byline": ("the byline", ""),
    "quotation": ("quotation", "quotations"),
    "source": ("source", "sources"),
    "fact": ("fact", "facts"),
    "sentence": ("other sentence", "other sentences"),
}
_BOLD, _RED, _GREEN = "1", "31", "32"
_PLACE = 8
"""Columns for the line number."""
_NARROWEST = 40
_AROUND = 5
"""Words that are shown on either side of a change."""


def report(found: Comparison, look: Look, old: str, new: str) -> Iterator[str]:
    """What has changed, and at the end what that comes to. ``old`` and ``new`` are what the articles are called."""
    if found.changes:
        yield _paint(f"{safe(old)} → {safe(new)}", _BOLD, look) + "\n"
    for group, changes in groupby(found.changes, key=lambda each: each.group):
        yield f"  {_HEADS[group]}\n"
        for change in changes:
            yield from _change(found, change, look)
    if found.changes:
        yield "\n"
    yield f"{safe(new)}: {_summary(found)}\n"


def _change(found: Comparison, change: Change, look: Look) -> Iterator[str]:
    side = change.new or change.old
    assert side is not None
    document = found.new if change.new else found.old
    line = document.lines.position(side.span.start)[0]
    place = f"{'' if change.new else 'old '}{line}"
    kind = "" if change.group in ("headline", "dek", "byline") and change.kind == "changed" else _kind(change)
    head = f"{place:>{_PLACE}}  {kind:9}" if kind else f"{place:>{_PLACE}}  "
    width = max(look.width - columns(head), _NARROWEST)
    if not change.diff:
        yield f"{head}{fitting(_words(change, side), width)}\n"
        return
    pieces = list(_pieces(_shortened(change.diff)))
    if change.group == "quotation":
        who = safe(f"{_who(side)}:").split()
        pieces = [*(("", word) for word in who), *pieces]
    for number, row in enumerate(_rows(pieces, width)):
        yield f"{head if number == 0 else ' ' * columns(head)}{_painted(row, look)}\n"


def _kind(change: Change) -> str:
    return "moved" if change.kind == "speaker" else change.kind


def _words(change: Change, side: Side) -> str:
    words = " ".join(safe(side.text).split())
    if change.kind == "speaker" and change.old is not None and change.new is not None:
        return f"from {_who(change.old)} to {_who(change.new)}: “{words}”"
    return f"{_who(side)}: “{words}”" if change.group == "quotation" else words


def _who(side: Side) -> str:
    return " ".join(safe(side.speaker).split()) if side.speaker else "nobody named"


def _shortened(diff: Diff) -> Iterator[tuple[str, list[str]]]:
    """The changes with a few words around each."""
    for number, (sign, text) in enumerate(diff):
        words = safe(text).split()
        if sign == "=":
            before = words[:_AROUND] if number else []
            after = words[-_AROUND:] if number < len(diff) - 1 else []
            if len(before) + len(after) < len(words):
                words = [*before, "…", *after]
        yield sign, words


def _pieces(diff: Iterator[tuple[str, list[str]]]) -> Iterator[tuple[str, str]]:
    for sign, words in diff:
        if sign == "=" or not words:
            yield from (("", word) for word in words)
        else:
            colour = _RED if sign == "-" else _GREEN
            yield from ((colour, word) for word in f"{sign}{' '.join(words)}{sign}".split())


def _rows(pieces: list[tuple[str, str]], width: int) -> Iterator[list[tuple[str, str]]]:
    row: list[tuple[str, str]] = []
    for piece in pieces:
        if row and columns(" ".join(word for _, word in (*row, piece))) > width:
            yield row
            row = []
        row.append(piece)
    if row:
        yield row


def _summary(found: Comparison) -> str:
    was, now = found.words
    more = "" if was == now else f", {abs(now - was):,} {'more' if now > was else 'fewer'}"
    length = f"{now:,} words{more}"
    counts = Counter(change.group for change in found.changes)
    if not counts:
        return f"nothing changed but layout and marks; {length}"
    told = [
        _COUNTED[group][0] if not _COUNTED[group][1] else f"{count} {_COUNTED[group][count > 1]}"
        for group, count in counts.items()
    ]
    listed = " and ".join([*([", ".join(told[:-1])] if told[:-1] else []), told[-1]])
    return f"{listed} changed; {length}"


def _painted(row: list[tuple[str, str]], look: Look) -> str:
    return " ".join(_paint(word, colour, look) if colour else word for colour, word in row)


def _paint(text: str, colour: str, look: Look) -> str:
    return f"\033[{colour}m{text}\033[0m" if look.colour else text
