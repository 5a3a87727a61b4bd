"""Draws findings at random from real articles and prints them in context, to be read and judged by a person.

    python benchmarks/precision.py unattributed-quote long-sentence --seed 7
    python benchmarks/precision.py house --house ap

The articles are those of ``../shared/data/articles``; the draw is stratified: news, interviews and releases come first,
since they decide. ``--counts`` prints only how many findings each rule has, findings per 1,000 words on the
median article, and which rules make most of them.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from authoring.config import Config
from authoring.config.house import read_house
from authoring.findings import Finding, Severity
from authoring.prose import Document, parse
from authoring.runner import lint
from authoring.text import read_text

ARTICLES = Path(__file__).parents[1] / ".." / "shared" / "data" / "articles"
COLLECTIONS = {
    "wikinews": "news",
    "onestopenglish": "news",
    "usesthis": "interviews",
    "congress": "releases",
    "opensuse": "releases",
}
"""Collections by the second part of a file's name; all others are posts or transcripts."""


def collection_of(path: Path) -> str:
    """What an article is: news, interviews, releases, transcripts or posts."""
    name = path.name.split("-")[1]
    if "interview" in path.name:
        return "interviews"
    return "transcripts" if name == "whitehouse" else COLLECTIONS.get(name, "posts")


def articles(wanted: str = "") -> Iterator[tuple[str, Document]]:
    """Every article of the set, or of one collection, with its collection."""
    for path in sorted(ARTICLES.iterdir()):
        collection = collection_of(path)
        if not wanted or collection == wanted:
            yield collection, parse(read_text(path), path=path.name)


def draw(hits: dict[str, list[tuple[Document, Finding]]], count: int, seed: int) -> list[tuple[str, Document, Finding]]:
    """That many hits, as evenly from news, interviews and releases as there are, then from the rest."""
    source = random.Random(seed)
    piles = {name: source.sample(pile, len(pile)) for name, pile in sorted(hits.items())}
    drawn: list[tuple[str, Document, Finding]] = []
    for group in (("news", "interviews", "releases"), ("posts", "transcripts")):
        while len(drawn) < count and any(piles.get(name) for name in group):
            for name in group:
                if piles.get(name) and len(drawn) < count:
                    drawn.append((name, *piles[name].pop()))
    return drawn


def show(number: int, collection: str, document: Document, finding: Finding) -> str:
    """One hit with the words around it, marked by ⟦ ⟧."""
    line, column = document.lines.position(finding.span.start)
    start, end = finding.span.start, finding.span.end
    around = document.text[max(0, start - 300) : start], document.text[start:end], document.text[end : end + 200]
    words = " ".join(f"{around[0]}⟦{around[1]}⟧{around[2]}".split())
    return f"\n{number}. [{collection}] {document.path}:{line}:{column}\n   {finding.message}\n   {words}\n"


def main() -> None:
    """Lint the articles and print the draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rules", nargs="*")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--draw", type=int, default=20)
    parser.add_argument("--only", default="", help="one collection")
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--house", default="", help="a house style to hold the articles to")
    given = parser.parse_args()
    conventions = read_house(given.house, Path()).conventions if given.house else {}
    config = Config(select=frozenset(given.rules), conventions=conventions)
    found: dict[str, dict[str, list[tuple[Document, Finding]]]] = defaultdict(lambda: defaultdict(list))
    rates: dict[str, list[float]] = defaultdict(list)
    graves: Counter[str] = Counter()
    size, spent, told = 0, 0.0, 0
    begun = time.perf_counter()
    for collection, document in articles(given.only):
        size += len(document.text.encode())
        start = time.perf_counter()
        findings = list(lint(document, config))
        spent += time.perf_counter() - start
        words = sum(len(block.text.split()) for block in document.blocks) or 1
        grave = Counter(finding.rule for finding in findings if finding.severity >= Severity.WARNING)
        rates[collection].append(1000 * grave.total() / words)
        graves += grave
        told += words
        for finding in findings:
            found[finding.rule][collection].append((document, finding))
    total = time.perf_counter() - begun
    for rule, hits in sorted(found.items()):
        counts = Counter({name: len(pile) for name, pile in hits.items()})
        print(f"{rule}: {sum(counts.values())} hits: {', '.join(f'{n} in {c}' for c, n in counts.most_common())}")
    everything = [rate for pile in rates.values() for rate in pile]
    print(f"warnings and errors per 1,000 words, median article: {median(everything):.2f}", end=" ")
    print("(" + ", ".join(f"{name} {median(pile):.2f}" for name, pile in sorted(rates.items())) + ")")
    most = ", ".join(f"{rule} {1000 * count / told:.2f}" for rule, count in graves.most_common(8))
    print(f"of all words, {1000 * graves.total() / told:.2f} per 1,000: {most}")
    print(f"{size / 1e6 / total:.2f} MB/s with reading and parsing, rules alone {size / 1e6 / spent:.2f} MB/s")
    if given.counts:
        return
    for rule, hits in sorted(found.items()):
        print(f"\n===== {rule}, seed {given.seed}")
        for number, (collection, document, finding) in enumerate(draw(hits, given.draw, given.seed), 1):
            print(show(number, collection, document, finding))


if __name__ == "__main__":
    main()
