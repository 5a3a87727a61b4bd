"""Prints how often the speaker of an answer is found from the layout of an interview, beside two plain readers.

    python benchmarks/speakers.py [--show]

The texts are the 19 interviews of GUM, whose annotators marked the turns, and twelve others of
``../shared/data/interviews``, marked by hand in ``gold/interview_speakers.jsonl``: for each block where it begins,
whether it is narration, a heading, a caption, a question or an answer, and whose. A name is right if it is the gold one
but for spaces, case and accents, or contains it as a word (gold “Simon”, found “Simon Ličen”); of the peers a part of
the name or its initials is enough. The peers are a reader
of ``Name:`` and one that takes bold paragraphs for questions and the first capitalised pair of words for who answers.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from authoring.prose import Block, BlockKind, Document, Voice, parse
from authoring.text import read_text

SHARED = Path(__file__).parents[2] / "shared" / "data"
GOLD = Path(__file__).parent / "gold" / "interview_speakers.jsonl"
ASKERS = {"Wikinews", "DavidShankbone", "MichaelDranove", "WilliamSSaturn", "WilliamSaturn"}
"""Who asks in GUM's interviews."""
_LABEL = re.compile(r"(?:\*\*)?([A-Z][^:*\n]{0,40}?)(?:\*\*)?:(?:\*\*)?\s")
_PAIR = re.compile(r"\b[A-Z][a-zé]+ [A-Z][a-zé]+\b")


class Marked(NamedTuple):
    """A block and what people say of it."""

    document: Document
    block: Block
    kind: str
    speaker: str


def folded(name: str) -> list[str]:
    """The words of a name without case, accents and marks."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.findall(r"\w+", plain.lower())


def same(found: str | None, gold: str) -> bool:
    """Whether a name is the gold one."""
    one, other = folded(found or ""), folded(gold)
    return bool(one) and ("".join(one) == "".join(other) or (len(other) == 1 and other[0] in one) or one[-2:] == other)


def close(found: str | None, gold: str) -> bool:
    """Whether a name is the gold one, a part of it, or its initials; what is asked of the peers."""
    one, other = folded(found or ""), folded(gold)
    initials = "".join(word[0] for word in other)
    return same(found, gold) or (len(one) == 1 and (one[0] in other or one[0] == initials))


def gum() -> Iterator[Marked]:
    """The blocks of GUM's interviews."""
    for line in (SHARED / "annotated/gum-interview-turns.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        path = SHARED / "interviews/wikinews-gum" / f"{row['doc'].lower()}.md"
        document = parse(read_text(path), path=path.name)
        turns = [(turn["speaker"], "".join(turn["text"].split())) for turn in row["turns"]]
        number = 0
        for block in document.blocks:
            words = "".join(re.sub(r"^[A-Z]\w+: ", "", block.text).split())
            for ahead in range(number, len(turns)):
                if words in turns[ahead][1] or "".join(block.text.split()) in turns[ahead][1]:
                    number = ahead
                    break
            else:
                raise SystemExit(f"{path.name}: no turn holds {block.text[:60]!r}")
            speaker = turns[number][0]
            kind = "narration" if not speaker else "question" if speaker in ASKERS else "answer"
            yield Marked(document, block, kind, speaker)


def ours() -> Iterator[Marked]:
    """The blocks of the interviews marked by hand."""
    for line in GOLD.read_text("utf-8").splitlines():
        row = json.loads(line)
        path = SHARED / "interviews" / row["file"]
        if hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            raise SystemExit(f"{row['file']}: not the text that was marked")
        document = parse(read_text(path), path=path.name)
        marks = {start: (kind, speaker or "") for start, kind, speaker in row["blocks"]}
        for block in document.blocks:
            kind, speaker = marks.get(block.span.start, ("narration", ""))
            yield Marked(document, block, kind, speaker)


def labels(marked: list[Marked]) -> list[str | None]:
    """The peer that reads ``Name:``; what has no label is the last speaker's."""
    found: list[str | None] = []
    name: str | None = None
    before: Document | None = None
    for item in marked:
        if item.document is not before:
            name, before = None, item.document
        match = _LABEL.match(item.block.span.of(item.document.text))
        if item.block.kind is BlockKind.HEADING:
            name = None
        elif match:
            name = match[1]
        found.append(name)
    return found


def bold_questions(marked: list[Marked]) -> list[str | None]:
    """The peer that takes bold paragraphs for questions, and who is named first for the one who answers."""
    found: list[str | None] = []
    name: str | None = None
    answering = False
    before: Document | None = None
    for item in marked:
        if item.document is not before:
            pair = _PAIR.search(item.document.text)
            name, before, answering = pair[0] if pair else None, item.document, False
        source = item.block.span.of(item.document.text)
        asks = source.startswith("**") or (item.block.kind is BlockKind.HEADING and source.rstrip().endswith("?"))
        answering = answering or asks
        found.append(name if answering and not asks else None)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    given = parser.parse_args()
    for title, marked in (("GUM", list(gum())), ("marked by hand", list(ours()))):
        files = len({id(item.document) for item in marked})
        answers = [item for item in marked if item.kind == "answer"]
        print(f"{title}: {files} interviews, {len(answers)} blocks of answers")
        readers = {
            "ours": [item.block.speaker if item.block.voice is Voice.ANSWER else None for item in marked],
            "Name: reader": labels(marked),
            "bold reader": bold_questions(marked),
        }
        for who, found in readers.items():
            counts: Counter[str] = Counter()
            for item, name in zip(marked, found, strict=True):
                if item.kind == "answer":
                    # an asker whose turns hold no question mark is read as one who answers, under the right name
                    right = (same if who == "ours" else close)(name, item.speaker)
                    counts["right" if right else "wrong" if name else "silent"] += 1
                elif item.kind in {"narration", "heading", "caption"}:
                    counts["others"] += 1
                    counts["taken"] += bool(name)
            total = max(len(answers), 1)
            print(
                f"  {who:13} speaker right {counts['right'] / total:.3f}, wrong {counts['wrong']},"
                f" silent {counts['silent']}; narration taken for an answer {counts['taken']} of {counts['others']}"
            )
        questions = [item for item in marked if item.kind == "question" and item.speaker]
        named = sum(same(item.block.speaker, item.speaker) for item in questions)
        voiced = sum(item.block.voice is Voice.QUESTION for item in questions)
        print(f"  of {len(questions)} questions with a name: name right {named}, read as questions {voiced}")
        if given.show:
            for item in marked:
                name = item.block.speaker
                ok = same(name, item.speaker) if item.speaker else not name
                if not ok or (item.kind == "answer") != (item.block.voice is Voice.ANSWER):
                    print("   ", item.kind, item.speaker, "|", item.block.voice.value, name, "|", item.block.text[:70])


if __name__ == "__main__":
    main()
