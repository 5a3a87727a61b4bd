"""The files that LanguageTool for English consists of, from the list that is committed beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Jar:
    """One file of LanguageTool, as the Maven repositories name it."""

    group: str
    artifact: str
    version: str
    size: int
    """In bytes."""
    sha256: str
    """In hexadecimal digits."""

    @property
    def file(self) -> str:
        """The name that Maven gives the file."""
        return f"{self.artifact}-{self.version}.jar"


@dataclass(frozen=True, slots=True)
class Listed:
    """The list: a version of LanguageTool, and what it needs to check English."""

    version: str
    """Of LanguageTool, as ``6.8``."""
    jars: tuple[Jar, ...]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(jar.size for jar in self.jars)


@cache
def listed() -> Listed:
    """The list, read once."""
    import tomllib

    told = tomllib.loads((Path(__file__).parent / "languagetool.toml").read_text("utf-8"))
    return Listed(told["version"], tuple(Jar(**jar) for jar in told["jar"]))
