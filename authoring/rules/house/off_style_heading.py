"""A heading has its capitals as the house has them: *Fares to rise in May*, or *Fares to Rise in May*.

It goes by the convention `headings` of the house style; without one it finds nothing. Only clear departures are told: a
heading with a capital for each of its longer words, of which the article writes two at least in lower case; or one that
has its longer words in lower case in a house that wants capitals. Which words are names, only a person can say, hence
there is no suggestion, and it only informs.

Why: headings are what readers see of a paper first, and most often side by side.

```options
conventions: headings = sentence
```
```bad
# Ferry Fares Rise Again in May

The ferry company will raise its fares. They rise every year.
```
```finds
1:3 Ferry Fares Rise Again in May => most words have a capital, expected capitals as in a sentence
```
```options
conventions: headings = title
```
```bad
# Ferry company raises its fares again
```
```finds
1:3 Ferry company raises its fares again => most words have no capital, expected capitals for most words
```
```options
conventions: headings = sentence
```
```good
# Ferry company raises its fares

## Queen Mary University

The queen is dead. The university stays.
```
```good
# Ferry Fares Rise Again in May

The ferry company will raise its fares. They rise every year.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.house.headings import in_sentence_case, in_title_case
from authoring.prose.document import BlockKind, Document, Voice
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.rules.house._house import Options

SEVERITY = Severity.INFO
VOICES = frozenset({Voice.HEADING, Voice.SPEECH})


def check(document: Document, options: Options) -> Iterator[Hit]:
    """Point at headings of the other case."""
    house = options.house.headings
    if house is None:
        return
    told = narrated(document)
    lower = {word for word, places in told.words.items() if any(told.text[place].islower() for place in places)}
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING or not block.text:
            continue
        if house == "sentence" and in_title_case(block.text, lower.__contains__):
            yield Hit(
                block.span_of(0, len(block.text)), "most words have a capital, expected capitals as in a sentence"
            )
        elif house == "title" and in_sentence_case(block.text):
            message = "most words have no capital, expected capitals for most words"
            yield Hit(block.span_of(0, len(block.text)), message)
