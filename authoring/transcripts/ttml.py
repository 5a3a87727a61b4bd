"""Reads timed text of broadcasters (TTML): paragraphs with times, and who speaks them where that is told."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from authoring.text.patterns import lazy
from authoring.transcripts.fields import nobody
from authoring.transcripts.markup import tokens
from authoring.transcripts.model import Transcript
from authoring.transcripts.said import Said, Word, turns
from authoring.transcripts.times import seconds

_AGENT = lazy(r"<(?:\w+:)?agent\b([^<>]*)>\s*<(?:\w+:)?name\b[^<>]*>([^<>]*)<")
_OFFSET = lazy(r"(\d{1,9}(?:\.\d{1,9})?)(h|m|s|ms)")
_UNITS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}


def read_ttml(text: str, path: str = "") -> Transcript:
    """The turns of a file of timed text."""
    return Transcript(path, turns(_said(text), text), "ttml")


def _said(text: str) -> Iterator[Said]:
    names = {_value(rest, "id"): " ".join(html.unescape(name).split()) for rest, name in _AGENT.findall(text)}
    begin: float | None = None
    end: float | None = None
    speaker: str | None = None
    words: list[Word] | None = None
    for token in tokens(text):
        tag = token.tag.rpartition(":")[2] if not token.tag.startswith("/") else f"/{token.tag[1:].rpartition(':')[2]}"
        if tag == "p":
            begin, end = _time(token.attributes, "begin"), _time(token.attributes, "end")
            if end is None and begin is not None and (lasts := _time(token.attributes, "dur")) is not None:
                end = begin + lasts
            id_ = _value(token.attributes, "agent")
            speaker = names.get(id_, id_) if id_ else None
            words = []
        elif tag == "/p" and words is not None:
            yield _paragraph(words, begin, end, speaker)
            words = None
        elif tag == "br" and words is not None:
            words.append(Word(" ", token.at))
        elif token.text and words is not None:
            words.append(Word(token.text, token.at))
    if words:
        yield _paragraph(words, begin, end, speaker)


def _paragraph(words: list[Word], begin: float | None, end: float | None, speaker: str | None) -> Said:
    text = " ".join("".join(word.text for word in words).split())
    each = [Word(match[0], word.at + match.start()) for word in words for match in re.finditer(r"\S+", word.text)]
    at = each[0].at if each else 0
    return Said(text, at, begin, end, None if speaker is None or nobody(speaker) else speaker, each)


def _value(attributes: str, name: str) -> str:
    match = re.search(rf"(?<![\w-]){name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", attributes)
    return html.unescape(match[1] or match[2] or "").strip() if match else ""


def _time(attributes: str, name: str) -> float | None:
    """Seconds of a time; ``None`` for frames and ticks, whose length is told elsewhere."""
    told = _value(attributes, name)
    if match := _OFFSET.fullmatch(told):
        return float(match[1]) * _UNITS[match[2]]
    return seconds(told)
