"""What hard-to-read says that a change would do, the change does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from authoring.errors import ConfigError
from authoring.prose import parse
from authoring.prose.difficulty import Scale, Tally
from authoring.prose.formulas import formulas
from authoring.prose.measures import measures_by_voice
from authoring.rules import load
from authoring.rules.hit import Hit
from authoring.rules.readability.hard_to_read import Options, check
from authoring.text import read_text

LONG = """The board met in the old hall on Monday and heard from the man who keeps the books that it had spent most of
what the town had lent it for the pier while the pier itself still stands as the storm left it.

Nobody on the board said so. It had met for the third time this year, and the chair had asked for a vote before the bell
rang so that those who had come from the far side of the bay would still catch the last boat home.

The vote was put off until the autumn since the figures for May had not come in and the man who was to bring them had
been held up on the road from the north, where the snow lies late and the one road over the pass is often shut.
"""
HEAVY = """The municipality reorganised its administration in May, and inhabitants acknowledged the significance of it.
Nobody had anticipated accessibility. The consideration of alternatives took a year, and a commission was established.

Its responsibilities were considerable, and it recommended simplification. It investigated irregularities in the town.
Most of them were inconsequential ones. A documentation of them followed that was comprehensive, and nobody read it.

Communication was the difficulty, and the chairman had underestimated it. His representatives were unavailable, and
opposition was inevitable. The committee was uncooperative. A generation will remember its unanimity very well.

Nobody was there to hear them say it. They went home by the last boat. It was late, and the wind had gone round. The bay
was still. The hall was dark. In May they will meet again, and the town will hear of it, for better or for worse.
"""


def hardest(text: str, **options: object) -> Hit:
    hits = list(check(parse(text), Options(**options)))  # type: ignore[arg-type]
    assert hits
    return hits[0]


def cut_in_two(text: str, start: int, end: int) -> str | None:
    """The text with a full stop in the middle of a stretch, where the words allow it."""
    middle = (start + end) // 2
    places = [
        match.start() for match in re.finditer(r"(?<= [a-z]{5}) (?=[a-z]{3})", text[:end]) if match.start() > start
    ]
    if not places:
        return None
    at = min(places, key=lambda place: abs(place - middle))
    return f"{text[:at]}. {text[at + 1].upper()}{text[at + 2 :]}"


def longest_cut(text: str, times: int) -> str:
    for _ in range(times):
        spans = [sentence.span for block in parse(text).blocks for sentence in block.sentences]
        span = max(spans, key=lambda each: len(text[each.start : each.end].split()))
        cut = cut_in_two(text, span.start, span.end)
        assert cut is not None
        text = cut
    return text


@pytest.mark.parametrize("scale", list(Scale))
def test_splitting_the_longest_sentences_does_what_is_said(scale: Scale) -> None:
    hit = hardest(LONG, measure=scale, targets={"other": 101 if scale is Scale.FLESCH else 7})
    said = re.search(
        r"splitting (?:its (\d) longest sentences|this \d+-word sentence) (?:takes off|adds) ([\d.]+)$", hit.message
    )
    assert said is not None, hit.message
    after = longest_cut(LONG, int(said[1] or 1))
    points = [measures_by_voice(parse(text))["narration"][scale] for text in (LONG, after)]
    assert points[0] is not None
    assert points[1] is not None
    assert abs(points[0] - points[1]) == pytest.approx(float(said[2]), abs=0.051)
    assert f" {points[0]:.1f}, expected" in hit.message


@pytest.mark.parametrize("scale", [Scale.FLESCH_KINCAID, Scale.FLESCH])
def test_shorter_words_do_what_is_said(scale: Scale) -> None:
    hit = hardest(HEAVY, measure=scale, targets={"other": 101 if scale is Scale.FLESCH else 2})
    said = re.search(r"; (\d) words like “(\w+)” (?:add|take off) ([\d.]+)$", hit.message)
    assert said is not None, hit.message
    assert said[2] in HEAVY[hit.span.start : hit.span.end]
    words = sorted(set(re.findall(r"\b[a-z]{7,}\b", HEAVY)), key=_syllables, reverse=True)[: int(said[1])]
    after = HEAVY
    for word in words:
        after = re.sub(rf"\b{word}\b", "table", after, count=1)
    points = [measures_by_voice(parse(text))["narration"][scale] for text in (HEAVY, after)]
    assert points[0] is not None
    assert points[1] is not None
    assert abs(points[0] - points[1]) == pytest.approx(float(said[3]), abs=0.051)


def _syllables(word: str) -> int:
    from authoring.prose.syllables import syllables

    return syllables(word)


def test_in_real_articles_a_sentence_made_two_lowers_the_grade_by_what_is_said(
    shared: Path, sample: Callable[[Sequence[Path], int], list[Path]]
) -> None:
    tried = 0
    for path in sample(sorted((shared / "data" / "articles").iterdir()), 120):
        text = read_text(path)
        hits = [hit for hit in check(parse(text), Options()) if "this" in hit.message.split(";")[1]]
        for hit in hits:
            cut = cut_in_two(text, hit.span.start, hit.span.end)
            said = re.search(r"^(.*) reads at grade ([\d.]+), .* takes off ([\d.]+)$", hit.message)
            if cut is None or said is None or said[1] != "the narration" or len(hit.span) > 400:
                continue
            ends = [sentence.span.end for block in parse(cut).blocks for sentence in block.sentences]
            if not any(cut[end - 1] == "." and hit.span.start < end < hit.span.end for end in ends):
                continue
            (again,) = [
                each for each in check(parse(cut), Options(other=0)) if each.message.startswith("the narration")
            ]
            now = re.search(r"reads at grade (-?[\d.]+)", again.message)
            assert now is not None
            assert float(said[2]) - float(now[1]) == pytest.approx(float(said[3]), abs=0.11), path.name
            tried += 1
    assert tried >= 5


def test_the_scales_have_the_formulas_of_the_measures() -> None:
    from authoring.prose.counts import Counts

    words = "The municipality reorganised its old administration in May".split()
    counts = Counts()
    counts.take(words, 50)
    values = formulas(counts)
    tally = Tally(len(words), 1, counts.syllables, counts.long_words)
    assert {scale: tally.on(scale) for scale in Scale} == {scale: pytest.approx(values[scale]) for scale in Scale}


def test_a_piece_has_one_finding_and_three_paragraphs_at_most(shared: Path) -> None:
    for path in sorted((shared / "data" / "articles").iterdir())[::12]:
        hits = list(check(parse(read_text(path)), Options()))
        assert len(hits) <= 4
        assert len({hit.span for hit in hits}) == len(hits)
        assert all(len(hit.message) <= 100 for hit in hits)


def test_a_house_may_set_its_target_for_any_kind_in_its_own_measure() -> None:
    text = "---\nkind: Profile\n---\n" + LONG
    assert "expected 30;" in hardest(text, measure=Scale.LIX, targets={"profile": 30, "other": 90}).message
    assert list(check(parse(text), Options(measure=Scale.LIX, targets={"profile": 90}))) == []
    assert "expected 95;" in hardest(text, measure=Scale.FLESCH, targets={"other": 95}).message


def test_a_measure_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(ConfigError, match="expected one of flesch_kincaid_grade, flesch_reading_ease, lix"):
        list(load("hard-to-read").hits(parse(LONG), {"measure": "fog"}))
    (hit,) = load("hard-to-read").hits(parse(LONG), {"measure": "lix", "targets": {"other": 30}})
    assert "LIX" in hit.message
