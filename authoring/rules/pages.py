"""``docs/rules.md``, written from the rules' own pages: ``python -m authoring.rules.pages > docs/rules.md``."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import groupby

from authoring.grammar.names import is_name
from authoring.prose.document import Voice
from authoring.rules.options import defaults, meanings, written
from authoring.rules.page import read_page
from authoring.rules.registry import NARRATION, Rule, load, names
from authoring.text.patterns import lazy

_HEAD = """# Rules

<!-- Written by `python -m authoring.rules.pages` from the docstrings in authoring/rules: change those instead. -->

Each rule checks one thing that a copy editor would. `--select` runs only the rules or families you name, `--ignore`
leaves some out. *error* fails the run, *warning* and *info* do not unless `--fail-on` says so. Every example on this
page is executed as a test.

On a terminal, `authoring rules` lists them, `authoring explain RULE` shows a page, and `authoring try RULE PATH` shows
every hit of one rule in your own articles, also of one that is off. What runs and how it is set is the
[configuration](configuration.md).
"""
_TAIL = """
## What the linter itself reports

### malformed-notes

A notes file has a problem: the message says what stands there and what was expected. While an article's notes have
errors, the rules that compare with notes are skipped for that article, and the run says so.

### missing-notes

An article's front matter names a notes file (`notes:`) that is not there, so nothing can be compared with it.

### missing-house

An article that was made from notes names a house style (`house:`) that is not there, so the conventions of the
configuration hold.

### crashed-rule

A rule failed on this article. The fault is the rule's; the other rules ran. Please report it with the article.
"""
OF_LANGUAGETOOL = (
    "It reads grammar and spelling on this machine; in quotations it only informs, and its findings are left out for"
    " names and terms of the notes, and where a rule of ours says the same."
)
"""What is to be said of every rule of LanguageTool's."""
KINDS = {
    "bad": "Not like this:",
    "finds": "The rule finds:",
    "good": "This is fine:",
    "notes": "Given these notes:",
    "options": "With these options:",
}
"""What the examples of a page are called where it is read."""
FENCE = lazy(r"^(?P<marks>`{3,})(?P<kind>[a-z]*)\n(?P<text>.*?)^(?P=marks)\n?", re.MULTILINE | re.DOTALL)
"""An example of a page."""
_OPENING = lazy(r"^(`{3,})(bad|finds|good|notes|options)$", re.MULTILINE)


def in_a_line(rule: Rule) -> str:
    """Its level, whose words it reads, and what it needs, as Markdown."""
    parts = [f"*{rule.severity}*"]
    if rule.voices == frozenset(Voice):
        parts.append("reads everything")
    elif rule.voices != NARRATION:
        parts.append("reads " + ", ".join(sorted(str(voice) for voice in rule.voices)))
    if rule.needs_notes:
        parts.append("needs the notes")
    if not rule.on:
        parts.append("off unless it is named")
    return " · ".join(parts)


def _options(rule: Rule) -> Iterator[str]:
    if rule.options is None:
        return
    yield "\n| option | default | what it sets |\n|---|---|---|\n"
    meaning = meanings(rule.options)
    for name, value in defaults(rule.options).items():
        yield f"| `{name}` | `{written(value)}` | {' '.join(meaning.get(name, '').split())} |\n"


def internal() -> list[str]:
    """What the linter itself reports besides the rules."""
    return re.findall(r"^### (\S+)$", _TAIL, re.MULTILINE)


def help_of(name: str) -> tuple[str, str]:
    """What a rule checks, in a sentence and in full, as Markdown; also of what the linter itself reports."""
    if name in names():
        page = read_page(load(name).page)
        body = _OPENING.sub(lambda match: f"{KINDS[match[2]]}\n\n{match[1]}text", page.body)
        return page.summary, body.strip()
    if name not in internal() and is_name(name):
        return f"Findings of LanguageTool's rule {name}.", f"Findings of LanguageTool's rule {name}. {OF_LANGUAGETOOL}"
    heading = f"### {name}\n"
    told = _TAIL.partition(heading)[2].partition("\n### ")[0].strip() or f"Findings of the rule {name}."
    return f"{' '.join(told.split()).partition('. ')[0].rstrip('.')}.", told


def pages() -> Iterator[str]:
    """The page of all rules, piece by piece, families and rules in alphabetical order."""
    yield _HEAD
    ordered = sorted(names().items(), key=lambda pair: (pair[1], pair[0]))
    for family, group in groupby(ordered, key=lambda pair: pair[1]):
        yield f"\n## {family.capitalize()}\n"
        for name, _ in group:
            rule = load(name)
            body = _OPENING.sub(lambda match: f"{KINDS[match[2]]}\n\n{match[1]}text", read_page(rule.page).body)
            yield f"\n### {name}\n\n{in_a_line(rule)}\n\n{body}"
            yield from _options(rule)
    yield _TAIL


if __name__ == "__main__":
    sys.stdout.write("".join(pages()))
