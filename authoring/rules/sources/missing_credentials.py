"""Readers learn who somebody is, and for whom they work, where a source is first named.

The rule asks the notes: a person whose words are in the article has a `role:`, and an `employer:` unless the role names
one (“harbour master of Port Low”). Where a key is left empty, or there is no role, it points at the first mention,
unless the article has it there (“Ana Ruiz, a nurse at Delta Hospital”). Once the notes know, it looks whether the
article says it: one word of the role, at least, stands in the paragraph of the first mention or the next.
`employer: none`, or `retired`, is an answer.

Why: Reuters asks for the name and the position of whoever is quoted, National Public Radio for what makes them worth
listening to. “A consultant” may consult the company that the story is about.

```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: a harbour consultant, employer: }
  abel: {name: Tom Abel, kind: person}
  low: {name: Ada Low, kind: person, role: the harbour master of Port Low}
---
## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
> I fish here.
— abel | said | 00:05:10
> I have not been asked.
— low | said | 00:06:10
```
```bad
“We may lose a third of the boats,” said Ana Ruiz, a harbour consultant. Tom Abel said: “I fish here.”
```
```finds
1:42 Ana Ruiz => the notes do not say for whom Ana Ruiz works, expected it, there and here
1:74 Tom Abel => the notes do not say who Tom Abel is, expected a role, there and here
```
```bad
“I have not been asked,” Ada Low said.
```
```finds
1:26 Ada Low => who Ada Low is stands in the notes only, expected the role at the first mention
```
```good
“I have not been asked,” said Ada Low, the harbour master of Port Low.
```
```good
“I fish here,” said Tom Abel, a retired plumber. Ana Ruiz, who is a consultant at Acme Ferries, said so too.
```
```good
Ada Low runs the port. As its harbour master, she decides. Ruizes and Abels live there, too.
```
"""
# the examples are articles, whose paragraphs are lines

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from authoring.findings import Severity
from authoring.notes.model import Source
from authoring.prose.attribution.lexicon import is_title
from authoring.prose.document import WORD, Document
from authoring.rules.hit import Hit
from authoring.rules.sourced import called, first_mention, place_in, speaking
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.WARNING
NEEDS_NOTES = True

_BODY = lazy(r"\b(?:of|at|for|with|from|whom|who|which|runs?|owns?|own|['’]s)\b|\b(?:retired|student|pupil|resident)\b")
"""A role with one of these says what somebody is part of, or that there is nothing of the kind."""
_ROLE = lazy(r",? (?:\d+, |\()?(?:an?|the|one of the) [a-z]|, (?:[a-z]+ ){0,3}(?:of|at|for) ")
_EMPLOYED = lazy(r",? (?:\d+, )?(?:an?|the|who) [^.;]{0,60}?\b(?:of|at|for|with) (?:the )?[A-Z]")
_LEAST = 4
"""Letters by which words are compared, so that “consultants” are “a consultant”."""


def _lack(source: Source) -> str | None:
    """The key that the notes leave open."""
    role, employer = source.fields.text("role"), source.fields.text("employer")
    if not role:
        return None if source.fields.text("first") else "role"
    open_ = "employer" in source.fields.keys and not employer and not source.fields.text("org")
    return "employer" if open_ and not _BODY.search(str.__str__(role)) else None


def _says(document: Document, span: Span, lack: str) -> bool:
    """Whether the article has beside the name what the notes leave open."""
    behind = document.text[span.end : span.end + 120]
    if lack == "employer":
        return _EMPLOYED.match(behind) is not None
    before = document.text[max(0, span.start - 40) : span.start].split()
    return _ROLE.match(behind) is not None or (bool(before) and is_title(before[-1].lower()))


def _tells_role(document: Document, span: Span, source: Source) -> bool:
    """Whether a word of the role, or of the employer, stands near the first mention."""
    blocks = document.blocks
    number = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    near = {word[:_LEAST].lower() for block in blocks[number : number + 2] for word in WORD.findall(block.text)}
    texts = (source.fields.text(key) for key in ("role", "employer", "org", "first"))
    wanted = [word.lower() for text in texts if text for word in WORD.findall(str.__str__(text))]
    return any(word[:_LEAST] in near for word in wanted if len(word) >= _LEAST or len(wanted) == 1)


def check(document: Document) -> Iterator[Hit]:
    """Point at the first mention of everybody of whom readers do not learn who they are."""
    notes = document.notes
    if notes is None:
        return
    for source in speaking(notes):
        span = first_mention(document, source) if source.kind == "person" and not source.protected else None
        if span is None:
            continue
        name, lack = called(source), _lack(source)
        if lack is not None and _says(document, span, lack):
            continue
        if lack == "role":
            message = f"the notes do not say who {name} is, expected a role, there and here"
        elif lack == "employer":
            message = f"the notes do not say for whom {name} works, expected it, there and here"
        elif not _tells_role(document, span, source):
            message = f"who {name} is stands in the notes only, expected the role at the first mention"
        else:
            continue
        yield Hit(span, message, place_in(notes, source.fields.place(lack or "role")))
