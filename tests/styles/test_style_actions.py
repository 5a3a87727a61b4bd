"""What a rule suggests is what its action says."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.config import Config
from authoring.prose import parse
from authoring.runner import lint
from authoring.styles.actions import suggested
from authoring.styles.casing import recased, sentence_case, title_case


@pytest.mark.parametrize(
    ("name", "params", "words", "suggestions"),
    [
        ("replace", ["a", "b"], "c", ("a", "b")),
        ("replace", ["$2 of $1, $0, $$"], "a b", ("b of a, a b, $",)),
        ("remove", [], "very ", ("",)),
        ("convert", ["simple"], "camelCase", ("camel case",)),
        ("edit", ["trim_right", "!"], "Now!", ("Now",)),
        ("edit", ["regex", r"(\w+) (\w+)", "$2 $1"], "one two", ("two one",)),
        ("edit", ["split", " ", "1"], "very best", ("best",)),
        ("edit", ["split", " ", "7"], "very best", ()),
        ("edit", ["truncate", " "], "the the", ("the",)),
        ("edit", ["remove", "-", "upper"], "a-b", ("AB",)),
        ("edit", ["wrap", "“"], "so", ("“so“",)),
        ("edit", ["unwrap", '"'], '"so"', ("so",)),
        ("edit", ["prefix", "non-", "suffix", "s"], "word", ("non-words",)),
        ("edit", ["squeeze"], "a  b", ("a b",)),
        ("edit", ["kebab"], "Two words", ("two-words",)),
        ("edit", ["camel"], "two words", ("twoWords",)),
        ("edit", ["title"], "the end of it", ("The End of It",)),
        ("edit", ["sentence"], "The End Of It", ("The end of it",)),
    ],
)
def test_an_action_suggests(name: str, params: list[str], words: str, suggestions: tuple[str, ...]) -> None:
    assert suggested(name, params, words, ("a", "b")) == suggestions


@pytest.mark.parametrize(
    ("replacement", "observed", "made"),
    [
        ("person", "Man", "Person"),
        ("person", "MAN", "PERSON"),
        ("Person", "man", "person"),
        ("fire fighter", "Fireman", "Fire fighter"),
        ("macOS", "MacOs", "macOS"),
    ],
)
def test_a_replacement_takes_over_a_uniform_case(replacement: str, observed: str, made: str) -> None:
    assert recased(replacement, observed) == made


def test_headings_are_cased_with_the_words_of_a_vocabulary() -> None:
    assert sentence_case("The iphone And NASA", ["iPhone", "NASA"]) == "The iPhone and NASA"
    assert title_case("a word about the iphone", ["iPhone"]) == "A Word About the iPhone"
    assert title_case("a word about it", chicago=True) == "A Word about It"


@pytest.mark.parametrize(
    ("key", "value", "text", "suggestions"),
    [
        ("prior to", "before", "Prior to May it closed.", ("Before",)),
        ("prior to", "before", "It closed prior to May.", ("before",)),
        ("Web site", "web site", "The Web site closed.", ("web site",)),
        ("cross[- ]over", "crossing|junction", "A cross-over closed.", ("crossing", "junction")),
        ("reach(?:es|ed) out to", "ask", "He reached out to Ruiz.", ()),
    ],
)
def test_a_swap_suggests_what_fits_the_words_that_are_there(
    tmp_path: Path, key: str, value: str, text: str, suggestions: tuple[str, ...]
) -> None:
    folder = tmp_path / "Desk"
    folder.mkdir()
    (folder / "Swap.yml").write_text(
        f"extends: substitution\nmessage: x\nignorecase: true\nswap:\n  '{key}': {value}\n"
    )
    config = Config(styles=(str(folder),), select=frozenset({"Desk"}))
    text = f"The pier is old, and it is closed. {text}"
    (finding,) = lint(parse(text, path="a.md"), config)
    assert tuple(edit.text for edit in finding.suggestions) == suggestions
