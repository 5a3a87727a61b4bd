"""What kind of source somebody is, by the words that name them; nothing where the words do not tell."""

from __future__ import annotations

from authoring.prose.attribution.first_names import pronouns
from authoring.text.patterns import lazy

SPEAKS_FOR = lazy(r"\bspokes(?:man|woman|person|people|men|women)\b", 2)
_OUTLET = lazy(
    r"\b(?:Times|Herald|Post|News|Journal|Tribune|Gazette|Courier|Chronicle|Telegraph|Observer|Magazine|Weekly|Daily"
    r"|Guardian|Bulletin|Echo|Radio|Television|Wire|Register|Examiner|Sentinel|Inquirer|Dispatch|Globe)$"
    r"|^(?:The )?(?:BBC|CNN|AP|AFP|NPR|ABC|CBS|NBC|PBS|ITV|Reuters|Bloomberg|Politico|Axios|Xinhua|Wikinews"
    r"|Associated Press|Al Jazeera|Fox News|Sky News|Le Monde|Der Spiegel)$"
)
_DOCUMENT = lazy(
    r"\b(?:report|stud(?:y|ies)|survey|paper|audit|document|letter|memo|memorandum|filing|lawsuit|complaint|bill|poll"
    r"|analysis|statement|release|guide|guidance|website|blog|article|post|book|order|ruling|census|review|assessment"
    r"|strategy|handbook|manual|index|act|law|policy|results|figures|statistics|findings|data|research)s?$",
    2,
)
_COMPANY = lazy(r"\b(?:Inc|Corp|Corporation|Ltd|LLC|plc|PLC|GmbH|Co|Company|AG|S\.A)\.?$")
_BODY = lazy(
    r"\b(?:Academy|Administration|Agency|Alliance|Assembly|Association|Authority|Bank|Board|Bureau|Cent(?:er|re)|Chamber"
    r"|Church|City|Coalition|College|Commission|Committee|Congress|Council|County|Court|Department|Federation|Force"
    r"|Foundation|Fund|Government|Group|Hospital|House|Initiative|Institut(?:e|ion)|Laborator(?:y|ies)|League|Library"
    r"|Ministry|Museum|Nations|Network|Office|Organi[sz]ation|Parliament|Party|Police|School|Senate|Service|Society|States"
    r"|Team|Trust|Union|University)s?\b"
)
_LETTERS = lazy(r"[A-Z][A-Z&.\d]{1,9}")
_BODY_NOUN = lazy(
    r"\b(?:agency|association|authorities|authority|bank|board|bureau|campaign|charity|church|city|club|college|commission"
    r"|committee|company|congress|council|court|department|firm|foundation|government|group|hospital|institute|jury"
    r"|military|ministry|network|office|organi[sz]ation|panel|parliament|party|police|school|senate|service|society|team"
    r"|trust|union|university|white house)$",
    2,
)

BEHIND = lazy(r"\s(?:of|from|by|in|on|at|for|with|to|that|which|who|and|(?!news)\w{3,}ing|\w{3,}ed)\s", 2)


def kind_of(name: str) -> str:
    """The kind that a name tells; empty where it may be a person or not."""
    bare = name.removeprefix("The ").removeprefix("the ")
    if _OUTLET.search(name):
        return "outlet"
    if _COMPANY.search(name):
        return "company"
    if _BODY.search(bare) or _LETTERS.fullmatch(bare):
        return "organisation"
    if _DOCUMENT.search(bare):
        return "document"
    first, _, rest = bare.partition(" ")
    return "person" if rest and first.lower() in pronouns() else ""


def kind_called(words: str) -> str:
    """The kind of somebody without a name, by the noun: “the report”, “a spokesman for the city”, “one resident”."""
    if SPEAKS_FOR.search(words):
        return "spokesperson"
    head = BEHIND.split(words, 1)[0].strip()
    if _DOCUMENT.search(head):
        return "document"
    if _BODY_NOUN.search(head):
        return "organisation"
    return "person"
