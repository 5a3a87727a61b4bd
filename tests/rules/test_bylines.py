"""A name under the headline is a byline however it is laid out, and no name at the top stands at the foot."""

from __future__ import annotations

import pytest

from authoring.config import Config
from authoring.prose import parse
from authoring.runner import lint

STORY = "The ferry company will raise its fares in May, it told passengers in a letter.\n\nNobody was asked.\n"


def _messages(text: str, path: str) -> list[str]:
    return [finding.message for finding in lint(parse(text, path=path), Config(select=frozenset({"missing-byline"})))]


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ("Ferry Fares Rise in May\n\nNoor Haddad\n\n", "fares.txt"),
        ("# Ferry fares rise in May\n\nNoor Haddad\n\n", "fares.md"),
        ("# Ferry fares rise in May\n\n*Noor Haddad*\n\n", "fares.md"),
        ("<h1>Ferry fares rise in May</h1><p>Noor Haddad</p>", "fares.html"),
    ],
)
def test_a_bare_name_under_the_headline_is_a_byline(head: str, path: str) -> None:
    assert _messages(head + (f"<p>{STORY}</p>" if path.endswith("html") else STORY), path) == []


def test_a_name_on_top_of_a_piece_without_a_headline_does_not_stand_at_its_foot() -> None:
    assert all("foot" not in message for message in _messages(f"Noor Haddad\n\n{STORY}", "fares.md"))


def test_a_person_named_in_a_heading_of_markdown_is_not_who_wrote_it() -> None:
    assert _messages(f"# The people of the quay\n\n## Noor Haddad\n\n{STORY}", "quay.md") != []
