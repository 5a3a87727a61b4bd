"""What is measured of an article: whole, by voice, by speaker, by section, by paragraph, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from authoring.prose import parse
from authoring.prose.formulas import FORMULAS
from authoring.prose.measures import measures, measures_by_voice
from authoring.readability.stats import LEAST_PARAGRAPH, stats_of
from authoring.text.files import read_text

PLAIN = "The council voted on Monday to shut the old bridge by the harbour for good. "
ARTICLE = f"""\
# Bridge to shut

{PLAIN * 4}

“We had no choice at all in this,” said Ana Ruiz, the harbor master. He called it “rash”.

## Why now

{PLAIN * 9}

- {PLAIN}

> {PLAIN}

| Year | Cost |
|---|---|
| 2024 | 3 million dollars in all |

    code that nobody reads

![A bridge at dusk](bridge.jpg)
"""


def test_headlines_captions_tables_and_code_are_no_prose() -> None:
    assert stats_of(parse(ARTICLE)).whole["words"] == 15 * 15 + 18


def test_lint_and_stats_measure_the_same(shared: Path) -> None:
    paths = sorted((shared / "data" / "articles").iterdir())[::25] + sorted((shared / "seeds").rglob("*.md"))
    for path in paths:
        document = parse(read_text(path), path=path.name)
        found, by_voice = stats_of(document), measures_by_voice(document)
        assert by_voice["whole"] == measures(document)
        for voice, shown in (("whole", found.whole), ("narration", found.narration), ("speech", found.speech)):
            assert by_voice[voice] == pytest.approx(dict(shown), abs=1e-9), (path, voice)


def test_speech_is_shared_out_to_those_who_are_named() -> None:
    found = stats_of(parse(ARTICLE))
    assert found.share_of_speech == pytest.approx((8 + 1 + 15) / (15 * 15 + 18))
    (ruiz,) = found.speakers
    assert (ruiz.name, ruiz.measures["words"], ruiz.measures["lix"]) == ("Ana Ruiz", 8, None)
    assert ruiz.span.of(ARTICLE) == "We had no choice at all in this"


def test_the_answers_of_an_interview_are_speech_and_its_questions_are_neither() -> None:
    talk = f"**INT:** What did you do?\n\n**Ana Ruiz:** {PLAIN * 8}\n\n**INT:** Why?\n\n**Ana Ruiz:** {PLAIN}\n"
    found = stats_of(parse(talk))
    (ruiz,) = found.speakers
    assert (ruiz.name, ruiz.measures["words"]) == ("Ana Ruiz", 135)
    assert ruiz.measures["lix"] == found.speech["lix"] is not None
    assert (found.narration["words"], found.speech["words"], found.whole["words"]) == (0, 135, 140)


def test_sections_are_what_stands_under_the_headings() -> None:
    found = stats_of(parse(ARTICLE))
    assert [(each.name, each.measures["words"]) for each in found.sections] == [
        ("Bridge to shut", 15 * 4 + 18),
        ("Why now", 15 * 11),
    ]
    assert found.sections[1].span.of(ARTICLE).startswith("## Why now")
    assert found.sections[1].measures["lix"] is not None
    assert stats_of(parse(f"# One headline\n\n{PLAIN}\n")).sections == ()
    assert [each.name for each in stats_of(parse(f"{PLAIN}\n\n# Late\n\n{PLAIN}")).sections] == ["", "Late"]


def test_paragraphs_are_measured_from_a_few_words_on() -> None:
    found = stats_of(parse(ARTICLE)).paragraphs
    assert [each.measures["words"] for each in found] == [60, 18, 135, 15, 15]
    assert [each.measures["lix"] is not None for each in found] == [True, False, True, False, False]
    assert found[0].name == "The council voted on Monday to shut the …"
    assert all(each.span.of(ARTICLE).lstrip("->“ ")[:2] in {"Th", "We"} for each in found)
    assert LEAST_PARAGRAPH < 60


def test_every_sentence_has_its_length_and_its_voice() -> None:
    found = stats_of(parse(ARTICLE)).sentences
    assert [(each.words, each.spoken) for each in found[3:8]] == [(15, False), (14, True), (4, False)] + [
        (15, False)
    ] * 2
    assert found[4].span.of(ARTICLE) == "“We had no choice at all in this,” said Ana Ruiz, the harbor master."
    assert found[-1].spoken


@pytest.mark.parametrize("text", ["", " \n", "🙂", "…", "https://example.com/a?b=c", "Hello", "2026", "A b. C d. E f."])
def test_what_is_too_short_to_say_has_no_figures(text: str) -> None:
    found = stats_of(parse(text))
    for part in (found.whole, found.narration, found.speech):
        assert all(part[name] is None for name in FORMULAS)
    assert found.share_of_speech in {None, 0}


def test_two_million_characters_are_measured() -> None:
    once, often = (stats_of(parse("\n\n".join([PLAIN * 20] * times))).whole for times in (1, 1_400))
    assert often["words"] == 15 * 20 * 1_400
    assert often["flesch_kincaid_grade"] == pytest.approx(once["flesch_kincaid_grade"])


def test_without_its_parts_the_figures_are_the_same() -> None:
    document = parse(ARTICLE)
    whole, brief = stats_of(document), stats_of(document, parts=False)
    assert (brief.whole, brief.narration, brief.speech) == (whole.whole, whole.narration, whole.speech)
    assert brief.share_of_speech == whole.share_of_speech
    assert brief.speakers == brief.sections == brief.paragraphs == ()
