"""The part of speech of the words that matter for finding who speaks: one letter for each kind.

Words that stand in no list are told by their form (``tagging.py``). The letters make a sentence a string, on which
patterns are quick to write, to read and to run.
"""

from __future__ import annotations

from functools import cache
from typing import Final

QUOTED: Final = "Q"
NAME: Final = "N"  # a word with a capital
NOUN: Final = "n"  # also every word that no list and no form tells
PERSON: Final = "h"  # a noun for a person or a body that speaks: spokesman, report
DETERMINER: Final = "d"
POSSESSIVE: Final = "o"  # his, their
GENITIVE: Final = "'"  # the ’s of “the port’s”
ADJECTIVE: Final = "j"
NUMBER: Final = "m"
PRONOUN: Final = "p"  # he, they, everyone: what may be a subject by itself
OBJECT: Final = "q"  # him, himself
WHO: Final = "w"  # who, which
THAT: Final = "T"
PREPOSITION: Final = "i"
TO: Final = "t"
AUXILIARY: Final = "x"
NEGATION: Final = "z"
CUE: Final = "c"  # a reporting verb in a finite form
CUE_BASE: Final = "b"  # say, tell: after “to” or a plural
CUE_ING: Final = "g"  # saying
ACCORDING: Final = "A"
VERB: Final = "v"
ING: Final = "G"
ADVERB: Final = "a"
TIME: Final = "e"  # Monday, yesterday
AND: Final = "&"
LINK: Final = "B"  # but, because, when: a new clause
PARENTHESIS: Final = "P"  # a short one, brackets and all
OTHER: Final = "u"

NAMES_IN_ING: Final = frozenset(
    """beijing boeing browning cushing darling downing fielding fleming golding harding irving keating king manning
    pickering reading sterling wyoming""".split()
)
_NOUNS_IN_ING: Final = """
anything beginning beijing briefing building ceiling clothing drawing ending evening everything feeling filing finding
funding hearing housing king landing meaning meeting morning nothing opening painting planning rating ring ruling
screening setting shooting sibling something spending spring string thing training understanding warning wedding wing
"""
_WORDS: Final = {
    DETERMINER: "a an the this these any each every no other such",
    NUMBER: """one two three four five six seven eight nine ten dozens hundreds thousands millions another some both
        several many few most all those more less much""",
    POSSESSIVE: "his their its my our your",
    PRONOUN: """he she they we i it you there everyone everybody someone somebody anyone anybody nobody others
        he'd he'll he's she'd she'll she's they'd they'll they've they're we'd we'll we've we're i'd i'll i've i'm
        it'd it'll it's you'd you'll you've you're""",
    OBJECT: "him her them me us himself herself themselves itself myself ourselves yourself",
    WHO: "who which whom whose",
    THAT: "that",
    PREPOSITION: """of for at from in with on by about into over after before between against during without through
        under near among amid inside outside behind across toward towards upon onto off via within along beyond despite
        since until per like unlike throughout around above below regarding concerning alongside following including
        citing besides beside""",
    TO: "to",
    AUXILIARY: """is was are were be been being am has had have having will would can could may might must shall should
        did does do isn't wasn't aren't weren't hasn't hadn't haven't won't wouldn't can't cannot couldn't mightn't
        mustn't shouldn't didn't doesn't don't that's there's here's what's who's who'd who've""",
    NEGATION: "not never",
    AND: "and or nor &",
    LINK: """but yet so because although though while when whenever if as whether where why how than whereas unless once
        lest plus what whatever""",
    ADVERB: """also later then now soon again still just even ever often once twice earlier already ago instead too
        perhaps maybe please almost nearly very quite rather well meanwhile however therefore thus nonetheless
        nevertheless otherwise moreover furthermore besides indeed always sometimes seldom first last finally back
        out up down away here together aloud online afterwards afterward previously simply only further
        elsewhere anyway apparently not-so-subtly alike long jointly though""",
    TIME: """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun january
        february march april june july august september october november december jan feb mar apr jun jul aug
        sept oct nov dec today yesterday tonight tomorrow morning afternoon evening night week month year weekend""",
    ADJECTIVE: """new old weekly daily monthly yearly early friendly elderly likely unlikely former current senior
        junior chief deputy top leading local national federal international
        american british english french german chinese russian italian spanish indian canadian australian european
        african asian japanese korean israeli palestinian iranian iraqi afghan syrian turkish mexican democratic
        republican conservative liberal public private own young elder late early great good bad big small little
        large high low long-time longtime fellow independent official unnamed anonymous different same real
        main major minor second third fourth fifth next certain able same
        red white black blue green recent latest final initial joint separate brief written prepared emailed e-mailed
        veteran retired""",
    PERSON: """actor activist administrator adviser advisor advocate agency agent aide ambassador analyst anchor
        announcement artist assistant association attorney author authority authorities bishop body boss boy brother
        campaign candidate captain chairman chairwoman chair chancellor chief child children citizen clerk client coach
        colleague columnist commander commentator commission commissioner committee company congressman congresswoman
        consultant coordinator correspondent council councillor councilman counsel couple court critic customer dad
        daughter dean defendant delegate democrat department deputy designer detective developer diplomat director
        doctor document driver economist editor employee engineer executive expert family fan farmer father
        figure fisherman filing firm founder friend girl governor government group guard guest head historian host
        husband insider inspector investigator journalist judge juror justice kid lady lawmaker lawyer leader
        legislator letter lieutenant magistrate magazine maker man manager mayor member memo message minister ministry
        mother mom mum nation neighbor neighbour network newspaper novelist nurse officer official operative opponent
        organiser organizer outlet owner panel paper parent partner party passenger patient people
        person petition pilot player plaintiff poet police policeman politician poll pollster post poster president
        press priest principal producer professor prosecutor protester publicist publisher publication pundit rapper
        reader rector reform-minded regulator release report reporter representative republican researcher resident
        respondent reviewer rival scholar scientist secretary senator sergeant sheriff singer sister soldier son source
        speaker specialist spokesman spokesperson spokeswoman spokespeople staff staffer state statement
        strategist student study superintendent supervisor supporter surgeon survey survivor suspect teacher team
        teenager technician text tourist trader trainer treasurer trooper trustee tweet unionist union user vendor
        veteran vet vice-president victim viewer visitor volunteer voter watchdog website wife winner witness woman
        worker writer youth record filing article book blog email e-mail transcript affidavit complaint lawsuit
        indictment
        estimate figure finding result data men women voice caller crowd demonstrator shopper commuter villager
        organisation organization charity institute institution foundation office bureau
        bank board ceo cfo coo sergeant-at-arms coauthor co-author cofounder co-founder co-chair""",
    VERB: """went came took made gave held met left stood sat ran began became got knew thought saw found kept brought
        led grew lost won paid sent spent built bought sold spoke broke chose drew drove fell felt flew forgot fought
        heard hid hit hung hurt laid lay let meant put quit rose set shook shot showed shut sank slept stole
        struck swore taught threw tore understood woke wore wrote seen gone done known given taken made
        wants want needs need knows know thinks think believes believe feels feel hopes hope plans seems seem
        appears appear remains remain looks gets get goes go comes come makes make takes take gives give
        runs works lives serves leads means stands keeps tries helps sees shows show finds find loves likes
        expects supports opposes represents includes continues begins happens became ought used
        let's hears faces owns sits wins loses teaches speaks studies""",
}

BODIES: Final = frozenset(
    """agency article association authority bank blog board body book bureau campaign charity commission committee
    company complaint council court data department document email estimate family figure filing finding firm foundation
    government group indictment institute institution lawsuit letter magazine memo message ministry nation network
    newspaper office organisation organization outlet panel paper party petition police poll post press publication
    record release report state statement study survey team text transcript union website""".split()
)
"""Those of the ``PERSON`` words that are no title of a person: “State” belongs to the name “State Register”."""
STATES: Final = frozenset(
    """Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Tenn Tex Vt Va Wash Wis Wyo""".split()
)
"""Abbreviated names of states, which end in a point."""
TITLES: Final = frozenset(
    """Adm Atty Brig Capt Cmdr Col Cpl Det Dr Gen Gov Hon Insp Lt Maj Messrs Mr Mrs Ms Mx Pres Prof Pvt Rep Reps Rev
    Sen Sens Sgt Spc St Supt Jr Sr Inc Co Corp Ltd Bros No Dept Asst Mt Ft Fr Msgr Pfc Sec Amb Del Esq""".split()
)
"""Titles and endings of names that end in a point."""


@cache
def words() -> dict[str, str]:
    """The letter of every listed word in lower case; plurals of persons included."""
    known: dict[str, str] = {}
    for letter, text in _WORDS.items():
        for word in text.split():
            known.setdefault(word, letter)
            if letter == PERSON:
                known.setdefault(plural(word), letter)
    for word in ("police", "people", "men", "women", "children", "staff", "data"):
        known[word] = PERSON
    for word in _NOUNS_IN_ING.split():
        known.setdefault(word, NOUN)
    known["according"] = ACCORDING
    return known


def is_title(word: str) -> bool:
    """Whether a word in lower case is what a person is called, and may stand before the name."""
    return words().get(word) == PERSON and word not in BODIES


def plural(noun: str) -> str:
    """The plural of a regular noun, and of those in *-man* and *-woman*."""
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "sh", "ch", "x")):
        return noun + "es"
    return noun + "s"
