"""Paths as they are typed into a shell, for messages that say what to type next."""

from __future__ import annotations

from authoring.text.patterns import lazy

_PLAIN = lazy(r"[\w./+:@%,-]+")


def typed(word: str) -> str:
    """A path as it is typed into a shell."""
    word = f"./{word}" if word.startswith("-") else word  # else it would be read as an option
    if _PLAIN.fullmatch(word):
        return word
    import shlex  # slow to load, and few paths need it

    return shlex.quote(word)
