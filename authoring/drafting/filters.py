"""What templates may do with the words of the notes: marks and spaces, never the words themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from jinja2 import pass_environment

from authoring.config.conventions import Conventions
from authoring.drafting.acronyms import spelled
from authoring.drafting.datelines import dateline
from authoring.drafting.environment import NewsroomEnvironment
from authoring.drafting.mentions import continues, introduced, speaker
from authoring.drafting.names import surname as family_name
from authoring.drafting.record import Record
from authoring.drafting.voices import parted
from authoring.house.marks import marked, marks_of
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans
from authoring.trace.traced import Traced

_STOPS = ".!?…"
_CLOSERS = "”’\"')]"
_MARKS = "”’\"'"
_OPENING, _CLOSING = ("“", "‘", '"', "'"), ("”", "’", '"', "'")
_BROKEN_OFF = (":", ";", "–", "—")
"""What ends a sentence that is not finished; a full stop after it would be one mark too many."""
_ABBREVIATED = lazy(r"(?:\b\w\.|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|St|etc)\.)$")
WORDS = lazy(r"\w+(?:[’'.,:-]\w+)*")
"""A word, as ``words`` counts them: marks inside belong to it, marks around it do not."""
_PLAIN_YAML = lazy(r"[A-Za-z0-9“‘(][^:#\n\r\t\"'\\{}\[\]&*!|>%@`]*[^:#\s\"'\\{}\[\]&*!|>%@`]|[A-Za-z0-9]")
_PARAGRAPH = lazy(r"^\S(?:.+|\n(?!\n))*", re.MULTILINE)
_SET_APART = ("#", "![", "**", "*[", "- ")
_CONTROL = lazy(r"[\x00-\x1f\x7f]")
_NUMBER = lazy(r"[\d.:eE+_-]+|0[box][\da-fA-F_]+")
_YAML_WORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off"])


def _text(value: Any) -> Traced:
    return value if isinstance(value, Traced) else Traced(str(value))


def _ending(text: str) -> str:
    """The last mark of a text, seen through closing quotation marks and brackets."""
    return str.rstrip(text).rstrip(_CLOSERS)[-1:]


def stop(value: Any) -> Traced:
    """The text with a full stop, where it does not end a sentence already."""
    text = _text(value).rstrip()
    if not text or _ending(text) in _STOPS or text.endswith(_BROKEN_OFF):
        return text
    if text.endswith(","):
        text = text[:-1]
    return text + "."


def nostop(value: Any) -> Traced:
    """The text without its last full stop, to go on with a comma; other marks stay."""
    text = _text(value).rstrip()
    return text[:-1] if text.endswith(".") and not text.endswith("..") and not _abbreviated(text) else text


def _abbreviated(text: str) -> bool:
    """Whether the last point belongs to the word: “p.m.”, “U.S.”, “Inc.”."""
    return _ABBREVIATED.search(text) is not None


def comma(value: Any) -> Traced:
    """Words before their attribution: a full stop becomes a comma, ? and ! stay, nothing gets a comma.

    A stop inside closing quotation marks becomes a comma where it stands: ‘no.’ gives ‘no,’ and ‘no?’ stays.
    """
    text = _text(value).rstrip()
    bare = str.rstrip(text).rstrip(_MARKS)
    if bare.endswith(("?", "!", "…", "...", ",", "–", "—", ":", ";")):
        return text
    if bare.endswith(".") and not _abbreviated(bare) and not bare.endswith(".."):
        return text[: len(bare) - 1] + "," + text[len(bare) :]
    return text + ","


@pass_environment
def quoted(environment: NewsroomEnvironment, value: Any) -> Traced:
    """The words in quotation marks: those inside become of the other kind, each further paragraph opens one again."""
    opening, closing = marks_of(environment.conventions).outer
    words = _inside(value, environment.conventions).replace("\n\n", f"\n\n{opening}")
    return Traced.concat((opening, words, closing))


@pass_environment
def inner(environment: NewsroomEnvironment, value: Any) -> Traced:
    """Quotation marks inside a quotation become of the other kind than those around it; the words stay."""
    return _inside(value, environment.conventions)


def _inside(value: Any, house: Conventions) -> Traced:
    if house.marks or house.quotation_marks:
        return marked(_text(value), house, depth=1)
    text = _text(value).replace("“", "‘").replace("”", "’")
    for match in reversed(list(re.finditer('"', text))):
        before = text[match.start() - 1 : match.start()] if match.start() else ""
        mark = "‘" if not before or before.isspace() or before in "([—–" else "’"
        text = text[: match.start()] + text[match.start() : match.end()].replace('"', mark) + text[match.end() :]
    return text


def yaml(value: Any, marks: str = "") -> Traced:
    """A value for front matter, in quotation marks where YAML would read it as something else.

    ``marks`` puts it into such marks (``"`` or ``'``) whatever it is.
    """
    text = _text(value)
    if marks == "'" and not _CONTROL.search(text):
        return "'" + text.replace("'", "''") + "'"
    number = _NUMBER.fullmatch(text) and not re.fullmatch(r"\d{4}-\d\d-\d\d", text)
    if not marks and _PLAIN_YAML.fullmatch(text) and text.casefold() not in _YAML_WORDS and not number:
        return text
    for old, new in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):
        text = text.replace(old, new)
    return '"' + text + '"'


def paragraphs(beat: Record | Iterable[Record], write: Callable[[Record], Any]) -> Traced:
    """What a macro makes of each item, as running text: one paragraph a beat, and a new one at each ``+``.

    A paragraph with a quotation has one speaker, so another one's words begin the next. Arguments: a beat (or any list
    of items), and the macro that writes one item; an item for which it writes nothing leaves no gap.
    """
    items = beat["items"] if isinstance(beat, Record) else beat
    written = [(item, _text("" if item["kind"] == "break" else write(item)).strip()) for item in items]
    printed = [(item, text) for item, text in written if text or item["kind"] == "break"]
    done: list[list[Traced]] = [[]]
    for (item, text), begins in zip(printed, parted([item for item, _ in printed]), strict=True):
        if begins or item["kind"] == "break" or (done[-1] and _meet(done[-1][-1], text)):
            done.append([])
        if text:
            done[-1].append(text)
    return Traced("\n\n").join(Traced(" ").join(sentences) for sentences in done if sentences)


def _meet(before: str, after: str) -> bool:
    """Whether one quotation would end where the next begins, which readers take for a change of speaker."""
    return before.endswith(_CLOSING) and after.startswith(_OPENING)


def led_by(value: Any, words: Any) -> Traced:
    """A story whose first paragraph of running text begins with these words, as with a dateline.

    Headings, pictures and the turns of a conversation are no running text.
    """
    text = _text(value)
    before = _text(words)
    if not before.strip():
        return text
    for found in _PARAGRAPH.finditer(text):
        if not text.startswith(_SET_APART, found.start()):
            return Traced.concat((text[: found.start()], before, text[found.start() :]))
        if text.startswith("**", found.start()):
            break
    return text


def join(value: Iterable[Any], separator: str = "", attribute: str | None = None) -> Traced:
    """As Jinja's ``join``; every part keeps its origin."""
    parts = [item[attribute] if attribute else item for item in value]
    return _text(separator).join(part if isinstance(part, str) else str(part) for part in parts)


def sentences(value: Any) -> list[Traced]:
    """The sentences of a text, in order."""
    text = _text(value)
    return [text[start:end] for start, end in sentence_spans(str.__str__(text))]


def words(value: Any, first: int, last: int | None = None) -> Traced:
    """The words of a text from one to another, counted from 1, without the marks around them; what is not there is not.

    Arguments: the text, and the numbers of the first and the last word; all that follow where there is no last.
    """
    text = _text(value)
    found = [match.span() for match in WORDS.finditer(str.__str__(text))][max(first, 1) - 1 : last]
    return text[found[0][0] : found[-1][1]] if found else Traced("")


def surname(value: Any) -> Traced:
    """The family name of a full name."""
    return family_name(_text(value))


FILTERS: dict[str, Callable[..., Any]] = {
    "comma": comma,
    "continues": continues,
    "dateline": dateline,
    "inner": inner,
    "introduced": introduced,
    "join": join,
    "led_by": led_by,
    "nostop": nostop,
    "paragraphs": paragraphs,
    "quoted": quoted,
    "sentences": sentences,
    "speaker": speaker,
    "spelled": spelled,
    "stop": stop,
    "surname": surname,
    "words": words,
    "yaml": yaml,
}
"""What a template has beside Jinja's own filters."""
