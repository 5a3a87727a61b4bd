"""One run of ``authoring lint``: what is checked, what is told of it, and the exit code."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from authoring.cli.given import piped, progress
from authoring.cli.stopping import heed
from authoring.errors import AuthoringError
from authoring.grammar.settings import is_named
from authoring.reporters import Look, reporter
from authoring.runner.checked import Checked, failing
from authoring.runner.grammar import MISSING, Grammar, unread_paragraphs

if TYPE_CHECKING:
    from authoring.cli.living import Living
    from authoring.config.find import Configs
    from authoring.runner.baseline import Acceptance
    from authoring.runner.cache import Cache
    from authoring.runner.mending import Mending

_FOR_PEOPLE = ("text", "concise", "github")
_BUNCH = 20_000
"""Characters that are written at a time where nobody sits and reads them as they come."""


@dataclass
class Linting:
    """One run, by what was typed."""

    paths: tuple[str, ...]
    notes: str | None
    form: str
    stdin_filename: str | None
    configs: Configs
    asked: Living
    grammar: Grammar
    private: bool = False
    """Whether what was told in confidence is shown, for the eyes of the notes' owner alone."""
    done: list[Checked] = field(default_factory=list)
    unread: list[AuthoringError] = field(default_factory=list)
    mending: Mending | None = None
    acceptance: Acceptance | None = None
    unproofed: dict[str, None] = field(default_factory=dict)
    """Why LanguageTool has not read articles, each reason once."""
    cache: Cache | None = None
    """What earlier runs have found."""
    required: bool = False
    """Whether it is wrong that it has not."""

    def run(self) -> int:
        """Check, tell, and give the exit code. Raises ``AuthoringError`` and ``UsageError``."""
        self.prepare()
        if self.asked.diff:
            return self.differences()
        if self.asked.write_baseline:
            return self.write_baseline()
        self.report()
        self.tell_more()
        code = int(failing(self.done) or self.too_many_warnings())
        return 2 if self.unread or self.required else code

    def prepare(self) -> None:
        """Read the baseline, and get ready to fix."""
        for path in self.paths:
            self.grammar.require(self.configs.of(path))
        base = self.asked.accepted(self.configs.of(self.paths[0]))
        if base is not None:
            from authoring.runner.baseline import Acceptance

            self.acceptance = Acceptance(base)
        if self.asked.fixes:
            from authoring.runner.mending import Mending

            told = self.acceptance.would if self.acceptance else None
            unsafe, write = self.asked.unsafe_fixes, not self.asked.diff
            self.mending = Mending(self.configs, self.notes, unsafe, write, told, self.grammar)

    def report(self) -> None:
        """Tell the findings as they come."""
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        look = Look(shutil.get_terminal_size().columns, colour)
        aside = self.mending is not None and "-" in self.paths  # then the fixed text goes to standard output
        waiting: list[str] = []
        size = 0
        for piece in reporter(self.form)(self.results(), look):
            if self.unread and not self.done and self.form != "json":  # “nothing to check” is not what is wrong
                continue
            waiting.append(piece)
            size += len(piece)
            if size > (0 if sys.stdout.isatty() else _BUNCH):
                click.echo("".join(waiting), nl=False, color=look.colour, err=aside)
                waiting, size = [], 0
        click.echo("".join(waiting), nl=False, color=look.colour, err=aside)

    def results(self) -> Iterator[Checked]:
        """What is found in standard input, which stands for ``-``, and in the files, without what is accepted."""
        if "-" in self.paths:
            yield from map(self.kept, self.piped())
        files = [path for path in self.paths if path != "-"]
        if files:
            yield from map(self.kept, self.in_files(files))

    def piped(self) -> Iterable[Checked]:
        """What is found in standard input; with fixes, the fixed text is written at once."""
        from authoring.runner.files import lint_text
        from authoring.runner.stories import Stories

        name = self.stdin_filename or "-"
        for text in piped(self.paths, self.unread):
            if self.mending is None:
                return tuple(lint_text(text, name, self.configs.of(name), Stories(self.notes), self.grammar))
            fixed = self.mending.text(text, name, Stories(self.notes))
            if self.asked.diff:
                self.mending.changed += [fixed] if fixed.changed else []
            else:
                click.echo(fixed.after, nl=False)
            return fixed.results
        return ()

    def in_files(self, files: list[str]) -> Iterator[Checked]:
        """What is found in files; what cannot be read goes to ``unread``."""
        tell = progress if sys.stderr.isatty() else None
        if self.mending is not None:
            return self.mending.paths(files, tell, self.unread.append)
        from authoring.runner.run import lint_paths

        jobs = self.asked.jobs
        # There is no text in it, and the page shows some.
        self.cache = None if self.form == "html" or self.private else self.asked.cache()
        return lint_paths(
            files,
            self.configs,
            self.notes,
            tell,
            self.unread.append,
            jobs=jobs,
            cache=self.cache,
            measured=self.form in ("json", "html"),
            whole=False,
            grammar=self.grammar,
        )

    def kept(self, result: Checked) -> Checked:
        """A result without what the baseline accepts, noted for the end."""
        heed()
        self.note_grammar(result)
        if self.private:
            result = replace(result, withheld=())
        if self.acceptance is not None:
            result = self.acceptance.of(result)
        self.done.append(replace(result, document=None))  # a thousand parsed articles take much memory
        return result

    def note_grammar(self, result: Checked) -> None:
        """Remember why LanguageTool has not read an article that it should have read."""
        reason = result.unproofed
        if result.article and not reason and not result.proofread and self.grammar.lacks(result.config):
            reason = MISSING
        if reason:
            self.unproofed[reason] = None
            self.required = self.required or is_named(result.config)

    def differences(self) -> int:
        """Show what would be changed, as ``patch`` takes it."""
        from authoring.reporters.terminal import safe
        from authoring.runner.rewriting import difference

        for _ in self.results():
            pass
        assert self.mending is not None
        for fixed in self.mending.changed:
            article = fixed.results[-1]
            for line in difference(article.path, fixed.shown_before, article.shown):
                click.echo(f"{safe(line[:-1])}\n" if sys.stdout.isatty() else line, nl=False)
        self.tell_unread()
        return 2 if self.unread else int(bool(self.mending.changed))

    def write_baseline(self) -> int:
        """Accept all that is found, unless something could not be read."""
        from authoring.runner.baseline import Baseline

        file = self.asked.baseline_of(self.configs.of(self.paths[0]))
        assert file is not None
        for _ in self.results():
            pass
        self.tell_unread()
        if self.unread:
            return 2
        made = Baseline.of(file, self.done)
        made.write()
        count = sum(made.counts.values())
        click.echo(f"{file}: {count} finding{'s' if count != 1 else ''} accepted; from now on only new ones are told")
        return 0

    def tell_more(self) -> None:
        """What comes after the findings."""
        if self.asked.statistics:
            for line in _statistics(self.done):
                click.echo(line, err=self.form not in _FOR_PEOPLE)
        if self.mending is not None:
            for line in _mended(self.mending):
                click.echo(line, err=True)
        if self.acceptance is not None and (unmet := self.acceptance.unmet()):
            what = "1 finding" if unmet == 1 else f"{unmet} findings"
            told = (
                f"{self.acceptance.baseline.path}: {what} accepted there no longer found; add --write-baseline to drop"
            )
            click.echo(f"{told} {'it' if unmet == 1 else 'them'}", err=True)
        self.tell_unread()

    def tell_unread(self) -> None:
        """Why files were not checked, or not written, and why LanguageTool has not read some."""
        for reason in self.unproofed:
            where = " everywhere" if any(result.proofread or result.unread for result in self.done) else ""
            told = reason if reason == MISSING else f"grammar and spelling were not checked{where}: {reason}"
            click.echo(told, err=True)
        if line := unread_paragraphs(self.done):
            click.echo(line, err=True)
        for message in dict.fromkeys(map(str, self.unread)):
            click.echo(message, err=True)
        if self.cache is not None and self.cache.full:
            click.echo(
                f"the disk is full, nothing was kept for the next run; make room for {self.cache.full}", err=True
            )

    def too_many_warnings(self) -> bool:
        """Whether there are more warnings than are let pass; then it is said."""
        most = self.asked.max_warnings
        most = self.configs.of(self.paths[0]).max_warnings if most is None else most
        count = sum(str(finding.severity) == "warning" for result in self.done for finding in result.findings)
        if most is None or count <= most:
            return False
        click.echo(f"{count} warning{'s' if count != 1 else ''}, expected {most} at most (--max-warnings)", err=True)
        return True


def _statistics(results: Iterable[Checked]) -> Iterator[str]:
    """How many findings there are of each rule, the most frequent first."""
    counts = Counter((finding.rule, finding.severity) for result in results for finding in result.findings)
    width = max((len(str(count)) for count in counts.values()), default=0)
    longest = max((len(rule) for rule, _ in counts), default=0)
    for (rule, severity), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        yield f"{count:>{width + 2}}  {rule:<{longest}}  {severity}"


def _mended(mending: Mending) -> Iterator[str]:
    """What was changed, and what could be."""
    if mending.files:
        places, files = mending.applied, mending.files
        yield f"{places} place{'s' if places != 1 else ''} fixed in {files} file{'s' if files != 1 else ''}"
    elif not mending.left:
        yield "nothing to fix"
    if mending.left:
        yield f"{mending.left} more could be fixed with --unsafe-fixes, which may change what is said"
