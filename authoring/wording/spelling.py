"""One spelling for words that an editor may spell otherwise: British or American, contracted or not, with accents.

The spelling that comes out need not be one that anybody writes; it is only ever compared.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from authoring.text.patterns import lazy
from authoring.wording.characters import IGNORED

_PAIRS = """
'bout about, 'cause because, 'em them, 'til until, abridgement abridgment, acknowledgement acknowledgment, adaptor
adapter, advisor adviser, advisors advisers, afterwards afterward, ageing aging, airplane aeroplane, alright
allright, aluminium aluminum, amongst among, analyse analyze, annexe annex, artefact artifact, artefacts artifacts,
ax axe, backwards backward, benefitted benefited, benefitting benefiting, biassed biased, burnt burned, cancelation
cancellation, cheque check, chequered checkered, cheques checks, combatted combated, cos because, cosy cozy, cuz
because, defence defense, defences defenses, disc disk, discs disks, doctor dr, doughnut donut, doughnuts donuts,
downwards downward, draught draft, dreamt dreamed, encyclopaedia encyclopedia, enquire inquire, enquired inquired,
enquiries inquiries, enquiry inquiry, enrol enroll, enrolment enrollment, enrols enrolls, focussed focused,
focussing focusing, forwards forward, fulfil fulfill, fulfilment fulfillment, fulfils fulfills, gipsy gypsy, grey
gray, greys grays, hiccough hiccup, instalment installment, instalments installments, instil instill, jewellery
jewelry, judgement judgment, judgements judgments, kerb curb, kerbs curbs, leant leaned, leapt leaped, learnt
learned, licence license, licences licenses, likeable likable, liveable livable, loveable lovable, missus mrs,
mister mr, mollusc mollusk, mould mold, moulds molds, mouldy moldy, moustache mustache, naivety naivete, offence
offense, offences offenses, okay ok, okey ok, omelette omelet, onwards onward, outwards outward, per-cent percent,
plough plow, ploughed plowed, ploughs plows, practise practice, practised practiced, practises practices, practising
practicing, pretence pretense, professor prof, programme program, programmes programs, pyjamas pajamas, saleable
salable, sceptic skeptic, sceptical skeptical, scepticism skepticism, sceptics skeptics, sizeable sizable, skilful
skillful, smelt smelled, smoulder smolder, smouldering smoldering, spelt spelled, spilt spilled, spoilt spoiled,
storey story, storeys stories, sulphur sulfur, targetted targeted, til until, till until, towards toward, tyre tire,
tyres tires, unliveable unlivable, unshakeable unshakable, upwards upward, useable usable, versus vs, whilst while,
wilful willful, woollen woolen, worshipped worshiped, worshipper worshiper, yoghurt yogurt
"""
_SAME = dict(pair.split() for pair in _PAIRS.replace("\n", " ").strip().split(", "))
_CONTRACTED = {
    "cannot": "can not",
    "can't": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "ain not",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    "hafta": "have to",
    "kinda": "kind of",
    "sorta": "sort of",
    "lotta": "lot of",
    "outta": "out of",
    "gimme": "give me",
    "lemme": "let me",
    "dunno": "do not know",
    "y'all": "you all",
    "ya'll": "you all",
    "c'mon": "come on",
    "ma'am": "madam",
    "o'clock": "oclock",
    "let's": "let us",
    "'tis": "it is",
    "'twas": "it was",
    "i'd've": "i 'd have",
    "it'll": "it 'll",
}
_ENDINGS = lazy(r"(?P<word>.+?)(?P<end>n't|'(?:ll|re|ve|m|d|s))(?P<more>'ve)?$")
_EXPANDED = {"n't": "not", "'re": "are", "'ve": "have", "'m": "am"}
_RULES = tuple(
    (lazy(pattern), to)
    for pattern, to in (
        (r"^(.{3,})is(e|ed|es|er|ers|ing|ation|ations|ational|able)$", r"\1iz\2"),
        (r"^(.{3,})ys(e|ed|es|er|ers|ing)$", r"\1yz\2"),
        (
            r"^((?:dis|un|mis|multi)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum"
            r"|lab|neighb|od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig))our(.*)$",
            r"\1or\2",
        ),
        (r"^(.*(?:calib|cent|fib|lit|lust|meag|met|sab|somb|spect|theat))r(?:e|ed)(s|d)?$", r"\1er\2"),
        (r"^(re|)cent(?:red|ered)$", r"\1centerd"),
        (
            r"^((?:un|re)?(?:bevel|cancel|channel|chisel|counsel|dial|duel|equal|fuel|grovel|initial|jewel|label|level"
            r"|libel|marvel|model|panel|pedal|pencil|quarrel|revel|rival|shovel|shrivel|signal|snorkel|spiral|swivel"
            r"|total|towel|travel|tunnel|unravel|yodel))l(ed|er|ers|ing|or|ors|ous|ously|ery)$",
            r"\1\2",
        ),
        (r"^(ana|cata|dia|epi|mono|pro)logue(s|d)?$", r"\1log\2"),
        (r"^(an|gyn|leuk|orthop|encyclop|arch)ae(s|col|m|d|ol)(.*)$", r"\1e\2\3"),
        (r"^(h|p|medi)ae(m|d|v)(.*)$", r"\1e\2\3"),
        (r"^(man|diarrh|f|am)oe(uv|a|t|b)(.*)$", r"\1e\2\3"),
        (r"^oe(strogen|sophag)(.*)$", r"e\1\2"),
        (r"^maneuvre(.*)$", r"maneuver\1"),
    )
)
_DROPPED = dict.fromkeys(map(ord, IGNORED))


def surface(form: str) -> str:
    """A word as it stands, in the one form of its characters that Unicode has for all of them."""
    if form.isascii():
        return form
    return unicodedata.normalize("NFKC", form.translate(_DROPPED)).replace("’", "'")


def plain(word: str) -> str:
    """A surface in lower case and without accents."""
    word = word.casefold()
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return word


@cache
def spelled(word: str) -> str:
    """One spelling for all that a plain word may have."""
    if word in _SAME:
        return _SAME[word]
    for pattern, to in _RULES:
        changed = pattern.sub(to, word)
        if changed != word:
            return changed
    return word


def expanded(word: str) -> tuple[str, ...]:
    """The words of a plain word that may be contracted: “don't” is “do”, “not”.

    What could be two words stays as it is heard: “'s” is “is” or “has”, “'d” is “had” or “would”.
    """
    if word in _CONTRACTED:
        return tuple(_CONTRACTED[word].split())
    if "'" not in word or word in _SAME:
        return (spelled(word),)
    if match := _ENDINGS.match(word):
        end = _EXPANDED.get(match["end"], match["end"])
        return (*expanded(match["word"]), end, *(("have",) if match["more"] else ()))
    return (spelled(word),)
