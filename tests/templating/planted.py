"""Reads the templates with planted faults, and those without: a page each, as an editor would report it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from authoring.templating.check import check
from authoring.templating.finding import Finding
from authoring.templating.shelf import Shelf
from authoring.text.shipped import builtin_templates

HERE = Path(__file__).parent
_FILE = re.compile(r"^`([\w./-]+\.md)`\n\n```jinja\n(.*?)^```", re.MULTILINE | re.DOTALL)
_EXPECTED = re.compile(r"^expects `([\w./-]+\.md):(\d+)(?:-(\d+))?` (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Expected:
    """One fault, where it stands, and words of what is to be said of it."""

    file: str
    first: int
    last: int
    words: str

    def meant(self, finding: Finding) -> bool:
        """Whether a finding is this fault."""
        return (
            finding.path.name == self.file and self.first <= finding.line <= self.last and self.words in finding.message
        )


def pages(folder: str) -> list[Path]:
    """The pages of ``faults``, ``blind`` or ``good``."""
    return sorted((HERE / folder).glob("*.md"))


def files(page: Path) -> dict[str, str]:
    """The templates of a page, by the names of their files."""
    return dict(_FILE.findall(page.read_text("utf-8")))


def expected(page: Path) -> list[Expected]:
    """The faults of a page."""
    found = _EXPECTED.findall(page.read_text("utf-8"))
    return [Expected(file, int(first), int(last or first), words) for file, first, last, words in found]


def checked(page: Path, folder: Path) -> list[Finding]:
    """What the check finds in the templates of a page, written into a folder that is called templates."""
    templates = folder / "templates"
    templates.mkdir()
    for name, text in files(page).items():
        (templates / name).write_text(text, "utf-8")
    shelf = Shelf((templates,), builtin_templates())
    return check(shelf, [parsed for name in sorted(files(page)) if (parsed := shelf.get(name))])


def compared(page: Path, folder: Path) -> Iterator[tuple[Expected | None, Finding | None]]:
    """Every fault with what was found of it, and what was found beside them."""
    left = checked(page, folder)
    for each in expected(page):
        found = next((finding for finding in left if each.meant(finding)), None)
        left = [finding for finding in left if not each.meant(finding)]
        yield each, found
    yield from ((None, finding) for finding in left)
