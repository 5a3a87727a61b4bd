"""Prints how often each step of the attribution engine is right, on the 92 articles of ``../shared`` that we marked.

    python benchmarks/attribution_steps.py [--gold FILE]

``benchmarks/gold/attributions.jsonl`` holds places and names only; the texts are read where they lie. A *region* is a
stretch of five words or more in double quotation marks that somebody said. The halves: the engine was developed with
``dev`` in view, and ``test`` was looked at only after the figures that docs/measurements.md gives for it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

from attribution import SCORE, figures, ours

GOLD = Path(__file__).with_name("gold") / "attributions.jsonl"
ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "articles"
LEAST = 5
"""Words of a region that counts."""


def marked(path: Path) -> dict[str, dict[str, Any]]:
    """The marked articles with their texts; stops where an article is not the one that was marked."""
    rows = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "text" not in row:
            data = (ARTICLES / row["id"]).read_bytes()
            if hashlib.sha256(data).hexdigest() != row["sha256"]:
                raise SystemExit(f"{row['id']} has changed since it was marked")
            row["text"] = data.decode("utf-8-sig")
            for quote in row["quotes"]:
                for part in (quote["speaker"], quote["cue"], quote):
                    if part and "text" not in part and "start" in part:
                        part["text"] = row["text"][part["start"] : part["end"]]
        rows[row["id"]] = row
    return rows


def by_step(row: dict[str, Any], answers: list[dict[str, Any]], count: Counter[tuple[str, bool]]) -> None:
    """Count for each region of an article the step that answered, and whether it was right."""
    text = row["text"]
    wanted = [(SCORE.letters(text, quote), quote) for quote in row["quotes"]]
    given = [(SCORE.letters(text, quote), quote) for quote in answers]
    for start, end in SCORE.regions(text):
        region = frozenset(place for place in range(start, end) if text[place].isalnum())
        if len(text[start:end].split()) < LEAST or not region:
            continue
        want = max(wanted, key=lambda pair: len(pair[0] & region), default=None)
        if want is None or len(want[0] & region) * 2 < len(region) or not want[1]["speaker"]:
            continue
        got = max(given, key=lambda pair: len(pair[0] & region), default=None)
        if got is None or len(got[0] & region) * 2 < len(region) or not got[1]["speaker"]:
            count["nobody named", False] += 1
            continue
        right = bool(SCORE.letters(text, got[1]["speaker"]) & SCORE.letters(text, want[1]["speaker"]))
        segment = max(
            got[1]["segments"], key=lambda part: min(part["end"], end) - max(part["start"], start), default=None
        )
        count[segment["step"] if segment else got[1]["reason"]["step"], right] += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, default=GOLD)
    rows = marked(parser.parse_args().gold)
    answers = ours(rows)
    count: Counter[tuple[str, bool]] = Counter()
    for key, row in rows.items():
        by_step(row, answers[key], count)
    for half in sorted({row.get("half", "all") for row in rows.values()}):
        part = {key: row for key, row in rows.items() if row.get("half", "all") == half}
        reported = {key: row for key, row in part.items() if row.get("reported_marked")}
        told = dict(figures(part, answers, False, []))
        for name in ("regions: accuracy", "regions: precision", "direct: F", "mixed: F"):
            print(f"{half:5} {name:20} {told[name]:.3f}")
        if reported:
            told = dict(figures(reported, answers, False, []))
            print(f"{half:5} reported: R at P     {told['reported: R']:.3f} at {told['reported: P']:.3f}")
        not_speech = sum(len(row.get("not_speech", [])) for row in part.values())
        given = sum(
            bool(quote["speaker"])
            and quote["kind"] == "direct"
            and bool(SCORE.letters(row["text"], quote) & SCORE.letters(row["text"], span))
            for key, row in part.items()
            for span in row.get("not_speech", [])
            for quote in answers[key]
        )
        print(f"{half:5} nobody's speech that is given to somebody: {given} of {not_speech}\n")
    print("step                   right   of")
    for step in sorted({step for step, _ in count}, key=lambda step: -count[step, True]):
        print(f"{step:20} {count[step, True]:7} {count[step, True] + count[step, False]:4}")


if __name__ == "__main__":
    main()
