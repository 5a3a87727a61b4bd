"""What a rule suggests is what its action says."""

from __future__ import annotations

import pytest

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
