"""Every extension point of Vale's format finds what it should, at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.config import Config
from authoring.prose import parse
from authoring.runner import lint
from authoring.styles.reading import read_style
from authoring.styles.sheet import Sheet
from authoring.text.lines import LineIndex


def found(rule: str, text: str, path: str = "article.md") -> list[tuple[int, int, str, str]]:
    """Line, column, words and message of what a rule finds in an article."""
    document = parse(text, path=path)
    lines = LineIndex(text)
    matches = Sheet((read_style(rule, "Rule.yml", "Rule", "House"),)).run(document).get("Rule", [])
    spans = [(match.passage.span(match.start, match.end), match.message) for match in matches]
    return [(*lines.position(span.start), span.of(text), message) for span, message in spans]


def test_existence_finds_whole_words_in_any_case() -> None:
    rule = "extends: existence\nmessage: not '%s'\nignorecase: true\ntokens: [very, quite a few]"
    assert found(rule, "Very few. Every boat. Quite a few sank.") == [
        (1, 1, "Very", "not 'Very'"),
        (1, 23, "Quite a few", "not 'Quite a few'"),
    ]


def test_a_phrase_is_found_through_bold_and_entities() -> None:
    rule = "extends: existence\nmessage: not '%s'\ntokens: [salt & pepper]"
    assert found(rule, "A\n\nThe salt **&amp;** pepper here.") == [
        (3, 5, "salt **&amp;** pepper", "not 'salt & pepper'")
    ]


def test_substitution_names_the_other_word_and_tries_longer_ones_first() -> None:
    rule = "extends: substitution\nmessage: use '%s', not '%s'\nswap:\n  utilize: use\n  utilize a lot: use"
    assert [message for *_, message in found(rule, "We utilize a lot and utilize it.")] == [
        "use 'use', not 'utilize a lot'",
        "use 'use', not 'utilize'",
    ]


def test_occurrence_counts_in_each_sentence() -> None:
    rule = "extends: occurrence\nmessage: '%d commas'\nscope: sentence\nmax: 1\ntoken: ','"
    assert found(rule, "A, b, see. One, two. None.") == [(1, 2, ",", "2 commas")]


def test_repetition_finds_the_word_and_its_echo() -> None:
    rule = "extends: repetition\nmessage: '%s twice'\nalpha: true\nignorecase: true\ntokens: ['[^\\s]+']"
    assert found(rule, "The\nthe boat sank. Sank it did.") == [(1, 1, "The\nthe", "the twice")]


def test_consistency_finds_the_second_spelling() -> None:
    rule = "extends: consistency\nmessage: \"'%s' and the other\"\nignorecase: true\neither:\n  adviser: advisor"
    assert found(rule, "An adviser.\n\nAnother adviser.\n\nThe Advisor.") == [
        (5, 5, "Advisor", "'Advisor' and the other")
    ]
    assert found(rule, "An adviser.\n\nAnother adviser.") == []


def test_conditional_wants_an_acronym_spelled_out() -> None:
    rule = (
        "extends: conditional\nmessage: \"'%s'?\"\nfirst: '\\b([A-Z]{3,5})\\b'\n"
        "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [NASA]"
    )
    assert found(rule, "World Health Organization (WHO). The WHO and NASA met the IMF.") == [(1, 59, "IMF", "'IMF'?")]


@pytest.mark.parametrize(
    ("match", "right", "wrong"),
    [
        ("$sentence", "The boat sank at noon", "The Boat Sank At Noon"),
        ("$title", "The Boat Sank at Noon", "The boat sank at noon"),
        ("$lower", "the boat", "The boat"),
        ("$upper", "THE BOAT", "The boat"),
        ("'[A-Z].*[a-z]'", "The boat", "THE BOAT"),
    ],
)
def test_capitalization_reads_headings(match: str, right: str, wrong: str) -> None:
    rule = f"extends: capitalization\nmessage: \"'%s'\"\nscope: heading\nmatch: {match}"
    assert found(rule, f"# {right}\n\nthe boat Sank.") == []
    assert [words for _, _, words, _ in found(rule, f"# {wrong}\n\nthe boat Sank.")] == [wrong]


def test_a_metric_and_a_grade_measure_the_article() -> None:
    text = "The harbourmaster reluctantly acknowledged insurmountable administrative irregularities."
    metric = "extends: metric\nmessage: '%s words'\nformula: words * 2 / math.sqrt(4)\ncondition: '> 5'"
    grade = "extends: readability\nmessage: grade %s\ngrade: 8\nmetrics: [Flesch-Kincaid, SMOG]"
    assert found(metric, text) == [(1, 1, "", "7.00 words")]
    assert found(metric, "It sank.") == []
    assert len(found(grade, text)) == 1
    assert found(grade, "The boat sank. We ran. It was late.") == []


def test_spelling_goes_by_a_list_of_words(tmp_path: Path) -> None:
    (tmp_path / "House").mkdir()
    (tmp_path / "House" / "words.txt").write_text("the\nboat\nsank\n", encoding="utf-8")
    path = tmp_path / "House" / "Spelling.yml"
    path.write_text("extends: spelling\nmessage: \"'%s'?\"\nignore: [words.txt]\n", encoding="utf-8")
    findings = lint(parse("The bote sank. NASA’s 3rd boat’s."), Config(styles=(str(tmp_path / "House"),)))
    assert [finding.message for finding in findings if finding.family == "House"] == ["'bote'?"]


def test_quoted_words_are_read_only_with_all_voices(tmp_path: Path) -> None:
    (tmp_path / "House").mkdir()
    rule = "extends: existence\nmessage: \"'%s'\"\ntokens: [very]\n"
    (tmp_path / "House" / "Very.yml").write_text(rule, encoding="utf-8")
    document = parse("A very old pier. “It is very old,” Ruiz said.\n\n> A very old one.")

    def hits(*voices: str) -> int:
        config = Config(select=frozenset({"House"}), styles=(str(tmp_path / "House"),), voices=voices)
        return len(lint(document, config))

    assert (hits(), hits("narration", "speech"), hits("all")) == (1, 2, 3)
