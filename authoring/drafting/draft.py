"""From notes and a template to a draft: the text of an article with a complete trace."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from authoring.drafting.bounded import Worker
from authoring.drafting.failures import one_line
from authoring.drafting.house import House, house_of
from authoring.drafting.manner import in_manner
from authoring.drafting.record import Record
from authoring.drafting.view import view
from authoring.errors import TemplateError
from authoring.notes.model import Notes
from authoring.text.files import project_folders
from authoring.trace.trace import Trace, rows, sha256

BUILT_IN = ("interview", "qa", "brief", "news", "profile", "roundup", "correction")
"""Templates that make a kind of piece: a brief drafted from an interview's notes is a brief."""


@dataclass(frozen=True)
class Draft:
    """One rendering of notes by a template."""

    text: str
    """The article: Markdown with front matter."""
    trace: Trace
    """The origin of every stretch of ``text``."""
    notes: Notes
    template: str
    """The template's name, as ``--template`` takes it."""
    files: tuple[str, ...] = ()
    """Paths of the templates that were read for it."""


def draft(
    notes: Notes,
    template: str | None = None,
    *,
    article: Path | None = None,
    folders: Sequence[Path] | None = None,
    house: House | None = None,
    worker: Worker | None = None,
) -> Draft:
    """Render notes by a template.

    Arguments: the notes; the template's name (``interview``) or the path of a template file, by default the notes'
    ``kind``; where the article will stand, for the path to the notes in its front matter; the folders with house
    templates, by default those of ``house_folders``; the house style, by default that of ``house_of``; and a worker,
    which may serve any number of drafts. Raises ``TemplateError``, and ``ConfigError`` for a house style that cannot
    be read.
    """
    kind = notes.front.text("kind")
    chosen = template or (str.__str__(kind) if kind else "")
    if not chosen:
        line, column = notes.lines.position(notes.front.place("kind").start)
        hint = f"name one with --template, or fill in kind: at {notes.path}:{line}:{column}"
        raise TemplateError("no template is named, and the notes have no kind", hint=hint)
    places = list(folders) if folders is not None else house_folders(Path(notes.path))
    file = _file(template) if template else None
    if file is not None and _holds_templates(file.parent):
        places.insert(0, file.parent)  # then what lies beside it are templates too, and may be included
    name = file.stem if file else chosen
    if Path(f"{name}.md").name != f"{name}.md":
        hint = "expected a plain name, such as interview"
        raise TemplateError(f"there is no template called “{one_line(name)}”", path=notes.path, hint=hint)
    target = article or Path(notes.path).with_name(f"{name}.md")
    style = house or house_of(notes)
    about = Record.of(
        {
            "house": style.name or None,
            "kind": name if name in BUILT_IN or kind is None else kind,
            "notes": _relative(Path(notes.path), target),
            "template": name,
            "notes_sha256": sha256(notes.whole),
        },
        "draft",
    )
    with nullcontext(worker) if worker else Worker() as process:
        seen = in_manner(view(notes, style.conventions), style.conventions)
        file_name = file.name if file else f"{name}.md"
        made = process.render(notes, seen, file_name, places, about, conventions=style.conventions, file=file)
    trace = Trace(
        made.text,
        tuple(rows(made.runs, lambda offset: notes.where(offset)[1:])),
        tuple(made.templates),
        _relative(Path(notes.path), target),
        sha256(notes.whole),
        name,
        made.sha256,
        _contacts(notes, target),
        style.name if style.flagged else "",
        _relative(file, target) if file else "",
    )
    return Draft(trace.text, trace, notes, name, tuple(made.files))


def _file(template: str) -> Path | None:
    """The file of a template that is given by its path, ``None`` for a plain name.

    Nothing beside it can be included, unless its folder is called ``templates``: notes may lie there.
    """
    path = Path(template)
    if path.suffix != ".md" and path.name == template:
        return None
    if not path.is_file():
        hint = "check the path, or give the name alone, such as --template interview"
        raise TemplateError("there is no such template file", path=one_line(template), hint=hint)
    return path


def house_folders(notes: Path) -> list[Path]:
    """The ``templates`` folders beside the notes and above them, up to the top of the project, nearest first.

    The top is the first folder that holds ``.git``, ``pyproject.toml`` or ``authoring.toml``; where there is none,
    only the folder of the notes and the one above it count. Raises ``TemplateError`` for a link that leads elsewhere.
    """
    found = [folder / "templates" for folder in project_folders(notes) if (folder / "templates").is_dir()]
    for folder in found:
        if not _holds_templates(folder):
            message = "this is a link to a folder of another name, expected one that is called templates"
            raise TemplateError(message, path=folder, hint="put the templates there, or remove the link")
    return found


def _holds_templates(folder: Path) -> bool:
    """Whether all that lies in a folder may be printed by a template; a link there must not make it so."""
    return folder.resolve().name == "templates"


def _contacts(notes: Notes, article: Path) -> tuple[int, str] | None:
    if notes.contacts is None:
        return None
    return len(notes.text) + 1, _relative(Path(notes.contacts.path), article)


def _relative(path: Path, article: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), article.resolve().parent)).as_posix()
    except ValueError:  # another drive on Windows
        return path.resolve().as_posix()
