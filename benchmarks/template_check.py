"""How many planted faults ``authoring template check`` finds in their lines, and what it says of templates without any.

    python benchmarks/template_check.py [COMMAND …]

The peers run on the same files: Jinja's own compiler with ``meta.find_undeclared_variables``, and each COMMAND that is
given (``j2lint``, ``djlint``), which must be installed. A fault counts as found by a peer where it says anything of
that line; the peers know nothing of notes, so many of these faults are none of theirs.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import Environment, FileSystemLoader, TemplateError, meta

from authoring.text.shipped import builtin_templates

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "templating"))

from planted import Expected, checked, expected, files, pages

SETS = ("faults", "blind", "good")
_LINE = re.compile(r":(\d+)\b|(?:^|\s)H\d+ (\d+):|(?:^|\s)(\d+):\d+\s")


def ours(page: Path, folder: Path) -> list[tuple[str, int]]:
    """File and line of everything that our check finds."""
    return [(finding.path.name, finding.line) for finding in checked(page, folder)]


def jinjas(page: Path, folder: Path) -> list[tuple[str, int]]:
    """What Jinja tells without notes: what does not compile, and names that nothing sets, which have no line."""
    templates = _written(page, folder)
    environment = Environment(
        loader=FileSystemLoader([templates, builtin_templates()]),
        extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"],
    )
    from authoring.drafting.filters import FILTERS

    environment.filters.update(FILTERS)
    found = []
    for name, text in files(page).items():
        try:
            environment.compile(text, name)
            names = meta.find_undeclared_variables(environment.parse(text)) - {"notes", "draft"}
        except TemplateError as error:
            found.append((name, getattr(error, "lineno", 0) or 0))
            continue
        for number, line in enumerate(text.split("\n"), 1):
            found += [(name, number) for word in names if re.search(rf"\b{word}\b", line)]
    return found


def command(words: list[str]) -> Callable[[Path, Path], list[tuple[str, int]]]:
    """A linter that prints a line number with everything that it finds."""

    def run(page: Path, folder: Path) -> list[tuple[str, int]]:
        templates = _written(page, folder)
        found = []
        for name in files(page):
            jinja = (templates / name).with_suffix(".j2")
            jinja.write_text((templates / name).read_text("utf-8"), "utf-8")
            done = subprocess.run([*words, str(jinja)], capture_output=True, text=True, check=False)
            for line in (done.stdout + done.stderr).splitlines():
                if place := _LINE.search(line):
                    found.append((name, int(next(group for group in place.groups() if group))))
        return found

    return run


def _written(page: Path, folder: Path) -> Path:
    templates = folder / "templates"
    templates.mkdir()
    for name, text in files(page).items():
        (templates / name).write_text(text, "utf-8")
    return templates


def _hit(fault: Expected, found: Iterable[tuple[str, int]]) -> bool:
    return any(name == fault.file and fault.first <= line <= fault.last for name, line in found)


def main() -> None:
    """Print a table."""
    programs: dict[str, Callable[[Path, Path], list[tuple[str, int]]]] = {"authoring": ours, "Jinja": jinjas}
    programs |= {Path(words).name: command([words]) for words in sys.argv[1:]}
    print(f"{'':<12}" + "".join(f"{name:>22}" for name in SETS))
    for program, run in programs.items():
        cells = []
        for name in SETS:
            found_of = faults = beside = 0
            for page in pages(name):
                with TemporaryDirectory() as folder:
                    found = run(page, Path(folder))
                meant = expected(page)
                faults += len(meant)
                found_of += sum(_hit(fault, found) for fault in meant)
                beside += sum(
                    not any(place == fault.file and fault.first <= line <= fault.last for fault in meant)
                    for place, line in found
                )
            told = f"{found_of} of {faults}, {beside} beside" if faults else f"{beside} in {len(pages(name))}"
            cells.append(f"{told:>22}")
        print(f"{program:<12}" + "".join(cells))


if __name__ == "__main__":
    main()
