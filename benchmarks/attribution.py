"""Prints how well the attribution engine tells who speaks, on articles that people have marked, and a peer beside it.

    python benchmarks/attribution.py                     GUM news and interviews, with the plain peer
    python benchmarks/attribution.py --peer PYTHON       textacy too; PYTHON is that of an environment that has it
    python benchmarks/attribution.py --gold FILE --whole --misses 20 --kind direct --false

The measure is that of ``../shared/checks/attribution_score.py``, used in place. GUM leaves quotations without an
attribution clause unmarked, so an answer that touches nothing marked is not judged there; ``--whole`` judges all.
The plain peer (``nearest_name.py``) takes the nearest reporting verb of the paragraph, and the name nearest to that.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from nearest_name import nearest_names

from authoring.reporters import Look
from authoring.reporters.quotes_json import report
from authoring.runner.quoted import quoted_text

SHARED = Path(__file__).parents[2] / "shared"
GOLD = tuple(SHARED / "data" / "attribution" / f"gum_{name}.jsonl" for name in ("news", "interview"))
CARRIED = frozenset(
    (
        "after a remark",
        "after a report",
        "on from a report",
        "statement",
        "after its subject",
        "carries on",
        "from a report above",
        "from above",
        "leads on",
        "runs on",
    )
)
"""Steps that find the speaker in another sentence. GUM marks only the sentence that holds the cue."""
Answers = dict[str, list[dict[str, Any]]]


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("attribution_score", SHARED / "checks" / "attribution_score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCORE = _scorer()


def ours(gold: Mapping[str, Any]) -> Answers:
    """What ``authoring quotes --format json`` says of each article."""
    paths = [key if key.endswith((".md", ".txt")) else f"{key}.txt" for key in gold]
    rows = zip(paths, gold.values(), strict=True)
    told = json.loads("".join(report((quoted_text(row["text"], path) for path, row in rows), Look())))
    return {key: file["quotes"] for key, file in zip(gold, told["files"], strict=True)}


def with_cue(answers: Answers) -> Answers:
    """The same without the segments that carry on from others."""
    kept: Answers = {}
    for key, quotes in answers.items():
        kept[key] = []
        for quote in quotes:
            segments = [segment for segment in quote["segments"] if segment["step"] not in CARRIED]
            if segments:
                kept[key].append({**quote, "segments": segments})
    return kept


def textacy(python: str) -> Callable[[Mapping[str, Any]], Answers]:
    """What textacy answers, in another environment."""

    def answers(gold: Mapping[str, Any]) -> Answers:
        script = Path(__file__).with_name("peer_textacy.py")
        texts = json.dumps({key: row["text"] for key, row in gold.items()})
        done = subprocess.run([python, str(script)], input=texts, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stderr.strip().splitlines()[-1])
        print(done.stderr.strip())
        return dict(json.loads(done.stdout))

    return answers


def figures(gold: Mapping[str, Any], answers: Answers, partial: bool, misses: list[Any]) -> Iterator[tuple[str, float]]:
    """Every figure by its name."""
    total, attributed, right = SCORE.score_regions(gold, answers, misses)
    yield "regions: accuracy", right / max(total, 1)
    yield "regions: precision", right / max(attributed, 1)
    kinds = {quote["kind"] for row in gold.values() for quote in row["quotes"]}
    for kind, name in (("direct", "direct"), ("mixed", "mixed"), ("indirect", "reported")):
        if kind in kinds:
            precision, recall, f, _ = SCORE.score_contents(gold, answers, kind, partial)
            yield from ((f"{name}: P", precision), (f"{name}: R", recall), (f"{name}: F", f))
    if "direct" in kinds:
        yield "direct: F without what carries on", SCORE.score_contents(gold, with_cue(answers), "direct", partial)[2]


def show_false(gold: Mapping[str, Any], answers: Answers) -> None:
    """Print the answers that touch what the gold file lists as nobody's speech."""
    found = [
        (key, quote)
        for key, row in gold.items()
        for quote in answers.get(key, [])
        if quote.get("speaker")
        and any(
            SCORE.letters(row["text"], quote) & SCORE.letters(row["text"], span) for span in row.get("not_speech", [])
        )
    ]
    listed = sum(len(row.get("not_speech", [])) for row in gold.values())
    print(f"answers that touch the {listed} stretches listed as nobody's speech: {len(found)}")
    for key, quote in found:
        print(
            f"  {key}: {quote['text'][:90]!r}\n     given to {quote['speaker']['text']!r} by {quote['reason']['step']}"
        )


def show_kind(gold: Mapping[str, Any], answers: Answers, kind: str, count: int) -> None:
    """Print contents of a kind that no answer of the same kind matches, and what was answered in their place."""
    found = []
    for key, row in gold.items():
        mine = [(SCORE.letters(row["text"], quote), quote) for quote in answers.get(key, [])]
        for want in row["quotes"]:
            letters = SCORE.letters(row["text"], want)
            if want["kind"] == kind and SCORE.wanted(want) and letters:
                got, near = max(mine, key=lambda pair: len(pair[0] & letters), default=(frozenset(), None))
                share = len(got & letters) / len(got | letters if kind == "direct" else letters)
                if share < 0.5 or near is None or near["kind"] != kind:
                    found.append((key, want["text"], near if got & letters else None))
    for key, words, near in found[:count]:
        ours = f"{near['kind']} ({near['reason']['step']}) {near['text']!r}" if near else "nothing"
        print(f"  {key}: {words!r}\n     ours {ours}")


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gold", type=Path, action="append", help="score these files instead of GUM's")
    parser.add_argument("--whole", action="store_true", help="every quotation of the gold file is marked")
    parser.add_argument("--peer", metavar="PYTHON", help="interpreter that has textacy and a spaCy model of English")
    parser.add_argument("--misses", type=int, default=0, help="print so many regions that were missed or wrong")
    parser.add_argument("--kind", default="", help="with --misses, print contents of this kind instead of regions")
    parser.add_argument("--false", action="store_true", help="print answers that touch what is nobody's speech")
    given = parser.parse_args()
    peers = {"nearest name": nearest_names} | ({"textacy": textacy(given.peer)} if given.peer else {})
    for path in given.gold or GOLD:
        gold = {row["id"]: row for row in map(json.loads, path.read_text("utf-8").splitlines())}
        misses: list[Any] = []
        answers = ours(gold)
        mine = dict(figures(gold, answers, not given.whole, misses))
        theirs = {name: dict(figures(gold, peer(gold), not given.whole, [])) for name, peer in peers.items()}
        regions, attributed, right = SCORE.score_regions(gold, answers, [])
        print(f"{path.name}: {len(gold)} articles, {regions} regions, {attributed} attributed, {right} right")
        print(f"  {'':36}{'ours':>8}" + "".join(f"{name:>16}{'ratio':>8}" for name in peers))
        for name, value in mine.items():
            beside = "".join(
                f"{row[name]:16.3f}" + (f"{value / row[name]:8.2f}" if row[name] else f"{'–':>8}")
                for row in theirs.values()
            )
            print(f"  {name:36}{value:8.3f}{beside}")
        if given.false:
            show_false(gold, answers)
        if given.kind:
            show_kind(gold, answers, given.kind, given.misses)
            continue
        for key, words, want, got in misses[: given.misses]:
            print(f"  {key}: {words!r}\n     marked {want!r}, ours {got!r}")


if __name__ == "__main__":
    main()
