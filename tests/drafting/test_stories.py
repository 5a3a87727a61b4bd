"""How each form of note reads in an article."""

from __future__ import annotations

import json
import re

import pytest

from authoring.drafting.draft import draft
from authoring.drafting.record import encode
from authoring.drafting.view import view
from authoring.notes import parse_notes

FRONT = """\
---
kind: interview
headline: The lock
published: 2026-06-11
sources:
  quill: {name: Mara van der Quill, role: the lock keeper, employer: Canal Trust, pronoun: she}
  roe: {name: Ida Roe, role: a clerk, pronoun: she}
  trust: {name: Canal Trust, kind: organisation, short: CT}
  herald: {name: The Herald, kind: outlet, url: "https://herald.example/a"}
  gazette: {name: The Gazette, kind: outlet}
  press: {kind: spokesperson, org: Canal Trust}
  counsel: {name: Tom Molomby SC, role: counsel for the trust}
  morning: {name: Morning Herald, kind: outlet, article: the}
  nurse: {name: Secret Person, terms: anonymous, alias: a nurse on the ward, reason: who feared losing her job}
  barge: {name: Barge Lines, kind: company}
requests:
  - {to: barge, asked_by: The Ledger, asked_on: 2026-06-01, how: email, about: the tolls, outcome: no response}
  - {to: barge, asked_by: The Ledger, asked_on: 2026-06-09, how: two emails, about: the tolls, outcome: no response}
  - {to: trust, outcome: declined, about: the tolls}
  - {to: counsel, asked_by: The Ledger, how: email, outcome: declined, about: the tolls}
  - {to: press, asked_by: The Ledger, how: phone, outcome: pending}
---
"""


def body(beats: str, template: str = "interview") -> str:
    """The paragraphs that beats become."""
    text = draft(parse_notes(FRONT + beats, "notes.md"), template).text
    return re.sub(r"\A---\n.*?\n---\n\n# The lock\n\n", "", text, flags=re.DOTALL).strip()


CASES = {
    "attribution follows the first sentence": (
        "> We close at six. The gate is older than I am.\n— quill | said",
        "“We close at six,” said Mara van der Quill, the lock keeper at the Canal Trust. “The gate"
        " is older than I am.”",
    ),
    "attribution stands at the mark, with a comma before a lower-case word": (
        "> If you ask me, // we close too late.\n— roe | said",
        "“If you ask me,” said Ida Roe, a clerk, “we close too late.”",
    ),
    "a question mark stays": ("> Closed? At six?\n— roe | asked", "“Closed?” asked Ida Roe, a clerk. “At six?”"),
    "a lead stands before the quote": (
        "> We close at six.\n— roe | said | lead: After a pause,",
        "After a pause, Ida Roe, a clerk, said, “We close at six.”",
    ),
    "later mentions are by surname, with particles": (
        "> One.\n— quill | said\n> Two.\n— quill | said\n> Three.\n— she | added",
        "“One,” said Mara van der Quill, the lock keeper at the Canal Trust. “Two,” van der Quill said."
        " “Three,” she added.",
    ),
    "a name in the narration is the first mention": (
        "Ida Roe came late.\n> I missed the boat.\n— roe | said",
        "Ida Roe came late. “I missed the boat,” Roe said.",
    ),
    "quotation marks inside a quote become single": (
        '> He said "no" twice.\n— roe | said',
        "“He said ‘no’ twice,” said Ida Roe, a clerk.",
    ),
    "a quote of two paragraphs opens twice and closes once": (
        "> One.\n>\n> Two.\n— roe | untagged",
        "“One.\n\n“Two.”",
    ),
    "reported speech": ("~ the gate was shut\n— roe | said", "Ida Roe, a clerk, said that the gate was shut."),
    "reported questions take no second that": (
        "~ whether the gate was shut\n— roe | asked",
        "Ida Roe, a clerk, asked whether the gate was shut.",
    ),
    "told takes no to": (
        "- the gate was shut\n— roe | told | to: gazette",
        "Ida Roe, a clerk, told The Gazette that the gate was shut.",
    ),
    "an organisation takes the article, and its short form later": (
        "- tolls will rise\n— trust | said\n- the gate stays\n— trust | said",
        "The Canal Trust (CT) said that tolls will rise. CT said that the gate stays.",
    ),
    "an unnamed spokesperson": (
        "- tolls will rise\n— press | said\n> We are sorry.\n— press | said | via: email",
        "A spokesperson for the Canal Trust said that tolls will rise. “We are sorry,” the spokesperson said"
        " in an email.",
    ),
    "a cited outlet is linked once and dated": (
        "- the gate fell\n— herald | according to | citing: gazette | 2026-06-03\n- It was old\n— herald | as noted by",
        "According to [The Herald](https://herald.example/a) on June 3, citing The Gazette, the gate fell."
        " It was old, as noted by The Herald.",
    ),
    "a protected source is named by alias, with the reason once": (
        "> We were tired.\n— nurse | said\n> Very.\n— nurse | said",
        "“We were tired,” said a nurse on the ward, who feared losing her job. “Very,” the nurse on the ward said.",
    ),
    "off the record stays out": ("> Never.\n— roe | off the record\n> Now.\n— roe | untagged", "“Now.”"),
    "the latest request is the one that counts": (
        "x barge",
        "Barge Lines did not respond to two emails from The Ledger on June 9 about the tolls.",
    ),
    "a declined comment": ("x trust", "The Canal Trust (CT) declined to comment on the tolls."),
    "a declined comment, and who asked how": (
        "x counsel",
        "Tom Molomby SC, counsel for the trust, declined to comment on the tolls in response to an email"
        " from The Ledger.",
    ),
    "letters after a name are no surname": (
        "> One.\n— counsel | said\n> Two.\n— counsel | said",
        "“One,” said Tom Molomby SC, counsel for the trust. “Two,” Molomby said.",
    ),
    "an outlet takes the article where the notes give it one": (
        "- the gate fell\n— morning | reported\n- it was old\n— roe | told | to: morning",
        "The Morning Herald reported that the gate fell. Ida Roe, a clerk, told the Morning Herald that it was old.",
    ),
    "a pending request": (
        "x press",
        "A spokesperson for the Canal Trust had not responded by publication to a phone call from The Ledger.",
    ),
    "a subject asked about": (
        "? the gate\n> It is shut.\n— roe | said",
        "Asked about the gate, Ida Roe, a clerk, said, “It is shut.”",
    ),
    "what was seen": (
        "* looked at the gate\n> Well.\n— roe | untagged",
        "Ida Roe, a clerk, looked at the gate. “Well.”",
    ),
    "a plus opens a paragraph": ("One.\n+\n\nTwo.", "One.\n\nTwo."),
}


@pytest.mark.parametrize("case", CASES)
def test_each_form_of_note_reads_as_it_should(case: str) -> None:
    beats, wanted = CASES[case]
    assert body("\n## Beat\n" + beats + "\n") == wanted


def test_a_question_and_answer_prints_questions_as_put_and_answers_without_marks() -> None:
    beats = (
        "\n## Gate\n? Why six?\n> It is the law. // We obey it.\n— quill | said\n? You too?\n> Me too.\n— she | said\n"
    )
    assert body(beats, "qa") == (
        "**Q:** Why six?\n\n**Mara van der Quill:** It is the law. We obey it.\n\n"
        "**Q:** You too?\n\n**Van der Quill:** Me too."
    )


def test_a_brief_leaves_out_beats_without_facts_and_keeps_one_quote() -> None:
    beats = (
        "\n## Lede\nThe gate fell.\n\n## Colour\nIt rained.\n> Wet.\n— roe | said\n"
        "\n## Tolls\n- Tolls will rise\n> One.\n— roe | said\n> Two.\n— roe | said\n"
    )
    assert body(beats, "brief") == "The gate fell.\n\n## Tolls\n\nTolls will rise. “One,” said Ida Roe, a clerk."


def test_nothing_of_a_protected_source_reaches_the_draft_or_its_trace() -> None:
    made = draft(parse_notes(FRONT + "\n## Beat\n> We were tired.\n— nurse | said\n", "notes.md"), "interview")
    assert "Secret" not in made.text + made.trace.to_json()
    assert '"nurse"' not in made.trace.to_json()


def test_no_id_of_a_protected_source_crosses_to_a_template() -> None:
    notes = FRONT.replace("published:", "interview: {with: nurse, transcript: a.vtt}\npublished:")
    data = view(
        parse_notes(
            notes + "\n## Beat\n{nurse.name} came.\n> We were tired.\n— roe | said | about: nurse\nx barge\n",
            "notes.md",
        )
    )
    crossing = json.dumps(
        [
            encode(data.notes),
            [encode(beat) for beat in data.beats],
            [encode(source) for source in data.sources.values()],
            list(data.sources),
        ]
    )
    assert "Secret" not in crossing
    assert '"nurse"' not in crossing
    assert "sources.nurse" not in crossing
