"""Evens out the characters of a text that carry no words, without moving any other character.

Every function here returns a text of the same length, so that an offset into one is an offset into the other.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from authoring.text.patterns import lazy

IGNORED = "\xad\u200b\u200c\u200d\u2060\ufeff\ue000"
"""Characters that may stand inside a word and are no part of it; the last is ours, for what has been taken out."""
_EVEN = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ‛＇`´′", "'"),
        **dict.fromkeys("“”„‟«»″＂", '"'),
        **dict.fromkeys("–—―−‒⸺⸻﹘", "—"),
        **dict.fromkeys("‐‑﹣－", "-"),
        **dict(zip("％＄＆．，：［］（）＿", "%$&.,:[]()_", strict=True)),
    }
)
_ENTITY = lazy(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,12});")
_LINK = lazy(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)")
_TARGET = lazy(r"\]\([a-z]+://[^()\s]*\)")
_TAG = lazy(r"</?[a-zA-Z][^<>]{0,200}>")
_INNER_STARS = lazy(r"(?<=\w)\*{1,3}(?=\w)")
_EVENTS = (
    "applause|applau(?:ds?|ding)|laugh(?:s|ed|ing|ter)?|chuckl(?:e|es|ing)|giggl(?:e|es|ing)|boo(?:s|ing)?|cheer(?:s|ing)?"
    "|inaudible|indiscernible|unintelligible|cross-?talk|over-?talk(?:ing)?|pauses?|paused|pausing|sigh(?:s|ing)?"
    "|cough(?:s|ing)?|gasp(?:s|ing)?|sobs?|sobbing|crying|cries|whistl(?:es|ing)|music|silence|off-?mic(?:rophone)?"
    "|as translated|through (?:an )?interpreter|via translat(?:or|ion)|speaks? in|speaking in"
    "|in (?:spanish|french|chinese)"
    "|audio (?:gap|break)|phone rings?|clears throat|snaps|claps|clapping|groans?|shouts?|shouting|sic"
)
_STAGE = lazy(rf"[(\[][^()\[\]]{{0,30}}?\b(?:{_EVENTS})\b[^()\[\]]{{0,40}}[)\]]", re.I)
_STRICT = lazy(
    rf"[(\[]\s*(?:(?:{_EVENTS}|and|loud|more|general|scattered|brief|long|audience|the|from|at)[\s.,]*){{1,5}}[)\]]",
    re.I,
)
_CLOCK = lazy(r"[(\[]\s*(?:[a-zA-Z]+\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\s*[)\]]")
_BRACKET = lazy(r"\[[^\[\]\n]{0,80}\]")
# “Itís” and “Itâ€™s”: an apostrophe that was read in the wrong encoding
_MAC = lazy(r"(?<=[A-Za-z])í(?=(?:s|t|re|ve|ll|d|m)\b)|(?<![^\W\d_])[ìî](?=[A-Z])|(?<=[.,!?])[îì](?!\w)|(?<=s)í(?=s\b)")
_UTF8 = lazy(r"â€(?:[\u0080-\uffff])?")


def even(text: str) -> str:
    """The text with marks, dashes and entities of one kind, and without escapes, tags and link targets."""
    text = text.translate(_EVEN)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "](" in text:
        text = _TARGET.sub(_blank, _LINK.sub(lambda link: _keep(link, 1), text))
    if "_" in text:
        text = text.replace("_", " ")
    if "\\" in text:
        text = re.sub(r"\\(?=[^\w\s])", "\ue000", text)
    if "<" in text:
        text = _TAG.sub(_blank, text)
    if "*" in text:
        text = _INNER_STARS.sub(lambda stars: "\ue000" * len(stars[0]), text)
    if "í" in text or "ì" in text or "î" in text:
        text = _MAC.sub(lambda match: "'" if match[0] == "í" else '"', text)
    if "â€" in text:
        text = _UTF8.sub(lambda match: "'" + "\ue000" * (len(match[0]) - 1), text)
    return text


def without_stage(text: str, *, strict: bool = False) -> str:
    """An even text without stage directions and times, such as “(Applause.)” and “[46:04]”.

    ``strict`` takes out only what holds no other word, for in a quotation “(loud applause for her)” is the writer's.
    """
    if "(" in text or "[" in text:
        text = _CLOCK.sub(_blank, (_STRICT if strict else _STAGE).sub(_blank, text))
    return text


def spoken(text: str) -> str:
    """What of a transcript or a note was said: without stage directions and without what stands in brackets."""
    text = without_stage(even(text))
    return _BRACKET.sub(_blank, text) if "[" in text else text


def _entity(match: re.Match[str]) -> str:
    char = html.unescape(match[0]).translate(_EVEN)
    return char + "\ue000" * (len(match[0]) - len(char)) if len(char) <= len(match[0]) else match[0]


def _keep(match: re.Match[str], group: int) -> str:
    start, end = match.start(group) - match.start(), match.end(group) - match.start()
    return " " * start + match[0][start:end] + " " * (len(match[0]) - end)


_blank: Callable[[re.Match[str]], str] = lambda match: " " * len(match[0])  # noqa: E731
