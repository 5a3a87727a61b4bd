"""The whole way from an article's file to a template: what can be made of it, and what stands in the way."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import house_folders
from authoring.drafting.house import house_of
from authoring.errors import ArticleError, TemplateError, read_file
from authoring.notes.model import Notes
from authoring.templating.backwards.article import article as parted
from authoring.templating.backwards.article import is_page, tidied
from authoring.templating.backwards.confidential import without_secrets
from authoring.templating.backwards.frame import FRAME, bases
from authoring.templating.backwards.made import Made, make, press_for

_NAME = re.compile(r"\w[\w .-]*")


@dataclass(frozen=True)
class Outcome:
    """A template made from an article, and what is to be said of it."""

    made: Made
    name: str
    """The template's name, as ``--template`` takes it."""
    tidied: tuple[str, ...]
    """What no draft could have as the article has it: blank space, and ends of lines."""
    secret: tuple[int, ...]
    """Lines of the article where something told in confidence stands, which the template leaves out."""
    differing: tuple[tuple[int, str, str], ...]
    """Lines of the article that the template gives otherwise: the number, what stands there, what it gives."""

    @property
    def exact(self) -> bool:
        """Whether the template gives all of the article's words to the letter."""
        return self.made.exact and not self.secret


def template_from(path: Path, notes: Notes, name: str | None = None) -> Outcome:
    """The template of a finished article.

    Arguments: the article's file, the notes that it was written from, and what the template is to be called. Raises
    ``ArticleError`` for what is no article, ``NothingSharedError``, and ``TemplateError`` for a name that cannot be.
    """
    called = name or default_name(path)
    _check_name(called)
    text = read_file(path, ArticleError)
    if path.suffix.lower() in (".html", ".htm") or is_page(text):
        hint = "save the text of the page as Markdown, in a file that ends in .md"
        raise ArticleError("this is a web page, expected an article in Markdown", path=path, hint=hint)
    if Path(notes.path).exists() and path.samefile(notes.path):
        raise ArticleError("these are the notes, expected a finished article", path=path, hint="name the article first")
    whole = parted(text)
    if not whole.blocks:
        raise ArticleError(
            "nothing stands here, expected a finished article", path=path, hint="check that it was saved"
        )
    cut, secret = without_secrets(whole, notes)
    article = parted(cut) if secret else whole
    folders = house_folders(Path(notes.path))
    with Worker() as worker:
        press = press_for(notes, path, house_of(notes), folders, worker)
        made = make(notes, article, press, called, path.name)
    return Outcome(made, called, tuple(tidied(text)), tuple(secret), tuple(_differing(made)))


def default_name(path: Path) -> str:
    """What a template is called after its article: never as one that comes with the program, which it would replace."""
    return f"our-{path.stem}" if path.stem in bases() or f"{path.stem}.md" in FRAME else path.stem


def _check_name(name: str) -> None:
    if f"{name}.md" in FRAME:
        hint = "choose another --name"
        raise TemplateError(f"“{name}” is what other templates are made with, expected a name of its own", hint=hint)
    if not _NAME.fullmatch(name):
        raise TemplateError("this is no name for a template, expected one such as our-interview", hint="change --name")


def _differing(made: Made) -> list[tuple[int, str, str]]:
    has, gives = made.article.text.split("\n"), made.rendered.split("\n")
    found = []
    for kind, start, end, low, high in SequenceMatcher(None, has, gives, autojunk=False).get_opcodes():
        if kind != "equal":
            found.append((start + 1, "\n".join(has[start:end]), "\n".join(gives[low:high])))
    return found
