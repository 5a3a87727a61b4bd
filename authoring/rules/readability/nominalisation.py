"""What is done stands as a verb: “announced the plan”, not “made an announcement of the plan”.

It points at a weak verb (made, gave, conducted, reached …) with a noun that has the deed in it, where that noun goes on
to what it was done to. With an adjective (“made a surprising announcement”) the noun may be needed, and “made an
announcement” by itself may be too; both are left alone. It only informs, since now and then the noun is the term of
the trade: an inspector who *carries out an inspection* of a ship.

Why: every editor's first cut. The verb is shorter by half and says who did it.

```bad
The harbour board made an announcement of its plan, and will conduct a review of the fares.
```
```finds
1:19 made an announcement of => “made an announcement of” puts the deed in a noun, expected “announced”
1:62 conduct a review of => “conduct a review of” puts the deed in a noun, expected “review”
```
```bad
She was giving consideration to the offer, but nobody makes a distinction between the two.
```
```finds
1:9 giving consideration to => “giving consideration to” puts the deed in a noun, expected “considering”
1:55 makes a distinction between => “makes a distinction between” puts the deed in a noun, expected “distinguishes”
```
```good
The harbour board announced its plan and will review the fares. Its announcement of May made no mention of the crane.
```
```good
“We made a decision on the fares,” she said. The board made a surprising decision, and the review was made public.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from authoring.findings import Severity
from authoring.prose.document import Document
from authoring.prose.narrated import narrated
from authoring.rules.hit import Hit
from authoring.text.patterns import lazy

SEVERITY = Severity.INFO

_DEEDS: Mapping[str, str] = {
    "make": "adjustment/adjust to, allegation/allege of, analysis/analyse of, announcement/announce of about that,"
    " application/apply for to, appointment/appoint of, arrangement/arrange for, assessment/assess of,"
    " assumption/assume of that, calculation/calculate of, change/change to, comparison/compare of between,"
    " complaint/complain about of to, confession/confess to of, contribution/contribute to, correction/correct to of,"
    " decision/decide on to that about, determination/determine of that, distinction/distinguish between,"
    " donation/donate to, estimation/estimate of, evaluation/evaluate of, examination/examine of,"
    " improvement/improve to, investment/invest in, modification/modify to of, objection/object to, payment/pay to for,"
    " prediction/predict of that, presentation/present of, proposal/propose for to that,"
    " recommendation/recommend for that on, reference/refer to, revision/revise to of,"
    " selection/select of from, suggestion/suggest that, use/use of",
    "give": "approval/approve to, consideration/consider to, demonstration/demonstrate of, description/describe of,"
    " encouragement/encourage to, explanation/explain of for, indication/indicate of that, notification/notify to of,"
    " presentation/present on of, recognition/recognise to, assistance/help to, authorisation/authorise to,"
    " authorization/authorize to",
    "provide": "assistance/help to, explanation/explain of for, description/describe of, indication/indicate of that,"
    " notification/notify to of, demonstration/demonstrate of, overview/outline of",
    "conduct": "analysis/analyse of, assessment/assess of, audit/audit of, evaluation/evaluate of,"
    " examination/examine of, inspection/inspect of, investigation/investigate into of, review/review of,"
    " search/search of, survey/survey of, study/study of, test/test of on, consultation/consult with",
    "reach": "agreement/agree on to that with, conclusion/conclude that, decision/decide on to that",
    "come to": "agreement/agree on to that with, conclusion/conclude that, decision/decide on to that",
    "hold": "discussion/discuss on about of, consultation/consult with",
    "have": "discussion/discuss about on of, impact/affect on, effect/affect on",
    "place": "emphasis/stress on",
    "take": "decision/decide on to that",
}
"""By the weak verb: the noun, the verb in it, and the words by which the noun goes on."""
_FORMS: Mapping[str, str] = {
    "make": "make makes made making",
    "give": "give gives gave given giving",
    "provide": "provide provides provided providing",
    "conduct": "conduct conducts conducted conducting perform performs performed performing undertake undertakes"
    " undertook undertaking do does did doing",
    "reach": "reach reaches reached reaching",
    "come to": "come comes came coming",
    "hold": "hold holds held holding",
    "have": "have has had having",
    "place": "place places placed placing put puts putting",
    "take": "take takes took taking",
}
_AFTER = lazy(r"[\w-]+ (?P<next>[a-z]+)\b")
_OBJECT = lazy(r" (?:the|an?|its|his|her|their|our|your|this|that|these|those|all|some|any|each|every)\b")
_WITH_OBJECT = frozenset("change correction improvement modification revision".split())
"""Nouns after which “to” also leads to a purpose: “made a change to add a crane”."""
_BEFORE = lazy(r"(?P<verb>[A-Za-z]+)(?: out| to)? (?:an? |the |some )?$")
_MOST = 40
"""Characters before the noun that the weak verb stands in."""


@cache
def _by_noun() -> Mapping[str, Mapping[str, tuple[str, frozenset[str]]]]:
    """For each noun: by the form of the weak verb, the verb to use and what may follow the noun."""
    known: dict[str, dict[str, tuple[str, frozenset[str]]]] = {}
    for weak, deeds in _DEEDS.items():
        for deed in deeds.split(", "):
            head, *following = deed.split()
            noun, verb = head.split("/")
            for form in _FORMS[weak].split():
                for number in (noun, noun.removesuffix("is") + "es" if noun.endswith("is") else noun + "s"):
                    known.setdefault(number, {})[form] = (verb, frozenset(following))
    return known


def _inflected(verb: str, like: str) -> str:
    """The verb in the form of the weak one: “announced” for “made”."""
    if like.endswith("ing"):
        return verb.removesuffix("e") + "ing"
    if like in ("makes", "gives", "has", "does", "comes", "takes", "holds", "puts") or like.endswith(
        ("ides", "ches", "rms")
    ):
        return verb[:-1] + "ies" if verb.endswith("fy") else verb + ("es" if verb.endswith(("s", "sh", "x")) else "s")
    if like in ("made", "gave", "given", "undertook", "did", "came", "held", "had", "took") or like.endswith("ed"):
        if verb == "pay":
            return "paid"
        return verb[:-1] + "ied" if verb.endswith(("fy", "ly", "udy")) else verb.removesuffix("e") + "ed"
    return verb


def check(document: Document) -> Iterator[Hit]:
    """Point at every deed that stands as a noun beside a weak verb."""
    told = narrated(document)
    for place in told.at(*_by_noun()):
        after = _AFTER.match(told.text, place)
        before = _BEFORE.search(told.text[max(0, place - _MOST) : place])
        if after is None or before is None:
            continue
        noun, weak = after[0].split()[0].lower(), before["verb"].lower()
        verb, following = _by_noun()[noun].get(weak, ("", frozenset()))
        if after["next"] not in following or noun in ("decisions", "uses"):
            continue
        if noun.removesuffix("s") in _WITH_OBJECT and not _OBJECT.match(told.text, after.end()):
            continue
        start, end = place - (len(before.string) - before.start()), after.end()
        plain = _inflected(verb, weak) + (" on" if verb == "decide" and after["next"] in ("on", "about") else "")
        words = " ".join(told.text[start:end].split())
        yield Hit(told.span(start, end), f"“{words}” puts the deed in a noun, expected “{plain}”")
