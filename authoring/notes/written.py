"""How exact words are written into notes so that reading them gives the same words back, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.text.patterns import lazy

_PARAGRAPH = lazy(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")
_PARTED = "\n\n"
_BLANK = lazy(r"[ \t\r\n\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
"""White space and characters that nobody said: one space stands for a run of them."""
_IN_QUOTES = lazy(r"(?<!:)//|\||(?<=\\)\{")
_IN_QUESTIONS = lazy(r"(?<!:)//|[|{]")


def said(words: str) -> str:
    """Words as a note holds them: one space where there is white space, a blank line between paragraphs."""
    paragraphs = (_BLANK.sub(" ", each).strip(" ") for each in _PARAGRAPH.split(words))
    return _PARTED.join(each for each in paragraphs if each)


def quote_lines(words: str) -> Iterator[str]:
    """The lines of a quote, a paragraph on each, parted by an empty ``>``."""
    for number, paragraph in enumerate(said(words).split(_PARTED)):
        if number:
            yield ">"
        yield f"> {_plain(paragraph)}"


def question_line(words: str) -> str:
    """The line of a question, in which a brace would begin a field."""
    return f"? {_plain(said(words).replace(_PARTED, ' '), _IN_QUESTIONS)}"


def _plain(words: str, special: re.Pattern[str] = _IN_QUOTES) -> str:
    """Words in which nothing is read as a mark of the notes: each has a backslash before it, as a backslash has."""
    words = special.sub(r"\\\g<0>", words)
    return f"\\{words}" if words.startswith(">") else words


def clock(seconds: float) -> str:
    """A time in a recording as tags have it: ``00:12:41``."""
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
