"""The reporting word says that somebody spoke, and not what to think of it: “said” does.

“Claimed” doubts the speaker, “admitted” convicts, “noted” and “pointed out” agree, “clarified” and “emphasized” take
the speaker's side. The rule points at such a word where it carries somebody's words: beside a quotation, or with a
clause (“she claimed that …”). Some are right where the thing itself happened: a court that revealed a file, a defendant
who admitted in court. Hence it only informs.

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
```good
“The bridge is safe,” the engineer said. Insurers paid what the owners claimed.
```
```good
“He claimed the bridge was safe,” she said. Two students were admitted to the school, and the report revealed a gap.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.findings import Severity, Suggestion
from authoring.prose.document import Document, Voice
from authoring.prose.narration import SPOKEN, narration_of
from authoring.rules.hit import Hit

SEVERITY = Severity.INFO

_CUE = re.compile(
    r"\b(?:(?:claim|admitt|reveal|insist|confess|boast|clarifi|not|conced|emphasi[sz])(?P<past>ed)"
    r"|(?:claim|admit|reveal|insist|boast|clarifie|confesse|note|concede|emphasi[sz]e)(?P<now>s)"
    r"|(?:claim|admitt|reveal|insist|confess|boast|clarify|not|conced|emphasi[sz])(?P<while>ing)"
    r"|point(?:(?P<past2>ed)|(?P<now2>s)|(?P<while2>ing)) out)\b"
)
_CLAUSE = re.compile(r"\s+(?:to (?:[\w’'.\-]+ ){1,4})?that\b(?! (?:is|was)\b)|[,:]?\s*(?:that )?" + SPOKEN)
_QUOTE_BEFORE = re.compile(SPOKEN + r"\s*(?:[\w’'.\-]+[ ,]+){0,6}$")
_QUOTE_AFTER_SPEAKER = re.compile(r"\s*(?:[,.]|$|(?:[A-Z]|the |a |an |his |her )[\w’'.\- ]{0,60}[,.])")
_NO_VERB = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|any|no|these|those|such|false|of|and|as|is|be|are|was|were|been|being|it’s|it's"
    r"|worth|by|with|false|recent|previous|dubious)|[’']s?)\s*$",
    re.IGNORECASE,
)
_FINDING = re.compile(
    r"\b(?:study|studies|survey|count|census|audit|report|analysis|results?|data|research|poll|figures|records?|tests?"
    r"|findings|documents?|reports|surveys|investigation|review|inquiry|feedback|interviews)\b(?:\W+\w+){0,9}\W*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"^.*[.!?]\s", re.DOTALL)
_SUBJECT = re.compile(
    r"(?:\b(?:he|she|it|they|who|I|we|also|further|now|then|often|rightly)"
    r"|\b(?:the|a|an|our|his|her|their|one|another) [\w’'\-]+|\b[A-Z][\w’'.\-]*|[,)]|" + SPOKEN + r")\s*$"
)


def _carries_words(narration: str, start: int, end: int) -> bool:
    """Whether the word at that place brings in what somebody said."""
    word = narration[start:end].partition(" ")[0]
    before, after = narration[max(0, start - 90) : start], narration[end : end + 90]
    sentence = _SENTENCE_END.sub("", before)
    if _NO_VERB.search(sentence) or _FINDING.search(sentence):
        return False
    if word.endswith("s") and not _SUBJECT.search(sentence):
        return False
    if _CLAUSE.match(after):
        return True
    return _QUOTE_BEFORE.search(sentence) is not None and _QUOTE_AFTER_SPEAKER.match(after) is not None


def check(document: Document) -> Iterator[Hit]:
    """Point at every loaded word that carries somebody's words."""
    for block in document.blocks:
        if block.voice is not Voice.NARRATION:
            continue
        narration = narration_of(document, block)
        for match in _CUE.finditer(narration):
            if _carries_words(narration, match.start(), match.end()):
                plain = (
                    "said"
                    if match["past"] or match["past2"]
                    else "saying"
                    if match["while"] or match["while2"]
                    else "says"
                )
                span = block.span_of(match.start(), match.end())
                message = f"“{match[0]}” comments on what is said, expected “{plain}”"
                yield Hit(span, message, suggestions=(Suggestion(span, plain),))
