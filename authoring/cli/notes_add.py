"""``authoring notes add``: pull passages of a transcript into notes as placed quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from authoring.cli.given import look, named

if TYPE_CHECKING:
    from authoring.pulling.files import NotesFile
    from authoring.pulling.passages import Passage
    from authoring.pulling.pull import Result
    from authoring.pulling.speakers import Cast
    from authoring.transcripts import Transcript

_LINES = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?")


@click.command()
@click.argument("path", metavar="NOTES", callback=named)
@click.option(
    "--transcript",
    "file",
    metavar="FILE",
    callback=named,
    help="The transcript; may be left out where the notes name one.",
)
@click.option("--line", "lines", multiple=True, metavar="N[-M]", help="Pull what stands there, in whole sentences.")
@click.option("--at", "times", multiple=True, metavar="TIME[-TIME]", help="Pull what is said then, in whole sentences.")
@click.option("--words", multiple=True, metavar="WORDS", help="Pull these words, or “first … last” with all between.")
@click.option("--turn", "turns", is_flag=True, help="With --line and --at: pull the whole turn.")
@click.option(
    "--speaker",
    "speakers",
    multiple=True,
    metavar="LABEL=ID",
    help="Say which source a label is; +NAME makes one, ? is you who ask, - is nobody to quote.",
)
@click.option("--beat", metavar="HEADING", help="Put it at the end of this beat, which is made where there is none.")
@click.option("--dry-run", is_flag=True, help="Say what would be put in, and write nothing.")
def add(  # noqa: PLR0917  # click passes them by name
    path: str,
    file: str | None,
    lines: tuple[str, ...],
    times: tuple[str, ...],
    words: tuple[str, ...],
    turns: bool,
    speakers: tuple[str, ...],
    beat: str | None,
    dry_run: bool,
) -> None:
    """Pull passages of a transcript into NOTES, as quotes to the letter with their place.

    Without --line, --at or --words you look through the transcript on the terminal and pick. Nothing that stands in
    the notes is changed: lines are put in, at the end of a beat called “From the transcript” unless you name another.
    """
    from authoring.cli.asking import may_ask
    from authoring.pulling.files import NotesFile
    from authoring.pulling.speakers import Cast

    path = _notes_in(path)
    notes = NotesFile(path)
    transcript = _transcript(notes, file)
    cast = Cast(notes.notes)
    _tell(cast, transcript, speakers)
    passages = [
        *(each for given in lines for each in _on_lines(transcript, given, turns=turns)),
        *(each for given in times for each in _at_times(transcript, given, turns=turns)),
        *(_with_words(transcript, given) for given in words),
    ]
    if passages:
        put_in(notes, transcript, cast, passages, beat, dry_run=dry_run)
    elif not may_ask():
        raise click.UsageError("nothing to pull, expected --line, --at or --words, or a terminal to choose on")
    else:
        from authoring.cli.browsing import browse

        browse(path, transcript, cast, beat)


def _notes_in(path: str) -> str:
    return str(Path(path) / "notes.md") if Path(path).is_dir() else path


def _transcript(notes: NotesFile, file: str | None) -> Transcript:
    from authoring.errors import AuthoringError
    from authoring.reporters.terminal import safe
    from authoring.transcripts import read_transcript
    from authoring.wording import transcript_paths
    from authoring.wording.material import masked
    from authoring.wording.noted import refuse_telling_name, secret_names

    if file is None:
        there = transcript_paths(notes.notes)
        if len(there) != 1:
            what = "no transcript" if not there else f"{len(there)} transcripts"
            hint = "name the one with: --transcript FILE"
            raise AuthoringError(f"the notes name {what}, expected one", path=notes.path, hint=hint)
        file = str(there[0])
    secrets = secret_names(notes.notes)
    refuse_telling_name(Path(file), notes.notes, secrets)
    read = read_transcript(file)
    for remark in read.remarks:
        click.echo(safe(masked(remark, secrets)), err=True)
    return read


def _tell(cast: Cast, transcript: Transcript, given: Sequence[str]) -> None:
    from authoring.pulling.speakers import labels_of

    labels = labels_of(turn.speaker for turn in transcript.turns)
    for each in given:
        label, pair, value = each.rpartition("=")
        if not pair or not value.strip():
            raise click.UsageError(f'--speaker “{each}” is no pair, expected one such as --speaker "SPEAKER_00=sarah"')
        cast.tell(" ".join(label.split()), value.strip(), labels)


def _on_lines(transcript: Transcript, given: str, *, turns: bool) -> list[Passage]:
    from authoring.pulling.passages import at_line

    found = _LINES.fullmatch(given.strip())
    if found is None or int(found[2] or found[1]) < int(found[1]):
        raise click.UsageError(f"--line “{given}” is no line, expected one such as 120, or 120-124")
    return at_line(transcript, int(found[1]), int(found[2]) if found[2] else None, turns=turns)


def _at_times(transcript: Transcript, given: str, *, turns: bool) -> list[Passage]:
    from authoring.pulling.passages import at_time
    from authoring.transcripts.times import seconds

    first, dash, last = (part.strip() for part in given.replace("–", "-").partition("-"))
    begin, end = seconds(first), seconds(last) if dash else None
    if begin is None or (dash and end is None) or (end is not None and end < begin):
        raise click.UsageError(f"--at “{given}” is no time, expected one such as 00:12:41, or 00:12:41-00:13:05")
    return at_time(transcript, begin, end, turns=turns)


def _with_words(transcript: Transcript, given: str) -> Passage:
    from authoring.pulling.passages import with_words

    return with_words(transcript, given)


def put_in(
    notes: NotesFile,
    transcript: Transcript,
    cast: Cast,
    passages: Sequence[Passage],
    beat: str | None,
    *,
    dry_run: bool = False,
) -> None:
    """Pull passages into notes, in the order in which they were said, and say what went in.

    Raises ``AuthoringError``, and changes nothing then.
    """
    from authoring.cli.asking import may_ask
    from authoring.cli.casting import ask_who
    from authoring.pulling.pull import Wanted, pull
    from authoring.pulling.speakers import required

    for passage in passages if may_ask() else ():
        ask_who(cast, transcript, passage)
    in_order = sorted(passages, key=lambda passage: (passage.turn, passage.span.start))
    wanted = [Wanted(passage, required(cast, transcript, passage)) for passage in in_order]
    result = pull(notes.notes, transcript, wanted, beat)
    if not dry_run and result.text != notes.text:
        notes.write(result.text)
    _confirm(notes, transcript, cast, result, dry_run=dry_run)


def _confirm(notes: NotesFile, transcript: Transcript, cast: Cast, result: Result, *, dry_run: bool) -> None:
    from authoring.notes.written import clock
    from authoring.reporters.terminal import fitting, safe
    from authoring.text.shell import typed
    from authoring.wording.material import masked

    width = look().width
    done = "would be put in" if dry_run else "put in"
    for each in result.pulled:
        turn = each.wanted.passage.said
        lines = f"{each.lines[0]}-{each.lines[1]}" if each.lines[0] != each.lines[1] else f"{each.lines[0]}"
        time = f" at {clock(turn.start)}" if turn.start is not None else ""
        what = f"{done} under “{result.heading}”" if each.new else "these words are there already"
        click.echo(safe(f"{notes.path}:{lines}: {what}, from {transcript.path}:{turn.line}{time}"))
        for line in each.shown:
            click.echo(f"  {fitting(safe(masked(line, cast.secrets)), max(width - 2, 20))}")
    for role in result.sources:
        click.echo(safe(f"{notes.path}: new source {role.id}, {role.name}; say who that is under “sources:”"))
    if result.named:
        click.echo(f"{notes.path}: {'would name' if dry_run else 'names'} the transcript under “interview:” now")
    elif result.named is False:
        click.echo(f"{notes.path}: put the transcript's name under “interview:” by hand; nothing can be put in there")
    if not dry_run and any(each.new for each in result.pulled):
        click.echo(f"next: authoring draft {typed(str(notes.path))}")
