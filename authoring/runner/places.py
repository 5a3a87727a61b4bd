"""Which files are meant by the files, folders and patterns that somebody names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from fnmatch import translate
from pathlib import Path

from authoring.errors import ArticleError
from authoring.runner.gitignore import Ignored, ignored_in
from authoring.text.exported import exported_into, still_as_exported
from authoring.text.files import surely
from authoring.text.patterns import lazy

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm", ".docx", ".docm")
WORD = (".docx", ".docm")
_PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages", "venv"})
_LOCK = "~$"
"""How the file begins that Word keeps beside a document that is open."""
_MAGIC = lazy(r"[*?\[]")


def articles_in(paths: Iterable[str | Path]) -> Iterator[Path | ArticleError]:
    """The files to check: those named, and in folders all Word, Markdown, text and HTML files, in order of name.

    In folders, and where a pattern such as ``articles/**/*.md`` leads, hidden files and folders are passed over, and so
    is what a ``.gitignore`` names, what was exported from an article, links to folders, and folders that hold other
    people's software. In the place of a path that is not there, or of a file of a kind that cannot be read, stands the
    error that says so.
    """
    seen: set[Path] = set()
    for named in paths:
        path = Path(named)
        if not str(named):  # Path takes it for the folder one is in
            message = "an empty name was given, expected a file or a folder"
            yield ArticleError(message, hint="a variable of your shell may be empty")
            continue
        for file in _meant(path):
            if isinstance(file, ArticleError):
                yield file
            elif file not in seen:
                seen.add(file)
                yield file


def _meant(path: Path) -> Iterator[Path | ArticleError]:
    if surely(path.is_dir):
        yield from _below(path, ignored_in(path))
    elif path.suffix.lower() in SUFFIXES and (surely(path.exists) or not _MAGIC.search(str(path))):
        yield path
    elif _MAGIC.search(str(path)) and not surely(path.exists):
        yield from _matching(path)
    else:
        yield _unfit(path)


def _unfit(file: Path) -> ArticleError:
    """Why a file that was named is none to check."""
    if not surely(file.exists):
        return ArticleError("there is no such file", path=file, hint="check the spelling, or the folder you are in")
    kind = f"a {file.suffix} file" if file.suffix else "a file without a suffix"
    hint = "save the article as Word (.docx), Markdown, HTML or plain text"
    return ArticleError(f"this is {kind}, expected {', '.join(SUFFIXES)} or a folder", path=file, hint=hint)


def _entries(folder: Path, ignored: Ignored) -> Iterator[tuple[Path, bool]]:
    """What stands in a folder and is not passed over, in order of name, and whether it is a folder.

    Raises ``ArticleError`` where that may not be seen.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        raise ArticleError("this folder may not be read", path=folder, hint="check its permissions") from None
    for entry in entries:
        if entry.name.startswith((".", _LOCK)) or entry.name in _PASSED_OVER:
            continue
        is_folder = surely(entry.is_dir)
        if is_folder and entry.is_symlink():  # it may lead back here
            continue
        if not ignored.leaves_out(entry.path, is_folder):
            yield folder / entry.name, is_folder


def _below(folder: Path, ignored: Ignored) -> Iterator[Path | ArticleError]:
    """The articles of a folder and of those in it; ``ignored`` knows its own ``.gitignore`` already."""
    sums = exported_into(folder)
    try:
        for path, is_folder in _entries(folder, ignored):
            if is_folder:
                yield from _below(path, ignored.below(path))
            elif _is_article(path) and not still_as_exported(path, sums):
                yield path
    except ArticleError as error:
        yield error


def _is_article(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and surely(path.is_file)


def _matching(pattern: Path) -> Iterator[Path | ArticleError]:
    """What a pattern means, for shells that hand it on as it is."""
    parts = [
        part for part, before in zip(pattern.parts, ("", *pattern.parts), strict=False) if not part == before == "**"
    ]
    plain = next(number for number, part in enumerate(parts) if _MAGIC.search(part))
    start = Path(*parts[:plain])
    found: dict[Path, None] = {}
    done: set[tuple[Path, int]] = set()
    if surely(start.is_dir):
        for path in _walk(start, parts[plain:], ignored_in(start), done):
            if isinstance(path, ArticleError):
                yield path
            else:
                found[path] = None
    yield from sorted(found)
    if not found:
        hint = "check the spelling, or the folder you are in"
        yield ArticleError("no article is meant by this pattern", path=pattern, hint=hint)


def _walk(
    folder: Path, parts: list[str], ignored: Ignored, done: set[tuple[Path, int]]
) -> Iterator[Path | ArticleError]:
    if (folder, len(parts)) in done:  # “**” leads to one place in several ways
        return
    done.add((folder, len(parts)))
    if not parts:
        yield from _below(folder, ignored)
        return
    any_depth, rest = parts[0] == "**", parts[1:]
    if any_depth and rest:
        yield from _walk(folder, rest, ignored, done)
    fits = re.compile(translate(os.path.normcase(parts[0])))
    try:
        for path, is_folder in _entries(folder, ignored):
            if not any_depth and not fits.match(os.path.normcase(path.name)):
                continue
            if is_folder:
                yield from _walk(path, parts if any_depth else rest, ignored.below(path), done)
            elif not rest and _is_article(path) and not still_as_exported(path, exported_into(folder)):
                yield path
    except ArticleError as error:
        yield error
