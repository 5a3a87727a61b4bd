"""A word that British and American desks spell differently is spelled one way in a piece: *organise* or *organize*.

It counts both spellings in the writer's own sentences, word by word, and points at the first of the rarer one. Names
keep their own spelling (a Defense Department in a British paper): words with a capital inside a sentence are not
counted. Text that is handed in by two hands mixes them on purpose now and then, hence it only informs.

Why: two spellings of one word tell that two hands wrote a piece and nobody read it.

```bad
They organise the fair, and the other town will organize it next. The organisation is old.
```
```finds
1:49 organize => “organize” (1) stands beside “organise” (2), expected one spelling
```
```bad
The door is grey. The shed is gray, and so is the grey wall.
```
```finds
1:31 gray => “gray” (1) stands beside “grey” (2), expected one spelling
```
```good
They organise the fair. The Labor Department knows of no labour there.
```
```good
They organise the fair. “We organize it,” the other town wrote.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.house.spellings import spellings
from authoring.prose.document import Document
from authoring.prose.narrated import Narrated, narrated
from authoring.rules.hit import Hit

SEVERITY = Severity.INFO


@cache
def _groups() -> dict[str, int]:
    """Every form with the place of its word in ``spellings``."""
    return {form: number for number, pair in enumerate(spellings()) for forms in pair for form in forms}


def _first(told: Narrated, forms: tuple[str, ...]) -> tuple[int, int, int]:
    """How often these words stand in lower case, where the first of them begins, and how long it is."""
    places = [(place, len(form)) for form in forms for place in told.at(form) if told.text[place].islower()]
    return (len(places), *min(places)) if places else (0, 0, 0)


def check(document: Document) -> Iterator[Hit]:
    """Point at the rarer spelling of every word that is spelled in two ways."""
    told = narrated(document)
    groups = _groups()
    for number in sorted({groups[form] for form in told.words.keys() & groups.keys()}):
        one, other = spellings()[number]
        here, there = _first(told, one), _first(told, other)
        if here[0] and there[0]:
            rare, common = sorted((here, there), key=lambda found: (found[0], -found[1]))
            word, usual = (told.text[place : place + length] for _, place, length in (rare, common))
            message = f"“{word}” ({rare[0]}) stands beside “{usual}” ({common[0]}), expected one spelling"
            yield Hit(told.span(rare[1], rare[1] + rare[2]), message)
