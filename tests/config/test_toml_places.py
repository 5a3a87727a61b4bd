"""Every key and value of a TOML text is found where it stands, whatever the text is like."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.config.toml import Keys, offsets

TEXT = """\
# [not] = "a table"
plain = 1  # = 2
"quoted key" = 'its'
[a . "b.c" ]
d.e = [ 1, [2, "]"], { f = "}", 'g' = "#" } , ]
[[list]]
x = '''
] = " \\'''
y = QQQone \\QQQ two"QQQ
[list.inner]
z = 2026-11-22T10:00:00Z
[[list]]
x = true
""".replace("QQQ", '"' * 3)


def test_keys_and_values_are_found_where_they_stand() -> None:
    text = TEXT
    assert tomllib.loads(text)
    found = offsets(text)
    values = {keys: text[at:].split("\n")[0] for keys, at in found.values.items()}
    assert values["plain",].startswith("1 ")
    assert values["a", "b.c", "d", "e", 1, 1].startswith('"]"')
    assert values["a", "b.c", "d", "e", 2, "g"].startswith('"#"')
    assert values["list", 0, "inner", "z"].startswith("2026")
    assert values["list", 1, "x"] == "true"
    assert text[found.keys["list", 0, "y"]] == "y"
    assert text[found.keys["a", "b.c", "d", "e"]] == "e"


def leaves(value: Any, way: Keys = ()) -> list[tuple[Keys, Any]]:
    if isinstance(value, dict):
        return [leaf for key, inner in value.items() for leaf in leaves(inner, (*way, key))]
    if isinstance(value, list) and value:
        return [leaf for number, inner in enumerate(value) for leaf in leaves(inner, (*way, number))]
    return [(way, value)]


WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=8)


def quoted(word: str) -> str:
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def written(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value) if len(value) % 2 else f'"""\n{quoted(value)[1:-1]}"""'
    if isinstance(value, list):
        return "[ " + " , # ] }\n".join(map(written, value)) + "\n]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{quoted(key)} = {written(inner)}" for key, inner in value.items()) + " }"
    return str(value)


VALUES = st.recursive(
    st.integers(-9, 9) | st.booleans() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, min_size=1, max_size=3),
    max_leaves=8,
)


TABLES = st.dictionaries(WORDS, VALUES, max_size=3)


@given(st.dictionaries(WORDS, TABLES | st.lists(TABLES, max_size=3), max_size=3))
def test_whatever_tomllib_reads_has_its_place(tables: dict[str, Any]) -> None:
    lines = []
    for name, table in tables.items():
        for each in table if isinstance(table, list) else [table]:
            lines.append(f"[[ {quoted(name)} ]]" if isinstance(table, list) else f"[{quoted(name)}] # [x]")
            lines += [f"{quoted(key)} = {written(value)}" for key, value in each.items()]
    text = "\n".join(lines)
    read = tomllib.loads(text)
    found = offsets(text)
    for way, value in leaves(read):
        if way and way in found.values:
            at = found.values[way]
            parsed = tomllib.loads("x = " + text[at : at + len(written(value))])["x"]
            assert parsed == value
        else:
            assert value in ({}, [])


@pytest.mark.parametrize("text", ["", "\n", "#", "a=1", "a=1\r\nb=2", "[a]", "a={}", "a=[]", "a.b=''", "[[a]]\n[[a]]"])
def test_short_texts_are_gone_through_to_the_end(text: str) -> None:
    tomllib.loads(text)
    assert all(0 <= at < len(text) for at in offsets(text).keys.values())
