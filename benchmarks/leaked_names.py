"""Counts how often the rule ``leaked-source`` finds a name that is planted in real articles, and one that is not there.

    python benchmarks/leaked_names.py [--hits N]

A protected source is given thirty everyday names in turn (Will Green, April May, Mark Price), whose words stand in many
articles without meaning anybody, and ten others. Each name is looked for in all of ``../shared/data/articles``, where
nobody can be meant, and then in articles into which it is planted in each of forty forms.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "secrets"))

from secret_stories import FORMS  # noqa: E402

from authoring.notes import parse_notes  # noqa: E402
from authoring.runner.withheld import blanked  # noqa: E402
from authoring.verification.leaks import Confidences, confidences, leaks_in  # noqa: E402

ARTICLES = ROOT.parent / "shared" / "data" / "articles"
EVERYDAY = """Will Green, April May, Mark Price, Grace Bishop, Rose Field, Frank Church, Bill Bond, June Marsh,
Jack Hill, Summer Lake, Chase Banks, Dawn Hunter, Joy Page, Hope Wells, Rich Stone, Ann Long, Pat
Young, Sue Park, Jane Doe, Tom Brown, John White, Mary King, Peter Wood, Carol Bell, Art Law, Drew
Best, Faith Power, Guy Fish, Rob Banks, Ray Day"""
OTHERS = """Ines Okonjo, Marek Szulborski, Noor Haddad, Elsbeth Quillfeather, Tobias Renn, Amara Nwosu, Yusuf Demirel,
Greta Lindqvist, Paolo Brancaleone, Otis Brandvold"""
PLANTED = 5
"""Articles into which each name is planted in each form."""
SURNAME, FIRST = ("surname alone", "cue", "surname"), ("first name",)


def held(name: str) -> Confidences:
    """What notes hold in confidence that promise not to name somebody."""
    return confidences(
        parse_notes(f"---\nsources:\n  x: {{name: {name}, alias: a clerk, reason: fear}}\n---\n", "n.md")
    )


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--hits", type=int, default=0)
    options = parser.parse_args()
    files = [path for path in sorted(ARTICLES.rglob("*")) if path.suffix in {".md", ".txt", ".html"}]
    texts = [path.read_text("utf-8", "replace") for path in files]
    chance = Random(20261122)
    for title, names in (("everyday names", EVERYDAY), ("other names", OTHERS)):
        listed = [" ".join(name.split()) for name in names.split(",")]
        alarms = 0
        missed: Counter[str] = Counter()
        for name in listed:
            known = held(name)
            found = [(text, leak.span) for text in texts for leak in leaks_in(text, known)]
            alarms += len(found)
            for text, span in found[: options.hits]:
                print("   ", " ".join(text[max(0, span.start - 60) : span.end + 60].split()))
            first, last = name.split()
            for form, written in FORMS.items():
                for text in chance.sample(texts, PLANTED):
                    planted = f"{text}\n\nThen came {written(first, last)} in the rain.\n"
                    spans = [leak.span for leak in leaks_in(planted, known)]
                    missed[form] += not any(span.start >= len(text) for span in spans)
                    assert len(blanked(planted, spans)) == len(planted)
        tried = len(listed) * PLANTED
        print(f"{title}: {len(listed)} in {len(texts)} articles without them, {alarms} false alarms")
        print(f"  planted {tried * len(FORMS)} times in {len(FORMS)} forms, {sum(missed.values())} not found")
        for form, count in missed.most_common():
            if count:
                print(f"    {form}: {count} of {tried} not found")


if __name__ == "__main__":
    main()
