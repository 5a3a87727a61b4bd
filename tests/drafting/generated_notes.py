"""Whole notes files as text: empty ones, ordinary ones, and those full of what breaks programs.

``collected`` makes the same ones every time, ``notes_files`` is a strategy of hypothesis's. *Ordinary* notes have the
words of a newsroom in every form that notes know, *scripts* those of other scripts and directions, emoji and controls,
and *marks* whatever else breaks programs: what looks like Jinja, Markdown, HTML or YAML, quotation marks and brackets
that nobody closes. What must never be printed holds a word that begins with ``SENTINEL``.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from typing import Any

import generated_words as bank
from hypothesis import strategies as st

SENTINEL = "Zqx"
MANNERS = ("ordinary", "scripts", "marks")
LEVELS = ("minimal", "some", "some", "some", "full", "many")
"""How much a file has: nothing but what it must, some of all, every key, or 30 sources and more."""
KINDS = ("person", "person", "person", "spokesperson", "organisation", "company", "outlet", "document", "")
TERMS = ("on the record", "approval", "")
HIDDEN = ("anonymous", "background", "off the record")
OUTCOMES = ("no response", "declined", "statement", "pending", "")
_BLOCKS = {
    "scripts": (
        (0xC0, 0xFF),
        (0x300, 0x36F),
        (0x410, 0x44F),
        (0x5D0, 0x5EA),
        (0x621, 0x64A),
        (0x4E00, 0x4E80),
        (0x1F600, 0x1F640),
    ),
    "marks": (
        (0x21, 0x3B),
        (0x3D, 0x5B),
        (0xA1, 0xBF),
        (0x200B, 0x2027),
        (0x202A, 0x206F),
        (0x2E80, 0x2EFF),
        (0xE000, 0xE010),
    ),
}
"""From where random characters are taken."""


class Maker:
    """Makes one file, line by line; ``pick(n)`` gives a number below ``n``, and is all the chance there is."""

    def __init__(self, pick: Callable[[int], int], manner: str) -> None:
        self.pick, self.manner, self.hostile = pick, manner, manner != "ordinary"
        self.level = self.one(LEVELS)
        self.kinds: dict[str, str] = {}
        self.pronouns: dict[str, str] = {}
        self.protected: set[str] = set()
        self.secret: set[str] = set()
        self.nameless: set[str] = set()
        self.spoken: set[str] = set()
        self.last = ""
        self.requests: list[tuple[str, str, str]] = []
        self.secrets = 0
        self.used: set[str] = set()

    def one(self, choices: Any) -> Any:
        """One of these."""
        return choices[self.pick(len(choices))]

    def often(self, part: int = 2) -> bool:
        """Whether something is there: in full files always, in minimal ones never, else one time in ``part``."""
        if self.level in ("minimal", "full"):
            return self.level == "full"
        return self.pick(part) == 0

    def rarely(self, part: int = 8) -> bool:
        """One time in ``part``, in all files."""
        return self.pick(part) == part - 1

    def hidden(self) -> str:
        """A word that must never be printed."""
        self.secrets += 1
        return f"{SENTINEL}{self.secrets}"

    def within(self, least: int, most: int) -> int:
        """A number between these, both included."""
        return least + self.pick(most - least + 1)

    def words(self, ordinary: tuple[str, ...], odd: str = "words") -> str:
        """Words of a kind; in hostile files mostly odd ones among plain ones."""
        if not self.hostile or self.rarely(4):
            return self.fresh(ordinary)
        if self.manner == "scripts" and odd == "who":  # else nobody could tell who is meant
            return self.fresh(ordinary)
        choices = bank.ODD[self.manner, "words" if odd == "who" else odd]
        if self.manner == "scripts" and odd == "names":
            return self.fresh(choices)
        if self.rarely(5):
            pieces = ["".join(chr(self.within(*self.one(_BLOCKS[self.manner]))) for _ in range(1 + self.pick(20)))]
        else:
            pieces = [self.one(choices + bank.PLAIN) for _ in range(1 + self.pick(6))]
        # in other scripts with words that only this place has
        return " ".join(pieces if self.manner == "marks" and not self.rarely(3) else [*pieces, self.fresh(ordinary)])

    def fresh(self, ordinary: tuple[str, ...]) -> str:
        """One of these that the file does not have yet, as long as there is one."""
        at = self.pick(len(ordinary))
        turned = ordinary[at:] + ordinary[:at]
        chosen = next((words for words in turned if words not in self.used), turned[0])
        self.used.add(chosen)
        return chosen

    def body(self, ordinary: tuple[str, ...], *, first: bool = True, quote: bool = False) -> str:
        """Words as they stand in the body, now and then with a private comment among them."""
        typed = bank.in_the_body(self.words(ordinary, "body"), first=first, quote=quote)
        return f"{typed} <!-- {self.hidden()} -->" if self.rarely(20) else typed

    def value(self, ordinary: tuple[str, ...], odd: str = "words") -> str:
        """A value of the front matter, as typed."""
        said = self.words(ordinary, odd)
        return bank.as_yaml(said if said.strip() else "odd", self.one(("plain", "single", "double")))

    def day(self) -> str:
        """A date."""
        year, month = self.within(2024, 2026), self.one(("01", "03", "05", "09", "12"))
        return f"{year}-{month}-{self.one(('01', '10', '28'))}"

    def id(self) -> str:
        """A source that may be used."""
        return str(self.one(list(self.kinds)))


def front(make: Maker) -> list[str]:
    """The front matter without its sources and requests."""
    lines = [] if make.rarely(60) else [f"headline: {make.value(bank.HEADLINES)}"]
    for key in ("dek", "kicker", "story"):
        if make.often():
            lines.append(f"{key}: {make.value(bank.DEKS)}")
    if make.often():
        names = [make.value(bank.NAMES, "who") for _ in range(make.one((1, 1, 2, 3)))]
        lines.append(f"byline: {names[0]}" if len(names) == 1 else f"byline: [{', '.join(map(quoted, names))}]")
    if make.often():
        lines.append(f"byline_position: {make.one(('start', 'end'))}")
    for key in ("published", "asof"):
        if make.often():
            lines.append(f"{key}: {make.day()}")
    if make.often():
        lines += ["dateline:", f"  place: {make.value(('Tarn Hill', 'Salem, Oregon'))}", f"  date: {make.day()}"]
    if make.often():
        lines += ["image:", "  file: wall.jpg", f"  alt: {make.value(bank.NARRATED)}"]
        lines += [f"  credit: {make.value(bank.NAMES)}"] if make.often() else ["  credit:"]
    if make.often(3):
        lines.append(make.one(("ai: none", "ai: [one, two]", "ai: {transcribed: Otter, drawn: none}", "")))
        lines[-1] = lines[-1] or f"ai: {make.value(bank.NARRATED)}"
    if make.often(3):
        lines.append(f"terms: [{quoted(make.value(bank.BODIES))}, NATO]")
    return [f"{line} # {make.hidden()}" if make.rarely(15) else line for line in lines]


def quoted(value: str) -> str:
    """A value that may stand in brackets."""
    return value if value[0] in "'\"" else f"'{value}'"


def sources(make: Maker) -> list[str]:
    """``sources:`` and ``interview:``."""
    counts = {"minimal": (0, 1, 2), "many": (30, 36)}
    lines = []
    for number in range(make.one(counts.get(make.level, (1, 2, 3, 5, 8)))):
        hostile_id = make.hostile and make.rarely(6)
        kind = make.one(KINDS)
        if not make.rarely(7):
            lines += source(make, f"источник-{number}" if hostile_id else f"s{number}", kind)
        else:
            lines += hidden_source(make, f"{SENTINEL.casefold()}-{number}", kind)
    shown = [] if lines else ["sources: {}"]
    if make.kinds and make.often(3):
        shown += ["interview:", f"  with: {make.id()}", f"  when: {make.day()}", f"  edited: {make.one(('yes', 'no'))}"]
    return shown + (["sources:", *lines] if lines else [])


def source(make: Maker, id_: str, kind: str) -> list[str]:
    """A source that may be named."""
    make.kinds[id_] = kind or "person"
    lines = [f"  {id_}:"] + ([f"    kind: {kind}"] if kind else [])
    bodies = [other for other, theirs in make.kinds.items() if theirs in ("organisation", "company") or make.hostile]
    banks = {"organisation": bank.BODIES, "outlet": bank.PAPERS, "document": bank.PAPER_TRAIL, "company": bank.BODIES}
    if kind == "spokesperson":
        make.nameless.add(id_)
        lines.append(f"    org: {make.value(bank.BODIES, 'who')}")
    if kind != "spokesperson" or make.often():
        if make.rarely(80):
            make.nameless.add(id_)
        else:
            named = make.value(banks.get(kind, bank.NAMES), "names")
            lines.append(f"    name: {named}")
    if kind in ("", "person", "spokesperson", "company") and make.often():
        lines.append(f"    role: {make.value(bank.ROLES, 'who')}")
    if kind in ("", "person") and make.often(3):
        lines.append(f"    employer: {make.one((*bodies, 'none', 'retired', 'Delta Water'))}")
    if kind in ("", "person", "spokesperson") and make.often():
        pronoun = make.one(("she", "he", "they", "she/her"))
        make.pronouns[id_] = pronoun
        lines.append(f"    pronoun: {pronoun}")
        if make.often(4):
            lines.append(f"    honorific: {make.one(('Dr', 'Dr.', 'Prof', 'Mr', 'Sir'))}")
    if (make.hostile or kind == "document") and make.often(6):
        lines.append(f"    first: {make.value(('the yearly report', 'a report on the pumps', 'the minutes'), 'who')}")
    if (make.hostile or kind == "document") and make.often(6):
        lines.append(f"    second: {make.value(('the report', 'the record'), 'who')}")
    if (make.hostile or kind in ("organisation", "outlet")) and make.often(5):
        lines.append(f"    article: {make.one(('none', 'the'))}")
    if make.often(4):
        lines.append(f"    short: {make.value(('HT', 'GUM'), 'who')}")
    if make.often(3):
        lines.append(
            f"    url: {quoted(make.one(('https://a.example/b', 'https://a.example/x_(y)?q=1#z', 'https://a b/')))}"
        )
    if make.often(3):
        lines += [f"    stake: {make.value(bank.CLAIMS)}", f"    date: {make.one(('2025', '2025-03', make.day()))}"]
    if term := make.one(TERMS if kind in ("", "person", "spokesperson") else TERMS[:1]):
        lines.append(f"    terms: {term}")
    return lines


def hidden_source(make: Maker, id_: str, kind: str) -> list[str]:
    """A source that may not be named; all but the alias and the reason is private."""
    make.kinds[id_] = kind or "person"
    make.protected.add(id_)
    term = make.one(HIDDEN)
    if term == "off the record":
        make.secret.add(id_)
    lines = [f"  {id_}:", f"    name: {make.hidden()} {make.hidden()}", f"    terms: {term}"]
    lines += [f"    kind: {kind}"] if kind else []
    lines += [
        f"    {key}: {make.hidden()}" for key in ("role", "org", "first", "short", "stake", "employer") if make.often()
    ]
    lines += [f"    url: https://{make.hidden()}.example/"] if make.often(3) else []
    if make.rarely(25):
        make.nameless.add(id_)
    else:
        alias = make.value(("a nurse on the ward", "an engineer at the dam", "someone who was there"), "who")
        lines.append(f"    alias: {alias}")
    if make.often():
        lines.append(f"    reason: {make.value(('who feared for the job', 'who was not allowed to speak'), 'who')}")
    return lines


def requests(make: Maker) -> list[str]:
    """``requests:``, with every outcome."""
    lines = ["requests:"]
    for _ in range(make.one((0, 1, 2, 4)) if make.kinds else 0):
        to, outcome, day = make.id(), make.one(OUTCOMES), make.day() if make.often() else ""
        make.requests.append((to, outcome, day))
        lines += [f"  - to: {to}", f"    outcome: {outcome}"] + ([f"    asked_on: {day}"] if day else [])
        if make.often():
            lines.append(f"    asked_by: {make.one(('The Ledger', make.id()))}")
        if make.often():
            lines.append(f"    how: {make.value(('email', 'two emails', 'by phone', 'phone', 'a letter'))}")
        if make.often():
            lines.append(f"    about: {make.value(bank.PHRASES)}")
    return lines if len(lines) > 1 else ["requests: []"]


def written(pick: Callable[[int], int], manner: str) -> str:
    """The text of a notes file."""
    from generated_beats import beats

    make = Maker(pick, manner)
    kind = make.one(("interview", "qa", "brief", "news", "profile", ""))
    lines = ["---", f"kind: {kind}", *front(make), *sources(make), *requests(make), "---", "", *beats(make)]
    end = "\r\n" if make.rarely(6) else "\n"
    return ("\ufeff" if make.rarely(15) else "") + end.join(lines) + end


@st.composite
def notes_files(draw: Callable[[Any], Any], manner: str) -> str:
    """Files as hypothesis chooses them, others in each run."""
    return written(lambda below: int(draw(st.integers(0, below - 1))), manner)


@cache
def collected(count: int, manner: str) -> list[str]:
    """So many different files, the same every time."""
    chance = random.Random(f"{manner} 20261122")
    made: dict[str, None] = {}
    while len(made) < count:
        made.setdefault(written(chance.randrange, manner))
    return list(made)
