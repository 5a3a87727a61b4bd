"""The reporting word says that somebody spoke, and not what to think of it: “said” does.

“Claimed” doubts the speaker, “admitted” convicts, “noted” and “pointed out” agree, “clarified” and “emphasized” take
the speaker's side. The rule points at such a word where it carries somebody's words: beside a quotation, with a clause
(“she claimed that …”), and in “as noted by”; and at “highlighted”, “stressed” and “underlined” where a person does so.
Some are right where the thing itself happened: a court that revealed a file, a defendant who admitted in court. Hence
it only informs.

Why: editors' guides ask for “said” because readers pass over it; Bender's *Writing & Reporting for the Media* (OUP)
warns of cues that comment.

```bad
“The bridge is safe,” the engineer claimed.
```
```finds
1:36 claimed => “claimed” comments on what is said, expected “said”
```
```bad
The minister admitted that the plan was late, and a spokesperson clarified to the Herald that nothing has changed.
```
```finds
1:14 admitted
1:66 clarified
```
```bad
Ada Low highlighted the age of the bridge, which is rusting, as noted by the Herald on Friday.
```
```finds
1:9 highlighted => “highlighted” comments on what is said, expected “spoke of”
1:62 as noted by => “as noted by” comments on what is said, expected “according to”
```
```good
“The bridge is safe,” the engineer said. Insurers paid what the owners claimed.
```
```good
“He claimed the bridge was safe,” she said. Two students were admitted to the school, and the report revealed a gap. The
blog highlights three games.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from authoring.findings import Severity, Suggestion
from authoring.prose.document import Document
from authoring.prose.narrated import Narrated, narrated
from authoring.prose.narration import SPOKEN
from authoring.rules.hit import Hit
from authoring.rules.people import is_person
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO

_CUE = lazy(
    r"\b(?:(?:claim|admitt|reveal|insist|confess|boast|clarifi|not|conced|emphasi[sz])(?P<past>ed)"
    r"|(?:claim|admit|reveal|insist|boast|clarifie|confesse|note|concede|emphasi[sz]e)(?P<now>s)"
    r"|(?:claim|admitt|reveal|insist|confess|boast|clarify|not|conced|emphasi[sz])(?P<while>ing)"
    r"|point(?:(?P<past2>ed)|(?P<now2>s)|(?P<while2>ing)) out)\b"
)
_CLAUSE = lazy(r"\s+(?:to (?:[\w’'.\-]+ ){1,4})?that\b(?! (?:is|was)\b)|[,:]?\s*(?:that )?" + SPOKEN)
_QUOTE_BEFORE = lazy(SPOKEN + r"\s*(?:[\w’'.\-]+[ ,]+){0,6}$")
_QUOTE_AFTER_SPEAKER = lazy(r"\s*(?:[,.]|$|(?:[A-Z]|the |a |an |his |her )[\w’'.\- ]{0,60}[,.])")
_NO_VERB = lazy(
    r"(?:\b(?:the|a|an|its|their|his|her|any|no|these|those|such|false|of|and|as|is|be|are|was|were|been|being|it’s|it's"
    r"|worth|by|with|false|recent|previous|dubious)|[’']s?)\s*$",
    re.IGNORECASE,
)
_FINDING = lazy(
    r"\b(?:study|studies|survey|count|census|audit|report|analysis|results?|data|research|poll|figures|records?|tests?"
    r"|findings|documents?|reports|surveys|investigation|review|inquiry|feedback|interviews)\b(?:\W+\w+){0,9}\W*$",
    re.IGNORECASE,
)
_SENTENCE_END = lazy(r"^.*[.!?]\s", re.DOTALL)
_SUBJECT = lazy(
    r"(?:\b(?:he|she|it|they|who|I|we|also|further|now|then|often|rightly)"
    r"|\b(?:the|a|an|our|his|her|their|one|another) [\w’'\-]+|\b[A-Z][\w’'.\-]*|[,)]|" + SPOKEN + r")\s*$"
)

_AROUND = 90
"""Characters on either side of a word that show whether it reports."""
_AS_BY = lazy(
    r"as (?:\w+ )?(?:noted|pointed out|revealed|highlighted|emphasi[sz]ed|stressed|acknowledged) by"
    r"(?= (?:the )?[A-Z])"
)
_SHOWING = [stem + end for stem in ("highlight", "stress", "underlin", "underscor") for end in ("ed", "s", "es")]
_SHOWN = lazy(
    r"(?P<verb>(?:highlight|stress|underlin|underscor)(?:ed|(?P<now>e?s)))\b"
    r" (?:(?P<that>that\b)|how\b|(?:the|a|an|this|these|those|his|her|its|their|some|what)\b)"
)
_PERSON = lazy(
    r"(?:^|[,;:—–] |\b(?:and|but|while|as|although|though|because) )"
    r"((?:[Hh]e|[Ss]he)|(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov)\.? )?[A-Z][\w’'-]+(?: (?:[A-Z]\.?|[A-Z][\w’'-]+)){0,3})"
    r"(?: (?:also|further|again|then|has|repeatedly))* $"
)


@cache
def _forms() -> tuple[str, ...]:
    """The first word of all that ``_CUE`` may match."""
    stems = "claim admitt reveal insist confess boast clarifi not conced emphasiz emphasis point".split()
    ings = "claim admitt reveal insist confess boast clarify not conced emphasiz emphasis point".split()
    now = "claims admits reveals insists boasts clarifies confesses notes concedes emphasizes emphasises points".split()
    return (*(f"{stem}ed" for stem in stems), *(f"{stem}ing" for stem in ings), *now)


def _carries_words(narration: str, start: int, end: int) -> bool:
    """Whether the word at that place brings in what somebody said."""
    word = narration[start:end].partition(" ")[0]
    before, after = narration[max(0, start - _AROUND) : start], narration[end : end + _AROUND]
    sentence = _SENTENCE_END.sub("", before)
    if _NO_VERB.search(sentence) or _FINDING.search(sentence):
        return False
    if word.endswith("s") and not _SUBJECT.search(sentence):
        return False
    if _CLAUSE.match(after):
        return True
    return _QUOTE_BEFORE.search(sentence) is not None and _QUOTE_AFTER_SPEAKER.match(after) is not None


def _plain(match: re.Match[str]) -> str:
    """The form of “say” for such a word."""
    if match["past"] or match["past2"]:
        return "said"
    return "saying" if match["while"] or match["while2"] else "says"


def _places(told: Narrated) -> Iterator[tuple[int, int, str]]:
    """Where each loaded word begins and ends, and what to write instead."""
    for place in told.at(*_forms()):
        match = _CUE.match(told.text, place)
        if match is None:
            continue
        block, begin = told.block_at(place)
        low = max(begin, place - _AROUND)
        window = told.text[low : min(begin + len(block.text), match.end() + _AROUND)]
        if _carries_words(window, place - low, match.end() - low):
            yield (*match.span(), _plain(match))
    for place in told.at("as"):
        if match := _AS_BY.match(told.text, place):
            yield (*match.span(), "according to")
    for place in told.at(*_SHOWING):
        begin = told.sentence_at(place)[0]
        subject = _PERSON.search(told.text[max(begin, place - 60) if place - begin > 60 else begin : place])
        match = _SHOWN.match(told.text, place)
        if subject and match and is_person(subject[1], told.text):
            verb = "says" if match["now"] else "said"
            plain = verb if match["that"] else "speaks of" if match["now"] else "spoke of"
            yield place, place + len(match["verb"]), plain


def check(document: Document) -> Iterator[Hit]:
    """Point at every loaded word that carries somebody's words."""
    told = narrated(document)
    for start, end, plain in sorted(_places(told)):
        span = told.span(start, end)
        message = f"“{told.text[start:end]}” comments on what is said, expected “{plain}”"
        yield Hit(span, message, suggestions=(Suggestion(span, plain),))
