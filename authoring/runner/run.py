"""From the files and folders somebody names to what is found in each: what is known from before, and the rest checked.

What reads articles is imported only where something has to be read, so that a run over files that have not changed
is over before it would be.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from authoring.config import DEFAULTS, Config
from authoring.config.find import Configs
from authoring.errors import ArticleError, AuthoringError
from authoring.runner.checked import Checked
from authoring.runner.grammar import NONE, Grammar
from authoring.runner.places import articles_in

if TYPE_CHECKING:
    from authoring.runner.cache import Cache
    from authoring.runner.worker import Outcome


def lint_paths(
    paths: Iterable[str | Path],
    config: Config | Configs | None = None,
    notes: str | Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    unread: Callable[[ArticleError], None] | None = None,
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    measured: bool = False,
    whole: bool = True,
    grammar: Grammar | None = None,
) -> Iterator[Checked]:
    """Check files and folders, one result a file, each as soon as it is done, in the order of the files.

    A Markdown file that holds notes is checked as notes. A notes file with errors is reported once, also where it was
    not named. Raises ``ConfigError`` for an unknown rule or option.

    Args:
        paths: files, folders and patterns.
        config: one for all, or each file's own; what it excludes is passed over, and if it was named it is said why.
        notes: what to compare every article with; otherwise each article's own is looked for
            (``authoring.runner.stories``).
        progress: is told how many files of how many are done.
        unread: is told of each file that cannot be read, after which the others are checked all the same; without it
            ``ArticleError`` is raised.
        jobs: how many processes share the work; 0 for as many as are of use.
        cache: what earlier runs have found.
        measured: whether the articles' measures will be asked for.
        whole: whether the results have the parsed articles in them, as far as this process parses them; those of a
            thousand files take hundreds of megabytes.
        grammar: what asks LanguageTool; without it, it is not asked.
    """
    configs = config if isinstance(config, Configs) else Configs.always(config or DEFAULTS)
    named = [str(path) for path in paths]
    files = list(listed(named, configs))
    store = cache if notes is None else None
    known: dict[str, Checked] = {}
    if store is not None:
        asked = (path for path in files if isinstance(path, str))
        known = {path: kept for path in asked if (kept := _kept(store, path, configs.of(path), measured, grammar))}
    waiting = [path for path in files if isinstance(path, str) and path not in known]
    told: set[str] = set()
    with closing(_outcomes(waiting, known, configs, named, notes, jobs, measured, whole, grammar)) as outcomes:
        for done, path in enumerate(files, 1):
            if progress is not None:
                progress(done, len(files))
            if isinstance(path, Checked) or path in known:
                yield path if isinstance(path, Checked) else known[path]
                continue
            outcome = path if isinstance(path, ArticleError) else next(outcomes)
            if isinstance(outcome, AuthoringError):
                if unread is None or not isinstance(outcome, ArticleError):
                    raise outcome
                unread(outcome)
                continue
            for result in outcome:
                if result.path != path or result.rests_on is None:
                    if result.path in told:  # the notes of several articles
                        continue
                    told.add(result.path)
                made = replace(result, config=configs.of(result.path))
                if store is not None:
                    store.put(made, measured, _state(grammar, made.config))
                yield made
    if store is not None:
        store.save()


def _state(grammar: Grammar | None, config: Config) -> str:
    return grammar.state(config) if grammar is not None else ""


def _kept(store: Cache, path: str, config: Config, measured: bool, grammar: Grammar | None) -> Checked | None:
    """What is known of a file from an earlier run, in which LanguageTool was there as it is now."""
    state = _state(grammar, config)
    found = store.get(path, config, measured, state)
    return replace(found, proofread=state not in ("", NONE)) if found is not None else None


def listed(named: Sequence[str], configs: Configs) -> Iterator[str | Checked | ArticleError]:
    """The files to check; for one that was named and is excluded a result that says so; or why there is none."""
    alone = {str(Path(path)) for path in named}
    for file in articles_in(named):
        if isinstance(file, ArticleError):
            yield file
        elif (place := configs.excluded(file)) is None:
            yield str(file)
        elif str(file) in alone:
            yield Checked(str(file), "", remark=f"skipped, it is excluded by {place}")


def _outcomes(  # noqa: PLR0917
    waiting: Sequence[str],
    known: object,
    configs: Configs,
    named: Sequence[str],
    notes: str | Path | None,
    jobs: int,
    measured: bool,
    whole: bool,
    grammar: Grammar | None,
) -> Generator[Outcome, None, None]:
    """What each of the files comes to, in their order."""
    if known and not waiting:  # then the settings were right the last time, and are the same
        return
    from authoring.rules.choosing import chosen
    from authoring.runner.share import useful
    from authoring.runner.worker import Worker

    for path in named[:1]:  # a wrong setting is told before anything is found
        chosen(configs.of(path), noted=False)
    worker = Worker(configs, notes, grammar)
    count = useful(jobs, waiting)
    if count > 1:
        from authoring.runner.jobs import shared

        if grammar is not None:
            grammar.share({configs.of(path) for path in waiting})
        yield from shared(worker, waiting, count, measured)
    else:
        yield from (worker.check(path) if whole else worker.brief(path, measured) for path in waiting)
