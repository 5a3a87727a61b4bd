"""The sieve for quoted words within their sentence: small steps, the surest first; the first that answers wins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from authoring.prose.attribution import lexicon as lex
from authoring.prose.attribution.cue_words import WEAK
from authoring.prose.attribution.phrases import Chain, chain_left, chain_right
from authoring.prose.attribution.scene import PHRASE, Scene
from authoring.prose.attribution.subjects import Clause, main_subject
from authoring.text.patterns import lazy

_BRIDGE: Final = lazy(r"(?:[aeqPjdmpiX]|[t&](?=X))*[,:T\-]*")
"""What may stand between a reporting verb and the words quoted: hearers, places, days, “that”."""
_BESIDE: Final = lazy(r"[,\-P…]*[ae]*,?")
_BREAK: Final = lazy(r"[;:Q!]|,[&B]|[&B,]$")
_AFTER_NOUN: Final = lazy(r"X(?:[it]X)*[ae]*(?:x|T|[,:]|T?i?)$")
_BEFORE_QUOTED: Final = frozenset("xT,:i")
SAID_NOUNS: Final = frozenset(
    """answer argument assertion assurance belief boast claim comment comments complaint contention declaration
    description description insistence message pledge prediction promise question remark remarks reply response
    retort statement suggestion threat tweet verdict vow warning words""".split()
)
"""Nouns whose owner says what follows."""
_FIRST_PERSON: Final = lazy(r"(?:i|we|you)(?:'|$)")
_APART: Final = frozenset({"relative", "governed"})
"""How a subject is found that stands elsewhere, so that the clause is no tag right behind the words."""
_NOBODY: Final = frozenset({"nobody", "there", "neither", "none", "few"})
_EMPTY: Final = frozenset(
    """answer answers caption correction example examples goal headline motto note question questions source step
    summary tip title translation update""".split()
)
"""Labels before a colon that name no speaker."""
_NAMED: Final = frozenset({"entitled", "titled", "called", "named", "dubbed", "headlined"})
_SHORT: Final = 20
"""Chunks before a colon within which the sentence's subject is the speaker."""
_ENDS_SPEECH: Final = (",", ".", "!", "?", "…", "—", "–", "-")
_CUT_OFF: Final = ("...", "…", "—", "–")
_STOPS: Final = ",?!"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted words in one sentence."""

    chunk: int
    """Its chunk in the scene."""
    text: str
    """The words without their marks."""
    start: int
    """Where its opening mark begins, in the block's text."""
    end: int
    words: int
    """How many there are."""

    @property
    def ends_open(self) -> bool:
        """Whether it ends so that its tag is likely to follow: “…,” or “…?”."""
        return self.text.rstrip()[-1:] in _STOPS


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks, found in the quotation's own sentence."""

    speaker: Chain
    cue: tuple[int, int] | None
    """First and last chunk of the reporting words."""
    step: str
    clause: Clause | None = None
    verb: str = ""
    """The reporting verb in its base form."""
    minding: bool = False
    """Whether the verb is one of knowing and showing."""
    first_person: bool = False
    """Whether the writer or the reader is the subject: we call this “…”."""
    owner: bool = False
    """Whether the speaker is whoever owns the last noun: of “Low’s claim” it is Low."""


Step = Callable[[Scene, tuple[Clause, ...], Stretch], Answer | None]


def _of(scene: Scene, clause: Clause, step: str) -> Answer | None:
    if clause.subject is None or scene.word(clause.subject[0]) in _NOBODY:
        return None
    first = scene.begins[clause.subject[0]]
    if first and scene.row.words[first - 1] == "neither":
        return None
    cue = scene.cue(clause.cue)
    told = cue is not None and cue.minding
    if told and scene.word(clause.subject[0]) in ("it", "this", "that"):
        return None
    verb = cue.verb if cue else ""
    return Answer(clause.subject, (clause.cue, clause.last), step, clause, verb, told, is_first_person(scene, clause))


def is_first_person(scene: Scene, clause: Clause) -> bool:
    """Whether I, we or you speak."""
    return clause.subject is not None and _FIRST_PERSON.match(scene.word(clause.subject[0])) is not None


def _is_quoting(scene: Scene, clause: Clause) -> bool:
    cue = scene.cue(clause.cue)
    return clause.how == "according" or (cue is not None and cue.quotes)


def _may_enclose(scene: Scene, clause: Clause) -> bool:
    """Whether the verb makes quoted words somebody's that stand apart from it."""
    cue = scene.cue(clause.cue)
    return _is_quoting(scene, clause) and (cue is None or cue.verb not in WEAK)


def lead_in(scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """Low told reporters: “…” The verb stands right before, with a comma or colon between."""
    if scene.kinds[stretch.chunk - 1 : stretch.chunk] not in (",", ":"):
        return None
    return _before(scene, clauses, stretch, "lead-in")


def after(scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """“…,” Low said. — “…,” said Low."""
    beside = _BESIDE.match(scene.kinds, stretch.chunk + 1)
    place = beside.end() if beside else stretch.chunk + 1
    if place == stretch.chunk + 1 and not stretch.text.rstrip().endswith(_ENDS_SPEECH) and _is_bare_noun(scene, place):
        return None  # “The Last Ferry” author Jim Orme said
    for clause in clauses:
        if clause.subject is not None and stretch.chunk < clause.begin <= place and clause.how not in _APART:
            return _of(scene, clause, "after")
    return None


def _is_bare_noun(scene: Scene, chunk: int) -> bool:
    return scene.kinds[chunk : chunk + 1] == PHRASE and scene.tags(chunk)[0] in "nh"


def before(scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """Low said “…” — Low said that “…” — Low called the plan “…”"""
    return _before(scene, clauses, stretch, "before")


def _before(scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch, step: str) -> Answer | None:
    for clause in reversed(clauses):
        if clause.end >= stretch.chunk:
            continue
        if clause.subject is None or not _is_quoting(scene, clause):
            if _BRIDGE.fullmatch(scene.kinds, clause.last + 1, stretch.chunk) and clause.subject is None:
                return None
            continue
        if _BRIDGE.fullmatch(scene.kinds, clause.end + 1, stretch.chunk):
            return _of(scene, outermost(scene, clauses, clause), step)
        return None
    return None


def outermost(scene: Scene, clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """The clause that reports this one: in “Low said Park called it ‘…’” it is Low who speaks."""
    for earlier in reversed(clauses[: clauses.index(clause)]):
        if earlier.subject is None or earlier.end >= clause.begin:
            continue
        if clause.begin and scene.word(clause.begin - 1) == "with":  # “…, with the Herald reporting” stands beside it
            break
        if earlier.subject == clause.subject:
            continue
        cue = scene.cue(earlier.cue)
        if _BREAK.search(scene.kinds, earlier.end + 1, clause.begin) or (cue is not None and not cue.reports):
            break
        clause = earlier
    return clause


def _main(clauses: tuple[Clause, ...], clause: Clause) -> Clause:
    """The clause that holds a relative one: in “Low blasted officials who claim a ‘…’” it is Low who speaks."""
    if clause.how != "relative" or clause.subject is None:
        return clause
    begin = clause.subject[0]
    return next((one for one in reversed(clauses) if one.subject is not None and one.end < begin), clause)


def enclosing(scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """Low said the plan would “…” by May: somewhere before it, with words of the writer's between."""
    for clause in reversed(clauses):
        if clause.end < stretch.chunk and clause.subject is not None and _may_enclose(scene, clause):
            return _of(scene, outermost(scene, clauses, _main(clauses, clause)), "enclosing")
    return None


def following(scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """The plan is “…” from end to end, Low said: somewhere after it."""
    for clause in clauses:
        if clause.begin <= stretch.chunk or clause.subject is None or not _may_enclose(scene, clause):
            continue
        if clause.how == "according" or (clause.how != "governed" and scene.kinds[clause.begin - 1] in ",-"):
            return _of(scene, clause, "following")
    return None


def other_verb(scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """“…,” Low fumed: a verb that is in no list, right beside the quotation."""
    kinds = scene.kinds
    if stretch.words < 3:
        return None
    place = stretch.chunk + 1
    led = kinds[stretch.chunk - 1 : stretch.chunk] in ("i", "B")  # talks like “…” brought
    if not led and (stretch.ends_open or stretch.text.rstrip().endswith(_CUT_OFF) or kinds[place : place + 1] == ","):
        place += kinds[place : place + 1] in (",", "-")
        if kinds[place : place + 1] == "p" or (kinds[place : place + 1] == "X" and _is_somebody(scene, place)):
            chain = chain_right(scene, place) if kinds[place] == PHRASE else (place, place)
            verb = chain[1] + 1
            while kinds[verb : verb + 1] == "a":
                verb += 1
            if kinds[verb : verb + 1] == "v":
                return Answer(chain, (verb, verb), "other verb")
        if kinds[place : place + 2] == "vX" and _is_somebody(scene, place + 1):
            return Answer(chain_right(scene, place + 1), (place, place), "other verb")
    verb = stretch.chunk - 2
    while verb > 0 and kinds[verb] == "a":  # fired back, “…”
        verb -= 1
    beside = kinds[stretch.chunk - 1 : stretch.chunk] in (",", ":") and verb > 0 and kinds[verb] == "v"
    told = any(one.subject is not None and one.end < verb and _may_enclose(scene, one) for one in clauses)
    if beside and not told and scene.word(verb) not in _NAMED:
        at = verb - 1
        while at >= 0 and kinds[at] == "a":
            at -= 1
        if at >= 0 and kinds[at] in "Xp":
            return Answer(chain_left(scene, at), (verb, stretch.chunk - 2), "other verb")
    return None


def _is_somebody(scene: Scene, chunk: int) -> bool:
    return any(tag in "Nh" for tag in scene.tags(chunk))


def colon(scene: Scene, _clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """Low was blunt: “…” — From the report: “…”"""
    kinds = scene.kinds
    if not 0 < stretch.chunk <= _SHORT or kinds[stretch.chunk - 1] != ":":
        return None
    if stretch.words < 3 and not stretch.text.rstrip().endswith((".", "!", "?")):
        return None
    chain = main_subject(scene, stretch.chunk)
    if chain is None:
        place = next((place for place in range(stretch.chunk) if kinds[place] in "Xp"), None)
        if place is None:
            return None
        chain = chain_right(scene, place) if kinds[place] == PHRASE else (place, place)
    tags = scene.tags(chain[0])
    if chain[0] == chain[1] and scene.last_word(chain[0]) in SAID_NOUNS and ("'" in tags or tags[0] == "o"):
        return Answer(chain, None, "colon", owner=True)  # Low’s reply came at noon: “…”
    if scene.word(chain[0]) in _NOBODY | _EMPTY | {"it", "this", "i", "we", "you"}:
        return None
    if "'" in tags or not any(tag in "Nhp" for tag in tags) or lex.NUMBER in tags:
        return None
    return Answer(chain, None, "colon")


def noun(scene: Scene, _clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """Low’s claim that “…” — her reply: “…” The reporting word is a noun, and its owner speaks."""
    if scene.kinds[stretch.chunk - 1 : stretch.chunk] not in _BEFORE_QUOTED:
        return None
    found = _AFTER_NOUN.search(scene.kinds, 0, stretch.chunk)
    if found is None:
        return None
    tags = scene.tags(found.start())
    if scene.last_word(found.start()) in SAID_NOUNS and ("'" in tags or tags[0] == "o"):
        return Answer((found.start(), found.start()), None, "noun", owner=True)
    return None


def credit(scene: Scene, _clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """“…” — Ada Low: the name alone after a dash, as under a pull quote."""
    kinds = scene.kinds
    place = stretch.chunk + 1
    if kinds[place : place + 1] != "-" or kinds[place + 1 : place + 2] != PHRASE or stretch.words < 3:
        return None
    chain = chain_right(scene, place + 1)
    rest = kinds[chain[1] + 1 :]
    if "N" not in scene.tags(place + 1) or re.search(r"[xcvbgGw]", rest):
        return None
    return Answer(chain, None, "credit")


IN_SENTENCE: Final[tuple[Step, ...]] = (lead_in, after, before, credit, noun, other_verb, enclosing, colon, following)
"""In this order, except that a quotation which ends in a comma has ``after`` asked first."""


def in_sentence(scene: Scene, clauses: tuple[Clause, ...], stretch: Stretch) -> Answer | None:
    """The first step's answer."""
    first: tuple[Step, ...] = (after,) if stretch.text.rstrip().endswith(",") else ()
    for step in (*first, *IN_SENTENCE):
        answer = step(scene, clauses, stretch)
        if answer is not None:
            return answer
    return None
