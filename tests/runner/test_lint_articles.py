"""The rules on real articles: none crashes, and every finding is one that could be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from authoring.prose import parse
from authoring.prose.document import Voice
from authoring.runner import lint
from authoring.runner.files import lint_text
from authoring.runner.fixes import fixed
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


def test_fixing_real_articles_changes_no_word_of_anybody_else_and_comes_to_rest(
    shared: Path, sample: Callable[[Sequence[Path], int], list[Path]]
) -> None:
    changed = 0
    for path in sample(sorted((shared / "data" / "articles").iterdir()), 60):
        text = read_text(path)
        again = partial(lint_text, path=str(path))
        done = fixed(text, again, unsafe=True)
        changed += done.applied
        assert theirs(done.after, path) == theirs(text, path)
        assert fixed(done.after, again, unsafe=True).applied == 0
    assert changed > 10


def theirs(text: str, path: Path) -> list[str]:
    document = parse(text, path=str(path))
    ours = {Voice.NARRATION, Voice.HEADING, Voice.CAPTION, Voice.MARKUP}
    ends = [*(start for start, _ in document.voices[1:]), len(text)]
    return [text[start:end] for (start, voice), end in zip(document.voices, ends, strict=True) if voice not in ours]
