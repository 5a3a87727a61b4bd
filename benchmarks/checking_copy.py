"""What a checking copy costs, beside the lint of the same article that every export makes first.

Run it with ``python benchmarks/checking_copy.py [ROUNDS]``. Three articles: a brief, an interview with a transcript,
and that interview's text four times over. For each the processor's seconds of a cold command, ``authoring lint`` and
``authoring export --to factcheck`` in turn, the least of the rounds; then the seconds of the page alone in a process
that has linted already, and its size.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from authoring.export.checking import export_of
from authoring.export.formats import FORMATS

ROOT = Path(__file__).parents[1]
FORM = FORMATS["factcheck"]


def cold(*arguments: str) -> float:
    """The processor's seconds of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "AUTHORING_GRAMMAR": "off"}
    subprocess.run(
        [sys.executable, "-m", "authoring", *arguments], stdout=subprocess.DEVNULL, env=environment, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure the three articles."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        stories = Path(folder) / "drafts"
        shutil.copytree(ROOT / "drafts", stories)
        interview = stories / "town-clock" / "interview.md"
        front, _, body = interview.read_text("utf-8").partition("\n---\n")
        long = stories / "town-clock" / "long.md"
        long.write_text(front + "\n---\n" + "\n".join([body] * 4), "utf-8")
        for article in (stories / "bridge-tolls" / "brief.md", interview, long):
            lint = min(cold("lint", str(article), "--no-cache") for _ in range(rounds))
            export = min(cold("export", str(article), "--to", "factcheck", "-o", "-") for _ in range(rounds))
            export_of(article, FORM, force=True)
            made = export_of(article, FORM, force=True)
            began = time.process_time()
            size = len(FORM.write(made))
            page = time.process_time() - began
            words = len(article.read_text("utf-8").split())
            told = f"{words:>6,} words: lint {lint:.2f} s, export {export:.2f} s, {export / lint:.2f} times"
            print(f"{told}; the page alone {page:.3f} s, {size / 1000:,.0f} kB")


if __name__ == "__main__":
    main()
