"""Where a good rule of LanguageTool's is wrong about a sentence, by what stands around the words."""

from __future__ import annotations

import pytest

from authoring.grammar.model import Match
from authoring.proofreading.doubtful import doubtful
from authoring.text.span import Span


def _match(rule: str, marked: str) -> tuple[Match, str]:
    """A match at the words in square brackets, and the passage without them."""
    start, end = marked.index("["), marked.index("]") - 1
    return Match(rule, "GRAMMAR", "grammar", Span(start, end), ""), marked.replace("[", "").replace("]", "")


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        ("EN_A_VS_AN", "They carried [an] 18kg pack up the hill."),
        ("EN_A_VS_AN", "Send it as [an] mp4 by Friday."),
        ("EN_A_VS_AN", "The page is [an] html file."),
        ("EN_A_VS_AN", "She follows [a] NIST standard."),
        ("EN_A_VS_AN", "The schedule_[a] endpoint is slow."),
        ("AGREEMENT_SENT_START", "The Carpenters [has] a new board."),
        ("AGREEMENT_SENT_START", "It tells [Phases] 3 and 4 apart."),
        ("SUBJECT_VERB_AGREEMENT", "Until May the Harbour Works [is] shut."),
        ("THIS_NNS", "If any of [this] sounds odd, ring the desk."),
        ("THIS_NNS", "He does [this] dozens of times a year."),
        ("THIS_NNS", "She read [these harbour] board reports twice."),
        ("EN_CONTRACTION_SPELLING", "They ask the [hows and] whys."),
    ],
)
def test_a_cause_for_doubt_keeps_a_match_quiet(rule: str, marked: str) -> None:
    """Figures, abbreviations, names, and words that only look like a noun."""
    assert doubtful(*_match(rule, marked))


@pytest.mark.parametrize(
    ("rule", "marked"),
    [
        ("EN_A_VS_AN", "They waited for [a] hour."),
        ("EN_A_VS_AN", "It was [a] RPA contract."),
        ("EN_A_VS_AN", "She is [an] former mayor."),
        ("AGREEMENT_SENT_START", "The waiters [was] tired."),
        ("AGREEMENT_SENT_START", "Ferries [leaves] at nine."),
        ("THIS_NNS", "They want [this] tools back."),
        ("THIS_NNS", "None of [those thing] add up."),
        ("EN_CONTRACTION_SPELLING", "They [dont] know."),
    ],
)
def test_without_such_a_cause_it_is_told(rule: str, marked: str) -> None:
    """The same rules in sentences that are wrong."""
    assert not doubtful(*_match(rule, marked))
