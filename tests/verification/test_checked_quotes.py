"""The quote check of a whole article: what counts as somebody's words, under whose name, and with which status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from authoring.notes import parse_notes
from authoring.prose import parse
from authoring.runner import lint
from authoring.transcripts import parse_transcript, read_transcript
from authoring.verification.changes import Change, changes, main_change
from authoring.verification.material import material
from authoring.verification.quotes import CheckedQuote, check_quotes, checked_quotes
from authoring.verification.speech import said_in

NOTES = """---
kind: interview
slug: pier
headline: The pier goes
ai: transcribed by software
interview: {with: ruiz, edited: true}
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
  abel: {name: Tom Abel, kind: person, role: an angler}
  clerk: {name: Jane Doe, kind: person, alias: a town clerk, reason: she would lose her job}
---
## Boats
> We may lose a third of the boats, // and nobody has told the crews. The sheds are old. Half of them leak.
— ruiz | said | 00:04:10 | heard: yes

> I have fished here for forty years.
— abel | said | 00:06:00

> The books were cooked for years.
— clerk | said | 2026-05-03

> It was a bad night for all of us.
— abel | said

> It was a bad night for all of us, and then for the town.
— ruiz | said | 00:09:10 | heard: yes
"""


QA = """\
# The pier goes

Ana Ruiz is the harbour master.

**The Ledger: How old is the pier?**

**Ruiz:** {}

**The Ledger: And what of the boats?**

**Ruiz:** {}

**The Ledger: Is there anything to be done?**

**Ruiz:** {}
"""


def checked(text: str, notes: str | None = NOTES) -> tuple[CheckedQuote, ...]:
    return checked_quotes(parse(text, parse_notes(notes, "notes.md") if notes else None, path="article.md"))


def statuses(text: str) -> list[str]:
    return [quote.check.status for quote in checked(text)]


def rules(text: str, notes: str = NOTES) -> list[str]:
    from authoring.config import Config

    document = parse(text, parse_notes(notes, "notes.md"), path="article.md")
    return [finding.rule for finding in lint(document, Config(select=frozenset({"quotes"})))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“We may lose,” Ruiz said, “and nobody has told them.”", ["We may lose,", "and nobody has told them."]),
        ("The “old pier” stood in the film “The Long Winter at Sea”.", []),
        ("Ruiz called it a “game changer” for the north.", ["game changer"]),
        ("The sign there reads well. “Mind the gap between boat and pier.”", ["Mind the gap between boat and pier."]),
        ("“They say ‘no’ to us,” Ruiz said.", ["They say ‘no’ to us,"]),
        (
            "“We may lose the boats.\n\n“We may lose the sheds,” Ruiz said.",
            ["We may lose the boats.\nWe may lose the sheds,"],
        ),
        ("# “We may lose the boats”\n\nRuiz left.", []),
    ],
)
def test_marks_that_hold_somebodys_words_are_told_from_titles_and_terms(text: str, said: list[str]) -> None:
    assert [each.text for each in said_in(parse(text))] == said


def test_answers_of_a_qa_are_somebodys_words_without_marks_and_questions_are_not() -> None:
    text = QA.format("It is very old.", "We “may” sell them.", "There is not.")
    found = list(said_in(parse(text)))
    assert [each.text for each in found] == ["It is very old.", "We “may” sell them.", "There is not."]
    assert all(each.answer and each.speaker and each.speaker.name == "Ana Ruiz" for each in found)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“We may lose a third of the boats,” Ruiz said.", "verbatim"),
        ("“we may lose a third of the boats!” Ruiz said.", "verbatim"),
        ("Ruiz said: “And nobody has told the crews.”", "verbatim"),
        ("“We may lose a third of the *boats*,” Ruiz said.", "verbatim"),
        ("“We may lose … the boats,” Ruiz said.", "marked"),
        ("“I’ve fished here for 40 years,” Tom Abel said.", "tidied"),
        ("“We may lose the boats,” Ruiz said.", "omission"),
        ("“We will lose a third of the boats,” Ruiz said.", "altered"),
        ("“Somebody has told the crews,” Ruiz said.", "negation"),
        ("“We may lose a third of the boats … It was a bad night,” Ruiz said.", "stitched"),
        ("“Nobody has told the crews,” Tom Abel said.", "wrong-speaker"),
        ("“The moon is made of old cheese,” Ruiz said.", "not-found"),
    ],
)
def test_each_status_of_the_contract(text: str, status: str) -> None:
    assert statuses(text) == [status]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Abel was at the pier. “Nobody has told the crews.”",
        "“Nobody has told the crews,” she said.",
        "“Nobody has told the crews,” the official said.",
        "Tom Abel, an angler, has a boat in the harbour.\n\n“Nobody has told the crews.”",
    ],
)
def test_a_guessed_speaker_accuses_nobody(text: str) -> None:
    assert statuses(text) == ["verbatim"]


def test_little_that_lines_up_in_a_long_quotation_is_no_change_of_it() -> None:
    text = (
        "“The council has been talking about this for a very long time, and we may lose a third of it, but what "
        "matters to the people in this town is work, and schools, and a road that does not flood,” Ruiz said."
    )
    (quote,) = checked(text)
    assert (quote.check.status, quote.check.diff, quote.check.origin) == ("not-found", (), None)


def test_the_check_is_done_once_for_all_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    import authoring.verification.quotes as module

    times = []
    whole = module.check_quotes
    monkeypatch.setattr(module, "check_quotes", lambda *given: times.append(1) or whole(*given))
    assert rules("“We will lose a third of the boats,” Ruiz said. “Half of them leak.”") == ["altered-quote"]
    assert len(times) == 1


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("“I’ve fished here for 40 years,” Tom Abel said.", "unplaced-quote"),  # not heard; graver than tidied
        ("“It was a bad night for all of us,” Tom Abel said.", "borrowed-words"),  # graver than its missing place
        ("“[We] … lose … [many] of the boats,” Ruiz said.", "over-edited-quote"),
        ("“[We] … will lose … [many] of the boats,” Ruiz said.", "altered-quote"),  # graver than its many cuts
        ("“Nobody’s told the crews,” Ruiz said.", "silent-cleanup"),
    ],
)
def test_one_quotation_gets_one_finding_the_gravest(text: str, rule: str) -> None:
    assert rules(text) == [rule]


def test_a_note_without_a_place_is_told_of_once() -> None:
    notes = NOTES.replace(" | 00:04:10 | heard: yes", "")
    text = "“We may lose a third of the boats,” Ruiz said. “And nobody has told the crews. The sheds are old.”"
    assert rules(text, notes) == ["unplaced-quote"]


def test_words_that_stand_in_a_transcript_have_their_place_there(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("Tom Abel: It was a bad night for all the boats.\n\nAna Ruiz: It was.\n")
    notes = NOTES.replace("interview: {", "interview: {transcript: talk.txt, ").replace(
        "for all of us.", "for all the boats."
    )
    document = parse("“It was a bad night,” Tom Abel said.", parse_notes(notes, str(tmp_path / "notes.md")))
    assert [finding.rule for finding in lint(document) if finding.rule == "unplaced-quote"] == []


def test_an_edited_qa_that_says_so_may_leave_out_whole_sentences_in_order() -> None:
    told = (
        QA.format("{}", "Half of them leak.", "The sheds are old.") + "\nThis interview has been edited for length.\n"
    )
    whole = "We may lose a third of the boats, and nobody has told the crews. Half of them leak."
    assert statuses(told.format(whole))[0] == "tidied"
    assert statuses(told.replace("edited", "printed").format(whole))[0] == "omission"
    assert statuses(told.format("Half of them leak. The sheds are old."))[0] == "altered"
    assert statuses(told.format("We may lose a third of the boats. Half of them leak."))[0] == "omission"


def test_an_unclosed_quotation_is_left_to_the_rule_for_it() -> None:
    assert rules("“We may lose a third of the boats, Ruiz said, and left for the town.\n\nThe pier is gone.") == [
        "unclosed-quotation"
    ]


def test_a_finding_on_a_quotation_over_paragraphs_points_at_the_first() -> None:
    text = "“We will lose a third of the boats.\n\n“Nobody has told the crews,” Ruiz said."
    document = parse(text, parse_notes(NOTES, "notes.md"))
    (finding,) = (finding for finding in lint(document) if finding.rule == "altered-quote")
    assert finding.span.of(text) == "“We will lose a third of the boats."


def test_a_small_difference_comes_with_the_said_words_as_an_unsafe_suggestion() -> None:
    text = "“We will lose a third of the boats,” Ruiz said."
    (finding,) = (each for each in lint(parse(text, parse_notes(NOTES, "notes.md"))) if each.family == "quotes")
    (edit,) = finding.suggestions
    assert (edit.span.of(text), edit.text, edit.safe) == ("will", "may", False)


def test_no_finding_shows_the_name_of_a_protected_source() -> None:
    text = "“The books were cooked for years,” Tom Abel said. “The books were cooked for ages,” a town clerk said."
    document = parse(text, parse_notes(NOTES, "notes.md"))
    found = lint(document)
    assert {finding.rule for finding in found} >= {"wrong-speaker", "altered-quote"}
    assert not any(name in repr(finding) for finding in found for name in ("Jane", "Doe", "clerk:"))


def test_a_pronoun_accuses_nobody_while_the_one_who_said_the_words_is_named_above() -> None:
    words = "“Nobody has told the crews,” he said."
    assert statuses(f"Tom Abel, an angler, was at the pier.\n\n{words}") == ["wrong-speaker"]
    assert statuses(f"Ana Ruiz leads. Tom Abel, an angler, was at the pier.\n\n{words}") == ["verbatim"]


def test_changes_are_told_with_the_word_after_them() -> None:
    diff = (("=", "We"), ("-", "may"), ("+", "will"), ("=", "lose a third"), ("-", "of it"))
    assert list(changes(diff)) == [Change("may", "will", "lose"), Change("of it", "", "")]
    assert main_change(diff, "a tense: will for may") == Change("may", "will", "lose")
    assert main_change((), "") is None


def test_transcripts_alone_are_compared_with_too() -> None:
    talk = parse_transcript("Ana Ruiz: We may lose the boats.\n\nTom Abel: I have fished here.\n", "talk.txt")
    more = parse_transcript("Ana Ruiz: The sheds are old.\n\nTom Abel: They are.\n", "more.txt")
    text = "“We may lose the boats,” Ruiz said. “The sheds are old,” Tom Abel said."
    found = check_quotes(parse(text), material(None, [talk, more]))
    assert [quote.check.status for quote in found] == ["verbatim", "wrong-speaker"]
    assert [quote.check.origin.path for quote in found if quote.check.origin] == ["talk.txt", "more.txt"]


KNOWN = {"cl025", "wh105"}
"""A block quotation without marks, and a quotation inside another: neither is looked at by itself."""


def test_real_articles_against_their_whole_transcripts_get_the_status_people_gave_them(shared: Path) -> None:
    folder = shared / "data" / "quote-pairs"
    pairs = {row["id"]: row for row in map(json.loads, (folder / "pairs.jsonl").read_text("utf-8").splitlines())}
    wrong = set()
    for each in sorted((folder / "full").iterdir()):
        pair = pairs[each.name.split("-")[0]]
        article, transcript = next(each.glob("article.*")), next(each.glob("transcript.*"))
        document = parse(article.read_text("utf-8"), path=str(article))
        found = check_quotes(document, material(None, [read_transcript(transcript)]))
        begin = "".join(filter(str.isalnum, pair["quote"]))[:40]
        status = {quote.check.status for quote in found if begin in "".join(filter(str.isalnum, quote.said.text))}
        if pair["status"] not in status:
            wrong.add(pair["id"])
    assert wrong <= KNOWN
