"""Prints how fast and in how much memory articles are parsed and their quotations attributed, and peers beside it.

    python benchmarks/speed.py [--rounds 5] [--peer PYTHON]

Everything is measured in child processes, ours and the peers' in turn, since a shared machine's speed wanders; times
are processor seconds, and the medians of the rounds. Megabytes are 10⁶ bytes of UTF-8. The peers: the plain one of
``nearest_name.py``; and spaCy without a model (``spacy.blank``, sentences by its rule), which any quotation extractor
that is built on spaCy runs before its tagger and parser begin, so its time is theirs at the very least. ``--peer`` is
the interpreter of an environment that has spaCy (``pip install spacy``).
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "articles"
TIMES = (1, 2, 4, 8)
"""How often the same text is put behind itself."""
LONG = "news"
"""What stands in the names of the articles that make up this text."""
LENGTH = 250_000


def _texts() -> list[str]:
    return [path.read_bytes().decode("utf-8", "replace") for path in sorted(ARTICLES.iterdir())]


def _long(times: int) -> str:
    texts = (path.read_bytes().decode("utf-8", "replace") for path in sorted(ARTICLES.iterdir()) if LONG in path.name)
    return "\n\n".join(texts)[:LENGTH] * times


def _worker(name: str) -> Callable[[str], object]:
    """What is done with one text; the imports belong to the start, which is not timed."""
    if name == "spacy":
        import spacy  # type: ignore[import-not-found]

        pipeline = spacy.blank("en")
        pipeline.add_pipe("sentencizer")
        pipeline.max_length = 10**8
        return lambda text: list(pipeline(text).sents)
    if name == "nearest":
        from nearest_name import nearest

        return nearest
    from authoring.prose import parse

    if name == "parse":
        return lambda text: parse(text, path="a.md")
    return lambda text: parse(text, path="a.md").attributions


def _child(name: str, times: int) -> None:
    """Work through all articles, or through the long text, and print bytes, seconds and memory."""
    work = _worker(name)
    texts = [_long(times)] if times else _texts()
    work("“It is,” Ana Low said. “I know that it is.”")
    before = time.process_time()
    for text in texts:
        work(text)
    spent = time.process_time() - before
    size = sum(len(text.encode()) for text in texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps([size, spent, peak]))


def _measured(name: str, times: int = 0, python: str = sys.executable) -> tuple[int, float, int]:
    command = [python, __file__, "--child", name, "--times", str(times)]
    size, spent, peak = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return size, spent, peak


def main() -> None:
    """Measure in turn, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peer", metavar="PYTHON", help="interpreter that has spaCy")
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--times", type=int, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        _child(given.child, given.times)
        return
    told = {
        "parse": "parse",
        "attribution": "parse and attribution",
        "nearest": "peer: nearest name",
        "spacy": "peer: spaCy, no model",
    }
    if not given.peer:
        del told["spacy"]
    runs: dict[str, list[tuple[int, float, int]]] = {name: [] for name in told}
    for _ in range(given.rounds):
        for name in told:
            runs[name].append(_measured(name, python=given.peer if name == "spacy" else sys.executable))
    size = runs["parse"][0][0]
    print(f"{size / 1e6:.2f} MB in {len(_texts())} articles, one process each, median of {given.rounds} rounds")
    print(f"  {'':24}{'MB/s':>8}{'s':>8}{'peak MB':>9}  time of parse and attribution to it (least to most)")
    for name, words in told.items():
        spent = median(run[1] for run in runs[name])
        ratios = sorted(ours[1] / run[1] for ours, run in zip(runs["attribution"], runs[name], strict=True))
        peak = max(run[2] for run in runs[name]) / 1e6
        beside = f"{median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})"
        print(f"  {words:24}{size / 1e6 / spent:8.2f}{spent:8.2f}{peak:9.0f}  {beside}")
    alone = median(both[1] - parse[1] for both, parse in zip(runs["attribution"], runs["parse"], strict=True))
    if alone > 0:
        print(f"  attribution alone, as the difference: {size / 1e6 / alone:.2f} MB/s")
    print("the same text, so many times:")
    grown: dict[int, list[tuple[int, float, int]]] = {times: [] for times in TIMES}
    for _ in range(given.rounds):
        for times, done in grown.items():
            done.append(_measured("attribution", times))
    first = 0.0
    for times, done in grown.items():
        per = median(run[1] for run in done) / done[0][0] * 1e6
        first = first or per
        peak = max(run[2] for run in done) / 1e6
        long = done[0][0] / 1e6
        print(f"  {times} times, {long:.2f} MB: {per:.3f} s a MB, {per / first:.2f} of the first; peak {peak:.0f} MB")


if __name__ == "__main__":
    main()
