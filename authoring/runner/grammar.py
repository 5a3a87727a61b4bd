"""LanguageTool for a run: whether it is there, who asks it, what is known from before, and what to say if it fails.

An article is checked by our own rules whatever becomes of LanguageTool. What it has not read is told once, and is not
kept in the cache as if it had.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from authoring.config import Config
from authoring.errors import GrammarError
from authoring.findings import Finding
from authoring.grammar.model import Match
from authoring.grammar.settings import Settings, also_asked, is_named, is_wanted, level_of_match, settings_of

if TYPE_CHECKING:
    from authoring.grammar.remembered import Remembered
    from authoring.proofreading.proof import Reading
    from authoring.prose.document import Document
    from authoring.runner.checked import Checked

GET_IT = "run: authoring grammar install"
NONE = "none"
"""The state of a run for which there is no LanguageTool."""
MISSING = f"grammar and spelling were not checked; {GET_IT}"


class Engine(Protocol):
    """A LanguageTool that can be asked."""

    @property
    def name(self) -> str:
        """What its answers depend on: a version, or an address."""
        ...

    def check(
        self, passages: Sequence[str], variant: str, also: frozenset[str], picky: bool
    ) -> Iterator[tuple[Match, ...] | None]:
        """What it finds in each passage; ``None`` of one that it cannot read. Raises ``GrammarError``.

        ``also`` names rules to ask besides.
        """
        ...

    def share(self) -> None:
        """Let processes that are started from now on ask the same one."""
        ...

    def close(self) -> None:
        """Let go of what was started for this run."""
        ...


@dataclass(frozen=True)
class Read:
    """What LanguageTool says of an article."""

    findings: tuple[Finding, ...] = ()
    """In order of place."""
    unread: int = 0
    """Paragraphs on which it failed."""


class Grammar:
    """LanguageTool for one run, in one of its processes."""

    def __init__(
        self,
        find: Callable[[Settings], Engine | None],
        keep: Path | None = None,
        warn: Callable[[str], None] | None = None,
    ) -> None:
        """Arguments: what finds a LanguageTool by the settings; the folder to keep its answers in, if they are kept.

        ``warn`` is told, before anything is sent, of each server that is not on this machine.
        """
        self._find = find
        self._keep = keep
        self._warn = warn
        self._owner = os.getpid()
        self._warned: set[str] = set()
        self._engines: dict[Settings, Engine | None] = {}
        self._failed: dict[Settings, str] = {}
        self._wanted: dict[int, tuple[Config, bool]] = {}
        self._readings: dict[int, tuple[Config, Reading]] = {}
        self._remembered: Remembered | None = None

    def wanted(self, config: Config) -> bool:
        """Whether these settings want LanguageTool at all."""
        known = self._wanted.get(id(config))
        if known is None:
            known = self._wanted[id(config)] = (config, is_wanted(config))
        return known[1]

    def lacks(self, config: Config) -> bool:
        """Whether these settings want LanguageTool and there is none."""
        return self.wanted(config) and self._engine(config) is None

    def require(self, config: Config) -> None:
        """Raise ``GrammarError`` where these settings name a rule of LanguageTool's and there is none."""
        if is_named(config) and self.lacks(config):
            raise GrammarError("LanguageTool is not installed, and a rule of it was selected", hint=GET_IT)

    def state(self, config: Config) -> str:
        """All that findings depend on besides the settings; another where LanguageTool is, or is not, there now."""
        if not self.wanted(config):
            return ""
        engine = self._engine(config)
        return NONE if engine is None else engine.name

    def read(self, document: Document, config: Config, ours: Sequence[Finding]) -> Read:
        """What LanguageTool finds in an article, without what ``ours`` say already.

        Raises ``GrammarError`` where it cannot be asked, and again, at once, for every article after that.
        """
        settings = _asked(config)
        if settings in self._failed:
            raise GrammarError(self._failed[settings])
        engine = self._engine(config)
        if engine is None:
            return Read()
        self._announce(settings.server)
        from authoring.proofreading.proof import proofread
        from authoring.runner.withheld import withheld

        hidden = withheld(document)
        picky = settings_of(config).picky
        asking = _Asking(engine, also_asked(config), picky, None if hidden else self._memory())
        try:
            found = proofread(document, asking, self._reading(config), ours, hidden)
        except GrammarError as error:
            self._failed[settings] = str(error)
            raise
        told = tuple(one for one in found if not any(span.overlaps(one.span) for span in hidden))
        return Read(told, len(asking.unread))

    def share(self, configs: Iterable[Config]) -> None:
        """Let processes that are started from now on ask the LanguageTool of this one."""
        for config in configs:
            if self.wanted(config) and (engine := self._engine(config)) is not None:
                self._announce(settings_of(config).server)
                engine.share()

    def renew(self) -> None:
        """Before another run: what has failed in the last one is tried anew."""
        if self._failed:
            self.close()
            self._engines.clear()
            self._failed.clear()
            self._remembered = None

    def close(self) -> None:
        """Let go of every LanguageTool that was asked."""
        for engine in self._engines.values():
            if engine is not None:
                with suppress(GrammarError):
                    engine.close()
        if self._remembered is not None:
            self._remembered.close()

    def __getstate__(self) -> tuple[object, ...]:
        return self._find, self._keep, dict(self._engines)

    def __setstate__(
        self, state: tuple[Callable[[Settings], Engine | None], Path | None, dict[Settings, Engine]]
    ) -> None:
        find, keep, engines = state
        self.__init__(find, keep)  # type: ignore[misc]
        self._engines = dict(engines)

    def _announce(self, server: str) -> None:
        """Say that text is about to leave this machine, once; the process that was started first says it for all."""
        if not server or server in self._warned or self._warn is None or os.getpid() != self._owner:
            return
        from authoring.grammar.address import loopback

        self._warned.add(server)
        if not loopback(server):
            self._warn(f"the text of your articles goes to {_host(server)}, which is not this machine")

    def _engine(self, config: Config) -> Engine | None:
        settings = _asked(config)
        if settings not in self._engines:
            self._engines[settings] = self._find(settings)
        return self._engines[settings]

    def _memory(self) -> Remembered | None:
        if self._remembered is None and self._keep is not None:
            from authoring.grammar.remembered import Remembered

            self._remembered = Remembered(self._keep)
        return self._remembered

    def _reading(self, config: Config) -> Reading:
        known = self._readings.get(id(config))
        if known is None:
            known = self._readings[id(config)] = (config, _reading(config))
        return known[1]


class _Asking:
    """Asks an engine for what is not known from earlier runs."""

    def __init__(self, engine: Engine, also: frozenset[str], picky: bool, remembered: Remembered | None) -> None:
        self._engine = engine
        self._also = also
        self._picky = picky
        self._remembered = remembered
        self.unread: set[str] = set()
        """Passages on which it failed."""

    def check(self, passages: Sequence[str], variant: str) -> Iterator[tuple[Match, ...] | None]:
        """What is found in each passage, in their order. Raises ``GrammarError``."""
        about = "\0".join((self._engine.name, variant, "picky" if self._picky else "", *sorted(self._also)))
        known = self._remembered.get(passages, about) if self._remembered is not None else {}
        asked = list(dict.fromkeys(passage for passage in passages if passage not in known))
        if asked:
            answers: dict[str, tuple[Match, ...]] = {}
            try:
                for passage, found in zip(
                    asked, self._engine.check(asked, variant, self._also, self._picky), strict=True
                ):
                    if found is None:
                        self.unread.add(passage)
                    else:
                        answers[passage] = found
            finally:  # what was answered before it failed need not be asked again
                if self._remembered is not None:
                    self._remembered.put(answers, about)
            known |= answers
        yield from (known.get(passage) for passage in passages)


def unread_paragraphs(results: Iterable[Checked]) -> str:
    """How many paragraphs LanguageTool could not read, in a line; empty where it has read all that it was asked to."""
    found = {result.path: result.unread for result in results if result.unread}
    count = sum(found.values())
    if not count:
        return ""
    where = next(iter(found)) if len(found) == 1 else f"{len(found)} articles"
    return f"LanguageTool could not read {count} paragraph{'s' if count > 1 else ''} of {where}, all else was checked"


def _host(server: str) -> str:
    """The host of an address, without what may be a password."""
    from urllib.parse import urlsplit

    return urlsplit(server).hostname or "another machine"


def _asked(config: Config) -> Settings:
    """What tells one LanguageTool from another, and not what it is asked for."""
    return replace(settings_of(config), variant="", picky=False)


def _reading(config: Config) -> Reading:
    from authoring.proofreading.proof import Reading
    from authoring.styles.folders import accepted_in

    off = {name for name, level in config.severity.items() if level is None} | config.ignore
    return Reading(
        lambda match: level_of_match(config, match),
        settings_of(config).variant,
        accepted_in(config.vocabularies),
        frozenset(off),
    )
