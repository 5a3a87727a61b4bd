"""From the text of a file to what is found in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from authoring.config import DEFAULTS, Config
from authoring.errors import ArticleError, read_file
from authoring.findings import Finding, Origin
from authoring.prose import parse
from authoring.prose.document import Document
from authoring.prose.language import is_english
from authoring.rules.choosing import chosen
from authoring.runner.checked import Checked
from authoring.runner.core import examine
from authoring.runner.dependence import rests_on
from authoring.runner.grammar import Grammar
from authoring.runner.places import articles_in
from authoring.runner.run import lint_paths
from authoring.runner.stories import Stories, Story, holds_notes, known_to
from authoring.runner.sweeping import Sweeper
from authoring.runner.withheld import withheld

__all__ = ["NOT_ENGLISH", "lint_paths", "lint_text", "no_article", "texts_in"]
_JINJA = ("{{", "{%", "{#")
_PAGE, _WRITTEN, _HEAD = "<!doctype html>", '<meta name="generator" content="authoring ', 2000
"""By what a page of ``authoring.reporters.page`` is known, and the characters in which that stands."""
NOT_ENGLISH = "skipped, it is not in English"


def texts_in(
    paths: Iterable[str | Path],
    progress: Callable[[int, int], None] | None = None,
    unread: Callable[[ArticleError], None] | None = None,
) -> Iterator[tuple[str, str]]:
    """Path and text of every file that is named or stands in a folder that is; the rest like ``lint_paths``."""
    files = list(articles_in(paths))
    sweeper = Sweeper()
    for done, path in enumerate(files, 1):
        if progress is not None:
            progress(done, len(files))
        try:
            if isinstance(path, ArticleError):
                raise path
            text = read_file(path, kind=ArticleError)
            sweeper.before(len(text))
        except ArticleError as error:
            if unread is None:
                raise
            unread(error)
            continue
        yield str(path), text


def lint_text(
    text: str,
    path: str,
    config: Config | None = None,
    stories: Stories | None = None,
    grammar: Grammar | None = None,
) -> Iterator[Checked]:
    """Check one text as if it stood at ``path``; like ``lint_paths``."""
    config = config or DEFAULTS
    chosen(config, noted=False)  # a wrong setting is told also where there is nothing to check
    for result in _checked(text, path, config, stories or Stories(), grammar):
        yield replace(result, config=config)


def _checked(text: str, path: str, config: Config, stories: Stories, grammar: Grammar | None) -> Iterator[Checked]:
    if remark := no_article(text, path):
        yield Checked(path, text, remark=remark, rests_on=())
    elif holds_notes(text):
        yield from stories.check(path, text)
    elif transcript := stories.transcript(path):
        yield Checked(transcript, text, remark=TRANSCRIPT)
    else:
        yield from _article(text, path, config, stories, grammar)


TRANSCRIPT = "skipped, it is a transcript that the notes name"


def no_article(text: str, path: str) -> str:
    """Why there is nothing to check in a text that is no notes either; empty where there is."""
    if not text.strip():
        return "empty, nothing to check"
    if text.startswith(_PAGE) and _WRITTEN in text[:_HEAD]:
        return "skipped, it is a page that authoring wrote"
    if "templates" in Path(path).parts[:-1] and any(mark in text for mark in _JINJA) and not holds_notes(text):
        return "skipped, it is a template"
    return ""


def _article(text: str, path: str, config: Config, stories: Stories, grammar: Grammar | None) -> Iterator[Checked]:
    document = parse(text, path=path)
    if not is_english(document):
        yield Checked(path, text, remark=NOT_ENGLISH, rests_on=())
        return
    story = stories.of(document)
    if story.faulty and story.path:
        yield from stories.check(story.path)
    document = known_to(story, document)
    examined = examine(document, config, grammar)
    findings = tuple(sorted((*story.findings, *examined.findings), key=lambda finding: finding.span))
    remark = "; ".join(filter(None, (_remark(story, config), _not_compared(document))))
    told, hidden = _told(findings, document), withheld(document)
    result = Checked(path, text, findings, remark, document, told, examined.suppressed, hidden)
    yield replace(
        result,
        proofread=examined.proofread,
        unproofed=examined.unproofed,
        unread=examined.unread,
        rests_on=None if examined.unproofed or examined.unread else rests_on(story, result, examined.files),
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
                told[origin] = masked(" ".join(_from(item.text, offset).split()), secrets)
    return told


def _from(text: str, offset: int) -> str:
    """A note from the sentence on in which a place of the notes stands."""
    from authoring.text.sentences import sentence_spans
    from authoring.trace.traced import runs_of

    plain = str.__str__(text)
    at = place = 0
    for run in runs_of(text):
        if run.noted and run.start <= offset < run.end:
            place = at + (offset - run.start if run.exact else 0)
            break
        at += run.length
    start = max((first for first, _ in sentence_spans(plain) if first <= place), default=0)
    return f"… {plain[start:]}" if start else plain
