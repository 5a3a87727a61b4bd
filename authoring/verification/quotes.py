"""The quote check of a whole article: each quotation once, shared by the rules and by ``authoring verify``.

Practice: an editor may set the first letter and the mark at the end; the words are the source's (Associated Press,
quotations; New York Times, guidelines on integrity).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from authoring.prose.document import WORD, Document, Voice
from authoring.text.patterns import lazy
from authoring.verification.speech import Said, said_in
from authoring.wording import Material, QuoteCheck, check_quote
from authoring.wording.speakers import is_name, same_speaker

if TYPE_CHECKING:
    from authoring.text.span import Span

_KEY = "quotes"
_EDITED = ("yes", "true")
_TOLD = lazy(r"\b(?:edited|condensed|abridged)\b", re.I)
_SENTENCES = lazy(r"^[.?!…][\"'”’)]*\s.*[.?!…][\"'”’)]*$", re.S)
"""What is left out where whole sentences are: from the stop of the sentence before to the last stop."""
_CHANCE = 0.3
"""Share of a quotation's words that must line up with what was said, else nothing like it was said."""
_ANOTHERS = 0.7
"""The same where it is somebody else who said them."""


@dataclass(frozen=True)
class CheckedQuote:
    """A quotation of an article, and what the check says of it."""

    said: Said
    check: QuoteCheck

    @property
    def span(self) -> Span:
        """Where it stands, marks included."""
        return self.said.span


def checked_quotes(document: Document) -> tuple[CheckedQuote, ...]:
    """Every quotation of an article against its notes, worked out once; none where it has no notes."""
    if document.notes is None:
        return ()
    if _KEY not in document.worked_out:
        from authoring.verification.material import material

        document.worked_out[_KEY] = check_quotes(document, material(document.notes))
    return cast(tuple[CheckedQuote, ...], document.worked_out[_KEY])


def check_quotes(document: Document, material: Material) -> tuple[CheckedQuote, ...]:
    """Every quotation of an article against this material, in order of place."""
    return tuple(_checked(document, material))


def _checked(document: Document, material: Material) -> Iterator[CheckedQuote]:
    edited = _is_edited(document)
    for found in said_in(document):
        said, check = found, _check(found, material)
        if check.status == "wrong-speaker" and _may_be_meant(document, said, check):
            said = replace(said, trusted=False)
            check = _check(said, material)
        if said.answer and edited and not check.passes:
            check = _without_sentences(said, check, material)
        if not check.passes and _is_somebodys_term(said, check):
            continue
        yield CheckedQuote(said, check)


def _check(said: Said, material: Material) -> QuoteCheck:
    speaker = None
    if said.trusted and said.speaker is not None:
        speaker = said.speaker.source or said.speaker.name
    check = check_quote(said.text, material, speaker)
    if check.origin is not None and not check.passes and _is_chance(said, check):
        return QuoteCheck(said.text, "not-found", "nothing like it was said", edits=check.edits)
    if check.status == "tidied":  # the first letter's case is the editor's
        again = check_quote(_recased(said.text), material, speaker)
        if again.status == "verbatim":
            return replace(again, quote=said.text)
    return check


def _may_be_meant(document: Document, said: Said, check: QuoteCheck) -> bool:
    """Whether “he” or “the mayor” may stand for the one who said the words, since the article names them above."""
    if said.speaker is None or is_name(said.speaker.text):
        return False
    names = (check.speaker or "").partition(",")[0]
    surnames = [word for word in WORD.findall(names) if len(word) > 1][-1:]
    above = document.text[: said.span.start]
    return any(re.search(rf"\b{re.escape(surname)}\b", above, re.I) for surname in surnames)


def _is_chance(said: Said, check: QuoteCheck) -> bool:
    """Whether too little lines up to say what was changed: a clause of a long quotation, or another person's words."""
    count = Counter(dict.fromkeys("=-+", 0))
    for sign, words in check.diff:
        count[sign] += len(words.split())
    share = count["="] / max(count["="] + count["+"], 1)
    name = said.speaker.name if said.trusted and said.speaker is not None else None
    other = name and check.speaker and same_speaker(name, check.speaker) is False
    return share < (_ANOTHERS if other else _CHANCE)


def _recased(text: str) -> str:
    at = next((place for place, char in enumerate(text) if char.isalpha()), 0)
    return text[:at] + text[at : at + 1].swapcase() + text[at + 1 :]


def _is_somebodys_term(said: Said, check: QuoteCheck) -> bool:
    """Whether words that were not said may be no quotation at all: a title, a slogan, a sign that nobody speaks."""
    if said.attributed:
        return said.is_title
    return check.status == "not-found" and not said.is_sentence


def _is_edited(document: Document) -> bool:
    """Whether the notes say that the interview is edited and the article tells its readers so."""
    if document.notes is None:
        return False
    value = document.notes.front_fields("interview").text("edited")
    if str.__str__(value or "").strip().casefold() not in _EDITED:
        return False
    return any(_TOLD.search(block.text) for block in document.paragraphs if block.voice is Voice.NARRATION)


def _without_sentences(said: Said, whole: QuoteCheck, material: Material) -> QuoteCheck:
    """The answer of an edited Q&A that may leave out whole sentences, in order and out of one answer, and no more."""
    from authoring.text.sentences import sentence_spans

    parts = [said.text[start:end] for start, end in sentence_spans(said.text)]
    check = _check(replace(said, text=" … ".join(parts)), material)
    if check.status != "marked" or not all(_SENTENCES.search(words) for sign, words in check.diff if sign == "-"):
        return whole
    return replace(check, quote=said.text, status="tidied", edits=whole.edits)
