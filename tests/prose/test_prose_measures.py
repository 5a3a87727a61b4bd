"""Readability figures against textstat, given the same dictionary and the same counts."""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pyphen import Pyphen

from authoring.prose import parse
from authoring.prose.hyphens import hyphens
from authoring.prose.measures import measure_blocks, measures, measures_by_voice
from authoring.prose.syllables import _dictionary, dictionary_syllables, plain_word, syllables
from authoring.text.files import read_text

FORMULAS = ("flesch_reading_ease", "flesch_kincaid_grade", "coleman_liau_index", "lix", "rix", "smog_index")


class Dictionary(dict[str, list[list[str]]]):
    """Our counts in the shape in which textstat expects NLTK's dictionary."""

    def __missing__(self, word: str) -> list[list[str]]:
        count = dictionary_syllables(word)
        if count is None:
            raise KeyError(word)
        return [["AA1"] * count or ["B"]]


@pytest.fixture
def textstat(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    textstat = importlib.import_module("textstat")
    found = Dictionary()
    for name, module in list(sys.modules.items()):
        if name.startswith("textstat.backend") and hasattr(module, "get_cmudict"):
            monkeypatch.setattr(module, "get_cmudict", lambda language: found, raising=True)
    yield textstat


def test_the_formulas_equal_those_of_textstat(
    textstat: object, shared: Path, sample: Callable[[Sequence[Path], int], list[Path]]
) -> None:
    compared = 0
    chosen = sample(sorted((shared / "data" / "articles").iterdir()), 50)
    for path in chosen:
        document = parse(read_text(path), path=path.name)
        sentences = [
            " ".join(filter(None, (plain_word(word.text) for word in sentence.words)))
            for block in document.blocks
            for sentence in block.sentences
        ]
        # A full stop after a common word is the only mark, so that textstat finds the same sentences.
        kept = [f"Then {words} again." for words in sentences if words.count(" ") > 1]
        text = "\n\n".join(kept)
        ours = measures(parse(text, format="text"))
        if (ours["words"] or 0) < 100 or len(kept) < 3:
            continue  # too short to say
        assert ours["sentences"] == len(kept)
        for name in FORMULAS:
            value = ours[name]
            assert value is not None
            assert value == pytest.approx(getattr(textstat, name)(text), abs=1e-9), (path.name, name)
        compared += 1
    assert compared > 0.9 * len(chosen)


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
