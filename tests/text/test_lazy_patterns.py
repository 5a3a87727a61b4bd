"""Patterns that wait until they are used."""

from __future__ import annotations

import re

import pytest

from authoring.text.patterns import lazy


def test_a_lazy_pattern_answers_as_a_compiled_one() -> None:
    pattern = lazy(r"(?P<word>\w)\w*", re.IGNORECASE)
    assert [match["word"] for match in pattern.finditer("Ana Ruiz")] == ["A", "R"]
    assert pattern.search("Ana", 1) is not None
    assert pattern.sub("x", "Ana Ruiz") == "x x"
    assert pattern.pattern == r"(?P<word>\w)\w*"


def test_a_lazy_pattern_is_compiled_when_it_is_first_used(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda pattern, flags=0: made.append(pattern) or compile_(pattern, flags))
    pattern = lazy("a+")
    assert not made
    assert pattern.match("aa") is not None
    assert pattern.match("b") is None
    assert pattern.findall("aba") == ["a", "a"]
    assert made == ["a+"]


def test_bytes_have_lazy_patterns_too() -> None:
    assert lazy(rb"\d").search(b"a1") is not None
