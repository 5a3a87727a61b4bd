"""Runs the examples of the documentation; ``python tests/docs/page_examples.py`` writes what they print into the pages.

A page is Markdown as it stands. These parts of it are run, from top to bottom, in a folder that holds a copy of the
example stories (``drafts/``; a page that has the comment ``<!-- in an empty folder -->`` gets none) and whatever the
page has made so far. A command ``cd`` holds for all that follows, files too:

* a block ``console``: each line that begins with ``$ `` is a command, the lines up to the next one are what it prints,
  to the letter; a line that is only ``…`` stands for any number of lines;
* a comment ``<!-- $ command -->``: run the same way, without being shown;
* a block under a line that is only a file's name in backticks: the text of that file;
* blocks ``notes``: together they are one notes file, ``umbrellas/notes.md``. A quotation (``>``) under such a block is
  what the interview template makes of it; together, these are the whole body of the article, without other words.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GENERATED = ("commands.md", "rules.md")
"""Pages that are written by programs, with tests of their own."""
COLUMNS = "100"
_EMPTY = "<!-- in an empty folder -->"
_PART = re.compile(
    r"^(?:`(?P<file>[^`\n]+)`\n\n?)?(?P<fence>`{3,})(?P<info>[\w.+-]*)\n(?P<body>.*?)^(?P=fence)$\n?"
    r"(?P<quoted>(?:\n?^>[^\n]*\n)+)?|^<!-- \$ (?P<hidden>[^\n]*?) -->$",
    re.MULTILINE | re.DOTALL,
)
_MOVED = re.compile(r"cd (\S+)")
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """One part of a page that is run."""

    info: str
    """The word after the fence; ``hidden`` for a comment."""
    text: str
    start: int
    """Offset of ``text`` in the page."""
    file: str = ""
    quoted: str = ""
    """The words of the quotation under a block of notes, line breaks as spaces, paragraphs parted by a blank line."""


@dataclass(frozen=True)
class Ran:
    """A command of a page, what the page says that it prints, and what it prints."""

    command: str
    expected: str
    printed: str
    start: int
    """Offset of ``expected`` in the page."""
    code: int
    """Its exit code."""

    @property
    def right(self) -> bool:
        """Whether the page tells the truth."""
        pattern = "".join(r"(?s:.*)" if line == "…\n" else re.escape(line) for line in self.expected.splitlines(True))
        return re.fullmatch(pattern, self.printed) is not None


def pages() -> list[Path]:
    """The pages with examples."""
    return [ROOT / "README.md", *(page for page in sorted((ROOT / "docs").glob("*.md")) if page.name not in GENERATED)]


def parts(page: str) -> Iterator[Part]:
    """The parts of a page that are run, in order."""
    for found in _PART.finditer(page):
        if found["hidden"]:
            yield Part("hidden", found["hidden"], found.start("hidden"))
        else:
            quoted = "\n".join(line[1:].strip() for line in (found["quoted"] or "").strip().splitlines())
            quoted = "\n\n".join(" ".join(each.split()) for each in quoted.split("\n\n"))
            yield Part(found["info"], found["body"], found.start("body"), found["file"] or "", quoted)


def story(page: str) -> tuple[str, str]:
    """The notes that a page holds, and the body of the article that it says they become."""
    found = [part for part in parts(page) if part.info == "notes"]
    return "\n".join(part.text for part in found), "\n\n".join(part.quoted for part in found if part.quoted)


def set_up(page: str, folder: Path) -> None:
    """Fill the folder in which a page is run."""
    for each in [] if _EMPTY in page else sorted((ROOT / "drafts").iterdir()):
        for name in ("notes.md", "article.md", "sources"):
            if (each / name).is_dir():
                shutil.copytree(each / name, folder / "drafts" / each.name / name)
            elif (each / name).exists():
                (folder / "drafts" / each.name).mkdir(parents=True, exist_ok=True)
                shutil.copy(each / name, folder / "drafts" / each.name / name)
    notes, _ = story(page)
    if notes:
        (folder / "umbrellas").mkdir()
        (folder / "umbrellas" / "notes.md").write_text(notes, "utf-8")


def shell(command: str, folder: Path, before: int = 0) -> tuple[str, int]:
    """What a command prints, errors included, and its exit code; ``before`` is what ``$?`` gives."""
    environment = {
        "AUTHORING_GRAMMAR": "off",
        **os.environ,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
        "COLUMNS": COLUMNS,
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["sh", "-c", f"(exit {before}); {command}"],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.stdout.decode("utf-8"), done.returncode


def run(page: str, folder: Path) -> Iterator[Ran]:
    """Run a page's commands, in order."""
    code = 0
    for part in parts(page):
        if part.file:
            target = folder / part.file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(part.text, "utf-8")
        elif part.info == "hidden":
            printed, code = shell(part.text, folder)
            if code:
                raise ValueError(f"a hidden command failed: {part.text}\n{printed}")
        elif part.info == "console":
            for found in _COMMAND.finditer(part.text):
                if elsewhere := _MOVED.fullmatch(found[1]):
                    folder, printed, code = folder / elsewhere[1], "", 0
                else:
                    printed, code = shell(found[1], folder, code)
                yield Ran(found[1], found[2], printed, part.start + found.start(2), code)


def main() -> None:
    """Write into every page what its commands print; what a page elides stays elided where it still can be."""
    for path in pages():
        text = page = path.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            set_up(page, Path(folder))
            wrong = [ran for ran in run(page, Path(folder)) if not ran.right]
        for ran in reversed(wrong):
            text = text[: ran.start] + ran.printed + text[ran.start + len(ran.expected) :]
        if text != page:
            path.write_text(text, "utf-8")
            print(f"{path.relative_to(ROOT)}: {len(wrong)} outputs written anew")


if __name__ == "__main__":
    main()
