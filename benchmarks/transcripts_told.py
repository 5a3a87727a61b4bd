"""What a transcript file says of itself: how often each speaker begins to speak, and the words.

Nothing here comes from our readers. Text formats are taken apart by patterns of their own or by counts made by hand
(``transcripts_counted.toml``), subtitles by webvtt-py and srt, JSON by its fields.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

COUNTED = tomllib.loads(Path(__file__).with_name("transcripts_counted.toml").read_text("utf-8"))


class Told(NamedTuple):
    """What one file says."""

    turns: Counter[str]
    """How many turns each speaker has; "" for words that nobody is named for."""
    words: list[str]
    by: str
    """How it was counted."""


def told(path: Path) -> Told:
    """What a file says of itself."""
    data = path.read_bytes()
    text = data.decode("utf-8-sig")
    key = f"{path.parent.name}/{path.name}"
    if key in COUNTED:
        if hashlib.sha256(data).hexdigest() != COUNTED[key]["sha256"]:
            raise SystemExit(f"{key} has changed, count it again in transcripts_counted.toml")
        return by_hand(text, **COUNTED[key])
    if path.suffix == ".json":
        return from_json(json.loads(text))
    if path.suffix in (".vtt", ".srt"):
        return from_subtitles(path)
    if path.suffix == ".html":
        return from_page(text)
    if "chat" in path.name:
        rows = [line.split("\t") for line in text.splitlines() if line]
        return Told(Counter(row[1].rstrip(":") for row in rows), " ".join(row[2] for row in rows).split(), "tabs")
    if "googlemeet" in path.name:
        return from_meeting(text)
    if "changelog" in key:
        return from_podcast(text)
    return from_hung(text)


def by_hand(text: str, sha256: str, lines: list[int], turns: dict[str, int]) -> Told:
    """The lines and labels that a person counted."""
    body = "\n".join(text.split("\n")[lines[0] - 1 : lines[1]])
    names = "|".join(re.escape(name) for name in turns if name)
    if names:
        body = re.sub(rf"^\s*(?:{names})(?::|(?<=Q)\s)", " ", body, flags=re.M)
    return Told(Counter(turns), body.split(), "by hand")


def from_podcast(text: str) -> Told:
    """Changelog: ``**Name:**`` at the start of a line, with something below it that is more than a time."""
    text = re.sub(r"^(?:\*\*)?(?:Break|Jingle):?\*{0,2}:?.*$|^#.*$", "", text, flags=re.M)
    names = re.findall(r"^\*\*([^*\n]+?):?\*\*:?", text, flags=re.M)
    text = re.sub(r"^\*\*[^*\n]+?:?\*\*:?\s*", "", text, flags=re.M)
    text = re.sub(r"^\\\[\d+:\d+(?::\d+)?(?:\.\d+)?\\\]", "", text, flags=re.M)
    text = re.sub(r"\[([^\[\]]*)\]\((?:[^()\s]|\([^()]*\))*\)", r"\1", text)
    return Told(Counter(names), html.unescape(re.sub(r"\\(?=[^\w\s])", "", text)).split(), "**Name:** lines")


def from_hung(text: str) -> Told:
    """Bitcoin transcripts: ``Name: 00:00:07`` or ``Name:`` alone on a line, below the front matter."""
    text = re.sub(r"^##.*$", "", text.split("\n---\n", 1)[1], flags=re.M)
    label = r"^([A-Z][\w ]{1,25}?)(?::[ \t]*$|:?[ \t]*\d\d:\d\d:\d\d[ \t]*$)"  # one label lacks its colon
    names = re.findall(label, text, flags=re.M)
    return Told(Counter(names), re.sub(label, "", text, flags=re.M).split(), "Name: lines")


def from_meeting(text: str) -> Told:
    """Google Meet: a line begins with the name of somebody who attended."""
    lines = text.split("\n")
    names = "|".join(re.escape(name.strip()) for name in lines[3].split(","))
    body = [line for line in lines[6:] if not re.fullmatch(r"\d\d:\d\d:\d\d|Meeting ended after.*", line)]
    found = [match[1] for line in body if (match := re.match(rf"({names}):", line))]
    words = " ".join(re.sub(rf"^(?:{names}):", "", line) for line in body).split()
    return Told(Counter(found), words, "attendees")


def from_page(text: str) -> Told:
    """The podcast namespace's HTML: ``<cite>`` names who says the ``<p>`` below."""
    names = [name.strip().rstrip(":") for name in re.findall(r"<cite>(.*?)</cite>", text, flags=re.S)]
    words = " ".join(re.findall(r"<p>(.*?)</p>", text, flags=re.S))
    return Told(Counter(names), html.unescape(re.sub(r"<[^>]+>", " ", words)).split(), "<cite>")


def from_subtitles(path: Path) -> Told:
    """Subtitles: voices or ``Name:`` at the start of a cue; a cue without one goes on with the speaker before."""
    import srt
    import webvtt

    voices: list[tuple[str, str]] = []
    if path.suffix == ".srt":
        raw = [cue.content for cue in srt.parse(path.read_text("utf-8-sig"))]
        by = "srt"
    else:
        raw = [caption.raw_text for caption in webvtt.read(str(path))]
        by = "webvtt-py"
    named = Counter(match[1] for words in raw if (match := re.match(r"([A-Z]\w+(?: [A-Z]\w+)?): ", words)))
    throughout = named.total() > len(raw) / 4  # Zoom names the speaker in most cues, so that once is enough there
    names = {name for name, times in named.items() if throughout or times > 1}
    for words in raw:
        voice = re.match(r"<v(?:\.\S+)? ([^>]+)>", words)
        before = words.split(": ", 1)[0]
        name = voice[1].strip() if voice else before if before in names else ""
        spoken = words[len(before) + 2 :] if before in names else words
        voices.append((name or (voices[-1][0] if voices else ""), re.sub(r"</?[a-zA-Z][^>]*>", "", spoken)))
    return Told(_runs(voices), html.unescape(" ".join(words for _, words in voices)).split(), by)


def from_json(data: Any) -> Told:
    """Speakers and words by the fields of each service; neighbours with one speaker are one turn."""
    if "segments" in data and "version" in data:
        rows = [(row["speaker"], row["body"]) for row in data["segments"]]
    elif "segments" in data:
        rows = [(row.get("speaker", ""), row["text"]) for row in data["segments"]]
    elif "utterances" in data:
        rows = [(str(row["speaker"]), row["text"]) for row in data["utterances"]]
    elif "channels" in data["results"]:
        heard = data["results"]["channels"][0]["alternatives"][0]
        rows = [(str(word.get("speaker", "")), "") for word in heard["words"]]
        return _with_rest(rows, heard["transcript"].split())
    else:
        return _amazon(data["results"])
    return Told(_runs(rows), " ".join(words for _, words in rows).split(), "fields")


def _amazon(results: Any) -> Told:
    label = {
        item["start_time"]: item["speaker_label"]
        for part in results["speaker_labels"]["segments"]
        for item in part["items"]
    }
    spoken = [item for item in results["items"] if item["type"] == "pronunciation"]
    rows = [(label.get(item["start_time"], ""), "") for item in spoken]
    return _with_rest(rows, results["transcripts"][0]["transcript"].split())


def _with_rest(rows: list[tuple[str, str]], words: list[str]) -> Told:
    """Two of the files were trimmed: words of the transcript that no entry times are by nobody."""
    return Told(_runs([*rows, ("", "")] if len(words) > len(rows) else rows), words, "fields")


def _runs(rows: Iterable[tuple[str, str]]) -> Counter[str]:
    return Counter(name for name, _ in groupby(row[0] for row in rows))
