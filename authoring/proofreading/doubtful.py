"""Where a rule of LanguageTool's is right about most sentences and wrong about this one, for a cause that can be told.

Each cause was read off false alarms in real articles; a rule for which none could be told is off
(``authoring.grammar.choice``).
"""

from __future__ import annotations

from authoring.grammar.model import Match
from authoring.text.patterns import lazy

_BEFORE = lazy(r"([\w’'-]+) $")
_PAIR = lazy(r"([\w’'-]+) ([\w’'-]+)")
_NEXT = lazy(r" +[\"“‘'(\[]*([\w’'-]+)")
_SENTENCE_OPENS = lazy(r"(?:^|[.!?:]['’\")”\]]*\s+)[\"“‘'(\[]*$")
_AGREEMENT = ("AGREEMENT_SENT_START", "SUBJECT_VERB_AGREEMENT", "NNS_THAT_AGREEMENT", "PLURAL_THAT_AGREEMENT")
_MANY = lazy(r"(?:dozens|hundreds|thousands|millions|times|days|weeks|months|years)\b")
_LATER_PLURAL = lazy(r"(?: [\w’'-]+){0,2} [\w’'-]*[a-rt-z]s\b")
_QUESTIONS = frozenset("hows whys whos whats".split())


def doubtful(match: Match, text: str) -> bool:
    """Whether what LanguageTool finds in a passage is more likely a false alarm."""
    start, end = match.span.start, match.span.end
    if match.rule == "EN_A_VS_AN":
        return _unheard(text, start, end)
    if match.rule.startswith(_AGREEMENT):
        return _about_a_name(text, start, end)
    if match.rule == "THIS_NNS":
        return _this_alone(text, start)
    return match.rule == "EN_CONTRACTION_SPELLING" and not _QUESTIONS.isdisjoint(text[start:end].lower().split())


def _unheard(text: str, start: int, end: int) -> bool:
    """Whether nobody can tell by its letters how the word after the article sounds: 18kg, mp4, html, NIST."""
    if text[start - 1 : start] == "_":
        return True
    found = _NEXT.match(text, end)
    if found is None:
        return False
    word = found[1].split("-")[0]
    if any(map(str.isdigit, word)):
        return True
    vowels = sum(letter in "aeiouyAEIOUY" for letter in word)
    if word.isupper():  # spelt out where it is short or has no vowel inside, else perhaps a word
        return len(word) > 3 and vowels > 0
    return word.islower() and not vowels


def _about_a_name(text: str, start: int, end: int) -> bool:
    """Whether the words that should agree are a name, whose number its form does not tell: “The Carpentries is”."""
    before = _BEFORE.search(text, 0, start)
    if before is not None and before[1][0].isupper() and not _SENTENCE_OPENS.search(text, 0, before.start(1)):
        return True
    return text[start].isupper() and not _SENTENCE_OPENS.search(text, 0, start)


def _this_alone(text: str, start: int) -> bool:
    """Whether “this” has no noun with it: “any of this sounds”, “does this dozens of times”, “these refuge reports”."""
    found = _PAIR.match(text, start)
    if found is None:
        return False
    words = found.groups()
    before = _BEFORE.search(text, 0, start)
    if words[0].lower() in ("this", "that"):
        return (before is not None and before[1].lower() == "of") or _MANY.match(words[1]) is not None
    return _LATER_PLURAL.match(text, found.end()) is not None
