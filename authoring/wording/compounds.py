"""Which words may be written as one, with a hyphen, or as two: “web site”, “website”; but not “Americawill”."""

from __future__ import annotations

from authoring.text.patterns import lazy

_CLOSED = frozenset(
    """ahold alright allright already altogether anybody anyhow anymore anyone anyplace anything anytime anyway anyways
    anywhere backup bedrock birthday cannot cellphone checkup cyberattack cybersecurity daycare database dataset email
    everybody everyday everyone everything everywhere firefighter firsthand forever goodbye grandkids groundwater
    halfway healthcare homeland homepage hotspot icecream indepth inside into ironworks landline lifelong lineup
    livestock longterm longtime meantime meanwhile middleclass midterm nonprofit northeast northwest online
    offline onto overall paycheck percent postwar prewar rainforest saltwater freshwater secondhand setback
    smartphone softball somebody someday somehow someone someplace something sometime sometimes somewhat somewhere
    southeast southwest stepfather stepmother takeover teenager thankyou timeout toolkit underway upfront videogame
    wastewater webcam webcast webinar weekend wellbeing wildlife worldwide""".split()
)
_HEADS = lazy(
    r"(?P<first>.{3,}?)(?:base|boat|book|break|care|day|down|fall|field|fighters?|force|front|ground|guard|holders?|house|houses|keepers?"
    r"|land|line|lines|makers?|making|mate|mates|men|man|woman|women|owners?|page|pages|paper|papers|payers?|people|place"
    r"|places|post|proof|room|rooms|set|sets|shop|shops|side|site|sites|space|stream|time|times|town|ware|water|way|ways"
    r"|wide|work|workers?|works|yard)"
)
_NO_FIRST = frozenset(
    """all and any are but did for from good had has have her him his how its may many most much new not old one our own
    she that the their them these they this those two was way were what when where which who will with you
    your""".split()
)
"""Words that begin no compound: “thepeople” is a slip of the hand."""
_OTHER_WORDS = frozenset(
    "recover recovered recovering recreate recreated recreation reform reformed reforming release released represent "
    "represented resent reserve reserved resign resigned resigning resort resorted resound retreat retreated relay "
    "remark remarked repress repressed react unionized unionised".split()
)
"""Words that mean something else with a hyphen: “re-sign” is no “resign”."""


def may_close(closed: str, hyphen: bool) -> bool:
    """Whether a word may also be written as its parts: with ``hyphen`` between them, or else with a space."""
    if hyphen:
        return closed not in _OTHER_WORDS
    if closed in _CLOSED:
        return True
    match = _HEADS.fullmatch(closed)
    return match is not None and match["first"] not in _NO_FIRST
