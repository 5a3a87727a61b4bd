"""Whether grammar can be checked on this machine, and if not, what is in the way."""

from __future__ import annotations

from dataclasses import dataclass

from authoring.errors import GrammarError
from authoring.grammar.installed import AGAIN, Installed, check_whole, find_installed
from authoring.grammar.java import Java, find_java
from authoring.grammar.layout import is_of_another_list


@dataclass(frozen=True, slots=True)
class Status:
    """What there is, and what is in the way."""

    installed: Installed | None
    fault: GrammarError | None
    """What is wrong with its files, if anything."""
    java: Java | None
    no_java: GrammarError | None
    """Why there is no Java that will do."""

    @property
    def ready(self) -> bool:
        """Whether a check of grammar could begin."""
        return self.installed is not None and self.fault is None and self.java is not None


def look(*, thoroughly: bool = False) -> Status:
    """Look at what is installed; ``thoroughly`` reads every file of it."""
    installed, fault = find_installed(), None
    if installed:
        try:
            check_whole(installed, thoroughly=thoroughly)
            if thoroughly and is_of_another_list(installed):
                raise GrammarError("LanguageTool's files are not those of this program's list", hint=AGAIN)
        except GrammarError as error:
            fault = error
    try:
        return Status(installed, fault, find_java(), None)
    except GrammarError as error:
        return Status(installed, fault, None, error)
