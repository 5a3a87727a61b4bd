"""The page of a style rule, as the docstring of another rule is one: its description, and its tests as examples."""

from __future__ import annotations

from collections.abc import Iterator

from authoring.styles.definition import Definition


def page_of(definition: Definition) -> str:
    """The page as Markdown."""
    return "\n".join(_parts(definition))


def _parts(definition: Definition) -> Iterator[str]:
    yield (definition.description or definition.message).strip()
    if definition.link:
        yield f"\nSee <{definition.link}>."
    if definition.tests:
        yield ""
    for test in definition.tests:
        yield _fence("bad" if test.finds else "good", test.text)
        if test.finds:
            yield _fence("finds", test.finds)


def _fence(kind: str, text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return "\n".join((fence + kind, text.rstrip("\n"), fence))
