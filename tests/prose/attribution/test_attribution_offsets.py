"""Every answer stands where it says, whatever the text: real articles, odd characters, long texts, random ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from attribution_reading import answers, check, scenes, who
from hypothesis import given
from hypothesis import strategies as st

from authoring.prose import parse
from authoring.prose.attribution import scene, tagging
from authoring.text.files import read_text

Draw = Callable[[Sequence[Path], int], list[Path]]
DRAFTS = Path(__file__).parents[3] / "drafts"
DAM = "“The dam will hold,” Hale said. “We have checked it.”"


def test_every_answer_of_the_drafts_stands_where_it_says() -> None:
    found = 0
    for path in sorted(DRAFTS.rglob("*.md")):
        found += check(parse(read_text(path), path=path.name))
    assert found > 10


def test_every_answer_of_the_shared_articles_stands_where_it_says(shared: Path, sample: Draw) -> None:
    paths = sample(sorted((shared / "data/articles").iterdir()), 40)
    assert sum(check(parse(read_text(path), path=path.name)) for path in paths) > len(paths)


def test_every_answer_of_the_shared_interviews_stands_where_it_says(shared: Path, sample: Draw) -> None:
    paths = sample([path for path in sorted((shared / "data/interviews").rglob("*")) if path.is_file()], 8)
    for path in paths:
        check(parse(read_text(path), path=path.name))


@pytest.mark.parametrize(
    "text",
    [
        DAM.replace(" ", "\u00a0"),
        DAM.replace("Hale", "Ha\u0301le"),
        DAM.replace("dam", "🎈dam🎈"),
        DAM.replace("Hale", "Håle 👩‍🚒"),
        DAM.replace("“The", "🎈🎈 “The"),
        DAM.replace(" ", "\u2009"),
        DAM.replace("Hale", "Ha\u00adle"),
        "\ufeff" + DAM,
        DAM.replace("Hale", "Hale\u200b"),
    ],
)
def test_odd_spaces_accents_and_pictures_move_no_answer(text: str) -> None:
    assert check(parse(text, format="text")) >= 1
    assert check(parse(text, format="markdown")) >= 1


def test_an_emoji_or_a_hard_space_leaves_the_speaker_whole() -> None:
    assert who("🎈 " + DAM, "The dam") == "Hale"
    assert who(DAM.replace(" said", "\u00a0said"), "The dam") == "Hale"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_line_endings_of_every_kind_give_the_same_answers(ending: str) -> None:
    text = ending.join(["“The dam will hold,” Hale", "said. “We have", "checked it.”", "", "“It will,” said Moor."])
    found = answers(text)
    assert [one.speaker.text for one in found if one.speaker] == ["Hale", "Moor"]
    assert [len(one.segments) for one in found] == [2, 1]
    check(parse(text, format="text"))


def test_marks_of_markdown_move_no_answer() -> None:
    text = "**“The *dam* will hold,”** [Vera Hale](https://example.org/hale) said. “We &amp; they *checked* it.”"
    document = parse(text, format="markdown")
    assert check(document) == 1
    (found,) = document.attributions
    assert found.speaker is not None
    assert found.speaker.text == "Vera Hale"
    assert found.cue is not None
    assert found.cue.span.of(text) == "said"


def test_tags_of_html_move_no_answer() -> None:
    text = "<p>“The <em>dam</em> will hold,” <b>Vera</b> Hale said.</p><p>“It leaks &amp; leaks,” said Moor.</p>"
    document = parse(text, format="html")
    assert check(document) == 2
    assert [one.speaker.text for one in document.attributions if one.speaker] == ["Vera Hale", "Moor"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "“", "”", '"', "''", "‘", ":", "— Hale", "said", "according to"])
def test_next_to_nothing_has_no_answer(text: str) -> None:
    assert answers(text) == ()


@pytest.mark.parametrize("mark", ["“", "”", '"', "'", "''", "‘", "«", "“” ", '" '])
def test_five_thousand_quotation_marks_are_read(mark: str) -> None:
    check(parse(mark * 5000, format="text"))
    check(parse((mark + "said Hale, ") * 1000, format="text"))


def test_a_paragraph_of_a_megabyte_is_read_whole() -> None:
    text = (DAM + " ") * (1_000_000 // len(DAM))
    document = parse(text, format="text")
    found = document.attributions
    assert sum(len(one.segments) for one in found) == 2 * (1_000_000 // len(DAM))
    assert found[-1].segments[-1].end == len(text) - 1


def test_a_sentence_without_end_is_read_whole() -> None:
    check(parse("Hale said that Moor said that the dam, the road, " * 2000, format="text"))
    check(parse("“a,” Hale said, " * 2000, format="text"))


@pytest.mark.parametrize(
    "sentence", [DAM, "Hale said the dam, a wall, would hold, but Moor, her aide, said it leaks. "]
)
def test_twice_the_text_is_twice_the_tokens_and_chunks(sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    tokens, chunks = tagging._TOKEN, scene._CHUNK

    class Counting:
        """A pattern that counts its matches."""

        def __init__(self, pattern: object) -> None:
            self.pattern = pattern

        def finditer(self, *given: object) -> object:
            for match in self.pattern.finditer(*given):  # type: ignore[attr-defined]
                counted.append(1)
                yield match

    monkeypatch.setattr(tagging, "_TOKEN", Counting(tokens))
    monkeypatch.setattr(scene, "_CHUNK", Counting(chunks))
    sizes = []
    for times in (200, 400):
        counted.clear()
        assert answers((sentence + " ") * times)
        sizes.append(len(counted))
    assert sizes[1] <= 2 * sizes[0] + 100


PIECES = st.sampled_from(
    """“ ” " ' '' ‘ ’ « » — – - , . ? ! : ; ( ) [ ] … * ** _ & £4 1998 🎈 é e\u0301 \u00a0 \u2028 Hale Vera Moor Dr. Mr
    Sen. U.S. WHO I he she they who that the a his said says told asked called adding saying say according to as put
    it in of for and but not was has been will “Hale “No,” ” was “yes.” mayor spokesman statement Friday claim reports
    claims notes writes wrote reading with words report Ministry ’s 's""".split()
)
BREAKS = st.sampled_from(["\n\n", "\n", "\r\n\r\n", " ", " ", " ", "", "\t"])


@given(st.lists(st.tuples(PIECES, BREAKS), max_size=60), st.sampled_from(["text", "markdown", "html"]))
def test_any_row_of_names_cues_and_marks_gives_answers_in_their_places(
    pieces: list[tuple[str, str]], kind: str
) -> None:
    check(parse("".join(word + gap for word, gap in pieces), format=kind))  # type: ignore[arg-type]


@given(st.text(max_size=200))
def test_any_text_gives_answers_in_their_places(text: str) -> None:
    check(parse(text, format="text"))
    check(parse("“" + text + ",” Hale said. “" + text + "”", format="text"))


@given(st.lists(PIECES, max_size=40))
def test_the_same_text_gives_the_same_answers_twice(pieces: list[str]) -> None:
    text = " ".join(pieces)
    assert answers(text) == answers(text)


@pytest.mark.parametrize("words", ["Low said; ", "“We lost it all,” Low said, ", "to say that ", "big ", "and Low "])
def test_a_sentence_without_end_is_looked_at_in_pieces(words: str) -> None:
    found = list(scenes(words * 2_000 + "“We lost it all,” said the mayor."))
    assert max(len(scene.row.tags[scene.first : scene.last]) for scene in found) <= 400
    assert found[-1].kinds.endswith("QcX.")
