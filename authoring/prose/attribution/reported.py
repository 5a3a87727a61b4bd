"""How far what somebody is said to have said reaches: the clause after “said that”, or before “, she said”."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from authoring.prose.attribution.cue_words import ADDRESSING, cue_words
from authoring.prose.attribution.phrases import MEDIA, chain_right
from authoring.prose.attribution.scene import PHRASE, Scene
from authoring.prose.attribution.subjects import JOINING, Clause
from authoring.text.patterns import lazy

Extent = tuple[int, int]
"""First chunk, and past the last."""

_CLAUSE: Final = lazy(r"(?:iX,)?(?:ia)?[,ae]*G?(?:X(?:[it&,wP]X)*|p|d)[^;:]*?[xvcb]")
"""A subject and a finite verb."""
_SHORT_CLAUSE: Final = lazy(r"(?:iX,)?a*(?:X(?:[it&]X)*(?:,[^,]*,)?|p|d)[ae]*[xvcb]")
"""The same, with nothing much between them."""
_MADE_KNOWN: Final = frozenset("announce reveal disclose mention recall release confirm promise unveil".split())
"""Verbs whose object is as often a thing: announced a project funded by."""
_FREE: Final = frozenset({"say", "tell", "state", "claim", "believe", "think", "argue", "insist", "announce", "warn"})
"""Verbs after which a clause is likely."""
_ASIDE: Final = lazy(r"[aezP]*(?:i?d?[aj]?e)*[aP]*")
_PARENTHESIS: Final = lazy(r",[^,QT]*,T")
"""An aside between the verb and “that”: explains, in a footnote, that"""
_WH: Final = frozenset("whether why how where when what if who which".split())
_NO_CLAUSE: Final = frozenset("goodbye hello yes no nothing so it this sorry thanks anything something".split())
_SUBJECT_AND_VERB: Final = lazy(r"(?:X|p|d|m)[^;:]*?[xvcb]")
_NOT_TOLD: Final = frozenset(
    """i we you there this that these those i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll what
    who which nobody none few neither""".split()
)
"""Subjects whose reports are the writer's own talk, and no source's."""
_SHOWING: Final = frozenset({"believe", "fear", "find", "learn", "show", "think"})
_THAT: Final = frozenset(
    """accept advocate agree ask charge comment complain demand hold propose protest recommend rule urge request
    counter wonder worry""".split()
)
"""Verbs that report with “that” or “whether” only."""
_THINGS_DO: Final = frozenset("suggest indicate imply reveal hint show".split())
"""Verbs that figures and things are the subject of, too, and then report nobody."""
_BODIES_SAY: Final = frozenset("say add state note claim announce report warn confirm deny declare".split())
"""What “it” does that is a firm's or a paper's."""
_UNREAL: Final = frozenset(
    """not never can could would should may might must will do did does don't didn't doesn't won't can't couldn't
    wouldn't shouldn't if""".split()
)
_BESIDE: Final = frozenset({"governed", "according", "inverted"})
"""How the subject of a clause was found that, after a comma, stands beside the one before it."""
_TOLD_BY_THE_WAY: Final = frozenset(
    """say add claim note warn argue insist explain tell suggest report write state announce reveal acknowledge promise
    predict joke""".split()
)
"""Verbs whose *-ing* form reports: “…, adding that …”."""
_FULL: Final = dict.fromkeys(("has", "have", "had", "i've", "we've", "they've", "you've"), "have")
_GOING_ON: Final = frozenset({"on", "went", "came", "continued"})
"""Before “to say”: went on to say, and not: declined to say."""
_ENDS: Final = lazy(r"[;!]")
_FRESH: Final = frozenset(",;:-Q!")


@cache
def may_report() -> re.Pattern[str]:
    """What a sentence without quotation marks holds if anybody's words are reported in it."""
    letters: dict[str, list[str]] = {}
    for form, cue in cue_words().items():
        if (cue.reports and not cue.minding) or cue.verb in _SHOWING or cue.verb in _THAT:
            letters.setdefault(form[0], []).append(form[1:])
    # one branch for each first letter, since the engine tries branches one by one
    branches = "|".join(f"{letter}(?:{'|'.join(sorted(rest))})" for letter, rest in sorted(letters.items()))
    return re.compile(rf"\b(?:{branches}|[Aa]ccording)\b")


def skip_hearer(scene: Scene, clause: Clause) -> int:
    """The chunk where what is reported begins: past the hearer, the day and the medium."""
    kinds = scene.kinds
    place = clause.end + 1 if clause.how != "governed" else clause.last + 1
    cue = scene.cue(clause.cue)
    if cue is not None and (cue.verb in ADDRESSING or cue.verb == "ask") and clause.how != "inverted":
        if kinds[place : place + 1] == PHRASE:
            place = chain_right(scene, place)[1] + 1
        elif kinds[place : place + 1] and kinds[place] in "pqo":
            place += 1
    while True:
        at = place
        aside = _ASIDE.match(kinds, place)
        place = aside.end() if aside else place
        if kinds[place : place + 2] in ("iX", "tX") and (
            scene.last_word(place + 1) in MEDIA or kinds[place + 2 : place + 3] in ("T", ",") or kinds[place] == "t"
        ):
            place += 2
        if place == at:
            break
    while kinds[place - 1 : place] == "a" and kinds[place : place + 1] not in ("T", ",", ""):
        place -= 1  # “said nearly half had left”: the adverb is part of what is said
    return place


def content_after(scene: Scene, clauses: tuple[Clause, ...], clause: Clause) -> Extent | None:
    """What follows the cue and is reported by it."""
    kinds = scene.kinds
    place = skip_hearer(scene, clause)
    cue = scene.cue(clause.cue)
    if place >= len(kinds):
        return None
    opened = False
    if clause.how == "according" or _is_as(scene, clause):
        if not _begins(scene, clause):
            return None
        place = _past_apposition(scene, place + (kinds[place] == ","))
        opened = True
    elif kinds[place] == ",":
        aside = _PARENTHESIS.match(kinds, place)
        if aside is None:
            return None
        place = aside.end() - 1
    if place >= len(kinds):
        return None
    end = _end(scene, clauses, clause, place)
    if kinds[place] == "T":
        return (place, end) if end - place > 2 else None
    word = scene.word(place)
    if word in _WH:
        fits = end - place > 2 and (word != "if" or (cue is not None and cue.verb == "ask"))
        return (place, end) if fits else None
    if cue is not None and not cue.reports:
        return None
    if word in _NO_CLAUSE and end - place <= 2:
        return None
    loose = cue is None or cue.verb in _FREE
    found = (_CLAUSE if loose else _SHORT_CLAUSE).match(kinds, place, end)
    participle = found is not None and kinds[place] != "p" and scene.word(found.end() - 1).endswith("ed")
    if participle and cue is not None and cue.verb in _MADE_KNOWN:
        return None  # “announced a project funded by”: a participle
    if found is not None or opened:
        return (place, end) if place < end else None
    if (
        cue is not None
        and cue.verb == "say"
        and end - place >= 4
        and kinds[place] in "Xpd"
        and scene.tags(place)[0] != "m"
    ):
        return place, end
    return None


def is_report(scene: Scene, clause: Clause) -> bool:
    """Whether a clause reports that something was said: not what the writer thinks, nor what nobody has said yet."""
    if clause.subject is None:
        return False
    if not _may_tell(scene, clause):
        return False
    first = scene.begins[clause.subject[0]]
    if first and scene.row.words[first - 1] == "neither":
        return False
    if scene.word(clause.subject[0]) in _NOT_TOLD and scene.tags(clause.subject[0]) != "N":
        return False
    if clause.how == "passive":
        return False
    if clause.how == "according":
        return scene.kinds[clause.cue] == "A" and any(
            tag in "Nhpq" for place in _chunks(clause.subject) for tag in scene.tags(place)
        )
    cue = scene.cue(clause.cue)
    if cue is None or not (cue.reports or cue.verb in _THAT):
        return False
    if cue.ing and (cue.verb not in _TOLD_BY_THE_WAY or (cue.verb != "say" and not _that_follows(scene, clause))):
        return False
    if cue.minding and (cue.verb not in _SHOWING or cue.ing):
        return False
    if clause.how != "inverted" and clause.begin and _is_unreal(scene, clause.begin - 1):
        return False
    before = scene.row.words[scene.begins[max(0, clause.cue - 4)] : scene.begins[clause.cue]]
    words = before[-3:] if clause.how != "inverted" else ()
    if clause.subject[1] < clause.cue:
        words = scene.row.words[scene.begins[clause.subject[1] + 1] : scene.begins[clause.cue]]
    if any(word in _UNREAL for word in words):
        return False
    if cue.minding and "have" in _FULL.get(words[0] if words else "", ""):
        return _that_follows(scene, clause)  # has learned that, but not: has learned to
    if not cue.base:
        return True
    if scene.kinds[clause.cue - 1 : clause.cue] == "t":
        return cue.verb in ("say", "add") and scene.word(clause.cue - 2) in _GOING_ON
    return clause.how in ("plain", "relative") and _is_plural(scene, clause.subject)


def _that_follows(scene: Scene, clause: Clause) -> bool:
    return scene.kinds[clause.last + 1 : clause.last + 2] == "T"


def _is_plural(scene: Scene, chain: tuple[int, int]) -> bool:
    """Whether a subject may go with “say” and “report”."""
    last = scene.last_word(chain[0])
    tags = scene.tags(chain[0])
    return chain[0] != chain[1] or tags == "p" or tags[-1] in "NhP" or last.endswith("s")


def _is_unreal(scene: Scene, place: int) -> bool:
    """Whether what stands before the subject makes the clause a question or a condition: if Low says, did Low say."""
    return scene.kinds[place] == "x" or scene.word(place) in ("if", "unless", "whenever", "whether", "should")


def _may_tell(scene: Scene, clause: Clause) -> bool:
    """Whether the subject is somebody who says things, and not “our figures” or a general “they think”."""
    if clause.subject is None:
        return False
    begin, end = clause.subject
    word, tags = scene.word(begin), "".join(scene.tags(place) for place in range(begin, end + 1))
    if word in ("our", "my", "your"):
        return False
    if clause.how == "relative" and "who" not in scene.row.words[scene.begins[end] : scene.begins[clause.cue]]:
        return False
    cue = scene.cue(clause.cue)
    if cue is None:
        return True
    if (cue.minding or cue.verb in _THINGS_DO) and not any(tag in "Nhp" for tag in tags):
        return False
    if cue.verb == "learn":
        return "N" in tags and scene.kinds[clause.cue + 1 : clause.cue + 2] == "T"
    if word == "they" and cue.minding:
        return False
    return word != "it" or cue.verb in _BODIES_SAY


def _chunks(chain: tuple[int, int]) -> range:
    return range(chain[0], chain[1] + 1)


def _past_apposition(scene: Scene, place: int) -> int:
    """The chunk past insertions that tell who X is: “according to X, clock makers in Erie, …”."""
    kinds = scene.kinds
    while kinds[place : place + 1] and kinds[place] in "XiGgw":
        if kinds[place] == PHRASE and scene.tags(place)[0] not in "donh":
            break
        comma = kinds.find(",", place)
        if comma < 0 or any(kind in "xvcb" for kind in kinds[place:comma]):
            break
        place = comma + 1
    return place


def _is_as(scene: Scene, clause: Clause) -> bool:
    """Whether the clause is of the kind “as Low told the court”."""
    begin = clause.begin
    return begin > 0 and scene.word(begin - 1) == "as" and not (begin > 1 and scene.word(begin - 2) == "such")


def _begins(scene: Scene, clause: Clause) -> bool:
    """Whether nothing that could be reported stands before the clause."""
    return not any(kind in "xvcb" for kind in scene.kinds[: clause.begin])


def _opens_sentence(kinds: str, clause: Clause) -> bool:
    """Whether the clause stands in a subordinate one that opens the sentence."""
    return kinds[0] in "Bi" and "," not in kinds[: clause.cue] and clause.how != "according"


def _end(scene: Scene, clauses: tuple[Clause, ...], clause: Clause, place: int) -> int:
    """Where a reported clause that begins at ``place`` ends: before the next clause that stands beside its own."""
    kinds = scene.kinds
    end = len(kinds)
    comma = kinds.find(",", place)
    if comma >= 0 and (clause.how == "relative" or _opens_sentence(kinds, clause)):
        end = comma  # “While Low says it will rain, …”
    so = kinds.find(",B", place, end)
    while so >= 0:
        if scene.word(so + 1) == "so":
            end = so
        so = kinds.find(",B", so + 1, end)
    for other in clauses:
        if other.cue <= clause.cue or other.begin <= place:
            continue
        begin = other.begin
        link, before = kinds[begin - 1 : begin], kinds[max(0, begin - 2) : begin - 1]
        with_others = link == "i" and scene.word(begin - 1) == "with"  # “…, with the Herald reporting”
        if link and (link in "&B" or with_others) and before == ",":
            end = min(end, begin - 2)
        elif link == "&" and other.how == "governed":
            end = min(end, begin - 1)
        elif link == "," and (other.how in _BESIDE or kinds[0] in "Bi" or not kinds[other.end + 1 :].strip(".…!")):
            end = min(end, begin - 1)  # “…, according to Low”; “…, the authors write.”
    stop = _ENDS.search(kinds, place, end)
    if stop:
        end = stop.start()
    return end


def content_before(scene: Scene, clauses: tuple[Clause, ...], clause: Clause) -> Extent | None:
    """What stands before “, she said”, or before “according to her”."""
    kinds = scene.kinds
    begin = clause.begin
    if not begin or clause.how in ("governed", "relative"):
        return None
    parted = kinds[begin - 1] in ",-"
    if not parted and clause.how != "according":
        return None
    start = 0
    for other in clauses:
        cue = scene.cue(other.cue)
        if other.cue < clause.cue and other.end < begin and (cue is None or (cue.reports and not cue.minding)):
            start = max(start, other.end + 1)
    stop = max((kinds.rfind(mark, 0, begin) for mark in ";Q:"), default=-1)
    start = max(start, stop + 1)
    while start < begin and (kinds[start] in ",&-" or scene.word(start) in JOINING):
        start += 1
    end = begin - 1 if parted else begin
    if end - start < 2:
        return None
    if kinds[start] in "iBG" and clause.how != "according":  # “After it closed, Low said”: no report
        comma = kinds.find(",", start, end)
        if comma < 0 or not _SUBJECT_AND_VERB.search(kinds, comma, end):
            return None
    found = _SUBJECT_AND_VERB.search(kinds, start, end) is not None
    long = kinds[start] in "Xda" and kinds.count(PHRASE, start, end) >= 2
    return (start, end) if found or long or clause.how == "according" else None


def content_around(scene: Scene, clause: Clause) -> list[Extent]:
    """Both sides of a clause between commas: “The point, she said, is simple.”"""
    kinds = scene.kinds
    begin, end = clause.begin, clause.end + 1
    if not begin or kinds[begin - 1] not in ",-" or kinds[end : end + 1] not in (",", "-") or clause.how == "governed":
        return []
    start = max((kinds.rfind(mark, 0, begin) for mark in ";Q:"), default=-1) + 1
    stop = _ENDS.search(kinds, end)
    last = stop.start() if stop else len(kinds)
    rest = kinds[end + 1 : last]
    if "Q" in rest or not rest.strip(".,") or rest[0] in "wg" or begin - 1 <= start:
        return []
    if clause.how == "inverted" and rest[0] in "Xd" and not any(kind in "xvc" for kind in rest.split(",")[0]):
        return []  # “…, said Low, a nurse.”
    if not any(kind in "xvcb" for kind in kinds[start : begin - 1] + rest):
        return []
    return [(start, begin - 1), (end + 1, last)]
