"""Tokens: abbreviations, names, marks and words with two uses, each with the right letter."""

from __future__ import annotations

import pytest
from attribution_reading import row, scenes, speakers

from authoring.prose.attribution import lexicon as lex
from authoring.prose.attribution.cue_words import cue_words


def letters(text: str) -> list[tuple[str, str]]:
    """The words of a text with their letters."""
    found = row(text)
    return list(zip(found.words, found.tags, strict=True))


def letter(text: str, word: str) -> str:
    """The letter of a word that a text holds once."""
    (found,) = [tag for one, tag in letters(text) if one == word]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Vera Hale said no.",
        "Rep. Vera Hale, D-Vt., said no.",
        "Vera J. Hale said no.",
        "Dr. Hale of Erie, Pa., said no.",
        "U.S. officials said no.",
        "Det. Insp. Hale of the St. Ives station said no.",
    ],
)
def test_the_point_of_an_abbreviation_ends_no_sentence(text: str) -> None:
    assert len(scenes(text)) == 1
    assert row(text).tags.count(".") == 1


def test_a_point_after_a_word_is_a_mark_of_its_own() -> None:
    assert row("Hale left. Moor stayed.").tags.count(".") == 2


@pytest.mark.parametrize(("text", "name"), [("WHO said the fever was over.", "WHO"), ("US aides said so.", "US aides")])
def test_capitals_throughout_make_a_name_even_of_a_pronoun(text: str, name: str) -> None:
    assert row(text).tags[0] == lex.NAME
    assert scenes(text)[0].kinds[0] == "X"
    assert row(text).text.startswith(name)


def test_the_i_is_a_newspaper_only_after_its_article() -> None:
    assert letter("Hale told the i that it was over.", "i") == lex.NAME
    assert letter("Hale and i said so.", "i") == lex.PRONOUN
    assert speakers("The i reported that the ward was shut.") == ["The i"]


def test_an_owner_and_its_ending_are_two_tokens() -> None:
    assert letters("The port’s spokesman")[1:3] == [("port", lex.NOUN), ("'s", lex.GENITIVE)]
    assert letters("the nurses’ union")[1:3] == [("nurses", lex.PERSON), ("'s", lex.GENITIVE)]


@pytest.mark.parametrize("word", ["he’s", "that’s", "it’s", "who's"])
def test_a_pronoun_with_its_verb_is_no_owner(word: str) -> None:
    assert len(row(f"{word} late").tags) == 2


def test_a_short_parenthesis_is_one_token_and_part_of_the_name_before() -> None:
    (scene,) = scenes("Vera Hale (D-Vt.) said no.")
    assert scene.kinds.startswith("Xc")
    assert scene.tags(0) == "NNP"


def test_a_parenthesis_that_holds_a_quotation_is_opened() -> None:
    assert lex.PARENTHESIS not in row("Hale (who said “never again”) left.").tags


def test_money_is_a_number() -> None:
    assert row("$4 million and £4.50").tags[:2] == "mm"
    assert row("about £4.50").tags == "imm"


def test_every_quotation_is_one_token() -> None:
    found = row("“One,” Hale said. “Two. And three!”")
    assert found.tags.count(lex.QUOTED) == 2


def test_square_brackets_change_nothing() -> None:
    assert row("Hale [the nurse] said").tags == row("Hale the nurse said").tags


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("the claims are false", "claims", lex.NOUN),
        ("Hale claims that it is false", "claims", lex.CUE),
        ("“It is false,” notes Hale", "notes", lex.CUE),
        ("he notes it is false", "notes", lex.CUE),
        ("her notes are false", "notes", lex.NOUN),
        ("Hale wants to say it", "say", lex.CUE_BASE),
        ("nurses say it is shut", "say", lex.CUE_BASE),
        ("it is a long hearing", "hearing", lex.NOUN),
        ("the leased boats were old", "leased", lex.ADJECTIVE),
        ("the official said no", "official", lex.PERSON),
        ("the official report says no", "official", lex.ADJECTIVE),
        ("her son left", "her", lex.POSSESSIVE),
        ("she told her that it was over", "her", lex.OBJECT),
        ("then Black said no", "black", lex.NAME),
        ("Black said no", "black", lex.NAME),
        ("Fortunately, she said no", "fortunately", lex.ADVERB),
        ("two years after", "two", lex.NUMBER),
        ("in 1998 it sank", "1998", lex.NUMBER),
        ("it sank on Friday", "friday", lex.TIME),
    ],
)
def test_words_with_two_uses_are_settled_by_their_neighbours(text: str, word: str, tag: str) -> None:
    assert letter(text, word) == tag


@pytest.mark.parametrize(
    "forms",
    [
        "say says said saying",
        "tell tells told telling",
        "reply replies replied replying",
        "admit admits admitted admitting",
        "tweet tweets tweeted tweeting",
        "confess confesses confessed confessing",
        "write writes wrote writing",
    ],
)
def test_every_form_of_a_reporting_verb_is_known_by_its_verb(forms: str) -> None:
    verbs = {cue_words()[form].verb for form in forms.split()}
    assert verbs == {forms.split(maxsplit=1)[0]}


def test_verbs_of_minding_carry_no_quotation_and_quoting_verbs_no_clause() -> None:
    assert not cue_words()["hopes"].quotes
    assert cue_words()["hopes"].reports
    assert cue_words()["laughed"].quotes
    assert not cue_words()["laughed"].reports


@pytest.mark.parametrize(
    ("noun", "many"), [("spokesman", "spokesmen"), ("deputy", "deputies"), ("coach", "coaches"), ("boy", "boys")]
)
def test_plurals_of_persons_are_made_by_rule(noun: str, many: str) -> None:
    assert lex.plural(noun) == many
    assert lex.words()[many] == lex.PERSON


def test_tokens_stand_in_order_and_cover_every_letter() -> None:
    text = "Dr. Vera Hale’s son (12) told the i: “It’s £4.50!” — and, at 3.15 p.m., left… for U.S. soil."
    found = row(text)
    assert list(found.starts) == sorted(found.starts)
    assert all(
        start < end <= after for start, end, after in zip(found.starts, found.ends, found.starts[1:], strict=False)
    )
    left = set(range(len(text))) - {
        place for one in zip(found.starts, found.ends, strict=True) for place in range(*one)
    }
    assert not any(text[place].isalnum() for place in left)
