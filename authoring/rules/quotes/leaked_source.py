"""Nothing told in confidence stands in the article: no name of a protected source, no words given off the record.

The whole file is read: front matter, descriptions of pictures, links and comments too, since all of it may be published.
A source is protected where the notes give it an `alias:` or the terms *anonymous*, *background* or *off the record*. Of
its name the rule looks for the whole, also as a link writes it (jane-doe), and for first name or surname alone where no
other person in the article and no everyday word can be meant; accents, entities, marks of Markdown or HTML inside a
name and characters that nobody sees make no difference. A name of words of the language (Will Green) is known in full, or
beside a title or a reporting word. Words are those of a note tagged `off the record`, or of a
source with these terms: seven in a row, or a shorter note as a whole, unless a note on the record has them too.

What a note tagged `background` holds may be used and its source may not be named with it: the rule points at the name
that such words are tied to.

No report shows the words: they are masked in the line, and in what other rules say of it.

Why: the Society of Professional Journalists asks a newsroom to keep its promises, and the Reuters handbook to protect
sources whatever it takes; a name in a picture's description is as public as one in the headline.

```notes
---
kind: brief
slug: lathes
headline: The works close
sources:
  engineer: {name: Jane Doe, kind: person, alias: an engineer, reason: she would lose her job}
  ruiz: {name: Ana Ruiz, kind: person, role: manager}
---
## Works
> The lathes go in May.
— engineer | said | 2026-03-01

- the board sold the land to the bank before the vote was even held
— ruiz | off the record
- The works have lost money in every one of the last eleven years.
— ruiz | background
```
```bad
“The lathes go in May,” Jane Doe said. The works close, an engineer said.
```
```finds
1:25 Jane Doe => the name of a protected source stands here, expected “an engineer”
```
```bad
---
headline: The works close
image: jane-doe.jpg
---

![Ms Doe at the lathe](https://works.example/people/Jane_Doe.jpg)
```
```finds
3:8 jane-doe
6:6 Doe
6:53 Jane_Doe
```
```bad
The land was sold to the bank before the vote was even held, it is said.
```
```finds
1:19 to the bank before the vote was even held => these words were given off the record, expected them nowhere in the article
```
```bad
The works have lost money in every one of the last eleven years, Ana Ruiz said.
```
```finds
1:66 Ana Ruiz => this was told on background, expected it without its source
```
```bad
Then J&#97;ne D<b>o</b>e spoke.
```
```finds
1:6 J&#97;ne D<b>o</b>e
```
```good
The works have lost money in every one of the last eleven years. Ana Ruiz, the manager, would not say how much.
```
```good
“The lathes go in May,” an engineer said. Ana Ruiz, the manager, said that the board had voted.
```
```good
John Doe, a plumber, said that the bank holds the land.
```
"""
# ruff: noqa: E501  # the examples are articles, whose paragraphs are lines

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit

SEVERITY = Severity.ERROR
VOICES = frozenset(Voice)
NEEDS_NOTES = True

_ROOM = 40


def _instead(alias: str | None) -> str:
    return f"“{alias}”" if alias and len(alias) <= _ROOM else "what may be printed instead"


def check(document: Document) -> Iterator[Hit]:
    """Point at every stretch of the file that gives away a source."""
    from authoring.verification.leaks import leaks

    for leak in leaks(document):
        if leak.kind == "name":
            message = f"the name of a protected source stands here, expected {_instead(leak.alias)}"
        else:
            message = "these words were given off the record, expected them nowhere in the article"
        yield Hit(leak.span, message)
    from authoring.rules.sourced import place_in
    from authoring.verification.on_background import named_on_background

    for span, item in named_on_background(document):
        assert document.notes is not None
        message = "this was told on background, expected it without its source"
        yield Hit(span, message, place_in(document.notes, item.span))
