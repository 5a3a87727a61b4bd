"""Reads conversations whose turns open with a label: “**Ana Ruiz:**”, “Q.” and “A.”, “MS. LOW:”."""

from __future__ import annotations

import re
from collections import Counter

from authoring.prose.document import Voice
from authoring.prose.layout.interviewee import interviewee
from authoring.prose.layout.labels import Label
from authoring.prose.layout.page import FLOW, Page, Turn, Turns
from authoring.prose.layout.people import People
from authoring.text.patterns import lazy

_ASKERS = {"interviewer", "moderator", "question", "questioner", "reporter", "host", "q"}
_CONVERSATIONS = {"qa", "q&a", "transcript"}
"""Kinds of piece, by their front matter, in which a label in bold is somebody who speaks."""
_MOST_ONCE = 100
"""Names that label one turn each, beyond which they are no sign of a conversation."""
_HONOURED = lazy(
    r"(?:THE |(?:MR|MRS|MS|DR|SEN|REP|GOV)\. |(?:PRESIDENT|SECRETARY|SENATOR|GOVERNOR|MAYOR|JUSTICE|PRIME MINISTER"
    r"|VICE PRESIDENT|FIRST LADY|CHAIRMAN|AMBASSADOR) )"
)
_ABOUT_THE_PIECE = lazy(r"\s*(?:(?:This|The) (?:interview|conversation|discussion|transcript)\b|Questions were\b)")


def labelled(page: Page) -> Turns | None:
    """The turns of a conversation with labels; nothing where the labels do not make one."""
    labels = [label for label in page.labels if label is not None]
    if not labels:
        return None
    first = next(index for index, label in enumerate(page.labels) if (label and label.may_speak) or label is labels[-1])
    people = People(
        [label for label in labels if label.style != "letter"],
        page.source[: page.body] + "\n".join(page.texts[:first]),
        "\n".join(_unlabelled(page)),
    )
    counts = _speakers(page, people)
    if not counts:
        return None
    return _Walk(page, people, counts).turns()


def _unlabelled(page: Page) -> list[str]:
    return [words[label.length :] if label else words for words, label in zip(page.texts, page.labels, strict=True)]


def _key(label: Label, people: People) -> str:
    return label.name if label.style == "letter" else people.name(label.name)


def _speakers(page: Page, people: People) -> Counter[str]:
    """How often each speaker has a turn; empty where labels are no sign of a conversation."""
    known = [label for label in page.labels if label and label.may_speak]
    letters = Counter(label.name for label in known if label.style == "letter")
    if letters["Q"] and letters["A"]:
        return letters
    if letters["A"] > 1 and _numbered_questions(page) > 1:
        return letters
    styles = Counter(label.style for label in known if label.style != "letter")
    if not styles:
        return Counter()
    usual = styles.most_common(1)[0][0]
    counts: Counter[str] = Counter()
    led_in: set[str] = set()
    opening: dict[str, tuple[Label, str]] = {}
    answered = False
    before: Label | None = None
    for words, label in zip(page.texts, page.labels, strict=True):
        if label and label.may_speak and (label.style == usual or (label.style == "letter" and label.name == "Q")):
            key = _key(label, people)
            counts[key] += 1
            after_letter = before is not None and before.style == "letter" and before.name == "Q"
            answered = answered or (label.style == usual and after_letter)
            opening.setdefault(key, (label, words))
            if after_letter or label.whole or (before is not None and before.whole):
                led_in.add(key)
        before = label
    once = [name for name, count in counts.items() if count == 1 and name not in led_in]
    told = _is_told(page)
    for number, name in enumerate(once):
        label, words = opening[name]
        if number >= _MOST_ONCE or not (_is_plausible(label, words, people) or (told and label.style == "bold")):
            del counts[name]
    for name in [name for name in led_in if counts[name] == 1 and _is_slip(opening[name][0], people)]:
        del counts[name]
    total, repeated = sum(counts.values()), sum(count for count in counts.values() if count > 1)
    if len(counts) < 2:
        return counts if usual == "capitals" and _is_address(page, counts) else Counter()
    if not ((counts["Q"] and answered) or (total >= 3 and repeated * 2 >= total)):
        return Counter()
    return counts


def _is_told(page: Page) -> bool:
    """Whether the front matter says that this is a conversation."""
    return page.front.get("kind", "").strip().lower() in _CONVERSATIONS


def _is_plausible(label: Label, words: str, people: People) -> bool:
    """Whether somebody who speaks once only is a person, and no “Speed:” in bold."""
    if label.style in {"letter", "capitals"} or people.is_linked(label):
        return True
    if not label.is_name or not words[label.length :].strip():
        return False
    return people.tells_of(label.name)


def _is_slip(label: Label, people: People) -> bool:
    """Whether it is initials that are nobody's."""
    return label.name.isupper() and len(label.name) in {2, 3} and not people.is_linked(label)


def _is_address(page: Page, counts: Counter[str]) -> bool:
    """Whether one person speaks from near the top to the end, as in the White House's “Remarks by”."""
    place = next((index for index, label in enumerate(page.labels) if label and label.name in counts), None)
    if place is None or place > 14 or not _HONOURED.match(next(iter(counts))):
        return False
    after = [index for index in range(place + 1, len(page.raw)) if page.raw[index].kind in FLOW]
    return len(after) >= 3


def _numbered_questions(page: Page) -> int:
    return sum(page.is_heading(index) and words.startswith("Question ") for index, words in enumerate(page.texts))


class _Walk:
    """Goes over the blocks and gives each its turn."""

    def __init__(self, page: Page, people: People, counts: Counter[str]) -> None:
        self.page, self.people, self.counts = page, people, counts
        self.askers = _askers(page, people, counts)
        self.heads = [self._head(index) for index in range(len(page.raw))]
        answering = [name for name in counts if name not in self.askers and name != "A"]
        self.only = answering[0] if len(answering) == 1 and self.askers else None
        """The one person who answers."""
        self.transcript = all(label.style == "capitals" for _, label in filter(None, self.heads))
        """Whether this is a record of all that was said, where only speakers change."""
        self.every = self._labels_every_paragraph()

    def turns(self) -> Turns:
        """For each block the turn it belongs to."""
        self._name_letter()
        result: Turns = []
        current: Turn | None = None
        for index, block in enumerate(self.page.raw):
            head = self.heads[index]
            if head is not None:
                key, label = head
                asks = key in self.askers
                voice = Voice.QUESTION if asks else Voice.ANSWER
                speaker = self._speaker(key)
                result.append(Turn(voice, speaker, label.length, (label.start, label.end)))
                current = Turn(voice, speaker)
                if asks and label.whole:
                    current = Turn(Voice.ANSWER, self.only)
                continue
            if self.page.is_heading(index):
                current = current if self.transcript else None
                if self.page.asks(index) and "A" in self.counts:
                    current = Turn(Voice.ANSWER, self._speaker("A"))
                result.append(None)
                continue
            if current is None or block.kind not in FLOW:
                result.append(self._unlabelled_question(index))
                current = Turn(Voice.ANSWER, self.only) if result[-1] else current
                continue
            if self.page.is_bold(index):
                result.append(self._unlabelled_question(index))
                current = Turn(Voice.ANSWER, self.only) if result[-1] else current
            elif self._is_aside(index) or self.every or self._is_subhead(index):
                result.append(None)
            elif self.page.is_end(index) or self._is_writers(index, current):
                current = None
                result.append(None)
            else:
                result.append(current)
        return result

    def _is_aside(self, index: int) -> bool:
        """Whether a paragraph is the writer's between two turns: in brackets, or in italics in what is called a Q&A."""
        return self.page.is_set_apart(index) or (_is_told(self.page) and self.page.is_emphasised(index))

    def _is_subhead(self, index: int) -> bool:
        """Whether a few words without an end mark stand alone before the next turn."""
        words = self.page.texts[index]
        following = self.heads[index + 1] if index + 1 < len(self.heads) else None
        return following is not None and len(words) <= 70 and re.search(r"[\w’']\s*$", words) is not None

    def _head(self, index: int) -> tuple[str, Label] | None:
        label = self.page.labels[index]
        if label and not self.page.is_headline(index):
            key = _key(label, self.people)
            if key in self.counts:
                return key, label
        return self._slip(index)

    def _slip(self, index: int) -> tuple[str, Label] | None:
        """A known speaker's label that lacks its colon, or one of its marks."""
        words = self.page.texts[index]
        block = self.page.raw[index]
        if block.kind not in FLOW:
            return None
        if block.strong and block.strong[0][0] == 0:
            end = block.strong[0][1]
            name = words[:end].strip(" :")
            key = self.people.name(name)
            if key in self.counts and words[end : end + 1].isspace():
                return key, Label(name, 0, len(name), end + 1, "bold")
        if words.startswith("**"):
            name = words[2:].split(":", 1)[0]
            key = self.people.name(name)
            if key in self.counts:
                length = len(name) + 3
                return key, Label(
                    name, 2, 2 + len(name), length + (words[length : length + 1] == " "), "bold", whole=True
                )
        return None

    def _speaker(self, key: str) -> str | None:
        if (key == "A" and "Q" in self.counts) or key == "A":
            return self.letter or None
        return None if key == "Q" else key

    letter = ""

    def _name_letter(self) -> None:
        """Who “A.” stands for."""
        if "A" not in self.counts:
            return
        first = next((i for i, head in enumerate(self.heads) if head), 0)
        answers = [self.page.texts[i][head[1].length :] for i, head in enumerate(self.heads) if head and head[0] == "A"]
        intro = [self.page.texts[i] for i in range(first) if not self.page.is_heading(i)]
        self.letter = interviewee(self.page.front, self.page.headline, intro, answers[:1])

    def _unlabelled_question(self, index: int) -> Turn | None:
        if not self.page.is_bold_question(index):
            return None
        return Turn(Voice.QUESTION, self._speaker(next(iter(self.askers))) if len(self.askers) == 1 else None)

    def _labels_every_paragraph(self) -> bool:
        """Whether each paragraph of a turn carries the label again, so that one without a label is the writer's."""
        again = without = 0
        before = ""
        for index, head in enumerate(self.heads):
            if head:
                again += head[0] == before
                before = head[0]
            elif before and self.page.raw[index].kind in FLOW:
                without += 1
            elif self.page.is_heading(index):
                before = ""
        return again >= 2 and again > without

    def _is_writers(self, index: int, current: Turn) -> bool:
        """Whether a paragraph after a turn is the writer's again.

        It speaks of the piece, of the speaker by name, stands below a rule across the page, or is in italics behind
        the last turn.
        """
        page = self.page
        words = page.texts[index]
        if self.transcript:
            return False
        if _ABOUT_THE_PIECE.match(words) or page.follows_rule(index):
            return True
        if page.is_emphasised(index) and not any(self.heads[index:]):
            return True
        return mentions(words, current.speaker) and not page.is_first_person(index)


def mentions(words: str, name: str | None) -> bool:
    """Whether a paragraph names this person."""
    parts = [part for part in (name or "").split(" ") if len(part) > 2 and part[0].isupper()]
    return any(re.search(rf"\b{re.escape(part)}\b", words) for part in ({parts[0], parts[-1]} if parts else ()))


def _askers(page: Page, people: People, counts: Counter[str]) -> set[str]:
    """Who asks: named so, the one whose words are bold, or the one most of whose turns end in a question mark."""
    askers = {name for name in counts if name.lower() in _ASKERS}
    if askers:
        return askers
    asked: Counter[str] = Counter()
    bold: Counter[str] = Counter()
    for index, label in enumerate(page.labels):
        if label:
            key = _key(label, people)
            asked[key] += page.asks(index)
            bold[key] += label.whole
    author = page.front.get("author", "")
    writing = [name for name in counts if author and (name in author or author in name)]
    if len(writing) == 1 and len(counts) > 1:
        return set(writing)
    set_off = {name for name in counts if bold[name] * 2 > counts[name]}
    if set_off and len(set_off) < len(counts):
        return set_off
    likely = [name for name in counts if asked[name] > 1 and asked[name] * 2 > counts[name]]
    if not likely:
        holding = Counter(
            _key(label, people) for label, words in zip(page.labels, page.texts, strict=True) if label and "?" in words
        )
        most = [name for name in counts if counts[name] > 1 and holding[name] == counts[name]]
        others = sum(holding[name] for name in counts if name not in most) * 4 < sum(counts.values())
        likely = most if others else []
    return set(likely) if len(likely) == 1 else set()
