"""Takes what was said from a file of oTranscribe: JSON that holds the text as a web page, with times in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from authoring.text.patterns import lazy
from authoring.transcripts.fields import Fields
from authoring.transcripts.labels import Label, label_of, speakers
from authoring.transcripts.located import Part
from authoring.transcripts.markup import timestamp, tokens
from authoring.transcripts.said import Said, Word

_ESCAPE = lazy(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")
_BLOCKS = frozenset({"p", "br", "div", "li", "ul", "ol"})
_BOLD = frozenset({"b", "strong"})


@dataclass
class _Paragraph:
    """Words that nothing parts."""

    words: list[Word] = field(default_factory=list)
    bold: bool = False
    """Whether it begins in bold, as people write names."""

    @property
    def text(self) -> str:
        return "".join(word.text for word in self.words)


def otranscribe(fields: Fields, whole: Part) -> Iterator[Said]:
    """The turns that somebody typed: a name before a colon begins one, a time stands where it was put."""
    paragraphs = _paragraphs(fields.text(whole, "text"), fields.part(whole, "text"), fields.json.text)
    labels = [_label(paragraph) for paragraph in paragraphs]
    known = speakers(label for label in labels if label)
    speaker: str | None = None
    turn: list[Sequence[Word]] = []
    for paragraph, label in zip(paragraphs, labels, strict=True):
        words = paragraph.words
        if label and label.name in known:
            yield from _said(turn, speaker)
            turn, speaker = [], label.name
            words = _after(words, label.end)
        turn.append(words)
    yield from _said(turn, speaker)


def _paragraphs(page: str, part: Part, raw: str) -> list[_Paragraph]:
    place = _Places(raw, part.at + 1)
    found = [_Paragraph()]
    time: float | None = None
    bold = inside = False
    for token in tokens(page):
        if (reached := timestamp(token)) is not None:
            time, inside = reached, True
        elif token.tag == "/span":
            inside = False
        elif token.tag.lstrip("/") in _BLOCKS:
            found.append(_Paragraph())
        elif token.tag.lstrip("/") in _BOLD:
            bold = not token.tag.startswith("/")
        elif token.text and not inside:
            words = token.text.replace("\xa0", " ")
            words = words.lstrip() if not found[-1].words or found[-1].words[-1].text[-1].isspace() else words
            if words:
                found[-1].bold |= bold and not found[-1].words
                found[-1].words.append(Word(words, place(token.at + len(token.text) - len(words)), time))
    return [paragraph for paragraph in found if paragraph.text.strip()]


def _label(paragraph: _Paragraph) -> Label | None:
    label = label_of(paragraph.text)
    return label._replace(sure=True) if label and paragraph.bold else label


def _after(words: Sequence[Word], end: int) -> list[Word]:
    """The words from one of their characters on."""
    found = []
    for word in words:
        if end < len(word.text):
            found.append(word._replace(text=word.text[end:], at=word.at + end))
        end = max(0, end - len(word.text))
    return found


def _said(turn: Sequence[Sequence[Word]], speaker: str | None) -> Iterator[Said]:
    text = "\n\n".join("".join(word.text for word in words).strip() for words in turn).strip()
    words = [word for paragraph in turn for word in paragraph if word.text.strip()]
    if words:
        yield Said(text, words[0].at, words[0].start, None, speaker, words)


class _Places:
    """Where a character of a JSON string stands in the file, which writes some of them as escapes."""

    def __init__(self, raw: str, begin: int) -> None:
        self._decoded, self._raw = [0], [begin]
        at = begin
        end = len(raw)
        while (escape := raw.find("\\", at, end)) >= 0:
            match = _ESCAPE.match(raw, escape)
            if not match:
                break
            decoded = self._decoded[-1] + escape - self._raw[-1] + 1
            self._decoded.append(decoded)
            self._raw.append(match.end())
            at = match.end()

    def __call__(self, offset: int) -> int:
        number = bisect_right(self._decoded, offset) - 1
        return self._raw[number] + offset - self._decoded[number]
