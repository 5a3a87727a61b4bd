"""The formulas on our counts against textstat itself on a text that it counts right."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import pytest
from counted_texts import counted_text, counts_of, plain_figures

from authoring.prose import parse
from authoring.prose.formulas import FORMULAS, formulas, reading_time
from authoring.prose.measures import measures
from authoring.prose.syllables import _dictionary
from authoring.readability import engine
from authoring.readability.engine import textstat_formulas
from authoring.readability.stats import stats_of
from authoring.text.files import read_text

NEAR = 1e-9


def dictionary() -> list[str]:
    """Its words, without those in which textstat would see the end of a sentence."""
    words = (line.split(b" ")[0].decode("ascii") for line in _dictionary().split(b"\n"))
    return [word for word in words if word.isalpha()]


def test_figures_equal_those_of_textstat_over_three_hundred_articles(
    shared: Path, sample: Callable[[Sequence[Path], int], list[Path]]
) -> None:
    compared = 0
    for path in sample(sorted((shared / "data" / "articles").iterdir()), 330):
        text = counted_text(parse(read_text(path), path=path.name))
        document = parse(text, format="text")
        ours, shown = measures(document), stats_of(document).whole
        if ours["lix"] is None:
            continue  # too short to say
        assert ours["sentences"] == text.count(".")
        for name, value in plain_figures(text).items():
            assert ours[name] == pytest.approx(value, abs=NEAR), (path.name, name)
            assert shown[name] == pytest.approx(value, abs=NEAR), (path.name, name)
        compared += 1
    assert compared >= 300


def test_figures_equal_those_of_textstat_wherever_the_hundred_words_of_linsear_write_end() -> None:
    source = random.Random(20261122)
    known = dictionary()
    for _ in range(200):
        sentences = [source.sample(known, source.randrange(3, 40)) for _ in range(source.randrange(1, 9))]
        text = "\n".join(f"{' '.join(words)}." for words in sentences)
        counts = counts_of(sentences)
        ours = formulas(counts)
        for name, value in plain_figures(text).items():
            assert textstat_formulas()[name](counts) == pytest.approx(value, abs=NEAR), (name, text)
            assert (ours | {"reading_time": reading_time(counts)})[name] == pytest.approx(value, abs=NEAR), (name, text)


def test_counts_taken_apart_and_added_give_the_same_figures() -> None:
    source = random.Random(5)
    known = dictionary()
    for _ in range(50):
        sentences = [source.sample(known, source.randrange(1, 60)) for _ in range(source.randrange(2, 9))]
        cut = source.randrange(len(sentences) + 1)
        added = counts_of(sentences[:cut])
        added.add(counts_of(sentences[cut:]))
        assert formulas(added) == formulas(counts_of(sentences))


def test_every_name_that_the_formulas_of_textstat_use_is_known() -> None:
    """A textstat that counts by other functions is told at once, and not by a wrong figure."""
    assert version("textstat") == "0.7.13"
    assert set(textstat_formulas()) == {*FORMULAS, "reading_time"}


def test_a_textstat_that_is_built_anew_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    known = dict(engine._COUNTING)
    del known["count_long_words"]
    monkeypatch.setattr(engine, "_COUNTING", known)
    with pytest.raises(RuntimeError, match="rix uses count_long_words"):
        engine._on_counts.__wrapped__("rix")


def test_textstat_needs_neither_nltk_nor_the_network() -> None:
    program = """
import socket, sys
def closed(*_, **__):
    raise OSError("no network")
socket.socket = socket.create_connection = socket.getaddrinfo = closed
from authoring.prose import parse
from authoring.readability.stats import stats_of
found = stats_of(parse("The council voted to shut the old bridge by the harbour on Monday night. " * 12))
assert None not in found.whole.values(), found.whole
import textstat
assert textstat.syllable_count("readability") == 5
assert "nltk" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
