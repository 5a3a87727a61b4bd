"""Nothing in an article still waits to be filled in.

It knows the marks of newsrooms (TK, TODO, XX for a figure), words in brackets that ask for something (“[insert
quote]”, “[citation needed]”), fields of a template (“{{ name }}”, “{ruiz.role}”, “((.a))”), empty brackets, dummy
text and the marks of two versions that were never merged. Tags that a site fills in by itself, such as those of Hugo
and Jekyll, are left alone, and so is all code.

Why: they are the one mistake that every reader sees. Our own practice, and that of every tool that fills in
templates.

```bad
The mayor, Ana Ruiz, TK, said that XX people came. [Insert quote here]
```
```finds
1:22 TK => “TK” still waits to be filled in, expected the words themselves
1:36 XX people => “XX people” still waits to be filled in, expected the words themselves
1:52 [Insert quote here] => “[Insert quote here]” still waits to be filled in, expected the words themselves
```
```bad
---
headline: TK
---
The fares of {{ company }} rise by {fares.rise} in May.

<<<<<<< mine
It told passengers ( ) in a letter.
```
```finds
2:11 TK => “TK” still waits to be filled in, expected the words themselves
4:14 {{ company }} => “{{ company }}” still waits to be filled in, expected the words themselves
4:36 {fares.rise} => “{fares.rise}” still waits to be filled in, expected the words themselves
6:1 <<<<<<< => a mark between two versions that were not merged, expected one of them
7:20 ( ) => “( )” still waits to be filled in, expected the words themselves
```
```good
Super Bowl XXX was won with the Tk toolkit. TK: No, it was not.

**TK:** She wrote a TODO list, `{{ name }}` and {varnish}.
```
```good
- [ ] read the proofs
- see [the letter](https://harbour.example/letter) [sic], {{< image >}} and {{ site.url }}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.ERROR
VOICES = frozenset(Voice) - {Voice.CODE, Voice.LINK_TARGET, Voice.BLOCKQUOTE}  # a model may be quoted whole

_SIGNS = ("TK", "TODO", "FIXME", "XX", "{", "((", "[", "( )", "()", "orem ipsum", "xx ")
_CONFLICT = lazy(r"^(?:<{7}|>{7}|={7})(?= |$)", re.MULTILINE)


@cache
def _waiting() -> re.Pattern[str]:
    asks = "insert|tk|to ?do|tb[adc]|placeholder|fix ?me|fill in|citation needed|your (?:name|city|title)"
    here = "quote|name|date|link|photo|image|title|caption|headline|source|figure|number|place"
    return re.compile(
        # After or before a capital, TK is somebody's initials, and before a colon a speaker's.
        r"(?<![A-Z] )(?<!\w[.-])\bTK(?: ?TK)*\b(?!:| [A-Z]|[-’'./&]\w)"
        r"|(?<![\w.(])(?<!\ba )(?:TODO|FIXME)\b(?!\(| ?(?:lists?|apps?|items?|comments?|notes?|files?)\b)"
        r"|[$£€]X{2,}\b|(?<![A-Z][a-z]{2} )(?<![a-z]{3} )\bX{3,}(?= [a-z])"
        r"|\b(?:XX+|xx+) ?(?:%|(?:percent|per cent|people|million|billion|years?|dollars)\b)"
        rf"|\[(?:(?i:{asks})\b[^\]\n]{{0,80}}|(?i:{here})(?: here| to come)"
        r"|(?:CHECK|VERIFY|NAME|DATE|LINK|QUOTE)\b[^\]\n]{0,80})\](?!\()"
        r"|(?<!\{)(?:\{\{ ?(?!site\b|page\b|content\b|include\b|layout\b)[A-Za-z_]+(?:[ ._-][A-Za-z_]+){0,3} ?\}\}"
        r"|\{[a-z][\w-]*\.[a-z][\w-]*\}|\{\d{4}-\d\d-\d\d(?: as \w+)?\})"
        r"|\(\(\.?[a-z_]{1,20}\)\)"
        r"|(?<![\w\])])(?<=[ ,])[\[(] ?[\])](?=[ ,.;])"
        r"|\b[Ll]orem ipsum\b"
    )


def _places(document: Document) -> Iterator[tuple[Span, str]]:
    for key, value in document.front.items():
        if key in ("headline", "title", "dek", "kicker", "byline", "author", "summary", "description"):
            match = _waiting().search(value)
            if match:
                yield document.front_spans[key], match[0]
    signs = [sign for sign in _SIGNS if sign in document.text]
    for block in document.blocks if signs else ():
        text = block.text
        if block.kind is not BlockKind.CODE and any(sign in text for sign in signs):
            for match in _waiting().finditer(text):
                yield block.span_of(match.start(), match.end()), match[0]
    if "<<<<<<<" in document.text:
        for match in _CONFLICT.finditer(document.text):
            yield Span(match.start(), match.end()), match[0]


def check(document: Document) -> Iterator[Hit]:
    """Point at everything that still waits to be filled in."""
    for span, written in _places(document):
        if written[0] in "<>=" and len(written) == 7:
            yield Hit(span, "a mark between two versions that were not merged, expected one of them")
        else:
            shown = " ".join(written.split())
            shown = shown if len(shown) <= 36 else f"{shown[:35]}…"
            yield Hit(span, f"“{shown}” still waits to be filled in, expected the words themselves")
