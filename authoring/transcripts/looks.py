"""How the first characters of a text tell the format of a transcript."""

from __future__ import annotations


def webvtt(text: str) -> bool:
    """Whether its first line says that it is WebVTT."""
    return text.startswith("WEBVTT")
