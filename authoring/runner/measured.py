"""From the files and folders somebody names to the figures of each article."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, TypeVar

from authoring.config import Config
from authoring.config.find import Configs
from authoring.errors import ArticleError, read_file
from authoring.prose.document import Document
from authoring.readability.model import Passage, Stats
from authoring.readability.stats import stats_of
from authoring.readability.target import Target, target_of
from authoring.runner.checked import Checked
from authoring.runner.quoted import quoted_text
from authoring.runner.stories import Stories, holds_notes
from authoring.runner.sweeping import Sweeper
from authoring.runner.veil import HIDDEN
from authoring.runner.withheld import withheld
from authoring.text.lines import LineIndex
from authoring.text.span import Span

_RULE = "hard-to-read"
_T = TypeVar("_T")


@dataclass(frozen=True)
class Measured:
    """One article and its figures, fit to be shown."""

    path: str
    document: Document | None = None
    """The article as parsed; ``None`` for what was skipped."""
    stats: Stats | None = None
    """What is measured of it; names that were told in confidence are masked."""
    target: Target | None = None
    """The hardest that its narration may read by the rule ``hard-to-read``."""
    remark: str = ""
    """Why it was not measured; empty where it was."""
    withheld: tuple[Span, ...] = ()
    """Stretches of the text that nothing may show."""

    @cached_property
    def lines(self) -> LineIndex:
        """Line and column of every offset."""
        return LineIndex(self.document.text if self.document is not None else "")


def measured_text(
    text: str, path: str, config: Config, stories: Stories | None = None, *, parts: bool = True
) -> Measured:
    """One text as if it stood at ``path``; ``parts`` is that of ``stats_of``.

    Raises ``ConfigError`` for a target that is none.
    """
    if holds_notes(text):
        return Measured(path, remark="skipped, these are notes; authoring stats measures articles")
    read = quoted_text(text, path, stories)
    document = read.document
    if document is None:
        return Measured(read.path, remark=read.remark)
    hidden = withheld(document)
    stats = _masked(stats_of(document, parts=parts), document, hidden)
    return Measured(path, document, stats, target(document, config), withheld=hidden)


def target(document: Document, config: Config) -> Target:
    """The hardest that an article of its kind may read. Raises ``ConfigError``."""
    from authoring.rules.options import options_of
    from authoring.rules.readability.hard_to_read import Options

    options = options_of(_RULE, Options, config)
    assert isinstance(options, Options)
    return target_of(document, options.measure, options.brief, options.other, options.targets)


def _masked(stats: Stats, document: Document, hidden: Sequence[Span]) -> Stats:
    """The figures without a name or a word that was told in confidence."""
    if document.notes is None and not hidden:
        return stats
    from authoring.runner.veil import veil_of

    veil = veil_of(document)
    named = {block.span.start: block.span for block in document.blocks}

    def told(passage: Passage) -> Passage:
        span = named.get(passage.span.start, passage.span)
        told = any(span.overlaps(each) for each in hidden)
        return replace(passage, name=HIDDEN if told and passage.name else veil.name(passage.name))

    return replace(
        stats,
        speakers=tuple(replace(each, name=veil.name(each.name)) for each in stats.speakers),
        sections=tuple(map(told, stats.sections)),
        paragraphs=tuple(map(told, stats.paragraphs)),
    )


class Measurer(Generic[_T]):
    """Measures one file after the other, and makes of each what is wanted: what each process of a run does."""

    def __init__(self, configs: Configs, make: Callable[[Measured], _T], parts: bool) -> None:
        self._configs = configs
        self._make = make
        self._parts = parts
        self._stories = Stories()
        self._sweeper = Sweeper()

    def brief(self, path: str, measured: bool = True, /) -> _T | ArticleError:
        """What is made of a file; or why it cannot be read."""
        try:
            text = read_file(path, kind=ArticleError)
        except ArticleError as error:
            return error
        self._sweeper.before(len(text))
        result = measured_text(text, path, self._configs.of(path), self._stories, parts=self._parts)
        made = self._make(result)
        if result.document is not None:
            result.document.forget()
        return made

    def __getstate__(self) -> tuple[Configs, Callable[[Measured], _T], bool]:
        return self._configs, self._make, self._parts

    def __setstate__(self, state: tuple[Configs, Callable[[Measured], _T], bool]) -> None:
        self.__init__(*state)  # type: ignore[misc]


def measured_files(
    files: Sequence[str | Checked | ArticleError],
    configs: Configs,
    make: Callable[[Measured], _T],
    unread: Callable[[ArticleError], None],
    *,
    progress: Callable[[int, int], None] | None = None,
    jobs: int = 0,
    parts: bool = True,
) -> Generator[_T, None, None]:
    """What ``make`` makes of each file, in their order; what cannot be read is told ``unread``.

    ``files`` is what ``authoring.runner.run.listed`` tells, ``parts`` is that of ``stats_of``. With several ``jobs``
    all is made in other processes, so that only what is made has to be handed on. Raises ``ConfigError`` before
    anything is made.
    """
    waiting = [path for path in files if isinstance(path, str)]
    for config in dict.fromkeys(map(configs.of, waiting)):
        _check(config)
    measurer = Measurer(configs, make, parts)
    outcomes = _outcomes(measurer, waiting, jobs)
    try:
        for done, path in enumerate(files, 1):
            if progress is not None:
                progress(done, len(files))
            if isinstance(path, Checked):
                yield make(Measured(path.path, remark=path.remark))
                continue
            outcome = path if isinstance(path, ArticleError) else next(outcomes)
            if isinstance(outcome, ArticleError):
                unread(outcome)
            else:
                yield outcome
    finally:
        outcomes.close()


def _check(config: Config) -> None:
    """Raise ``ConfigError`` where the target of the articles is wrong."""
    from authoring.rules.options import options_of
    from authoring.rules.readability.hard_to_read import Options

    options_of(_RULE, Options, config)


def _outcomes(measurer: Measurer[_T], waiting: Sequence[str], jobs: int) -> Generator[_T | ArticleError, None, None]:
    from authoring.runner.share import useful

    count = useful(jobs, waiting)
    if count > 1:
        from authoring.runner.jobs import shared

        yield from shared(measurer, waiting, count, measured=True)
    else:
        yield from map(measurer.brief, waiting)
