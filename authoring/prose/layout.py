"""Finds who speaks where the layout says it: Q&A pieces and transcripts, which carry no quotation marks.

Only layouts that repeat are trusted. A single “Note:” in bold, or a list of terms in bold, is no conversation.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from authoring.prose.document import BlockKind, Voice
from authoring.prose.raw import RawBlock

_QUESTION_LABEL = re.compile(r"(?:Q|Question)(?:\s?\d+)?(?:[.:]\s|\s{2,})\s*|(?-i:Q)\s+(?=[^\W\d_])", re.IGNORECASE)
_ANSWER_LABEL = re.compile(r"(?:A|Answer)(?:\s?\d+)?[.:]\s+", re.IGNORECASE)
_CAPITALS = re.compile(r"((?:[A-Z][A-Z.’'-]*)(?: [A-Z][A-Z.’'-]*){0,4})(?: \([^)\n]{1,40}\))?:\s+")
_NAME = re.compile(r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?: \([^)\n]{1,40}\))?:\s+")
_NO_NAME = re.compile(
    r"(?:actions?|agenda|answer|caveats?|cite|cons|contact|cost|date|decisions?|example|goals?|how|issue|lesson|location"
    r"|notes?|outcome|problem|pros|purpose|question|results?|solution|source|step|summary|tips?|time|title|todo|topic"
    r"|update|via|warning|what|when|where|who|why)\b",
    re.IGNORECASE,
)
_ASKERS = {"interviewer", "moderator", "question", "questioner", "reporter", "q"}
_ADDRESSED = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"\b(?:I|I['’]\w+|me|my)\b")
_QUESTION_END = re.compile(r"\?[\s\"”’')\]]*$")
_BRACKETED = re.compile(r"\s*\[.*\]\s*$", re.DOTALL)
"""A paragraph in square brackets is the writer's, between two turns."""
_ABOUT_THE_PIECE = re.compile(r"\s*(?:This|The) (?:interview|conversation|discussion|transcript)\b")
_FLOW = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCKQUOTE}
_CONVERSATIONS = {"qa", "q&a", "interview", "transcript"}


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose words a block of a Q&A or a transcript is."""

    voice: Voice
    speaker: str | None
    label: int
    """How many characters at its start are the speaker's label."""


Turns = list[Turn | None]
Label = tuple[str, int, str]
"""A speaker, how long the label is, and how it is set: bold, capitals, name, or the letters Q and A."""


def turns(raw: list[RawBlock], texts: list[str], front: Mapping[str, str]) -> Turns:
    """For each block the turn it belongs to; nothing where the layout does not say.

    ``front`` may say that the piece is a conversation (``kind: qa``); then question headings are trusted at once.
    """
    told = front.get("kind", "").strip().lower() in _CONVERSATIONS
    labels = [_label(block, words) for block, words in zip(raw, texts, strict=True)]
    result = _labelled(raw, texts, labels)
    if result is None:
        result = _asked(raw, [_is_bold_question(block, words) for block, words in zip(raw, texts, strict=True)], 2)
        if result is not None and not told and not _is_talk(result, raw, texts, either=True):
            result = None
    if result is None:
        headings = [block.kind is BlockKind.HEADING for block in raw]
        asked = [heading and bool(_QUESTION_END.search(words)) for heading, words in zip(headings, texts, strict=True)]
        if sum(asked) * 10 >= sum(headings) * 7:
            result = _asked(raw, asked, 3)
            if result is not None and not told and not _is_talk(result, raw, texts, either=False):
                result = None
    return result or [None] * len(raw)


def _label(block: RawBlock, words: str) -> Label | None:
    """The speaker a block opens with, and how long the label is."""
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    for pattern, name in ((_QUESTION_LABEL, "Q"), (_ANSWER_LABEL, "A")):
        found = pattern.match(words)
        if found:
            return name, found.end(), "letter"
    if block.strong and block.strong[0][0] == 0:
        end = block.strong[0][1]
        bold = words[:end].rstrip()
        if 1 < len(bold) <= 60 and (bold.endswith(":") or words[end : end + 1] == ":"):
            end = end if bold.endswith(":") else end + 1
            while end < len(words) and words[end].isspace():
                end += 1
            return bold.rstrip(": "), end, "bold"
        return None
    found = _CAPITALS.match(words)
    if found:
        return found[1], found.end(), "capitals"
    found = _NAME.match(words)
    return (found[1], found.end(), "name") if found else None


def _speakers(labels: list[Label | None]) -> Counter[str]:
    """How often each speaker has a turn; empty where labels are no sign of a conversation."""
    known = [label for label in labels if label and (label[2] == "letter" or not _NO_NAME.match(label[0]))]
    letters = Counter(name for name, _, style in known if style == "letter")
    if letters["Q"] and letters["A"]:
        return letters
    styles = Counter(style for _, _, style in known if style != "letter")
    if not styles:
        return letters
    usual = styles.most_common(1)[0][0]
    counts = Counter(name for name, _, style in known if style == usual or (style == "letter" and name == "Q"))
    total, repeated = sum(counts.values()), sum(count for count in counts.values() if count > 1)
    answered = any(one and other and one[2:] == ("letter",) and other[2] == usual for one, other in pairwise(labels))
    if len(counts) < 2 or not ((counts["Q"] and answered) or (total >= 3 and repeated * 2 >= total)):
        return Counter()
    return counts


def _labelled(raw: list[RawBlock], texts: list[str], labels: list[Label | None]) -> Turns | None:
    counts = _speakers(labels)
    if len(counts) < 2:
        return None
    askers = _askers(texts, labels, counts)
    result: Turns = []
    current: Turn | None = None
    for block, words, label in zip(raw, texts, labels, strict=True):
        if label and label[0] in counts:
            voice = Voice.QUESTION if label[0] in askers else Voice.ANSWER
            result.append(Turn(voice, label[0], label[1]))
            current = Turn(voice, label[0], 0)
        elif _is_bold_question(block, words):
            result.append(Turn(Voice.QUESTION, None, 0))
            current = Turn(Voice.ANSWER, None, 0)
        elif block.kind in _FLOW:
            if current and _is_writers(words, current.speaker):
                current = None
            result.append(None if _BRACKETED.match(words) else current)
        else:
            current = None if block.kind is BlockKind.HEADING else current
            result.append(None)
    return result


def _is_writers(words: str, speaker: str | None) -> bool:
    """Whether a paragraph after a turn is the writer's again: it speaks of the piece, or of the speaker by name."""
    if _ABOUT_THE_PIECE.match(words):
        return True
    name = (speaker or "").split(" ")[-1]
    return len(name) > 1 and re.search(rf"\b{re.escape(name)}\b", words) is not None


def _askers(texts: list[str], labels: list[Label | None], counts: Counter[str]) -> set[str]:
    """Who asks: named so, or the one speaker most of whose turns end in a question mark."""
    askers = {name for name in counts if name.lower() in _ASKERS}
    if askers:
        return askers
    asked = Counter(
        label[0] for label, words in zip(labels, texts, strict=True) if label and _QUESTION_END.search(words)
    )
    likely = [name for name in counts if asked[name] > 1 and asked[name] * 2 > counts[name]]
    return set(likely) if len(likely) == 1 else set()


def _is_bold_question(block: RawBlock, words: str) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or not _QUESTION_END.search(words) or not block.strong:
        return False
    start, end = block.strong[0][0], block.strong[-1][1]
    bold = sum(last - first for first, last in block.strong)
    return not words[:start].strip() and not words[end:].strip() and bold >= (end - start) * 0.9


def _asked(raw: list[RawBlock], questions: list[bool], least: int) -> Turns | None:
    """Questions that are each followed by an answer."""
    answered = 0
    result: Turns = []
    open_question = answering = False
    for block, question in zip(raw, questions, strict=True):
        if question:
            open_question = answering = True
            result.append(None if block.kind is BlockKind.HEADING else Turn(Voice.QUESTION, None, 0))
        elif block.kind is BlockKind.HEADING:
            open_question = answering = False
            result.append(None)
        elif answering and block.kind in _FLOW:
            answered += open_question
            open_question = False
            result.append(Turn(Voice.ANSWER, None, 0))
        else:
            result.append(None)
    asked = sum(questions)
    return result if asked >= least and answered * 4 >= asked * 3 else None


def _is_talk(result: Turns, raw: list[RawBlock], texts: list[str], *, either: bool) -> bool:
    """Whether somebody is asked and answers for himself; a list of frequent questions is the writer's own."""
    questions: list[str] = []
    answers: list[str] = []
    for turn, block, words in zip(result, raw, texts, strict=True):
        if turn is None:
            if block.kind is BlockKind.HEADING and _QUESTION_END.search(words):
                questions.append(words)
                answers.append("")
        elif turn.voice is Voice.QUESTION:
            questions.append(words)
            answers.append("")
        elif answers:
            answers[-1] += words + "\n"
    addressed = sum(bool(_ADDRESSED.search(words)) for words in questions) * 2 >= len(questions)
    personal = sum(bool(_FIRST_PERSON.search(words)) for words in answers) * 2 >= len(answers)
    return (addressed or personal) if either else (addressed and personal)
