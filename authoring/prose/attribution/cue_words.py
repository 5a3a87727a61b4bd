"""The reporting words and what each is good for: “said” reports anywhere, “laughed” only beside quoted words.

The verbs are those found beside quotations in some 840 US news articles (6,264 direct and mixed quotes), with a few
neighbours of theirs. Their forms are made by rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

_REPORTING: Final = """
acknowledge add admit affirm allege announce answer argue assert aver boast caution claim clarify comment complain
concede conclude confess confirm contend declare deny disclose emphasise emphasize estimate exclaim explain insist
joke maintain mention note observe predict proclaim promise quip reaffirm recall reckon recount reiterate remark
remember repeat reply report respond reveal say speculate state stress suggest swear testify tweet vow warn write
reason stipulate theorise theorize lament hint imply indicate
"""
"""Verbs that report whole clauses, with “that” or without."""
_ADDRESSING: Final = "tell assure inform remind advise notify persuade convince"
"""Verbs that name the hearer before the clause: told reporters that."""
_MINDING: Final = "believe think find show learn discover fear feel hope know understand expect"
"""Verbs of knowing and showing: they report a clause, and are no cue for quoted words."""
_SILENT: Final = frozenset("learn discover hope know understand expect feel".split())
"""Verbs of knowing that make no quoted words anybody's."""
_QUOTING: Final = """
belittle berate bemoan chastise chide deplore denigrate disparage echo excoriate extol herald invoke laud lambaste rip
plug accept accuse agree apologise apologize ask bark beg blame blast boom brag call challenge charge chant chat chime
chuckle cite compare confide continue counter criticise criticize cry decry defend demand denounce depict
deride describe detail dismiss dub elaborate email express fume grumble holler hail inquire instruct interject
interrupt intone issue label laugh lecture liken message mock mumble murmur muse mutter offer opine order plead pledge
point ponder portray post praise pray propose protest question quote rail rant react read recommend refer reflect
release request retort roar scoff scream share shoot shout shriek sigh slam smile snap sob speak stammer summarise
summarize tease text thank threaten thunder title tout trumpet urge utter venture voice volunteer wail whisper wonder
worry yell yelp blog counsel characterise characterize condemn rebuke scold gush crow snark explode encourage enthuse
grin beam shrug nod smirk marvel rule hold sing begin go lash signal advocate attest commend applaud promote highlight
underscore underline attack ridicule reject caption sneer sniff hiss bellow declaim
"""
"""Verbs that are cues beside quoted words only."""
_IRREGULAR: Final = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing", "written"),
    "read": ("reads", "read", "reading"),
    "put": ("puts", "put", "putting"),
    "begin": ("begins", "began", "beginning"),
    "think": ("thinks", "thought", "thinking"),
    "speak": ("speaks", "spoke", "speaking"),
    "sing": ("sings", "sang", "singing"),
    "swear": ("swears", "swore", "swearing"),
    "find": ("finds", "found", "finding"),
    "show": ("shows", "showed", "showing"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "knowing"),
    "understand": ("understands", "understood", "understanding"),
    "hold": ("holds", "held", "holding"),
    "go": ("goes", "went", "going"),
    "shoot": ("shoots", "shot", "shooting"),
    "learn": ("learns", "learned", "learning", "learnt"),
}
_DOUBLED: Final = frozenset(
    {
        "admit",
        "quip",
        "refer",
        "blog",
        "chat",
        "sob",
        "dub",
        "aver",
        "rebut",
        "snap",
        "slam",
        "beg",
        "brag",
        "grin",
        "nod",
    }
)
_NOUNS: Final = frozenset(
    """answer answers attack attacks blame boast boasts call calls challenge challenges charge charges chant chants
    chat claim claims comment comments compare cry counter counters demand demands detail details email emails
    estimate estimates express fear fears feel find finds finding findings highlight highlights hint hints hope hopes
    hold holds issue issues joke jokes label labels laugh laughs lecture lectures lament laments mention mentions
    message messages note notes offer offers order orders plan plans pledge pledges point points post posts praise
    promise promises protest protests question questions quip quips quote quotes read reads reason reasons release
    releases remark remarks reply replies report reports request requests retort rule rules scream screams share
    shares shout shouts shot shots show shows sigh sighs sign signal smile smiles state states stress tease text texts
    thought thoughts title titles tweet tweets urge voice voices vow vows whisper whispers wonder worry yell attest
    rant rants slam slams snap promote aver sob reveal reject blog blogs warning reading writing showing feeling
    understanding opening meaning beginning speaking reporting counsel accuse propose learn gush crow shooting
    hearing""".split()
)
"""Forms that are nouns, too, and count as verbs only where what stands around them says so."""


@dataclass(frozen=True, slots=True)
class CueWord:
    """A form of a reporting verb."""

    verb: str
    ing: bool
    base: bool
    """Whether this is the bare verb: say, tell."""
    singular: bool
    """Whether it ends in the s of the present tense."""
    reports: bool
    """Whether it may carry a clause without quotation marks."""
    quotes: bool
    """Whether it may carry quoted words."""
    minding: bool
    noun: bool
    """Whether the form is also a noun."""


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb])
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    if verb in _DOUBLED:
        return (verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    return (verb, third, verb + "ed", verb + "ing")


@cache
def cue_words() -> dict[str, CueWord]:
    """Every form of every reporting verb."""
    known: dict[str, CueWord] = {}
    groups = (
        (_REPORTING, True, True, False),
        (_ADDRESSING, True, True, False),
        (_MINDING, True, True, True),
        (_QUOTING, False, True, False),
    )
    for text, reports, quoting, minding in groups:
        for verb in text.split():
            quotes = quoting and verb not in _SILENT
            for form in _forms(verb):
                ing = form.endswith("ing") and form not in ("sing",)
                base = form == verb and form not in ("put", "read")
                third = form.endswith("s") and not base
                known.setdefault(form, CueWord(verb, ing, base, third, reports, quotes, minding, form in _NOUNS))
    known["put"] = CueWord("put", False, False, False, False, True, False, True)
    known["puts"] = CueWord("put", False, False, True, False, True, False, True)
    return known


WEAK: Final = frozenset("begin go hold issue open plead point react release share shoot sing".split())
"""Verbs of many uses, which count right beside a quotation only."""
ADDRESSING: Final = frozenset(_ADDRESSING.split())
