"""``authoring transcript``: read a transcript, search it, and put down what is to be corrected in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from authoring.cli.given import look, named

if TYPE_CHECKING:
    from authoring.text.span import Span
    from authoring.transcripts import Transcript, Turn

_OFFERED = re.compile("did you mean “.*”[?]")


@click.command()
@click.argument("path", metavar="FILE", callback=named)
@click.option("--search", "words", metavar="WORDS", help="Only the turns that hold these words, which are marked.")
@click.option("--speaker", metavar="NAME", help="Only the turns of this speaker.")
@click.option("--from", "begin", metavar="TIME", help="Only what is said from then on (12:41, 00:12:41).")
@click.option("--to", "end", metavar="TIME", help="Only what is said until then.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--name", "names", multiple=True, metavar="LABEL=NAME", help="Say who a label stands for.")
@click.option("--heard", multiple=True, metavar="WORDS=WORDS", help="Say what was said where the transcript misheard.")
@click.option("--private", is_flag=True, help="Show what the notes that name it keep secret; on a terminal only.")
@click.option("--keep-corrections", "keep", is_flag=True, help="Say that the corrections hold for the file as it is.")
@click.pass_context
def transcript(  # noqa: PLR0917  # click passes them by name
    context: click.Context,
    path: str,
    words: str | None,
    speaker: str | None,
    begin: str | None,
    end: str | None,
    form: str,
    names: tuple[str, ...],
    heard: tuple[str, ...],
    private: bool,
    keep: bool,
) -> None:
    """Read a transcript in any format that is known: who says what, when; - reads what is piped in.

    With --name and --heard nothing is shown, and nothing is changed in FILE: what you correct is put into a file
    beside it (FILE.corrections.toml), and every command reads FILE with it.

    Where the notes beside FILE, or in the folder above, name it, what they keep secret is unreadable.
    """
    if private:
        from authoring.cli.private import terminal_only

        terminal_only(machine=form != "text")
    if names or heard or keep:
        if words or speaker or begin or end or private or form != "text":
            raise click.UsageError("--name, --heard and --keep-corrections show nothing; leave out the other options")
        _record(path, names, heard, keep=keep)
        return
    from authoring.reporters.terminal import safe

    read = _read(path, private=private)
    turns = list(_chosen(read, speaker, begin, end))
    marked: dict[int, Sequence[Span]] | None = None
    told = ""
    if words is not None:
        turns, marked, told = _searched(turns, words)
    for remark in read.remarks:
        click.echo(safe(remark), err=True)
    if form == "json":
        from authoring.reporters.transcript_json import report as as_json

        click.echo(as_json(read, turns, marked))
        return
    from authoring.reporters.transcript import report

    shown = look()
    for piece in report(read, turns, marked or {}, shown):
        click.echo(piece, nl=False, color=shown.colour)
    if told or not turns:
        click.echo(f"{chr(10) if turns else ''}{told or 'nothing is said there'}", err=True)


def _read(path: str, *, private: bool) -> Transcript:
    from dataclasses import replace

    from authoring.transcripts import read_transcript, transcript_of

    if path != "-":
        from authoring.runner.overheard import overheard

        read = read_transcript(path)
        told = read if private else overheard(read)
        if told.turns != read.turns:  # a label that a remark offers may be a name that is not to be shown
            told = replace(told, remarks=tuple(_OFFERED.sub("expected a label of it", each) for each in told.remarks))
        return told
    from authoring.cli.given import standard_bytes

    return transcript_of(standard_bytes("a transcript"), "-")


def _chosen(read: Transcript, speaker: str | None, begin: str | None, end: str | None) -> Sequence[Turn]:
    from authoring.pulling.choosing import between, by_speaker, timed

    turns: Sequence[Turn] = read.turns
    if begin is not None or end is not None:
        first, last = _seconds("--from", begin, 0.0), _seconds("--to", end, float("inf"))
        if last < first:
            raise click.UsageError("--to is before --from, expected it after")
        timed(read)
        turns = list(between(turns, first, last))
    if speaker is not None:
        labels = by_speaker(read, speaker)
        turns = [turn for turn in turns if turn.speaker in labels]
    return turns


def _seconds(option: str, time: str | None, default: float) -> float:
    from authoring.transcripts.times import seconds

    if time is None:
        return default
    found = seconds(time)
    if found is None:
        raise click.UsageError(f"{option} “{time}” is no time, expected one such as 12:41 or 00:12:41")
    return found


_WAYS = {
    "exact": "",
    "heard": "no turn has these words letter for letter; these have them as they sound",
    "all": "no turn has these words in that order; these have all of them",
    "nearly": "no turn has these words; these have words like them",
    "": "no turn has these words, or words like them",
}


def _searched(turns: Sequence[Turn], words: str) -> tuple[list[Turn], dict[int, Sequence[Span]], str]:
    from authoring.pulling.searching import search

    if not words.strip():
        raise click.UsageError("--search has no words, expected some")
    found = search(turns, words)
    hits = [turns[hit.number] for hit in found.hits]
    return hits, {number: hit.spans for number, hit in enumerate(found.hits)}, _WAYS[found.way]


def _record(path: str, names: Sequence[str], heard: Sequence[str], *, keep: bool) -> None:
    from authoring.errors import TranscriptError
    from authoring.notes.show import plural
    from authoring.runner.overheard import overheard
    from authoring.text.shell import typed
    from authoring.transcripts import as_it_came
    from authoring.transcripts.corrections import beside
    from authoring.transcripts.recording import record

    if path == "-":
        raise click.UsageError("what is piped in has no file beside it, expected the name of a transcript")
    came = as_it_came(path)
    try:
        count = record(came, _pairs("--name", names), _pairs("--heard", heard), keep=keep)
    except TranscriptError as error:
        if overheard(came) != came:  # the labels that it offers may be names that are not to be shown
            error.hint = "type it as the transcript has it"
        raise
    told = f"{plural(count, 'correction')} put in" if count else "these corrections are there already"
    click.echo(f"{beside(path)}: {'the corrections hold for the file as it is now' if keep and not count else told}")
    click.echo(f"next: authoring transcript {typed(path)}")


def _pairs(option: str, given: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in given:
        was, equals, right = (" ".join(part.split()) for part in each.partition("="))
        if not (was and equals and right):
            example = "SPEAKER_00=Ana Ruiz" if option == "--name" else "cove it=COVID"
            raise click.UsageError(f'{option} “{each}” is no pair, expected one such as {option} "{example}"')
        if found.get(was, right) != right:
            raise click.UsageError(f"{option} gives two answers for “{was}”, expected one")
        found[was] = right
    return found
