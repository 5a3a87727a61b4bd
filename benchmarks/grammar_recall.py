"""How many faulty sentences authoring lint marks, and how many clean ones, beside LanguageTool as it comes.

    python benchmarks/grammar_recall.py            the lists that the rules were tuned on: 200 and 100
    python benchmarks/grammar_recall.py _blind     60 and 60, written after tuning and before any was tried
    python benchmarks/grammar_recall.py blimp      the 600 pairs of BLiMP: faulty ones and good ones marked

Needs an installation (authoring grammar install). A fault counts as found where a finding touches its place, or stands
right beside it. The peer is the same server with our rules switched off and without our choice among its own.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from authoring.grammar.client import Client
from authoring.grammar.installed import find_installed
from authoring.grammar.java import find_java
from authoring.grammar.own_rules import FILE
from authoring.grammar.server import Server

GOLD = Path(__file__).with_name("gold")
Places = list[tuple[int, int, str]]


def rows(name: str) -> list[dict[str, object]]:
    """One of the lists."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text("utf-8").splitlines()]


def ours(texts: list[str]) -> list[Places]:
    """What ``authoring lint --select grammar`` finds in each text, each a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:04}.md").write_text(text + "\n", "utf-8")
        words = [sys.executable, "-m", "authoring", "lint", ".", "--select", "grammar", "--format", "json"]
        cache = {"AUTHORING_CACHE_DIR": str(Path(folder, ".cache"))}
        done = subprocess.run(
            words, cwd=folder, env={**os.environ, **cache}, capture_output=True, text=True, check=False
        )
        found = {file["path"]: file["findings"] for file in json.loads(done.stdout)["files"]}
    return [[(f["start"], f["end"], f["rule"]) for f in found.get(f"{n:04}.md", [])] for n in range(len(texts))]


def as_it_comes(texts: list[str]) -> list[Places]:
    """What LanguageTool finds with its own rules, all of those that are on by default."""
    installed = find_installed()
    assert installed is not None, "run: authoring grammar install"
    with Server.start(find_java().path, installed.classpath) as server, Client(server.address) as client:
        told = client.check(texts, disabled_rules=re.findall(r'<rulegroup id="(\w+)"', FILE.read_text("utf-8")))
        return [[(m.span.start, m.span.end, m.rule) for m in found] for found in told]


def is_found(row: dict[str, object], places: Places) -> bool:
    """Whether a finding touches the place of the fault, or stands right beside it."""
    text, start, end = str(row["text"]), int(str(row["start"])), int(str(row["end"]))
    return any(
        (first < end and start < last) or not text[min(last, end) : max(first, start)].strip()
        for first, last, _ in places
    )


def blimp() -> None:
    """Print how many of the faulty and of the good sentences of BLiMP are marked anywhere, by both."""
    told = (GOLD.parents[1] / "../shared/data/annotated/blimp-grammar.jsonl").read_text("utf-8")
    pairs = [json.loads(line) for line in told.splitlines()]
    texts = [pair[which] for which in ("bad", "good") for pair in pairs]
    for name, found in {"authoring lint": ours(texts), "LanguageTool as it comes": as_it_comes(texts)}.items():
        bad, good = (sum(map(bool, part)) for part in (found[: len(pairs)], found[len(pairs) :]))
        print(f"{name}: {bad} of {len(pairs)} faulty sentences marked, and {good} of the good ones")


def main() -> None:
    """Print recall by kind for both, and what is found in the clean sentences."""
    which = sys.argv[1] if len(sys.argv) > 1 else ""
    if which == "blimp":
        blimp()
        return
    wrong, clean = rows(f"grammar_errors{which}"), rows(f"grammar_clean{which}")
    texts = [str(row["text"]) for row in wrong + clean]
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    results = {"authoring lint": ours(texts), "LanguageTool as it comes": as_it_comes(texts)}
    for index, (name, found) in enumerate(results.items()):
        hits = [is_found(row, places) for row, places in zip(wrong, found, strict=False)]
        marked = [place for places in found[len(wrong) :] for place in places]
        print(f"{name}: {sum(hits)} of {len(wrong)} faults, {len(marked)} findings in {len(clean)} clean sentences")
        for row, hit in zip(wrong, hits, strict=True):
            kinds[str(row["kind"])][index] += hit
            kinds[str(row["kind"])][2] += 1 - index
        if not index:
            for row, hit in zip(wrong, hits, strict=True):
                if not hit:
                    print(f"    missed, {row['kind']}: {row['text']}")
            for row, places in zip(clean, found[len(wrong) :], strict=True):
                for first, last, rule in places:
                    print(f"    in a clean one, {rule}: {str(row['text'])[first:last]!r} in {row['text']}")
    print("by kind: authoring lint, LanguageTool as it comes, sentences")
    for kind, counts in sorted(kinds.items()):
        print(f"    {kind:55} {counts[0]:3} {counts[1]:3} {counts[2]:3}")


if __name__ == "__main__":
    main()
