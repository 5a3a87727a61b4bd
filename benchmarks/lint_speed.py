"""Prints how fast ``authoring lint`` is beside proselint and write-good, in one run on the same articles.

    python benchmarks/lint_speed.py [--rounds 3] [--peers FOLDER] [--only peers,jobs,cache,cold,linear]

Whole processes are measured, in turn, since a shared machine's speed wanders: processor seconds with all rules that are
on by default, no cache and one job; for two jobs, for the second run and for the cold start the time by the clock.
Megabytes are 10⁶ bytes. The peers are installed into FOLDER (``build/peers``) from the registries; without network or
npm the one that cannot be had is left out, and said so.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT.parent / "shared" / "data" / "articles"
US = (sys.executable, "-m", "authoring", "lint", "--format", "concise")
ALONE = ("--no-cache", "--jobs", "1")
COLD_RUNS = 20
COLD_SIZE = 5_000
LONG = 5_000_000


@dataclass(frozen=True)
class Run:
    """One process, measured."""

    processor: float
    """Seconds of all its processes."""
    clock: float
    """Seconds by the clock."""
    peak: float
    """Megabytes of its biggest process."""


def measured(command: Sequence[str | Path], folder: Path = ROOT) -> Run:
    """Run a command to its end, its output thrown away."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code
    begin = time.perf_counter()
    with Path(os.devnull).open("w") as nowhere:
        child = subprocess.Popen(
            [str(part) for part in command], cwd=folder, stdout=nowhere, stderr=subprocess.PIPE, env=environment
        )
        assert child.stderr is not None
        told = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode not in {255, -1} and not _counts_findings(command):
            raise SystemExit(f"{command[0]} failed: {told.decode()[-400:]}")
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - begin, used.ru_maxrss * unit / 1e6)


def _counts_findings(command: Sequence[str | Path]) -> bool:
    """Whether its exit code is the number of findings, as write-good's is."""
    return "write-good" in str(command[-1]) or any("write-good" in str(part) for part in command[:2])


def _peers(folder: Path) -> dict[str, list[str | Path]]:
    """The commands of the peers that could be installed, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    peers: dict[str, list[str | Path]] = {}
    python = folder / "proselint" / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(folder / "proselint", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "proselint>=0.16"], check=False)
    proselint = python.with_name("proselint")
    if proselint.exists():
        peers["proselint"] = [proselint, "check"]
    else:
        print("proselint could not be installed, and is left out")
    script = folder / "node_modules" / "write-good" / "bin" / "write-good.js"
    node, npm = shutil.which("node"), shutil.which("npm")
    if not script.exists() and npm:
        subprocess.run([npm, "install", "--silent", "--prefix", folder, "write-good@1"], check=False)
    if script.exists() and node:
        peers["write-good"] = [node, script]
    else:
        print("write-good could not be installed, and is left out")
    return peers


def against_peers(rounds: int, folder: Path) -> None:
    """All articles, one core each."""
    files = sorted(ARTICLES.iterdir())
    size = sum(path.stat().st_size for path in files) / 1e6
    commands: dict[str, list[str | Path]] = {"authoring": [*US, *ALONE, ARTICLES]}
    commands |= {name: [*command, *files] for name, command in _peers(folder).items()}
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            runs[name].append(measured(command))
    print(f"{size:.2f} MB in {len(files)} articles, all default rules, processor time, median of {rounds} rounds")
    ours = median(run.processor for run in runs["authoring"])
    for name, done in runs.items():
        spent = median(run.processor for run in done)
        peak = max(run.peak for run in done)
        print(f"  {name:12}{spent:8.2f} s {size / spent:6.2f} MB/s  peak {peak:4.0f} MB  {spent / ours:5.2f} of ours")


def two_jobs(rounds: int) -> None:
    """One process against two, by the clock."""
    ratios = []
    for _ in range(rounds):
        one = measured([*US, "--no-cache", "--jobs", "1", ARTICLES])
        two = measured([*US, "--no-cache", "--jobs", "2", ARTICLES])
        ratios.append((one.clock / two.clock, one.clock, two.clock))
    ratio, one_job, two = sorted(ratios)[len(ratios) // 2]
    print(f"two jobs: {ratio:.2f} times one ({one_job:.2f} s and {two:.2f} s by the clock, median of {rounds})")


def second_run(rounds: int) -> None:
    """All articles again, nothing changed."""
    with tempfile.TemporaryDirectory() as cache:
        command = [*US, "--cache-dir", cache, ARTICLES]
        first = measured(command)
        again = [measured(command).clock for _ in range(rounds * 2)]
    told = f"{min(again):.2f} to {max(again):.2f}; the first {first.clock:.1f}"
    print(f"second run: {median(again):.2f} s by the clock ({told})")


def cold() -> None:
    """One article of about 5 KB, each time a new process, without and with a warm cache of its findings."""
    path = min(ARTICLES.iterdir(), key=lambda file: abs(file.stat().st_size - COLD_SIZE))
    times = sorted(measured([*US, *ALONE, path]).clock * 1000 for _ in range(COLD_RUNS))
    help_ = sorted(measured([sys.executable, "-m", "authoring", "--help"]).clock * 1000 for _ in range(COLD_RUNS))
    bare = sorted(measured([sys.executable, "-c", "pass"]).clock * 1000 for _ in range(COLD_RUNS))
    for told, runs in (("one article", times), ("--help", help_), ("Python alone", bare)):
        print(f"cold, {told}: median {median(runs):.0f} ms ({runs[0]:.0f} to {runs[-1]:.0f}, {COLD_RUNS} runs)")


def _long_texts() -> dict[str, str]:
    pieces = [path.read_bytes().decode("utf-8", "replace") for path in sorted(ARTICLES.iterdir())]
    prose = [piece for piece in pieces if not piece.startswith("---")]
    text = "\n\n".join(prose * (1 + LONG // sum(len(piece) for piece in prose)))[:LONG]
    line = " ".join(text[:1_000_000].split())
    return {
        "5 MB, one article": text,
        "5 MB, no paragraphs": " ".join(text.split()),
        "100,000 quotation marks": "She said “it is so.” He said, “no, it is not.” " * 25_000,
        "100,000 opening marks": "It is “so said he. " * 100_000,
        "100,000 straight marks": 'He said "no" and left. ' * 50_000,
        "1 MB in one line": line,
        "1 MB without a space": "".join(line.split()),
    }


def linear() -> None:
    """Long articles, each as a multiple of what as many bytes of ordinary articles take."""
    files = sorted(ARTICLES.iterdir())
    share = measured([*US, *ALONE, ARTICLES]).processor / sum(path.stat().st_size for path in files)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.txt"
        for told, text in _long_texts().items():
            path.write_text(text, encoding="utf-8")
            run = measured([*US, *ALONE, path])
            size = path.stat().st_size
            times = run.processor / (share * size)
            print(
                f"  {told:26}{size / 1e6:5.2f} MB {run.processor:6.1f} s {times:5.2f} of its share, {run.peak:4.0f} MB"
            )


def main() -> None:
    """Measure what is asked for, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", type=Path, default=ROOT / "build" / "peers")
    parser.add_argument("--only", default="peers,jobs,cache,cold,linear")
    given = parser.parse_args()
    parts = {
        "peers": lambda: against_peers(given.rounds, given.peers),
        "jobs": lambda: two_jobs(given.rounds),
        "cache": lambda: second_run(given.rounds),
        "cold": cold,
        "linear": linear,
    }
    for part in given.only.split(","):
        parts[part]()


if __name__ == "__main__":
    main()
