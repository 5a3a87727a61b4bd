"""Quotations without a tag of their own: what the sentences and paragraphs around them tell."""

from __future__ import annotations

import pytest
from attribution_reading import answer_to, answers, said, speakers, who

from authoring.prose import parse


def step(text: str, words: str) -> str:
    """The step that tied some words of a text to their speaker."""
    found = answer_to(text, words)
    assert found is not None
    start = text.index(words)
    return next(one for segment, one in zip(found.segments, found.steps, strict=True) if start in segment)


def test_a_bare_quotation_carries_on_the_one_before_it_in_its_paragraph() -> None:
    text = "“The roof went first,” said Hale. “Then the walls. Then I ran.”"
    assert said(text) == [("“The roof went first,”", "“Then the walls. Then I ran.”")]
    assert step(text, "Then the walls") == "carries on"


def test_an_interrupted_quotation_is_one_answer_in_segments() -> None:
    assert said("“The roof,” said Hale, “went first. Then the walls.”") == [
        ("“The roof,”", "“went first. Then the walls.”")
    ]


def test_a_bare_quotation_before_the_first_tag_belongs_to_that_tag() -> None:
    text = "“The roof went first.” “And then the walls,” said Hale."
    assert speakers(text) == ["Hale", "Hale"]
    assert step(text, "The roof") == "leads on"


def test_a_bare_quotation_after_a_report_is_the_reporters() -> None:
    text = "Hale said the roof had gone first. “Then I ran.”"
    assert who(text, "Then I ran") == "Hale"
    assert step(text, "Then I ran") == "after a report"


def test_a_bare_quotation_after_a_sentence_about_somebody_is_theirs() -> None:
    text = "Hale was in tears. “They promised us a wall.”"
    assert who(text, "They promised") == "Hale"
    assert step(text, "They promised") == "after its subject"


def test_a_paragraph_that_opens_with_a_bare_quotation_goes_on_with_the_quotation_above() -> None:
    text = "“The roof went first,” said Hale.\n\n“Then I ran.”"
    assert who(text, "Then I ran") == "Hale"
    assert step(text, "Then I ran") == "from above"


def test_a_paragraph_below_one_that_ends_in_a_report_goes_on_with_it() -> None:
    text = "Hale said the roof had gone first.\n\n“Then I ran.”"
    assert who(text, "Then I ran") == "Hale"
    assert step(text, "Then I ran") == "from a report above"


def test_a_paragraph_below_a_colon_is_its_subjects() -> None:
    assert who("Hale wrote to the council on Friday:\n\n“The roof has gone. We are next.”", "The roof") == "Hale"


def test_narration_above_names_nobody() -> None:
    assert who("Hale lost her house in May.\n\nThe street is still shut.\n\n“The roof went first.”", "The roof") is None


def test_narration_at_the_end_of_the_paragraph_above_ends_the_speech() -> None:
    text = "“The roof went first,” said Hale. It was dark by then, and the street was under water.\n\n“Get out now.”"
    assert who(text, "Get out now") is None


def test_a_quotation_that_runs_over_paragraphs_is_one_answer() -> None:
    text = "“The roof went first,” said Hale. “I ran.\n\n“Then the walls went.\n\n“Then nothing was left.”"
    found = answers(text)
    assert [one.speaker.text if one.speaker else None for one in found] == ["Hale"]
    assert len(found[0].segments) == 4
    assert found[0].steps == ("after", "carries on", "runs on", "runs on")


def test_a_tag_in_a_later_paragraph_names_the_speaker_of_the_whole_quotation() -> None:
    text = "“The roof went first.\n\n“Then the walls went.\n\n“Then nothing was left,” Hale said."
    assert {who(text, words) for words in ("The roof", "Then the walls", "Then nothing")} == {"Hale"}
    assert len(answers(text)) == 1


def test_a_tag_in_a_later_paragraph_beats_whoever_spoke_above() -> None:
    text = "“The gate was open,” said Moor.\n\n“The roof went first.\n\n“Then the walls went,” Hale said."
    assert who(text, "The gate") == "Moor"
    assert who(text, "The roof") == who(text, "Then the walls") == "Hale"


def test_a_tag_in_the_paragraph_beats_whoever_spoke_above() -> None:
    text = "“The gate was open,” said Moor.\n\n“It was shut,” said Hale."
    assert who(text, "It was shut") == "Hale"


def test_two_speakers_in_one_paragraph_keep_their_words_apart() -> None:
    text = "“You can hear it,” said Hale. “A kind of hum.” Her neighbour shrugged. “I sleep well,” said Moor. “Always.”"
    assert said(text) == [("“You can hear it,”", "“A kind of hum.”"), ("“I sleep well,”", "“Always.”")]
    assert speakers(text) == ["Hale", "Moor"]


def test_question_and_answer_with_a_tag_each() -> None:
    text = "“Who pays?” asked Hale. “You do,” said Moor. “I thought so,” said Hale."
    assert speakers(text) == ["Hale", "Moor", "Hale"]


@pytest.mark.parametrize("between", ["## What came after", "![A street under water](street.jpg)"])
def test_a_tag_below_a_heading_or_a_picture_still_names_its_own_quotation(between: str) -> None:
    text = f"“The gate was open,” said Moor.\n\n{between}\n\n“It was shut,” said Hale."
    found = parse(text, format="markdown").attributions
    assert [one.speaker.text if one.speaker else None for one in found] == ["Moor", "Hale"]


def test_a_picture_between_two_paragraphs_does_not_part_a_quotation_from_its_speaker() -> None:
    text = "“The gate was open,” said Moor.\n\n![A street under water](street.jpg)\n\n“We all saw it.”"
    found = parse(text, format="markdown").attributions
    assert [one.speaker.text if one.speaker else None for one in found] == ["Moor", "Moor"]


def test_code_and_captions_hold_no_speech() -> None:
    text = "```\nprint(“Hale said no”)\n```\n\n![Hale said: “The gate was open all night.”](gate.jpg)\n"
    assert parse(text, format="markdown").attributions == ()


def test_a_list_item_is_read_like_a_paragraph() -> None:
    found = parse("- “The gate was open,” said Moor.\n- “It was shut,” said Hale.\n", format="markdown").attributions
    assert [one.speaker.text if one.speaker else None for one in found] == ["Moor", "Hale"]


def test_an_unclosed_quotation_spoils_no_later_paragraph() -> None:
    text = "“The gate was open, said Moor.\n\nNobody knew.\n\n“It was shut,” said Hale. “All night.”"
    assert who(text, "It was shut") == who(text, "All night") == "Hale"
