"""The narration of an article in one text, and the index of its words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from authoring.prose import parse
from authoring.prose.narrated import narrated

STORY = "# Boats\n\nThe *harbour* isn’t shut, “the harbour is open” she said.\n\n- A harbour &amp; a pier. Two boats.\n"


def test_words_are_found_in_narration_and_nowhere_else() -> None:
    document = parse(STORY)
    told = narrated(document)
    found = [told.span(place, place + 7).of(STORY) for place in told.at("harbour")]
    assert found == ["harbour", "harbour"]
    assert not list(told.at("open", "#"))


def test_several_words_come_in_order_of_place_with_straight_apostrophes() -> None:
    told = narrated(parse(STORY))
    assert [told.text[place : place + 4] for place in told.at("pier", "isn't", "two")] == ["isn’", "pier", "Two "]


def test_a_place_leads_to_its_sentence() -> None:
    told = narrated(parse(STORY))
    (place,) = told.at("boats")
    start, end = told.sentence_at(place)
    assert told.text[start:end] == "Two boats."


def test_it_is_made_once() -> None:
    document = parse(STORY)
    assert narrated(document) is narrated(document)


@given(st.text(alphabet="aİß“”’ \n-#*&;.X", max_size=80))
def test_every_word_of_any_text_lies_where_the_index_says(text: str) -> None:
    told = narrated(parse(text))
    for word, places in told.words.items():
        for place in places:
            assert told.text[place : place + len(word)].replace("İ", "I").replace("’", "'").lower() == word
            start, end = told.sentence_at(place)
            assert start <= place < end
