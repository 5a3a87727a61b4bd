"""Settles words with two uses by their neighbours: “claims” the noun and the verb, “official” the adjective and the
noun, “her” the owner and the object."""

from __future__ import annotations

from typing import Final

from authoring.prose.attribution import lexicon as lex
from authoring.prose.attribution.cue_words import CueWord, cue_words

_OWNED: Final = frozenset((lex.NOUN, lex.PERSON, lex.ADJECTIVE, lex.NAME, lex.NUMBER))
_NOMINAL_AFTER: Final = _OWNED | {lex.ING, lex.TIME, ",", lex.AND, "-"}
_OWNING: Final = frozenset((lex.DETERMINER, lex.POSSESSIVE, lex.GENITIVE))
_NOMINAL_BEFORE: Final = _OWNING | {lex.ADJECTIVE, lex.NUMBER}
_FINITE_AFTER: Final = frozenset((lex.PRONOUN, lex.WHO, lex.AUXILIARY, lex.NEGATION, lex.TO, lex.ADVERB, lex.QUOTED))
_SPEECH_FOLLOWS: Final = frozenset((lex.QUOTED, lex.THAT, ":"))
_CLAUSE_FOLLOWS: Final = _SPEECH_FOLLOWS | {lex.LINK, lex.PRONOUN, lex.DETERMINER, lex.POSSESSIVE}
_SUBJECT_FOLLOWS: Final = _OWNED - {lex.NUMBER, lex.NOUN} | {lex.DETERMINER, lex.POSSESSIVE, lex.PRONOUN}
_ALONE: Final = frozenset({"one", "another", "some", "many", "others", "both"})
_ORDINALS: Final = frozenset({"first", "last", "only", "then"})
_NOTHING_OWNED: Final = frozenset((".", ",", "", lex.QUOTED))
_MONTHS: Final = frozenset({"jan", "april", "may", "june", "august"})
_ALSO_NAMES: Final = frozenset((lex.TIME, lex.AUXILIARY))
_NAMED_AFTER: Final = frozenset(("", ".", "!", lex.QUOTED))
_SUBJECTS: Final = frozenset(
    (lex.NAME, lex.PERSON, lex.PRONOUN, lex.WHO, lex.AUXILIARY, lex.NEGATION, lex.TO, lex.QUOTED)
)
_BEFORE_NOUNS: Final = _OWNING | {lex.ADJECTIVE, lex.NUMBER, lex.NAME, lex.PERSON, lex.NOUN}
_SETTLED: Final = frozenset((lex.NOUN, lex.PERSON, lex.PREPOSITION, lex.AND, lex.TO, lex.THAT, ",", ".", lex.QUOTED))
"""Letters that no neighbour changes, except for reporting verbs."""
_STARTS: Final = frozenset(("", ".", "!"))
_REACH: Final = 6
"""Tokens back in which a quotation makes “the government notes” a tag."""


def settle(words: list[str], tags: list[str]) -> dict[int, CueWord]:
    """Correct the letters of a row in place; the reporting verbs, by token."""
    cues = cue_words()
    found: dict[int, CueWord] = {}
    last = len(words) - 1
    for place, word in enumerate(words):
        tag = tags[place]
        if tag in _SETTLED and word not in cues:
            continue
        before = tags[place - 1] if place else ""
        after = tags[place + 1] if place < last else ""
        if tag == lex.NUMBER and word in _ALONE and after in _NOTHING_OWNED:  # said one
            tags[place] = lex.PRONOUN
        elif tag == lex.ADVERB and before in _OWNING and word in _ORDINALS:  # the first officer
            tags[place] = lex.ADJECTIVE
        elif tag == lex.TIME and word == "march" and before in _OWNING:
            tags[place] = lex.NOUN
        elif word == "there" and before in (lex.NAME, lex.PERSON, lex.NOUN):  # officials there have said
            tags[place] = lex.ADVERB
        elif tag in _ALSO_NAMES and _is_name(words, place, before, after):
            tags[place] = lex.NAME
        elif word == "her":
            tags[place] = lex.POSSESSIVE if after in _OWNED else lex.OBJECT
        elif tag == lex.NAME:
            if after == "," and before in _STARTS and word.endswith("ly") and len(word) > 5:  # Fortunately, she said
                tags[place] = lex.ADVERB
        elif tag == lex.ADJECTIVE:
            if after not in _NOMINAL_AFTER or _stands_for_a_person(tags, place):
                verb = before in _STARTS and place < last and words[place + 1] in cues  # Black said
                tags[place] = lex.NAME if verb else lex.PERSON
        elif tag == lex.ING and before in _STARTS and _is_finite(words, place + 1):  # Hensarling said
            tags[place] = lex.NAME
        elif tag == lex.ING and before in _NOMINAL_BEFORE:  # the landing pad; a long hearing
            tags[place] = lex.ADJECTIVE if after in (lex.NOUN, lex.PERSON, lex.NAME) else lex.NOUN
        elif tag == lex.VERB and before in _OWNING and after in _OWNED - {lex.NUMBER}:  # the leased boats
            tags[place] = lex.ADJECTIVE
        elif (cue := cues.get(word)) is not None:
            back = place < last and words[place + 1] == "back" and not cue.base  # she shot back
            letter = lex.CUE if back else _letter(cue, tags, place, before, after)
            if letter is not None:
                tags[place] = letter
                found[place] = cue
            elif cue.noun and tag != lex.PERSON:
                tags[place] = lex.NOUN
    return found


def _is_name(words: list[str], place: int, before: str, after: str) -> bool:
    """Whether a month or an auxiliary is somebody's name: Jan Vos, May said."""
    if words[place] in _MONTHS and after == lex.NAME and before != lex.PREPOSITION:
        return True
    return before in _NAMED_AFTER and _is_finite(words, place + 1)


def _is_finite(words: list[str], place: int) -> bool:
    cue = cue_words().get(words[place]) if place < len(words) else None
    return cue is not None and not (cue.base or cue.ing)


def _stands_for_a_person(tags: list[str], place: int) -> bool:
    """Whether an adjective before a comma is a noun: “the official, who” but not “the old, tired man”."""
    return tags[place + 1 : place + 2] == [","] and tags[place + 2 : place + 3] in (
        [lex.WHO],
        [lex.DETERMINER],
        [lex.VERB],
    )


def _letter(cue: CueWord, tags: list[str], place: int, before: str, after: str) -> str | None:
    """The letter of a reporting verb; ``None`` where the word is none here."""
    if cue.ing:
        return lex.CUE_ING if before not in (lex.DETERMINER, lex.POSSESSIVE, lex.ADJECTIVE) or after == "Q" else None
    if not (cue.noun or cue.base):
        owned = before in _OWNING and after in (_OWNED | {"m"})
        return None if owned else lex.CUE
    if _is_verb(cue, tags, place, before, after):
        return lex.CUE_BASE if cue.base else lex.CUE
    return None


def _is_verb(cue: CueWord, tags: list[str], place: int, before: str, after: str) -> bool:
    """Whether a form that may be a noun, or an infinitive, is a finite verb here."""
    if before in _NOMINAL_BEFORE or before == lex.PREPOSITION:
        return before == lex.PREPOSITION and after in _SPEECH_FOLLOWS
    if before == lex.ADVERB and cue.noun:  # “she later claims”, but not “the later claims”
        at = place - 2
        while at >= 0 and tags[at] == lex.ADVERB:
            at -= 1
        if at >= 0 and tags[at] == ",":  # a memo from the friend, Low's lawyer, also states, “…”
            return cue.singular and after in _SPEECH_FOLLOWS | {","}
        return at >= 0 and tags[at] in _SUBJECTS
    if before in _FINITE_AFTER:
        return True
    if cue.base and not cue.noun:
        return before in (lex.PERSON, lex.NOUN, lex.NAME, lex.AND, ",", lex.PARENTHESIS, lex.VERB, lex.LINK, "")
    alone = before == lex.PERSON and cue.singular and (place < 2 or tags[place - 2] not in _BEFORE_NOUNS)
    if alone and after != lex.THAT and lex.QUOTED not in tags[max(0, place - _REACH) : place]:
        return False  # user demands
    if before in (lex.NAME, lex.PERSON):
        if cue.base and before == lex.PERSON and after == lex.PREPOSITION and lex.THAT in tags[place + 1 : place + 5]:
            return True  # her colleagues report in the journal that
        if (cue.singular or cue.verb == "read") and lex.QUOTED in tags[max(0, place - _REACH) : place]:
            return True
        if after in _CLAUSE_FOLLOWS:
            return not (cue.base and before == lex.NAME)
        if after == ",":
            return cue.singular or before == lex.NAME
        return before == lex.PERSON and cue.singular and after == lex.NAME
    if before == lex.NOUN:
        if cue.singular and lex.QUOTED in tags[max(0, place - _REACH) : place - 1]:
            return True  # “…,” the site notes
        return after == lex.THAT or (after == lex.QUOTED and not cue.base)
    if before in (",", lex.QUOTED):  # “…,” notes Low
        return (after in _SUBJECT_FOLLOWS and cue.singular) or after in _SPEECH_FOLLOWS
    if before == lex.AND:
        return after in _SPEECH_FOLLOWS or after == lex.PRONOUN
    return False
