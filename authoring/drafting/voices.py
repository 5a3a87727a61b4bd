"""Whose words stand where: who speaks in a story, in which order, and where a paragraph would have two speakers.

Practice: a new speaker begins a new paragraph (Reuters Handbook), so that no reader has to look back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from authoring.drafting.record import Record
from authoring.trace.traced import Traced

FRAME = frozenset(("lede", "intro", "outro"))
"""Beats around the voices, whoever speaks in them."""
_SPEECH = frozenset(("quote", "reported", "statement"))
_OF_SOMEBODY = _SPEECH | {"action", "no-comment"}


def speaks(item: Record) -> str | None:
    """Public id of the source whose words, told or quoted, an item holds."""
    source = item["source"]
    return source["id"] if source is not None and item["kind"] in _SPEECH else None


def voices(beats: Iterable[Record]) -> list[Record]:
    """Who speaks, in order of their first words, each as ``source`` and ``items``.

    A beat in which one person speaks is that person's as a whole. In one with several, what is nobody's goes with
    whoever speaks next, or with the last one where nobody does. What stands in the beats of ``FRAME`` is no voice's.
    """
    found: dict[str, Record] = {}
    for beat in beats:
        if beat["slug"] in FRAME:
            continue
        waiting: list[Record] = []
        last: Record | None = None
        for item in beat["items"]:
            key = speaks(item)
            if key is None:
                waiting.append(item)
                continue
            fresh = key not in found
            voice = found.setdefault(key, Record.of({"source": item["source"], "items": []}, "voice"))
            if voice is not last:
                waiting = [each for number, each in enumerate(waiting) if number or each["kind"] != "break"]
                if not fresh:
                    waiting.insert(0, Record.of({"kind": "break", "source": None}))
            voice["items"] += [*waiting, item]
            last, waiting = voice, []
        if last is not None:
            last["items"] += waiting
    return list(found.values())


def around(beats: Sequence[Record]) -> tuple[list[Record], list[Record]]:
    """The beats that stand before the voices, and those that stand after them: what nobody says, and the frame."""
    before: list[Record] = []
    after: list[Record] = []
    heard = False
    for beat in beats:
        framed = beat["slug"] in FRAME
        if framed or not any(map(speaks, beat["items"])):
            (after if beat["slug"] == "outro" or (heard and not framed) else before).append(beat)
        else:
            heard = True
    return before, after


def centre(interviewed: object, voiced: Sequence[Record]) -> Record | None:
    """Whom a profile is of: who was interviewed, else the person with most to say."""
    listed = interviewed if isinstance(interviewed, list) else [interviewed]
    for each in listed:
        if isinstance(each, Record):
            return each
    people = [voice for voice in voiced if voice["source"]["kind"] == "person"]
    best = max(people, key=lambda voice: sum(item["kind"] == "quote" for item in voice["items"]), default=None)
    return best["source"] if best else None


def parted(items: Sequence[Record]) -> list[bool]:
    """Of each item, whether it must begin a paragraph, so that none holds a quotation beside another's words.

    A sentence of the writer's own that names the one who speaks next goes with those words.
    """
    begins = [False] * len(items)
    spoke: set[str] = set()
    quoted: set[str] = set()
    for number, item in enumerate(items):
        if item["kind"] == "break":
            spoke, quoted = set(), set()
            continue
        who = item["source"]["id"] if item["source"] is not None and _is_somebodys(item) else None
        if who is None:
            continue
        others = spoke if item["kind"] == "quote" else quoted
        if others - {who}:
            begins[_beginning(items, number, who)] = True
            spoke, quoted = set(), set()
        if item["kind"] in _SPEECH:
            spoke.add(who)
        if item["kind"] == "quote":
            quoted.add(who)
    return begins


def _is_somebodys(item: Record) -> bool:
    """Whether an item tells what one party said, did, or did not answer; an organisation speaks, a paper is read."""
    return item["kind"] in _OF_SOMEBODY or (item["kind"] == "citation" and item["source"]["kind"] == "organisation")


def _beginning(items: Sequence[Record], number: int, who: str) -> int:
    """Where the paragraph of whoever speaks in an item begins."""
    start = number
    while start > 1 and (items[start - 1]["kind"] == "question" or _names(items[start - 1], who)):
        start -= 1
    return start


def _names(item: Record, who: str) -> bool:
    if item["kind"] == "action":
        return item["source"] is not None and item["source"]["id"] == who
    text = item["text"]
    return item["kind"] == "narration" and isinstance(text, Traced) and any(run.source == who for run in text._runs)
