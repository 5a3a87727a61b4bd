"""What must hold for any input, however odd: the properties that hypothesis and atheris try to break."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from authoring.config import Config
from authoring.errors import AuthoringError
from authoring.notes import parse_notes
from authoring.notes.model import Notes
from authoring.prose import parse
from authoring.prose.document import Document, Voice
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
        if "\n" in finding.message or ("\ue000" in finding.message and "\ue000" not in text):
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


def fixed(text: str, suffix: str = "md") -> None:
    """Fixes, those that are not safe too, leave every word of anybody else as it is."""
    from authoring.runner.files import lint_text
    from authoring.runner.fixes import fixed as fix

    path = f"article.{suffix}"
    done = fix(text, lambda after: lint_text(after, path, EVERYTHING), unsafe=True)
    if _theirs(done.after, path) != _theirs(text, path):
        raise BrokenError(f"a fix changed what is not the writer's: {text!r} became {done.after!r}")


def _theirs(text: str, path: str) -> list[str]:
    document = parse(text, path=path)
    quoted = {Voice.SPEECH, Voice.ANSWER, Voice.QUESTION, Voice.BLOCKQUOTE, Voice.CODE, Voice.FRONT_MATTER}
    ends = [*(start for start, _ in document.voices[1:]), len(text)]
    return [text[start:end] for (start, voice), end in zip(document.voices, ends, strict=True) if voice in quoted]


def styled(text: str, words: str) -> None:
    """A style rule of any text is read or refused with its place, and an article can be read by it."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "Odd").mkdir()
        (Path(folder) / "Odd" / "Rule.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
        config = Config(select=frozenset({"all"}), styles=(str(Path(folder) / "Odd"),))
        document = parse(words, path="article.md")
        try:
            found = lint(document, config)
        except AuthoringError as error:
            if "Rule.yml" not in str(error):
                raise BrokenError(f"the error does not say where: {error}") from None
            return
        for finding in found:
            if finding.rule == "crashed-rule":
                raise BrokenError(finding.message)
            if not 0 <= finding.span.start <= finding.span.end <= len(words):
                raise BrokenError(f"{finding.rule} points at {finding.span}, outside the text")
