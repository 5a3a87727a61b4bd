"""``authoring lint``: check articles and notes before they are published."""

from __future__ import annotations

from typing import Any

import click

from authoring.cli.given import named
from authoring.cli.living import Living, living
from authoring.cli.settings import configs, settings

_FORMATS = ("text", "json", "concise", "github", "sarif", "junit", "html")


_WAIT = "10"
"""Minutes that LanguageTool waits where none are given."""


class _Lint(click.Command):
    """Lets ``--keep-alive`` stand without a number before a path, which click would take for the number."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with the minutes filled in."""
        following = [*args[1:], ""]
        alone = [arg == "--keep-alive" and not after.isdecimal() for arg, after in zip(args, following, strict=True)]
        given = [f"{arg}={_WAIT}" if is_alone else arg for arg, is_alone in zip(args, alone, strict=True)]
        return super().parse_args(ctx, given)


@click.command(cls=_Lint)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--notes", metavar="FILE", callback=named, help="Compare with these notes instead of those the article names."
)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@settings
@living
@click.option("--grammar-server", metavar="ADDRESS", help="Ask this LanguageTool server, as http://127.0.0.1:8081.")
@click.option(
    "--keep-alive", type=click.IntRange(0), metavar="[MINUTES]", help="Let LanguageTool wait so long for the next run."
)
@click.option("--private", is_flag=True, help="Show what was told in confidence, too; on a terminal only.")
@click.option("--stdin-filename", metavar="NAME", help="What to call the text of standard input (PATH is -).")
@click.pass_context
def lint(
    context: click.Context,
    /,
    *,
    paths: tuple[str, ...],
    notes: str | None,
    form: str,
    stdin_filename: str | None,
    grammar_server: str | None,
    keep_alive: int | None,
    private: bool,
    **flags: Any,
) -> None:
    """Check articles (.md, .markdown, .txt, .html), folders or patterns of them, or - for standard input.

    Exit code 0: nothing as severe as --fail-on; 1: something is, or --diff shows a change; 2: a file or flag is wrong.
    A file that cannot be read does not keep the others from being checked. The nearest authoring.toml or pyproject.toml
    above each article sets what is not set here; "authoring config show PATH" tells what holds.
    """
    from authoring.cli.linting import Linting

    asked = Living(**{name: flags.pop(name) for name in Living.__annotations__})
    asked.agree(paths)
    if private:
        from authoring.cli.private import terminal_only

        terminal_only(machine=form not in ("text", "concise"))
        if asked.write_baseline:
            raise click.UsageError("--private shows what is confidential, and --write-baseline writes a file")
    grammar = asked.grammar()

    def start() -> Linting:
        grammar.renew()
        made = configs(**flags, grammar={"server": grammar_server, "keep-alive": keep_alive})
        return Linting(paths, notes, form, stdin_filename, made, asked, grammar, private=private)

    try:
        if asked.watch:
            from authoring.cli.watching import watch

            watch(start)
        else:
            context.exit(start().run())
    finally:
        grammar.close()
