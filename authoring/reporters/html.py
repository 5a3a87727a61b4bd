"""For the eye: one page that needs nothing but itself, with the findings in the margin of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from authoring.findings import Finding, Severity
from authoring.prose import Document
from authoring.readability.model import Stats
from authoring.readability.target import Target
from authoring.reporters import NOTHING, Look, counts
from authoring.reporters.page.article import Entry, Figured, named, shown
from authoring.reporters.page.model import Article, Sheet
from authoring.reporters.page.render import body_of, render, today
from authoring.reporters.page.wording import counted, tally
from authoring.rules.pages import help_of
from authoring.runner.checked import Checked

FULL = 500_000
"""Characters of articles that are shown whole; of more, only the paragraphs with findings are."""
_SHORTENED = "Only the paragraphs with findings are shown of so many articles; for the whole of one, lint it alone."


def report(results: Iterable[Checked], look: Look) -> Iterator[str]:
    """The page, once all is checked: the gravest stand first on it, and all are counted at its top."""
    entries = [_entry(result) for result in results]
    files = [entry for entry in entries if entry.prose or entry.findings or not entry.remark]
    alone = len(entries) == 1 and len(files) == 1
    wanted = files if alone else sorted((entry for entry in entries if entry.findings), key=_gravity)
    whole = alone or sum(len(entry.text) for entry in wanted) <= FULL
    articles: list[Article] = []
    bodies = []
    for number, entry in enumerate(wanted, 1):
        article = shown(number, entry, _figured(entry) if whole else None, whole=whole)
        bodies.append(body_of(article, alone=alone))
        articles.append(replace(article, rows=(), loose=(), figures=None))  # those of a thousand take much memory
    kept = {id(entry) for entry in wanted}
    others = [entry for entry in entries if id(entry) not in kept]
    title = articles[0].headline or articles[0].name if alone else _title(files)
    sheet = Sheet(
        "authoring lint",
        title,
        today(),
        _told(entries, len(files)),
        alone,
        tuple(articles),
        counts(_found(entries)),
        tuple(_groups(others)),
        "The articles, the gravest first",
        _rules(entries),
        "" if whole else _SHORTENED,
    )
    yield from render(sheet, bodies)


def _figured(entry: Entry) -> Figured:
    """What measures an article for the page."""
    from authoring.readability.stats import stats_of  # it brings textstat, which takes a while to start
    from authoring.runner.measured import target
    from authoring.runner.stories import Stories

    def figured(document: Document) -> tuple[Stats, Target]:
        notes = None if document.front.get("kind") else Stories().of(document).notes  # these may say of what kind it is
        return stats_of(document), target(replace(document, notes=notes), entry.config)

    return figured


def _entry(result: Checked) -> Entry:
    """What the page needs of a result; parsed articles are let go, since a thousand of them take much memory."""
    return Entry(
        result.path,
        result.shown if result.article else result.text,
        result.article,
        result.remark,
        result.findings,
        result.told,
        result.config,
        result.measures,
    )


def _title(files: Sequence[Entry]) -> str:
    return counted(len(files), "article" if all(entry.prose for entry in files) else "file")


def _groups(entries: Sequence[Entry]) -> Iterator[tuple[str, tuple[Article, ...]]]:
    """The files without findings, under what is to be said of them."""
    clean = tuple(named(entry) for entry in entries if entry.prose or not entry.remark)
    skipped = tuple(named(entry) for entry in entries if entry.remark and not entry.prose)
    if clean:
        yield "Nothing was found in these", clean
    if skipped:
        yield "Not checked", skipped


def _found(entries: Iterable[Entry]) -> Iterator[Finding]:
    return (finding for entry in entries for finding in entry.findings or ())


def _gravity(entry: Entry) -> list[int]:
    return [-count for count in counts(entry.findings or ()).values()]


def _told(entries: Sequence[Entry], files: int) -> str:
    """How many findings there are, and in how much."""
    if not entries:
        return f"{NOTHING.strip().capitalize()}."
    found = [entry for entry in entries if entry.findings]
    if not found:
        return "Nothing found."
    told = tally(counts(_found(entries)))
    where = f"{len(found):,} of {files:,}" if len(found) < files else f"all {files:,}"
    return f"{told}." if files == 1 else f"{told}, in {where}."


def _rules(entries: Sequence[Entry]) -> tuple[tuple[str, str, int], ...]:
    """Each rule that found something, the most frequent first among those as grave."""
    gravest: dict[str, Severity] = {}
    count: Counter[str] = Counter()
    for finding in _found(entries):
        count[finding.rule] += 1
        gravest[finding.rule] = max(finding.severity, gravest.get(finding.rule, finding.severity))
    ordered = sorted(count, key=lambda name: (-gravest[name], -count[name], name))
    return tuple((name, help_of(name)[0], count[name]) for name in ordered)
