"""How much of a Word document is read right, beside other ways to read one.

    python benchmarks/word.py [ARTICLES]

First, small documents made of what Word keeps in its files besides words: tracked changes, hidden text, fields, text
boxes, symbols (those of ``tests/word/test_reading_word.py``). ``right`` counts the documents of which exactly those
words come back that their readers see. Then 50 real articles, exported to Word and read again: of how many every word
comes back, of how many every address, of how many every quotation with its speaker, and what reading one takes.
``mammoth`` is its own Markdown, ``python-docx`` the text of paragraphs and tables in order, ``pandoc`` its Markdown,
where it is installed.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import mammoth

from authoring.export.build import article_of
from authoring.export.formats import FORMATS, Export
from authoring.prose import parse
from authoring.text.files import read_text
from authoring.text.word import markdown_of

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT.parent / "shared" / "data" / "articles"
SEED, COUNT = 7, 50


def plain(data: bytes) -> str:
    """The way that is tried first: the paragraphs' texts."""
    found = []
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        if hasattr(block, "rows"):
            found += [cell.text for row in block.rows for cell in row.cells]
        else:
            found.append(block.text)
    return "\n\n".join(found)


def pandoc(data: bytes) -> str:
    """Its Markdown, with one line a paragraph."""
    command = ["pandoc", "--from", "docx", "--to", "gfm+footnotes", "--wrap", "none"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


READERS: dict[str, Callable[[bytes], str]] = {
    "authoring": markdown_of,
    "mammoth": lambda data: str(mammoth.convert_to_markdown(BytesIO(data)).value),
    "python-docx": plain,
    **({"pandoc": pandoc} if shutil.which("pandoc") else {}),
}


def words(markdown: str) -> str:
    """The characters of a text, as readers of the Markdown see them."""
    return re.sub(r"\s+", "", "".join(block.text for block in parse(markdown, path="a.md").blocks))


def made_up() -> dict[str, tuple[bytes, str]]:
    """The small documents, and what their readers see."""
    sys.path.insert(0, str(ROOT / "tests" / "word"))
    from test_reading_word import SEEN, STYLES
    from word_files import document

    return {name: (document(body, styles=STYLES), words(expected)) for name, (body, expected) in SEEN.items()}


def read(reader: Callable[[bytes], str], data: bytes) -> str:
    """What a reader makes of a document; what it stumbles over is nothing."""
    try:
        return reader(data)
    except Exception as error:  # noqa: BLE001  # a peer may fail in any way
        return f"({type(error).__name__})"


def main() -> None:
    """Print both tables."""
    cases = made_up()
    print(f"{'':12}  right of {len(cases)}  wrong")
    for name, reader in READERS.items():
        wrong = [case for case, (data, expected) in cases.items() if words(read(reader, data)) != expected]
        print(f"{name:12}  {len(cases) - len(wrong):<11} {', '.join(wrong[:6])}{' …' if len(wrong) > 6 else ''}")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    files = random.Random(SEED).sample(sorted(folder.iterdir()), COUNT)
    print(f"\n{COUNT} articles  words  addresses  quotations  ms each")
    exports = []
    for file in files:
        document = parse(read_text(file), path=str(file))
        export = Export(article_of(document), document, ())
        exports.append((export, FORMATS["docx"].write(export)))
    for name, reader in READERS.items():
        counts, spent = [0, 0, 0], 0.0
        for export, data in exports:
            start = time.perf_counter()
            text = read(reader, data)
            spent += time.perf_counter() - start
            article, again = export.article, parse(text, path="a.md")
            runs = [run for block in article.body for run in block.runs]
            seen = words(text)
            bodies = [
                re.sub(r"\s+", "", "".join(run.text for run in block.runs if not run.note)) for block in article.body
            ]
            links = {run.link for run in runs if run.link.startswith("http")}
            quotes = [(one.text, one.speaker) for one in article_of(again).quotes]
            counts[0] += all(
                body in seen for body, block in zip(bodies, article.body, strict=True) if block.kind != "row"
            )
            counts[1] += all(link in text for link in links)
            counts[2] += [(one.text, one.speaker) for one in article.quotes] == quotes
        print(f"{name:11}  {counts[0]:<5}  {counts[1]:<9}  {counts[2]:<10}  {spent / COUNT * 1000:.0f}")


if __name__ == "__main__":
    main()
