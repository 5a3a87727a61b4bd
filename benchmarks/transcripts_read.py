"""Prints what we read of every real transcript beside what the file says of itself: speakers, turns, words.

    python benchmarks/transcripts_read.py [--differences] [--dropped]

Subtitles are counted by webvtt-py and srt (``pip install webvtt-py srt``), the rest by ``transcripts_told``, which
knows nothing of our readers. ``--differences`` prints the words that differ, ``--dropped`` what of a text file is no
speech to us.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

from transcripts_told import Told, told

from authoring.errors import TranscriptError
from authoring.transcripts import Transcript, read_transcript

SHARED = Path(__file__).parents[2] / "shared" / "data" / "transcripts"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--differences", action="store_true", help="print every word that differs")
    parser.add_argument("--dropped", action="store_true", help="print what of text files is no speech to us")
    options = parser.parse_args()
    alike = 0
    files = sorted(path for path in SHARED.glob("*/*") if path.is_file())
    print(f"{'file':52} {'format':16} {'speakers':>9} {'turns':>11} {'words':>15}  counted by")
    for path in files:
        try:
            read = read_transcript(path)
        except TranscriptError as error:
            print(f"{path.name[:52]:52} not read: {error.message}")
            continue
        alike += compare(path.name, read, told(path), differences=options.differences)
        if options.dropped and path.suffix in (".md", ".txt"):
            print_dropped(path.read_text("utf-8-sig"), read)
    print(f"{alike} of {len(files)} files: the same speakers, the same turns of each, the same words")


def compare(name: str, read: Transcript, file: Told, *, differences: bool) -> bool:
    """Print one row; whether all is alike."""
    turns = Counter(turn.speaker or "" for turn in read.turns)
    words = " ".join(turn.text for turn in read.turns).split()
    speakers, others = len(turns - Counter({"": turns[""]})), len(file.turns - Counter({"": file.turns[""]}))
    same_turns, same_words = turns == file.turns, words == file.words
    row = (
        f"{speakers}/{others}",
        f"{turns.total()}/{file.turns.total()}{'' if same_turns else ' !'}",
        f"{len(words)}/{len(file.words)}{'' if same_words else ' !'}",
    )
    print(f"{name[:52]:52} {read.format:16} {row[0]:>9} {row[1]:>11} {row[2]:>15}  {file.by}")
    if differences and not same_turns:
        print(f"    ours {dict(turns - file.turns)}, the file {dict(file.turns - turns)}")
    if differences and not same_words:
        for op, i, j, k, m in SequenceMatcher(None, file.words, words, autojunk=False).get_opcodes():
            if op != "equal":
                print(f"    the file {' '.join(file.words[i:j])!r}, ours {' '.join(words[k:m])!r}")
    return same_turns and same_words


def print_dropped(text: str, read: Transcript) -> None:
    """The stretches of a text file that stand in no turn, by the places that the turns give."""
    lines = [list(line) for line in re.split(r"\r\n|\n|\r", text)]
    for turn in read.turns:
        for number, place in enumerate(turn.places):
            end = turn.places[number + 1].at if number + 1 < len(turn.places) else len(turn.text)
            for offset in range(len(turn.text[place.at : end].rstrip("\n"))):
                if place.column - 1 + offset < len(lines[place.line - 1]):
                    lines[place.line - 1][place.column - 1 + offset] = "\0"
    rest: Counter[str] = Counter()
    for line in lines:
        rest.update(part.strip() for part in "".join(line).split("\0") if part.strip())
    for part, times in rest.items():
        print(f"    {times:3} {part[:150]}")


if __name__ == "__main__":
    main()
