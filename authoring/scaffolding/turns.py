"""The turns of a transcript as notes that wait: questions and quotes, each exchange in a comment until it is wanted.

To use an exchange is to take away the two lines around it. What it then holds is to the letter what was said, under
the name that the transcript gives, at its time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from authoring.notes.ids import id_for
from authoring.notes.written import clock, question_line, quote_lines
from authoring.text.patterns import lazy
from authoring.transcripts.model import Transcript, Turn

_ASKING = frozenset(("q", "question", "questioner", "interviewer", "reporter", "journalist", "host", "moderator"))
_NAMELESS = lazy(
    r"(?:answer|audience|caller|ch|channel|guest|interviewee|man|participant|person|respondent|speaker|spk|unidentified"
    r"|unknown|voice|woman)(?:[ _-]?(?:[a-z]|\d+))?(?:, speaker \w+)?|[a-z]|\d+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody in a transcript."""

    label: str
    id: str
    """What tags call them; empty for whoever asks."""
    name: str
    """As the transcript has it; empty for a label that is no name, such as “Speaker 1”."""
    words: int

    @property
    def asks(self) -> bool:
        """Whether this is the reporter, who is no source."""
        return not self.id


def speakers(transcript: Transcript, bylines: Sequence[str] = ()) -> list[Speaker]:
    """Everybody who is named, in the order in which they speak; ``bylines`` are names of whoever may have asked."""
    labels = list(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))
    asking = _asking(transcript, labels, bylines)
    words: Counter[str] = Counter()
    for turn in transcript.turns:
        words[turn.speaker or ""] += len(turn.text.split())
    found: list[Speaker] = []
    for label in labels:
        taken = [speaker.id for speaker in found]
        name = "" if _NAMELESS.fullmatch(label) else label
        id_ = "" if label == asking else id_for(label, taken) or f"speaker-{len(found) + 1}"
        found.append(Speaker(label, id_, name, words[label]))
    return found


def _asking(transcript: Transcript, labels: list[str], bylines: Sequence[str]) -> str | None:
    """Whose turns are the questions: by a label or a byline that says so, else by question marks; or nobody's."""
    if len(labels) < 2:
        return None
    named = [label for label in labels if label.casefold() in _ASKING or _is_one_of(label, bylines)]
    if named:
        return named[0]
    asked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    for turn in transcript.turns:
        if turn.speaker:
            spoken[turn.speaker] += 1
            asked[turn.speaker] += turn.text.rstrip(" ”\"'’)").endswith("?")
    likely = [label for label in labels if spoken[label] > 1 and asked[label] * 2 > spoken[label]]
    return likely[0] if len(likely) == 1 else None


def _is_one_of(label: str, bylines: Sequence[str]) -> bool:
    told = label.casefold().split()
    return any(told in (name.casefold().split(), name.casefold().split()[-1:]) for name in bylines if name.strip())


def waiting(transcript: Transcript, known: Sequence[Speaker]) -> list[str]:
    """Every exchange, a question with its answers, as lines of notes; without what notes cannot hold to the letter."""
    by_label = {speaker.label: speaker for speaker in known}
    exchanges: list[list[Turn]] = []
    anybody_asks = any(speaker.asks for speaker in known)
    before: Speaker | None = None
    for turn in transcript.turns:
        speaker = by_label.get(turn.speaker or "")
        if speaker is None:
            before = None
            continue
        if before is None or not anybody_asks or (speaker.asks and not before.asks):
            exchanges.append([])
        exchanges[-1].append(turn)
        before = speaker
    made = [[line for turn in turns for line in _lines(turn, by_label[turn.speaker or ""])] for turns in exchanges]
    return ["\n".join(lines) for lines in made if not any("-->" in line or "<!--" in line for line in lines)]


def _lines(turn: Turn, speaker: Speaker) -> Iterator[str]:
    if speaker.asks:
        yield question_line(turn.text)
        return
    yield from quote_lines(turn.text)
    time = "" if turn.start is None else f" | {clock(turn.start)}"
    yield f"— {speaker.id} | said{time}"
