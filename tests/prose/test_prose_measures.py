"""What is counted for the readability figures; ``tests/readability`` compares the figures with textstat's."""

from __future__ import annotations

import random
import re
import subprocess
import sys
from importlib import import_module

import pytest
from pyphen import Pyphen

from authoring.prose import parse
from authoring.prose.counts import characters_of
from authoring.prose.easy_words import easy_words
from authoring.prose.formulas import FORMULAS
from authoring.prose.hyphens import hyphens
from authoring.prose.measures import measure_blocks, measures, measures_by_voice
from authoring.prose.syllables import _dictionary, dictionary_syllables, syllables
from authoring.readability.engine import textstat


def test_syllables_come_from_the_dictionary_or_else_from_hyphenation() -> None:
    assert [syllables(word) for word in ("Strengths", "don’t", "government", "Every")] == [1, 1, 3, 3]
    assert dictionary_syllables("brexitology") is None
    assert syllables("brexitology") > 1
    assert syllables("…") == 0


def test_a_text_too_short_to_say_has_counts_and_no_figures() -> None:
    found = measures(parse("The council met. It voted. It went home.\n\n- An item.\n\n# A heading\n"))
    assert (found["words"], found["sentences"], found["paragraphs"]) == (10, 4, 2)
    assert found["flesch_kincaid_grade"] is None


def test_one_paragraph_can_be_measured_apart() -> None:
    document = parse("The council met on Monday. It voted to shut the bridge. Then it went home.")
    assert measure_blocks(document.blocks, least_words=10)["flesch_kincaid_grade"] is not None


def test_speech_and_narration_are_measured_apart() -> None:
    document = parse("The council voted to shut the bridge. “We had no choice at all,” she said. He called it “rash”.")
    found = measures_by_voice(document)
    assert found["whole"]["words"] == 19
    assert found["narration"]["words"] == 11
    assert found["speech"]["words"] == 6


def test_words_are_hyphenated_as_pyphen_hyphenates_them() -> None:
    known = [line.split(" ")[0] for line in _dictionary().decode("ascii").split("\n") if line]
    source = random.Random(20261122)
    made = ["".join(source.choices("abcdefghijklmnopqrstuvwxyzéﬁ'-1", k=source.randrange(14))) for _ in range(2_000)]
    pyphen = Pyphen(lang="en_US")
    for word in (*source.sample(known, 4_000), *made, "", "a", "İ", "x" * 200):
        assert hyphens(word) == len(pyphen.positions(word)), word


def test_every_word_of_the_dictionary_is_found_in_it_and_no_other() -> None:
    lines = [line.split(" ") for line in _dictionary().decode("ascii").split("\n") if line]
    assert len(lines) > 120_000
    for word, count in (*lines[::97], lines[0], lines[-1]):
        assert dictionary_syllables(word) == int(count)
    for word in ("", " ", "zzzzz", "~", "aaaaaaa", "harbour harbour", "é", f"{lines[5][0]} {lines[5][1]}"):
        assert dictionary_syllables(word) is None


def test_pyphen_itself_is_asked_where_its_patterns_are_not_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("authoring.prose.hyphens._patterns", lambda: None)
    assert hyphens("hyphenation") == len(Pyphen(lang="en_US").positions("hyphenation")) > 0


def test_easy_words_are_those_of_textstat_and_reading_them_does_not_import_it() -> None:
    program = """
import sys
from importlib import import_module
from authoring.prose import parse
from authoring.prose.measures import measures
assert measures(parse("The council voted to shut the old bridge by the harbour on Monday. " * 12))["lix"] is not None
assert not {name.split(".")[0] for name in sys.modules} & {"textstat", "nltk", "pyphen"}
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    textstat()
    get_lang_easy_words = import_module("textstat.backend.utils").get_lang_easy_words
    assert easy_words() == get_lang_easy_words("en_US")


def test_an_address_of_a_page_and_the_label_of_a_speaker_are_no_words() -> None:
    assert measures(parse("https://example.com/a/b-c?d=e"))["words"] == 0
    assert measures(parse("See https://example.com/a/b-c?d=e, or www.example.com. Now."))["words"] == 3
    talk = "**INT:** What is it?\n\n**Ana Ruiz:** It is a thing.\n\n**INT:** Why?\n\n**Ana Ruiz:** Because I say so.\n"
    assert measures(parse(talk))["words"] == 3 + 4 + 1 + 4


@pytest.mark.parametrize("text", ["", "🙂 🙂", "…", "https://example.com", "Hello", "1234567890", "\x00", "Q. R."])
def test_what_is_no_prose_has_no_figures(text: str) -> None:
    found = measures(parse(text))
    assert all(found[name] is None for name in FORMULAS)
    assert found["words"] in {0, 1, 2}


def test_a_word_of_two_million_letters_is_counted() -> None:
    found = measures(parse("a" * 2_000_000))
    assert (found["words"], found["sentences"]) == (1, 1)


def test_words_without_the_ends_of_sentences_have_no_figures() -> None:
    found = measures(parse("the council and the old bridge and the harbour " * 300 + ". It met. It voted."))
    assert (found["words"], found["sentences"]) == (2_704, 3)
    assert all(found[name] is None for name in FORMULAS)


@pytest.mark.parametrize("text", ["", " ", "a b", "a\u00a0b", "a\tb\u2003c\nd", "“é” 🙂  \u200b", "a\x1fb", "\u0085 x"])
def test_characters_are_all_but_blank_space(text: str) -> None:
    assert characters_of(text) == len(re.sub(r"\s", "", text))
