"""Comments in an article that tell the linter what to pass over."""

from __future__ import annotations

import pytest

from authoring.config import Config
from authoring.findings import Finding, Severity
from authoring.notes import parse_notes
from authoring.prose import parse
from authoring.runner.core import Examined, examine
from authoring.runner.suppressions import settle
from authoring.text.span import Span

SAID = "“It is gone,” Ruiz claimed."
RULES = Config(select=frozenset({"loaded-cue", "page-furniture", "unused-suppression", "weekday-mismatch"}))


def found(text: str, path: str = "pier.md", config: Config = RULES) -> list[tuple[int, str]]:
    return [(at, rule) for at, rule, _ in told(text, path, config)]


def told(text: str, path: str = "pier.md", config: Config = RULES) -> list[tuple[int, str, str]]:
    document = parse(text, path=path)
    return [
        (document.lines.position(finding.span.start)[0], finding.rule, finding.message)
        for finding in looked(text, path, config).findings
    ]


def looked(text: str, path: str = "pier.md", config: Config = RULES) -> Examined:
    return examine(parse(text, path=path), config)


@pytest.mark.parametrize(
    "names", ["loaded-cue", "attribution", "", "page-furniture, loaded-cue", "loaded-cue,attribution"]
)
@pytest.mark.parametrize("reason", ["", ": the desk knows", " -- the desk knows", ":"])
def test_ignore_passes_over_the_next_block_and_no_other(names: str, reason: str) -> None:
    text = f"<!-- authoring: ignore {names}{reason} -->\n{SAID}\n\n{SAID}\n"
    assert (4, "loaded-cue") in found(text)
    assert (2, "loaded-cue") not in found(text)


@pytest.mark.parametrize("path", ["pier.md", "pier.html"])
@pytest.mark.parametrize(
    "text",
    [
        f"<p>{SAID} <!-- authoring: ignore loaded-cue --></p>\n",
        "<p>“It is gone,” <!-- authoring: ignore loaded-cue --> Ruiz claimed.</p>\n",
        f"<!-- authoring: ignore loaded-cue --><p>{SAID}</p>\n",
        f"<!--authoring:ignore loaded-cue--><p>{SAID}</p>\n",
        f"<!-- authoring: ignore\n loaded-cue:\n a reason of\n two lines -->\n<p>{SAID}</p>\n",
    ],
)
def test_a_comment_in_html_stands_inside_a_block_or_before_it(path: str, text: str) -> None:
    assert found(text, path) == []


@pytest.mark.parametrize(
    "text",
    [
        f"{SAID} <!-- authoring: ignore loaded-cue -->\n",
        f"<!-- authoring: ignore loaded-cue --> {SAID}\n",
        f"- {SAID} <!-- authoring: ignore loaded-cue -->\n",
        f"# Pier\n\n<!-- authoring: ignore loaded-cue -->\n\n\n{SAID}\n",
        f"It was closed.\n<!-- authoring: ignore loaded-cue -->\n{SAID}\n",
        f"\r\n<!-- authoring: ignore loaded-cue -->\r\n{SAID}\r\n",
    ],
)
def test_a_comment_in_markdown_stands_inside_a_block_or_before_it(text: str) -> None:
    assert found(text) == []


def test_a_comment_at_the_end_of_a_paragraph_is_not_for_the_next_one() -> None:
    text = f"{SAID} <!-- authoring: ignore loaded-cue -->\n\n{SAID}\n"
    assert found(text) == [(3, "loaded-cue")]


def test_in_plain_text_a_comment_on_a_line_of_its_own_is_no_prose() -> None:
    text = f"It was closed.\n<!-- authoring: ignore loaded-cue -->\n“It is gone,”\nRuiz claimed.\n\n{SAID}\n"
    document = parse(text, path="pier.txt")
    assert [block.text for block in document.blocks] == ["It was closed. “It is gone,” Ruiz claimed.", SAID]
    assert found(text, "pier.txt") == [(6, "loaded-cue")]


def test_in_plain_text_a_comment_above_a_paragraph_is_for_that_paragraph() -> None:
    text = f"<!-- authoring: ignore loaded-cue -->\n{SAID}\n\n{SAID}\n"
    assert found(text, "pier.txt") == [(4, "loaded-cue")]


def test_off_and_on_enclose_what_is_passed_over() -> None:
    text = f"{SAID}\n\n<!-- authoring: off loaded-cue -->\n\n{SAID}\n\n<!-- authoring: on loaded-cue -->\n\n{SAID}\n"
    assert found(text) == [(1, "loaded-cue"), (9, "loaded-cue")]


def test_off_without_on_reaches_to_the_end() -> None:
    assert found(f"{SAID}\n\n<!-- authoring: off -->\n\n{SAID}\n\n{SAID}\n") == [(1, "loaded-cue")]


def test_one_rule_can_be_switched_on_again_while_the_others_stay_off() -> None:
    text = f"<!-- authoring: off -->\n\n{SAID}\n\n<!-- authoring: on attribution -->\n\n{SAID}\n\nLeave a comment\n"
    assert found(text) == [(7, "loaded-cue")]


@pytest.mark.parametrize("at_the_end", [True, False])
def test_ignore_file_passes_over_the_whole_article_wherever_it_stands(at_the_end: bool) -> None:
    comment, text = "<!-- authoring: ignore-file attribution: an archive piece -->\n", f"\n{SAID}\n\n{SAID}\n"
    assert found(text + "\n" + comment if at_the_end else comment + text) == []


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("ignore loaded-cue", "“loaded-cue” finds nothing here, expected no comment that passes over it"),
        ("off loaded-cue", "“loaded-cue” finds nothing here, expected no comment that passes over it"),
        (
            "ignore-file loaded-cue",
            "“loaded-cue” finds nothing in this article, expected no comment that passes over it",
        ),
        ("ignore loaded-cu", "there is no rule “loaded-cu”, expected “loaded-cue”"),
        ("ignore quote", "there is no rule “quote”, expected “quotes”"),
        ("ignore zork", "there is no rule “zork”, expected one of docs/rules.md"),
        ("on attribution", "“attribution” is not switched off here, expected “off” before “on”"),
        ("on", "nothing is switched off here, expected “off” before “on”"),
        ("ignor attribution", "“ignor” is no instruction, expected “ignore”"),
        ("", "this comment holds no instruction, expected ignore, ignore-file, off or on"),
        ("ignore loaded-cue as told", "there is no rule “loaded-cue as told”, expected a colon before a reason"),
        (
            "ignore loaded-cue page-furniture",
            "no comma stands in “loaded-cue page-furniture”, expected one between two rules",
        ),
        ("ignore leaked-source", "“leaked-source” cannot be passed over by a comment, expected another rule"),
    ],
)
def test_a_comment_that_is_of_no_use_is_a_finding(comment: str, message: str) -> None:
    ((line, rule, said),) = told(f"<!-- authoring: {comment} -->\nThe pier is closed.\n")
    assert (line, rule, said) == (1, "unused-suppression", message)
    assert len(said) <= 100


def test_a_comment_that_names_one_rule_in_vain_is_told_of_that_one_alone() -> None:
    text = f"<!-- authoring: ignore page-furniture, loaded-cue -->\n{SAID}\n"
    document = parse(text, path="pier.md")
    (finding,) = examine(document, RULES).findings
    assert finding.span.of(text) == "page-furniture"


def test_a_family_that_finds_nothing_is_told_of_where_all_of_it_has_run() -> None:
    text = "<!-- authoring: ignore attribution -->\nThe pier is closed.\n"
    config = Config(select=frozenset({"attribution", "suppressions"}))
    assert [message.split(",")[0] for _, _, message in told(text, config=config)] == [
        "“attribution” finds nothing here"
    ]


def test_nothing_after_the_comment_is_a_finding() -> None:
    assert told("The pier is closed.\n\n<!-- authoring: ignore attribution -->\n") == [
        (3, "unused-suppression", "nothing follows this comment, expected a paragraph that it is for")
    ]


@pytest.mark.parametrize("name", ["undated-time", "altered-quote", "quotes", "readability", ""])
def test_a_comment_for_rules_that_have_not_run_is_not_called_useless(name: str) -> None:
    assert found(f"<!-- authoring: ignore {name} -->\nThe pier is closed.\n") == []


def test_a_comment_for_a_rule_that_needs_notes_is_not_called_useless_without_them() -> None:
    text = "By Noor Haddad\n\n<!-- authoring: ignore altered-quote -->\nThe pier is closed.\n"
    assert found(text, config=Config()) == []
    notes = parse_notes(
        "---\nkind: brief\nheadline: Pier\nsources:\n  ruiz: {name: Ana Ruiz}\n---\n- it is\n— ruiz\n", "n.md"
    )
    assert [finding.rule for finding in examine(parse(text, notes, path="pier.md")).findings] == ["unused-suppression"]


@pytest.mark.parametrize(
    "text",
    [
        f"`<!-- authoring: ignore attribution -->`\n\n{SAID}\n",
        f"```\n<!-- authoring: ignore-file attribution -->\n```\n\n{SAID}\n",
        f"---\ntitle: <!-- authoring: ignore-file attribution -->\n---\n\n{SAID}\n",
        f"\\<!-- authoring: ignore-file attribution -->\n\n{SAID}\n",
        f"<!-- authoring: ignore-file attribution\n\n{SAID}\n",
        f"<!-- authoringx: ignore-file attribution -->\n\n{SAID}\n",
    ],
)
def test_what_is_shown_as_code_or_is_no_comment_silences_nothing(text: str) -> None:
    rules = [rule for _, rule in found(text)]
    assert rules == (["loaded-cue"] if "attribution -->" in text or "x:" in text else [])


@pytest.mark.parametrize(
    "comment",
    [
        "Authoring: Ignore Loaded-Cue",
        "AUTHORING: off attribution",
        "authoring ignore loaded-cue",
        "authoring off -- old",
    ],
)
@pytest.mark.parametrize("path", ["pier.md", "pier.txt"])
def test_capitals_and_a_forgotten_colon_do_not_keep_a_comment_from_being_heeded(comment: str, path: str) -> None:
    assert found(f"The pier is closed.\n\n<!-- {comment} -->\n{SAID}\n", path) == []


def test_a_comment_about_authoring_is_no_instruction() -> None:
    assert found("<!-- authoring tools, ignore them -->\nThe pier is closed.\n") == []


@pytest.mark.parametrize("comment", ["ignore", "ignore-file", "off", "off quotes"])
@pytest.mark.parametrize("rule", ["leaked-source", "crashed-rule"])
def test_a_promise_to_a_source_and_a_fault_of_the_linter_cannot_be_silenced(comment: str, rule: str) -> None:
    text = f"<!-- authoring: {comment} -->\nThe pier is closed.\n"
    finding = Finding(rule, "quotes", Severity.ERROR, Span(text.index("pier"), text.index(" is")), "x, expected y")
    kept, suppressed, _ = settle(parse(text, path="pier.md"), [finding], ())
    assert (kept, suppressed) == ([finding], [])


def test_what_is_passed_over_is_kept_with_its_reason() -> None:
    (suppressed,) = looked(f"<!-- authoring: ignore attribution: an archive  piece: old -->\n{SAID}\n").suppressed
    assert (suppressed.finding.rule, suppressed.reason) == ("loaded-cue", "an archive piece: old")


def test_unused_suppression_is_left_out_when_asked() -> None:
    config = Config(ignore=frozenset({"unused-suppression"}))
    text = "By Noor Haddad\n\n<!-- authoring: ignore loaded-cue -->\nThe pier is closed.\n"
    assert found(text, config=config) == []


def test_a_hundred_thousand_comments_are_read_one_by_one() -> None:
    text = "<!-- authoring: ignore loaded-cue -->\n" * 100_000 + f"{SAID}\n"
    assert len(found(text)) == 99_999
