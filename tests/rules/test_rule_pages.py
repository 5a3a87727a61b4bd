"""Every rule's page is its test: what its examples say is found is found, at that place, and nothing else."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from authoring.config import Config
from authoring.findings import Severity
from authoring.notes import parse_notes
from authoring.prose import parse
from authoring.rules import load, names
from authoring.rules.page import Example, Found, read_page
from authoring.rules.pages import pages
from authoring.rules.registry import compares_with_notes
from authoring.runner import lint

EXAMPLES = [(name, example) for name in names() for example in read_page(load(name).page).examples]


@pytest.mark.parametrize(
    ("name", "example"), EXAMPLES, ids=[f"{name}-{number}" for number, (name, _) in enumerate(EXAMPLES)]
)
def test_a_rule_finds_what_its_page_says_and_nothing_else(name: str, example: Example, tmp_path: Path) -> None:
    for number, companion in enumerate(example.companions, 1):
        (tmp_path / f"notes-{number}.md").write_text(companion, encoding="utf-8")
    notes = parse_notes(example.notes, str(tmp_path / "notes.md")) if example.notes else None
    document = parse(example.text, notes, path="article.md")
    config = Config(select=frozenset({name}), options={name: example.options} if example.options else {})
    found = []
    for number, finding in enumerate(lint(document, config)):
        line, column = document.lines.position(finding.span.start)
        words = finding.span.of(document.text).replace("\n", " ")
        told = number < len(example.finds) and example.finds[number].message is not None
        found.append(Found(line, column, words, finding.message if told else None))
    assert found == list(example.finds)


@pytest.mark.parametrize("name", names())
def test_a_rule_has_two_bad_and_two_good_examples(name: str) -> None:
    examples = read_page(load(name).page).examples
    assert sum(bool(example.finds) for example in examples) >= 2
    assert sum(not example.finds for example in examples) >= 2


@pytest.mark.parametrize("name", [name for name in names() if load(name).style is None])
def test_the_check_is_the_one_public_function_and_stands_last(name: str) -> None:
    module = import_module(load(name).check.__module__)
    assert module.__file__ is not None
    defined = [line[4:].split("(")[0] for line in Path(module.__file__).read_text().splitlines() if line[:4] == "def "]
    assert defined[-1] == "check"
    assert all(word.startswith("_") for word in defined[:-1])


@pytest.mark.parametrize("name", names())
def test_messages_are_short_lower_case_and_say_what_was_expected(name: str) -> None:
    for _, example in (pair for pair in EXAMPLES if pair[0] == name):
        for found in example.finds:
            if found.message is not None:
                assert len(found.message) <= 100
                assert ", expected" in found.message
                assert not found.message.endswith(".")


def test_the_page_of_all_rules_in_docs_is_the_one_that_the_rules_make() -> None:
    written = (Path(__file__).parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == "".join(pages()), "run: python -m authoring.rules.pages > docs/rules.md"


def test_every_severity_is_one_that_the_catalogue_knows() -> None:
    assert {load(name).severity for name in names()} <= set(Severity)


@pytest.mark.parametrize("name", names())
def test_whether_a_rule_needs_notes_is_read_off_its_file(name: str) -> None:
    assert compares_with_notes(name) == load(name).needs_notes
