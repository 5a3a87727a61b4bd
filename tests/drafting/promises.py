"""What a draft promises, each promise as a function that yields where a draft breaks it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import frontmatter
from generated_notes import SENTINEL
from generated_words import COMPUTED

from authoring.drafting.draft import Draft
from authoring.findings import Finding, Severity
from authoring.notes.companions import companions
from authoring.notes.model import Item, Notes
from authoring.prose import parse
from authoring.runner import lint
from authoring.trace.trace import Stretch
from authoring.verification.quotes import checked_quotes

TEMPLATES = Path(__file__).parents[2] / "templates"
_TOKENS = re.compile(
    rf"\{{\{{|\}}\}}|\{{%|%\}}|\{{#|#\}}|\bNone\b|[Uu]ndefined|source-\d|\[object|object at 0x|{COMPUTED}|macro "
)
_WORD = re.compile(r"[^\W_]")
_WORDS = re.compile(r"[^\W_]+")
_IN_OTHER_WORDS = re.compile(r"\d{4}-\d\d|\bas \w+day\b|\\|''")
"""What is not printed as it is typed: dates, and marks that YAML has doubled or escaped."""
_LEFT_OPEN = re.compile(r"“”|‘’|\(\)|\[\]|,,|,\.|(?<!\.)\.\.(?!\.)| [,;:](?!\S)| \.(?!\S)|\*\* ?:|: ?\.|  ")


def body_start(text: str) -> int:
    """Where the article begins behind its front matter."""
    return text.index("\n---\n", 4) + 5


def unexpanded(made: Draft) -> Iterator[str]:
    """No token of Jinja or Python stands in it that the notes do not have just there."""
    noted = _noted(made)
    for token in _TOKENS.finditer(made.text):
        if not all(noted[token.start() : token.end()]):
            yield made.text[max(0, token.start() - 20) : token.end() + 20]


def empty(made: Draft) -> Iterator[str]:
    """No paragraph is empty, or has marks alone that the notes do not have."""
    start = body_start(made.text)
    noted = _noted(made)
    if "\n\n\n" in made.text or not made.text.endswith("\n") or made.text.endswith("\n\n"):
        yield "blank lines"
    at = start
    for paragraph in made.text[start:].split("\n\n"):
        bare = paragraph.strip()
        if bare and not _WORD.search(bare) and not any(noted[at : at + len(paragraph)]):
            yield bare
        at += len(paragraph) + 2


def left_open(made: Draft) -> Iterator[str]:
    """No marks stand around nothing, or twice, where the template set one of them."""
    noted = _noted(made)
    start = body_start(made.text)
    for marks in _LEFT_OPEN.finditer(made.text, start):
        if not all(noted[marks.start() : marks.end()]):
            yield made.text[max(0, marks.start() - 30) : marks.end() + 10]


def headless(made: Draft) -> Iterator[str]:
    """The front matter can be read, and it and the article have the headline as noted."""
    head = frontmatter.loads(made.text).metadata
    noted = str.__str__(made.notes.front.text("headline") or "")
    if str(head.get("headline")) != noted:
        yield f"{head.get('headline')!r} in the front matter, {noted!r} in the notes"
    if f"\n# {noted}\n" not in made.text:
        yield "the headline is not in the article"


def misquoted(made: Draft) -> Iterator[str]:
    """Every stretch that comes from a quote of the notes is the whole of it, to the letter, but for the marks."""
    quotes = [item for item in made.notes.items if item.kind == "quote"]
    by_start = {item.span.start: item for item in quotes}
    starts = sorted(by_start)
    printed: dict[int, list[str]] = {}
    for stretch in made.trace.stretches:
        if stretch.notes is None:
            continue
        item = _of(stretch, starts, by_start)
        if item is not None:
            printed.setdefault(item.span.start, []).append(stretch.span.of(made.text))
    for start, pieces in printed.items():
        said = _letters(str.__str__(by_start[start].text))
        if _letters("".join(pieces)) != said:
            yield f"{''.join(pieces)!r} for {str.__str__(by_start[start].text)!r}"


def unverified(made: Draft) -> Iterator[str]:
    """The quote check finds every quotation of the article in the notes, with its speaker, word for word."""
    document = parse(made.text, made.notes)
    for checked in checked_quotes(document):
        if not checked.check.passes:
            yield f"{checked.check.status}: {checked.said.text!r} {checked.check.reason}"


def untraced(made: Draft) -> Iterator[str]:
    """Every character leads to the notes or to a line of a template, and is what stands there."""
    at = 0
    for stretch in made.trace.stretches:
        if stretch.span.start != at:
            yield f"a gap at {at}"
        at = stretch.span.end
        yield from _false_origin(made, stretch)
    if at != len(made.text):
        yield f"nothing after {at}"


def _false_origin(made: Draft, stretch: Stretch) -> Iterator[str]:
    words = stretch.span.of(made.text)
    line = template_lines(stretch.template)[stretch.template_line - 1]
    bare = words.strip(" \n“”‘’,.")
    if stretch.notes is None:
        if bare and "{{" not in line and bare not in line:
            yield f"{words!r} is not in {stretch.template}:{stretch.template_line}"
        return
    noted = stretch.notes.of(made.notes.text)
    if stretch.exact and noted.casefold() != words.casefold():
        yield f"{words!r} is not {noted!r}"
        return
    told = stretch.exact or not _WORD.search(words) or words.casefold() in noted.casefold()
    if not told and not _IN_OTHER_WORDS.search(noted):
        yield f"{words!r} comes from {noted!r}"


def leaked(made: Draft) -> Iterator[str]:
    """Nothing told in confidence stands in the article or in its trace."""
    for where, text in (("article", made.text), ("trace", made.trace.to_json())):
        for found in re.finditer(SENTINEL, text, re.IGNORECASE):
            yield f"{where}: {text[max(0, found.start() - 60) : found.end() + 20]!r}"


def errors(made: Draft) -> Iterator[str]:
    """The linter has no error to tell of that the notes do not cause."""
    document = parse(made.text, made.notes)
    for finding in lint(document):
        words = made.text[finding.span.start : finding.span.end]
        if finding.severity >= Severity.ERROR and not caused_by_the_notes(made.notes, finding, words):
            yield f"{finding.rule}: {finding.message} | {words[:120]!r}"


def caused_by_the_notes(notes: Notes, finding: Finding, words: str) -> bool:
    """Whether an error tells of something that the reporter has to put right in the notes, since no template can.

    These three, and no others: a request for comment of which the notes do not say who asked, when or how; words in
    braces that stand so in the notes; nearly the same words that the notes of the story
    give to two sources.
    """
    if finding.rule == "borrowed-no-comment":
        known = ("asked_by", "asked_on", "how")
        return any(not any(request.fields.text(key) for key in known) for request in notes.requests)
    if finding.rule == "leftover-placeholder":
        return words in notes.text
    return finding.rule == "conflicting-attribution" and len(_givers(notes, words)) > 1


def _givers(notes: Notes, words: str) -> set[str | None]:
    """Who says most of these words, in the notes or in others of the same story."""
    wanted = set(_WORDS.findall(words.casefold()))
    items = [*notes.items, *(item for other in companions(notes).notes for item in other.items)]
    return {item.source for item in items if len(wanted & set(_WORDS.findall(item.text.casefold()))) * 2 > len(wanted)}


ALWAYS = (unexpanded, empty, headless, misquoted, untraced, leaked)
"""What holds whatever stands in the notes."""
READABLE = (*ALWAYS, left_open, unverified, errors)
"""What holds where the words of the notes leave no mark open, so that the article can be read back."""


def broken(made: Draft, promises: tuple[Callable[[Draft], Iterator[str]], ...]) -> Iterator[str]:
    """Where a draft breaks these promises, each by its name."""
    for promise in promises:
        yield from (f"{promise.__name__}: {what}" for what in promise(made))


@cache
def template_lines(name: str) -> list[str]:
    """The lines of a built-in template."""
    return (TEMPLATES / name).read_text("utf-8").splitlines()


def _noted(made: Draft) -> list[bool]:
    """Of every character of a draft, whether it is the very one of the notes."""
    noted: list[bool] = []
    for stretch in made.trace.stretches:
        noted += [stretch.exact or stretch.notes is not None] * len(stretch.span)
    return noted


def _of(stretch: Stretch, starts: list[int], items: dict[int, Item]) -> Item | None:
    assert stretch.notes is not None
    at = bisect_right(starts, stretch.notes.start) - 1
    item = items[starts[at]] if at >= 0 else None
    return item if item is not None and stretch.notes.start < item.span.end else None


def _letters(text: str) -> str:
    return re.sub(r"[\s“”‘’\"',.]+", "", text)
