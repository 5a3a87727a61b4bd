"""Prints how large the pages are, how long they take to write, and how long Chromium takes to open them.

Run ``python benchmarks/pages.py``. The time to write is that of the page alone, after everything has been checked or
measured; the machine's other work is in it.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from authoring.config.find import Configs
from authoring.errors import ArticleError
from authoring.reporters import Look, html, stats_page
from authoring.runner.measured import Measured, measured_text
from authoring.runner.run import lint_paths

ARTICLES = Path(__file__).parents[2] / "shared" / "data" / "articles"
COUNTS = (1, 80, 100, 986)


def main() -> None:
    if not ARTICLES.is_dir():
        sys.exit("the shared articles are not beside this checkout")
    paths = sorted(map(str, ARTICLES.iterdir()))
    print(f"{'page':<8}{'articles':>9}{'kB':>9}{'written in s':>14}{'opened in s':>13}")
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("lint", lint), ("stats", stats)):
            for count in COUNTS:
                page, seconds = write(paths[:count])
                file = Path(folder, f"{name}-{count}.html")
                file.write_text(page, "utf-8")
                opened = "".join(f"{each:.2f}" for each in opening(file))
                print(f"{name:<8}{count:>9}{len(page.encode()) / 1000:>9,.0f}{seconds:>14.2f}{opened or 'n/a':>13}")


def lint(paths: list[str]) -> tuple[str, float]:
    results = list(lint_paths(paths, measured=True, whole=False))
    start = time.perf_counter()
    return "".join(html.report(results, Look())), time.perf_counter() - start


def stats(paths: list[str]) -> tuple[str, float]:
    configs, numbers = Configs(None), stats_page.numbered(paths)
    measured: list[Measured] = []
    for path in paths:
        try:
            measured.append(measured_text(Path(path).read_text("utf-8"), path, configs.of(path)))
        except ArticleError:
            continue
    start = time.perf_counter()
    made = [stats_page.make(one, numbers, configs) for one in measured]
    return "".join(stats_page.page(made, alone=len(paths) == 1)), time.perf_counter() - start


def opening(file: Path) -> Iterator[float]:
    """Seconds until the page is there; nothing without a browser."""
    program = shutil.which("chromium")
    if program is None:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        start = time.perf_counter()
        page.goto(file.as_uri())
        yield time.perf_counter() - start
        browser.close()


if __name__ == "__main__":
    main()
