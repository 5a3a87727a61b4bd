"""How fast our LanguageTool server is up and checks, and what is left of it, beside language-tool-python's own.

    python benchmarks/grammar_server.py [ARTICLES]

Needs ``authoring grammar install``; both run the LanguageTool that it installed, on the same paragraphs of the same
articles (40 of ../shared/data/articles). Theirs is asked with one connection, as its objects are for one thread.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT.parent / "shared/data/articles"
SEED = 20261122
OURS = """
import sys, time
from authoring.grammar.installed import find_installed
from authoring.grammar.java import find_java
from authoring.grammar.server import Server
server = Server.start(find_java().path, find_installed().classpath)
print(flush=True); time.sleep(600)
"""
THEIRS = """
import sys, time
import language_tool_python
tool = language_tool_python.LanguageTool("en-US", language_tool_download_version=sys.argv[1])
print(flush=True); time.sleep(600)
"""


def paragraphs(count: int) -> list[list[str]]:
    """The paragraphs of each of so many articles, drawn by a fixed seed."""
    files = sorted(ARTICLES.glob("*.md"))
    chosen = random.Random(SEED).sample(files, min(count, len(files)))
    return [[part for part in file.read_text("utf-8").split("\n\n") if len(part.split()) > 3] for file in chosen]


def javas(pid: int) -> list[psutil.Process]:
    """The LanguageTools that a process has started."""
    children = psutil.Process(pid).children()
    return [child for child in children if any("languagetool-server.jar" in word for word in child.cmdline())]


def peak(pid: int) -> str:
    """The most memory that a process has had so far."""
    told = Path(f"/proc/{pid}/status")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    return next((f"{int(line.split()[1]) // 1024} MB" for line in lines if line.startswith("VmHWM")), "unknown")


def timed(work: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ours(articles: list[list[str]], threads: int) -> None:
    """Print what our own server and client take."""
    from authoring.grammar.client import Client
    from authoring.grammar.installed import find_installed
    from authoring.grammar.java import find_java
    from authoring.grammar.server import Server

    installed = find_installed()
    assert installed is not None
    java = find_java().path
    start = time.perf_counter()
    with Server.start(java, installed.classpath, "") as server, Client(server.address, threads=threads) as client:
        up = time.perf_counter() - start
        first = timed(lambda: list(client.check(["She have a dog."])))
        report(
            f"ours, {threads} threads",
            up,
            first,
            _passes(articles, lambda each: list(client.check(each)), server.pid),
            server.pid,
        )


def theirs(articles: list[list[str]]) -> None:
    """Print what language-tool-python takes with the server that it starts by itself."""
    import language_tool_python

    start = time.perf_counter()
    tool = language_tool_python.LanguageTool("en-US", language_tool_download_version=version())
    try:
        up = time.perf_counter() - start
        first = timed(lambda: tool.check("She have a dog."))
        (pid,) = (process.pid for process in javas(os.getpid()))
        report(
            "language-tool-python",
            up,
            first,
            _passes(articles, lambda each: [tool.check(part) for part in each], pid),
            pid,
        )
    finally:
        tool.close()


def _passes(articles: list[list[str]], check: Callable[[list[str]], object], pid: int) -> Iterator[tuple[float, float]]:
    """Seconds of the clock and of Java's processors that all articles take, the first and the second time."""
    server = psutil.Process(pid)
    for _ in range(2):
        before = server.cpu_times()
        taken = timed(lambda: [check(each) for each in articles])
        after = server.cpu_times()
        yield taken, after.user + after.system - before.user - before.system


def report(who: str, up: float, first: float, passes: Iterator[tuple[float, float]], pid: int) -> None:
    """Print one line of figures."""
    told = [
        f"{name} {COUNT / taken:5.2f} articles/s ({used / COUNT:.2f} s of processor each)"
        for name, (taken, used) in zip(("cold", "again"), passes, strict=True)
    ]
    print(
        f"{who:20}  up {up:5.2f} s   first check {first:5.2f} s   {'   '.join(told)}   memory {peak(pid)}", flush=True
    )


def leak(who: str, program: str) -> None:
    """Print how many servers are left five seconds after a program that holds one is killed, and end them."""
    holding = subprocess.Popen([sys.executable, "-c", program, version()], stdout=subprocess.PIPE)
    assert holding.stdout is not None
    holding.stdout.readline()
    started = javas(holding.pid)
    holding.kill()
    holding.communicate()
    _, left = psutil.wait_procs(started, timeout=5)
    print(f"{who:20}  servers left 5 s after kill -9: {len(left)} of {len(started)}", flush=True)
    for process in left:
        process.kill()


def version() -> str:
    """The LanguageTool that is installed."""
    from authoring.grammar.installed import find_installed

    installed = find_installed()
    if installed is None:
        raise SystemExit("LanguageTool is not installed; run: authoring grammar install")
    os.environ["LTP_PATH"] = str(installed.folder.parent)
    return installed.version


if __name__ == "__main__":
    drawn = paragraphs(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
    COUNT = len(drawn)
    words = sum(len(part.split()) for each in drawn for part in each)
    print(f"LanguageTool {version()}, {COUNT} articles, {sum(map(len, drawn))} paragraphs, {words} words", flush=True)
    for number in (1, 2, 4):
        ours(drawn, number)
    theirs(drawn)
    leak("ours", OURS)
    leak("language-tool-python", THEIRS)
