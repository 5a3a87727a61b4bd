"""What counts as a misspelling among the words that LanguageTool does not know."""

from __future__ import annotations

import pytest

from authoring.grammar.misspelling import about_variant, is_misspelling


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("goverment", "government"),
        ("recieve", "receive"),
        ("seperate", "separate"),
        ("tommorow", "tomorrow"),
        ("accomodation", "accommodation"),
        ("teh", "the"),
        ("supercede", "supersede"),
    ],
)
def test_a_slip_in_a_common_word_is_a_misspelling(word: str, meant: str) -> None:
    """A letter too many, missing, swapped or heard wrongly."""
    assert is_misspelling(word, [meant], opens=False)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("systemd", "system"),  # a trade term, one letter longer at its end
        ("baile", "bail"),  # a word of another language
        ("pizzaiolos", "pizzas"),
        ("judgement", "judgment"),  # the other English
        ("zypper", "zipper"),
        ("iOS", "ion"),
        ("mp3s", "maps"),
    ],
)
def test_terms_and_foreign_words_are_no_misspellings(word: str, meant: str) -> None:
    """Most of what a dictionary does not know is meant as it stands."""
    assert not is_misspelling(word, [meant], opens=False)


def test_a_capital_inside_a_sentence_makes_a_name_unless_all_know_the_name() -> None:
    """A Govermento may exist; a Febuary does not."""
    assert not is_misspelling("Govermant", ["Government"], opens=False)
    assert is_misspelling("Govermant", ["Government"], opens=True)
    assert is_misspelling("Febuary", ["February"], opens=False)
    assert not is_misspelling("Mondale", ["Monday"], opens=False)


def test_a_day_or_a_country_without_its_capital_is_a_slip() -> None:
    """LanguageTool takes these for unknown words."""
    assert is_misspelling("tuesday", ["Tuesday"], opens=False)
    assert is_misspelling("german", ["German", "germane"], opens=False)
    assert not is_misspelling("emacs", ["Emacs"], opens=False)


def test_short_capitals_at_the_head_of_a_sentence_stay_names() -> None:
    """Many names of five letters are one letter off a word."""
    assert not is_misspelling("Lotte", ["Little"], opens=True)


def test_a_message_about_the_other_english_is_known() -> None:
    """So that neither spelling is marked where no variant is asked for."""
    assert about_variant("Possible spelling mistake. ‘centre’ is British English.")
    assert not about_variant("Possible spelling mistake found.")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("distributedly", "distributed"), ("incepting", "inception"), ("collaborativity", "collaboratively")],
)
def test_a_word_that_anybody_may_coin_is_meant_as_it_stands(word: str, meant: str) -> None:
    """Its ending makes new words, and what LanguageTool offers has another."""
    assert not is_misspelling(word, [meant], opens=False)


def test_a_slip_before_such_an_ending_is_still_one() -> None:
    """What is offered has the same ending."""
    assert is_misspelling("writting", ["writing"], opens=False)
    assert is_misspelling("visablity", ["visibility"], opens=False)


def test_a_slip_in_the_most_frequent_words_is_one_also_at_the_head_of_a_sentence() -> None:
    """Nobody is called Teh at the head of so many sentences as mean The."""
    assert is_misspelling("Teh", ["The"], opens=True)
    assert not is_misspelling("Teh", ["The"], opens=False)
