"""Every article of the shared collections is parsed and measured whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from prose_invariants import check

from authoring.prose import Document, parse
from authoring.prose.language import is_english
from authoring.text.files import read_text

ARTICLES = Path(__file__).parents[2] / "../shared/data/articles"
SEEDS = Path(__file__).parents[2] / "../shared/seeds"

if not ARTICLES.exists() and not os.environ.get("CI"):
    pytest.skip("the shared articles are not here", allow_module_level=True)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [parse(read_text(path), path=path.name) for path in sorted(ARTICLES.iterdir())]


def test_every_article_is_parsed_and_every_offset_is_right(documents: list[Document]) -> None:
    assert len(documents) == 986
    for document in documents:
        check(document)
        assert document.blocks


def test_all_articles_but_a_spanish_one_are_english(documents: list[Document]) -> None:
    others = [document.path for document in documents if not is_english(document)]
    assert others == ["0800-whitehouse-transcripts-other-2010-07-27_id1.txt"]


def test_few_quotations_are_left_open(documents: list[Document]) -> None:
    quotations = [quotation for document in documents for quotation in document.quotations]
    unclosed = sum(not quotation.closed for quotation in quotations)
    assert len(quotations) > 2900
    assert unclosed / len(quotations) < 0.03


def test_the_seed_interview_has_its_headline_and_all_its_quotations() -> None:
    document = parse(read_text(SEEDS / "interview.txt"), path="interview.txt")
    assert document.blocks[0].level == 1
    assert len(list(document.quotations)) == 9
    assert all(quotation.closed for quotation in document.quotations)


def test_the_seed_brief_has_its_bullets_and_headings() -> None:
    document = parse(read_text(SEEDS / "brief.txt"), path="brief.txt")
    kinds = [block.kind.value for block in document.blocks]
    assert kinds[:4] == ["list item", "list item", "list item", "heading"]
    assert kinds.count("heading") == 8
