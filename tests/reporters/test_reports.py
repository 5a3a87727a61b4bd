"""What people and programs see of the findings."""

from __future__ import annotations

import json
from collections.abc import Sequence

import pytest

from authoring.findings import Finding, Origin, Severity, Suggestion
from authoring.prose import parse
from authoring.reporters import FORMATS, Look, reporter, terminal
from authoring.runner import Checked
from authoring.text.span import Span

TEXT = "By Noor Haddad\n\nThe pier closed on Tuesday, and no one was told of it until the boats were gone 🚢 away.\n"


def finding(words: str, severity: Severity = Severity.WARNING, **more: object) -> Finding:
    start = TEXT.index(words)
    made = {"rule": "undated-time", "family": "facts", "message": "“Tuesday” has no date, expected one"} | more
    return Finding(severity=severity, span=Span(start, start + len(words)), **made)  # type: ignore[arg-type]


def checked(*findings: Finding, remark: str = "", told: dict[Origin, str] | None = None) -> Checked:
    return Checked("pier.md", TEXT, findings, remark, parse(TEXT, path="pier.md"), told or {})


def report(form: str, results: Sequence[Checked], look: Look | None = None) -> str:
    return "".join(reporter(form)(results, look or Look()))


def test_the_text_report_underlines_the_words_in_their_line() -> None:
    lines = report("text", [checked(finding("Tuesday"))]).splitlines()
    assert lines[0] == "pier.md:3:20: warning: “Tuesday” has no date, expected one [undated-time]"
    column = lines[1].index("Tuesday")
    assert lines[2] == " " * column + "^" * len("Tuesday")
    assert lines[-1] == "1 warning in 1 file"


@pytest.mark.parametrize("width", [40, 60, 80, 200])
@pytest.mark.parametrize("words", ["The pier", "Tuesday", "boats were gone", "away"])
def test_the_marks_stand_under_the_words_at_any_width(width: int, words: str) -> None:
    _, shown, marks, _ = report("text", [checked(finding(words))], Look(width)).splitlines()
    start, end = marks.index("^"), len(marks)
    # the ship takes two columns of a terminal and one character
    wide = shown[: shown.index(words)].count("🚢")
    assert shown[start - wide : end - wide] == words
    assert len(shown) <= max(width, 40)


def test_characters_that_are_known_to_take_one_column_do() -> None:
    from unicodedata import category, east_asian_width

    known = [chr(code) for code in range(0x3000) if terminal._ONE_COLUMN.fullmatch(chr(code))]
    assert len(known) > 700
    assert [
        char for char in known if category(char) in {"Mn", "Me", "Cf", "Cc"} or east_asian_width(char) in "WF"
    ] == []


WIDE = "港が閉鎖された。The 港 pier 🚢🚢 closed e\u0301e\u0301 on Tuesday, 町は何も言わない。" * 3
"""Characters of two columns, of one, and of none."""


def columns(text: str) -> int:
    return sum(0 if ord(sign) == 0x301 else 2 if sign in "🚢港が閉鎖された。町は何も言わない" else 1 for sign in text)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_marks_stand_under_the_words_among_characters_of_two_columns_and_of_none(width: int, number: int) -> None:
    start = [index for index in range(len(WIDE)) if WIDE.startswith("Tuesday", index)][number]
    found = Finding("undated-time", "facts", Severity.WARNING, Span(start, start + 7), "m, expected m")
    _, shown, marks, _ = report("text", [Checked("a.md", WIDE, (found,), "", parse(WIDE))], Look(width)).splitlines()
    at = len(marks) - len(marks.lstrip())
    assert marks.strip() == "^" * 7
    assert any(columns(shown[:place]) == at and shown.startswith("Tuesday", place) for place in range(len(shown)))
    assert columns(shown) <= width


def test_a_long_marked_stretch_is_underlined_as_far_as_it_is_shown() -> None:
    found = Finding("long-sentence", "r", Severity.WARNING, Span(0, len(WIDE)), "m, expected m")
    _, shown, marks, _ = report("text", [Checked("a.md", WIDE, (found,), "", parse(WIDE))], Look(60)).splitlines()
    assert columns(shown) - 4 == marks.count("^")


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_words_that_run_over_lines_are_shown_in_one_and_marked_as_far_as_their_paragraph_goes(ends: str) -> None:
    text = "The board met in the old\ncustoms house, its own being painted.\n \nIt put the question off.\n"
    text = text.replace("\n", ends)
    found = Finding("long-sentence", "r", Severity.WARNING, Span(text.index("met"), text.index("off")), "m, expected m")
    _, shown, marks, _ = report("text", [Checked("a.md", text, (found,), "", parse(text))], Look(100)).splitlines()
    assert " ".join(shown.split()) == "The board met in the old customs house, its own being painted."
    start = len(marks) - len(marks.lstrip())
    assert " ".join(shown[start : len(marks)].split()) == "met in the old customs house, its own being painted."


def test_the_end_of_a_line_of_a_megabyte_is_shown_like_any_other() -> None:
    text = "word " * 200_000 + "on Tuesday."
    start = text.index("Tuesday")
    found = Finding("undated-time", "facts", Severity.WARNING, Span(start, start + 7), "m, expected m")
    _, shown, marks, _ = report("text", [Checked("a.md", text, (found,), "", parse(text))]).splitlines()
    assert shown[marks.index("^") :] == "Tuesday."


def test_a_finding_with_an_origin_shows_the_note_it_comes_from() -> None:
    origin = Origin("notes.md", 12, 1, "00:04:10")
    result = checked(finding("Tuesday", origin=origin), told={origin: "we shut on Monday"})
    assert "from notes.md:12:1 at 00:04:10: we shut on Monday" in report("text", [result])


@pytest.mark.parametrize("width", [40, 80])
def test_a_note_that_does_not_fit_beside_its_place_stands_below_it(width: int) -> None:
    origin = Origin("stories/pier/notes.md", 12, 1, "00:04:10")
    words = "we shut on Monday because the boats were gone and nobody came any more, 港が閉鎖された " * 3
    lines = report("text", [checked(finding("Tuesday", origin=origin), told={origin: words})], Look(width)).splitlines()
    assert lines[3].strip().startswith("from stories/pier/notes.md:12:1"[: width - 8])
    assert lines[4].startswith("      we shut on Monday")
    assert lines[5].endswith("…")
    assert len(lines) == 7
    assert all(columns(line) <= width for line in lines[3:6])


def test_the_lines_of_notes_are_not_shown_since_they_may_be_confidential() -> None:
    result = Checked(
        "notes.md", "  real: Ana Ruiz\n", (Finding("malformed-notes", "notes", Severity.ERROR, Span(2, 6), "m"),)
    )
    assert "Ana Ruiz" not in report("text", [result])


def test_a_text_cannot_steer_the_terminal() -> None:
    text = "The \x1b[31mpier closed on Tuesday.\n"
    start = text.index("Tuesday")
    found = Finding("undated-time", "facts", Severity.WARNING, Span(start, start + 7), "m")
    assert "\x1b" not in report("text", [Checked("a.md", text, (found,), "", parse(text))])


def test_colour_appears_only_where_it_is_asked_for() -> None:
    assert "\x1b[33m" in report("text", [checked(finding("Tuesday"))], Look(80, True))
    assert "\x1b" not in report("text", [checked(finding("Tuesday"))], Look(80, False))


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_a_clean_run_is_one_line(form: str) -> None:
    lines = report(form, [checked()]).splitlines()
    assert len(lines) == 1
    assert "nothing found" in lines[0]


def test_a_clean_run_over_several_files_counts_them() -> None:
    assert report("text", [checked(), checked()]) == "2 files checked, nothing found\n"


def test_a_file_that_was_skipped_says_why_in_one_line() -> None:
    result = Checked("de.md", TEXT, remark="skipped, it is not in English")
    assert report("text", [result]) == "de.md: skipped, it is not in English\n"


@pytest.mark.parametrize("form", ["text", "concise", "github"])
def test_a_folder_without_articles_says_so(form: str) -> None:
    assert report(form, []).startswith("nothing to check")


def test_the_json_report_has_every_key_of_the_contract() -> None:
    edit = Suggestion(Span(35, 42), "Tuesday, July 9")
    origin = Origin("notes.md", 12, 1)
    told = json.loads(report("json", [checked(finding("Tuesday", origin=origin, suggestions=(edit,)))]))
    assert set(told) == {"version", "files", "summary"}
    assert told["version"] == 1
    assert told["summary"] == {"error": 0, "warning": 1, "info": 0}
    (file,) = told["files"]
    assert set(file) == {"path", "findings", "measures"}
    assert file["measures"]["words"] == 21
    assert file["findings"] == [
        {
            "rule": "undated-time",
            "family": "facts",
            "severity": "warning",
            "start": 35,
            "end": 42,
            "line": 3,
            "column": 20,
            "end_line": 3,
            "end_column": 27,
            "message": "“Tuesday” has no date, expected one",
            "origin": {"path": "notes.md", "line": 12, "column": 1, "time": None},
            "suggestions": [{"start": 35, "end": 42, "text": "Tuesday, July 9", "safe": False}],
            "url": "docs/rules.md#undated-time",
        }
    ]


def test_offsets_in_json_count_code_points() -> None:
    told = json.loads(report("json", [checked(finding("away"))]))
    found = told["files"][0]["findings"][0]
    assert TEXT[found["start"] : found["end"]] == "away"
    assert found["origin"] is None


def test_a_clean_run_in_json_is_still_the_whole_object() -> None:
    told = json.loads(report("json", [checked()]))
    assert told["files"][0]["findings"] == []
    assert told["summary"] == {"error": 0, "warning": 0, "info": 0}


def test_the_concise_report_is_one_line_a_finding() -> None:
    lines = report("concise", [checked(finding("Tuesday"), finding("away"))]).splitlines()
    columns = [str(TEXT.splitlines()[2].index(words) + 1) for words in ("Tuesday", "away")]
    assert [line.split(":")[2] for line in lines] == columns


def test_the_github_report_escapes_what_would_end_a_field() -> None:
    line = report("github", [checked(finding("Tuesday", Severity.INFO, message="100% “a,b”: c\nd"))])
    assert line.startswith("::notice file=pier.md,line=3,endLine=3,col=20,title=undated-time,endColumn=26::")
    assert line.endswith("::100%25 “a,b”: c%0Ad\n")


def test_every_format_that_is_offered_exists_and_no_other() -> None:
    assert all(callable(reporter(name)) for name in FORMATS)
    with pytest.raises(KeyError):
        reporter("docx")
