"""How an article names its sources: in full the first time, shortly after that.

Practice: full name, role and employer at first mention, surname later (AP Stylebook; Reuters Handbook, sourcing).
"""

from __future__ import annotations

from typing import Any

from jinja2 import pass_environment

from authoring.drafting.environment import MissingFieldError, NewsroomEnvironment
from authoring.drafting.names import surname
from authoring.drafting.record import Record
from authoring.trace.traced import Traced

_NOBODY = ("none", "retired", "self-employed")
_SAYS_WHERE = frozenset(["at", "for", "from", "in", "of", "that", "which", "who", "whom", "whose", "with"])
"""Words with which a role says more than what somebody is, so that “at EMPLOYER” cannot just follow it."""
_ARTICLES = ("a ", "an ", "the ")


@pass_environment
def speaker(environment: NewsroomEnvironment, item: Record, opening: bool = False, pronouns: bool = True) -> Record:
    """Who an item is from, as this place of the article should name them.

    Arguments: an item of the notes (or a source), whether the name opens a sentence, and whether a pronoun may stand
    for it where the notes use one. Returns a record with ``name`` and, where a person is named for the first time and
    the notes say more of them, ``role``.
    """
    source = item if "protected" in item else item.get("source")
    if source is None:
        raise MissingFieldError("this item names no source, expected a tag with a source under it", "source")
    first = source["id"] not in environment.seen
    pronoun = item.get("pronoun")
    word = str.__str__(source.get("pronoun") or "").split("/")[0].casefold()
    known = environment.latest.get(word) == source["id"]
    environment.seen.add(source["id"])
    if word:
        environment.latest[word] = source["id"]
    if pronouns and pronoun is not None and not first and known:
        name, role = pronoun, None
    elif first:
        name, role = _first(source)
    else:
        key = (source["id"], opening)
        if key not in environment.later:
            environment.later[key] = Record.of({"name": _placed(source, _later(source), opening), "role": None})
        return environment.later[key]
    return Record.of({"name": _placed(source, name, opening), "role": role})


def _placed(source: Record, name: Traced, opening: bool) -> Traced:
    """The words as the first of a sentence or inside one; a name as typed keeps its capitals."""
    if name == source["name"]:
        return name
    return _open(name) if opening else _close(name)


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
    if role is None or employer is None or employer.casefold() in _NOBODY or employer.casefold() in role.casefold():
        return role
    if _SAYS_WHERE & set(str.casefold(role).replace(",", " ").split()):
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


def _open(name: Traced) -> Traced:
    """“She”, “The spokesperson”: as the first word of a sentence."""
    return name[:1].upper() + name[1:]


def _close(name: Traced) -> Traced:
    """“she”, “the spokesperson”: inside a sentence."""
    if name.casefold().startswith(_ARTICLES) or (" " not in name and name.casefold() in _PRONOUNS):
        return name[:1].lower() + name[1:]
    return name


_PRONOUNS = frozenset(["he", "she", "they", "it"])
