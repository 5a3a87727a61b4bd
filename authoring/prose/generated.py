"""Prepares Markdown for its parser: the tags of site generators in it, and its places in bytes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from authoring.text.patterns import lazy

_TEMPLATE_TAG = lazy(r"\{%[^{}]{0,2000}?%\}|\{\{[<%][^{}]{0,2000}?[>%]\}\}|\{:[^{}\n]{0,500}\}")
"""Tags of site generators (Jekyll, Hugo, kramdown), which readers never see."""
_MASKED = lazy(r"""(?<=\]\()\{\{[^{}\n]{0,500}\}\}|(?<==")\{\{[^{}\n]{0,500}\}\}""")
"""Addresses that a site generator fills in; their spaces and marks would break a link or a tag."""
_WORDY = lazy(r"[\x00-\x7f]")
_BEYOND_ASCII = lazy(r"[^\x00-\x7f]")


def template_tags(body: str, base: int) -> list[tuple[int, int]]:
    """The tags of site generators, by their places in the file."""
    if "{%" not in body and "{{" not in body and "{:" not in body:
        return []
    return [(base + found.start(), base + found.end()) for found in _TEMPLATE_TAG.finditer(body)]


def masked(body: str) -> str:
    """``body`` with letters for the addresses that a site generator fills in, as long as they were."""
    if "{{" not in body:
        return body
    return _MASKED.sub(lambda found: _WORDY.sub("x", found[0]), body)


def code_points(body: str, base: int) -> Callable[[int], int]:
    """A function from byte offsets in ``body`` to code points in the file."""
    if body.isascii():
        return base.__add__
    # After each character beyond ASCII: how many bytes have passed, and which code point that is.
    starts, points = [0], [base]
    byte = at = 0
    for found in _BEYOND_ASCII.finditer(body):
        byte += found.start() - at
        at = found.end()
        code = ord(found[0])
        byte += 2 if code < 0x800 else 3 if code < 0x10000 else 4
        starts.append(byte)
        points.append(base + at)

    def convert(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return points[index] + offset - starts[index]

    return convert
