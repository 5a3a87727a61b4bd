"""Sentence ends in news copy."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.prose import parse
from authoring.text.sentences import sentence_spans

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "../shared/data/annotated/sentence-golden-rules-en.json"


@pytest.mark.parametrize(
    "text",
    [
        "“Why?” she asked.|“Why?” Low said.|“No!”|He left.",
        "“Why?”|The mayor said nothing.",
        "“It failed.|We knew why,” she said.|He left.",
        '"It failed.|We knew why," she said.|He left.',
        "''It failed.|We knew why,'' she said.",
        "“Open mark.|And more.",
        "Bernie Low, D-Vt., said so.|The U.S. said so.|The U.S. Senate met.",
        "It opens at 9 a.m. Tuesday.|It shuts at 5 p.m.|She left.",
        "He paid $3.5 million.|J. K. Low met Gov. Park, Lt. Gov. Ruiz and St. John.",
        "(It failed. We knew.)|He left (She stayed.) then.",
        "She said no.|He left.|See No. 5 there.",
        "Is it?|Yes – é 😀.|Then more…|and so on.".replace("|and", " and"),
        "He left.|iPhone sales rose.",
        "1. The first.|2. The second.",
        "1.) The first.|2.) The second.",
        "a. Nets b. Oars c. Sails".replace(" b.", "|b.").replace(" c.", "|c."),
        "He told me.|Then he met J.D. Marsh in Washington, DC.|Low fled.|E-mail a@low.gov.|Wait.",
        "They left at 4 p.m.|Mr. Low stayed.|At 5 a.m. Mr. Low woke for a 7 a.m. Amtrak train.",
        "It costs $2 m.|Vol. 2. was lost with nets, oars, etc.|Low wept.".replace("2. was", "2 was"),
        "It fell.¹|It rose.*|Done! 🎉|“Closed …” Low wrote.",
    ],
)
def test_sentences_end_where_a_copy_editor_ends_them(text: str) -> None:
    whole = text.replace("|", " ")
    assert [whole[start:end] for start, end in sentence_spans(whole)] == text.split("|")


@given(st.text(alphabet="aB. !?“”\"'()1\n…é😀", max_size=60))
def test_sentences_hold_every_character_but_space_once_and_in_order(text: str) -> None:
    spans = sentence_spans(text)
    assert spans == sorted(spans)
    covered = [offset for start, end in spans for offset in range(start, end)]
    assert len(covered) == len(set(covered))
    assert {offset for offset, character in enumerate(text) if not character.isspace()} <= set(covered)


@pytest.mark.skipif(not GOLDEN.exists() and not os.environ.get("CI"), reason="the shared golden rules are not here")
def test_the_golden_rules_are_kept() -> None:
    cases = [case for case in json.loads(GOLDEN.read_text("utf-8")) if not case["name"].startswith("correctly")]
    right = 0
    for case in cases:
        text = case["text"]
        found = [re.sub(r"\s+", " ", text[start:end]) for start, end in sentence_spans(text)]
        right += found == [re.sub(r"\s+", " ", sentence) for sentence in case["sentences"]]
    assert len(cases) == 52
    assert right >= 50, "with two wrong, 46 are right of any 48"


@pytest.mark.parametrize(("file", "count", "least"), [("hard", 100, 95), ("blind", 142, 134)])
def test_hard_news_copy_is_cut_where_a_copy_editor_cuts_it(file: str, count: int, least: int) -> None:
    """Whole small articles, whose sentences stand in the file exactly where they are said to stand."""
    spec = importlib.util.spec_from_file_location("benchmark_sentences", ROOT / "benchmarks" / "sentences.py")
    assert spec is not None and spec.loader is not None
    benchmark = sys.modules["benchmark_sentences"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    cases = list(benchmark.our_cases(Path(__file__).parent / f"{file}_sentences.txt"))
    wrong = []
    for case in cases:
        sentences = [sentence for block in parse(case.text).blocks for sentence in block.sentences]
        if [sentence.text for sentence in sentences] != list(case.sentences):
            wrong.append(case.name)
        for sentence in sentences:
            there = case.text[sentence.span.start : sentence.span.end]
            assert there[0] == sentence.text[0] or there[0] in "*["
            if not set(there) & set("*[\n"):
                assert there == sentence.text
    assert len(cases) == count
    assert count - len(wrong) >= least, wrong


@pytest.mark.parametrize(
    "unit", ["“We lost the boats,” Mr. Ruiz said. “Why?” she asked. ", "“No. She left. ", "a' 'b "]
)
def test_a_very_long_paragraph_has_the_sentences_of_its_parts(unit: str) -> None:
    many = 4_000
    spans = sentence_spans(unit * many)
    each = [(start, end) for start, end in sentence_spans(unit)]
    text = unit * many
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
    if unit.endswith("asked. "):
        assert [text[start:end] for start, end in spans] == [unit[start:end] for start, end in each] * many


@pytest.mark.parametrize("space", ["\u00a0", "\u2028", "\u2009", "\u3000", "\u00a0\u2009", "\x85"])
def test_a_wide_space_between_a_capital_and_a_full_stop_ends_no_program(space: str) -> None:
    text = f"We saw plan B{space}. It rained{space}."
    assert [text[start:end] for start, end in sentence_spans(text)][-1] == f"It rained{space}."
