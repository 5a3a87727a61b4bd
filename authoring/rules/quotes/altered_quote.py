"""Words in quotation marks stand in the notes, in those words and that order.

Marks, dashes, spaces, capitals, hyphens, stops and Markdown may differ, for those an editor sets; stage directions
such as (Laughter) are no words. What is left out or put in must show as “…” or in [brackets]; each stretch between
them must stand in one note, in order. Nothing else passes: not a near miss, not a numeral for a word, and no change
of tense. Marks around a word or a title (up to four words away from any reporting word, or one or two that no tag
follows) are no quotation. What is off the record counts as not in the notes. Answers of a Q&A carry no marks and are
not compared yet.

Why: quotation marks promise a reader that these words were said. The New York Times' guidelines on integrity and the
Associated Press's rules on quotations allow no change to them, not for grammar either.

```notes
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Ruiz, kind: person, role: harbour master}
---
## Boats
> We may lose a third of the boats, // and nobody has told the crews.
— ruiz | said | 00:04:10

- the pier was built in 1911
— ruiz
```
```bad
“We will lose a third of the boats,” Ana Ruiz said.
```
```finds
1:1 “We will lose a third of the boats,” => “will lose” is quoted, expected “may lose” as in the notes
```
```bad
Ruiz said the crews are “tired of the whole business”.
```
```finds
1:25 “tired of the whole business” => nothing in the notes reads like this quotation, expected words that are noted
```
```bad
“Half,” Ana Ruiz said, “and nobody has told the crews.”
```
```finds
1:1 “Half,” => nothing in the notes reads like this quotation, expected words that are noted
```
```good
“We may lose a third of the boats,” Ana Ruiz said, “and nobody has told the crews.”
```
```good
"We may lose ... the boats. And nobody has told the [fishing] crews," Ruiz said.
```
```good
The “old pier” was in the film “The Long Winter”.
```
"""
# the examples are articles, whose paragraphs are lines

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from authoring.findings import Origin, Severity
from authoring.prose.cues import cues_in
from authoring.prose.document import Block, BlockKind, Document, Quotation, Voice
from authoring.prose.narration import SPOKEN, narration_of
from authoring.prose.wording import Told, fragments, holds, normal, told_in
from authoring.rules.hit import Hit

if TYPE_CHECKING:
    from authoring.notes.model import Notes

SEVERITY = Severity.ERROR
VOICES = frozenset({Voice.SPEECH})
NEEDS_NOTES = True

_WORD = re.compile(r"\w+(?:['\-]\w+)*")
_LEAST = 3
"""Words; fewer are a term and not a quotation, unless a tag follows: “Four minutes,” she said."""
_TAG = 40
"""Characters in which such a tag ends."""
_CLAUSE_END = re.compile(r"[,;:.!?–—]")
_SURE = 5
"""From so many words on, marks mean speech even far from a reporting word."""
_BESIDE = 60
"""Characters of narration around a short quotation in which a reporting word makes it one."""
_ROOM = 28
"""Characters of either wording that fit into a message."""


def _is_title(words: list[str]) -> bool:
    """Whether it reads as the name of a work: every longer word with a capital."""
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def _is_quoted_speech(quotation: Quotation, block: Block, narration: str) -> bool:
    words = _WORD.findall(normal(quotation.text))
    start = bisect_left(block.offsets, quotation.span.start)
    if len(words) < _LEAST:
        if not words or not quotation.text.rstrip().endswith((",", "?", "!")):
            return False
        end = bisect_left(block.offsets, quotation.span.end)
        tag = _CLAUSE_END.split(narration[end : end + _TAG], maxsplit=1)[0]
        return next(cues_in(SPOKEN + tag, SPOKEN), None) is not None
    near = narration[max(0, start - _BESIDE) : start + len(quotation.text) + _BESIDE]
    if len(words) < _SURE or _is_title(words):
        return next(cues_in(near, SPOKEN), None) is not None
    return True


def _nearest(quote: str, told: tuple[Told, ...]) -> tuple[Told, str] | None:
    """The note that shares most words with a quotation, and its reading; ``None`` where it is fewer than half."""
    wanted = Counter(word.casefold() for word in _WORD.findall(normal(quote)))
    best: tuple[float, Told, str] | None = None
    for note in told:
        shared = (Counter(word.casefold() for word in _WORD.findall(note.text)) & wanted).total() / wanted.total()
        if shared >= 0.5 and (best is None or shared > best[0]):
            best = (shared, note, note.text)
    return best[1:] if best else None


def _difference(quote: str, reading: str) -> tuple[str, str]:
    """The first words that differ, each with the word after them, as quoted and as noted."""
    from difflib import SequenceMatcher

    ours, theirs = normal(quote).split(), reading.split()
    matcher = SequenceMatcher(None, _plain(ours), _plain(theirs), autojunk=False)
    first = matcher.find_longest_match()
    # A note may hold much that is not quoted; only what differs beside the shared words counts.
    theirs = theirs[max(first.b - first.a, 0) :]
    matcher = SequenceMatcher(None, _plain(ours), _plain(theirs), autojunk=False)
    for kind, start, end, noted_start, noted_end in matcher.get_opcodes():
        if kind != "equal" and not (kind == "insert" and start in (0, len(ours))):
            return " ".join(ours[start : end + 1]), " ".join(theirs[noted_start : noted_end + 1])
    return "", ""


def _plain(words: list[str]) -> list[str]:
    return [re.sub(r"^\W+|\W+$", "", word).casefold() for word in words]


def _short(words: str) -> str:
    words = words.rstrip(".,;: ")
    return words if len(words) <= _ROOM else words[: _ROOM - 1].rsplit(" ", 1)[0] + "…"


def _message(quote: str, near: tuple[Told, str] | None) -> str:
    if near is None:
        return "nothing in the notes reads like this quotation, expected words that are noted"
    ours, theirs = _difference(quote, near[1])
    if ours and theirs and _short(ours) != _short(theirs):
        return f"“{_short(ours)}” is quoted, expected “{_short(theirs)}” as in the notes"
    return "the notes have these words in another form, expected them as noted, with cuts shown by …"


def _origin(notes: Notes, told: Told) -> Origin:
    line, column = notes.lines.position(told.item.span.start)
    time = told.item.tag.time if told.item.tag else None
    return Origin(notes.path, line, column, str.__str__(time) if time else None)


def check(document: Document) -> Iterator[Hit]:
    """Point at every quotation whose words no note holds."""
    notes = document.notes
    if notes is None:
        return
    told = told_in(notes)
    for block in document.blocks:
        if block.voice is not Voice.NARRATION or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        narration = narration_of(document, block)
        for quotation in block.quotations:
            if quotation.depth or not _is_quoted_speech(quotation, block, narration):
                continue
            quoted = fragments(quotation.text)
            if not any(holds(note, quoted) for note in told):
                near = _nearest(quotation.text, told)
                origin = _origin(notes, near[0]) if near else None
                yield Hit(quotation.span, _message(quotation.text, near), origin)
