"""Finds the LanguageTool that a run asks: a server of the user's by its address, or the one that was installed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from authoring.grammar.choice import OFF_CATEGORIES, OFF_RULES
from authoring.grammar.model import Match
from authoring.grammar.settings import Settings

if TYPE_CHECKING:
    from authoring.grammar.broker import Broker
    from authoring.grammar.client import Client
    from authoring.grammar.kept import Kept
    from authoring.grammar.server import Server
    from authoring.runner.grammar import Engine


AMERICAN = "en-US"
"""The English whose rules a kept server reads when it starts; it reads others when they are asked for."""


def find_engine(settings: Settings) -> Engine | None:
    """The LanguageTool for these settings; ``None`` where there is none."""
    if settings.server:
        return LanguageTool(f"server {settings.server}", settings.server)
    from authoring.grammar.installed import find_installed

    installed = find_installed()
    if installed is None:
        return None
    from authoring.grammar.broker import Broker
    from authoring.grammar.own_rules import digest

    name = f"LanguageTool {installed.version} with {digest()}"
    return LanguageTool(name, broker=Broker(partial(_start, settings.keep_alive)))


def _start(minutes: int) -> Server | Kept:
    """A server for this run, or one that waits so many minutes for the next. Raises ``GrammarError``."""
    from authoring.errors import GrammarError
    from authoring.grammar.installed import check_whole, find_installed
    from authoring.grammar.java import find_java
    from authoring.grammar.server import Server

    installed = find_installed()
    if installed is None:
        raise GrammarError("LanguageTool is not installed any more", hint="run: authoring grammar install")
    check_whole(installed)
    java = find_java().path
    if minutes:
        from authoring.grammar.kept import Kept, Wanted

        return Kept.start(Wanted(str(java), str(installed.classpath), AMERICAN, minutes))
    return Server.start(java, installed.classpath)


class LanguageTool:
    """Asks one server, over connections that each process opens for itself."""

    def __init__(self, name: str, given: str = "", broker: Broker | None = None) -> None:
        """Arguments: what its answers depend on; a server's address, or what has it."""
        self.name = name
        self._given = given
        self._broker = broker
        self._client: Client | None = None
        self._owner = 0

    def check(
        self, passages: Sequence[str], variant: str, also: frozenset[str], picky: bool
    ) -> Iterator[tuple[Match, ...] | None]:
        """What it finds in each passage; ``None`` of one that it cannot read. Raises ``GrammarError``.

        ``also`` names rules that are not asked otherwise, and ``picky`` asks those for formal writing, too.
        """
        yield from self._opened().check(
            passages,
            variant,
            disabled_rules=OFF_RULES - also,
            # A rule that is named may stand in a group that is off; what others find there is dropped afterwards.
            disabled_categories=() if also else OFF_CATEGORIES,
            level="picky" if picky else "default",
        )

    def share(self) -> None:
        """Let processes that are started from now on ask the same server."""
        if self._broker is not None:
            self._broker.share()

    def close(self) -> None:
        """Let go of the connections, and end the server, if it was started by this process."""
        if self._client is not None and self._owner == os.getpid():
            self._client.close()
        self._client = None
        if self._broker is not None:
            self._broker.close()

    def __getstate__(self) -> tuple[str, str, Broker | None]:
        return self.name, self._given, self._broker

    def __setstate__(self, state: tuple[str, str, Broker | None]) -> None:
        self.__init__(*state)  # type: ignore[misc]

    def _opened(self) -> Client:
        if self._client is None or self._owner != os.getpid():
            from authoring.grammar.client import Client

            self._owner = os.getpid()
            self._client = Client(self._broker.address() if self._broker is not None else self._given)
        return self._client
