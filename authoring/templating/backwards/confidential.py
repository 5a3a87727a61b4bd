"""Takes what was told in confidence out of an article before anything is made of it, and says where it stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.notes.model import Fields, Notes, Value
from authoring.prose import parse
from authoring.runner.withheld import withheld
from authoring.templating.backwards.article import Article
from authoring.text.patterns import lazy
from authoring.text.span import Span

_RUN = 5
"""Words in a row that an article has not by chance in common with a private comment."""
_WORD = lazy(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = lazy(r"[\"“][^\"“”]+[\"”]")
_COMMENT = lazy(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_REMARK = lazy(r"(?:^|(?<=[ \t]))#[ \t]*(.*)$", re.MULTILINE)


def without_secrets(article: Article, notes: Notes) -> tuple[str, list[int]]:
    """The article without each paragraph, and each line of front matter, that holds such words; and their lines."""
    found = [*withheld(parse(article.text, notes=notes)), *_remarks(article, notes)]
    gone: list[Span] = []
    for span in found:
        block = next((each for each in article.blocks if each.overlaps(span)), None)
        if block is None:
            start = article.text.rfind("\n", 0, span.start) + 1
            end = article.text.find("\n", span.end)
            block = Span(start, len(article.text) if end < 0 else end)
        if block not in gone:
            gone.append(block)
    text, at = "", 0
    for block in sorted(gone, key=lambda each: each.start):
        text += article.text[at : block.start]
        at = max(at, block.end + 1)
    return text + article.text[at:], sorted({article.line(span.start) for span in found})


def _remarks(article: Article, notes: Notes) -> Iterator[Span]:
    """Where the article has words of a private comment that no note has as well.

    A paragraph that a comment quotes as a whole is what the comment is about, as a line that a web page has added.
    """
    beats = notes.beats[0].span.start if notes.beats else len(notes.text)
    private = [match[1] for match in _COMMENT.finditer(notes.text)]
    private += [match[1] for match in _REMARK.finditer(notes.text[:beats])]
    if notes.contacts is not None:
        private += [match[1] for match in _REMARK.finditer(notes.contacts.text)]
    secret = {run for words in private for run, _ in _runs(words)}
    if not secret:
        return
    public = [str.__str__(item.text) for item in notes.items]
    public += [str.__str__(beat.heading) for beat in notes.beats if beat.heading]
    public += _texts(notes.front)
    secret -= {run for words in public for run, _ in _runs(words)}
    quoted = {_words(match.group()) for words in private for match in _QUOTED.finditer(words)}
    for block in (article.front, *article.blocks):
        words = block.of(article.text)
        if _words(words) not in quoted:
            yield from (span.shift(block.start) for run, span in _runs(words) if run in secret)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _runs(words: str) -> Iterator[tuple[tuple[str, ...], Span]]:
    found = list(_WORD.finditer(words))
    for at in range(len(found) - _RUN + 1):
        run = found[at : at + _RUN]
        yield tuple(match.group().casefold() for match in run), Span(run[0].start(), run[-1].end())


def _texts(value: Value) -> list[str]:
    if isinstance(value, Fields):
        return [text for each in value.values.values() for text in _texts(each)]
    if isinstance(value, tuple):
        return [text for each in value for text in _texts(each)]
    return [] if value is None else [str.__str__(value)]
