"""The beats of generated notes: every kind of item, and every kind of tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import generated_words as bank

if TYPE_CHECKING:
    from generated_notes import Maker

_KINDS = (
    "quote",
    "quote",
    "quote",
    "fact",
    "fact",
    "reported",
    "question",
    "action",
    "narration",
    "no-comment",
    "break",
    "off",
)
_WHOLE = ("untagged", "same statement", "background", "known", " by")
"""Tags under which words are a sentence of their own."""


def beats(make: Maker) -> list[str]:
    """The body of a file."""
    lines: list[str] = []
    counts = {"minimal": (0, 1), "full": (3, 6), "many": (8, 12)}
    for number in range(make.one(counts.get(make.level, (1, 2, 3, 5)))):
        if number or not make.rarely(6):
            lines += [f"## {make.body(bank.HEADINGS, first=False)}"]
            make.last = ""
        for _ in range(make.one((1, 2, 4, 7))):
            lines += item(make, make.one(_KINDS))
            if make.rarely(10):
                lines += [f"<!-- {make.hidden()}", f"{make.hidden()} -->"]
            lines += [""] if make.rarely(3) else []
        lines.append("")
    return lines


def item(make: Maker, kind: str) -> list[str]:
    """One item with its tag."""
    if kind == "break":
        return ["+"]
    if kind == "question":
        return [f"? {make.body(bank.QUESTIONS)}"]
    if kind == "action":
        return [f"* {make.body(bank.SEEN)}"]
    if kind == "narration":
        return ["", narration(make), ""]
    if kind == "no-comment":
        return no_comment(make)
    if kind == "off":
        return off_the_record(make)
    if kind == "quote":
        lines = quote(make)
    elif kind == "reported":
        lines = [f"~ {make.body(bank.REPORTED)}"]
    else:
        lines = [f"- {make.body(bank.CLAIMS)}"] + ([f"  {make.body(bank.PHRASES)}"] if make.rarely(12) else [])
    untagged = not make.kinds or (make.rarely(5) and kind == "fact")
    tagged = "" if untagged else tag(make, kind)
    if not untagged and make.last in make.secret:
        return [f"{lines[0][:2]}{make.hidden()} {make.hidden()}", tagged]
    if kind != "quote" and (untagged or any(word in tagged for word in _WHOLE)):
        lines[0] = lines[0][:2] + lines[0][2:3].upper() + lines[0][3:]
    return [*lines, tagged]


def narration(make: Maker) -> str:
    """The writer's own words, with dates and fields in braces."""
    said = make.body(bank.NARRATED)
    if make.rarely(5):
        said += f" It began on {{{make.day()}}}."
    if make.kinds and make.rarely(5):
        named = make.id()
        said += "" if named in make.nameless else f" It was {{{named}}} who asked."
    return said


def quote(make: Maker) -> list[str]:
    """What somebody said, in one paragraph or more, with or without a place for the attribution."""
    lines = [f"> {make.body(bank.SPOKEN, quote=True)}"]
    if make.rarely(3):
        lines[0] += f" {make.one(('//', '//', '//,', '//.'))} {make.body(bank.SPOKEN, first=False, quote=True)}"
    for _ in range(make.one((0, 0, 0, 1, 2))):
        lines += [">"] if make.rarely(2) else []
        lines.append(f"> {make.body(bank.SPOKEN, quote=True)}")
    return lines


def no_comment(make: Maker) -> list[str]:
    """The line that says who did not answer, where one may stand."""
    latest: dict[str, tuple[str, int, str]] = {}
    for number, (to, outcome, day) in enumerate(make.requests):
        latest[to] = max(latest.get(to, ("", -1, "")), (day, number, outcome))
    may = [to for to, (_, _, outcome) in latest.items() if outcome != "statement"]
    return [f"x {make.one(may)}"] if may else ["+"]


def off_the_record(make: Maker) -> list[str]:
    """What must never be printed."""
    mark = make.one(("> ", "~ ", "- ", "? "))
    who = f"{make.id()} | " if make.kinds and not make.rarely(4) else ""
    more = f" | manner: {make.hidden()}" if who and make.rarely(3) else ""
    return [f"{mark}{make.hidden()} {make.hidden()}", f"— {who}off the record{more}"]


def tag(make: Maker, kind: str) -> str:
    """A tag for an item of this kind."""
    id_ = make.id()
    reserved = make.one(("",) * 12 + ("untagged", "same statement", "background", "known"))
    if kind == "quote" and reserved and make.last != id_ and make.manner != "marks":
        reserved = ""  # nobody could tell whose words they are
    make.last = id_
    if reserved == "same statement" and id_ not in make.spoken:
        reserved = "untagged"
    make.spoken.add(id_)
    cites = kind == "fact" and make.kinds[id_] in ("outlet", "document", "organisation")
    verb = make.one((*bank.VERBS, "")) if not cites else make.one(bank.CITING)
    parts = [pronoun(make, id_), reserved or verb]
    if make.rarely(3):
        parts.append(make.one(("00:01:10", "1:02:03", "12:41")))
    if make.rarely(3):
        parts.append(make.day())
    if make.rarely(8):
        parts.append(make.one(("p. 12", "pp. 3-4")))
    if make.rarely(12):
        parts.append(f"manner: {around(make, 'without looking up', 'after a pause')}")
    if make.rarely(12):
        parts.append(f"lead: {around(make, 'Turning to the wall,', 'At the quay,')}")
    if make.rarely(8):
        parts.append(f"{make.one(('to', 'citing', 'citing', 'about', 'cites'))}: {make.id()}")
    if make.rarely(8):
        parts.append(f"via: {make.one(('call', 'email', 'on the radio', 'statement', 'a podcast'))}")
    if make.rarely(8):
        parts.append(make.one(("heard: yes", "heard: no", "status: proposed", "see: brief#the-wall")))
    if make.manner == "marks" and make.rarely(12):
        parts = [part for part in parts if part != verb] + ["said \\{\\{ 7*191919 }} \\{% x %}"]
    dash = make.one(("—", "—", "--", "–"))
    return f"{'  ' if make.rarely(4) else ''}{dash} {' | '.join(part for part in parts if part)}"


def around(make: Maker, *ordinary: str) -> str:
    """Words of the writer's around a quotation; in other scripts they could be taken for the speaker's name."""
    return make.body(ordinary, first=False) if make.manner == "marks" else str(make.one(ordinary))


def pronoun(make: Maker, id_: str) -> str:
    """The id, or a pronoun where only one source of the file has it."""
    own = make.pronouns.get(id_, "")
    if own in ("she", "he", "they") and make.rarely(3):
        alike = [other for other, theirs in make.pronouns.items() if theirs.startswith(own)]
        return own if alike == [id_] else id_
    return id_
