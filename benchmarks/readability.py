"""Prints whether the readability figures are textstat's, what they tell apart, and how fast they come.

    python benchmarks/readability.py [--rounds 5] [--only equal,levels,speed,cold,all,memory]

Times in one process are processor seconds, ours and textstat's in turn on the same article, and the medians of the
rounds; those of the command are by the clock, each in a new process. textstat is given our syllables, so that it needs
no download, and is otherwise as it is installed.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT), str(ROOT / "tests" / "readability")]

from counted_texts import counted_text, plain_figures  # noqa: E402

from authoring.prose import parse  # noqa: E402
from authoring.prose.formulas import FORMULAS  # noqa: E402
from authoring.prose.measures import measures  # noqa: E402
from authoring.readability.engine import textstat  # noqa: E402
from authoring.readability.stats import stats_of  # noqa: E402
from authoring.text.files import read_text  # noqa: E402

DATA = ROOT.parent / "shared" / "data"
ARTICLES = DATA / "articles"
LEVELS = ("ele", "int", "adv")
COLD_SIZE = 5_000
COLD_RUNS = 15


def equal() -> None:
    """The figures of lint and of stats beside those of textstat itself, on text that textstat counts right."""
    compared, furthest = 0, 0.0
    for path in sorted(ARTICLES.iterdir()):
        text = counted_text(parse(read_text(path), path=path.name))
        document = parse(text, format="text")
        linted, shown = measures(document), stats_of(document, parts=False).whole
        if linted["lix"] is None:
            continue
        compared += 1
        for name, value in plain_figures(text).items():
            furthest = max(furthest, *(abs(_known(figures[name]) - value) for figures in (linted, shown)))
    print(f"equal: 13 figures of {compared} articles, by lint and by stats, at most {furthest:.1e} from textstat's")


def _known(value: float | None) -> float:
    assert value is not None
    return value


def levels() -> None:
    """Stories written at three levels: how often the advanced is harder than the elementary, and all are in order."""
    folder = DATA / "reading-levels"
    stories = sorted({path.name.rsplit("-", 1)[0] for path in folder.glob("*-adv.txt")})
    found = {
        (story, level): measures(parse(read_text(folder / f"{story}-{level}.txt"), path="story.txt"))
        for story in stories
        for level in LEVELS
    }
    print(f"{len(stories)} stories at three levels: advanced harder than elementary, and the three in order")
    for name in FORMULAS:
        sign = -1 if name == "flesch_reading_ease" else 1
        triples = [[sign * _known(found[story, level][name]) for level in LEVELS] for story in stories]
        harder = sum(low < high for low, _, high in triples)
        ordered = sum(low < middle < high for low, middle, high in triples)
        print(f"  {name:32}{harder:3}{ordered:5}")


def speed(rounds: int) -> None:
    """Twelve measures of articles; more than textstat keeps in its caches, so that each round is new to it."""
    package = textstat()
    twelve = [getattr(package, name) for name in FORMULAS]
    texts = [text for path in sorted(ARTICLES.iterdir())[::5] if len(text := read_text(path)) > 1_500]
    peer: list[float] = []
    ours: dict[str, list[float]] = {"from the file's text": [], "from a parsed article": []}
    words = sum(int(measures(parse(text))["words"] or 0) for text in texts)  # and all is loaded
    for _ in range(rounds):
        spent = {"peer": 0.0, "text": 0.0, "parsed": 0.0}
        for text in texts:
            spent["peer"] += _spent(lambda text=text: [measure(text) for measure in twelve])
            spent["text"] += _spent(lambda text=text: measures(parse(text)))
            document = parse(text)
            spent["parsed"] += _spent(lambda document=document: measures(document))
        peer.append(spent["peer"])
        ours["from the file's text"].append(spent["text"])
        ours["from a parsed article"].append(spent["parsed"])
    print(f"12 measures of {len(texts)} articles, {words:,} words, per 1,000 words, median of {rounds} rounds")
    print(f"  textstat                {median(peer) / words * 1e6:6.2f} ms")
    for told, times in ours.items():
        ratio = median(theirs / own for theirs, own in zip(peer, times, strict=True))
        print(f"  ours, {told:22}{median(times) / words * 1e6:4.2f} ms, {ratio:.1f} times as fast")


def _spent(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _run(*words: str | Path) -> tuple[float, float, float]:
    """A command by the clock, its processor seconds, and the megabytes of its biggest process."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code
    begin = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        child = subprocess.Popen([sys.executable, "-m", "authoring", *words], stdout=nowhere, env=environment)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"authoring {words[0]} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return time.perf_counter() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6


def _told(runs: list[tuple[float, float, float]], times: int, unit: str) -> str:
    clock = sorted(run[0] * times for run in runs)
    processor = median(run[1] * times for run in runs)
    digits = 2 if times == 1 else 0
    span = f"{clock[0]:.{digits}f} to {clock[-1]:.{digits}f}"
    return f"median {median(clock):.{digits}f} {unit} by the clock ({span}), {processor:.{digits}f} of processor"


def cold() -> None:
    """One article of about 5 KB, each time a new process."""
    path = min(ARTICLES.iterdir(), key=lambda file: abs(file.stat().st_size - COLD_SIZE))
    for words in (["stats", path], ["lint", path, "--no-cache", "--format", "json"]):
        runs = [_run(*words) for _ in range(COLD_RUNS)]
        print(f"cold, {words[0]}, {COLD_RUNS} runs: {_told(runs, 1000, 'ms')}")


def everything(rounds: int) -> None:
    """All articles, by the clock."""
    for told, words in (("a line each", []), ("all figures, in JSON", ["--format", "json"])):
        runs = [_run("stats", ARTICLES, *words) for _ in range(rounds)]
        print(f"all articles, {told}, {rounds} runs: {_told(runs, 1, 's')}")


def memory() -> None:
    """All articles once and three times over, in one process.

    To be run first: a process begins with the peak of the one that starts it.
    """
    with tempfile.TemporaryDirectory() as folder:
        for times in (1, 3):
            for copy in range(times):
                place = Path(folder) / str(copy)
                if not place.exists():
                    place.symlink_to(ARTICLES)
            links = [str(Path(folder) / str(copy) / "*") for copy in range(times)]
            for told in ("text", "json"):
                _, _, peak = _run("stats", *links, "--jobs", "1", "--format", told)
                print(f"memory, articles {times} times over, {told}: peak {peak:.0f} MB")


def main() -> None:
    """Measure what is asked for, and print."""
    gc.disable()  # as the command does
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="memory,cold,all,equal,levels,speed")
    given = parser.parse_args()
    parts: Mapping[str, Callable[[], None]] = {
        "equal": equal,
        "levels": levels,
        "speed": lambda: speed(given.rounds),
        "cold": cold,
        "all": lambda: everything(given.rounds),
        "memory": memory,
    }
    for part in given.only.split(","):
        parts[part]()


if __name__ == "__main__":
    main()
