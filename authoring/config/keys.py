"""The keys that a configuration may have: the reader checks by this table, and the documentation prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "names",
    "words",
    "levels",
    "level",
    "text",
    "file",
    "count",
    "grades",
    "globs",
    "folders",
    "tables",
    "grammar",
    "conventions",
    "variant",
    "address",
    "switch",
    "publication",
    "site",
    "language",
]


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a configuration."""

    kind: Kind
    """What its value may be."""
    example: str
    default: str
    """What holds where nobody says anything, in words."""
    meaning: str
    everywhere: bool = True
    """Whether it may also stand under ``[[files]]``, for some of the files only."""


KEYS: Mapping[str, Key] = {
    "select": Key("names", '["default", "passive-voice"]', "default", "the only rules to run"),
    "ignore": Key("names", '["readability", "loaded-cue"]', "none", "rules to leave out"),
    "severity": Key("levels", '{ loaded-cue = "error" }', "each rule's own", "the levels of single rules or families"),
    "rules": Key("tables", "{ long-sentence.words = 30 }", "each rule's own", "the options of single rules"),
    "targets": Key("grades", "{ interview = 12 }", "each rule's own", "the hardest that pieces of a kind may read"),
    "house": Key(
        "text", '"gazette"', "none", "the house style: a file of settings that these add to", everywhere=False
    ),
    "conventions": Key("conventions", '{ dates = "day-month" }', "not settled", "how the house writes things"),
    "styles": Key("folders", '["styles/gazette"]', "none", "folders with style packages in Vale's format"),
    "vocabularies": Key("folders", '["styles/vocabularies/ferry"]', "none", "folders with word lists for styles"),
    "voices": Key("words", '["narration", "heading"]', "narration", "whose words the styles read"),
    "grammar": Key("grammar", '{ variant = "en-GB" }', "see below", "how grammar and spelling are checked"),
    "publication": Key("publication", '{ name = "The Ledger" }', "see below", "who publishes what is exported"),
    "fail-on": Key("level", '"warning"', "error", "the least level that makes the exit code 1, or never"),
    "max-warnings": Key("count", "10", "any number", "with more warnings the exit code is 1", everywhere=False),
    "baseline": Key("file", '"baseline.json"', "none", "a file of findings that are not reported", everywhere=False),
    "exclude": Key("globs", '["archive/"]', "none", "files and folders to pass over", everywhere=False),
}
"""Every key but ``files``, in the order of the documentation."""

GRAMMAR: Mapping[str, Key] = {
    "variant": Key("variant", '"en-GB"', "as the house or the article spells", "the English that words are spelled in"),
    "server": Key("address", '"http://127.0.0.1:8081"', "our own", "a LanguageTool server of yours"),
    "keep-alive": Key("count", "10", "not kept", "minutes that our server waits for the next run"),
    "picky": Key("switch", "true", "false", "whether LanguageTool's rules for formal writing run, too"),
}
"""The keys under ``grammar``."""
PUBLICATION: Mapping[str, Key] = {
    "name": Key("text", '"The Pennick Harbor Ledger"', "that of the notes", "the name of who publishes"),
    "url": Key("site", '"https://ledger.example"', "none", "its address on the web"),
    "logo": Key("site", '"https://ledger.example/logo.png"', "none", "the address of its logo"),
    "section": Key("text", '"Town"', "none", "the part of it that the articles stand in"),
    "language": Key("language", '"en-GB"', "as the house spells, else en", "the language of the articles"),
}
"""The keys under ``publication``."""
VARIANTS = ("en-US", "en-GB", "en-AU", "en-CA", "en-NZ", "en-ZA")
"""The Englishes that LanguageTool can spell."""

LEVELS = ("error", "warning", "info", "off")
"""What a rule's level may be."""
FAILING = ("error", "warning", "info", "never")
"""What ``fail-on`` may be."""
