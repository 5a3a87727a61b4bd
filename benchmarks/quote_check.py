"""Prints how the quote check judges the real quotations of ``quote-pairs``, and how long 50 quotations take.

    python benchmarks/quote_check.py [--wrong]

Every pair is judged against its passage, and against the whole transcript where there is one, with the speaker that the
pair names. Beside it stand plain search and two measures of likeness, in the same run and on the same texts.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

from quote_peers import PEERS

from authoring.transcripts import read_transcript
from authoring.wording import check_quote, material_of

SHARED = Path(__file__).parents[2] / "shared" / "data"
PAIRS = SHARED / "quote-pairs"
WORDS = 20_000
QUOTES = 50


def texts(pair: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a pair is judged against, by name."""
    yield "passage", pair["transcript_passage"]
    for path in sorted(PAIRS.glob(f"full/{pair['id']}-*/transcript.*")):
        yield "whole transcript", path.read_text("utf-8")


def pairs(*, wrong: bool) -> None:
    """The pairs by what is expected of them."""
    tally: Counter[tuple[str, str, str]] = Counter()
    for line in (PAIRS / "pairs.jsonl").read_text("utf-8").splitlines():
        pair = json.loads(line)
        if pair["expected"] == "arguable":
            continue
        for where, text in texts(pair):
            found = check_quote(pair["quote"], text, pair["speaker"] or None)
            should = pair["expected"] == "pass"
            tally[where, "all", pair["expected"]] += 1
            tally[where, "this check", pair["expected"]] += found.passes == should
            tally[where, "status", pair["expected"]] += found.status == pair["status"]
            for name, peer in PEERS.items():
                tally[where, name, pair["expected"]] += peer(pair["quote"], text) == should
            if wrong and found.status != pair["status"]:
                print(f"{pair['id']}: {found.status}, expected {pair['status']} ({found.reason})")
    for where in ("passage", "whole transcript"):
        right, changed = tally[where, "all", "pass"], tally[where, "all", "report"]
        print(f"{right + changed} quotations against the {where}")
        for name in ("this check", *PEERS):
            good, caught = tally[where, name, "pass"], tally[where, name, "report"]
            print(f"  {name}: {good} of {right} right ones pass, {caught} of {changed} changed ones are reported")
        same = tally[where, "status", "pass"] + tally[where, "status", "report"]
        print(f"  this check: the right status for {same} ({same / (right + changed):.1%})")


def long_transcript() -> str:
    """Real answers up to 20,000 words, as one transcript in plain text."""
    parts: list[str] = []
    words = 0
    for path in sorted(SHARED.glob("transcripts/changelog-transcripts/*.md")):
        for turn in read_transcript(path).turns:
            parts.append(f"{turn.speaker}: {turn.text}")
            words += len(turn.text.split())
            if words >= WORDS:
                return "\n\n".join(parts)
    return "\n\n".join(parts)


def fifty(text: str) -> list[str]:
    """Quotations from all over a text, every second one with a word changed."""
    words = text.split()
    step = len(words) // QUOTES
    found = []
    for number in range(QUOTES):
        quote = words[number * step : number * step + 8 + number % 25]
        if number % 2:
            quote[len(quote) // 2] = "otherwise"
        found.append(" ".join(quote))
    return found


def speed() -> None:
    """The time for 50 quotations, reading the transcript's words included; the best of five."""
    text = long_transcript()
    quotes = fifty(text)

    runs = count()

    def ours() -> None:
        material = material_of(f"{text}\n\nRun {next(runs)}.")  # another text each time, for the last ones are kept
        for quote in quotes:
            check_quote(quote, material)

    base = best(ours)
    print(f"{QUOTES} quotations against {len(text.split()):,} words: {base:.3f} s")
    for name, peer in PEERS.items():
        times = 1 if name.startswith("difflib") else 3
        taken = best(lambda peer=peer: [peer(quote, text) for quote in quotes], times)  # type: ignore[misc]
        print(f"  {name}: {taken:.3f} s, {taken / base:.2f} times as long")


def best(run: Callable[[], object], times: int = 5) -> float:
    """The shortest time of several runs."""
    found = []
    for _ in range(times):
        start = perf_counter()
        run()
        found.append(perf_counter() - start)
    return min(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="print every pair whose status is not the one expected")
    pairs(wrong=parser.parse_args().wrong)
    speed()


if __name__ == "__main__":
    main()
