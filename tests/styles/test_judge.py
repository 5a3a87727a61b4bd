"""What Vale 3.21 said of two short articles with the style of its benchmark is what we find with all voices.

``alerts.json`` holds path, line, column, rule and words; ``benchmarks/vale.py`` does the same over all articles.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from authoring.config import Config
from authoring.prose import parse
from authoring.runner import lint
from authoring.text.lines import LineIndex

HERE = Path(__file__).parent / "judge"
STYLES = Path(__file__).parents[2] / "benchmarks" / "vale_style"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # spylls leaves a file open
@pytest.mark.parametrize("name", ["ferry.md", "harbour.txt"])
def test_our_findings_are_the_alerts_of_vale(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same rules, lines, columns and matched words, without the white space that some matches begin with."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    text = (HERE / name).read_text(encoding="utf-8")
    config = Config(
        styles=(str(STYLES / "Judge"),),
        vocabularies=(str(STYLES / "config" / "vocabularies" / "Newsroom"),),
        voices=("all",),
        select=frozenset({"Judge", "Vale"}),
    )
    document = parse(text, path=name)
    places = LineIndex(text)
    alerts = json.loads((HERE / "alerts.json").read_text(encoding="utf-8"))
    rules = {rule for _, _, _, rule, _ in alerts}
    found = {
        (finding.rule, *places.position(finding.span.start), _letters(text[finding.span.start : finding.span.end]))
        for finding in lint(document, config)
        if finding.rule in rules
    }
    expected = {(rule, line, column, _letters(words)) for path, line, column, rule, words in alerts if path == name}
    assert found == expected


def _letters(words: str) -> str:
    """The words without markup and code, which stand in Vale's match as asterisks or not at all."""
    return "".join(letter for letter in words.partition("](")[0] if letter.isalnum()) or words.strip()
