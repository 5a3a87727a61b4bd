"""Findings that a desk has accepted for now: only what is new is told of.

A finding is known again by its rule and its words, the marked ones and their sentence, in whatever line they stand and
whatever case, spaces and kind of marks they are written with. The file holds a fingerprint of them and not the words
themselves, since it is kept in version control and handed on, where the words of an unpublished piece have no place.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from authoring.errors import ConfigError, read_file
from authoring.findings import Finding
from authoring.grammar.names import is_name
from authoring.runner.checked import Checked
from authoring.runner.suppressed import ALWAYS, Suppressed
from authoring.text.files import atomic_write
from authoring.text.patterns import lazy
from authoring.text.sentences import sentence_spans

VERSION = 1
_Key = tuple[str, str, str]
"""Path from the baseline's folder, rule, fingerprint."""
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})
_LAYOUT = lazy(r"[\s*_`>#]+")
_REACH = 600
"""Characters before and after the marked words in which their sentence is looked for."""
_PARAGRAPH = lazy(r"\n[ \t\r]*\n")
_AGAIN = "write it with --write-baseline"


def fingerprint(result: Checked, finding: Finding) -> str:
    """What a finding is known again by in another version of its article."""
    from hashlib import sha256

    start, end = finding.span.start, finding.span.end
    text = result.shown  # who knows the sentence could try out which name makes the fingerprint
    told = "\0".join((finding.rule, _folded(text[start:end]), _folded(_sentence(text, start, end))))
    return sha256(told.encode("utf-8", "replace")).hexdigest()[:20]


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a stretch; nothing for one that is longer than a sentence, or marks a place alone."""
    if start == end or end - start > _REACH:
        return ""
    begin, stop = max(start - _REACH, 0), min(end + _REACH, len(text))
    for gap in _PARAGRAPH.finditer(text, begin, start):
        begin = gap.end()
    gap_after = _PARAGRAPH.search(text, end, stop)
    stop = gap_after.start() if gap_after else stop
    for first, last in sentence_spans(text[begin:stop]):
        if begin + first <= start < begin + last:
            return text[begin + first : begin + last]
    return ""


def _folded(words: str) -> str:
    return _LAYOUT.sub(" ", unicodedata.normalize("NFKC", words).translate(_MARKS)).strip().casefold()


@dataclass(frozen=True)
class Baseline:
    """The findings that are accepted, by path, rule and fingerprint, with how often each is."""

    path: Path
    counts: Counter[_Key]

    @classmethod
    def read(cls, path: str | Path) -> Baseline:
        """The baseline of a file. Raises ``ConfigError``."""
        if not Path(path).exists():
            raise ConfigError("there is no such baseline", path=path, hint=_AGAIN)
        try:
            data: Any = json.loads(read_file(path, ConfigError))
            version = data["version"]
            entries = {
                (str(one["path"]), str(one["rule"]), str(one["words"])): int(one["count"]) for one in data["findings"]
            }
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            raise ConfigError("this is no baseline, expected a file that --write-baseline made", path=path) from None
        if version != VERSION:
            raise ConfigError("this baseline is of another version of the program", path=path, hint=_AGAIN)
        return cls(Path(path), Counter(entries))

    @classmethod
    def of(cls, path: str | Path, results: Iterable[Checked]) -> Baseline:
        """The baseline that accepts all these findings.

        What an older one at the same place accepts in articles that were not checked, and are still there, stays; so
        does what rules have found that were left out of this run.
        Raises ``ConfigError`` where another file stands there.
        """
        made = cls(Path(path), Counter())
        results = list(results)
        checked = {made.name(result.path): result for result in results}
        if Path(path).exists():
            for key, count in cls.read(path).counts.items():
                if _left_out(key[1], checked[key[0]]) if key[0] in checked else made.there(key[0]):
                    made.counts[key] = count
        for result in results:
            made.counts.update(key for _, key in made.keys(result))
        return made

    def write(self) -> None:
        """Write the file, sorted, so that a change of it reads well. Raises ``ConfigError``."""
        rows = [
            {"path": path, "rule": rule, "words": words, "count": count}
            for (path, rule, words), count in sorted(self.counts.items())
        ]
        lines = ",\n  ".join(map(_line, rows))
        text = f'{{\n "version": {VERSION},\n "findings": [\n  {lines}\n ]\n}}\n' if rows else _EMPTY
        try:
            atomic_write(self.path, text)
        except OSError as error:
            message = f"the baseline cannot be written ({error.strerror})"
            raise ConfigError(message, path=self.path, hint="check the disk and the folder's permissions") from None

    def name(self, path: str) -> str:
        """An article's path as the baseline tells it: from its own folder, with ``/``."""
        try:
            near = os.path.relpath(path, self.path.parent)
        except ValueError:  # on another drive
            near = path
        return near.replace(os.sep, "/")

    def there(self, name: str) -> bool:
        """Whether an article that the baseline tells of still exists."""
        return os.path.lexists(self.path.parent / name)

    def keys(self, result: Checked) -> Iterator[tuple[Finding, _Key]]:
        """The findings that can be accepted, each with its key."""
        name = self.name(result.path)
        for finding in result.findings:
            if finding.rule not in ALWAYS:
                yield finding, (name, finding.rule, fingerprint(result, finding))


def _left_out(rule: str, result: Checked) -> bool:
    """Whether there is such a rule and it has not looked at this article, so that what it found says nothing now."""
    if is_name(rule):
        return not result.proofread
    config = result.config
    from authoring.rules.choosing import chosen, families  # loads every rule, which is seldom needed here

    return rule in families(config) and all(rule != one.name for one in chosen(config))


def _line(row: dict[str, object]) -> str:
    line = json.dumps(row, ensure_ascii=False)
    try:
        line.encode()
    except UnicodeEncodeError:  # the name of a file need not be text
        return json.dumps(row)
    return line


_EMPTY = f'{{\n "version": {VERSION},\n "findings": []\n}}\n'


class Acceptance:
    """Holds the results of one run against a baseline, and knows at the end what was not met."""

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self._left = Counter(baseline.counts)
        self._looked: dict[str, Checked] = {}
        moved: Counter[tuple[str, str]] = Counter()
        gone: dict[str, bool] = {}
        for (path, rule, words), count in baseline.counts.items():
            if path not in gone:
                gone[path] = not baseline.there(path)
            if gone[path]:
                moved[rule, words] += count
        self._gone = {path for path, is_gone in gone.items() if is_gone}
        self._moved = moved
        """What was accepted in articles that are not there any more: they may have another name now."""

    def of(self, result: Checked) -> Checked:
        """The result with what is new alone; the rest counts as suppressed, and as met."""
        self._looked[self.baseline.name(result.path)] = Checked(
            result.path, "", config=result.config, proofread=result.proofread
        )
        return self._of(result, self._left, self._moved)

    def would(self, result: Checked) -> Checked:
        """The same without counting it."""
        keys = [key for _, key in self.baseline.keys(result)]
        left = Counter({key: self._left[key] for key in keys})
        return self._of(result, left, Counter({key[1:]: self._moved[key[1:]] for key in keys}))

    def _of(self, result: Checked, left: Counter[_Key], moved: Counter[tuple[str, str]]) -> Checked:
        known: set[Finding] = set()
        for finding, key in self.baseline.keys(result):
            if left[key] > 0:
                left[key] -= 1
            elif moved[key[1:]] > 0:
                moved[key[1:]] -= 1
            else:
                continue
            known.add(finding)
        if not known:
            return result
        return replace(
            result,
            findings=tuple(finding for finding in result.findings if finding not in known),
            suppressed=(
                *result.suppressed,
                *(Suppressed(one, external=True) for one in result.findings if one in known),
            ),
        )

    def unmet(self) -> int:
        """How many accepted findings were not found again, in the articles checked and in those that are gone."""
        in_place = sum(
            count
            for (path, rule, _), count in self._left.items()
            if count > 0 and path in self._looked and path not in self._gone
            if not _left_out(rule, self._looked[path])
        )
        ways = {(result.config, result.proofread): result for result in self._looked.values()}.values()
        moved = sum(
            count
            for (rule, _), count in self._moved.items()
            if count > 0 and not any(_left_out(rule, result) for result in ways)
        )
        return in_place + moved
