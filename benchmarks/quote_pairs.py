"""Prints how ``altered-quote`` judges the 165 real quotations of ``quote-pairs``, against plain text search.

The peer is what a careful reporter does by hand: search the transcript for the quoted words, marks evened out.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from authoring.prose.wording import Told, bare, fragments, holds, normal

PAIRS = Path(__file__).parents[2] / "shared" / "data" / "quote-pairs" / "pairs.jsonl"


def main() -> None:
    judged: Counter[tuple[str, str]] = Counter()
    for line in PAIRS.read_text("utf-8").splitlines():
        pair = json.loads(line)
        passage = pair["transcript_passage"]
        told = Told(cast(Any, SimpleNamespace()), bare(passage), normal(passage))
        judged[pair["expected"], "pairs"] += 1
        judged[pair["expected"], "ours"] += holds(told, fragments(pair["quote"]))
        judged[pair["expected"], "search"] += normal(pair["quote"]).strip(" .,") in normal(passage)
    for who in ("ours", "search"):
        right = judged["pass", who]
        caught = judged["report", "pairs"] - judged["report", who]
        print(f"{who}: {right} of {judged['pass', 'pairs']} right quotations pass,", end=" ")
        print(f"{caught} of {judged['report', 'pairs']} changed ones are reported")
    print(f"right quotations passed, ours to search: {judged['pass', 'ours'] / judged['pass', 'search']:.2f}")


if __name__ == "__main__":
    main()
