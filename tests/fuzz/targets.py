"""What must hold for any input, however odd: the properties that hypothesis and atheris try to break."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from authoring.config import Config
from authoring.errors import AuthoringError
from authoring.notes import parse_notes
from authoring.notes.model import Notes
from authoring.prose import parse
from authoring.prose.document import Document
from authoring.rules.registry import names
from authoring.runner import lint

EVERYTHING = Config(select=frozenset({"all"}))
"""Every rule, those that are off too."""
SUFFIXES = ("md", "txt", "html")


class BrokenError(AssertionError):
    """What must hold does not."""


def article(text: str, suffix: str = "md", notes: Notes | None = None) -> Document:
    """An article of any text can be checked by every rule: none crashes, and every place is in the text."""
    document = parse(text, notes, path=f"article.{suffix}")
    for finding in lint(document, EVERYTHING):
        if finding.rule == "crashed-rule":
            raise BrokenError(finding.message)
        for span in (finding.span, *(suggestion.span for suggestion in finding.suggestions)):
            if not 0 <= span.start <= span.end <= len(text):
                raise BrokenError(f"{finding.rule} points at {span}, outside the text")
        if len(finding.message) > 100 and finding.family in _families():
            raise BrokenError(f"the message of {finding.rule} is too long: {finding.message}")
        if "\n" in finding.message or "\ue000" in finding.message:
            raise BrokenError(f"the message of {finding.rule} holds a mark of ours: {finding.message!r}")
    return document


def _families() -> frozenset[str]:
    return frozenset(names().values()) - {"style"}


def noted(notes: str, text: str) -> None:
    """Notes of any text are read or refused in words, and an article can be compared with those that are read."""
    try:
        read = parse_notes(notes, "notes.md")
    except AuthoringError as error:
        if not str(error).strip():
            raise BrokenError("notes were refused without a word") from None
        return
    article(text, notes=read)


def configured(text: str, name: str = "authoring.toml") -> None:
    """A configuration of any text is read or refused with its place."""
    from authoring.config.find import Configs
    from authoring.rules.choosing import chosen

    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            for config in (Configs().of(Path(folder) / "article.md"), *Configs().sections_of(Path(folder) / "a.md")):
                chosen(config)
        except AuthoringError as error:
            if name not in str(error):
                raise BrokenError(f"the error does not say where: {error}") from None
