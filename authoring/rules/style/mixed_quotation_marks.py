"""A piece has quotation marks of one kind, straight (") or curly (“ ”).

It counts quotations by the mark that opens them, and points at the first of the rarer kind. Single marks, which stand
inside double ones or are the house's own, are counted by themselves.

Why: a mixture shows that text was pasted in. Which kind is for the house to say.

```bad
“It is late,” she said. "It is early," he said. “No,” she said.
```
```finds
1:25 " => straight quotation marks (1) stand beside curly quotation marks (2), expected one kind
```
```bad
"It is late," she said.

She called it “early”.
```
```finds
3:15 “ => curly quotation marks (1) stand beside straight quotation marks (1), expected one kind
```
```good
“It is late,” she said. “It is ‘early’,” he said. It was 12" wide.
```
```good
"It is late," she said. "It's 'early'," he said. “
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit
from authoring.rules.style._mixture import rarer
from authoring.text.span import Span

SEVERITY = Severity.INFO
VOICES = frozenset({Voice.NARRATION, Voice.SPEECH})

_PAIRS = (('"', "“"), ("'", "‘"))


def check(document: Document) -> Iterator[Hit]:
    """Point at the first of the rarer kind."""
    if "“" not in document.text and "‘" not in document.text:
        return
    kinds: dict[str, list[Span]] = {}
    for block in document.blocks:
        if block.voice is Voice.NARRATION:
            for quotation in block.quotations:
                begin = quotation.span.start
                if quotation.closed and not quotation.depth:
                    kinds.setdefault(document.text[begin], []).append(Span(begin, begin + 1))
    for straight, curly in _PAIRS:
        names = "quotation marks" if straight == '"' else "single marks"
        one, other = kinds.get(straight, []), kinds.get(curly, [])
        yield from rarer(one, other, (f"straight {names}", f"curly {names}"))
