"""What each key of a configuration may hold: checks a value, and turns it into what ``Config`` keeps."""

from __future__ import annotations

import math
import os.path
import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from authoring.config.keys import FAILING, GRAMMAR, LEVELS, PUBLICATION, VARIANTS, Key, Kind
from authoring.config.layers import level
from authoring.text.near import nearest

Tell = Callable[[tuple[str | int, ...], str, str], None]
"""Reports what is wrong: the way to it, seen from the value; the message; what to do."""

_SHOWN = 40
"""Characters of a wrong value that a message shows."""


def value_of(kind: Kind, value: object, folder: str, tell: Tell) -> Any:
    """A value as ``Config`` keeps it; ``None`` where it is wrong, which was told. Files are seen from ``folder``."""
    return _READERS[kind](value, folder, tell)


def shown(value: object) -> str:
    """A value of the file as a message shows it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"“{named(value)}”"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple | set | frozenset):
        return "a list"
    text = str(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def named(name: str) -> str:
    """A name of the file as a message shows it: not too long, and nothing in it that could steer a terminal."""
    text = "".join(char if char.isprintable() else " " for char in name[: _SHOWN + 1])
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def hint_of(word: str, known: Iterable[str]) -> str:
    """What was likely meant, or else everything there is."""
    known = list(known)
    near = nearest(word, known)
    return f"did you mean “{near}”?" if near else f"there are: {', '.join(known)}"


def _words(value: object, _folder: str, tell: Tell) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        tell((), f"this is {shown(value)}, expected a list of words", "")
        return None
    good = []
    for number, word in enumerate(value):
        if isinstance(word, str) and word.strip():
            good.append(word.strip())
        else:
            empty = isinstance(word, str)
            tell((number,), "this word is empty, expected one" if empty else f"{shown(word)} is no word", "")
    return tuple(good)


def _folders(value: object, folder: str, tell: Tell) -> tuple[str, ...] | None:
    words = _words(value, folder, tell)
    return None if words is None else tuple(_seen_from(folder, word) for word in words)


def _text(value: object, _folder: str, tell: Tell) -> str | None:
    if isinstance(value, str):
        return value.strip()
    tell((), f"this is {shown(value)}, expected a text", "")
    return None


def _file(value: object, folder: str, tell: Tell) -> str | None:
    text = _text(value, folder, tell)
    return _seen_from(folder, text) if text else text


def _seen_from(folder: str, name: str) -> str:
    if "\0" in name:  # no file system has such names, and Python raises for them
        return name
    return os.path.normpath(os.path.join(folder, os.path.expanduser(name)))  # noqa: PTH111, PTH118


def _count(value: object, _folder: str, tell: Tell) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    tell((), f"this is {shown(value)}, expected a whole number, 0 or more", "")
    return None


def _level(value: object, _folder: str, tell: Tell) -> Any:
    if isinstance(value, str) and value in FAILING:
        return level(value)
    tell((), f"this is {shown(value)}, expected {', '.join(FAILING)}", _meant(value, FAILING))
    return None


def _meant(value: object, known: Iterable[str]) -> str:
    near = nearest(value, known) if isinstance(value, str) else None
    return f"did you mean “{near}”?" if near else ""


def _table(value: object, tell: Tell) -> Mapping[str, object]:
    if isinstance(value, Mapping):
        return value
    tell((), f"this is {shown(value)}, expected a table", "")
    return {}


def _levels(value: object, _folder: str, tell: Tell) -> dict[str, Any]:
    good = {}
    for name, word in _table(value, tell).items():
        if isinstance(word, str) and word in LEVELS:
            good[name] = level(word)
        elif isinstance(word, Mapping) and word:
            inner = f"{named(name)}.{named(str(next(iter(word))))}"
            tell((name,), f"{named(name)} is a table, expected {', '.join(LEVELS)}", f'for a rule write "{inner}" = …')
        else:
            tell((name,), f"{named(name)} is {shown(word)}, expected {', '.join(LEVELS)}", _meant(word, LEVELS))
    return good


def _grades(value: object, _folder: str, tell: Tell) -> dict[str, float]:
    good = {}
    for kind, grade in _table(value, tell).items():
        right = isinstance(grade, int | float) and not isinstance(grade, bool) and math.isfinite(grade) and grade > 0
        if right and isinstance(grade, int | float):
            good[kind] = grade
        else:
            tell((kind,), f"{named(kind)} is {shown(grade)}, expected years of school, as 12", "")
    return good


def _tables(value: object, _folder: str, tell: Tell) -> dict[str, Mapping[str, object]]:
    good = {}
    for name, options in _table(value, tell).items():
        if isinstance(options, Mapping):
            good[name] = options
        else:
            tell(
                (name,),
                f"{named(name)} is {shown(options)}, expected a table of options",
                "for example: { words = 30 }",
            )
    return good


def _keyed(title: str, keys: Mapping[str, Key], value: object, folder: str, tell: Tell) -> dict[str, object]:
    """A table whose keys are known; ``title`` is the name it stands under."""
    good = {}
    for given, inner in _table(value, tell).items():
        name = given.replace("_", "-")
        if name not in keys:
            tell((given,), f"there is no key {shown(given)} under {title}", hint_of(name, keys))
            continue
        wrong: list[tuple[str, str]] = []
        read = _READERS[keys[name].kind](inner, folder, partial(_note, wrong))
        for message, hint in wrong:
            tell((given,), f"{given}: {message}", hint)
        if read is not None:
            good[name] = read
    return good


def _conventions(value: object, _folder: str, tell: Tell) -> dict[str, str]:
    from authoring.config.conventions import CHOICES

    good = {}
    for given, choice in _table(value, tell).items():
        name = given.replace("_", "-")
        if name not in CHOICES:
            tell((given,), f"there is no key {shown(given)} under conventions", hint_of(name, CHOICES))
        elif isinstance(choice, str) and choice in CHOICES[name]:
            good[name] = choice
        else:
            expected = ", ".join(f"“{each}”" for each in CHOICES[name])
            tell((given,), f"{given} is {shown(choice)}, expected one of {expected}", _meant(choice, CHOICES[name]))
    return good


def _note(wrong: list[tuple[str, str]], _way: tuple[str | int, ...], message: str, hint: str) -> None:
    wrong.append((message, hint))


def _variant(value: object, _folder: str, tell: Tell) -> str | None:
    if isinstance(value, str) and (variant := variant_of(value)):
        return variant
    tell((), f"this is {shown(value)}, expected {', '.join(VARIANTS)}", _meant(value, VARIANTS))
    return None


def variant_of(word: str) -> str | None:
    """The English that a word such as ``en_gb`` names; ``None`` where it is none of those that can be spelled."""
    plain = word.strip().replace("_", "-").casefold()
    return next((variant for variant in VARIANTS if variant.casefold() == plain), None)


def _address(value: object, _folder: str, tell: Tell) -> str | None:
    if isinstance(value, str) and is_address(value.strip()):
        return value.strip()
    tell((), f"this is {shown_address(value)}, expected the address of a server", "for example: http://127.0.0.1:8081")
    return None


def _site(value: object, _folder: str, tell: Tell) -> str | None:
    if isinstance(value, str) and is_address(value.strip()) and " " not in value.strip():
        return value.strip()
    tell((), f"this is {shown_address(value)}, expected an address of the web", "for example: https://ledger.example")
    return None


def _language(value: object, _folder: str, tell: Tell) -> str | None:
    if isinstance(value, str) and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}", value.strip()):
        return value.strip()
    tell((), f"this is {shown(value)}, expected a language tag", "for example: en-GB")
    return None


def shown_address(value: object) -> str:
    """What stands in the place of an address, without what may be a password."""
    return "an address with a password" if isinstance(value, str) and "@" in value else shown(value)


def is_address(text: str) -> bool:
    """Whether a text is the address of a server: ``http://`` or ``https://``, a host, and perhaps a port.

    None with a password is: whoever reads the configuration, or the list of processes, would read it.
    """
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text)
        plain = text.isprintable() and "@" not in parts.netloc
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and plain
    except ValueError:
        return False


def _switch(value: object, _folder: str, tell: Tell) -> bool | None:
    if isinstance(value, bool):
        return value
    tell((), f"this is {shown(value)}, expected true or false", "")
    return None


_READERS: Mapping[Kind, Callable[[object, str, Tell], Any]] = {
    "names": _words,
    "words": _words,
    "globs": _words,
    "folders": _folders,
    "text": _text,
    "file": _file,
    "count": _count,
    "level": _level,
    "levels": _levels,
    "grades": _grades,
    "tables": _tables,
    "grammar": partial(_keyed, "grammar", GRAMMAR),
    "publication": partial(_keyed, "publication", PUBLICATION),
    "site": _site,
    "language": _language,
    "conventions": _conventions,
    "variant": _variant,
    "address": _address,
    "switch": _switch,
}
