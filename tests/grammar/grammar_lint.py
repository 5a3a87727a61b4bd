"""A lint with LanguageTool, or a stand-in for it, and what the tests of it look at."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result
from fake_languagetool import FakeLanguageTool

from authoring.cli.main import cli

SLIP = "By Noor Haddad\n\nThey did went there, and they recieve it.\n"
MISSING = "grammar and spelling were not checked; run: authoring grammar install\n"
RULES = ["DID_WENT", "MORFOLOGIK_RULE_EN_US"]
NOTES = """\
---
kind: interview
slug: pier
headline: The pier goes
sources:
  ruiz: {name: Ana Recieve, kind: person, role: harbour master}
---
## Boats
> It is going.
— ruiz | said | 00:04:10
"""
Tool = Callable[[FakeLanguageTool | None], None]


def run(*words: object, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["lint", *map(str, words)], input=text)


def write(name: str, text: str = SLIP) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def rules(result: Result) -> list[str]:
    told = [finding["rule"] for file in json.loads(result.stdout)["files"] for finding in file["findings"]]
    return [rule for rule in told if rule.isupper()]


def lint(*words: object, text: str | None = None) -> list[str]:
    return rules(run(*words, "--format", "json", text=text))
