"""Which English words are past participles, which of them are adjectives after “be”, and which end like one.

The lists are of the language, not of any text: verbs whose participle is not formed with -ed, states that nobody does
to anybody (“is tired”), and verbs that need an object, so that their participle without one is a passive even where
the auxiliary is left out (“Man arrested after fire”).
"""

from __future__ import annotations

from functools import cache

_IRREGULAR = """
    beat beaten bent bet bitten bled blown born borne bought bound bred broadcast broken brought built burnt burst
    cast caught chosen clad clung cost cut dealt done drawn dreamt driven drunk dug eaten fed felt flown flung
    forbidden forecast foregone foreseen foretold forgiven forgotten forsaken fought found frozen given grown heard
    held hewn hidden hit hung hurt inset interwoven kept knelt knit known laden laid learnt led left lent let lit
    lost made meant met misheard mislaid misled misread misspelt misspent mistaken misunderstood mown offset outbid
    outdone outfought outgrown outrun outshone outsold outspent overbuilt overcome overdone overdrawn overfed
    overheard overlaid overrun overseen oversold overspent overtaken overthrown overwritten paid pled proofread
    proven put quit read reborn rebroadcast rebuilt recast recut redone redrawn reheard rehung relaid relit remade
    rent reopened repaid reread rerun resent reset resewn reshot resold respent restrung retaken retaught rethought
    retold rewound rewritten rid ridden run rung sawn seen sent set sewn shaken shed shod shone shorn shot shown
    shrunk shut slain slit slung sold sought sown spelt spent spilt split spoilt spoken spread sprung spun stolen
    stood stricken striven struck strung stuck stung stunk sublet sung sunk swept sworn swum swung taken taught
    telecast thought thrown thrust told torn trodden typeset unbound undercut underpaid undersold understood
    undertaken underwritten undone unwound upheld upset wed wet withdrawn withheld won worn wound woven written
    wrung
"""
_NOT_VERBS = """
    bed biped bleed blessed bloodshed breed creed crooked crossbreed deed dogged embed exceed feed greed hatred heed
    hundred indeed infrared jagged kindhearted kindred knead learned misdeed naked need newlywed nosebleed nuanced
    plaited proceed quadruped ragged red reed rugged sacred screed seed shed shred sped speed stampede steed succeed
    warlike wed weed wicked wretched
"""
_STATES = """
    accustomed acquainted aged agitated alarmed alienated amazed amused anguished annoyed appalled armed ashamed
    astonished astounded awed baffled balanced bemused bewildered biased bored bound civilised civilized complicated
    composed conceited concerned conflicted confused connected content contented convinced convoluted crazed crowded
    curved damned dated dedicated delighted depressed deserted desolate destined detached detailed determined
    devastated devoted differentiated disabled disappointed discontented disgruntled disgusted disheartened
    disillusioned disinclined disinterested dismayed dispirited displeased dissatisfied distinguished distraught
    distressed drunk due elated embarrassed embittered enamored enamoured energized enraged enthused enthusiastic
    exasperated excited exhausted experienced fascinated fatigued finished fixated flabbergasted flattered flawed
    flushed frightened frustrated gone gratified heartbroken horrified impassioned impressed inclined indebted
    infatuated interested intoxicated intrigued invested irritated isolated jaded jammed limited mad married
    mistaken mixed mortified mystified nauseated nonplussed numbed obsessed opposed outdated outraged overcrowded
    overexcited overjoyed overqualified overwhelmed overworked packed panicked parched pissed pleased poised
    polarised polarized prejudiced preoccupied pronounced puzzled qualified reclusive refreshed relaxed relieved
    renowned reserved resigned retired saddened satisfied scared screwed seasoned secluded sedated shocked sickened
    skewed skilled sophisticated spellbound startled starved stoked strained stressed stuck stunned surprised
    tempted terrified thrilled tilted tired traumatised traumatized troubled twisted unwed upset varied vested
    wearied weary weathered wired worried
"""
_INTRANSITIVE = """
    arisen arrived ascended aspired awoken become been come departed died disappeared elapsed emerged escaped
    existed expired fallen faltered flourished gone graduated happened lain lasted laughed lied lingered matured
    occurred overslept persisted prevailed progressed remained resided risen seemed shone slept smiled sneezed
    stayed struggled subsided succeeded traveled travelled vanished ventured waited wept yawned
"""
_NEEDS_OBJECT = """
    abandoned abducted abolished accused acquired acquitted adopted ambushed announced appointed approved arrested
    assassinated assaulted attacked awarded banned barred beaten beheaded blamed blocked bombed booked broadcast
    built burgled buried canceled cancelled captured caught cautioned celebrated charged chosen cleared commissioned
    completed condemned confirmed convicted created criticised criticized damaged declared defeated delayed deleted
    denied deported destroyed detained detected disbanded discharged discovered dismissed displaced ditched
    downgraded driven dropped elected established evacuated evicted executed expected expelled exposed extradited
    fined fired flooded forced found freed given granted halted hanged hauled held hired honored honoured
    hospitalised hospitalized identified impeached imposed imprisoned inaugurated indicted infected injured
    installed introduced invited jailed kept kidnapped killed knocked laid launched left linked looted lost made
    mugged murdered named nominated ordered ousted outlawed overthrown overturned pardoned placed planned poisoned
    postponed probed promoted proposed prosecuted published pulled put quarantined quashed questioned raided raised
    raped recovered reinstated rejected released removed rescheduled rescued revealed robbed sacked scrapped seen
    seized selected sent sentenced served set shelved shot slain slammed sold spotted stabbed stolen stranded struck
    sued summoned suspended taken targeted thrown tipped torched torpedoed tortured trapped tried undermined
    unveiled updated upheld urged used vandalised vandalized warned withdrawn wounded
"""
_UN_VERBS = """
    unbound uncovered undercut underestimated underfunded underlined undermined underpaid underscored undersold
    understood undertaken underwritten undone undressed unearthed unfolded unified united unleashed unloaded
    unlocked unpacked unplugged unseated untied unveiled unwound unwrapped
"""


@cache
def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def is_participle(word: str) -> bool:
    """Whether a word in lower case can be a verb's past participle; those in un- mostly are adjectives."""
    if word in _words(_IRREGULAR):
        return True
    if not word.endswith("ed") or len(word) < 4 or word in _words(_NOT_VERBS):
        return False
    if "-" in word:
        return word.startswith(("re-", "co-", "pre-", "de-", "hand-", "cross-", "well-", "over-"))
    return not word.startswith("un") or word in _words(_UN_VERBS)


def is_state(word: str) -> bool:
    """Whether a participle is an adjective after “be”: nobody is said to do it (“was tired”, “is interested”)."""
    return word in _words(_STATES) or word in _words(_INTRANSITIVE)


def needs_object(word: str) -> bool:
    """Whether a participle has its object before it wherever none follows: “arrested”, and not “marched”."""
    return word in _words(_NEEDS_OBJECT)
