"""What the formats share that print one line a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from authoring.findings import Finding
from authoring.reporters import NOTHING
from authoring.runner.checked import Checked


def one_a_finding(
    results: Iterable[Checked], finding_line: Callable[[Checked, Finding], str], remark_line: Callable[[Checked], str]
) -> Iterator[str]:
    """A line for every finding and every remark; a clean run is one line, and so is one that checked nothing."""
    told = checked = False
    for result in results:
        checked = True
        lines = [finding_line(result, finding) for finding in result.findings]
        lines += [remark_line(result)] if result.remark else []
        told = told or bool(lines)
        yield from (f"{line}\n" for line in lines)
    if not told:
        yield "nothing found\n" if checked else NOTHING
