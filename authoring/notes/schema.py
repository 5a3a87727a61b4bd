"""The keys that a front matter may have, declared: what each holds, and what people write instead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Holds = Literal["text", "date", "date or text", "choice", "hint", "terms", "texts", "group", "groups", "anything"]


@dataclass(frozen=True)
class Key:
    """What the value of a key may be."""

    holds: Holds = "text"
    """``choice`` has the values of ``allowed`` only; a ``hint`` may have others, so that only near misses are wrong."""
    allowed: tuple[str, ...] = ()
    keys: Mapping[str, Key] = field(default_factory=dict)
    """Of a group: its keys."""
    partial: bool = False
    """Of a date: whether a year, or a year and month, will do."""


SOURCE_KINDS = ("person", "spokesperson", "organisation", "company", "outlet", "document")
OUTCOMES = ("no response", "declined", "statement", "pending")
STATUSES = ("proposed", "adopted", "in force")
TERMS = ("on the record", "background", "off the record", "anonymous", "approval")
YES_NO = ("true", "false", "yes", "no")
_TEXT, _TEXTS, _DATE, _ANYTHING = Key(), Key("texts"), Key("date"), Key("anything")

SOURCE: Mapping[str, Key] = {
    "name": _TEXT,
    "kind": Key("choice", SOURCE_KINDS),
    "honorific": _TEXT,
    "title": _TEXT,
    "role": _TEXT,
    "employer": _TEXT,
    "org": _TEXT,
    "first": _TEXT,
    "second": _TEXT,
    "article": Key("hint", ("none",)),
    "short": _TEXT,
    "pronoun": _TEXT,
    "stake": _TEXT,
    "knows": Key("choice", ("first-hand", "second-hand")),
    "terms": Key("terms", TERMS),
    "alias": _TEXT,
    "reason": _TEXT,
    "url": _TEXT,
    "report": _TEXT,
    "date": Key("date", partial=True),
    "status": Key("choice", STATUSES),
}
REQUEST: Mapping[str, Key] = {
    "to": _TEXT,
    "asked_by": _TEXT,
    "asked_on": _DATE,
    "how": _TEXT,
    "about": _TEXT,
    "outcome": Key("choice", OUTCOMES),
}
CORRECTION: Mapping[str, Key] = {
    "date": _DATE,
    "where": _TEXT,
    "was": _TEXT,
    "is": _TEXT,
    "text": _TEXT,
}
CORRECTS: Mapping[str, Key] = {
    "headline": _TEXT,
    "about": _TEXT,
    "published": _DATE,
    "place": _TEXT,
    "url": _TEXT,
}
INTERVIEW: Mapping[str, Key] = {
    "with": _TEXTS,
    "when": Key("date or text"),
    "how": _TEXT,
    "recording": _TEXTS,
    "transcript": _TEXTS,
    "terms": Key("terms", TERMS),
    "edited": Key("choice", YES_NO),
}
FRONT: Mapping[str, Key] = {
    "kind": Key("hint", ("interview", "qa", "brief", "news", "profile", "roundup", "correction")),
    "slug": _TEXT,
    "headline": _TEXT,
    "dek": _TEXT,
    "kicker": _TEXT,
    "byline": _TEXTS,
    "byline_position": Key("choice", ("start", "end")),
    "published": _DATE,
    "asof": _DATE,
    "dateline": Key("group", keys={"place": _TEXT, "date": _DATE}),
    "story": _TEXT,
    "house": _TEXT,
    "lang": _TEXT,
    "publication": Key("group", keys={"name": _TEXT, "breadcrumb": _TEXTS}),
    "ai": _ANYTHING,
    "terms": _ANYTHING,
    "interview": Key("group", keys=INTERVIEW),
    "sources": Key("groups", keys=SOURCE),
    "requests": Key("groups", keys=REQUEST),
    "corrections": Key("groups", keys=CORRECTION),
    "corrects": Key("group", keys=CORRECTS),
    "image": Key("group", keys={"file": _TEXT, "alt": _TEXT, "credit": _TEXT, "made_with": _TEXT}),
}
INSTEAD: Mapping[str, str] = {
    "title": "headline",
    "author": "byline",
    "subtitle": "dek",
    "standfirst": "dek",
    "summary": "dek",
    "date": "published",
    "people": "sources",
    "contacts": "requests",
}
"""What other programs call our keys; only at the top, where the wrong word does no harm but is lost."""
TAG_KEYS = ("manner", "lead", "to", "citing", "cites", "about", "see", "heard", "via", "status")
RESERVED = ("untagged", "same statement", "off the record", "background", "known")
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "his", "hers", "their", "its"})
"""Words that cannot be an id, because in a tag they point at somebody named before."""
