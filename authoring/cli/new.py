"""``authoring new``: begin a story, with notes to fill in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from authoring.scaffolding.story import Story, Wanted


@click.command()
@click.argument("kind", required=False)
@click.argument("headline", default="")
@click.option(
    "--set",
    "given",
    multiple=True,
    metavar="KEY=VALUE",
    help="Fill in a key, such as byline=… or sources.ruiz.name=…; as often as needed.",
)
@click.option(
    "--from",
    "older",
    type=click.Path(path_type=Path),
    metavar="STORY",
    help="Begin with the sources and the beats of an older story; nothing that was said is taken.",
)
@click.option(
    "--transcript",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Begin with the turns of a transcript, each waiting in a comment.",
)
@click.option(
    "--in",
    "folder",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where to make the story's folder; default: drafts, in the project.",
)
@click.option("--no-input", is_flag=True, help="Ask nothing; what is not known stays empty.")
@click.option("--edit", "editing", is_flag=True, help="Open the notes in your editor ($VISUAL, $EDITOR).")
def new(  # noqa: PLR0917  # click passes them by name
    kind: str | None,
    headline: str,
    given: tuple[str, ...],
    older: Path | None,
    transcript: Path | None,
    folder: Path | None,
    no_input: bool,
    editing: bool,
) -> None:
    """Begin a story of some KIND: interview, qa, brief, news, profile, roundup, correction, or one of your own.

    Makes a folder named after HEADLINE with notes to fill in: the keys that such a story needs, and what to ask
    before, during and after. On a terminal it asks for what is missing; Enter goes on, and what stays empty means
    “not known yet”.
    """
    from authoring.cli.asking import may_ask
    from authoring.scaffolding.given import settings
    from authoring.scaffolding.story import DRAFTS, Wanted, begun, older_notes, project_of, write
    from authoring.transcripts import read_transcript

    drafts = folder or _near(project_of(Path()) / DRAFTS)
    if not kind:
        from authoring.scaffolding.kinds import kinds

        there = ", ".join(kinds(drafts / "story" / "notes.md"))
        raise click.UsageError(f'no kind of story, expected one of {there}; for example: authoring new interview "…"')
    wanted = Wanted(
        kind,
        " ".join(headline.split()),
        settings(given),
        older_notes(older, drafts) if older else None,
        read_transcript(transcript) if transcript else None,
    )
    story = begun(wanted, drafts)
    if may_ask() and not no_input and not (story.named and story.path.exists()):
        story = begun(_answered(wanted, story), drafts)
    write(story)
    _tell(story)
    if editing:
        from authoring.scaffolding.editor import edit

        edit(story.path)


def _answered(wanted: Wanted, story: Story) -> Wanted:
    """What is wanted, with the answers to what is missing."""
    from dataclasses import replace

    from authoring.cli.asking import ask, own_name
    from authoring.scaffolding.given import Setting
    from authoring.scaffolding.story import missing

    open_ = missing(story.text)
    if open_:
        click.echo("Enter goes on; what stays empty means: not known yet.")
    answers: dict[tuple[str, ...], str] = {}
    for way in open_:
        name = answers.get((*way[:-1], "name"))
        if name == "":  # whose role that would be is not known
            continue
        known = story.notes.sources[way[1]].name if len(way) > 1 else None
        question = _QUESTIONS[way[-1]].format(who=name or str.__str__(known or ""))
        answers[way] = ask(question, own_name() if way == ("byline",) else "")
    return replace(wanted, settings=[*wanted.settings, *(Setting(way, told) for way, told in answers.items() if told)])


_QUESTIONS = {
    "headline": "Headline, or a working title",
    "byline": "Byline, your name",
    "name": "Name of whom you interview",
    "role": "Who is {who}, as it will read after the name (a librarian in Tarn Hill)",
}


def _tell(story: Story) -> None:
    from authoring.notes.show import plural
    from authoring.text.shell import typed

    click.echo(f"{story.path}: made, open it and fill it in")
    if story.turns:
        click.echo(f"with {plural(story.turns, 'exchange')} of the transcript at its end, in comments until wanted")
    if story.mute:
        click.echo("not all of the transcript is there: some of it names no speaker, or holds a mark of a comment")
    if story.left:
        click.echo(f"{plural(story.left, 'source')} of the older story not taken: what was promised was promised there")
    click.echo(f"next: authoring draft {typed(str(story.path.parent))}")


def _near(path: Path) -> Path:
    """A path as it is shortest to type from here."""
    try:
        return min(Path(os.path.relpath(path)), path, key=lambda each: len(str(each)))
    except ValueError:  # another drive
        return path
