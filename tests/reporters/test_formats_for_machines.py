"""SARIF and JUnit, as the tools read them that show them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator, FormatChecker

from authoring.config import Config
from authoring.findings import Finding, Origin, Severity, Suggestion
from authoring.prose import parse
from authoring.reporters import Look, reporter, uri_of
from authoring.runner import Checked
from authoring.runner.files import lint_paths, lint_text
from authoring.runner.suppressed import Suppressed
from authoring.text.span import Span

TEXT = "By Noor Haddad\r\n\r\nThe 🚢 closed on Tuesday, he claimed,\r\nand “no one” knew.\r\n"


def finding(words: str, **more: Any) -> Finding:
    start = TEXT.index(words)
    made: dict[str, Any] = {
        "rule": "undated-time",
        "family": "facts",
        "severity": Severity.WARNING,
        "message": f"“{words}” has no date, expected one",
    }
    return Finding(span=Span(start, start + len(words)), **(made | more))


def checked(*findings: Finding, path: str = "pier.md", **more: Any) -> Checked:
    return Checked(path, TEXT, findings, document=parse(TEXT, path=path), **more)


def report(form: str, results: Sequence[Checked]) -> str:
    return "".join(reporter(form)(results, Look()))


@pytest.fixture(scope="module")
def validate(shared: Path) -> Callable[[str], Any]:
    schema = json.loads((shared / "data" / "schemas" / "sarif-schema-2.1.0.json").read_text("utf-8"))
    validator = Draft7Validator(schema, format_checker=FormatChecker())

    def valid(text: str) -> Any:
        data = json.loads(text)
        assert [error.message for error in validator.iter_errors(data)] == []
        return data["runs"][0]

    return valid


def test_a_run_without_findings_is_valid_sarif(validate: Callable[[str], Any]) -> None:
    assert validate(report("sarif", []))["results"] == []
    assert validate(report("sarif", [checked()]))["results"] == []


def test_a_finding_in_sarif_has_its_place_in_code_points(validate: Callable[[str], Any]) -> None:
    run = validate(report("sarif", [checked(finding("Tuesday"), path="my articles/pier é.md")]))
    assert run["columnKind"] == "unicodeCodePoints"
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20articles/pier%20%C3%A9.md"
    region = place["region"]
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (3, 17, 3, 24)
    assert TEXT[region["charOffset"] :][: region["charLength"]] == "Tuesday"


def test_the_rules_of_a_run_are_described_once_and_results_point_at_them(validate: Callable[[str], Any]) -> None:
    crashed = finding("The", rule="crashed-rule", family="internal", severity=Severity.ERROR)
    claimed = finding("claimed", rule="loaded-cue", family="attribution", severity=Severity.INFO)
    run = validate(report("sarif", [checked(finding("Tuesday"), claimed, crashed), checked(finding("Tuesday"))]))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["crashed-rule", "loaded-cue", "undated-time"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "note", "warning"]
    assert all(len(rule["help"]["text"]) > 60 and rule["shortDescription"]["text"].endswith(".") for rule in rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["warning", "note", "error", "warning"]


def test_suggestions_are_fixes_that_say_whether_they_are_safe(validate: Callable[[str], Any]) -> None:
    start = TEXT.index("claimed")
    edits = (Suggestion(Span(start, start + 7), "said"), Suggestion(Span(start, start + 7), "", safe=True))
    run = validate(report("sarif", [checked(finding("claimed", suggestions=edits))]))
    told = [
        (fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], fix["properties"]["safe"])
        for fix in run["results"][0]["fixes"]
    ]
    assert told == [("said", False), ("", True)]


def test_what_is_passed_over_is_there_as_suppressed(validate: Callable[[str], Any]) -> None:
    one, other = Suppressed(finding("Tuesday"), "an archive piece"), Suppressed(finding("claimed"), external=True)
    run = validate(report("sarif", [checked(finding("The"), suppressed=(one, other))]))
    assert [result.get("suppressions") for result in run["results"]] == [
        None,
        [{"kind": "inSource", "status": "accepted", "justification": "an archive piece"}],
        [{"kind": "external", "status": "accepted"}],
    ]


def test_an_origin_is_a_related_place(validate: Callable[[str], Any]) -> None:
    run = validate(report("sarif", [checked(finding("The", origin=Origin("notes.md", 7, 3, "00:01:02")))]))
    (related,) = run["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["region"] == {"startLine": 7, "startColumn": 3}


def test_a_fingerprint_stays_when_lines_move_and_is_not_given_for_a_protected_name(
    validate: Callable[[str], Any],
) -> None:
    leaked = finding("Tuesday", rule="leaked-source")
    before, secret = validate(report("sarif", [checked(finding("Tuesday"), leaked)]))["results"]
    moved = f"A new first paragraph.\r\n\r\n{TEXT}"
    shifted = replace(finding("Tuesday"), span=finding("Tuesday").span.shift(len(moved) - len(TEXT)))
    (after,) = validate(report("sarif", [Checked("pier.md", moved, (shifted,))]))["results"]
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert "partialFingerprints" not in secret


def test_real_articles_make_valid_sarif_and_junit(
    shared: Path, validate: Callable[[str], Any], sample: Callable[[list[Path], int], list[Path]]
) -> None:
    everything = sorted(path for path in (shared / "data" / "articles").rglob("*") if path.is_file())
    results = list(lint_paths(sample(everything, 60)))
    count = sum(len(result.findings) for result in results)
    assert len(validate(report("sarif", results))["results"]) == count > 0
    suites = ET.fromstring(report("junit", results))
    assert len(suites) == len(results)
    assert int(suites.attrib["tests"]) == len(list(suites.iter("testcase")))


def test_a_path_inside_the_folder_is_told_from_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert uri_of(str(tmp_path / "a b" / "pier.md")) == "a%20b/pier.md"
    assert uri_of("../pier.md") == "../pier.md"
    assert uri_of(str(tmp_path.parent / "pier.md")).startswith("file:///")


def test_junit_fails_where_the_run_does() -> None:
    text = "By Noor Haddad\n\nThe pier is gone & “lost,” Ruiz claimed.\n\nLeave a comment\n"
    config = Config(select=frozenset({"loaded-cue", "page-furniture"}))
    root = ET.fromstring(report("junit", list(lint_text(text, "a & b.md", config))))
    (suite,) = root
    assert (root.attrib["tests"], root.attrib["failures"], suite.attrib["name"]) == ("2", "1", "a & b.md")
    passed, failed = suite
    assert (passed.attrib["name"], passed.find("failure")) == ("loaded-cue 3:33", None)
    fault = failed.find("failure")
    assert fault is not None
    assert fault.text == "a & b.md:5:1: error: a comment form of a web page, expected only the article"
    assert (failed.attrib["line"], failed.attrib["classname"]) == ("5", "a & b.md")


def test_junit_shows_a_clean_file_as_passed_and_one_that_was_skipped_as_skipped() -> None:
    clean, empty = ET.fromstring(
        report("junit", [checked(), Checked("empty.md", "", remark="empty, nothing\x00 to check")])
    )
    assert clean.attrib["tests"] == "1"
    assert clean.find("testcase/failure") is None
    skipped = empty.find("testcase/skipped")
    assert skipped is not None
    assert skipped.attrib["message"] == "empty, nothing\ufffd to check"
