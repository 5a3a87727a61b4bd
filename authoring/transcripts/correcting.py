"""Puts right what a transcript has wrong, by the corrections beside it: every place stays that of the file.

A corrected stretch stands as a whole: each of its characters has the place and the time of its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from authoring.errors import TranscriptError
from authoring.text.near import nearest
from authoring.text.shell import typed
from authoring.transcripts.corrections import Corrections, corrections_of
from authoring.transcripts.model import Place, Transcript, Turn

_SHORT = 12
"""Characters of a SHA-256 that a message shows."""


def corrected(transcript: Transcript) -> Transcript:
    """The transcript with the corrections beside it; raises ``TranscriptError`` where they are for another file.

    Corrections that match nothing are told in its ``remarks``.
    """
    corrections = corrections_of(transcript.path) if transcript.path not in ("", "-") else None
    if corrections is None:
        return transcript
    remarks = list(_for_this_file(corrections, transcript))
    if remarks and corrections.sha256 is not None:
        line, column = corrections.places["sha256",]
        raise TranscriptError(remarks[0], path=corrections.path, line=line, column=column, hint=_hint(transcript))
    told = [f"{corrections.path}: warning: {remark}; {_hint(transcript)}" for remark in remarks]
    turns, unused = put_right(transcript.turns, corrections)
    told += [f"{corrections.path}:{line}:{column}: warning: {message}" for line, column, message in unused]
    return replace(transcript, turns=turns, corrections=corrections.path, remarks=(*transcript.remarks, *told))


def put_right(turns: Sequence[Turn], corrections: Corrections) -> tuple[tuple[Turn, ...], list[tuple[int, int, str]]]:
    """The turns with these corrections, and line, column and message of each that matches nothing."""
    labels = {turn.speaker for turn in turns if turn.speaker}
    heard = _Heard(corrections.heard)
    right = tuple(
        heard.turn(
            replace(turn, speaker=corrections.speakers.get(turn.speaker, turn.speaker)) if turn.speaker else turn
        )
        for turn in turns
    )
    unused = []
    for label in corrections.speakers:
        if label not in labels:
            near = nearest(label, labels)
            expected = f"did you mean “{near}”?" if near else "expected a label as it stands there"
            unused.append(
                (*_place(corrections, "speakers", label), f"nobody in the transcript is called so, {expected}")
            )
    unused += [
        (*_place(corrections, "heard", words), "these words are nowhere in the transcript, expected words of it")
        for words in corrections.heard
        if words not in heard.used
    ]
    return right, sorted(unused)


def _for_this_file(corrections: Corrections, transcript: Transcript) -> Iterator[str]:
    if corrections.sha256 is None:
        yield "these corrections do not say which transcript they are for, expected its SHA-256"
    elif corrections.sha256 != (now := transcript.sha256):
        was = corrections.sha256[:_SHORT]
        yield f"the transcript has changed since these corrections (SHA-256 {now[:_SHORT]}…), expected {was}…"


def _hint(transcript: Transcript) -> str:
    return f"if they are right for it, type: authoring transcript {typed(transcript.path)} --keep-corrections"


def _place(corrections: Corrections, table: str, key: str) -> tuple[int, int]:
    for way, place in corrections.places.items():
        if len(way) == 2 and way[0] == table and " ".join(str(way[1]).split()) == key:
            return place
    return 1, 1


class _Heard:
    """The glossary of misheard words, as one pattern."""

    def __init__(self, glossary: Mapping[str, str]) -> None:
        self._right = sorted(glossary.items(), key=lambda pair: -len(pair[0]))
        self._pattern = re.compile("|".join(f"({_pattern(was)})" for was, _ in self._right)) if glossary else None
        self.used: set[str] = set()

    def turn(self, turn: Turn) -> Turn:
        found = list(self._found(turn.text)) if self._pattern else []
        if not found:
            return turn
        parts: list[str] = []
        places: list[Place] = []
        length = at = 0
        for start, end, words in (*found, (len(turn.text), len(turn.text), "")):
            if at < start:
                first = turn.place(at)
                places.append(first._replace(at=length))
                places += (place._replace(at=place.at - at + length) for place in turn.places if at < place.at < start)
                parts.append(turn.text[at:start])
                length += start - at
            whole = turn.place(start)
            places += (whole._replace(at=length + number) for number in range(len(words)))
            parts.append(words)
            length += len(words)
            at = end
        return replace(turn, text="".join(parts), places=tuple(places))

    def _found(self, text: str) -> Iterator[tuple[int, int, str]]:
        assert self._pattern is not None
        for match in self._pattern.finditer(text):
            assert match.lastindex is not None
            was, words = self._right[match.lastindex - 1]
            self.used.add(was)
            if not _is_right(text, match.start(), match[0], words):
                yield *match.span(), _cased(match[0], was, words)


def _pattern(words: str) -> str:
    """The words wherever they stand, in any case unless they have a capital, over the ends of lines too."""
    spelt = r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in words.split())
    begin, end = (r"(?<!\w)" if words[0].isalnum() else ""), (r"(?!\w)" if words[-1].isalnum() else "")
    return f"{begin}{spelt if words != words.lower() else f'(?i:{spelt})'}{end}"


def _is_right(text: str, at: int, found: str, words: str) -> bool:
    """Whether what is right stands there already, with the misheard words in it: “Ortega” in “Sarah Ortega”."""
    inside = words.casefold().find(found.casefold())
    while inside >= 0:
        start = at - inside
        if start >= 0 and text[start : start + len(words)] == words:
            return True
        inside = words.casefold().find(found.casefold(), inside + 1)
    return False


def _cased(found: str, was: str, words: str) -> str:
    """What is right, with a capital where a sentence begins."""
    begins = was[0].islower() and found[0].isupper() and words[0].islower()
    return words[0].upper() + words[1:] if begins else words
