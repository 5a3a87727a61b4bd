"""Which words at the start of a line name a speaker: “MR. CARNEY:”, “Ana Ruiz:”, “**Ana Ruiz:**”, “Q”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from authoring.text.patterns import lazy
from authoring.transcripts.clocks import CLOCK, time_of

_CAPITAL = r"[^\W\d_a-zß-öø-ÿα-ωа-џ]"
"""A letter that is not a small one, of any writing."""
_WORD = rf"(?:{_CAPITAL}[\w.’'\-]*|[a-z]{{1,3}}|\#?\d{{1,2}}|&)"
_ROLE = rf"(?:\s?[(\[](?!{CLOCK})[^()\[\]\n]{{1,40}}[)\]])?"
_NAME = rf"{_CAPITAL}[\w.’'\-]*(?:,?\s{_WORD}){{0,5}}{_ROLE}"
_AFTER = rf"(?:\\?[(\[](?P<after>{CLOCK})\\?[)\]](?:\s+|$))?"
# labels are looked for in single lines, so that \s is never a line's end
_BOLD = lazy(
    rf"\s*(?:\\?[(\[]?(?P<before>{CLOCK})\\?[)\]]?\s*)?(?P<mark>\*\*|__)(?P<name>[^*_:]{{1,60}}?)"
    rf"(?:\s*\\?[(\[](?P<in>{CLOCK})\\?[)\]])?(?::\s*(?P=mark)|(?P=mark)\s*:)\s*{_AFTER}"
)
_PLAIN = lazy(
    rf"[\s>]*(?:\\?[(\[]?(?P<before>{CLOCK})\\?[)\]]?\s*)?"
    rf"(?:\[(?=[^\[\]]*\]))?(?P<name>{_NAME})\]?(?:\s*\\?[(\[]?(?P<in>{CLOCK})\\?[)\]]?)?\s*(?::(?=\s|$)|：)\s*{_AFTER}"
)
_LETTER = lazy(r"\s*(?P<name>Q(?=[.:\s])|A(?=[.:]\s))[.:]?\s+(?=[\w“\"'(\[—–-])")
_NO_SPEAKER = frozenset(
    {
        "attendees",
        "cite",
        "correction",
        "date",
        "duration",
        "end",
        "location",
        "note",
        "notes",
        "place",
        "present",
        "re",
    }
    | {"breaking", "faq", "fyi", "nb", "ps", "psa"}
    | {"source", "speakers", "subject", "time", "topic", "transcript", "transcription", "update", "url", "warning"}
)
_ROLES = frozenset(
    {"audience", "caller", "host", "interviewee", "interviewer", "journalist", "moderator"}
    | {"interpreter", "narrator", "operator", "questioner", "reporter", "speaker", "staff", "student", "translator"}
    | {"unidentified", "unknown"}
)
"""Labels of one word that nobody would write before a colon in everyday speech."""
_SAYING = lazy(r"(?:and|but|so|because|that|what|when|who|if|this|these|here|there|first|second|finally)\b", re.I)
_EVERYDAY = frozenset(
    {"again", "besides", "conclusion", "example", "fact", "hint", "important", "instead", "listen", "look"}
    | {"meanwhile", "plus", "problem", "remember", "result", "simple", "sorry", "still", "then", "think"}
    | {"third", "tip", "today", "true", "wait", "well", "yes", "no", "now", "okay", "one", "two", "three", "imagine"}
)
"""Words that are said before a colon, however often."""
_THROUGHOUT = 0.9
_TOLD = ("question", "answer")


class Label(NamedTuple):
    """Words at the start of a line that may name a speaker."""

    name: str
    end: int
    """Offset in the line just past the label and the space after it."""
    sure: bool
    """Whether its form alone says so: all in capitals, or a full name in bold."""
    time: float | None = None
    """Seconds of the time that stands with it."""


_COUNTED = frozenset(
    {
        "act",
        "bad",
        "bottom",
        "case",
        "chapter",
        "day",
        "dear",
        "figure",
        "full",
        "fun",
        "good",
        "lesson",
        "level",
        "long",
    }
    | {"next", "number", "option", "page", "part", "phase", "plan", "point", "pro", "quick", "rule", "scene", "section"}
    | {"side", "stage", "step", "table", "two", "three", "version", "week", "year"}
)
"""Words that begin what is told, listed or addressed (“Step One:”, “Dear Ana:”), and no name."""


def label_of(line: str) -> Label | None:
    """The label that a line may begin with."""
    if bold := bold_label(line):
        return bold
    if (":" in line or "：" in line) and (match := _PLAIN.match(line)):
        name = _clean(match["name"])
        if could_name(name):
            clock = match["before"] or match["in"] or match["after"]
            capitals = name.upper() == name and len(name) > 1
            return Label(name, match.end(), capitals, time_of(clock) if clock else None)
    if match := _LETTER.match(line):
        return Label(match["name"], match.end(), False)
    return None


def bold_label(line: str) -> Label | None:
    """The label in bold that a line of Markdown may begin with."""
    if "**" not in line and "__" not in line:
        return None
    match = _BOLD.match(line)
    if not match:
        return None
    clock = match["before"] or match["in"] or match["after"]
    name = _clean(match["name"])
    return Label(name, match.end(), " " in name, time_of(clock) if clock else None)


def could_name(words: str) -> bool:
    """Whether words before a colon could name a speaker: not “Note:”, “Remember:” or “What I said:”."""
    if words.casefold() in _EVERYDAY and not words.isupper():
        return False
    return words.casefold().split()[0] not in _NO_SPEAKER and not _SAYING.match(words)


def _clean(name: str) -> str:
    return " ".join(name.replace("\\", "").split())


def speakers(labels: Iterable[Label], lines: int = 0) -> frozenset[str]:
    """The names among these labels that are speakers'.

    A form of its own is enough. Other labels must come twice, or read as a full name beside other labels: a colon
    after one word (“Remember: …”) is everyday writing. Where nearly every one of ``lines`` begins
    with a label, those of one word that come once are speakers' too.
    """
    count: Counter[str] = Counter()
    sure: set[str] = set()
    for label in labels:
        if label.sure:
            sure.add(label.name)
        count[label.name] += 1
    known = sure | {name for name, times in count.items() if times > 1}
    if known:
        beside = {name for name in count if _is_full_name(name) or name == "Q" or name.casefold() in _ROLES}
        sure_of = sum(count[name] for name in known | beside)
        throughout = count.total() >= _THROUGHOUT * lines > 0 and sure_of * 2 >= count.total()
        others = {name for name in count if name.casefold() not in _TOLD} if throughout else set()
        return frozenset(known | beside | others)
    return frozenset(name for name in count if len(count) > 1 and _is_full_name(name))


def _is_full_name(words: str) -> bool:
    parts = words.casefold().split()
    return 2 <= len(parts) <= 4 and parts[0] not in _COUNTED
