"""Reads interviews whose questions alone are set off: in bold, or as headings."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from authoring.prose.document import Voice
from authoring.prose.layout.interviewee import interviewee
from authoring.prose.layout.labelled import mentions
from authoring.prose.layout.page import FIRST_PERSON, FLOW, Page, Turn, Turns
from authoring.prose.layout.people import People
from authoring.text.patterns import lazy

_ADDRESSED = lazy(r"\b(?:you|your)\b", re.IGNORECASE)
_CONVERSATIONS = {"qa", "q&a", "interview", "transcript"}
_SAYS_SO = lazy(
    r"\b(?:interview(?:s|ed)?|Q\s?&(?:amp;)?\s?A|in conversation|conversation with"
    r"|(?:\w+|\d+) questions (?:for|with|to))\b",
    re.IGNORECASE,
)
_NAME_HEADING = lazy(r"[^\W\d_a-z][\w.’'-]*(?: (?:[^\W\d_a-z][\w.’'-]*|de|van|von|la|del|da)){1,3}\Z")
_LAST_WORDS = lazy(
    r"\s*(?:(?:This|The) (?:interview|conversation|post|article)\b"
    r"|(?:If you|For more|To learn|Want to|Interested in|Learn more|Join)\b"
    r"|(?:(?:Many )?[Tt]hanks|Thank you)(?: again)? to\b|Questions were\b|We(?:['’]d| would) like to thank\b)"
)


def asked(page: Page) -> Turns | None:
    """The turns of an interview whose questions are set off; nothing where they make none."""
    told = page.front.get("kind", "").strip().lower() in _CONVERSATIONS
    result = _turns(page, [page.is_bold_question(index) for index in range(len(page.raw))], 2)
    if result is not None and (told or _is_talk(result, page, least=1)):
        return _named(page, result)
    headings = sum(page.is_heading(index) for index in range(len(page.raw)))
    questions = [page.is_asking_heading(index) for index in range(len(page.raw))]
    if sum(questions) * 10 >= headings * 7:
        result = _turns(page, questions, 3)
        if result is not None and (told or _SAYS_SO.search(page.headline) or _is_talk(result, page, least=2)):
            return _named(page, result)
    return None


def _turns(page: Page, questions: list[bool], least: int) -> Turns | None:
    """Questions that are each followed by an answer."""
    answered = 0
    last = max((index for index, question in enumerate(questions) if question), default=-1)
    result: Turns = []
    open_question = answering = False
    for index, question in enumerate(questions):
        if question:
            open_question = answering = True
            result.append(None if page.is_heading(index) else Turn(Voice.QUESTION, None))
        elif page.is_heading(index) or (answering and index > last and page.follows_rule(index)):
            open_question = answering = False
            result.append(None)
        elif answering and page.raw[index].kind in FLOW:
            if page.is_bold(index):
                result.append(Turn(Voice.QUESTION, None) if page.is_sentence(index) else None)
            elif page.is_set_apart(index):
                result.append(None)
            else:
                answered += open_question
                open_question = False
                result.append(Turn(Voice.ANSWER, None))
        else:
            result.append(None)
    count = sum(questions)
    return result if count >= least and answered * 4 >= count * 3 else None


def _is_talk(result: Turns, page: Page, *, least: int) -> bool:
    """Whether somebody is asked and answers for himself; a list of frequent questions is the writer's own.

    ``least`` is 2 where questions must be put to somebody, and answers be in the first person or by a person named
    before; 1 where either of the latter will do.
    """
    questions: list[str] = []
    answers: list[str] = []
    for index, (turn, words) in enumerate(zip(result, page.texts, strict=True)):
        if turn is None:
            if page.is_asking_heading(index):
                questions.append(words)
                answers.append("")
        elif turn.voice is Voice.QUESTION:
            questions.append(words)
            answers.append("")
        elif answers:
            answers[-1] += words + "\n"
    addressed = sum(bool(_ADDRESSED.search(words)) for words in questions) * 2 >= len(questions)
    personal = sum(bool(FIRST_PERSON.search(words)) for words in answers) * 2 >= len(answers)
    if personal and (addressed or least == 1):
        return True
    return addressed and bool(_answerer(page, result))


def _named(page: Page, result: Turns) -> Turns:
    """The answers with the name of who gives them, where the page says it."""
    if _has_names(page, result):
        return _by_labels(page, result)
    sections = _sections(page, result)
    if sections is None:
        sections = [_answerer(page, result) or None] * len(result)
    named = [
        replace(turn, speaker=name) if turn and turn.voice is Voice.ANSWER else turn
        for turn, name in zip(result, sections, strict=True)
    ]
    return _without_last_words(page, named)


def _answerer(page: Page, result: Turns) -> str:
    """The one person who answers, if the page names one."""
    first = next((i for i, turn in enumerate(result) if turn or page.is_asking_heading(i)), 0)
    answers = [page.texts[i] for i, turn in enumerate(result) if turn and turn.voice is Voice.ANSWER]
    intro = [page.texts[i] for i in range(first) if not page.is_heading(i)]
    return interviewee(page.front, page.headline, intro, answers[:2])


def _has_names(page: Page, result: Turns) -> bool:
    """Whether most answers open with somebody's name, as where several people answer each question."""
    heads = _heads(page, result)
    return len(heads) > 2 and len({page.labels[index].name for index in heads if page.labels[index]}) * 2 <= len(heads)  # type: ignore[union-attr]


def _heads(page: Page, result: Turns) -> list[int]:
    return [
        index
        for index, turn in enumerate(result)
        if turn and turn.voice is Voice.ANSWER and (label := page.labels[index]) and label.may_speak and label.is_name
    ]


def _by_labels(page: Page, result: Turns) -> Turns:
    heads = set(_heads(page, result))
    first = min(heads)
    labels = [label for index, label in enumerate(page.labels) if label and index in heads]
    people = People(labels, page.source[: page.body] + "\n".join(page.texts[:first]), "\n".join(page.texts))
    named: Turns = []
    name: str | None = None
    for index, turn in enumerate(result):
        label = page.labels[index]
        if turn is None or turn.voice is not Voice.ANSWER:
            name = None
            named.append(turn)
        elif index in heads and label:
            name = people.name(label.name)
            named.append(Turn(Voice.ANSWER, name, label.length, (label.start, label.end)))
        else:
            named.append(replace(turn, speaker=name))
    return named


def _sections(page: Page, result: Turns) -> list[str | None] | None:
    """Where the same questions are put to one person after another, the headings name them."""
    asked = Counter(
        words for words, turn in zip(page.texts, result, strict=True) if turn and turn.voice is Voice.QUESTION
    )
    if sum(count for count in asked.values() if count > 1) * 2 < sum(asked.values()) or len(asked) < 2:
        return None
    names: list[str | None] = []
    name: str | None = None
    for index, words in enumerate(page.texts):
        if page.is_heading(index):
            name = words.strip() if _NAME_HEADING.match(words.strip()) else None
        names.append(name)
    return names


def _without_last_words(page: Page, result: Turns) -> Turns:
    """Paragraphs at the end that speak of the piece, or of who answered, are the writer's."""
    last = max((i for i, turn in enumerate(result) if turn and turn.voice is Voice.QUESTION), default=-1)
    if last < 0:
        last = max((i for i in range(len(result)) if page.is_asking_heading(i)), default=len(result))
    answered = False
    for index in range(last + 1, len(result)):
        turn = result[index]
        if turn is None:
            continue
        ends = _LAST_WORDS.match(page.texts[index]) or (
            mentions(page.texts[index], turn.speaker) and not page.is_first_person(index)
        )
        if answered and (ends or page.is_emphasised(index)):
            return [*result[:index], *(None for _ in result[index:])]
        answered = True
    return result
