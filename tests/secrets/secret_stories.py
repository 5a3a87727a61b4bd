"""Whole stories with secrets planted in them: notes, contacts, transcripts, templates, and articles edited by hand.

Every secret is a word that is made for one story and stands nowhere else, so that whoever finds it has found a leak.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field

ONSETS = ("Qu", "Zw", "Vr", "Kj", "Xh", "Dzh", "Gwl", "Phl", "Sk", "Tv", "Bz", "Mn", "Vl", "Zh", "Kv")
VOWELS = ("u", "ao", "yi", "oe", "ie", "au", "ui", "eo")
MIDDLES = ("zz", "ld", "ssv", "rk", "nth", "bb", "gg", "vv", "ffl", "ntr", "mpk", "xt", "zk")
ENDS = ("ovar", "ykin", "aldo", "umbel", "izko", "ethor", "ovik", "amund", "ulva", "equin", "oster", "agwen")
ROLES = ("keeper", "clerk", "porter", "warden", "surveyor")
ALIASES = ("a clerk at the works", "an engineer", "somebody who was there", "a nurse on the ward", "a former porter")
REASONS = ("who would lose the job", "who was not allowed to speak", "who feared for the pension")
OPEN = ("Ana Ruiz", "Harris Obeng", "Nora Haskett", "Tom Cole", "Greta Dolan", "Ida Kessler")
SAID = (
    "We may lose a third of the boats before the spring.",
    "I have walked up those steps since I was nine.",
    "Nobody asked us which of the two pumps was older.",
    "The roof was mended twice, and it leaks all the same.",
    "They told us on a Friday, in a letter of four lines.",
    "My father laid the stones that they are now selling.",
)
FACTS = (
    "the harbour took in 412 boats last year",
    "the council has put off the vote until May",
    "the last of the pumps was bought in 1988",
    "the bridge carries 9,000 cars a day",
)
Form = Callable[[str, str], str]
FORMS: dict[str, Form] = {
    "whole": lambda first, last: f"{first} {last}",
    "possessive": lambda first, last: f"{first} {last}’s",
    "capitals": lambda first, last: f"{first} {last}".upper(),
    "small": lambda first, last: f"{first} {last}".lower(),
    "surname": lambda first, last: f"Ms. {last}",
    "surname alone": lambda first, last: last,
    "first name": lambda first, last: first,
    "initial": lambda first, last: f"{first[0]}. {last}",
    "middle": lambda first, last: f"{first} B. {last}",
    "reversed": lambda first, last: f"{last}, {first}",
    "hyphen": lambda first, last: f"{first}-{last}".lower(),
    "joined": lambda first, last: f"{first}{last}",
    "handle": lambda first, last: f"@{first[0]}{last}".lower(),
    "mail": lambda first, last: f"{first}.{last}@works.example".lower(),
    "strong": lambda first, last: f"{first} **{last}**",
    "strong within": lambda first, last: f"{first} {last[:3]}**{last[3:]}**",
    "tag": lambda first, last: f"{first} <b>{last}</b>",
    "tag within": lambda first, last: f"{first[:2]}<i>{first[2:]}</i> {last}",
    "comment within": lambda first, last: f"{first} {last[:4]}<!-- -->{last[4:]}",
    "entity": lambda first, last: f"{first}&nbsp;{last}",
    "entities": lambda first, last: f"{first} " + "".join(f"&#{ord(char)};" for char in last),
    "hexadecimal": lambda first, last: "".join(f"&#x{ord(char):x};" for char in first) + f" {last}",
    "no-break space": lambda first, last: f"{first}\u00a0{last}",
    "zero width": lambda first, last: f"{first}\u200b {last[:3]}\u200b{last[3:]}",
    "soft hyphen": lambda first, last: f"{first[:3]}\u00ad{first[3:]} {last[:4]}\u00ad{last[4:]}",
    "joiner": lambda first, last: f"{first} {last[:2]}\u2060{last[2:]}",
    "full width": lambda first, last: "".join(
        chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in f"{first} {last}"
    ),
    "accents": lambda first, last: f"{first} {last}".replace("o", "ó").replace("u", "ü"),
    "combining": lambda first, last: f"{first} {last}".replace("a", "a\u0301").replace("i", "i\u0308"),
    "two lines": lambda first, last: f"{first}\n{last}",
    "percent": lambda first, last: f"[page](https://works.example/people/{first}%20{last})",
    "percent letters": lambda first, last: "[page](/people/" + "".join(f"%{ord(c):02x}" for c in last) + ")",
    "link": lambda first, last: f"[page](https://works.example/{first}_{last}.html)".lower(),
    "picture": lambda first, last: f"![{first} {last} at the lathe](lathe.jpg)",
    "picture file": lambda first, last: f"![the lathe]({first}-{last}.jpg)".lower(),
    "comment": lambda first, last: f"Of that more later. <!-- ask {first} {last} again -->",
    "attribute": lambda first, last: f'The lathe <span title="{first} {last}" data-who="{last}">stands</span> still.',
    "reference": lambda first, last: f"The [lathe][1] stands still.\n\n[1]: https://works.example/{first}-{last}",
    "code": lambda first, last: f"The file is called `{first}_{last}.vtt`.",
    "heading": lambda first, last: f"A word.\n\n## What {first} {last} saw\n\nAnother word.",
    "quoted": lambda first, last: f"“I have seen the books of the works,” {first} {last} said on Tuesday.",
    "cue": lambda first, last: f"{last} claimed that the books were in the safe.",
    "in a quotation": lambda first, last: f"“Ask {first} {last} about the books,” Ana Ruiz said.",
}
"""How a name may be written where somebody edits an article by hand."""


@dataclass(frozen=True)
class Person:
    """Somebody who is not to be named."""

    id: str
    first: str
    last: str
    how: str


@dataclass
class Story:
    """One story as files, and what must never be seen of it."""

    number: int
    files: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    """Each word that is secret, and what it gives away."""
    forms: list[str] = field(default_factory=list)
    """How names stand in the article that is edited by hand."""
    edits: str = ""
    """What is added to a draft by hand."""
    front: str = ""
    """A line that is added to its front matter."""
    template: str = "interview"
    telling: bool = False
    """Whether the name of its transcript is that of somebody who is not to be named."""
    speaker: str = ""
    """Somebody in the transcript who may be named."""
    mistakes: list[str] = field(default_factory=list)
    """What is wrong with the notes that are wrong."""


class Maker:
    """Makes one story; ``number`` is all the chance there is."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(f"secrets {number}")
        self.story = Story(number)

    def word(self, what: str) -> str:
        """A secret word that no other story and no language has."""
        pick = self.chance.choice
        while True:
            made = pick(ONSETS) + pick(VOWELS) + pick(MIDDLES) + pick(ENDS)
            if made.lower() not in self.story.secrets:
                self.story.secrets[made.lower()] = what
                return made

    def phrase(self, what: str) -> str:
        """Words that a chance meeting of others does not have, long enough to be known again."""
        one, two, three, four = (self.word(what).lower() for _ in range(4))
        shapes = (
            f"the {one} of the {two} went to the {three} long before anybody had seen the {four}",
            f"they hid the {one} under the {two} and paid the {three} with money of the {four}",
            f"not a single {one} was ever counted, and the {two} knew it as well as the {three} and the {four}",
        )
        return self.chance.choice(shapes)


def story(number: int) -> Story:
    """The story of this number, the same every time."""
    from secret_notes import write

    make = Maker(number)
    write(make)
    return make.story


def as_vtt(turns: list[tuple[str, str]]) -> str:
    """A WebVTT transcript."""
    times = [f"00:{4 * at // 60:02}:{4 * at % 60:02}.000" for at in range(len(turns) + 1)]
    cues = [f"{times[at]} --> {times[at + 1]}\n<v {who}>{said}</v>\n" for at, (who, said) in enumerate(turns)]
    return "WEBVTT\n\n" + "\n".join(cues)


def as_text(turns: list[tuple[str, str]]) -> str:
    """A labelled transcript."""
    return "\n\n".join(f"{who}: {said}" for who, said in turns) + "\n"


def as_json(turns: list[tuple[str, str]]) -> str:
    """A transcript as WhisperX gives it."""
    segments = [
        {"start": 4.0 * at, "end": 4.0 * at + 3, "text": said, "speaker": who} for at, (who, said) in enumerate(turns)
    ]
    return json.dumps({"segments": segments, "language": "en"}, indent=1)
