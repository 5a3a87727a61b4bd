"""The core: voices, crashes, notes, order, and the seeds as an editor reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.config import Config
from authoring.errors import ConfigError
from authoring.findings import Severity
from authoring.notes import parse_notes, read_notes
from authoring.prose import Document, Voice, parse
from authoring.rules import Hit, chosen, load, registry
from authoring.runner import core, lint
from authoring.text.span import Span


def found(document: Document, *rules: str) -> list[tuple[int, str, str]]:
    """Line, rule and words of every finding."""
    findings = lint(document, Config(select=frozenset(rules)))
    return [
        (document.lines.position(finding.span.start)[0], finding.rule, finding.span.of(document.text))
        for finding in findings
    ]


def a_rule(monkeypatch: pytest.MonkeyPatch, check: object, voices: frozenset[Voice] = registry.NARRATION) -> None:
    rule = registry.Rule("made-up", "tests", Severity.WARNING, voices, False, True, None, "", check)  # type: ignore[arg-type]
    monkeypatch.setattr(core, "chosen", lambda config, noted: (rule,))


def test_a_hit_inside_quotation_marks_is_dropped_for_a_rule_that_reads_narration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Ruiz said the pier, “the old pier,” is gone.\n"
    spans = [Span(match, match + 4) for match in range(len(text) - 4) if text[match : match + 4] == "pier"]
    a_rule(monkeypatch, lambda document: (Hit(span, "pier") for span in spans))
    assert [finding.span.start for finding in lint(parse(text))] == [spans[0].start]


def test_a_hit_that_reaches_into_a_quotation_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ruiz said “no” twice.\n"
    a_rule(monkeypatch, lambda document: [Hit(Span(0, len(text) - 1), "all of it")])
    assert list(lint(parse(text))) == []


def test_a_link_inside_the_words_does_not_drop_a_hit(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The [pier](https://example.org/pier) is gone.\n"
    a_rule(monkeypatch, lambda document: [Hit(Span(0, len(text) - 1), "all of it")])
    assert len(list(lint(parse(text)))) == 1


def test_a_hit_on_a_link_target_alone_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The [pier](https://example.org/pier) is gone.\n"
    start = text.index("https")
    a_rule(monkeypatch, lambda document: [Hit(Span(start, start + 5), "the address")])
    assert list(lint(parse(text))) == []


def test_a_rule_that_crashes_is_named_and_says_nothing_of_what_it_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(document: Document) -> list[Hit]:
        raise ValueError("the secret words")

    a_rule(monkeypatch, check)
    (finding,) = lint(parse("The pier is gone.\n"))
    assert (finding.rule, finding.family, finding.severity) == ("crashed-rule", "internal", Severity.ERROR)
    assert "made-up" in finding.message
    assert "secret" not in finding.message


def test_findings_come_in_order_of_place() -> None:
    document = parse("Leave a comment\n\nOn July 9 the pier closed.\n\nShare this article\n")
    starts = [finding.span.start for finding in lint(document)]
    assert starts == sorted(starts)
    assert len(starts) > 2


def test_rules_that_compare_with_notes_are_silent_without_notes() -> None:
    assert found(parse("“Nobody has ever said these words,” Ruiz said.\n"), "altered-quote") == []


@pytest.mark.parametrize(
    ("select", "hint"),
    [("loaded-que", "did you mean “loaded-cue”?"), ("quote", "did you mean “quotes”?"), ("zzz", "authoring rules")],
)
def test_an_unknown_rule_is_an_error_with_the_nearest_name(select: str, hint: str) -> None:
    with pytest.raises(ConfigError) as error:
        list(lint(parse("The pier.\n"), Config(select=frozenset({select}))))
    assert select in str(error.value)
    assert hint in str(error.value)


def test_a_family_stands_for_its_rules() -> None:
    rules = chosen(Config(select=frozenset({"facts"}), ignore=frozenset({"undated-time"})))
    assert {rule.family for rule in rules} == {"facts"}
    assert {"weekday-mismatch", "times-more"} <= {rule.name for rule in rules}
    assert "undated-time" not in {rule.name for rule in rules}


@pytest.mark.parametrize(
    ("options", "words"),
    [({"wrds": 20}, "did you mean “words”?"), ({"words": "many"}, "a whole number"), ({"words": True}, "whole number")],
)
def test_a_wrong_option_is_an_error_that_says_what_was_expected(options: dict[str, object], words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace("?", r"\?")):
        list(lint(parse("The pier.\n"), Config(options={"long-sentence": options})))


def test_an_option_for_a_rule_without_options_is_an_error() -> None:
    with pytest.raises(ConfigError, match="expected none"):
        list(load("page-furniture").hits(parse("x"), {"words": 3}))


NOTES = """\
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  cole: {name: Bo Cole, kind: person, role: pilot, terms: off the record}
---
## Boats
> We may lose a third of the boats, // and nobody has told the crews.
— ruiz | said | 00:04:10

> The harbour – such as it is – closes in May.
— ruiz

> It was the mayor who sank the plan for good.
— cole
"""


GRAVE = {"altered-quote", "unmarked-edit", "dropped-negation", "stitched-quote", "wrong-speaker"}


@pytest.mark.parametrize(
    "quote",
    [
        "“We may lose a third of the boats,” Ruiz said, “and nobody has told the crews.”",
        '"We may lose a third of the boats. And nobody has told the crews," Ruiz said.',
        "“we may lose a third of the boats and nobody has told the crews!” Ruiz said.",
        "Ruiz said that “nobody has told the crews”.",
        "“We may … and nobody has told the crews,” Ruiz said.",
        "“We may lose ... [and] nobody has told the [fishing] crews,” Ruiz said.",
        "“The harbour -- such as it is -- closes in May,” Ruiz said.",
        "“The harbour – *such* as it is – closes in May,” Ruiz said.",
        "“The harbour, such as it is, closes in May,” Ruiz said.",
        "“[S]uch as it is (laughs) closes in May,” Ruiz said.",
        "The “old pier” is gone.",
        "The so-called “lost cause” is gone, and Ruiz left for the boats.",
        "“The boats,” she said.",
        "She saw “The Long Winter at the Harbour”.",
    ],
)
def test_words_as_noted_pass(quote: str) -> None:
    assert [rule for _, rule, _ in found(parse(quote, parse_notes(NOTES, "notes.md")), "quotes") if rule in GRAVE] == []


@pytest.mark.parametrize(
    ("quote", "rule"),
    [
        ("“We will lose a third of the boats,” Ruiz said.", "altered-quote"),
        ("“We may lose a third of the boats and nobody told the crews,” Ruiz said.", "unmarked-edit"),
        ("“Nobody has told the crews … we may lose a third of the boats,” Ruiz said.", "altered-quote"),
        ("“We may lose a third of the boats … closes in May,” Ruiz said.", "stitched-quote"),
        ("“The harbour closes in May,” Ruiz said.", "unmarked-edit"),
        ("“We may lose a third of the boat,” Ruiz said.", "altered-quote"),
        ("“Four minutes,” she said.", "altered-quote"),
        ("“Never!” Ruiz said.", "altered-quote"),
        ("Ruiz called it a “lost cause,” and left for the boats.", "altered-quote"),
        ("“Somebody has told the crews,” Ruiz said.", "dropped-negation"),
        ("“The harbour closes in May,” Bo Cole said.", "unmarked-edit"),
        ("“Nobody has told the crews,” Bo Cole said.", "wrong-speaker"),
        ("“It was the mayor who sank the plan for good,” Cole said.", "altered-quote"),
    ],
)
def test_words_that_differ_from_the_notes_are_found_once_by_the_rule_for_it(quote: str, rule: str) -> None:
    hits = found(parse(quote, parse_notes(NOTES, "notes.md")), "quotes")
    assert [name for _, name, _ in hits if name in GRAVE] == [rule]


def test_an_altered_quote_leads_to_the_nearest_note_and_its_time() -> None:
    document = parse("“We will lose a third of the boats,” Ruiz said.", parse_notes(NOTES, "story/notes.md"))
    (finding,) = lint(document, Config(select=frozenset({"altered-quote"})))
    assert finding.origin is not None
    assert (finding.origin.path, finding.origin.line, finding.origin.column) == ("story/notes.md", 10, 3)
    assert finding.origin.time == "00:04:10"
    assert "“will lose”" in finding.message
    assert "“may lose”" in finding.message


def test_what_was_said_off_the_record_shows_in_no_finding() -> None:
    document = parse("“It was the mayor who sunk the plan for good,” Cole said.", parse_notes(NOTES, "notes.md"))
    (finding,) = lint(document, Config(select=frozenset({"altered-quote"})))
    assert finding.origin is None
    assert "sank" not in finding.message


def test_the_interview_seed_is_read_as_an_editor_would(shared: Path) -> None:
    notes = read_notes(shared / "examples" / "notes-interview.md")
    text = (shared / "seeds" / "interview.txt").read_text(encoding="utf-8")
    document = parse(text, notes, path="interview.txt")
    assert [line for line, rule, _ in found(document) if rule == "unattributed-quote"] == [9, 11, 13, 15]
    assert (7, "undated-time", "Tuesday") in found(document)
    assert [words for _, rule, words in found(document) if rule == "page-furniture"] == [
        "Leave a comment",
        "Your email address will not be published.",
    ]
    rules = {rule for _, rule, _ in found(document)}
    assert (21, "missing-byline", "Amelia Johnson") in found(document)
    assert not rules & {"altered-quote", "repeated-headline", "weekday-mismatch"}


def test_one_changed_word_in_the_interview_seed_is_an_altered_quote(shared: Path) -> None:
    notes = read_notes(shared / "examples" / "notes-interview.md")
    text = (shared / "seeds" / "interview.txt").read_text(encoding="utf-8")
    changed = text.replace("is a significant move", "is a substantial move")
    assert changed != text
    (finding,) = lint(parse(changed, notes, path="interview.txt"), Config(select=frozenset({"altered-quote"})))
    assert finding.origin is not None
    assert notes.lines.line(finding.origin.line).startswith("> In my line of work")


def test_the_brief_seed_is_read_as_an_editor_would(shared: Path) -> None:
    notes = read_notes(shared / "examples" / "notes-brief.md")
    text = (shared / "seeds" / "brief.txt").read_text(encoding="utf-8")
    hits = found(parse(text, notes, path="brief.txt"))
    times = [words for _, rule, words in hits if rule == "undated-time"]
    assert times == ["July 9", "July 8", "June 25", "In January"]
    assert [words for _, rule, words in hits if rule == "loaded-cue"] == ["as noted by", "clarified", "emphasized"]
    assert [line for line, rule, _ in hits if rule == "repeated-headline"] == [3, 7, 9]
    rules = {rule for _, rule, _ in hits}
    assert rules >= {"missing-byline", "hard-to-read", "page-furniture"}
    assert not rules & {"altered-quote", "unattributed-quote"}
