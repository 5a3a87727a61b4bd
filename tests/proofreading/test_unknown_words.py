"""Unknown words that are no slips by what stands around them."""

from __future__ import annotations

import pytest

from authoring.grammar.model import Match
from authoring.proofreading.names import Names
from authoring.proofreading.passages import passages
from authoring.proofreading.spelling import unknown
from authoring.prose import parse
from authoring.text.span import Span


def _told(marked: str, meant: str) -> bool:
    start, end = marked.index("["), marked.index("]") - 1
    document = parse(marked.replace("[", "").replace("]", ""))
    passage = next(passages(document))
    match = Match("MORFOLOGIK_RULE_EN_US", "TYPOS", "misspelling", Span(start, end), "", (meant,))
    return unknown(match, passage, Names(document, ()), set_variant=False) is not None


@pytest.mark.parametrize(
    ("marked", "meant"),
    [
        ("They thanked Ted [Deutch], a senator.", "Dutch"),
        ("It is run by [Astian] Incorporated of Leeds.", "Asian"),
        ("She replied with :[thumbsup]: at once.", "thumbs up"),
        ("The desk chose [virtus]/equaliser for the job.", "virus"),
        ("They log in with [puTTY] at night.", "putty"),
        ("It is one more [writeup] of the match.", "write up"),
        ("Each [builtin] table has a drawer.", "built in"),
    ],
)
def test_names_parts_of_programs_and_run_together_terms_are_no_slips(marked: str, meant: str) -> None:
    """A capital beside another capital, a mark of a program, a word on its way to being one."""
    assert not _told(marked, meant)


@pytest.mark.parametrize(
    ("marked", "meant"),
    [
        ("The [Brazillian] team won.", "Brazilian"),
        ("It opened on Monday, [Febuary] 3.", "February"),
        ("They met [alot] last year.", "a lot"),
        ("He stood [inthe] rain.", "in the"),
        ("They came just [incase] it rained.", "in case"),
        ("They will [recieve] pay.", "receive"),
    ],
)
def test_slips_are_told(marked: str, meant: str) -> None:
    """The same kinds of words where something was mistyped."""
    assert _told(marked, meant)
