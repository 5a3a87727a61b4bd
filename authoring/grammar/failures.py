"""What it was that kept LanguageTool from starting, by what Java said of it."""

from __future__ import annotations

from collections.abc import Iterable

from authoring.errors import GrammarError
from authoring.grammar.installed import AGAIN

_PORT = ("PortBindingException", "BindException", "Address already in use")
_MEMORY = ("OutOfMemoryError", "Could not reserve enough space", "Invalid maximum heap size", "insufficient memory")
_OLD = ("UnsupportedClassVersionError", "Unrecognized VM option", "Unrecognized option")
_BROKEN = (
    "ClassNotFoundException",
    "NoClassDefFoundError",
    "Could not find or load main class",
    "ZipException",
    "zip END header not found",
    "ClassFormatError",
    "corrupt",
    "ExceptionInInitializerError",
    "NoSuchMethodError",
)


def port_taken(said: Iterable[str]) -> bool:
    """Whether somebody else has taken the port."""
    return _any(_PORT, said)


def failure(said: Iterable[str], memory: int) -> GrammarError:
    """The error for a Java that ended before the server was up."""
    said = tuple(said)
    if _any(_MEMORY, said):
        return GrammarError(
            f"Java did not get the {memory} MB of memory that LanguageTool is given",
            hint="close other programs, and try again",
        )
    if _any(_OLD, said):
        return GrammarError(
            "this Java is too old for LanguageTool, expected Java 17 or newer", hint="run: authoring grammar status"
        )
    if _any(_BROKEN, said):
        return GrammarError("LanguageTool's files are damaged or not complete", hint=AGAIN)
    return GrammarError("Java ended before LanguageTool was up", hint="run: authoring grammar status")


def _any(words: Iterable[str], said: Iterable[str]) -> bool:
    said = tuple(said)
    return any(word in line for word in words for line in said)
