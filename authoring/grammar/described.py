"""What LanguageTool itself says of its English rules, read from what is installed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import unescape
from zipfile import BadZipFile, ZipFile

from authoring.text.patterns import lazy

_FILE = lazy(r"org/languagetool/(?:resource|rules)/en(?:/[\w-]+)?/(?:grammar|style|grammar_custom)\.xml$")
_OUR_OWN = Path(__file__).with_name("rules")
_MARKS = lazy(r"<[^>]*>")
_QUOTES = {"&quot;": "“", "&apos;": "’"}


@dataclass(frozen=True, slots=True)
class Described:
    """One rule, as LanguageTool has it."""

    name: str
    title: str
    """What it calls the rule."""
    category: str
    wrong: str = ""
    """A sentence in which it finds something; empty where it gives none."""
    right: str = ""
    """The same sentence as it should be, or another in which it finds nothing."""


def described(folder: Path, name: str) -> Described | None:
    """What an installation says of a rule; ``None`` for one that is written in Java, which says nothing of itself."""
    opening = re.compile(rf'<(rule|rulegroup)\b[^>]*\bid="{re.escape(name)}"[^>]*>'.encode())
    for text in _files(folder):
        if found := opening.search(text):
            end = text.find(b"</" + found[1] + b">", found.end())
            own = text[found.end() : end].decode("utf-8", "replace")
            before = text.rfind(b"<category ", 0, found.start())
            category = re.search(rb'\bid="([^"]+)"', text[before : found.start()]) if before >= 0 else None
            title = re.search(rb'\bname="([^"]*)"', found[0])
            wrong = re.search(r"<example [^>]*correction=[^>]*>(.*?)</example>", own, re.DOTALL)
            right = re.search(r"<example>(.*?)</example>", own, re.DOTALL)
            return Described(
                name,
                _plain(title[1].decode("utf-8", "replace")) if title else name,
                category[1].decode("ascii", "replace") if category else "",
                _plain(wrong[1]) if wrong else "",
                _plain(right[1]) if right else "",
            )
    return None


def _files(folder: Path) -> Iterator[bytes]:
    """The lists of rules: our own, and those of an installation, in its jars or beside them."""
    for path in (*sorted(_OUR_OWN.rglob("*.xml")), *sorted(folder.rglob("*.xml"))):
        if _FILE.search(path.as_posix()):
            yield path.read_bytes()
    for jar in sorted(folder.rglob("language-en*.jar")):
        try:
            with ZipFile(jar) as opened:
                yield from (opened.read(name) for name in opened.namelist() if _FILE.search(name))
        except (OSError, BadZipFile):
            continue


def _plain(text: str) -> str:
    return " ".join(unescape(_MARKS.sub("", text), _QUOTES).split())
