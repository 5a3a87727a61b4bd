"""Stories of ours for the tests of the checking copy, and what reads such a copy."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

from click.testing import CliRunner

from authoring.cli.main import cli

NOTES = """---
kind: interview
headline: The Lock Keeper Stays
byline: Mara Lind
published: 2026-04-20
asof: 2026-04-20
interview:
  with: oduya
  when: 2026-04-14
  how: in person, at Stonebeck Lock
  recording: lock.m4a
  transcript: lock.vtt
  terms: on the record
sources:
  oduya:
    name: Peter Oduya
    kind: person
    pronoun: he
    role: the lock keeper at Stonebeck
    employer: Canal Board
    stake: the Canal Board pays him
    knows: first-hand
  board:
    name: Canal Board
    kind: organisation
    url: https://canal-board.example/notices
  survey:
    name: Stonebeck Lock Survey
    kind: document
    first: a survey by the Canal Board
    date: 2025-11-03
    url: https://canal-board.example/survey.pdf
  clerk:
    name: Helen Marsh
    kind: person
    alias: a clerk at the Canal Board
    role: deputy records clerk on the third floor
    reason: who was told not to speak to reporters
    terms: anonymous
requests:
  - to: board
    asked_by: The Courier
    asked_on: 2026-04-16
    how: email
    about: the price of the new gates
    outcome: declined
---
## Lede
Stonebeck Lock will keep its keeper, Peter Oduya, for another year.

## The gates
> I have opened those gates eleven thousand times. // They weigh two tons each.
— oduya | said | 00:00:12 | heard: yes
> My sister thinks the board has no money at all.
— oduya | off the record
- the gates were last replaced in 1989
  — survey | p. 12

## The board
> Nobody here has seen a budget since the winter.
— clerk | said | 2026-04-15 | via: call
x board
"""
TRANSCRIPT = """WEBVTT

00:00:05.000 --> 00:00:11.000
<v Mara Lind>How often have you opened them?

00:00:12.000 --> 00:00:20.000
<v Peter Oduya>I have opened those gates eleven thousand times. They weigh two tons each, give or take.

00:00:21.000 --> 00:00:27.000
<v Peter Oduya>My sister thinks the board has no money at all.

00:00:28.000 --> 00:00:33.000
<v Mara Lind>And the winter?

00:00:34.000 --> 00:00:40.000
<v Peter Oduya>The winter is quiet. I read.
"""
ARTICLE = """---
headline: The Lock Keeper Stays
byline: Mara Lind
published: 2026-04-20
kind: interview
notes: notes.md
---

# The Lock Keeper Stays

By Mara Lind

Stonebeck Lock will keep its keeper, Peter Oduya, for another year. The ducks approve.

“I have opened those gates eleven thousand times,” Oduya said. “They weigh three tons each.”

The gates were last replaced in 1989, according to a survey by the Canal Board. “Nobody here has seen a budget since
the winter,” said a clerk at the Canal Board, who was told not to speak to reporters.
"""


def story(folder: Path, article: str = ARTICLE, notes: str | None = NOTES, transcript: str = TRANSCRIPT) -> Path:
    """Write the story into a folder; the article's path."""
    if notes is not None:
        (folder / "notes.md").write_text(notes, encoding="utf-8")
        (folder / "lock.vtt").write_text(transcript, encoding="utf-8")
    path = folder / "article.md"
    path.write_text(article, encoding="utf-8")
    return path


def page_of(article: Path, *flags: str) -> str:
    """The checking copy of an article, as it is printed."""
    result = CliRunner().invoke(cli, ["export", str(article), "--to", "factcheck", "-o", "-", *flags])
    assert result.exit_code == 0, result.output
    return result.stdout


def text_of(html: str) -> str:
    """The words of a page, or of a part of one."""
    body = re.sub(r"(?s)<(style|script)>.*?</\1>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def part(page: str, id_: str) -> str:
    """The words of the sentence, the quotation, the source or the section that has an id."""
    start = page.index(f'id="{id_}"')
    following = re.compile(r'<(?:div class="line|article class="|section class=")').search(page, start)
    return text_of(f"<{page[start : following.start() if following else len(page)]}")
