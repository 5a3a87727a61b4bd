"""The ``authoring`` command: finds the command that was asked for, loads it alone, and prints what went wrong."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

import click

from authoring import __version__
from authoring.cli import stopping
from authoring.errors import AuthoringError
from authoring.text.near import nearest

COMMANDS = {
    "init": ("authoring.cli.init:init", "Make a folder a newsroom's project."),
    "new": ("authoring.cli.new:new", "Begin a story: a folder with notes to fill in."),
    "transcript": ("authoring.cli.transcript:transcript", "Read, search and correct a transcript."),
    "notes": ("authoring.cli.notes:notes", "Check notes, show what was understood, add to them, begin them."),
    "draft": ("authoring.cli.draft:draft", "Make an article from notes."),
    "update": ("authoring.cli.update:update", "Bring new notes or a new template into an edited article."),
    "why": ("authoring.cli.why:why", "Say where a sentence of a draft comes from."),
    "lint": ("authoring.cli.lint:lint", "Check articles before they are published."),
    "rules": ("authoring.cli.rules:rules", "List the rules: what they check, their levels, which are on."),
    "explain": ("authoring.cli.explain:explain", "Show the page of a rule, with its examples."),
    "try": ("authoring.cli.trying:trying", "Show every hit of one rule, to judge it before switching it on."),
    "verify": ("authoring.cli.verify:verify", "Look for every quotation in the notes and transcripts."),
    "context": ("authoring.cli.context:context", "Show a quotation amid the transcript it comes from."),
    "diff": ("authoring.cli.diff:diff", "Say what changed between two drafts: quotations, sources, facts."),
    "quotes": ("authoring.cli.quotes:quotes", "List every quotation of an article, and who says it."),
    "stats": ("authoring.cli.stats:stats", "Measure articles: length, readability, who gets how many words."),
    "export": ("authoring.cli.export:export", "Put an article into the form that a site, a wire or a checker takes."),
    "template": ("authoring.cli.template:template", "List, show, check and make templates."),
    "grammar": ("authoring.cli.grammar:grammar", "Install LanguageTool, or remove it."),
    "config": ("authoring.cli.config:config", "Show the settings that hold for an article, and check them."),
}
"""Name of each command: where it is, and its line in the help. Nothing is loaded until it is asked for."""

START = """\
authoring takes notes to an article fit to publish. Three commands to start with:

  authoring init                              make this folder a newsroom project
  authoring new interview "A working title"   begin a story: notes for you to fill in
  authoring draft drafts/a-working-title      make the article from your notes

Each says what to type next. authoring --help lists every command.
"""


class NewsroomGroup(click.Group):
    """Loads commands when they are asked for, and is the one place that prints errors about the user's files."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a story needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, with the nearest command for a misspelt one."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = nearest(args[0], COMMANDS)
            hint = f"did you mean “{near}”?" if near else f"there are: {', '.join(COMMANDS)}"
            raise click.UsageError(f"there is no command “{args[0]}”; {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error about the user's files is printed in one place, and the exit code is 2."""
        try:
            return super().invoke(ctx)
        except AuthoringError as error:
            from authoring.reporters.terminal import safe

            for line in str(error).split("\n"):  # which may show a name from the user's files
                click.echo(safe(line), err=True)
            ctx.exit(2)
        except KeyboardInterrupt:  # 1 would say that the linter found something
            click.echo("\nstopped", err=True)
            ctx.exit(128 + signal.SIGINT)
        except BrokenPipeError:  # click's own answer is 1, too
            sys.stdout = _nowhere()  # or Python would try once more on its way out, and say so at length
            ctx.exit(_PIPE_CLOSED)


@click.group(cls=NewsroomGroup, invoke_without_command=True)
@click.version_option(__version__, prog_name="authoring")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """From interview notes to an article fit to publish.

    Exit codes: 0 all is well, 1 the linter found something, 2 a file or an option is wrong.
    """
    if os.environ.get("NO_COLOR"):
        ctx.color = False
    if ctx.invoked_subcommand is None:
        click.echo(START, nl=False)


_PIPE_CLOSED = 128 + 13
"""As a shell tells that a reader such as ``head`` had enough: 128 and the number of SIGPIPE, which Windows lacks."""
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EIO) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _prepare() -> None:
    """Make output safe, and being asked to end a reason to tidy up; leave garbage to those who make much of it.

    Articles are parsed into thousands of small objects, and to look through them again and again takes a sixth of a
    lint; ``authoring.runner.worker`` sweeps instead when articles are done.
    """
    gc.disable()
    sys.stdout = sys.stdout or _nowhere()  # a command started with ">&-" has none
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a Windows console or LANG=C must not fail on a curly quotation mark
            stream.reconfigure(encoding="utf-8", errors="replace")
    stopping.listen()


def _leave(code: int) -> None:
    """End at once: all is tidied up by now, and what Python does on its way out may stumble over what was cut short."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main() -> None:
    """Entry point. A fault of the program's own is owned up to in one line, without anything from the user's files."""
    _prepare()
    try:
        cli(prog_name="authoring")
    except KeyboardInterrupt:
        _leave(128 + signal.SIGINT)
    except SystemExit as ended:
        if ended.code in stopping.CODES:
            _leave(128 + signal.SIGINT if ended.code == 128 + signal.SIGINT else 128 + signal.SIGTERM)
        raise
    except Exception as error:
        if os.environ.get("AUTHORING_DEBUG"):
            raise
        if isinstance(error, OSError) and error.filename is None and error.errno in _NO_ROOM:
            click.echo(f"the output cannot be written ({error.strerror})", err=True)
            sys.stdout = _nowhere()  # or Python would try once more on its way out, and say so at length
            sys.exit(2)
        trace = error.__traceback__
        while trace and trace.tb_next:
            trace = trace.tb_next
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown"
        click.echo(f"authoring failed, which is a fault of the program ({type(error).__name__} at {place})", err=True)
        click.echo("nothing was written; set AUTHORING_DEBUG=1 and run it again for the details to report", err=True)
        sys.exit(2)
