"""The rules on real articles: none crashes, and every finding is one that could be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from authoring.prose import parse
from authoring.runner import lint
from authoring.text import read_text


def test_no_rule_crashes_on_real_articles_and_every_finding_can_be_shown(
    shared: Path, sample: Callable[[Sequence[Path], int], list[Path]]
) -> None:
    for path in sample(sorted((shared / "data" / "articles").iterdir()), 120):
        document = parse(read_text(path), path=path.name)
        last = 0
        for finding in lint(document):
            place = f"{path.name}:{document.lines.position(finding.span.start)}: {finding.rule}: {finding.message}"
            assert finding.rule != "crashed-rule", place
            assert last <= finding.span.start <= finding.span.end <= len(document.text), place
            assert finding.span.of(document.text).strip() == finding.span.of(document.text), place
            assert len(finding.message) <= 100, place
            assert ", expected" in finding.message, place
            last = finding.span.start
