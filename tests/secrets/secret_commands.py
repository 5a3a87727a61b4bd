"""Every command with every option and format, as it is run on a story with secrets in it.

``{edited}`` and the like stand for the story's files. ``unexercised`` says which commands and options are run nowhere:
whoever adds one adds it here.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from authoring.cli.main import cli
from authoring.export.formats import FORMATS as EXPORTS

NEEDS_NONE = {
    ("grammar", "install"): "it reads no story",
    ("grammar", "stop"): "it reads no story",
    ("grammar", "uninstall"): "it reads no story",
    ("grammar", "status"): "it reads no story",
}
"""Commands that are not run, and why."""
NOT_RUN = {
    ("draft", "--watch"): "it ends when somebody presses Ctrl-C; what it prints is that of draft",
    ("lint", "--watch"): "it ends when somebody presses Ctrl-C; what it prints is that of lint",
    ("lint", "--grammar-server"): "what is sent is the same; see the engine that listens",
    ("lint", "--keep-alive"): "what is sent is the same; see the engine that listens",
    ("new", "--edit"): "it starts an editor",
}
"""Options that are not run, and why."""

FORMATS = ("text", "json", "concise", "github", "sarif", "junit", "html")
LINT: tuple[tuple[str, ...], ...] = (
    *(("lint", "{edited}", "--format", form) for form in FORMATS),
    ("lint", "{folder}", "--jobs", "1", "--statistics"),
    ("lint", "{edited}", "--cache-dir", "{out}/cache", "--select", "quotes,sources,leaked-source"),
    ("lint", "{edited}", "--cache-dir", "{out}/cache", "--select", "quotes,sources,leaked-source"),
    ("lint", "{edited}", "--ignore", "leaked-source", "--severity", "quotes=warning", "--fail-on", "warning"),
    ("lint", "{edited}", "--notes", "{notes}", "--no-cache", "--max-warnings", "1", "--house", "guardian"),
    ("lint", "-", "--stdin-filename", "{edited}", "--format", "concise", "--isolated"),
    ("lint", "{edited}", "--diff"),
    ("lint", "{edited}", "--private"),
    ("lint", "{edited}", "--fix", "--unsafe-fixes", "--diff"),
    ("lint", "{edited}", "--config", "{config}", "--baseline", "{out}/baseline.json", "--write-baseline"),
    ("lint", "{edited}", "--baseline", "{out}/baseline.json"),
    ("lint", "{notes}"),
    *(("lint", "{notes}", "--format", form) for form in ("json", "html", "github")),
    ("lint", "{copy}", "--fix"),
    ("lint", "{copy}", "--unsafe-fixes"),
)
DRAFTS: tuple[tuple[str, ...], ...] = (
    *(("draft", "{notes}", "--template", name) for name in ("interview", "qa", "brief", "news", "profile", "roundup")),
    ("draft", "{notes}", "-t", "{house}", "-o", "{out}/house.md", "--house", "guardian"),
    ("draft", "{notes}", "-t", "{house}", "-o", "-"),
    ("draft", "{notes}", "-t", "{faulty}", "-o", "-"),
)
AFTER_EDITING: tuple[tuple[str, ...], ...] = (
    ("draft", "{notes}"),
    *(("why", f"{{edited}}:{line}") for line in (1, 3, "{last}", "{last}:3", "{lead}", "{lead2}")),
    *(("why", f"{{edited}}:{line}", "--format", "json") for line in ("{last}", "{lead}", "{lead2}", "{lead3}")),
    *(("context", f"{{edited}}:{line}") for line in ("{last}", "{said}", "{lead}", "{lead2}", "{lead3}")),
    ("context", "{edited}:{said}", "--format", "json", "--turns", "9", "--notes", "{notes}"),
    ("context", "{edited}:{said}", "--turns", "9", "--transcript", "{transcript}"),
    ("verify", "{edited}"),
    ("verify", "{edited}", "--all"),
    ("verify", "{edited}", "--private"),
    ("why", "{edited}:{last}", "--private"),
    ("verify", "{edited}", "--format", "json", "--notes", "{notes}"),
    ("verify", "{edited}", "--transcript", "{transcript}", "--all"),
    ("verify", "-", "--stdin-filename", "{edited}"),
    ("quotes", "{edited}"),
    ("quotes", "{edited}", "--why"),
    ("quotes", "{edited}", "--format", "json", "--notes", "{notes}"),
    ("quotes", "-", "--stdin-filename", "{edited}"),
    ("stats", "{edited}", "--full", "--sections", "--paragraphs"),
    ("stats", "{edited}", "--format", "json", "--sections", "--paragraphs", "--config", "{config}"),
    ("stats", "{folder}", "--isolated", "--jobs", "1"),
    ("stats", "{edited}", "--html", "{out}/stats.html"),
    ("stats", "-", "--stdin-filename", "{edited}"),
    ("diff", "{edited}"),
    ("diff", "{edited}", "--format", "json"),
    ("diff", "{drafted}", "{edited}"),
    ("diff", "{edited}", "{drafted}", "--format", "json"),
    ("update", "{edited}", "--check"),
    ("update", "{edited}", "--dry-run"),
    ("update", "{edited}", "--dry-run", "--notes", "{changed}"),
    ("update", "{copy}", "--notes", "{changed}", "-t", "{template}"),
    ("try", "leaked-source", "{edited}"),
    ("try", "leaked-source", "{edited}", "--format", "json", "--notes", "{notes}"),
    ("try", "loaded-cue", "{edited}", "--sample", "2", "--seed", "3", "--isolated"),
    ("try", "long-sentence", "{edited}", "--set", "words=4", "--house", "ap", "--format", "json"),
    ("try", "undated-time", "{edited}", "--config", "{config}"),
    ("draft", "{notes}", "--force", "-t", "{template}"),
)
TEMPLATES: tuple[tuple[str, ...], ...] = (
    ("template", "list", "{notes}"),
    ("template", "list", "--format", "json"),
    ("template", "show", "brief", "--blocks"),
    ("template", "show", "brief", "--path"),
    ("template", "new", "ours", "--from", "brief", "--block", "closing"),
    ("template", "new", "other", "--from", "brief", "--copy"),
    ("template", "check", "{house}", "--notes", "{notes}", "--fail-on", "never"),
    ("template", "check", "{faulty}", "--notes", "{notes}", "--format", "json"),
    ("template", "from", "{edited}", "--notes", "{notes}", "-o", "-"),
    ("template", "from", "{drafted}", "--notes", "{notes}", "--name", "made", "--force"),
)
TRANSCRIPTS: tuple[tuple[str, ...], ...] = (
    ("transcript", "{named}"),
    ("transcript", "{named}", "--format", "json"),
    ("transcript", "{named}", "--search", "boats"),
    ("transcript", "{named}", "--speaker", "{speaker}", "--from", "00:00:00", "--to", "00:10:00"),
    ("transcript", "{named}", "--private"),
    ("transcript", "{named}", "--name", "Reporter=Joan Pell", "--heard", "botas=boats"),
    ("transcript", "{named}", "--keep-corrections"),
    ("notes", "add", "{notes}", "--line", "1-60", "--dry-run"),
    ("notes", "add", "{notes}", "--line", "1-60"),
    ("notes", "add", "{notes}", "--at", "00:00:05", "--turn", "--beat", "The pumps"),
    ("notes", "add", "{notes}", "--words", "We may lose a third"),
    ("notes", "add", "{notes}", "--transcript", "{named}", "--words", "My name is"),
    ("notes", "add", "{notes}", "--transcript", "{named}", "--line", "4", "--speaker", "{speaker}=s1"),
    ("notes", "add", "{notes}", "--transcript", "{named}", "--line", "4", "--speaker", "Nobody=s1"),
    ("notes", "add", "{notes}", "--words", "words that nobody has said"),
    ("notes", "add", "{notes}"),
)
EXPORT: tuple[tuple[str, ...], ...] = tuple(
    run
    for form in EXPORTS
    for run in (
        ("export", "{drafted}", "--to", form, "-o", "{out}/export." + form, "--force"),
        ("export", "{drafted}", "--to", form, "-o", "-", "--notes", "{notes}", "--force"),
        ("export", "{edited}", "--to", form, "-o", "-"),
        ("export", "{edited}", "--to", form, "-o", "{out}/leak." + form, "--force"),
    )
)
ABOUT_NOTES: tuple[tuple[str, ...], ...] = (
    ("notes", "check", "{notes}"),
    ("notes", "check", "{notes}", "--format", "json"),
    ("notes", "check", "{folder}"),
    *(("notes", "from", article, "-o", "{out}/from.md", "--force") for article in ("{drafted}", "{edited}")),
    ("notes", "show", "{notes}"),
    ("notes", "show", "{notes}", "--format", "json"),
    ("notes", "show", "{notes}", "--private"),
    ("new", "brief", "A Second Story", "--from", "{notes}", "--in", "{out}", "--no-input"),
    ("new", "interview", "A Fourth Story", "--in", "{out}", "--no-input", "--transcript", "{talk}"),
    ("new", "interview", "A Third Story", "--in", "{out}", "--no-input", "--set", "byline=Joan Pell"),
    ("init", "{out}/room", "--no-input", "--house", "ap"),
    ("init", "{out}/room2", "--dry-run"),
    ("rules", "{edited}"),
    ("rules", "--format", "json", "--select", "quotes", "--ignore", "style", "--severity", "quotes=info"),
    ("rules", "--config", "{config}", "--fail-on", "error", "--house", "ap"),
    ("rules", "--isolated"),
    ("explain", "leaked-source", "--select", "quotes", "--ignore", "style", "--severity", "quotes=info"),
    ("explain", "leaked-source", "--config", "{config}", "--fail-on", "error", "--house", "ap"),
    ("explain", "leaked-source", "--isolated"),
    ("config", "show", "{edited}"),
    ("config", "show", "{edited}", "--format", "json", "--select", "quotes", "--ignore", "style"),
    ("config", "show", "{edited}", "--severity", "quotes=info", "--fail-on", "error", "--house", "ap"),
    ("config", "show", "{edited}", "--config", "{config}"),
    ("config", "show", "{edited}", "--isolated"),
    ("config", "check", "{folder}"),
)
OF_WRONG_NOTES: tuple[tuple[str, ...], ...] = (
    ("notes", "check", "{notes}"),
    ("notes", "check", "{notes}", "--format", "json"),
    ("notes", "show", "{notes}"),
    ("draft", "{notes}", "-t", "brief"),
    ("lint", "{article}", "{notes}"),
    ("lint", "{article}", "--format", "html"),
    ("lint", "{article}", "--format", "json"),
    ("verify", "{article}"),
    ("quotes", "{article}"),
    ("quotes", "{article}", "--format", "json"),
    ("stats", "{article}", "--full", "--sections"),
    ("diff", "{article}", "{edited}"),
    ("update", "{article}"),
    ("why", "{article}:3"),
    ("try", "long-sentence", "{article}", "--set", "words=4"),
    ("template", "from", "{article}", "--notes", "{notes}", "-o", "-"),
)
"""What is run where the notes are wrong; ``{article}`` stands beside them and names a source."""
EVERY = (*DRAFTS, *AFTER_EDITING, *LINT, *EXPORT, *TRANSCRIPTS, *ABOUT_NOTES, *TEMPLATES, *OF_WRONG_NOTES)


def commands(group: click.Group = cli, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that can be run, with the words that name it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*before, name))
        else:
            yield (*before, name), command


def unexercised() -> list[str]:
    """Commands, options and choices that are run nowhere, and of which nobody has said why."""
    missing = []
    for words, command in commands():
        if words in NEEDS_NONE:
            continue
        runs = [run[len(words) :] for run in EVERY if run[: len(words)] == words]
        if not runs:
            missing.append(" ".join(words))
            continue
        for option in (each for each in command.params if isinstance(each, click.Option)):
            if any((words[0], name) in NOT_RUN for name in option.opts):
                continue
            used = [run for run in runs if set(option.opts) & set(run)]
            if not used:
                missing.append(f"{' '.join(words)} {option.opts[-1]}")
            elif isinstance(option.type, click.Choice) and "format" in option.opts[0]:
                default = option.default if len(used) < len(runs) else None
                given = {run[run.index(name) + 1] for run in used for name in option.opts if name in run} | {default}
                missing += [
                    f"{' '.join(words)} {option.opts[0]} {form}" for form in option.type.choices if form not in given
                ]
            elif isinstance(option.type, click.Choice) and option.opts[0] == "--to":
                given = {run[run.index("--to") + 1] for run in used}
                missing += [f"{' '.join(words)} --to {form}" for form in option.type.choices if form not in given]
    return missing
