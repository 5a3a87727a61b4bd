"""Takes words, times and labels from the JSON of a transcript; what is of another kind is an error at its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from authoring.transcripts.located import Located, Part
from authoring.transcripts.said import Said, Word
from authoring.transcripts.times import seconds

_HINT = "correct it there, or export the transcript again"
_NOBODY = frozenset({"", "?", "unknown", "none", "null", "nan"})
_NUMBERS = (int, float)
_LONGEST = 1e9
"""Time beyond which a number is no time of a recording, in seconds or milliseconds."""


def nobody(label: str) -> bool:
    """Whether a label is how programs say that they do not know who speaks."""
    return label.endswith("?") or label.casefold() in _NOBODY


class Fields:
    """Reads the parts of one JSON text."""

    def __init__(self, text: str, path: str = "") -> None:
        self.json = Located(text, path)
        self._labels: dict[str, str | None] = {}

    def part(self, of: Part, key: str) -> Part:
        """The part that an object has under a key; ``None`` is its value where it has none."""
        if not isinstance(of.value, dict):
            raise self._wrong(of, "an object")
        found = of.value.get(key)
        return found if isinstance(found, Part) else Part(found, of.at)

    def parts(self, of: Part, key: str) -> Sequence[Part]:
        """The items of a list under a key; none where there is no list."""
        part = self.part(of, key)
        return () if part.value is None else self.items(part, key)

    def items(self, part: Part, key: str = "") -> Sequence[Part]:
        """The items of a list."""
        if not isinstance(part.value, list):
            raise self._wrong(part, "a list", key)
        if part.value and isinstance(part.value[0], Part):
            return part.value
        return [Part(item, part.at) for item in part.value]

    def text(self, of: Part, key: str) -> str:
        """Words under a key; empty where there are none."""
        part = self.part(of, key)
        if part.value is None:
            return ""
        if not isinstance(part.value, str):
            raise self._wrong(part, "words", key)
        return part.value

    def begin(self, of: Part, key: str) -> int:
        """Where the words under a key begin in the file."""
        part = self.part(of, key)
        return part.at + 1 if isinstance(part.value, str) and self.json.text.startswith('"', part.at) else part.at

    def time(self, of: Part, key: str, unit: float = 1.0) -> float | None:
        """Seconds under a key, written as a number or as text; ``None`` where they are not known."""
        quick = of.value.get(key) if type(of.value) is dict else None
        if type(quick) is float and 0 <= quick < _LONGEST:
            return quick * unit
        part = self.part(of, key)
        value = part.value
        if value is None or value == "":
            return None
        if isinstance(value, str):
            try:
                value = float(value)
            except ValueError:
                value = seconds(value)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise self._wrong(part, "seconds" if unit == 1 else "milliseconds", key)
        return value * unit if 0 <= value < _LONGEST else None

    def label(self, of: Part, key: str = "speaker") -> str | None:
        """The speaker's label as the file has it, as text; ``None`` where nobody is named."""
        quick = of.value.get(key) if type(of.value) is dict else None
        if type(quick) is str and quick in self._labels:
            return self._labels[quick]
        part = self.part(of, key)
        value = part.value
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            raise self._wrong(part, "a speaker's name or number", key)
        label = " ".join(str(value).split())
        self._labels[str(value)] = None if nobody(label) else label
        return self._labels[str(value)]

    def said(self, of: Part, key: str = "text", unit: float = 1.0, words: str = "words", word: str = "text") -> Said:
        """An object with words and their time, as most services write it."""
        times = self.time(of, "start", unit), self.time(of, "end", unit)
        listed = self.words(of, word, unit, words)
        return Said(self.text(of, key), self.begin(of, key), *times, self.label(of), listed)

    def words(self, of: Part, key: str = "text", unit: float = 1.0, under: str = "words") -> list[Word]:
        """The words of an object with their times."""
        found: list[Word] = []
        labels = self._labels
        for part in self.parts(of, under):
            value = part.value
            if type(value) is dict:  # there are tens of thousands, nearly all of them as they should be
                text, speaker = value.get(key), value.get("speaker")
                start: Any = value.get("start")
                end: Any = value.get("end")
                timed = type(start) in _NUMBERS and type(end) in _NUMBERS and 0 <= start <= end < _LONGEST
                known = speaker is None or (type(speaker) is str and speaker in labels)
                if timed and known and type(text) is str:
                    label = labels[speaker] if speaker else None
                    found.append(Word(text, part.at, start * unit, end * unit, label))
                    continue
            found.append(self.word(part, key, unit))
        return found

    def word(self, of: Part, key: str = "text", unit: float = 1.0) -> Word:
        """One word with its time."""
        times = self.time(of, "start", unit), self.time(of, "end", unit)
        return Word(self.text(of, key), of.at, *times, self.label(of))

    def _wrong(self, part: Part, expected: str, key: str = "") -> Exception:
        name = f"“{key}”" if key else "what stands"
        return self.json.error(part.at, f"{name} here is {_kind(part.value)}, expected {expected}", _HINT)


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "true or false"
    kinds = {str: "text", int: "a number", float: "a number", list: "a list", dict: "an object", type(None): "empty"}
    return kinds.get(type(value), "something else")
