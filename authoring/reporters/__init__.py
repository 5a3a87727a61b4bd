"""Showing what was found: one file a format, each with ``report``, which yields text and never prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from authoring.findings import Finding, Severity
from authoring.grammar.names import is_name
from authoring.runner.checked import Checked

FORMATS = ("text", "json", "concise", "github", "sarif", "junit", "html")
NOTHING = "nothing to check: no Markdown or text file there\n"
"""What is told of a folder without articles."""


@dataclass(frozen=True)
class Look:
    """How the place looks where the report is shown."""

    width: int = 80
    """Columns."""
    colour: bool = False


class Reporter(Protocol):
    """What every format's ``report`` is."""

    def __call__(self, results: Iterable[Checked], look: Look) -> Iterator[str]: ...


def reporter(name: str) -> Reporter:
    """The reporter of a format. Raises ``KeyError`` for an unknown one."""
    if name not in FORMATS:
        raise KeyError(name)
    return cast(Reporter, import_module(f"authoring.reporters.{name}").report)


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity, the gravest first."""
    told = {str(severity): 0 for severity in sorted(Severity, reverse=True)}
    for finding in findings:
        told[str(finding.severity)] += 1
    return told


def url_of(rule: str) -> str:
    """Where the documentation speaks of a rule."""
    return "docs/grammar.md#the-rules" if is_name(rule) else f"docs/rules.md#{rule}"


def uri_of(path: str) -> str:
    """A path as an address, relative to the folder one is in wherever that is possible."""
    import os
    from pathlib import Path
    from urllib.parse import quote

    place = Path(path)
    if place.is_absolute():
        try:
            place = place.relative_to(Path.cwd())
        except ValueError:
            return place.as_uri()
    return quote(os.fsencode(place.as_posix()), safe="/~")  # a name need not be text
