"""How the first characters of a text tell the format of a transcript."""

from __future__ import annotations

from authoring.text.patterns import lazy

_JSON = lazy(r'\s*(?:\{\s*["}]|\[\s*\{)')


def webvtt(text: str) -> bool:
    """Whether its first line says that it is WebVTT."""
    return text.startswith("WEBVTT")


def json(text: str) -> bool:
    """Whether it begins as an object or a list of objects; ``[laughter]`` and ``[00:01]`` are speech."""
    return _JSON.match(text) is not None
