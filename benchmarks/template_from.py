"""How well ``authoring template from`` turns finished articles into templates, beside a naive replacing of values.

For each finished article: whether the template gives it to the letter, the longest run of its words outside the fixed
phrases, how many phrases and words of the article's own there are, which share of its words comes from notes, how many
numbers count words or items; and, on the notes of other stories, which share of their quotes and facts it prints, and
whether words of the first article come along. The naive way replaces every value of the notes that is found in the
article by its expression, ``notes.beats[2]["items"][1].text``.

    python benchmarks/template_from.py [ARTICLE NOTES ...]
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from authoring.drafting.bounded import Worker
from authoring.drafting.draft import draft
from authoring.drafting.filters import sentences
from authoring.drafting.house import house_of
from authoring.errors import AuthoringError
from authoring.notes import read_notes
from authoring.notes.model import Notes
from authoring.templating.backwards.habits import literal
from authoring.templating.backwards.job import template_from
from authoring.templating.backwards.made import shares
from authoring.templating.backwards.material import Material, material
from authoring.text.shipped import builtin_templates

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
FINISHED = ROOT / "tests" / "templating" / "finished"
PAIRS = [
    (FINISHED / "clock.md", ROOT / "drafts/town-clock/notes.md"),
    (FINISHED / "clock-questions.md", ROOT / "drafts/town-clock/notes.md"),
    (FINISHED / "tolls-brief.md", ROOT / "drafts/bridge-tolls/notes.md"),
    (FINISHED / "tolls-news.md", ROOT / "drafts/bridge-tolls/notes.md"),
    (ROOT / "drafts/intermission/article.md", ROOT / "drafts/intermission/notes.md"),
    (SHARED / "seeds/interview.txt", SHARED / "examples/notes-interview.md"),
    (SHARED / "seeds/brief.txt", SHARED / "examples/notes-brief.md"),
]


def words(text: str) -> list[str]:
    """The words of a text as letters and figures alone, so that no mark hides a run."""
    return [word.casefold() for word in re.findall(r"[^\W_]+", text)]


def longest_run(template: str, article: str) -> int:
    """The longest run of the article's words in a template, outside its fixed phrases."""
    code = words(re.sub(r"\{% set phrases = \{.*?^\} %\}", "", template, flags=re.DOTALL | re.MULTILINE))
    has = words(article)
    best, last = 0, [0] * (len(has) + 1)
    for word in code:
        line = [0] * (len(has) + 1)
        for number, other in enumerate(has, 1):
            if word == other:
                line[number] = last[number - 1] + 1
                best = max(best, line[number])
        last = line
    return best


def naive(article: str, seen: Material) -> str:
    """The article with every value of the notes in it replaced by its expression, the longest first."""
    values: dict[str, str] = {}
    for entry in seen.entries:
        for key in ("text", "opening", "rest"):
            if entry.record.get(key):
                values.setdefault(
                    str.__str__(entry.record[key]), f'notes.beats[{entry.beat}]["items"][{entry.number}].{key}'
                )
    for known in seen.fields():
        values.setdefault(known.text, known.code)
    for number, source in enumerate(seen.record["sources"]):
        for key in ("name", "role", "url"):
            if source[key]:
                values.setdefault(str.__str__(source[key]), f"notes.sources[{number}].{key}")
    ordered = sorted((value for value in values if len(value) > 3), key=len, reverse=True)
    found = re.compile("|".join(map(re.escape, ordered)))
    made, at = [], 0
    for match in found.finditer(article):
        made += ["{{ ", literal(article[at : match.start()]), " }}{{ ", values[match[0]], " }}"]
        at = match.end()
    return "".join([*made, "{{ ", literal(article[at:]), " }}"])


def others(notes: Path) -> list[Path]:
    """Notes of other stories."""
    every = [*sorted((ROOT / "drafts").glob("*/notes.md")), *sorted((SHARED / "examples").glob("*.md"))]
    return [each for each in every if each.resolve() != notes.resolve()]


def printed(template: str, notes: Path, article: str, phrases: list[str], worker: Worker) -> tuple[int, int, int, int]:
    """Of other notes: quotes printed and noted, facts printed and noted; raises where the template fails."""
    understood: Notes = read_notes(notes)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "made.md"
        file.write_text(template, encoding="utf-8")
        text = draft(understood, str(file), worker=worker).text
    flat = words(text)
    joined = " ".join(flat)
    quotes = list(understood.quotes)
    facts = [*understood.facts, *understood.of_kind("reported")]

    def there(item_words: list[str]) -> bool:
        return " ".join(item_words) in joined

    said = sum(all(there(words(each)) for part in item.parts for each in sentences(part)) for item in quotes)
    told = sum(there(words(str.__str__(item.text))) for item in facts)
    return said, len(quotes), told, len(facts)


def strangers(template: str, notes: Path, article: str, phrases: list[str], worker: Worker) -> int:
    """How many runs of five words of the first article stand in what the template makes of other notes."""
    understood = read_notes(notes)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "made.md"
        file.write_text(template, encoding="utf-8")
        text = draft(understood, str(file), worker=worker).text
    for phrase in phrases:
        text = text.replace(phrase, "|")
    has = words(article)
    own = {tuple(has[at : at + 5]) for at in range(len(has) - 4)}
    noted = words(understood.text + "".join(each.read_text() for each in sorted(builtin_templates().glob("*.md"))))
    own -= {tuple(noted[at : at + 5]) for at in range(len(noted) - 4)}
    made = words(text)
    return sum(tuple(made[at : at + 5]) in own for at in range(len(made) - 4))


def line(label: str, *columns: object) -> str:
    """One line of the table."""
    return f"{label:<34}" + "".join(f"{column!s:>11}" for column in columns)


def main() -> int:
    """Print a table for each way."""
    given = [Path(each) for each in sys.argv[1:]]
    pairs = list(zip(given[::2], given[1::2], strict=True)) or PAIRS
    print(line("", "to the", "longest", "phrases", "their", "from", "numbers", "quotes", "facts", "strange", "seconds"))
    print(line("", "letter", "run", "", "words", "notes", "", "elsewhere", "elsewhere", "runs", ""))
    with Worker() as worker:
        for path, notes in pairs:
            start = time.perf_counter()
            outcome = template_from(path, read_notes(notes))
            took = time.perf_counter() - start
            made = outcome.made
            own = [phrase.text for phrase in made.phrases]
            share, every = shares(made)
            report(
                worker,
                f"{path.parent.name}/{path.name}",
                made.text,
                made.exact,
                made.article.text,
                own,
                share / every,
                made.indexes,
                notes,
                took,
            )
            seen = material(read_notes(notes), house_of(read_notes(notes)).conventions)
            start = time.perf_counter()
            simple = naive(made.article.text, seen)
            took = time.perf_counter() - start
            left = re.findall(r'\{\{ "((?:[^"\\]|\\.)*)" \}\}', simple)
            lost = sum(len(words(each)) for each in left)
            total = len(words(made.article.text))
            with TemporaryDirectory() as folder:
                file = Path(folder) / "made.md"
                file.write_text(simple, encoding="utf-8")
                try:
                    exact = draft(read_notes(notes), str(file), worker=worker, article=path).text == made.article.text
                except AuthoringError:
                    exact = False
            report(
                worker,
                "  naive",
                simple,
                exact,
                made.article.text,
                [],
                1 - lost / total,
                len(re.findall(r"\[\d+\]", simple)),
                notes,
                took,
            )
    return 0


def report(  # noqa: PLR0917
    worker: Worker,
    label: str,
    template: str,
    exact: bool,
    article: str,
    own: list[str],
    share: float,
    numbers: int,
    notes: Path,
    took: float,
) -> None:
    """Print a line of the table."""
    quotes = noted_quotes = facts = noted_facts = strange = failed = 0
    for other in others(notes):
        try:
            found = printed(template, other, article, own, worker)
            strange += strangers(template, other, article, own, worker)
        except AuthoringError as error:
            failed += 1
            if label != "  naive":
                print("   fails on", other, error)
            understood = read_notes(other)
            found = (0, len(understood.quotes), 0, len(understood.facts) + len(understood.of_kind("reported")))
        quotes, noted_quotes = quotes + found[0], noted_quotes + found[1]
        facts, noted_facts = facts + found[2], noted_facts + found[3]
    print(
        line(
            label,
            "yes" if exact else "no",
            longest_run(template, article),
            len(own),
            sum(len(words(each)) for each in own),
            f"{share:.0%}",
            numbers,
            f"{quotes}/{noted_quotes}",
            f"{facts}/{noted_facts}",
            f"{strange}" + (f" ({failed} fail)" if failed else ""),
            f"{took:.1f}",
        ),
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
