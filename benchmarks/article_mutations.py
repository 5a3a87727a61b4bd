"""Changes quotations inside the drafted example stories, and prints what the rules and ``verify`` make of the article.

    python benchmarks/article_mutations.py [--count N] [--seed N] [--misses]

One quotation or answer of one article is changed at a time (``quote_changes.py``); the rest of the pipeline is as in
the newsroom: the article is parsed, its quotations are tied to speakers, and all are compared with the notes. Counted
is whether the changed quotation gets one error and no more, and whether any other quotation gets one. Edits that a desk
may make must get none. Left out are changes that only take out an “um”, “you know” or a word said twice, and those
whose words stand elsewhere in the notes; and, since the notes of the Q&A say that it is edited, an answer of it without
one of its sentences.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from random import Random

from quote_changes import ALLOWED, CHANGES
from quote_mutations import bare

from authoring import draft, parse, read_notes
from authoring.config import Config
from authoring.findings import Severity
from authoring.notes import Notes
from authoring.runner import lint
from authoring.verification.quotes import checked_quotes

DRAFTS = Path(__file__).parents[1] / "drafts"
STORIES = (("town-clock", "interview"), ("town-clock", "qa"), ("town-clock", "brief"), ("bridge-tolls", "brief"))
FAMILY = Config(select=frozenset({"quotes"}))
COUNT = 1500
SEED = 20261205


def errors(text: str, notes: Notes) -> list[tuple[int, str]]:
    """Where each error of the family stands, and its rule."""
    found = lint(parse(text, notes), FAMILY)
    return [(finding.span.start, finding.rule) for finding in found if finding.severity is Severity.ERROR]


def main() -> None:
    """Draw, change, count, print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    source = Random(options.seed)
    stories = []
    for slug, kind in STORIES:
        notes = read_notes(DRAFTS / slug / "notes.md")
        text = draft(notes, kind).text
        whole = " ".join(bare(str(item.text)) for item in notes.items)
        stories.append((text, notes, whole, [quote.said for quote in checked_quotes(parse(text, notes))]))
    untouched = sum(len(errors(text, notes)) for text, notes, _, _ in stories)
    print(f"untouched: {sum(len(said) for *_, said in stories)} quotations and answers, {untouched} reported")
    for title, edits, least in (("changed", CHANGES, 1), ("permitted edits", ALLOWED, 0)):
        tried, right, elsewhere, rules = 0, 0, 0, Counter[str]()
        for _ in range(options.count):
            text, notes, whole, said = source.choice(stories)
            place = source.choice(said)
            words = place.text.strip()
            if words not in text:
                continue
            name, edit = source.choice(sorted(edits.items()))
            new = edit(words, source)
            if new is None or new == words or (least and (bare(new) == bare(words) or bare(new) in whole)):
                continue
            tried += 1
            at = text.index(words, place.span.start)
            hits = errors(text[:at] + new + text[at + len(words) :], notes)
            own = [rule for start, rule in hits if start == place.span.start]
            rules.update(own)
            right += len(own) == least
            elsewhere += len(hits) > len(own)
            if options.misses and (len(own) != least or len(hits) > len(own)):
                print(f"  {name}: {words!r} -> {new!r}: {hits}")
        what = "get one error" if least else "get none"
        print(f"{title}: {tried}, of which {right} {what}; another quotation is reported in {elsewhere}")
        print("  " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common()))


if __name__ == "__main__":
    main()
