"""Holds the linter against the defects that an editor found in the two articles of ``../shared/seeds``.

    python benchmarks/seed_defects.py

The lists (``benchmarks/gold/seed_defects.jsonl``) were read and committed before the rules were written. A defect is
found where a finding of its rule stands on its line and shares words with it. Findings that no defect answers to are
printed in full, to be read: none of them may be one that an editor would call wrong.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from authoring.runner import Checked
from authoring.runner.files import lint_paths

SHARED = Path(__file__).parents[1] / ".." / "shared"
PIECES = {"interview.txt": ("notes-interview.md", 26), "brief.txt": ("notes-brief.md", 23)}
"""Each article with its notes and the number of defects to be found in it at least."""
Defect = dict[str, object]


def findings_of(article: str) -> Checked:
    """The article, checked with its notes."""
    notes = SHARED / "examples" / PIECES[article][0]
    (checked,) = [
        result for result in lint_paths([SHARED / "seeds" / article], notes=notes) if result.path.endswith(article)
    ]
    return checked


def compare(article: str, defects: list[Defect]) -> tuple[list[Defect], list[Defect], list[str]]:
    """The defects that were found, those that were missed, and the findings that answer to none."""
    checked = findings_of(article)
    answered: set[int] = set()
    found, missed = [], []
    for defect in defects:
        begin = checked.lines.offset(int(str(defect["line"])), 1)
        start = checked.text.index(str(defect["words"]), begin)
        end = start + len(str(defect["words"]))
        hits = [
            number
            for number, finding in enumerate(checked.findings)
            if finding.rule == defect["rule"] and finding.span.start < end and start < finding.span.end
        ]
        answered.update(hits)
        (found if hits else missed).append(defect)
    others = []
    for number, finding in enumerate(checked.findings):
        if number not in answered:
            line, column = checked.lines.position(finding.span.start)
            others.append(f"{line}:{column} {finding.rule}: {finding.message} ({finding.span.of(checked.text)[:60]})")
    return found, missed, others


def main() -> None:
    """Print what is found, missed and found besides, for both articles."""
    gold = Path(__file__).parent / "gold" / "seed_defects.jsonl"
    defects = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    for article, (_, floor) in PIECES.items():
        found, missed, others = compare(article, [one for one in defects if one["article"] == article])
        print(f"{article}: {len(found)} of {len(found) + len(missed)} defects found (floor {floor})")
        for defect in missed:
            print(f"  missed {defect['line']}: {defect['rule'] or 'no rule'}: {str(defect['words'])[:70]}")
        print(f"  {len(others)} findings besides:")
        for other in others:
            print(f"    {other}")


if __name__ == "__main__":
    main()
