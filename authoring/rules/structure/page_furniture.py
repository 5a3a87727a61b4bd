"""No part of a web page that is not the article stays in its text.

It knows breadcrumbs, comment forms, share and print buttons, cookie notices, “read more” and copyright lines, and
looks only at lines that hold nothing else: a story may well speak of cookies.

Why: such lines come along when a piece is copied from a browser, and readers meet them as nonsense. Our own practice.

```bad
Home > News > Harbour

The ferry company will raise its fares in May, it told passengers in a letter.

Leave a reply
```
```finds
1:1 Home > News > Harbour => a breadcrumb of a web page, expected only the article
5:1 Leave a reply => a comment form of a web page, expected only the article
```
```bad
  • Harbourtimes.example
  • News
  • Ferry fares rise in May

Ferry fares rise in May

The ferry company will raise its fares in May, it told passengers in a letter.

Share this article

All rights reserved.
```
```finds
1:3 • Harbourtimes.example   • News   • Ferry fares rise in May
9:1 Share this article => a share button of a web page, expected only the article
11:1 All rights reserved. => a copyright line of a web page, expected only the article
```
```good
Read more slowly, the teacher told them, and leave a comment in the margin.

Cookies are sold at the gate.
```
```good
# How to write a comment policy

Tell people what happens when they leave a comment.

- News
- Sport
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Block, BlockKind, Document, Voice
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy
from authoring.text.span import Span

SEVERITY = Severity.ERROR
VOICES = frozenset(Voice) - {Voice.FRONT_MATTER, Voice.CODE}

_LINES = {
    "a comment form": (
        "(?:leave|post|add|write) a (?:comment|reply)(?: cancel reply)?",
        "(?:post|submit) comment",
        "join the (?:conversation|discussion)",
        r"your e-?mail (?:address )?will not be (?:published|shared)\.?(?: required fields are marked ?\*?)?",
        r"required fields are marked ?\*?",
        "save my name, email,? and website in this browser.*",
        r"\d+ (?:comments?|repl(?:y|ies)|responses?)",
        "no comments(?: yet)?",
        "comments are closed",
        "log in to (?:comment|reply).*",
        "you must be logged in to post a comment",
    ),
    "a share button": (
        "share(?: (?:this|on|via)(?: (?:article|story|post|page|facebook|twitter|x|linkedin|email|whatsapp|reddit))*)?",
        "(?:share|tweet|pin|like)(?:,? (?:share|tweet|pin|like|email|print))+",
        "tweet this",
        "click to (?:share|tweet|print|email).*",
        "follow us(?: on (?:facebook|twitter|x|instagram|linkedin))?",
        "(?:copy|email) (?:this )?link",
        "print(?: this)?(?: page| article| story)?",
        "printer[- ]friendly(?: version)?",
    ),
    "a cookie notice": (
        r"(?:this (?:web)?site|we) uses? cookies\b.*",
        "(?:accept|reject|manage)(?: all)? cookies",
        "cookie (?:settings|preferences|policy)",
    ),
    "a navigation line": (
        "skip to (?:main )?content",
        "back to top",
        "(?:←|«|‹|<)? ?previous (?:post|article|story)(?: .*)?",
        "next (?:post|article|story)(?: ?(?:→|»|›|>))?",
        r"(?:read|see|view|show) (?:more|all)(?: (?:articles|news|posts|stories))?(?: ?(?:→|»|›|>|…|\.\.\.))?",
        "continue reading(?: ?(?:→|»|›|>))?",
        "(?:related|recommended|popular|recent|latest|more) (?:articles|posts|stories|news|reads)",
        "you (?:may|might) also like",
        "(?:read|see) also:?",
        "click here(?: to .*)?",
        "main menu",
        "toggle navigation",
        "search for:",
        "table of contents",
    ),
    "a sign-up form": (
        "subscribe(?: (?:now|today|to our newsletter|to the newsletter))?",
        "sign up (?:for|to) (?:our|the) (?:free )?(?:daily |weekly )?newsletter.*",
        "enter your e-?mail(?: address)?",
        "get (?:our|the) newsletter",
        "log ?in",
        "sign in",
        "register",
        "create an? (?:free )?account",
    ),
    "an advertisement label": (
        "advertisement",
        "advertising",
        "sponsored content",
        "story continues below.*",
        "article continues below.*",
    ),
    "a copyright line": (
        r"(?:©|\(c\)|copyright(?: ©)?) ?\d{4}\b.*",
        "(?:.{0,60}[.,] ?)?all rights reserved",
    ),
}
"""What is printed in a message, and the lines it stands for."""
_CRUMBS = lazy(r"(?:home|news|front page|start)(?: ?(?:>|»|›|→|/|::) ?[^>»›→/]{1,80}){1,6}", re.IGNORECASE)
_SITE = lazy(r"(?:home|start|front page|(?:www\.)?[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,10})", re.IGNORECASE)
_BULLET = lazy(r"^[\s•·*\-–▪]+")
_BULLETS = lazy(r"[•·▪]")
_LONGEST = 20
"""Words; a longer block is text."""


@cache
def _furniture() -> tuple[tuple[str, re.Pattern[str]], ...]:
    joined = ((name, "|".join(lines)) for name, lines in _LINES.items())
    return tuple((name, re.compile(rf"(?:{lines})[.!]?", re.IGNORECASE)) for name, lines in joined)


def _name(block: Block) -> str | None:
    """What furniture a block is, if it is any."""
    words = _BULLET.sub("", " ".join(block.text.split()))
    count = len(words.split())
    if count > _LONGEST or (count == 1 and block.kind is not BlockKind.PARAGRAPH):  # a heading may say “Advertising”
        return None
    if _CRUMBS.fullmatch(words):
        return "a breadcrumb"
    return next((name for name, pattern in _furniture() if pattern.fullmatch(words)), None)


def _breadcrumb(blocks: list[Block]) -> list[Block]:
    """The list at the very top that leads from the site to the page, entry by entry; empty where there is none."""
    trail: list[Block] = []
    for block in blocks[:6]:
        if block.kind is not BlockKind.LIST_ITEM and not block.text.lstrip().startswith(("•", "·")):
            break
        trail.append(block)
    entries = [entry for block in trail for entry in _BULLETS.split(block.text) if entry.strip()]
    return trail if len(entries) >= 2 and _SITE.fullmatch(entries[0].strip()) else []


def _whole(block: Block) -> Span:
    """The block without the blank space at its end."""
    return block.span_of(0, len(block.text.rstrip()))


def _hit(span: Span, name: str) -> Hit:
    return Hit(span, f"{name} of a web page, expected only the article")


def check(document: Document) -> Iterator[Hit]:
    """Point at every line that belongs to a page and not to the article."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
    blocks = [block for block in document.blocks if block.kind in kinds and block.text.strip()]
    trail = _breadcrumb(blocks)
    if trail:
        yield _hit(Span(trail[0].span.start, _whole(trail[-1]).end), "a breadcrumb")
    for block in blocks[len(trail) :]:
        name = _name(block)
        if name:
            yield _hit(_whole(block), name)
