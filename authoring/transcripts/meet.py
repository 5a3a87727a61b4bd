"""Reads the transcripts of Google Meet: a heading with who attended, then every paragraph under its speaker's name.

Above the first words stand the title, the list of those who attended and a notice; below the last ones, when the
transcription ended. Times stand on lines of their own, every few minutes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from authoring.text.patterns import lazy
from authoring.transcripts.labelled import labelled_turns
from authoring.transcripts.labels import Label, bold_label, could_name, label_of, speakers
from authoring.transcripts.lines import Line, lines_of
from authoring.transcripts.model import Transcript

_TITLE = lazy(r"\s*(?:.{1,200}\s[-–]\s|📖\s*)Transcript\s*")
_LISTED = lazy(r"\s*(?:\*\*)?(?:Attendees|Invited)(?:\*\*)?\s*")
_HEADED = lazy(r"\s*(?:📖\s*)?Transcript\s*")
_DATED = lazy(r"\s*[A-Z][a-z]{2,8} \d{1,2}, \d{4}(?:,? .{1,20})?\s*")
_NOTICE = lazy(r"\s*\*?This editable transcript was computer generated and might contain errors\b.*")
_ENDED = lazy(r"\s*(?:Meeting|Transcription|Recording) ended after \d[\d:]*.{0,8}")
_NAMED = lazy(r"\s*(?P<name>[^\s:][^:]{0,59}?):\s+(?=\S)")
_SHARED = ("’s Presentation", "'s Presentation")
_HEAD, _TAIL, _LONGEST = 3_000, 600, 5


def looks_meet(text: str) -> bool:
    """Whether it has the title, notice or last line of a Meet transcript."""
    head = [_bare(line) for line in lines_of(text[:_HEAD])]
    if any(_NOTICE.fullmatch(line) for line in head):
        return True
    if any(_is_closing(line) for line in lines_of(text[-_TAIL:])):
        return True
    titles = [number for number, line in enumerate(head) if _TITLE.fullmatch(line)]
    return bool(titles) and any(_LISTED.fullmatch(line) or _HEADED.fullmatch(line) for line in head[titles[0] :])


def read_meet(text: str, path: str = "") -> Transcript:
    """The turns of a Meet transcript: one for every paragraph under a name."""
    lines, attending = _body(lines_of(text))
    bold = [bold_label(line.text) for line in lines]
    if any(bold):
        return Transcript(path, labelled_turns(lines, bold, markdown=True, furnished=False), "google-meet")
    found = [label_of(line.text) for line in lines]
    known = speakers(label for label in found if label) | attending | _recurring(lines)
    labels = [_label(line, label, known) for line, label in zip(lines, found, strict=True)]
    return Transcript(path, labelled_turns(lines, labels, furnished=False), "google-meet")


def _body(lines: Sequence[Line]) -> tuple[list[Line], frozenset[str]]:
    """The lines that may be speech, and who attended."""
    attending: set[str] = set()
    titled = [number for number, line in enumerate(lines) if _TITLE.fullmatch(_bare(line))]
    begin = titled[0] if titled else 0
    while begin < len(lines) and _is_heading(lines[begin]):
        listed = bool(_LISTED.fullmatch(_bare(lines[begin])))
        begin += 1
        if listed and begin < len(lines):
            attending.update(name.strip() for name in lines[begin].text.split(","))
            begin += 1
    kept = [line for line in lines[begin:] if not _is_closing(line)]
    return kept, frozenset(attending - {""})


def _is_heading(line: Line) -> bool:
    text = _bare(line)
    return line.blank or any(known.fullmatch(text) for known in (_TITLE, _LISTED, _HEADED, _DATED, _NOTICE))


def _recurring(lines: Sequence[Line]) -> set[str]:
    """Names before colons that come again, as people call themselves in any way: “cyfox”."""
    count = Counter(" ".join(match["name"].split()) for line in lines if (match := _NAMED.match(line.text)))
    return {name for name, times in count.items() if times > 1 and could_name(name) and len(name.split()) < _LONGEST}


def _is_closing(line: Line) -> bool:
    return any(known.fullmatch(_bare(line)) for known in (_ENDED, _NOTICE))


def _bare(line: Line) -> str:
    """The words of a heading, which may come with the marks and escapes of Markdown."""
    return line.text.replace("\\", "").lstrip("# ")


def _label(line: Line, label: Label | None, known: frozenset[str]) -> Label | None:
    """The label of somebody who attended, however it is spelled, or of a name that reads as one."""
    if label and label.name in known:
        return label
    match = _NAMED.match(line.text)
    if match:
        name = " ".join(match["name"].split())
        if name in known or (name.endswith(_SHARED) and name.rsplit(name[-len(_SHARED[0])], 1)[0] in known):
            return Label(name, match.end(), True)
    return None
