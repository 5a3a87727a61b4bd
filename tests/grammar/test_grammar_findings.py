"""What LanguageTool says of an article becomes findings: in our words, of the writer's own mistakes, and of no name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from fake_languagetool import SLIPS, FakeLanguageTool, Known

from authoring.config import DEFAULTS, Config
from authoring.findings import Finding, Severity
from authoring.grammar.settings import level_of_match
from authoring.notes import parse_notes
from authoring.proofreading.doubles import OURS, is_told
from authoring.proofreading.passages import passages
from authoring.proofreading.proof import Reading, proofread
from authoring.proofreading.wording import LONGEST, in_our_words
from authoring.prose import parse
from authoring.prose.document import Document
from authoring.rules.registry import names
from authoring.text.span import Span

NOTES = """\
---
kind: interview
slug: clock
headline: The clock
terms: [recieve]
sources:
  haskett: {name: Nora Haskett, kind: person, role: a retired dental hygienist}
---
## Beat
> Ninety-six steps.
— haskett | said
"""


def found(
    text: str,
    known: Known = SLIPS,
    notes: str = "",
    config: Config = DEFAULTS,
    ours: Sequence[Finding] = (),
    **more: str,
) -> list[Finding]:
    document = article(text, notes)
    reading = Reading(lambda match: level_of_match(config, match), **more)  # type: ignore[arg-type]
    return proofread(document, FakeLanguageTool(known=known), reading, ours)


def article(text: str, notes: str = "") -> Document:
    document = parse(text, path="a.md")
    return replace(document, notes=parse_notes(notes, "notes.md")) if notes else document


def told(text: str, **more: object) -> list[tuple[str, str]]:
    return [(finding.span.of(text), finding.message) for finding in found(text, **more)]  # type: ignore[arg-type]


# Findings


def test_a_slip_is_told_with_its_place_its_rule_and_what_was_meant() -> None:
    text = "# Mail\n\nThey did not recieve **it** and did went there.\n"
    spelling, grammar = found(text)
    assert spelling.span.of(text) == "recieve"
    assert (spelling.rule, spelling.family, spelling.severity) == ("MORFOLOGIK_RULE_EN_US", "grammar", Severity.WARNING)
    assert spelling.message == "“recieve” is in no dictionary, expected “receive”"
    assert [(edit.text, edit.safe) for edit in spelling.suggestions] == [("receive", False)]
    assert grammar.span.of(text) == "did went"
    assert grammar.message == "“did went there” stands here, expected “did go there”"


def test_places_are_right_behind_marks_entities_and_characters_of_two_units() -> None:
    text = "Fish &amp; *chips* 🐟🐟 in [the](http://x.example/recieve) shop that they recieve [them](u) from.\n"
    (finding,) = found(text)
    assert finding.span == Span(text.rindex("recieve"), text.rindex("recieve") + len("recieve"))


def test_words_with_marks_among_them_are_told_of_and_offered_no_edit() -> None:
    text = "They did **went** asked.\n"
    (finding,) = found(text)
    assert finding.span.of(text) == "did **went"
    assert finding.suggestions == ()


@pytest.mark.parametrize(
    "words",
    [
        "`recieve`",
        "https://x.example/recieve",
        "www.x.example/recieve/now",
        "recieve.md",
        "recieve@post.example",
        "#recieve",
        "@recieve",
        "data/recieve/folder.txt",
    ],
)
def test_what_is_no_prose_is_passed_over(words: str) -> None:
    assert found(f"They went to {words} and did went stayed.\n")[0].rule == "DID_WENT"
    assert len(found(f"They went to {words} and did went stayed.\n")) == 1


def test_the_passages_of_an_article_are_its_blocks_without_labels_tables_and_front_matter() -> None:
    text = "---\ntitle: recieve\n---\n\n# A recieve\n\nOne.\n\n- recieve two\n\n"
    text += "| recieve | x |\n|---|---|\n| a | b |\n\n> Three.\n"
    assert [passage.text for passage in passages(parse(text))] == ["A recieve", "One.", "recieve two", "Three."]


def test_the_label_of_a_speaker_is_no_part_of_what_is_read() -> None:
    text = (
        "**JT:** Who did it?\n\n**Ana Ruiz:** I did it, and it took a week.\n\n**JT:** Why?\n\n**Ana Ruiz:** For fun.\n"
    )
    assert [passage.text for passage in passages(parse(text))][:2] == ["Who did it?", "I did it, and it took a week."]


# Voices


QUOTED = [
    "“We did went recieve it,” Ruiz said.\n",
    "> We did went recieve it.\n",
    "**Q:** What?\n\n**A:** We did went recieve it.\n\n**Q:** Why?\n\n**A:** For fun, we could.\n",
]


@pytest.mark.parametrize("text", QUOTED)
def test_what_a_source_said_is_an_info_with_sic_in_mind_and_never_an_edit(text: str) -> None:
    findings = found(text)
    assert [finding.rule for finding in findings] == ["DID_WENT", "MORFOLOGIK_RULE_EN_US"]
    for finding in findings:
        assert (finding.severity, finding.suggestions) == (Severity.INFO, ())
        assert "is quoted, expected" in finding.message and "[sic]" in finding.message


@pytest.mark.parametrize("text", QUOTED)
def test_a_higher_level_does_not_raise_what_is_said_of_a_quotation(text: str) -> None:
    config = Config(severity={"grammar": Severity.ERROR})
    assert {finding.severity for finding in found(text, config=config)} == {Severity.INFO}


def test_a_match_in_narration_and_quotation_is_the_quotations() -> None:
    (finding,) = found("She could “of gone” home.\n", {r"could “of": ("X_Y", "GRAMMAR", "grammar", ("did go",))})
    assert (finding.severity, finding.suggestions) == (Severity.INFO, ())


def test_how_well_a_source_puts_it_is_nobody_elses_business() -> None:
    assert found("He came in order to see it.\n")
    assert found("“I came in order to see it,” he said.\n") == []


def test_a_slip_that_the_writer_has_marked_is_not_told_of() -> None:
    assert found("“They recieve [sic] it,” he said.\n") == []


# Names


def test_a_name_of_the_notes_is_no_slip_wherever_it_stands() -> None:
    text = "Haskett's steps. She is no haskett. They recieve it.\n"
    assert found(text, notes=NOTES) == []
    assert [words for words, _ in told(text)] == ["recieve"]


def test_the_name_of_a_protected_source_is_not_looked_up_in_the_notes() -> None:
    from authoring.proofreading.names import words_of

    notes = parse_notes(NOTES.replace("role: a", "terms: anonymous, alias: the keeper, reason: fear, role: a"), "n.md")
    assert not {"Haskett", "Nora"} & set(words_of(notes))


@pytest.mark.parametrize(
    "text",
    [
        "They met Technlogy and asked Technlogy again.\n",
        "“It is late,” said Dora Febuary of the harbour office.\n\nFebuary left.\n",
        "They call it *recieve* here.\n",
        "They call it <em>to recieve it</em> here.\n",
        "A recieve is a boat. Two recieve boats and a third recieve make a recieve pair of recieve boats.\n",
    ],
)
def test_what_the_article_uses_as_a_name_or_a_term_is_no_slip(text: str) -> None:
    assert found(text) == []


def test_a_word_of_a_vocabulary_is_no_slip() -> None:
    text = "They recieve it.\n"
    assert found(text, accepted=("(?i)recieve",)) == []  # type: ignore[arg-type]
    assert len(found(text, accepted=("sent",))) == 1  # type: ignore[arg-type]


def test_a_word_far_from_any_common_one_is_taken_for_a_name() -> None:
    known: Known = {"qemu": ("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", ("emu", "menu"))}
    assert found("They use qemu for it.\n", known) == []


# Variants


def test_where_nobody_says_which_english_it_is_both_spellings_are_right() -> None:
    assert found("The colour is organised. They organise it.\n") == []
    assert found("The color is gray. They organize it.\n") == []


@pytest.mark.parametrize("key", ["lang", "language"])
def test_the_article_says_which_english_it_is_in(key: str) -> None:
    text = f"---\n{key}: en_us\n---\n\nThe colour.\n"
    assert [words for words, _ in told(text)] == ["colour"]
    assert found(text, variant="en-GB")


def test_the_notes_say_it_where_the_article_does_not() -> None:
    notes = NOTES.replace("slug:", "lang: en-US\nslug:")
    assert [words for words, _ in told("The colour.\n", notes=notes)] == ["colour"]


def test_the_configuration_says_it_for_all() -> None:
    assert [words for words, _ in told("The colour and the color.\n", variant="en-GB")] == ["color"]


# Doubles


@pytest.mark.parametrize("rule", sorted(OURS))
def test_what_a_rule_of_ours_says_of_the_same_words_is_not_said_again(rule: str) -> None:
    theirs = Finding(rule, "grammar", Severity.WARNING, Span(5, 13), "“x” stands here, expected “y”")
    for name in OURS[rule]:
        assert name in names(), name
        same = replace(theirs, rule=name)
        assert is_told(theirs, "", [same]) or is_told(replace(theirs, rule="X"), rule, [same])
        assert not is_told(theirs, rule, [replace(same, span=Span(0, 4))])
        assert not is_told(theirs, rule, [replace(same, rule="loaded-cue")])


def test_of_two_findings_of_the_same_words_ours_stays() -> None:
    text = "They they went home home.\n"
    ours = [Finding("doubled-words", "style", Severity.WARNING, Span(0, 9), "")]
    assert [finding.span.of(text) for finding in found(text, ours=ours)] == ["home home"]


def test_what_a_rule_of_ours_would_say_is_not_said_where_that_is_switched_off() -> None:
    text = "They they went home home.\n"
    assert found(text)
    reading = Reading(lambda match: Severity.WARNING, silent=frozenset({"doubled-words"}))
    assert proofread(article(text), FakeLanguageTool(), reading) == []


# Messages


@pytest.mark.parametrize(
    ("text", "words", "meant", "message"),
    [
        ("Give him a apple.", "a", "an", "“a apple” stands here, expected “an apple”"),
        ("I am and it is.", " and", ", and", "“am and it” stands here, expected “am, and it”"),
        ("It ended.The end", "The", " The", "“ended.The end” stands here, expected “ended. The end”"),
        ("the the end", "the the", "the", "“the the end” stands here, expected “the end”"),
    ],
)
def test_a_message_shows_what_stands_there_and_what_was_expected(
    text: str, words: str, meant: str, message: str
) -> None:
    start = text.index(words)
    assert in_our_words(text, start, start + len(words), meant, "", spelling=False, quoted=False) == message


def test_no_message_is_longer_than_a_line_or_holds_marks_that_would_end_it() -> None:
    long = "word " * 40
    for meant in (None, "sentence " * 30, "“so” he said"):
        for quoted in (True, False):
            message = in_our_words(f"{long}“x” {long}", 3, 190, meant, "Long: " * 60, spelling=False, quoted=quoted)
            assert len(message) <= LONGEST, message
            assert message.count("“") == message.count("”")
            assert not message.endswith(".")


def test_the_message_of_a_rule_that_we_have_written_for_languagetool_stays() -> None:
    said = "the singular “this” before the plural “dogs”, expected “these”"
    text = "He saw this dogs."
    assert in_our_words(text, 7, 11, "these", said, spelling=False, quoted=False) == said
    assert in_our_words(text, 7, 11, "these", said, spelling=False, quoted=True) == f"{said}, or [sic] if it was so"
    assert len(in_our_words(text, 7, 11, "these", said * 2, spelling=False, quoted=True)) <= LONGEST


def test_where_nothing_is_offered_languagetool_says_what_is_wrong() -> None:
    known: Known = {"did went": ("DID_WENT", "GRAMMAR", "grammar", ())}
    (finding,) = found("They did went home.\n", known)
    assert finding.message == "“did went” stands here, expected a second look: something is wrong here"


def test_a_double_negative_is_told_of_the_writer_and_of_nobody_who_speaks() -> None:
    known: Known = {"nothing": ("DOUBLE_NEGATIVE", "GRAMMAR", "grammar", ())}
    assert [one.rule for one in found("They did not say nothing.\n", known)] == ["DOUBLE_NEGATIVE"]
    assert not found("“They did not say nothing,” he said.\n", known)
