"""Patterns mean what they mean to Vale: .NET's syntax with ASCII classes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.styles.beginnings import Key, keys_of, needs_of
from authoring.styles.pattern import PatternError, compiled, written
from authoring.styles.syntax import read_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"\w+", "né", ["n"]),
        (r"\bé\w*", "né été", ["ét"]),
        (r"\d", "٣4", ["4"]),
        (r"a\sb", "a\u00a0b a b", ["a b"]),
        (r"[\w’]+", "don’t", ["don’t"]),
        (r"[^\W_]+", "a_b", ["a", "b"]),
        (r"(?i)boat", "Boat", ["Boat"]),
        (r"a(?i)b|c", "aB C c", ["aB"]),
        (r"(?i)a(?-i)b", "Ab AB", ["Ab"]),
        (r"(?<!:[^ ]+?):\s[A-Z]", "One: Two a:b: Three", [": T"]),
        (r"\p{Lu}+", "aÉB", ["ÉB"]),
        (r"[[:upper:]]{2}", "aBCd", ["BC"]),
        (r"(?<word>a)\k<word>", "aa", ["aa"]),
        (r"(a)\1", "aa", ["aa"]),
        (r"x{,2}", "x{,2}", ["x{,2}"]),
        (r"\x{2014}|\u2013", "—–", ["—", "–"]),
        (r"a$", "a\n", []),
        (r"(?m)a$", "a\n", ["a"]),
        (r"[]a]", "]", ["]"]),
        (r"(?>a|ab)c", "abc ac", ["ac"]),
    ],
)
def test_a_pattern_finds_what_vale_finds(pattern: str, text: str, found: list[str]) -> None:
    assert [match[0] for match in compiled(pattern).finditer(text)] == found


@pytest.mark.parametrize(
    "pattern", ["(", ")", "[", "*a", "a**", r"\q", "(?<a-b>x)", "[a-z-[b]]", "[z-a]", "(?x) a", "\\"]
)
def test_what_is_no_pattern_or_not_read_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        compiled(pattern)


@pytest.mark.parametrize(
    ("pattern", "keys"),
    [
        (r"\b(?:a lot)\b", {Key("a", True, " l")}),
        (r"\b(?:enplan(?:e|ed))\b", {Key("enplane", True), Key("enplaned", True)}),
        (r"\b(?:Boats?)\b", {Key("boat", True), Key("boats", True)}),
        (r"\bwal\w+\b", {Key("wal", False)}),
        (r"\b(am|are)\b\s*(?m)\b(?:[\w]+ed)\b", {Key("am", True), Key("are", True)}),
        (r"\b(?:[\w]+ed)\b", None),
        (r"\.\.\.", None),
    ],
)
def test_the_words_a_match_can_begin_with_are_known(pattern: str, keys: set[Key] | None) -> None:
    found = keys_of(read_pattern(pattern))
    assert found == (None if keys is None else frozenset(keys))


def test_the_letters_a_match_needs_are_known() -> None:
    assert needs_of(read_pattern(r"\w+-like")) == ({"-like"},)
    assert needs_of(read_pattern(r"\d{1,2} ?[ap]m|noon")) == ({"m", "noon"},)
    assert needs_of(read_pattern(r"\w+")) == ()
    assert needs_of(read_pattern(r"\S  +\S")) == ({"  "},)
    assert needs_of(read_pattern("ab{2,}c")) == ({"abb"}, {"c"})
    assert needs_of(read_pattern(r"[a-z]+[!?]{2,}")) == ({"!", "?"},)


@given(st.text(alphabet="ab\\wd()[]{}|*+?^$.-,:<=!i1é ", max_size=14))
def test_whatever_is_written_as_a_pattern_is_read_or_refused(pattern: str) -> None:
    try:
        text = written(pattern)
        compiled(pattern)
    except PatternError:
        return
    assert isinstance(text, str)


@given(
    st.lists(st.text(alphabet="abé -", min_size=1, max_size=6), min_size=1, max_size=4), st.text("abé -.", max_size=30)
)
def test_first_words_and_letters_that_are_needed_never_hide_a_match(terms: list[str], text: str) -> None:
    pattern = f"(?i)\\b(?:{'|'.join(map(re.escape, terms))})\\b"
    part = read_pattern(pattern)
    keys, needs = keys_of(part), needs_of(part)
    for match in compiled(pattern).finditer(text):
        assert all(any(letters in match[0].lower() for letters in texts) for texts in needs)
        if keys is not None and match[0]:
            word = re.compile(r"\w+").match(text, match.start())
            assert word
            assert any(
                word[0].lower() == key.word or (not key.whole and word[0].lower().startswith(key.word)) for key in keys
            )
