"""Asks on a terminal who a label of a transcript is in the notes, by number; without an answer it stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from authoring.pulling.passages import Passage
    from authoring.pulling.speakers import Cast
    from authoring.transcripts import Transcript


def ask_who(cast: Cast, transcript: Transcript, passage: Passage) -> None:
    """Ask who says a passage, where nobody has said it; a number that is none of those offered leaves it open."""
    from authoring.cli.asking import ask
    from authoring.pulling.speakers import ASKS, NEW, NOBODY, OUT, labels_of
    from authoring.reporters.terminal import safe
    from authoring.wording.noted import printed_name

    label = passage.said.speaker
    if cast.of(label) is not None:
        return
    choices = list(cast.sources.values())
    click.echo(safe(f"Who is “{cast.shown(label)}”, on line {passage.said.line}?"))
    for number, source in enumerate(choices, 1):
        who = printed_name(source) or ("a source who is not named" if source.protected else source.id)
        click.echo(safe(f"{number:>4}  {who}{'' if source.protected else f' ({source.id})'}"))
    others = ((NEW, "a new source"), (ASKS, "whoever asks the questions"), (OUT, "leave out"))
    for number, (_, what) in enumerate(others, len(choices) + 1):
        click.echo(f"{number:>4}  {what}")
    answer = ask("number")
    number = int(answer) if answer.isdecimal() and len(answer) < 6 else 0
    if not 1 <= number <= len(choices) + len(others):
        return
    value = choices[number - 1].id if number <= len(choices) else others[number - len(choices) - 1][0]
    if value == NEW:
        value += ask("Name", cast.shown(label) if label else "")
    cast.tell(label or NOBODY, value, labels_of(turn.speaker for turn in transcript.turns))
