"""From the files and folders somebody names to what is found in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from authoring.config import DEFAULTS, Config
from authoring.config.find import Configs
from authoring.errors import ArticleError, read_file
from authoring.findings import Finding, Origin
from authoring.prose import parse
from authoring.prose.document import Document
from authoring.prose.language import is_english
from authoring.rules.choosing import chosen
from authoring.runner.checked import Checked
from authoring.runner.core import examine
from authoring.runner.stories import Stories, Story, holds_notes
from authoring.runner.withheld import withheld
from authoring.text.files import surely

SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm")
_PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages", "venv"})
_JINJA = ("{{", "{%", "{#")
NOT_ENGLISH = "skipped, it is not in English"


def articles_in(paths: Iterable[str | Path]) -> Iterator[Path | ArticleError]:
    """The files to check: those named, and in folders all Markdown, text and HTML files, in order of name.

    In folders, hidden files and folders are passed over, and so are links to folders and folders that hold other
    people's software. In the place of a path that is not there, or of a file of a kind that cannot be read yet, stands
    the error that says so.
    """
    seen: set[Path] = set()
    for named in paths:
        path = Path(named)
        if not str(named):  # Path takes it for the folder one is in
            message = "an empty name was given, expected a file or a folder"
            yield ArticleError(message, hint="a variable of your shell may be empty")
            continue
        for file in _below(path) if surely(path.is_dir) else (path,):
            if isinstance(file, ArticleError):
                yield file
            elif path == file and file.suffix.lower() not in SUFFIXES:
                yield _unfit(file)
            elif file not in seen:
                seen.add(file)
                yield file


def _unfit(file: Path) -> ArticleError:
    """Why a file that was named is none to check."""
    if not surely(file.exists):
        return ArticleError("there is no such file", path=file, hint="check the spelling, or the folder you are in")
    kind = f"a {file.suffix} file" if file.suffix else "a file without a suffix"
    hint = "save the article as Markdown, HTML or plain text"
    return ArticleError(f"this is {kind}, expected {', '.join(SUFFIXES)} or a folder", path=file, hint=hint)


def _below(folder: Path) -> Iterator[Path | ArticleError]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield ArticleError("this folder may not be read", path=folder, hint="check its permissions")
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _PASSED_OVER:
            continue
        if surely(entry.is_dir):
            if not entry.is_symlink():  # it may lead back here
                yield from _below(entry)
        elif entry.suffix.lower() in SUFFIXES and surely(entry.is_file):
            yield entry


def lint_paths(
    paths: Iterable[str | Path],
    config: Config | Configs | None = None,
    notes: str | Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    unread: Callable[[ArticleError], None] | None = None,
) -> Iterator[Checked]:
    """Check files and folders, one result a file, each as soon as it is done.

    A Markdown file that holds notes is checked as notes. ``config`` is one for all, or tells each file's own; what it
    excludes is passed over, and if it was named it is said why. ``notes`` is the notes file to compare every article
    with; otherwise each article's own is looked for (``authoring.runner.stories``). A notes file with errors is
    reported once, also where it was not named. ``progress`` is told how many files of how many are done, and ``unread``
    of each file that cannot be read, after which the others are checked all the same; without it ``ArticleError`` is
    raised. Raises ``ConfigError`` for an unknown rule or option.
    """
    configs = config if isinstance(config, Configs) else Configs.always(config or DEFAULTS)
    named = [str(path) for path in paths]
    for path in named[:1]:  # a wrong setting is told before anything is found
        chosen(configs.of(path), noted=False)
    stories = Stories(notes)
    alone = {str(Path(path)) for path in named}
    for path, text in texts_in(named, progress, unread):
        if place := configs.excluded(path):
            if path in alone:
                yield Checked(path, text, remark=f"skipped, it is excluded by {place}")
            continue
        yield from lint_text(text, path, configs.of(path), stories)


def texts_in(
    paths: Iterable[str | Path],
    progress: Callable[[int, int], None] | None = None,
    unread: Callable[[ArticleError], None] | None = None,
) -> Iterator[tuple[str, str]]:
    """Path and text of every file that is named or stands in a folder that is; the rest like ``lint_paths``."""
    files = list(articles_in(paths))
    for done, path in enumerate(files, 1):
        if progress is not None:
            progress(done, len(files))
        try:
            if isinstance(path, ArticleError):
                raise path
            text = read_file(path, kind=ArticleError)
        except ArticleError as error:
            if unread is None:
                raise
            unread(error)
            continue
        yield str(path), text


def lint_text(text: str, path: str, config: Config | None = None, stories: Stories | None = None) -> Iterator[Checked]:
    """Check one text as if it stood at ``path``; like ``lint_paths``."""
    config = config or DEFAULTS
    chosen(config, noted=False)  # a wrong setting is told also where there is nothing to check
    for result in _checked(text, path, config, stories or Stories()):
        yield replace(result, config=config)


def _checked(text: str, path: str, config: Config, stories: Stories) -> Iterator[Checked]:
    if remark := no_article(text, path):
        yield Checked(path, text, remark=remark)
    elif holds_notes(text):
        yield from stories.check(path, text)
    else:
        yield from _article(text, path, config, stories)


def no_article(text: str, path: str) -> str:
    """Why there is nothing to check in a text that is no notes either; empty where there is."""
    if not text.strip():
        return "empty, nothing to check"
    if "templates" in Path(path).parts[:-1] and any(mark in text for mark in _JINJA) and not holds_notes(text):
        return "skipped, it is a template"
    return ""


def _article(text: str, path: str, config: Config, stories: Stories) -> Iterator[Checked]:
    document = parse(text, path=path)
    if not is_english(document):
        yield Checked(path, text, remark=NOT_ENGLISH)
        return
    story = stories.of(document)
    if story.faulty and story.path:
        yield from stories.check(story.path)
    if story.notes is not None:
        document = replace(document, notes=story.notes)
    examined = examine(document, config)
    findings = tuple(sorted((*story.findings, *examined.findings), key=lambda finding: finding.span))
    remark = "; ".join(filter(None, (_remark(story, config), _not_compared(document))))
    yield Checked(
        path, text, findings, remark, document, _told(findings, document), examined.suppressed, withheld(document)
    )


def _remark(story: Story, config: Config) -> str:
    """What was left out because the notes cannot be used."""
    needing = [rule.name for rule in chosen(config) if rule.needs_notes]
    if not story.faulty or not needing:
        return ""
    others = f" and {len(needing) - 1} other rule{'s' if len(needing) > 2 else ''}" if len(needing) > 1 else ""
    return f"its notes have errors, so {needing[0]}{others} did not run"


def _not_compared(document: Document) -> str:
    """Which transcripts the quotations were not looked for in, though the notes name them."""
    if document.notes is None or "verdicts" not in document.worked_out:  # then no quotation was looked for
        return ""
    from authoring.verification.material import material

    problems = material(document.notes).unread
    return "; ".join(f"not compared with {problem.path}: {problem.message}" for problem in problems)


def _told(findings: Iterable[Finding], document: Document) -> dict[Origin, str]:
    """The words of the notes at each origin, without comments and names that must not be shown.

    Of protected sources there are none, for these may tell who they are.
    """
    notes = document.notes
    origins = {finding.origin for finding in findings if finding.origin is not None}
    if notes is None or not origins:
        return {}
    from authoring.wording.material import masked
    from authoring.wording.noted import secret_names

    secrets = secret_names(notes)
    told = {}
    places = {origin: notes.lines.offset(origin.line, origin.column) for origin in origins if origin.path == notes.path}
    for item in notes.items:
        source = notes.sources.get(item.source) if item.source else None
        if source and source.protected:
            continue
        for origin, offset in places.items():
            if item.span.start <= offset < item.span.end:
                told[origin] = masked(" ".join(str.__str__(item.text).split()), secrets)
    return told
