"""The flags with which a desk lives with the linter: fixes, baselines, budgets, speed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import click

from authoring.cli.given import named

if TYPE_CHECKING:
    from pathlib import Path

    from authoring.config import Config
    from authoring.runner.baseline import Baseline
    from authoring.runner.cache import Cache
    from authoring.runner.grammar import Grammar

_Command = TypeVar("_Command", bound=Callable[..., object])

_FLAGS = (
    click.option("--fix", is_flag=True, help="Apply the suggestions that cannot change what is said."),
    click.option("--unsafe-fixes", is_flag=True, help="Apply the other suggestions, too."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
    click.option("--baseline", metavar="FILE", callback=named, help="Tell only of what this file does not accept."),
    click.option("--write-baseline", is_flag=True, help="Accept everything found now: write it into that file."),
    click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="Exit code 1 with more warnings."),
    click.option("--statistics", is_flag=True, help="Count the findings of each rule at the end."),
    click.option("--watch", is_flag=True, help="Check again whenever an article, notes or settings change."),
    click.option("--jobs", type=click.IntRange(0), default=0, metavar="N", help="Share the work among N processes."),
    click.option("--no-cache", is_flag=True, help="Check every file anew."),
    click.option(
        "--cache-dir", metavar="FOLDER", envvar="AUTHORING_CACHE_DIR", help="Keep what is found there between runs."
    ),
)


def living(command: _Command) -> _Command:
    """Give a command these flags."""
    for flag in reversed(_FLAGS):
        command = flag(command)
    return command


@dataclass(frozen=True)
class Living:
    """What these flags ask for."""

    fix: bool
    unsafe_fixes: bool
    diff: bool
    baseline: str | None
    write_baseline: bool
    max_warnings: int | None
    statistics: bool
    watch: bool
    jobs: int
    no_cache: bool
    cache_dir: str | None

    @property
    def fixes(self) -> bool:
        """Whether anything is fixed, or shown as fixed."""
        return self.fix or self.unsafe_fixes or self.diff

    def agree(self, paths: tuple[str, ...]) -> None:
        """Raise ``UsageError`` for flags that cannot be meant together."""
        if self.write_baseline and self.fixes:
            raise click.UsageError("--write-baseline accepts findings as they are; run it after --fix, without it")
        if self.watch:
            without = {"--diff": self.diff, "--write-baseline": self.write_baseline, "-": "-" in paths}
            for flag in (flag for flag, given in without.items() if given):
                raise click.UsageError(f"--watch goes on until you stop it, and {flag} is done once; leave out either")

    def baseline_of(self, config: Config) -> str | None:
        """The baseline's file. Raises ``UsageError`` where one is to be written and nobody says where."""
        file = self.baseline or config.baseline or None
        if self.write_baseline and file is None:
            raise click.UsageError("--write-baseline needs a file to write: add --baseline FILE")
        return file

    def accepted(self, config: Config) -> Baseline | None:
        """The baseline to hold findings against. Raises ``ConfigError`` where it cannot be used."""
        file = self.baseline_of(config)
        if file is None or self.write_baseline:
            return None
        from authoring.runner.baseline import Baseline

        return Baseline.read(file)

    def cache(self) -> Cache | None:
        """What earlier runs have found, unless everything is to be checked anew."""
        folder = self.cache_folder
        if folder is None:
            return None
        from authoring.runner.cache import Cache

        try:
            return Cache(folder)
        except OSError:  # the folder one is in is gone
            return None

    def grammar(self) -> Grammar:
        """What asks LanguageTool, and keeps what it says where the rest is kept."""
        from authoring.runner.engines import find_engine
        from authoring.runner.grammar import Grammar

        return Grammar(find_engine, self.cache_folder, lambda message: click.echo(message, err=True))

    @property
    def cache_folder(self) -> Path | None:
        """Where what is found is kept between runs; ``None`` for nowhere."""
        if self.no_cache:
            return None
        from pathlib import Path

        from authoring.runner.cache import default_folder

        try:
            return Path(self.cache_dir) if self.cache_dir else default_folder()
        except (OSError, RuntimeError):  # nobody knows where home is
            return None
