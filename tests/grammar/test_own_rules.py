"""Our own rules for LanguageTool: each finds what its wrong example marks, and nothing in the right ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, parse  # a file of ours

import pytest

from authoring.grammar.choice import OFF_CATEGORIES, OFF_RULES, is_grave, is_off
from authoring.grammar.client import Client
from authoring.grammar.model import Match
from authoring.grammar.own_rules import FILE, digest
from authoring.grammar.server import Server

pytestmark = pytest.mark.xdist_group("languagetool")


class Example(NamedTuple):
    """A sentence that stands with a rule."""

    rule: str
    text: str
    marked: tuple[int, int] | None
    """What is wrong in it; ``None`` in a right one."""
    correction: str


def examples() -> list[Example]:
    """All examples of all rules."""
    found = []
    for group in parse(FILE).getroot().iter("rulegroup"):
        for example in group.iter("example"):
            marker = example.find("marker")
            before = example.text or ""
            text = "".join(example.itertext())
            span = None if marker is None else (len(before), len(before) + len(marker.text or ""))
            found.append(Example(group.attrib["id"], text, span, example.get("correction", "")))
    return found


def messages() -> Iterator[Element]:
    """What all rules say."""
    return parse(FILE).getroot().iter("message")


@pytest.fixture(scope="module")
def said(request: pytest.FixtureRequest) -> Iterator[dict[str, tuple[Match, ...]]]:
    """What the real server says of each example."""
    from authoring.grammar.installed import installed_in
    from authoring.grammar.java import find_java

    folder: Path = request.getfixturevalue("languagetool_folder")
    (installed,) = filter(None, map(installed_in, folder.iterdir()))
    texts = list(dict.fromkeys(example.text for example in examples()))
    with Server.start(find_java().path, installed.classpath) as server, Client(server.address) as client:
        yield dict(
            zip(texts, client.check(texts, disabled_rules=OFF_RULES, disabled_categories=OFF_CATEGORIES), strict=True)
        )


def of_rule(found: Sequence[Match], rule: str) -> list[Match]:
    return [match for match in found if match.rule == rule]


def test_every_rule_finds_what_its_wrong_examples_mark(said: dict[str, tuple[Match, ...]]) -> None:
    """The place to the character, and the correction where one is given.

    Where several rules find one place, LanguageTool tells only one of them; each of ours is told somewhere.
    """
    wrong = [example for example in examples() if example.marked]
    assert len(wrong) > 150
    missed, told = [], set()
    for example in wrong:
        found = of_rule(said[example.text], example.rule)
        places = {(match.span.start, match.span.end) for match in found}
        offered = {replacement for match in found for replacement in match.replacements}
        if example.marked in places and (not example.correction or example.correction in offered):
            told.add(example.rule)
        elif not any(
            match.span.start < example.marked[1] and example.marked[0] < match.span.end
            for match in said[example.text]
            if example.marked
        ):
            missed.append((example, places, offered))
    assert missed == []
    assert {example.rule for example in wrong} - told == set()


def test_no_rule_finds_anything_in_its_right_examples(said: dict[str, tuple[Match, ...]]) -> None:
    """Nor does any other rule of ours."""
    right = [example for example in examples() if not example.marked]
    assert len(right) > 150
    found = [
        (example, match) for example in right for match in said[example.text] if match.rule.startswith("AUTHORING")
    ]
    assert found == []


def test_our_rules_are_asked_and_warn() -> None:
    """Their names begin with ours, and their groups are those that warn."""
    for category in parse(FILE).getroot().iter("category"):
        for group in category.iter("rulegroup"):
            rule = group.attrib["id"]
            assert rule.startswith("AUTHORING_")
            assert not is_off(rule, category.attrib["id"])
            assert is_grave(rule, category.attrib["id"])


def test_what_our_rules_say_is_short_and_tells_what_was_expected() -> None:
    """As the messages of all our rules, with room for the words that LanguageTool puts in."""
    for message in messages():
        words = "".join(message.itertext())
        assert re.search(r", expected .*[^.]$", words), words
        assert len(words) <= 85, words


def test_the_name_of_our_rules_is_short_and_the_same_each_time() -> None:
    """It stands in the keys of what is remembered."""
    assert re.fullmatch(r"[0-9a-f]{12}", digest())
    assert digest() == digest()
