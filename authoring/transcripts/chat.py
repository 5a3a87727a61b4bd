"""Reads the chat of a Zoom meeting: words that were typed, each message with its sender and its time.

Messages are turns, as they stand under a name and may be quoted as written. The time in a chat that was saved with a
recording in the cloud counts from its beginning; in one that was saved on a computer it is the time of day, which is
no place in a recording. What marks a reaction or repeats another's message was not written by the sender.
"""

from __future__ import annotations

from authoring.text.patterns import lazy
from authoring.transcripts.clocks import time_of
from authoring.transcripts.lines import Line, lines_of
from authoring.transcripts.model import Transcript
from authoring.transcripts.speech import Speech

_CLOUD = lazy(r"(?P<clock>\d{2}:\d{2}:\d{2})\t(?P<name>[^\t]{1,80}?):\t")
_SAVED = lazy(r"\d{2}:\d{2}:\d{2}[ \t]+From[ \t]+(?P<name>.{1,80}?)(?:[ \t]+[tT]o[ \t]+.{1,80}?)?[ \t]*:(?:[ \t]+|$)")
_REACTION = lazy(r"\s*(?:Reacted to |Removed (?:a|an) .{1,40} reaction from )[\"“].*")
_REPLY = lazy(r"\s*Replying to [\"“].*")


def looks_chat(text: str) -> bool:
    """Whether it begins with a message: a time, a name, a colon, parted by tabs or by “From”."""
    return bool(_CLOUD.match(text) or _SAVED.match(text.split("\n", 1)[0].rstrip("\r")))


def read_chat(text: str, path: str = "") -> Transcript:
    """The messages of a chat as turns."""
    speech = Speech()
    for line in lines_of(text):
        rest = line
        if match := _CLOUD.match(line.text):
            speech.begin(match["name"].strip(), line.number, time_of(match["clock"]))
            rest = line.rest(match.end())
        elif match := _SAVED.match(line.text):
            speech.begin(match["name"].strip(), line.number)
            rest = line.rest(match.end())
        _write(speech, rest)
    return Transcript(path, speech.turns(), "zoom-chat")


def _write(speech: Speech, line: Line) -> None:
    if line.blank:
        speech.gap()
    elif not (speech.silent and (_REACTION.fullmatch(line.text) or _REPLY.fullmatch(line.text))):
        speech.say(line)
