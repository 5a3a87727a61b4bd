"""The passive is found where something is done to somebody, and not where words only look like it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from authoring.prose.passive import passives


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The pier was sold.", ["was sold"]),
        (
            "The pier was quietly and quickly built, tested and sold.",
            ["was quietly and quickly built, tested and sold"],
        ),
        ("It had never been asked for, and it won’t be paid.", ["had never been asked", "won’t be paid"]),
        ("It’s been sold; they’re taught at home.", ["been sold", "they’re taught"]),
        ("When was the old plan drawn up?", ["was the old plan drawn"]),
        ("He got arrested twice.", ["got arrested"]),
        ("The gate was, to be fair, painted.", ["was, to be fair, painted"]),
        ("Man arrested after harbour fire", ["arrested"]),
        ("Harbour film praised by critics", ["praised"]),
        ("She was shocked by the fire and had been retired since.", ["was shocked", "had been retired"]),
    ],
)
def test_a_passive_is_found_from_its_auxiliary_to_its_last_participle(text: str, verbs: list[str]) -> None:
    assert [text[passive.start : passive.end] for passive in passives(text)] == verbs


@pytest.mark.parametrize(
    "text",
    [
        "She was tired and interested in boats.",
        "It’s opened up a new market.",
        "The Keeper’s painted gate had opened.",
        "They got married and got started.",
        "They are used to waiting.",
        "There were hundreds indeed.",
        "The hall was naked and the shed red.",
        "Two hundred marched in the rain",
        "Is this a planned event?",
        "What are the costs involved?",
        "",
    ],
)
def test_what_only_looks_like_a_passive_is_left_alone(text: str) -> None:
    assert list(passives(text)) == []


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("It was sold by the harbour board.", "the harbour board."),
        ("It was called off by Ana Ruiz.", "Ana Ruiz."),
        ("It was sold by Friday.", None),
        ("It was sold by the end of May.", None),
        ("It was made by hand.", None),
        ("It was sold.", None),
    ],
)
def test_by_names_an_agent_unless_it_tells_a_time_or_a_means(text: str, agent: str | None) -> None:
    (passive,) = passives(text)
    assert (text[passive.agent :] if passive.agent is not None else None) == agent


@pytest.mark.parametrize(("file", "genre"), [("gum-news-interviews.jsonl", ""), ("pud-passive.jsonl", "news")])
def test_sentences_that_people_called_passive_are_found(shared: Path, file: str, genre: str) -> None:
    told = []
    for line in (shared / "data" / "annotated" / file).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if not genre or row["genre"] == genre:
            told.append((any(passives(row["text"])), row["passive"]))
    both = sum(said and so for said, so in told)
    assert 2 * both / (sum(said for said, _ in told) + sum(so for _, so in told)) >= 0.93
