"""Edits of a few words that need to be told nothing more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from authoring.text.patterns import lazy

_SPACES = lazy(r"\s+")
_BREAK = lazy(r"(?<=[a-z])(?=[A-Z])|[\W_]+")


def _words(words: str) -> list[str]:
    """The parts of ``camelCase``, ``kebab-case`` and the like, in lower case."""
    return [part.lower() for part in _BREAK.split(words) if part]


def _pascal(words: str) -> str:
    return "".join(part.capitalize() for part in _words(words))


def _camel(words: str) -> str:
    made = _pascal(words)
    return made[:1].lower() + made[1:]


PLAIN_EDITS: Mapping[str, Callable[[str], str]] = {
    "squeeze": lambda words: _SPACES.sub(" ", words),
    "capitalize": lambda words: words[:1].upper() + words[1:],
    "uncapitalize": lambda words: words[:1].lower() + words[1:],
    "lower": str.lower,
    "upper": str.upper,
    "simple": lambda words: " ".join(_words(words)),
    "kebab": lambda words: "-".join(_words(words)),
    "snake": lambda words: "_".join(_words(words)),
    "camel": _camel,
    "pascal": _pascal,
}
