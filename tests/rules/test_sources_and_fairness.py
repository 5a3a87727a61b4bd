"""Who is named, heard and asked: the cases between those that the pages of the rules show."""

from __future__ import annotations

import pytest

from authoring.config import Config
from authoring.notes import parse_notes
from authoring.prose import parse
from authoring.runner import lint

SECRET = """---
kind: brief
slug: ward
headline: The ward is full
sources:
  low:
    name: Jane Doe
    kind: person
    terms: anonymous
    alias: a nurse on the ward
    reason:
    role: head of nursing at Delta Hospital
    employer:
    stake:
  acme: {name: Acme Care, kind: company}
---
## Lede
> The director is incompetent, and Acme Care knows it.
— low | said
* leaned forward
> Acme Care pays him.
— low | said | about: acme
"""


def _found(text: str, *rules: str, notes: str | None = None) -> list[tuple[str, str]]:
    document = parse(text, parse_notes(notes, "notes.md") if notes else None, path="article.md")
    return [
        (finding.rule, finding.span.of(text)) for finding in lint(document, Config(select=frozenset(rules or FAMILIES)))
    ]


FAMILIES = ("sources", "fairness")


@pytest.mark.parametrize(
    "text",
    [
        "A company spokesman, John Hart, said the plant would stay.",
        "Company spokesman John Hart said the plant would stay. The spokesman said nothing else.",
        "The missiles were sent, said a U.S. official, speaking on condition of anonymity.",
        "A senior Acme executive said so. The executive spoke on condition of anonymity to discuss a pending matter.",
        "One employee, who requested anonymity for fear of retaliation, said the plant had closed.",
        "An official at the ministry, who asked that his name be withheld, said cases rose.",
        "Heather Swift, the ministry’s spokeswoman, denied it. He signed an executive order, said Low.",
        "A police officer testified that he saw the car. An official was overheard telling him that it was blue.",
        "The company’s chief executive, Ada Low, said sales rose. An official report said so, too.",
    ],
)
def test_a_name_or_a_reason_near_by_explains_a_source(text: str) -> None:
    assert _found(text, "unexplained-anonymity") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The deal was for $150 million, according to a source familiar with it.", "a source familiar"),
        ("“We know we are the underdog,” said one adviser to the campaign.", "one adviser to the campaign"),
        ("A spokesman for Hart said he would appeal.", "A spokesman for Hart"),
        ("A U.S. official told the Herald the strike was planned.", "A U.S. official"),
        ("The added income was brought up by the audit, a senior official said.", "a senior official"),
    ],
)
def test_a_source_without_name_and_reason_is_found(text: str, words: str) -> None:
    assert _found(text, "unexplained-anonymity") == [("unexplained-anonymity", words)]


@pytest.mark.parametrize(
    "text",
    [
        "The server did not respond to requests for 30 seconds. The API does not respond to requests from hosts.",
        "The senator has not responded to requests from constituents for a town hall.",
        "She did not answer his calls or emails for a month, the lawsuit says. He never returned her calls.",
        "Acme could not immediately be reached for comment on Sunday. The agency did not return calls seeking comment.",
        "The ministry did not respond to Reuters’ request for comment. Low declined two requests for an interview.",
    ],
)
def test_only_a_reporter_s_request_without_how_and_when_is_vague(text: str) -> None:
    assert _found(text, "vague-no-comment") == []


def test_each_party_of_a_sentence_is_looked_at() -> None:
    text = "Meta declined to comment and Acme did not respond to a request for comment."
    assert _found(text, "vague-no-comment") == [("vague-no-comment", "did not respond to a request for comment")]


@pytest.mark.parametrize(
    "text",
    [
        "“He’s an absolute idiot,” one White House official said of the senator.",
        "“The minister is a liar and everybody knows it,” said an aide.",
        "“The CEO is clueless,” a source close to the company said. “Their plan is a joke,” another source said.",
        "“I believe they will sack him,” a senior official said.",
    ],
)
def test_attacks_and_guesses_without_a_name_are_errors(text: str) -> None:
    assert {rule for rule, _ in _found(text, "anonymous-opinion")} == {"anonymous-opinion"}


@pytest.mark.parametrize(
    "text",
    [
        "“He is a fool,” said Ada Low, a senior official.",
        "“The road is a disaster,” a spokesman for the town said.",
        "“The disaster killed nine,” an official said. “I think we have the file,” an aide said.",
        "An official said the minister is a liar. “It was a failure of the pump,” an employee said.",
        "“The files were corrupt, and the fire was a disaster,” an official said. “It is a joke of his,” an aide said.",
        "“It was terrible,” a witness said. “My boss is a clown,” read a sign.",
    ],
)
def test_facts_named_attackers_and_bystanders_pass(text: str) -> None:
    assert _found(text, "anonymous-opinion") == []


@pytest.mark.parametrize(
    "text",
    [
        "The bank called the plan remarkable. It is how incredible the boat looks that counts.",
        "I think the boat is amazing. The Fantastic Four met, and the Extraordinary General Meeting voted.",
        "Low won, shocking most observers. The town is exciting to see.",
        "The supposedly prestigious street is empty. He said the boat was stunning.",
        "The change is statistically significant in May. A significant part of it is gone.",
    ],
)
def test_the_verdicts_of_others_and_names_are_left_alone(text: str) -> None:
    assert _found(text, "narrator-slant") == []


@pytest.mark.parametrize(
    "text",
    [
        "Prince Harry Low rode out. “It rains,” Harry said.",
        "Tom Abel, 9, likes boats. “They sail,” Tom said.",
        "Ana Ruiz sails with her husband, Tom Ruiz. “It rains,” Ana said.",
        "The book is by Ada Low. “It rains,” Low said. Abel, Ada. Boats. Acme, 2001.",
        "Barbara Low sails. “It rains,” Low said. Santa Barbara Street is wet. Barbara Abel is not.",
    ],
)
def test_a_first_name_that_is_right_is_left_alone(text: str) -> None:
    assert _found(text, "wrong-second-reference") == []


def test_no_finding_about_a_protected_source_shows_the_name() -> None:
    text = (
        "The ward is full. Acme Care runs it. A nurse on the ward leaned forward. “The director is incompetent,” said "
        "a nurse on the ward. “Acme Care pays him, and Acme Care knows it,” a nurse on the ward said."
    )
    document = parse(text, parse_notes(SECRET, "notes.md"), path="article.md")
    findings = lint(document, Config(select=frozenset(FAMILIES)))
    assert {finding.rule for finding in findings} >= {"anonymous-opinion", "unheard-party", "single-source"}
    for finding in findings:
        assert "Jane" not in finding.message
        assert "Doe" not in finding.message
        assert "nursing" not in finding.message
