"""How an article names its sources: in full the first time, shortly after that.

Practice: full name, role and employer at first mention, surname later (AP Stylebook; Reuters Handbook, sourcing).
"""

from __future__ import annotations

from typing import Any

from jinja2 import pass_environment

from authoring.config.conventions import Conventions
from authoring.drafting.environment import MissingFieldError, NewsroomEnvironment
from authoring.drafting.names import surname
from authoring.drafting.naming import Naming
from authoring.drafting.record import Record
from authoring.text.patterns import lazy
from authoring.trace.traced import Traced

_NOBODY = ("none", "retired", "self-employed")
_SAYS_WHERE = frozenset(["at", "for", "from", "in", "of", "that", "which", "who", "whom", "whose", "with"])
"""Words with which a role says more than what somebody is, so that “at EMPLOYER” cannot just follow it."""
_ARTICLES = ("a ", "an ", "the ")
_ODD_URL = lazy(r"[\s()]")


@pass_environment
def speaker(
    environment: NewsroomEnvironment,
    item: Record,
    opening: bool = False,
    pronouns: bool = True,
    passing: bool = False,
) -> Record:
    """Who an item is from, as this place of the article should name them.

    Arguments: an item of the notes (or a source), whether the name opens a sentence, whether a pronoun may stand for
    it where the notes use one, and whether the place has no room for a role; the next place that has prints it.
    Returns a record with ``name`` and, where a person is introduced and the notes say more of them, ``role``.
    """
    itself = "protected" in item
    source = item if itself else item.get("source")
    if source is None:
        raise MissingFieldError("this item names no source, expected a tag with a source under it", "source")
    key = source["id"]
    naming = environment.naming
    first = key not in naming.seen
    pronoun = None if itself else item.get("pronoun")
    known = naming.last_named(key)
    naming.name(key)
    owed = first or key in naming.owed or _unexplained(naming, source)
    if passing:
        naming.owed |= {key} if first else set()
        owed = False
    else:
        naming.owed.discard(key)
        naming.justified.add(key)
        naming.told = key
    if pronouns and pronoun is not None and not first and known:
        return Record.of({"name": _placed(source, pronoun, opening), "role": None})
    house = environment.conventions
    if first or not _explained(naming, source):
        name, role = _first(source, opening, house)
        naming.explain(key, source["short"] if source["kind"] == "organisation" else None)
        return Record.of({"name": name, "role": role if owed else None})
    if owed:
        return Record.of({"name": _placed(source, _later(source, house), opening), "role": _role(source)})
    if passing and _unnamed(source) and source["second"] is None:
        return Record.of({"name": _placed(source, "the spokesperson for " + _org(source), opening), "role": None})
    if (key, opening) not in naming.later:
        naming.later[key, opening] = Record.of({"name": _placed(source, _later(source, house), opening), "role": None})
    return naming.later[key, opening]


@pass_environment
def continues(environment: NewsroomEnvironment, item: Record) -> bool:
    """Whether an item goes on from the words of its source, so that nobody takes it for another's."""
    return item["source"] is None or environment.naming.told == item["source"]["id"]


@pass_environment
def introduced(environment: NewsroomEnvironment, source: Record) -> bool:
    """Whether the article has named a source already."""
    return source["id"] in environment.naming.seen


def _unexplained(naming: Naming, source: Record) -> bool:
    """Whether a source without a name still needs the reason, which the writer's naming it does not give."""
    if not source["protected"] or source["reason"] is None or source["id"] in naming.justified:
        return False
    return not naming.has_read(source["id"], source["reason"])


def _explained(naming: Naming, source: Record) -> bool:
    """Whether a later mention may use the short form of an organisation, because the article has given it."""
    short = source["short"]
    if short is None or source["kind"] != "organisation" or source["second"] is not None:
        return True
    return naming.explained(source["id"], short)


def _placed(source: Record, name: Traced, opening: bool) -> Traced:
    """The words as the first of a sentence or inside one; a name as typed keeps its capitals."""
    if source["name"] is not None and name.startswith(source["name"]):
        return name
    return _open(name) if opening else _close(name)


def _first(source: Record, opening: bool, house: Conventions) -> tuple[Traced, Any]:
    if source["protected"]:
        return _placed(source, _alias(source), opening), _role(source)
    if source["first"] is not None:
        return _linked(source, _placed(source, source["first"], opening)), None
    if _unnamed(source):
        return _placed(source, "a spokesperson for " + _org(source), opening), None
    name = _entitled(source, _named(source), house)
    if source["kind"] == "organisation" and source["short"] is not None:
        name = name + " (" + source["short"] + ")"
    return _linked(source, _placed(source, name, opening)), _role(source)


def _unnamed(source: Record) -> bool:
    """Whether somebody speaks for an organisation and has no name of their own."""
    return source["kind"] == "spokesperson" and source["name"] is None and not source["protected"]


def _alias(source: Record) -> Traced:
    if source["alias"] is None:
        raise _unknown(source, "alias")
    return source["alias"]  # type: ignore[no-any-return]


def _org(source: Record) -> Traced:
    if source["org"] is None:
        raise _unknown(source, "org")
    return source["org"]  # type: ignore[no-any-return]


def _linked(source: Record, name: Traced) -> Traced:
    """An outlet or document with its link, where the notes have one."""
    url = source["url"]
    if url is None or source["kind"] not in ("outlet", "document"):
        return name
    if _ODD_URL.search(url):
        return Traced.concat(("[", name, "](<", url, ">)"))
    return Traced.concat(("[", name, "](", url, ")"))


def _role(source: Record) -> Traced | None:
    if source["protected"]:
        return source["reason"]  # type: ignore[no-any-return]
    if source["first"] is not None or _unnamed(source):
        return None
    if source["kind"] == "company":
        return source["role"]  # type: ignore[no-any-return]
    if source["kind"] not in ("person", "spokesperson"):
        return None
    role: Traced | None = source["role"]
    employer: Traced | None = source["employer"] or source["org"]
    if role is None and source["kind"] == "spokesperson" and employer is not None:
        return Traced.concat(("a spokesperson for ", employer))
    if employer is None or employer.casefold() in _NOBODY:
        return role
    if role is None:
        return "of " + employer
    if str.casefold(employer).removeprefix("the ") in str.casefold(role):
        return role
    if _SAYS_WHERE & set(str.casefold(role).replace(",", " ").split()):
        return role
    return role + (" of " if source["kind"] == "spokesperson" else " at ") + employer


def _entitled(source: Record, name: Traced, house: Conventions) -> Traced:
    """A full name with what the house puts before it: “Mayor Ana Ruiz”, or “Dr Ana Ruiz”.

    An office comes before a title of courtesy, as no style has both; a name that begins with either has it already.
    """
    before = _shortened(source["title"], house)
    if before is None and house.honorifics != "none":
        before = _honorific(source, house)
    if before is None or str.casefold(name).startswith(str.casefold(before).rstrip(".")):
        return name
    return Traced.concat((before, " ", name))


def _honorific(source: Record, house: Conventions) -> Traced | None:
    """“Dr.” or “Dr”, as the house has it; a word that is no abbreviation takes no point."""
    words: Traced | None = source["honorific"]
    if words is None or source["kind"] not in ("person", "spokesperson"):
        return None
    return _shortened(words, house)


def _shortened(words: Traced | None, house: Conventions) -> Traced | None:
    """A title with or without the point of its last word, as the house has it."""
    if words is None or house.abbreviations is None:
        return words
    bare = words.rstrip(".")
    if str.casefold(bare).rpartition(" ")[2] not in _SHORTENED:
        return words
    return bare + "." if house.abbreviations == "points" else bare


def _later(source: Record, house: Conventions) -> Traced:
    if source["second"] is not None:
        return source["second"]  # type: ignore[no-any-return]
    if source["protected"]:
        alias = _alias(source)
        for article in ("a ", "an "):
            if alias.casefold().startswith(article):
                return "the " + alias[len(article) :]
        return alias
    if _unnamed(source):
        return "the spokesperson for " + _org(source) if source["shared_surname"] else Traced("the spokesperson")
    if source["kind"] == "organisation" and source["short"] is not None:
        return source["short"]  # type: ignore[no-any-return]
    name = _named(source)
    if source["kind"] not in ("person", "spokesperson"):
        return name
    called = name if source["shared_surname"] else surname(name)
    before = (_honorific(source, house) or _shortened(source["title"], house)) if house.honorifics == "every" else None
    if before is None or str.casefold(called).startswith(str.casefold(before)):
        return called
    return Traced.concat((before, " ", called))


def _named(source: Record) -> Traced:
    if source["name"] is None:
        raise _unknown(source, "name")
    name: Traced = source["name"]
    article = str(source["article"] or ("the" if source["kind"] == "organisation" else "")).casefold()
    takes_the = article not in ("", "none")
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


_SHORTENED = frozenset("adm atty capt cmdr col dr fr gen gov hon lt maj mr mrs ms mx prof rep rev sen sgt supt".split())
"""Titles that are short for a word, and take a point where the house has points."""
_PRONOUNS = frozenset(["he", "she", "they", "it"])
