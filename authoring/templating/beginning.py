"""Begins a template of the house's own from another one: it prints what that one prints until an editor changes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import draft
from authoring.drafting.failures import one_line
from authoring.errors import TemplateError
from authoring.templating.blocks import blocks
from authoring.templating.catalogue import part_of
from authoring.templating.parsed import Parsed
from authoring.templating.samples import PATIENCE, SAMPLES, Sample, sample
from authoring.templating.shelf import BUILTIN, Shelf, shelf
from authoring.text.files import PROJECT, project_folders, surely, write_new
from authoring.text.near import nearest

_NAME = re.compile(r"\w[\w .-]{0,59}(?<! )")
"""What every system takes as the name of a file, and every command as a word."""
_DEVICES = {"con", "nul", "aux", "prn", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
"""What Windows gives to no file."""


@dataclass(frozen=True)
class Begun:
    """What was written."""

    path: Path
    extends: str
    """What it extends, as it says itself; empty for a copy."""
    base: str
    """The template that it prints as, without ``.md``."""


def begin(name: str, base: str | None, chosen: Sequence[str] = (), *, copy: bool = False, place: Path) -> Begun:
    """Write a new template into the nearest house folder, or into a new one at the top of the project.

    Arguments: its name, what it is made from, the blocks to lay out, whether it is to be a copy of all, and the folder
    from which house folders are looked for. Raises ``TemplateError``; a file that is there is left as it is.
    """
    if not _NAME.fullmatch(name) or name.casefold().removesuffix(".md") in _DEVICES:
        raise TemplateError(f"“{one_line(name)}” is no name for a template", hint="expected one such as council")
    name = name.removesuffix(".md")
    around = shelf(place)
    if base is None and around.get(f"{BUILTIN}{name}.md") is None:
        raise TemplateError("no template is named to begin from", hint="add --from interview, or another one")
    parsed = around.named((base or name).removesuffix(".md"))
    folder = around.folders[0] if around.folders else top(place) / "templates"
    path = folder / f"{name}.md"
    if surely(path.exists) or path.is_symlink():
        raise TemplateError("this template is there already", path=near(path), hint="edit it, or choose another name")
    extends = "" if copy else _extended(around, parsed, name)
    text = parsed.source if copy else _text(name, parsed, extends, _laid_out(around, parsed, chosen))
    _write(path, text)
    if not copy and chosen and not _same(around, parsed, path):
        path.unlink()
        _write(path, text.replace("{{ super() }}", "{{ super() -}}"))
    return Begun(near(path), extends, parsed.path.stem)


def _extended(around: Shelf, parsed: Parsed, name: str) -> str:
    """How the new template names the one that it extends."""
    if parsed.tree is None:
        raise TemplateError("this template cannot be read", path=near(parsed.path), hint="authoring template check")
    if part_of(around, parsed) == "macros":
        hint = "to have a copy of your own, add --copy"
        raise TemplateError("this is a file of macros, which cannot be extended", path=parsed.path.name, hint=hint)
    if around.builtin in parsed.path.parents:
        return BUILTIN + parsed.path.name
    if parsed.path.stem == name:
        hint = f"choose another name, or add --from {name} --copy"
        raise TemplateError("a template cannot extend one of its own name", path=near(parsed.path), hint=hint)
    return parsed.name


def _laid_out(around: Shelf, parsed: Parsed, chosen: Sequence[str]) -> list[str]:
    """The blocks that were asked for, all of which there must be."""
    known = [block.name for block in blocks(around, parsed)]
    for name in chosen:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean “{near}”?" if near else f"there are: {', '.join(known)}"
            raise TemplateError(f"{parsed.path.stem} has no block “{one_line(name)}”", hint=hint)
    return list(dict.fromkeys(chosen))


def _text(name: str, parsed: Parsed, extends: str, chosen: Sequence[str]) -> str:
    base = parsed.path.stem
    lines = [
        f"{{# {name.capitalize()}: as {base}, until you change a block. Say here in a sentence what it is for. #}}",
        f'{{% extends "{extends}" %}}',
    ]
    if not chosen:
        lines += [
            "",
            "{#",
            "  A block replaces a part of what is extended; the blocks that there are, and what stands in them:",
            f"  authoring template show {base} --blocks",
            "  To replace one, write it down here, outside of this comment.",
            "#}",
        ]
    for block in chosen:
        lines += [
            "",
            f"{{# {{{{ super() }}}} prints what {base} has here: write above it, below it, or in its place. #}}",
            f"{{% block {block} %}}",
            "{{ super() }}",
            "{% endblock %}",
        ]
    return "\n".join(lines) + "\n"


def _same(around: Shelf, parsed: Parsed, path: Path) -> bool:
    """Whether the new template prints what the other one does, on notes with little and on notes with everything."""
    folders = [path.parent, *around.folders]
    with Worker(PATIENCE) as worker:
        return all(
            _article(parsed.path, name, folders, worker) == _article(path, name, folders, worker) for name in SAMPLES
        )


def _article(template: Path, name: Sample, folders: Sequence[Path], worker: Worker) -> list[str]:
    """The lines of an article, without those that name its template."""
    made = draft(sample(name), str(template), folders=folders, worker=worker)
    return [line for line in made.text.split("\n") if not line.startswith(("template:", "template_sha256:"))]


def top(place: Path) -> Path:
    """The top of the project, or the folder itself where there is no project."""
    folders = project_folders(place / "notes.md" if place.is_dir() else place)
    return folders[-1] if any((folders[-1] / mark).exists() for mark in PROJECT) else folders[0]


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_new(path, text.encode(), 0o644)
    except FileExistsError:
        raise TemplateError("this template is there already", path=path, hint="choose another name") from None
    except OSError as error:
        message = f"this file cannot be written ({error.strerror})"
        raise TemplateError(message, path=path, hint="check the disk and the folder's permissions") from None


def near(path: Path) -> Path:
    """A path as messages show it: from the folder one is in, where it is below that."""
    try:
        return path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path
