"""Drafts with templates on notes that hold little, and on notes that hold everything, and looks at what comes of it."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import nodes

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import Draft, draft
from authoring.drafting.failures import one_line
from authoring.errors import AuthoringError, TemplateError
from authoring.notes.model import Notes
from authoring.templating.finding import Check, Finding, Findings
from authoring.templating.outcome import looked_at, printed_lines
from authoring.templating.parsed import Parsed, parse, place_of
from authoring.templating.samples import PATIENCE, SAMPLES, sample
from authoring.templating.scope import path_of
from authoring.templating.shelf import Shelf

_TRIES = 12
"""How many lines of one template are taken out, one after another, to see what else is wrong."""
_NONE_THERE = re.compile(r"has no element -?\d|sequence was empty|[Nn]o (?:first|last|random) item")
_OURS = re.compile(r" \((?:sources\.|request to )[^)]*\)")
"""The name of a record in the notes that were tried, which means nothing to others."""
_NOTES: Check = "notes"
_UNKNOWN = " is not known yet"


def dry_runs(
    shelf: Shelf, roots: Sequence[Parsed], targets: Iterable[Path], stories: Iterable[Notes], findings: Findings
) -> None:
    """Add to the findings what drafts by these templates run into.

    Arguments: the shelf; the templates to draft with; the files of which something is told; the notes of the project.
    """
    told = set(targets)
    with Worker(PATIENCE) as worker, TemporaryDirectory() as folder:
        for number, root in enumerate(roots):
            trial = _Trial(shelf, root, worker, Path(folder, str(number), "templates"))
            for finding in trial.all(stories):
                if finding.path in told and not _known(finding, findings):
                    findings.add(finding)


def _known(finding: Finding, findings: Findings) -> bool:
    """Whether something else has told it: an error of that line, or of that file, which may stop a draft further on."""
    here = [each for each in findings.at(finding.path, finding.line) if each.level == "error"]
    if any(not finding.column or each.column in (0, finding.column) for each in here):
        return True
    others = (each for each in findings.found if each.path == finding.path and each.check in ("fields", "syntax"))
    return finding.check == "fields" and any(others)


class _Trial:
    """One template, on all the notes; a line that fails is taken out for the rest of it, to find the next one."""

    def __init__(self, shelf: Shelf, root: Parsed, worker: Worker, folder: Path) -> None:
        self.shelf, self.root, self.worker, self.folder = shelf, root, worker, folder
        own = shelf.get(root.path.name)
        self.by_name = own is not None and own.path == root.path
        self.patched: dict[str, Parsed] = {}

    def all(self, stories: Iterable[Notes]) -> Iterator[Finding]:
        """What is wrong, with our notes first, the fullest of them before the others."""
        filled: set[tuple[str, int]] = set()
        for name in reversed(SAMPLES):
            notes = sample(name)
            made = yield from self._one(notes, "")
            if made is None:
                return
            if name == "maximal":
                filled = set(printed_lines(made.trace))
            yield from self._looked_at(made, filled)
        for notes in stories:
            made = yield from self._one(notes, notes.path)
            if made is None:
                return
            yield from self._looked_at(made, filled)

    def _one(self, notes: Notes, called: str) -> Generator[Finding, None, Draft | None]:
        """Draft until nothing fails any more; gives the draft, or ``None`` where there is no getting on."""
        for _ in range(_TRIES):
            try:
                return self._draft(notes)
            except TemplateError as error:
                yield self._finding(error, called)
                if not self._without(error):
                    return None
            except AuthoringError:  # the project’s house style cannot be read, which other commands tell
                return None
        return None

    def _draft(self, notes: Notes) -> Draft:
        folders = [*([self.folder] if self.patched else []), *self.shelf.folders]
        if self.by_name:
            return draft(notes, self.root.path.stem, folders=folders, worker=self.worker)
        file = self.folder / self.root.path.name if self.patched else self.root.path
        return draft(notes, str(file), folders=folders, worker=self.worker)

    def _parsed(self, name: str) -> Parsed | None:
        """The template that an error or a trace names, as it was drafted with."""
        if name in self.patched:
            return self.patched[name]
        if Path(name).name == self.root.path.name and not name.startswith("builtin/"):
            return self.root
        with suppress(TemplateError):
            return self.shelf.get(name)
        return None

    def _path(self, name: str) -> Path:
        parsed = self._parsed(name)
        return parsed.path if parsed else self.root.path

    def _finding(self, error: TemplateError, called: str) -> Finding:
        name = error.path or ""
        message = _OURS.sub("", error.message)
        column, check = 0, _NOTES
        if message.endswith(_UNKNOWN):
            label, _, field = message.removesuffix(_UNKNOWN).rpartition(".")
            place = self._field(name, error.line, field)
            message = f"notes need not have “{field}”, expected {{% if … %}} around what prints it"
            if label.startswith("sources."):
                message = f"a source need not have “{field}”, expected {{% if … %}} around what prints it"
            if place is not None:
                _, column = place_of(place)
                if path := path_of(place):
                    message = f"notes need not have “{field}”, expected {{% if {path} %}} around {path}"
        elif message.startswith("this item names no source"):
            message = "an item need not have a source, expected {% if item.source %} around what names it"
        elif _NONE_THERE.search(message):
            message = "notes need not have any of these, expected {% if … %} around what takes the first of them"
            taken = self._taken()
            if taken is not None and self._path(name) != self.root.path:
                line, column = place_of(taken)
                return Finding(self.root.path, line, column, message, "error", check)
        elif "itself without end" in message:
            message = "this calls itself without end, expected a condition under which it stops"
        elif "stopped" in message:
            message = f"{message}: {error.hint}"
        else:
            check = "fields"
        if called:
            message = f"{message} (with {called})" if len(message) + len(called) < 92 else message
        return Finding(self._path(name), error.line, column, one_line(message), "error", check)

    def _taken(self) -> nodes.Node | None:
        """Where the template takes one of a list that may be empty, to hand it to a macro elsewhere."""
        assert self.root.tree is not None
        for node in self.root.tree.find_all((nodes.Getitem, nodes.Filter)):
            if (
                isinstance(node, nodes.Getitem)
                and isinstance(node.arg, nodes.Const)
                and isinstance(node.arg.value, int)
            ):
                return node
            if isinstance(node, nodes.Filter) and node.name in ("first", "last", "random"):
                return node
        return None

    def _field(self, name: str, line: int, field: str) -> nodes.Getattr | None:
        parsed = self._parsed(name)
        for node in parsed.tree.find_all(nodes.Getattr) if parsed and parsed.tree else ():
            if node.attr == field and int(node.lineno) == line:
                return node
        return None

    def _without(self, error: TemplateError) -> bool:
        """Take out what failed, so that the next draft gets further; whether that can be done."""
        name = error.path or ""
        parsed = self._parsed(name)
        if parsed is None or name.startswith("builtin/") or "stopped" in error.message or not error.line:
            return False
        lines = parsed.source.split("\n")
        if error.line > len(lines):
            return False
        field = error.message.removesuffix(_UNKNOWN).rpartition(".")[2] if error.message.endswith(_UNKNOWN) else ""
        lines[error.line - 1], line = _emptied(lines[error.line - 1], field), lines[error.line - 1]
        if lines[error.line - 1] == line:
            return False
        changed = parse("\n".join(lines), parsed.name, parsed.path)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / Path(name).name).write_text(changed.source, "utf-8")
        if Path(name).name != self.root.path.name and not self.by_name and self.root.name not in self.patched:
            (self.folder / self.root.path.name).write_text(self.root.source, "utf-8")
        self.patched[name] = changed
        return True

    def _looked_at(self, made: Draft, filled: set[tuple[str, int]]) -> Iterator[Finding]:
        for template, line, message in looked_at(made.trace, filled):
            yield Finding(self._path(template), line, 0, message, "error", "notes")


def _emptied(line: str, field: str) -> str:
    """A line of a template, of the same length, without what it prints or asks for, if the field is there."""
    for pattern, instead in _EMPTIED:
        for found in pattern.finditer(line):
            if field in found[0]:
                made = found.expand(instead)
                filled = made[:-2] + " " * (len(found[0]) - len(made)) + made[-2:]
                return line[: found.start()] + filled + line[found.end() :]
    return line


_EMPTIED = (
    (re.compile(r"\{\{(?! ?'').*?\}\}"), "{{''}}"),
    (re.compile(r"\{%[-+]?\s*(if|elif)\s+(?!false\b).*?%\}"), r"{% \1 false%}"),
    (re.compile(r"\{%[-+]?\s*for\s+(.+?)\s+in\s+(?!\[\]).*?%\}"), r"{% for \1 in []%}"),
    (re.compile(r"\{%[-+]?\s*set\s+([\w.]+)\s*=\s*(?!'').*?%\}"), r"{% set \1=''%}"),
)
"""What can fail in a line, and what to try in its place."""
