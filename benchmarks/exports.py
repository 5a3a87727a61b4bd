"""Exports every article of the shared data to every format: is ninjs valid, does Markdown read back, how long it takes.

    python benchmarks/exports.py [--cold] [--blocks FOLDER]

The peer is pyromark's own rendering of the same Markdown as HTML, which knows nothing of headlines, speakers or
quotations, and escapes no tag. ``--cold`` times whole commands too, by processor seconds, since a shared machine's
clock wanders. ``--blocks`` has WordPress's own parser read the blocks: FOLDER is where
``npm install @wordpress/block-serialization-default-parser`` was run.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pyromark
from jsonschema import Draft202012Validator, FormatChecker

from authoring.export.build import article_of
from authoring.export.formats import FORMATS, Export
from authoring.export.site import Site
from authoring.prose.parser import parse
from authoring.text.files import read_text

_ROOT = Path(__file__).parents[1]
_DATA = _ROOT.parent / "shared" / "data"
_OURS = ("html", "ninjs", "wordpress", "ghost", "markdown", "text", "rss")
_SITE = Site("The Pennick Harbor Ledger", "https://ledger.example")
_RUNS = 5


def main() -> None:
    """Print the counts and the times."""
    drafts = [path for path in sorted((_ROOT / "drafts").glob("*/*.md")) if path.name != "notes.md"]
    files = [*drafts, *sorted((_DATA / "articles").iterdir())]
    schema = json.loads((_DATA / "schemas" / "ninjs-schema_3.1.json").read_text("utf-8"))
    validator = Draft202012Validator(schema, format_checker=FormatChecker(["uri", "date-time"]))
    times: Counter[str] = Counter()
    posts: list[str] = []
    invalid = differing = quotations = size = 0
    for path in files:
        text = read_text(path)
        size += len(text.encode())
        document = parse(text, path=path.name)
        _ = document.attributions
        start = time.perf_counter()
        article = article_of(document, _SITE)
        times["article"] += time.perf_counter() - start
        quotations += len(article.quotes)
        export = Export(article, document, ())
        made = {}
        for form in _OURS:
            start = time.perf_counter()
            made[form] = FORMATS[form].write(export)
            times[form] += time.perf_counter() - start
        posts.append(json.loads(made["wordpress"]).get("content", ""))
        invalid += bool(list(validator.iter_errors(json.loads(made["ninjs"]))))
        again = article_of(parse(made["markdown"].decode("utf-8"), path="again.md"), _SITE)
        kinds = [(block.kind, "".join(block.text.split())) for block in article.body]
        differing += kinds != [(block.kind, "".join(block.text.split())) for block in again.body]
        start = time.perf_counter()
        pyromark.html(text)
        times["pyromark.html"] += time.perf_counter() - start
    print(f"{len(files)} files, {size / 1e6:.1f} MB, {quotations} quotations")
    print(f"ninjs valid, format checks on: {len(files) - invalid} of {len(files)}")
    print(f"Markdown read back with the same blocks and words: {len(files) - differing} of {len(files)}")
    for name, seconds in times.items():
        print(f"{name:14} {1000 * seconds / len(files):7.2f} ms an article")
    if "--blocks" in sys.argv:
        read_blocks(posts, sys.argv[sys.argv.index("--blocks") + 1])
    if "--cold" in sys.argv:
        cold(drafts)


def read_blocks(posts: list[str], folder: str) -> None:
    """What WordPress's parser finds outside of blocks, where nothing should be."""
    code = (
        "const {parse} = require('@wordpress/block-serialization-default-parser');"
        "const posts = JSON.parse(require('fs').readFileSync(0));"
        "const blocks = posts.flatMap((post) => parse(post));"
        "const loose = blocks.filter((block) => block.blockName === null && block.innerHTML.trim());"
        "const whole = blocks.filter((block) => block.blockName !== null);"
        "console.log(`${whole.length} blocks, ${loose.length} stretches outside of blocks`);"
    )
    told = subprocess.run(
        ["node", "-e", code], cwd=folder, input=json.dumps(posts), check=True, capture_output=True, text=True
    )
    print(f"WordPress's parser: {told.stdout.strip()}")


def cold(drafts: list[Path]) -> None:
    """The best of some whole commands for the longest draft, lint and all, in a folder without notes."""
    longest = max(drafts, key=lambda path: path.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.md"
        text = read_text(longest)
        article.write_text("\n".join(line for line in text.split("\n") if not line.startswith("notes")), "utf-8")
        for form in _OURS:
            taken = []
            for _ in range(_RUNS):
                start = _processor()
                command = [
                    sys.executable,
                    "-m",
                    "authoring",
                    "export",
                    str(article),
                    "--to",
                    form,
                    "-o",
                    "-",
                    "--force",
                ]
                subprocess.run(command, check=True, capture_output=True)
                taken.append(_processor() - start)
            print(f"authoring export --to {form:10} {1000 * min(taken):.0f} ms of the processor")


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
