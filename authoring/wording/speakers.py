"""Whether two ways to name a speaker can mean the same person; it answers only where the names decide it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

_TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady madam rev reverend fr father sister rabbi imam hon
    president vice prime minister chancellor king queen prince princess majesty highness his her the
    secretary senator sen congressman congresswoman representative rep speaker chairman chairwoman chair governor gov
    mayor ambassador admiral general gen colonel col major captain capt commander lieutenant lt sergeant sgt officer
    judge justice chief director deputy assistant under acting former press attorney commissioner councillor councilor
    councilman councilwoman pilot flight engineer mission specialist coach doctor nurse pastor bishop archbishop pope
    cardinal saint st mp md phd psyd esq jr sr ii iii iv""".split()
)
_ROLES = frozenset(
    """q a question answer questioner reporter reporters journalist press audience member members crowd host cohost
    co-host interviewer interviewee moderator guest caller speaker participant participants student students man woman
    boy girl child unknown unidentified narrator voice announcer interpreter translator official senior administration
    spokesperson spokesman spokeswoman staff operator panelist witness lawyer counsel clerk all both several group team
    everyone break company source someone the an he she they it""".split()
)


def _plain(name: str) -> str:
    name = unicodedata.normalize("NFD", name.casefold().replace("’", "'"))
    return "".join(char for char in name if not unicodedata.combining(char))


@cache
def _parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name without titles, roles and what follows a comma, and all its words."""
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", _plain(name))
    words = tuple(re.findall(r"[\w'-]+", bare.replace(".", " ")))
    first = re.findall(r"[\w'-]+", bare.split(",")[0].replace(".", " "))
    names = tuple(
        word.removesuffix("'s") for word in first if word not in _TITLES and word not in _ROLES and not word.isdigit()
    )
    return names, words


def is_name(speaker: str) -> bool:
    """Whether a speaker is called by a name and not by what they are: “Ana Ruiz” and “Mayor Ruiz”, not “the mayor”."""
    names = _parts(speaker)[0]
    capitals = {_plain(word) for word in re.findall(r"[\w'’-]+", speaker) if word[0].isupper()}
    return any(name in capitals for name in names)


def _without_numbers(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if not word.isdigit())


def same_speaker(one: str, other: str) -> bool | None:
    """Whether two names are one person's: yes, no, or ``None`` where they cannot tell, as “Ruiz” and “the mayor”."""
    (names, words), (others, other_words) = _parts(one), _parts(other)
    if words == other_words:
        return True
    if _without_numbers(words) == _without_numbers(other_words):  # “Speaker 1” and “Speaker 2”
        return False
    if not names or not others:
        return None
    if names == others:
        return True
    short, long = sorted((names, others), key=len)
    if len(short) == 1:
        if short[0] in long:
            return True
        if len(short[0]) > 1 and short[0] == "".join(word[0] for word in long):
            return True
        return None
    if long[-len(short) :] == short:  # “Van der Quill” and “Mara van der Quill”
        return True
    if names[-1] == others[-1]:
        return True if names[0][0] == others[0][0] else False if len(names[0]) > 1 < len(others[0]) else None
    if set(short) <= set(long):
        return True
    return None if short[0] == long[0] and (len(short[-1]) == 1 or len(long[-1]) == 1) else False


def verdicts(speaker: str, labels: Iterable[str | None]) -> Mapping[str | None, bool | None]:
    """For each label of one transcript whether it can be this speaker.

    Two labels of one transcript are two people. So where one of them is the speaker's name, the others are not; unless
    a label is a mere role that shares a word with the name: “THE PRESIDENT” may be “PRESIDENT OBAMA”.
    """
    found: dict[str | None, bool | None] = {None: None}
    for label in labels:
        if label is not None:
            found[label] = same_speaker(speaker, label)
    known = [label for label, same in found.items() if same and label]
    if not known:
        return found
    exact = [label for label in known if _parts(label)[1] == _parts(speaker)[1]]
    if exact and len(known) > len(exact) and not _parts(speaker)[0]:
        known = exact
    shared = {word for label in (*known, speaker) for word in _parts(label)[1]} - {"the", "mr", "mrs", "ms", "dr"}
    for label, same in found.items():
        if same is None and label is not None:
            role = not _parts(label)[0] or not _parts(speaker)[0]
            found[label] = None if role and shared & set(_parts(label)[1]) else False
    return found
