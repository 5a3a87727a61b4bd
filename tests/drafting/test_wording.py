"""What a copy editor reads in a draft: marks at the attribution, names and roles, pronouns, and nothing lost."""

from __future__ import annotations

import re

import pytest
import yaml

from authoring.drafting.draft import draft
from authoring.drafting.filters import comma, stop
from authoring.drafting.filters import yaml as as_yaml
from authoring.drafting.names import surname
from authoring.notes import parse_notes
from authoring.trace.traced import Traced

FRONT = """\
---
kind: interview
headline: The lock
published: 2026-06-11
sources:
  quill: {name: Mara van der Quill, role: the lock keeper, pronoun: she}
  roe: {name: Ida Roe, role: a clerk, pronoun: she}
  bo: {name: Bo Lee, pronoun: he/him, employer: trust}
  jr: {name: John Smith Jr., pronoun: he}
  trust: {name: Canal Trust, kind: organisation, short: CT}
  atf: {name: A Ticket Forward, kind: organisation, article: none, short: ATF}
  herald: {name: The Herald, kind: outlet, url: "https://herald.example/a"}
  gazette: {name: The Gazette, kind: outlet}
  press: {kind: spokesperson, org: Canal Trust}
  police: {kind: spokesperson, org: the police}
  nurse: {name: Secret Person, terms: anonymous, alias: a nurse on the ward, reason: who feared losing her job}
  barge: {name: Barge Lines Inc., kind: company, role: a haulier}
  report: {name: Big Report, kind: document, url: "https://x.example/a (b)", first: the report, second: the report}
requests:
  - {to: barge, asked_by: gazette, how: Email, about: the tolls, outcome: declined}
  - {to: roe, asked_by: "quill, bo", how: by phone and email, outcome: no response}
  - {to: trust, how: text message, outcome: pending}
---
"""


def body(beats: str, template: str = "interview", front: str = FRONT) -> str:
    """The paragraphs that one beat becomes."""
    text = draft(parse_notes(front + "\n## Beat\n" + beats + "\n", "notes.md"), template).text
    return re.sub(r"\A---\n.*?\n---\n\n# The lock\n\n", "", text, flags=re.DOTALL).strip()


CASES = {
    "a stop inside closing marks becomes a comma there": (
        '> He said "no."\n— roe | said',
        "“He said ‘no,’” said Ida Roe, a clerk.",
    ),
    "a question mark inside closing marks takes no comma": (
        '> Did he say "no?"\n— roe | asked',
        "“Did he say ‘no?’” asked Ida Roe, a clerk.",
    ),
    "three points take no comma, as the one sign does not": (
        "> Wait...\n— roe | said",
        "“Wait...” said Ida Roe, a clerk.",
    ),
    "words broken off take no stop": ("> Really –\n— roe | untagged", "“Really –”"),
    "a comma at the end becomes a stop": ("> In a word,\n— roe | untagged", "“In a word.”"),
    "no two stops after a name that ends in one": (
        "- It fell\n— jr | as told by\n> We saw it.\n— jr | said | to: barge",
        "It fell, as told by John Smith Jr. “We saw it,” Smith said to Barge Lines Inc.",
    ),
    "a manner ends in one mark": (
        "> Well. Yes.\n— roe | said | manner: laughing.",
        "“Well,” said Ida Roe, a clerk, laughing. “Yes.”",
    ),
    "a manner before reported words is closed by a comma": (
        "~ it fell\n— roe | said | manner: without looking up",
        "Ida Roe, a clerk, said, without looking up, that it fell.",
    ),
    "a paragraph that ends before the attribution stays one": (
        "> One.\n>\n> Two.\n— roe | said",
        "“One,” said Ida Roe, a clerk.\n\n“Two.”",
    ),
    "a paragraph that ends at the mark stays one": (
        "> One, //\n>\n> Two.\n— roe | said",
        "“One,” said Ida Roe, a clerk.\n\n“Two.”",
    ),
    "a paragraph without an end mark is no part of the first sentence": (
        "> Dear all\n>\n> Two things. Go.\n— roe | said",
        "“Dear all,” said Ida Roe, a clerk.\n\n“Two things. Go.”",
    ),
    "according to after a quote": (
        "> We had it. Twice.\n— roe | according to\n> We had it.\n— roe | as noted by",
        "“We had it,” according to Ida Roe, a clerk. “Twice.”\n\n“We had it,” as noted by Roe.",
    ),
    "according to after a lead": (
        "~ it fell\n— roe | according to | lead: In the evening,",
        "In the evening, according to Ida Roe, a clerk, it fell.",
    ),
    "according to keeps the channel": (
        "- it fell\n— bo | according to | via: Email\n- it fell\n— bo | according to | to: gazette",
        "According to Bo Lee, of the Canal Trust, in an email, it fell. According to Lee, speaking to The"
        " Gazette, it fell.",
    ),
    "a second-hand quote says whom it was had from": (
        "> We had it. Twice.\n— gazette | reported | citing: roe",
        "“We had it,” The Gazette reported, citing Ida Roe. “Twice.”",
    ),
    "a channel in the writer's words": (
        "> One.\n— jr | said | via: a podcast\n> Two.\n— jr | said | via: on the radio",
        "“One,” John Smith Jr. said via a podcast. “Two,” Smith said on the radio.",
    ),
    "a date stands beside the source that it dates": (
        "- It fell\n— gazette | as reported by | citing: roe | 2026-06-03",
        "It fell, as reported by The Gazette on June 3, citing Ida Roe.",
    ),
    "several are cited by name, a protected one by alias": (
        "- it fell\n— gazette | reported | citing: roe, jr, nurse",
        "The Gazette, citing Ida Roe, John Smith Jr. and a nurse on the ward, reported that it fell.",
    ),
    "several are told by name": (
        "- it fell\n— jr | told | to: herald, gazette",
        "John Smith Jr. told [The Herald](https://herald.example/a) and The Gazette that it fell.",
    ),
    "who is cited in passing is named, not called a pronoun": (
        "> One.\n— bo | said\n- it fell\n— gazette | reported | citing: bo",
        "“One,” said Bo Lee, of the Canal Trust. The Gazette, citing Lee, reported that it fell.",
    ),
    "a role that had no room comes with the next attribution": (
        "- it fell\n— gazette | reported | citing: roe\n> It did.\n— roe | said\n> Yes.\n— roe | said",
        "The Gazette, citing Ida Roe, reported that it fell. “It did,” said Roe, a clerk. “Yes,” Roe said.",
    ),
    "who does not answer is introduced": (
        "x barge",
        "Barge Lines Inc., a haulier, declined to comment on the tolls in response to an email from The Gazette.",
    ),
    "how somebody was asked, in the writer's words": (
        "x roe\nx trust",
        "Ida Roe, a clerk, did not respond to a request for comment by phone and email from Mara van der Quill and"
        " Bo Lee. The Canal Trust (CT) had not responded by publication to a text message.",
    ),
    "a lead is not lost after a question": (
        "? the gate\n> Well.\n— roe | said | lead: After a pause,",
        "After a pause, Ida Roe, a clerk, said, “Well.”",
    ),
    "an acronym is explained before it stands alone": (
        "Canal Trust met.\n- tolls rise\n— trust | said\n- they fall\n— trust | said",
        "Canal Trust met. The Canal Trust (CT) said that tolls rise. CT said that they fall.",
    ),
    "an acronym that the writer has explained stands alone": (
        "Canal Trust (CT) met.\n- tolls rise\n— trust | said",
        "Canal Trust (CT) met. CT said that tolls rise.",
    ),
    "a linked name opens a sentence with a capital": (
        "- tolls rise\n— report | says",
        "[The report](<https://x.example/a (b)>) says that tolls rise.",
    ),
    "a name that begins with A keeps it": (
        "- tolls rise\n— atf | according to",
        "According to A Ticket Forward (ATF), tolls rise.",
    ),
    "two spokespersons are told apart": (
        "- it fell\n— press | said\n- it stands\n— police | said\n- it fell\n— press | said",
        "A spokesperson for the Canal Trust said that it fell. A spokesperson for the police said that it stands."
        " The spokesperson for the Canal Trust said that it fell.",
    ),
    "a pronoun means the one named last, in the writer's words too": (
        "> One.\n— quill | said\nIda Roe came.\n> Two.\n— roe | said\nMara van der Quill left.\n"
        "> Three.\n— quill | said",
        "“One,” said Mara van der Quill, the lock keeper.\n\nIda Roe came. “Two,” Roe said.\n\n"
        "Mara van der Quill left. “Three,” van der Quill said.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_sentence_reads_as_a_copy_editor_wants_it(case: str) -> None:
    beats, wanted = CASES[case]
    assert body(beats) == wanted


def test_a_pronoun_stays_where_the_writer_has_just_named_its_source() -> None:
    assert (
        body("Ida Roe came.\n> One.\n— roe | untagged\n> Two.\n— she | said")
        == "Ida Roe came. “One.”\n\n“Two,” she said."
    )


def test_a_pronoun_gives_way_to_the_name_where_the_writer_has_named_somebody_else_since() -> None:
    beats = "> One.\n— quill | said\n> Two.\n— she | said\nIda Roe came.\n> Three.\n— she | added"
    assert body(beats).endswith("“Two,” she said. Ida Roe came. “Three,” van der Quill added.")


def test_a_pronoun_gives_way_to_the_name_after_a_person_whose_pronoun_nobody_knows() -> None:
    beats = "> One.\n— quill | said\n> Two.\n— nurse | said\n> Three.\n— she | added"
    assert body(beats).endswith(
        "“Two,” said a nurse on the ward, who feared losing her job.\n\n“Three,” van der Quill added."
    )


def test_a_pronoun_gives_way_to_the_name_where_a_brief_leaves_out_what_it_points_to() -> None:
    beats = "> One.\n— quill | said\n- it fell\n— nurse | said\n> Two.\n— quill | said\n~ it stands\n— she | said"
    assert body(beats).endswith("said that it fell.\n\n“Two,” van der Quill said. She said that it stands.")
    assert body(beats, "brief").endswith("said that it fell. Van der Quill said that it stands.")


def test_a_brief_names_the_source_of_a_statement_whose_beginning_it_leaves_out() -> None:
    beats = "> One.\n— quill | said\n> Two.\n— roe | said\n- The gate is shut\n— roe | same statement"
    assert body(beats, "brief") == (
        "## Beat\n\n“One,” said Mara van der Quill, the lock keeper.\n\nThe gate is shut, said Ida Roe, a clerk."
    )


def test_answers_on_background_print_no_name_in_a_question_and_answer() -> None:
    beats = "? Is it shut?\n> It is.\n— roe | background\n? Why?\n> Who knows.\n— nurse"
    assert body(beats, "qa") == (
        "**Q:** Is it shut?\n\n“It is.”\n\n**Q:** Why?\n\n"
        "**A nurse on the ward, who feared losing her job:** Who knows."
    )


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("José Ortega y Gasset", "Ortega y Gasset"),
        ("Ana Lucía de la Cruz y Soto", "de la Cruz y Soto"),
        ("Ana Ruiz, RN, MPH", "Ruiz"),
        ("Martin Luther King, Jr.", "King"),
        ("Sean-Paul O’Brien-Lopez III", "O’Brien-Lopez"),
        ("Maria dos Santos", "dos Santos"),
        ("Ana E Berg", "Berg"),
        ("Cher", "Cher"),
    ],
)
def test_the_family_name_is_found(name: str, family: str) -> None:
    assert surname(Traced(name)) == family


@pytest.mark.parametrize("value", ["0x1F", "0b11", "1_000", "1e3", "12:30:45", "No", "a: b", '"a" \\ 😀', "- a", "a:"])
def test_front_matter_reads_as_it_was_typed(value: str) -> None:
    assert yaml.safe_load(f"headline: {as_yaml(value)}") == {"headline": value}


@pytest.mark.parametrize("words", ["it fell:", "it fell;", "it fell –", "it fell —", "It fell.”", "It fell…", "U.S."])
def test_a_sentence_that_has_an_end_gets_no_other(words: str) -> None:
    assert stop(words) == words


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("no.", "no,"),
        ("no.”", "no,”"),
        ("no!'", "no!'"),
        ("5 p.m.", "5 p.m.,"),
        ("Acme Inc.”", "Acme Inc.”,"),
        ("no", "no,"),
    ],
)
def test_a_comma_goes_where_the_stop_was(words: str, wanted: str) -> None:
    assert comma(words) == wanted


@pytest.mark.parametrize(
    ("ai", "line"),
    [
        ("Transcribed by software", "*Transcribed by software.*"),
        ("{transcribed: Otter.ai, drew: none}", "*Transcribed: Otter.ai.*"),
        ("[Whisper made the transcript., A person checked it]", "*Whisper made the transcript. A person checked it.*"),
        ("none", ""),
    ],
)
def test_what_software_did_is_said_in_a_line_or_not_at_all(ai: str, line: str) -> None:
    front = FRONT.replace("published:", f"ai: {ai}\npublished:")
    assert body("It rained.", front=front) == f"It rained.\n\n{line}".strip()


@pytest.mark.parametrize(
    ("typed", "line"), [("[Ann Odum, Bo Li, Cy Ray]", "By Ann Odum, Bo Li and Cy Ray"), ("By Ann Odum", "By Ann Odum")]
)
def test_a_byline_reads_as_one(typed: str, line: str) -> None:
    front = FRONT.replace("published:", f"byline: {typed}\npublished:")
    assert body("It rained.", front=front) == f"{line}\n\nIt rained."
