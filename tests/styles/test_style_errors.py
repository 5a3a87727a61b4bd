"""What is wrong in a style rule is told with its place and what to do, whatever it is."""

from __future__ import annotations

import pytest

from authoring.errors import ConfigError
from authoring.styles.reading import read_style

RULE = "extends: existence\nmessage: no\n"


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("", "1:1", "the file is empty", ""),
        ("- a\n", "1:1", "this is no style rule", ""),
        ("extends: [a\n", "2:1", "this is no YAML", "quotation marks around values"),
        ('message: "x\ntokens: [a]\n', "1:10", "this quotation mark is not closed", "at the end of the value"),
        ("message: x\n\ttokens: a\n", "2:1", "this is no YAML", "indent with spaces"),
        ("message: no\n", "1:1", "no extends here", "existence"),
        ("extends: existance\nmessage: no\n", "1:10", "no extension point “existance”", "“existence”"),
        ("extends: script\nmessage: no\n", "1:10", "“script” are not run", "write it as existence"),
        ("extends: sequence\nmessage: no\n", "1:10", "“sequence” are not run", "write it as existence"),
        ("extends: Google.We\nmessage: no\n", "1:10", "cannot extend another", "copy its keys"),
        ("extends: existence\ntokens: [a]\n", "1:1", "no message here", "add message:"),
        (RULE, "1:1", "existence without tokens or raw", "add tokens:"),
        (RULE + "tokens: [a]\nignorcase: true\n", "4:1", "no key “ignorcase”", "“ignorecase”"),
        (RULE + "tokens: [a]\nswap: {a: b}\n", "4:1", "existence has no key “swap”", "it can have"),
        (RULE + "tokens: [a]\nlevel: eror\n", "4:8", "no level “eror”", "“error”"),
        (RULE + "tokens: [a]\nscope: hedding\n", "4:8", "no scope “hedding”", "“heading”"),
        (RULE + "tokens: [a]\nscope: doc(p)\n", "4:8", "the scope “doc(p)” is not read", "heading"),
        (RULE + "tokens: [a]\nignorecase: maybe\n", "4:13", "ignorecase is “maybe”", ""),
        (RULE + "tokens: [a]\nlimit: -1\n", "4:8", "limit is -1", ""),
        (RULE + "tokens:\n  a: b\n", "4:3", "tokens is not a list of texts", "- "),
        (RULE + "tokens:\n  - a\n  - '(b'\n", "5:5", "“(b” is no pattern", ""),
        (RULE + "tokens: [a]\ntokens: [b]\n", "4:1", "“tokens” stands here twice", ""),
        (RULE + "tokens: [a]\naction: {name: run}\n", "4:9", "no action “run”", "replace"),
        (RULE + "tokens: [a]\naction: {name: edit, params: [spin]}\n", "4:9", "no edit “spin”", "squeeze"),
        (RULE + "tokens: [a]\naction: {name: edit, params: [digits]}\n", "4:9", "“digits” is not done here", ""),
        (RULE + "tokens: [a]\naction: {name: suggest, params: [x.tengo]}\n", "4:9", "suggest runs a program", ""),
        (RULE + "tokens: [a]\nauthoring: {of: false}\n", "4:13", "authoring has no key “of”", "“on”"),
        (RULE + "tokens: [a]\ntests:\n  - bad: a\n", "5:5", "without what is found", "finds:"),
        ("extends: substitution\nmessage: no\npos: NN\nswap: {a: b}\n", "3:1", "the key “pos” is not read", ""),
        ("extends: metric\nmessage: no\nformula: wrods / 2\n", "3:10", "no count “wrods”", ""),
        ("extends: metric\nmessage: no\nformula: __import__('os')\n", "3:10", "cannot be computed", ""),
        ("extends: readability\nmessage: no\nmetrics: [Fog]\n", "3:10", "no grade “Fog”", "Gunning Fog"),
        ("extends: capitalization\nmessage: no\nmatch: $tilte\n", "3:8", "no case “$tilte”", "“$title”"),
        ("extends: spelling\nmessage: no\nthreshold: much\n", "3:12", "threshold is “much”", ""),
        ("extends: occurrence\nmessage: no\ntoken: a\n", "3:8", "without max or min", "add max:"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_do(text: str, place: str, message: str, hint: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_style(text, "styles/House/Rule.yml", "House.Rule", "House")
    assert str(caught.value).startswith(f"styles/House/Rule.yml:{place}: ")
    assert message in caught.value.message
    assert hint in caught.value.hint


@pytest.mark.parametrize("text", ["[" * 5000, "a: " * 200, "a: &a [*a]", "{" * 3000, "\x00", "%YAML 9\n---\na"])
def test_hostile_yaml_is_an_error_like_any_other(text: str) -> None:
    with pytest.raises(ConfigError):
        read_style(text, "Rule.yml", "Rule", "House")


def test_keys_are_read_in_any_case_and_a_text_stands_for_a_list_of_one() -> None:
    rule = read_style("extends: existence\nMessage: no\nTokens: very\nScope: heading.h1\n", "r.yml", "r", "House")
    assert (rule.keys["tokens"], rule.scope) == (("very",), ("heading.h1",))
