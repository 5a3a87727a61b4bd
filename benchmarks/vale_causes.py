"""Why an alert of Vale's and a finding of ours differ, as far as a program can tell from the text around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cached_property
from pathlib import Path

import yaml
from vale_alerts import Alert, Lines
from vale_front import front_lines

_ENTITY = re.compile(r"&#?\w+;")
_ESCAPE = re.compile(r"\\[^\w\s]")
_CODE = re.compile(r"`|<code|<kbd|https?:")
_SEARCHED = {"conditional", "consistency", "spelling"}
_INLINE = ("link", "strong", "emphasis", "code")
_MARKUP = "*_`])>|"


class Rules:
    """What the rules of some packages say of themselves."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = list(folders)

    @cached_property
    def _rules(self) -> dict[str, tuple[str, str]]:
        found = {}
        for folder in self._folders:
            for file in folder.glob("*.yml"):
                rule = yaml.safe_load(file.read_text())
                found[f"{folder.name}.{file.stem}"] = (str(rule["extends"]), str(rule.get("scope", "text")))
        return found

    def kind(self, rule: str) -> str:
        """The extension point."""
        return self._rules.get(rule, ("", ""))[0]

    def reads(self, rule: str, scope: str) -> bool:
        """Whether a rule names a scope."""
        return scope in self._rules.get(rule, ("", ""))[1]


def cause_of(
    our: Alert | None, theirs: Alert | None, text: Lines, rules: Rules, known: Collection[tuple[str, str, str]]
) -> str:
    """Why an alert is only Vale's, or only ours, or at another place; empty where that is not known.

    ``known`` are path, rule and words of all alerts of Vale.
    """
    either = our or theirs
    assert either is not None
    lines = front_lines(text.text) if either.path.endswith(".md") else 0
    if any(alert is not None and alert.line <= lines for alert in (our, theirs)):
        return "front matter, which Vale searches the file for"
    block = block_of(text, either.line)
    if theirs is not None and not theirs.there and theirs.words:
        return "Vale's search put the alert where the words are not"
    if rules.kind(either.rule) in {"metric", "readability"}:
        return "sentences and syllables are counted otherwise"
    if rules.reads(either.rule, "sentence"):
        return "a sentence ends elsewhere"
    if any(rules.reads(either.rule, scope) for scope in _INLINE):
        return "an element within a line that holds markup itself: Vale searches for its words"
    if our is not None and (_ENTITY.search(block) or _ESCAPE.search(block) or " \n" in block):
        return "an entity, an escape or a space at a line's end in the paragraph: Vale searches, and loses some words"
    if our is not None and _touches_markup(our, text):
        return "the match begins or ends in white space or code beside markup: Vale loses it"
    if our is not None and lines and _copied(our, text, lines):
        return "front matter repeats the paragraph: Vale takes the first copy for it"
    if rules.kind(either.rule) in _SEARCHED and (either.path, either.rule, either.plain) in known:
        return "Vale searches for this rule's words, and finds the same words elsewhere, or loses them"
    return ""


def block_of(text: Lines, line: int) -> str:
    """The lines around one up to the next empty ones."""
    at = text.offset(line, 1)
    start = text.text.rfind("\n\n", 0, at)
    end = text.text.find("\n\n", at)
    return text.text[start + 1 : end if end >= 0 else None]


def _copied(alert: Alert, text: Lines, lines: int) -> bool:
    at = text.offset(alert.line, alert.column)
    around = re.findall(r"\w+", text.line(alert.line)[max(alert.column - 40, 0) : alert.column + 20])[1:-1]
    start = text.text[: text.offset(lines, 1)]
    return bool(around) and at > len(start) and " ".join(around) in " ".join(re.findall(r"\w+", start))


def _touches_markup(alert: Alert, text: Lines) -> bool:
    start = text.offset(alert.line, alert.column)
    end = start + len(alert.words)
    before, after = text.text[:start].rstrip(" \n")[-1:], text.text[end:].lstrip(" \n")[:1]
    return before in _MARKUP or after in "*_`[<" or bool(_CODE.search(alert.words))
