"""What in a template's own words is left from one story, or is no template language though it was meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from jinja2 import nodes

from authoring.rules.attributed import SAYING
from authoring.text.patterns import lazy

_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.|Feb\\.|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\."
)
_DATE = lazy(
    rf"\b(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?\b(?!\d)|\b\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?\b|\b\d{{4}}-\d\d-\d\d\b"
)
_NAME = r"[A-Z][a-z’'-]+(?: [A-Z]\.)?(?: [A-Z][a-z’'-]+){1,2}"
_SAID = lazy(rf"\b({_NAME})(?:,[^.,\n]{{3,60}},)? (?:said|says|told|added|wrote)\b|\b[Aa]ccording to ({_NAME})\b")
_ONE_BRACE = lazy(
    r"(?<!\{)\{ ?(?:notes|draft|item|beat|source|request)\.[\w.]+ ?\}(?!\})|\$\{?(?:notes|draft|item|source)\.[\w.]+\}?"
    r"|\{\{|\}\}|\{%|%\}|\[\[ ?(?:notes|item)\.[\w.]+ ?\]\]|%\([a-z_]+\)s"
)
_HOLE = lazy(r"\b(?:TK|TKTK|TODO|FIXME|XXX|Lorem ipsum)\b")
_CUES = SAYING - {"according"}


def in_words(text: str, article: bool) -> Iterator[tuple[int, str, Literal["error", "warning"]]]:
    """What is odd in words that a template prints as they stand: where, and what to say of it.

    ``article`` is whether they are part of an article; a list to work with may hold what it likes.
    """
    for found in _ONE_BRACE.finditer(text):
        yield found.start(), f"“{found[0]}” is printed as it stands, expected two braces: {{{{ … }}}}", "error"
    for found in _HOLE.finditer(text):
        yield found.start(), f"“{found[0]}” is printed as it stands, expected the words it stands for", "warning"
    for found in _DATE.finditer(text):
        message = f"“{found[0]}” stands in the template itself, expected a date of the notes"
        yield found.start(), message, "warning"
    for found in _SAID.finditer(text):
        who = found[1] or found[2]
        yield found.start(), f"“{who}” stands in the template itself, expected a source of the notes", "warning"


def varied(node: nodes.Expr, values: Callable[[nodes.Expr], Iterable[str]]) -> Iterator[tuple[nodes.Node, str]]:
    """Verbs of speech among which a template chooses by turns, or by chance.

    ``values`` gives the words of a list, whatever name it has.
    """
    for each in (node, *node.find_all((nodes.Filter, nodes.Call, nodes.Getitem))):
        words: Iterable[object] = ()
        if isinstance(each, nodes.Filter) and each.name == "random" and each.node is not None:
            words = values(each.node)
        elif isinstance(each, nodes.Call) and _takes_turns(each.node):
            words = [word.value for word in each.args if isinstance(word, nodes.Const)]
        elif isinstance(each, nodes.Getitem) and not isinstance(each.arg, nodes.Const | nodes.Slice):
            words = values(each.node)
        cues = [word for word in words if word in _CUES]
        if len(cues) > 1:
            yield each, f"“{cues[0]}” and “{cues[1]}” take turns, expected “said”, which readers do not notice"
            return


def _takes_turns(node: nodes.Node) -> bool:
    return (isinstance(node, nodes.Getattr) and node.attr == "cycle") or (
        isinstance(node, nodes.Name) and node.name == "cycler"
    )
