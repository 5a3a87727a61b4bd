"""What single keys of an extension point may hold, beyond being a text or a number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from authoring.styles.counts import GRADES
from authoring.styles.formula import FormulaError, read_formula
from authoring.styles.pattern import PatternError, check_pattern
from authoring.text.near import nearest

_CASES = ("$title", "$sentence", "$lower", "$upper")
_STYLES = ("AP", "Chicago")

Problem = tuple[str, str]
"""What is wrong, and what to do."""


def particulars(extends: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Problem]]:
    """What is wrong with the values of a rule, each with its key."""
    if extends == "metric":
        for key, text in (("formula", values["formula"]), ("condition", f"1 {values.get('condition', '> 0')}")):
            try:
                read_formula(text.replace("heading.h", "heading_h"))
            except FormulaError as error:
                yield key, (f"“{values[key][:60]}” cannot be computed: {error}", "write such as words / sentences")
    elif extends == "readability":
        for metric in values["metrics"]:
            if metric not in GRADES:
                yield "metrics", (f"there is no grade “{metric}”", _one_of(metric, GRADES))
    elif extends == "capitalization":
        yield from _case(values)
    elif extends == "occurrence" and not (values.get("max") or values.get("min")):
        yield "token", ("occurrence without max or min", "add max: and the most there may be")


def _case(values: Mapping[str, Any]) -> Iterator[tuple[str, Problem]]:
    match, style = values["match"], values.get("style", "AP")
    if match.startswith("$") and match not in _CASES:
        yield "match", (f"there is no case “{match}”", _one_of(match, _CASES))
    elif match not in _CASES:
        try:
            check_pattern(match)
        except PatternError as error:
            yield "match", (f"“{match[:60]}” is no pattern: {error}", f"or write one of {', '.join(_CASES)}")
    if style not in _STYLES:
        yield "style", (f"there is no style “{style}”", "it is AP or Chicago")
    if values.get("threshold", 0) > 1:
        yield (
            "threshold",
            (f"threshold is {values['threshold']}, expected a share of words up to 1", "write such as 0.8"),
        )


def _one_of(word: str, known: tuple[str, ...]) -> str:
    near = nearest(word, known)
    return f"did you mean “{near}”?" if near else f"it is one of {', '.join(known)}"
