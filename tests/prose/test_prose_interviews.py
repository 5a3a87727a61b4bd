"""Who speaks in interviews and transcripts, as their layout tells it."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from authoring.prose import BlockKind, Document, Voice, parse
from authoring.prose.layout.interviewee import interviewee
from authoring.prose.layout.labels import label_of
from authoring.prose.layout.people import People
from authoring.prose.raw import RawBlock

ROOT = Path(__file__).parents[2]
SHARED = ROOT / "../shared/data"


def turns(text: str, path: str = "") -> list[tuple[str, str | None]]:
    return [(block.voice.value, block.speaker) for block in parse(text, path=path).blocks]


def label(words: str) -> tuple[str, str] | None:
    block = RawBlock(BlockKind.PARAGRAPH, 0, len(words))
    found = label_of(block, words)
    return (found.name, words[found.length :]) if found else None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Ann Low: Yes.", ("Ann Low", "Yes.")),
        ("Ludwig van Beeck (laughs): Yes.", ("Ludwig van Beeck", "Yes.")),
        ("Élodie Roy: Yes.", ("Élodie Roy", "Yes.")),
        ("THE MAYOR (smiling): Yes.", ("THE MAYOR", "Yes.")),
        ("Speaker 1: Yes.", ("Speaker 1", "Yes.")),
        ("SPEAKER_00: Yes.", ("SPEAKER_00", "Yes.")),
        ("[00:01:02] Ann: Yes.", ("Ann", "Yes.")),
        ("0:12 Ann: Yes.", ("Ann", "Yes.")),
        (">> ANN: Yes.", ("ANN", "Yes.")),
        ("Ann Low: 00:12", ("Ann Low", "")),
        ("Ann Low 00:12:01", ("Ann Low", "")),
        ("Q. Why?", ("Q", "Why?")),
        ("A: So.", ("A", "So.")),
        ("Question 3: Why?", ("Q", "Why?")),
        ("He said: yes.", None),
        ("At 10:30 she left.", None),
        ("Ann Low left at 10:30 in the morning.", None),
        ("A boat left.", None),
    ],
)
def test_labels_are_read(words: str, wanted: tuple[str, str] | None) -> None:
    assert label(words) == wanted


def test_a_short_label_gets_the_full_name_that_another_label_or_the_article_gives() -> None:
    text = (
        "We met Ana Ruiz, a hydrologist, and Noor Haddad put the questions.\n\n**Noor:** Why now?\n\n"
        "**AR:** It rained.\n\n"
        "**Noor:** And then?\n\n**Ruiz:** It rained again.\n"
    )
    assert [name for _, name in turns(text)] == [None, "Noor Haddad", "Ana Ruiz", "Noor Haddad", "Ana Ruiz"]


def test_a_label_may_say_its_short_form() -> None:
    text = "**Xin Ode (XO):** Why?\n\n**Bo Lind (BL):** So.\n\n**XO:** And?\n\n**BL:** So.\n"
    assert [name for _, name in turns(text)] == ["Xin Ode", "Bo Lind", "Xin Ode", "Bo Lind"]


def test_a_name_that_two_people_bear_is_left_as_it_is() -> None:
    text = "Ana Ruiz and Eva Ruiz came.\n\nRuiz: Yes.\n\nLind: No.\n\nRuiz: Yes.\n\nLind: No.\n"
    assert [name for _, name in turns(text, "a.txt")][1:] == ["Ruiz", "Lind", "Ruiz", "Lind"]


@pytest.mark.parametrize(
    ("name", "told", "wanted"),
    [
        ("AnaRuiz", "It was Ana Ruiz.", "Ana Ruiz"),
        ("MarioJLucero", "It was Mario J. Lucero.", "Mario J. Lucero"),
        ("Simon", "At State University Simon Ličen spoke.", "Simon Ličen"),
        ("Patrick", "Hi, I’m Patrick.", "Patrick"),
        ("Titley", "Interviewee David Titley waits.", "David Titley"),
        ("Low", "When Low left, it rained.", "Low"),
        ("Harbour", "Harbour Monday.", "Harbour"),
        ("JOT", "Jeremy Olmsted-Thompson spoke.", "Jeremy Olmsted-Thompson"),
    ],
)
def test_the_article_gives_the_longer_name_or_none(name: str, told: str, wanted: str) -> None:
    found = label_of(RawBlock(BlockKind.PARAGRAPH, 0, 0), f"{name}: yes")
    assert found is not None
    assert People([found], "", told).name(name) == wanted


def test_the_label_is_the_words_of_the_file_that_name_the_speaker() -> None:
    text = "**Ana Ruiz (AR)**: Why?\n\n**[00:10] BL:** So.\n\n**AR: And?**\n\n**[00:20] BL:** So.\n"
    labels = [block.label.of(text) for block in parse(text).blocks if block.label]
    assert labels == ["Ana Ruiz", "BL", "AR", "BL"]


@pytest.mark.parametrize(
    ("front", "headline", "intro", "answer", "wanted"),
    [
        ({}, "The pier", "We spoke with Ana Ruiz, head of the Port Authority, about it.", "Yes.", "Ana Ruiz"),
        ({}, "The pier", "We sat down with hydrologist Ana Ruiz of Harbour University to talk.", "Yes.", "Ana Ruiz"),
        ({}, "The pier", "Noor Haddad recently talked to Director Ana Ruiz.", "Yes.", "Ana Ruiz"),
        ({}, "Five questions for Ana Ruiz", "It rained.", "Yes.", "Ana Ruiz"),
        ({}, "Q&A with the Port Authority’s Ana Ruiz", "It rained.", "Yes.", "Ana Ruiz"),
        ({}, "Ana Ruiz: mending the pier", "Ruiz mends piers.", "Yes.", "Ana Ruiz"),
        ({"title": "Ana Ruiz"}, "Ana Ruiz", "", "I build boats.", "Ana Ruiz"),
        ({}, "The pier", "It rained.", "My name is Ana Ruiz and I build boats.", "Ana Ruiz"),
        ({"interviewee": "Ana Ruiz"}, "The pier", "We spoke with Bo Lind.", "Yes.", "Ana Ruiz"),
        ({}, "The pier", "Questions were put by Noor Haddad, and answered by engineer Ana Ruiz.", "Yes.", "Ana Ruiz"),
        ({}, "The pier", "We spoke with Ana Ruiz and Bo Lind.", "Yes.", ""),
        ({}, "The pier", "We spoke with people at the Harbour University.", "Yes.", ""),
        ({}, "Webinar Recap: The Pier", "It rained.", "Yes.", ""),
        ({}, "The pier", "It rained.", "Yes.", ""),
    ],
)
def test_the_one_who_answers_is_named_where_it_is_clear(
    front: dict[str, str], headline: str, intro: str, answer: str, wanted: str
) -> None:
    assert interviewee(front, headline, [intro], [answer]) == wanted


def test_answers_without_a_label_are_the_interviewees() -> None:
    text = "We spoke with Ana Ruiz.\n\n**What do you do?**\n\nI build boats.\n\nMany.\n\n**Why?**\n\nMy mother did.\n"
    assert turns(text) == [
        ("narration", None),
        ("question", None),
        ("answer", "Ana Ruiz"),
        ("answer", "Ana Ruiz"),
        ("question", None),
        ("answer", "Ana Ruiz"),
    ]


def test_the_writer_has_the_last_word() -> None:
    text = (
        "We spoke with Ana Ruiz.\n\n**What do you do?**\n\nI build boats.\n\n**Why?**\n\nMy mother did.\n\n"
        "Ruiz will speak at the pier on Friday.\n\nDoors open at noon.\n"
    )
    assert [voice for voice, _ in turns(text)][-2:] == ["narration", "narration"]


def test_bold_words_of_the_asker_that_are_no_question_are_the_askers() -> None:
    text = "**MK: Why now?**\n\n**AR:** It rained.\n\n**MK: Tell us more about it.**\n\n**AR:** It rained again.\n"
    assert [voice for voice, _ in turns(text)] == ["question", "answer"] * 2


def test_an_answer_that_lost_its_label_is_the_only_interviewees() -> None:
    text = "**MK: Why now?**\n\n**Ann Low:** It rained.\n\n**MK: And then?**\n\nI left.\n"
    assert turns(text)[-1] == ("answer", "Ann Low")


def test_names_on_a_line_of_their_own_are_labels() -> None:
    text = (
        "Ana Ruiz and Bo Lind came.\n\n**1. Why?**\n\n**Ana**\nIt rained.\n\n**Bo**\nIt rained.\n\n"
        "**2. Tell us more.**\n\n**Ana**\nIt rained.\n\n**Bo**\nIt rained.\n"
    )
    assert [name for _, name in turns(text)] == [None, None, "Ana Ruiz", "Bo Lind", None, "Ana Ruiz", "Bo Lind"]


def test_the_same_questions_to_several_people_are_answered_by_the_name_above() -> None:
    ask = "**What do you do?**\n\nI build boats.\n\n**Why do you do it?**\n\nMy mother did.\n\n"
    text = f"Meet them.\n\n## Ana Ruiz\n\n{ask}## Bo Lind\n\n{ask}"
    assert [name for voice, name in turns(text) if voice == "answer"] == ["Ana Ruiz"] * 2 + ["Bo Lind"] * 2


def test_a_speech_with_one_speaker_is_his_to_the_end() -> None:
    text = (
        "Remarks on the pier\n\nTHE MAYOR: Good day.\n\nThank you to the port.\n\n(Applause.)\n\nIt is done.\n\n"
        "So long.\n\n"
        "END 3:45 P.M.\n"
    )
    assert turns(text, "a.txt")[1:] == [
        ("answer", "THE MAYOR"),
        ("answer", "THE MAYOR"),
        ("narration", None),
        ("answer", "THE MAYOR"),
        ("answer", "THE MAYOR"),
        ("narration", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "**Would you like to see who pays?**\n\nSee the table.\n\n**Would you like to compare?**\n\nSee the list.\n",
        "**Speed:** fast.\n\n**Cost:** low.\n\n**Speed:** very fast.\n",
        "# What is it?\n\nA pier.\n\n# Who built it?\n\nThe port.\n\n# Why?\n\nFor boats.\n",
        "Photo: Ann Low\n\nIt rained.\n\nPhoto: Bo Lind\n\nIt rained.\n\nPhoto: Ann Low\n",
        "The council met at 10:30.\n\nThe vote: Five to four.\n\nThe result: A draw.\n",
    ],
)
def test_what_only_looks_like_a_conversation_is_none(text: str) -> None:
    assert {block.voice for block in parse(text).blocks} <= {Voice.NARRATION, Voice.HEADING}


def _benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_speakers", ROOT / "benchmarks" / "speakers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not SHARED.exists() and not os.environ.get("CI"), reason="the shared interviews are not here")
@pytest.mark.parametrize("which", ["gum", "ours"])
def test_the_speaker_of_each_answer_of_real_interviews_is_right(which: str) -> None:
    benchmark = _benchmark()
    answers = [item for item in getattr(benchmark, which)() if item.kind == "answer"]
    right = sum(
        item.block.voice is Voice.ANSWER and benchmark.same(item.block.speaker, item.speaker) for item in answers
    )
    assert len(answers) > 190
    assert right / len(answers) >= 0.97


@pytest.mark.skipif(not SHARED.exists() and not os.environ.get("CI"), reason="the shared articles are not here")
def test_no_news_story_or_release_is_taken_for_a_conversation() -> None:
    paths = [
        path for path in sorted((SHARED / "articles").iterdir()) if "onestop" in path.name or "congress" in path.name
    ]
    documents: list[Document] = [parse(path.read_text("utf-8"), path=path.name) for path in paths]
    taken = [
        document.path
        for document in documents
        if any(block.voice in {Voice.QUESTION, Voice.ANSWER} for block in document.blocks)
    ]
    assert len(documents) > 160
    assert taken == []


def test_in_what_is_called_a_conversation_a_bold_label_speaks_and_italics_are_the_writers() -> None:
    document = parse(
        "---\nkind: qa\n---\n# The wall\n\n**Q:** Why now?\n\n**The Crews Union (CU):** We pump all night.\n\n"
        "*The quay was quiet.*\n\n**A nurse, who was off duty:** They know it.\n\n*Transcribed: Otter.*\n"
    )
    said = [answer.segments[0].of(document.text) for answer in document.attributions]
    assert said == ["We pump all night.", "They know it."]
