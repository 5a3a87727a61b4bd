"""For the eye: one page that needs nothing but itself, with the findings in the margin of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from authoring.findings import Severity
from authoring.reporters import NOTHING, Look, counts
from authoring.reporters.page.article import Entry, listed, shown
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
    from authoring.readability.stats import stats_of  # it brings textstat, which takes a while to start

    entries = [_entry(result) for result in results]
    files = [entry for entry in entries if entry.prose or entry.findings or not entry.remark]
    alone = len(entries) == 1 and len(files) == 1
    wanted = files if alone else sorted((entry for entry in entries if entry.findings), key=_gravity)
    whole = alone or sum(len(entry.text) for entry in wanted) <= FULL
    articles: list[Article] = []
    bodies = []
    for number, entry in enumerate(wanted, 1):
        article = shown(number, entry, stats_of if whole else None, whole=whole)
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
        counts(finding for entry in entries for finding in entry.findings),
        tuple(_groups(others)),
        _rules(entries),
        "" if whole else _SHORTENED,
    )
    yield from render(sheet, bodies)


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
    clean = tuple(listed(entry) for entry in entries if entry.prose or not entry.remark)
    skipped = tuple(listed(entry) for entry in entries if entry.remark and not entry.prose)
    if clean:
        yield "Nothing was found in these", clean
    if skipped:
        yield "Not checked", skipped


def _gravity(entry: Entry) -> list[int]:
    return [-count for count in counts(entry.findings).values()]


def _told(entries: Sequence[Entry], files: int) -> str:
    """How many findings there are, and in how much."""
    if not entries:
        return f"{NOTHING.strip().capitalize()}."
    found = [entry for entry in entries if entry.findings]
    if not found:
        return "Nothing found."
    told = tally(counts(finding for entry in found for finding in entry.findings))
    where = f"{len(found):,} of {files:,}" if len(found) < files else f"all {files:,}"
    return f"{told}." if files == 1 else f"{told}, in {where}."


def _rules(entries: Sequence[Entry]) -> tuple[tuple[str, str, int], ...]:
    """Each rule that found something, the most frequent first among those as grave."""
    gravest: dict[str, Severity] = {}
    count: Counter[str] = Counter()
    for entry in entries:
        for finding in entry.findings:
            count[finding.rule] += 1
            gravest[finding.rule] = max(finding.severity, gravest.get(finding.rule, finding.severity))
    ordered = sorted(count, key=lambda name: (-gravest[name], -count[name], name))
    return tuple((name, help_of(name)[0], count[name]) for name in ordered)
