"""How the first characters of a text tell the format of a transcript."""

from __future__ import annotations

import re

from authoring.text.patterns import lazy

_JSON = lazy(r'\s*(?:\{\s*["}]|\[\s*\{)')
_TIMING = lazy(r"^[ \t]*(?:\d{1,4}:)?\d{2}:\d{2}(?:[.,]\d{1,6})?[ \t]*-->[ \t]*\d", re.M)
_SBV = lazy(r"\s*\d{1,4}:\d{2}:\d{2}\.\d{3},\d{1,4}:\d{2}:\d{2}\.\d{3}[ \t]*\r?\n")
_TTML = lazy(r"\s*(?:<\?xml[^<>]*>\s*)?(?:<!--[^<>]*-->\s*)?<(?:\w{1,9}:)?tt[\s>]")
_CITE = lazy(r"<cite\b[^<>]*>[^<>]*</cite>\s*<time\b")
_PAGE = 50_000
"""Characters of a page in which the first speaker and time stand."""
_BEGIN = 4000
"""Characters in which subtitles have a time, whatever stands above them."""


def webvtt(text: str) -> bool:
    """Whether its first line says that it is WebVTT."""
    return text.startswith("WEBVTT")


def json(text: str) -> bool:
    """Whether it begins as an object or a list of objects; ``[laughter]`` and ``[00:01]`` are speech."""
    return _JSON.match(text) is not None


def subrip(text: str) -> bool:
    """Whether a line near its beginning holds two times with an arrow between them."""
    return _TIMING.search(text, 0, _BEGIN) is not None


def podcast_page(text: str) -> bool:
    """Whether it is a web page that names a speaker and a time after it."""
    return text[:500].lstrip().startswith("<") and _CITE.search(text, 0, _PAGE) is not None


def sbv(text: str) -> bool:
    """Whether its first line is two times with a comma between them."""
    return _SBV.match(text) is not None


def ttml(text: str) -> bool:
    """Whether it is XML whose root is ``tt``."""
    return _TTML.match(text) is not None
