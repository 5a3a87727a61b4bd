"""What the tests of all formats share: the example drafts and real articles, as they would be exported."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from authoring.export.build import article_of
from authoring.export.formats import FORMATS, Export
from authoring.export.site import Site
from authoring.prose.parser import parse
from authoring.text.files import read_text

_SITE = Site("The Pennick Harbor Ledger", "https://ledger.example", "https://ledger.example/logo.png", "Town")


def _export(text: str, path: str) -> Export:
    document = parse(text, path=path)
    return Export(article_of(document, _SITE), document, ())


@pytest.fixture
def exported() -> Callable[[str, str], str]:
    """What a format makes of a text, decoded."""
    return lambda form, text: FORMATS[form].write(_export(text, "article.md")).decode("utf-8")


@pytest.fixture(scope="session")
def exports(shared: Path) -> list[Export]:
    """Every example draft, and 50 real articles."""
    drafts = [path for path in sorted(Path("drafts").glob("*/*.md")) if path.name != "notes.md"]
    articles = random.Random(7).sample(sorted((shared / "data" / "articles").iterdir()), 50)
    return [_export(read_text(path), str(path)) for path in (*drafts, *articles)]
