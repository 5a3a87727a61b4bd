"""No comment that tells the linter to pass something over stays where it is of no use.

`<!-- authoring: ignore loaded-cue -->` is for the next paragraph, heading or list item, or for the one that it stands
in; `off` and `on` enclose a stretch; `ignore-file` is for the whole article. They name rules or families, parted by
commas, or nothing, which stands for all; a reason may follow after a colon. A comment is of no use when it passes over
nothing, when it names a rule that does not exist, or when `on` ends what nobody began. One that names a rule which has
not run, for want of notes or because it was not asked for, is left alone.

Why: such a comment outlives the sentence it was made for, and then hides the next fault that somebody makes there. Our
own practice.

```bad
<!-- authoring: ignore loaded-cu: the judge's own word -->
The pier will close in May, the harbour master said.
```
```finds
1:24 loaded-cu => there is no rule “loaded-cu”, expected “loaded-cue”
```
```bad
The pier will close in May, the harbour master said.

<!-- authoring: on loaded-cue -->

<!-- authoring: of quotes -->

It will open again in June, he said.
```
```finds
3:20 loaded-cue => “loaded-cue” is not switched off here, expected “off” before “on”
5:17 of => “of” is no instruction, expected “off”
```
```good
<!-- authoring: ignore loaded-cue: the word is the court's -->
The pier will close in May, the harbour master revealed.
```
```good
<!-- authoring: off quotes, loaded-cue -->

The pier will close in May, the harbour master said.

<!-- authoring: on -->
```
"""

from __future__ import annotations

from collections.abc import Iterator

from authoring.findings import Severity
from authoring.prose.document import Document, Voice
from authoring.rules.hit import Hit

SEVERITY = Severity.WARNING
VOICES = frozenset(Voice)


def check(document: Document) -> Iterator[Hit]:
    """Find comments that pass over nothing, as the runner has left them for this rule, which it runs last."""
    useless = document.worked_out.get("useless suppressions", ())
    assert isinstance(useless, list | tuple)
    yield from useless
