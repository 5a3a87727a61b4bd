"""How an article names its sources: in full the first time, shortly after that.

Practice: full name, role and employer at first mention, surname later (AP Stylebook; Reuters Handbook, sourcing).
"""

from __future__ import annotations

from typing import Any

from jinja2 import pass_environment
from jinja2.sandbox import SandboxedEnvironment

from authoring.drafting.environment import MissingFieldError, NewsroomEnvironment
from authoring.drafting.record import Record
from authoring.trace.traced import Traced

_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "st",
        "st.",
        "ten",
        "ter",
        "van",
        "von",
        "y",
    ]
)
_SUFFIXES = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "esq", "esq."])
_NOBODY = ("none", "retired", "self-employed")
_ARTICLES = ("a ", "an ", "the ")


@pass_environment
def speaker(environment: SandboxedEnvironment, item: Record, opening: bool = False, pronouns: bool = True) -> Record:
    """Who an item is from, as this place of the article should name them.

    Arguments: an item of the notes (or a source), whether the name opens a sentence, and whether a pronoun may stand
    for it where the notes use one. Returns a record with ``name`` and, where a person is named for the first time and
    the notes say more of them, ``role``.
    """
    assert isinstance(environment, NewsroomEnvironment)
    source = item if "protected" in item else item.get("source")
    if source is None:
        raise MissingFieldError("this item names no source, expected a tag with a source under it", "source")
    first = source["id"] not in environment.seen
    pronoun = item.get("pronoun")
    word = str.__str__(source.get("pronoun") or "").split("/")[0].casefold()
    if pronouns and pronoun is not None and not first and environment.latest.get(word) == source["id"]:
        name, role = pronoun, None
    elif first:
        name, role = _first(source)
    else:
        name, role = _later(source), None
    environment.seen.add(source["id"])
    if word:
        environment.latest[word] = source["id"]
    common = role is None and (pronoun is name or not _proper(source, name))
    if common or source["protected"] or source["kind"] == "organisation":
        name = _open(name) if opening else _close(name)
    return Record.of({"name": name, "role": role})


def _proper(source: Record, name: Traced) -> bool:
    """Whether the words are a name, which keeps its capitals, and not a description such as “The spokesperson”."""
    return bool(name == source["name"])


def _first(source: Record) -> tuple[Traced, Any]:
    if source["protected"]:
        if source["alias"] is None:
            raise _unknown(source, "alias")
        return source["alias"], source["reason"]
    if source["first"] is not None:
        return _linked(source, source["first"]), None
    if source["kind"] == "spokesperson" and source["name"] is None:
        if source["org"] is None:
            raise _unknown(source, "org")
        return "a spokesperson for " + source["org"], None
    name = _named(source)
    if source["kind"] == "organisation" and source["short"] is not None:
        name = name + " (" + source["short"] + ")"
    return _linked(source, name), _role(source)


def _linked(source: Record, name: Traced) -> Traced:
    """An outlet or document with its link, where the notes have one."""
    if source["url"] is None or source["kind"] not in ("outlet", "document"):
        return name
    return Traced.concat(("[", name, "](", source["url"], ")"))


def _role(source: Record) -> Traced | None:
    if source["kind"] == "company":
        return source["role"]  # type: ignore[no-any-return]
    if source["kind"] not in ("person", "spokesperson"):
        return None
    role: Traced | None = source["role"]
    employer: Traced | None = source["employer"] or source["org"]
    if role is None and source["kind"] == "spokesperson" and employer is not None:
        return Traced.concat(("a spokesperson for ", employer))
    if role is None or employer is None or employer.casefold() in (*_NOBODY, role.casefold()) or employer in role:
        return role
    return role + (" of " if source["kind"] == "spokesperson" else " at ") + employer


def _later(source: Record) -> Traced:
    if source["second"] is not None:
        return source["second"]  # type: ignore[no-any-return]
    if source["protected"]:
        alias: Traced = _first(source)[0]
        for article in ("a ", "an "):
            if alias.casefold().startswith(article):
                return "the " + alias[len(article) :]
        return alias
    if source["kind"] == "spokesperson" and source["name"] is None:
        return Traced("the spokesperson")
    if source["kind"] == "organisation" and source["short"] is not None:
        return source["short"]  # type: ignore[no-any-return]
    name = _named(source)
    if source["kind"] in ("person", "spokesperson") and not source["shared_surname"]:
        return surname(name)
    return name


def _named(source: Record) -> Traced:
    if source["name"] is None:
        raise _unknown(source, "name")
    name: Traced = source["name"]
    takes_the = source["kind"] == "organisation" and str(source["article"] or "") != "none"
    if takes_the and not name.casefold().startswith("the "):
        return "the " + name
    return name


def _unknown(source: Record, field: str) -> MissingFieldError:
    return MissingFieldError(f"{source.label}.{field} is not known yet", field, offset=source.place(field))


def surname(name: Traced) -> Traced:
    """The family name of a full name, with its particles: “van der Berg” of “Ana van der Berg Jr.”."""
    words: list[Any] = name.split()
    while len(words) > 1 and str.__str__(words[-1]).casefold().rstrip(",") in _SUFFIXES:
        words.pop()
    start = len(words) - 1
    while start > 1 and str.__str__(words[start - 1]).casefold() in _PARTICLES:
        start -= 1
    family = Traced.concat(
        part for number, word in enumerate(words[start:]) for part in ((" ", word) if number else (word,))
    )
    return family.rstrip(",")


def _open(name: Traced) -> Traced:
    """“She”, “The spokesperson”: as the first word of a sentence."""
    return name[:1].upper() + name[1:]


def _close(name: Traced) -> Traced:
    """“she”, “the spokesperson”: inside a sentence."""
    if name.casefold().startswith(_ARTICLES) or (" " not in name and name.casefold() in _PRONOUNS):
        return name[:1].lower() + name[1:]
    return name


_PRONOUNS = frozenset(["he", "she", "they", "it"])
