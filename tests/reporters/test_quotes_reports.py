"""How the answers of the attribution engine are shown: the table, the JSON, the reasons."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest
from jsonschema import validate

from authoring.notes import parse_notes
from authoring.prose import parse
from authoring.prose.attribution.article import SURE
from authoring.prose.attribution.model import Attribution, Cue, Kind, Speaker
from authoring.prose.document import Document
from authoring.reporters import Look, quotes, quotes_json
from authoring.reporters.reasons import STEPS, reason
from authoring.reporters.terminal import columns, table
from authoring.runner import Checked
from authoring.text.span import Span

TEXT = """\
# Pier

“We had *no* choice &amp; no money,” Ruiz told the Herald. “The [wood](https://pier.example/wood) is rotten.”

The repair would be “the long job” for all, she said.

“Nobody knew.”
"""
SPAN = {"type": "integer", "minimum": 0}
PLACE = {"start": SPAN, "end": SPAN}
NAMED = {
    "type": ["object", "null"],
    "required": ["start", "end", "text", "name", "source"],
    "additionalProperties": False,
    "properties": {
        **PLACE,
        "text": {"type": "string"},
        "name": {"type": ["string", "null"]},
        "source": {"type": ["string", "null"]},
    },
}
QUOTE = {
    "type": "object",
    "required": ["kind", "start", "end", "segments", "text", "speaker", "cue", "via", "reason"],
    "additionalProperties": False,
    "properties": {
        **PLACE,
        "kind": {"enum": ["direct", "mixed", "indirect"]},
        "segments": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["start", "end", "step"],
                "additionalProperties": False,
                "properties": {**PLACE, "step": {"type": "string"}},
            },
        },
        "text": {"type": "string", "minLength": 1},
        "speaker": NAMED,
        "cue": {
            "type": ["object", "null"],
            "required": ["start", "end", "text"],
            "additionalProperties": False,
            "properties": {**PLACE, "text": {"type": "string"}},
        },
        "via": NAMED,
        "reason": {
            "type": "object",
            "required": ["step", "sure"],
            "additionalProperties": False,
            "properties": {"step": {"type": "string"}, "sure": {"type": "number", "minimum": 0, "maximum": 1}},
        },
    },
}
SCHEMA = {
    "type": "object",
    "required": ["version", "files"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": 1},
        "files": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["path", "quotes", "remark"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string"},
                    "remark": {"type": ["string", "null"]},
                    "quotes": {"type": "array", "items": QUOTE},
                },
            },
        },
    },
}
"""The contract of the design, with the keys that were added to it."""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


RUIZ = Speaker(at("Ruiz"), "Ruiz", "Ana Ruiz", "ruiz")
HERALD = Speaker(at("the Herald"), "the Herald", "the Herald")
SHE = Speaker(at("she"), "she", None)
TOLD = Attribution(
    Kind.DIRECT,
    (at("“We had *no* choice &amp; no money,”"), at("“The [wood](https://pier.example/wood) is rotten.”")),
    RUIZ,
    Cue(at("told"), "told"),
    "after",
    0.984,
    HERALD,
    ("after", "carries on"),
)
JOB = Attribution(
    Kind.MIXED, (at("The repair would be “the long job” for all"),), SHE, Cue(at("said"), "said"), "after", 0.9
)
KNEW = Attribution(Kind.DIRECT, (at("“Nobody knew.”"),), None, None, "none", 0.0)


def checked(*answers: Attribution, remark: str = "", path: str = "pier.md") -> Checked:
    document = parse(TEXT, path=path)
    document.__dict__["attributions"] = answers  # as the engine would have cached them
    return Checked(path, TEXT, remark=remark, document=document)


def shown(results: Sequence[Checked], look: Look | None = None, why: bool = False) -> str:
    return "".join(quotes.report(results, look or Look(200), why))


def in_json(results: Sequence[Checked]) -> dict[str, list[dict[str, list[dict[str, object]]]]]:
    text = "".join(quotes_json.report(results, Look()))
    answer = json.loads(text)
    assert text == json.dumps(answer, ensure_ascii=False, indent=2) + "\n"
    validate(answer, SCHEMA)
    assert isinstance(answer, dict)
    return answer


def test_the_json_has_every_key_of_the_contract() -> None:
    (file,) = in_json([checked(TOLD, JOB, KNEW)])["files"]
    assert file["quotes"][0] == {
        "kind": "direct",
        "start": TOLD.span.start,
        "end": TOLD.span.end,
        "segments": [
            {"start": 8, "end": 44, "step": "after"},
            {"start": at("“The").start, "end": TOLD.span.end, "step": "carries on"},
        ],
        "text": "We had no choice & no money, The wood is rotten.",
        "speaker": {
            "start": at("Ruiz").start,
            "end": at("Ruiz").end,
            "text": "Ruiz",
            "name": "Ana Ruiz",
            "source": None,
        },
        "cue": {"start": at("told").start, "end": at("told").end, "text": "told"},
        "via": {
            "start": at("the Herald").start,
            "end": at("the Herald").end,
            "text": "the Herald",
            "name": "the Herald",
            "source": None,
        },
        "reason": {"step": "after", "sure": 0.984},
    }


def test_marks_around_the_whole_are_left_out_of_the_text_and_marks_inside_it_stay() -> None:
    (file,) = in_json([checked(TOLD, JOB, KNEW)])["files"]
    assert [quote["text"] for quote in file["quotes"][1:]] == [
        "The repair would be “the long job” for all",
        "Nobody knew.",
    ]


def test_a_quotation_over_two_paragraphs_is_one_text_without_the_marks_that_open_them() -> None:
    text = "“It was late.\n\n“Then it was later,” Ruiz said.\n"
    document = parse(text, path="a.md")
    answer = Attribution(Kind.DIRECT, (next(document.quotations).span,), None, None, "none", 0.0)
    document.__dict__["attributions"] = (answer,)
    (file,) = in_json([Checked("a.md", text, document=document)])["files"]
    assert file["quotes"][0]["text"] == "It was late. Then it was later,"


@pytest.mark.parametrize("files", [0, 1, 3])
def test_any_number_of_files_is_one_object(files: int) -> None:
    assert len(in_json([checked(TOLD, path=f"{number}.md") for number in range(files)])["files"]) == files


def test_a_protected_source_is_told_by_a_number_and_not_by_its_id() -> None:
    notes = parse_notes(
        "---\nkind: brief\nslug: p\nheadline: P\nsources:\n  ruiz:\n    name: Ana Ruiz\n    terms: background\n"
        "    alias: a worker\n---\n\n## A\n> We had no choice & no money.\n— ruiz\n",
        "notes.md",
    )
    assert notes.sources["ruiz"].protected
    result = checked(TOLD)
    assert result.document is not None
    document: Document = replace(result.document, notes=notes)
    document.__dict__["attributions"] = (TOLD,)
    (file,) = in_json([replace(result, document=document)])["files"]
    speaker = file["quotes"][0]["speaker"]
    assert isinstance(speaker, dict)
    assert speaker["source"] == "source-1"


def test_a_file_that_was_passed_over_is_in_the_json_with_the_reason() -> None:
    (file,) = in_json([Checked("de.md", "x", remark="skipped, it is not in English")])["files"]
    assert file == {"path": "de.md", "quotes": [], "remark": "skipped, it is not in English"}


def test_the_table_has_a_line_for_each_quotation() -> None:
    lines = shown([checked(TOLD, JOB, KNEW)]).splitlines()
    assert [" ".join(line.split()) for line in lines] == [
        "pier.md",
        "line who cue kind first words",
        "3 Ana Ruiz, via the Herald told direct We had no choice & no money, The wood is rotten.",
        "5 she said mixed The repair would be “the long job” for all",
        "7 nobody named direct Nobody knew.",
        "",
        "pier.md: 3 quotations; for 1 nobody is named",
    ]


def test_the_columns_stand_under_their_names() -> None:
    head, *rows = shown([checked(TOLD, JOB, KNEW)]).splitlines()[1:5]
    for name, cells in (("who", ("Ana", "she", "nobody")), ("first words", ("We", "The repair", "Nobody"))):
        assert all(row.startswith(cell, head.index(name)) for row, cell in zip(rows, cells, strict=True))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for why in (False, True):
        lines = shown([checked(TOLD, JOB, KNEW)], Look(width), why).splitlines()
        assert max(columns(line) for line in lines[:-1]) <= width


def test_several_files_are_counted_together() -> None:
    lines = shown([checked(TOLD, path="a.md"), checked(JOB, KNEW, path="b.md")]).splitlines()
    assert [line for line in lines if line.endswith(".md")] == ["a.md", "b.md"]
    assert lines[-1] == "2 files: 3 quotations; for 1 nobody is named"


def test_reported_speech_is_counted_apart() -> None:
    line = shown([checked(replace(JOB, kind=Kind.INDIRECT))]).splitlines()[-1]
    assert line == "pier.md: 1 piece of reported speech"


def test_an_article_without_quotations_is_one_line() -> None:
    assert shown([checked()]) == "pier.md: no quotations\n"


def test_colour_appears_only_where_it_is_asked_for() -> None:
    assert "\x1b[33mnobody named\x1b[0m" in shown([checked(KNEW)], Look(80, True))
    assert "\x1b" not in shown([checked(KNEW)], Look(80, False))


def test_a_text_cannot_steer_the_terminal() -> None:
    text = "“It \x1b[31mis red,” Ruiz said.\n"
    document = parse(text, path="a.md")
    answer = Attribution(Kind.DIRECT, (next(document.quotations).span,), RUIZ, None, "after", 0.9)
    document.__dict__["attributions"] = (answer,)
    assert "\x1b" not in shown([Checked("a.md", text, document=document)], why=True)


def test_why_says_what_each_answer_rests_on() -> None:
    text = shown([checked(TOLD, JOB, KNEW)], why=True)
    assert STEPS["after"] in text
    assert "“Ruiz” is taken to be Ana Ruiz; passed on by the Herald; right 98 times in 100" in text
    assert "whom “she” stands for is not known" in text
    assert "none is guessed" in text


def test_a_step_without_words_of_its_own_is_told_by_its_name() -> None:
    assert reason(replace(TOLD, step="brand new")).startswith("by the step “brand new”; ")


def test_every_step_of_the_engine_has_words_of_its_own() -> None:
    assert set(SURE) - {"none"} <= set(STEPS)


def test_the_last_column_of_a_table_takes_what_the_others_leave() -> None:
    rows = list(table([("a" * 50, "b" * 50, "c" * 200), ("x", "y", "z")], 80))
    assert all(columns("  ".join(row)) <= 80 for row in rows)
    assert len(rows[0][2]) > 30
    assert rows[1] == ("x".ljust(len(rows[0][0])), "y".ljust(len(rows[0][1])), "z")
