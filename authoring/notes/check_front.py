"""Compares a front matter with the keys that it may have."""

from __future__ import annotations

from collections.abc import Mapping

from authoring.notes.dates import date_fault
from authoring.notes.model import PROTECTED_TERMS, Fields, Value
from authoring.notes.problems import Problems, shown
from authoring.notes.schema import FRONT, INSTEAD, Key
from authoring.text.near import nearest
from authoring.text.span import Span
from authoring.trace.traced import Traced


def check_front(front: Fields, problems: Problems) -> None:
    """Reports unknown keys, values of the wrong sort and impossible dates."""
    _group(front, FRONT, problems, top=True)


def is_private(fields: Fields) -> bool:
    """Whether a source's entry must not be repeated in a message."""
    terms = str.casefold(fields.text("terms") or "")
    return fields.get("alias") is not None or any(term in terms for term in PROTECTED_TERMS)


def _group(fields: Fields, known: Mapping[str, Key], problems: Problems, *, top: bool = False) -> None:
    private = is_private(fields)
    for name, place in fields.keys.items():
        key = known.get(name)
        if key is None:
            _unknown(name, place, known, problems, top=top, private=private)
        else:
            _value(name, fields.get(name), fields, key, problems, private=private)


def _unknown(name: str, place: Span, known: Mapping[str, Key], problems: Problems, *, top: bool, private: bool) -> None:
    start, end = place.start, place.end
    near = None if problems.full else nearest(name, known)
    if near:
        problems.error(start, end, f"{shown(name + ':')} here, expected “{near}:”")
    elif top and name.casefold() in INSTEAD:
        problems.warning(start, end, f"unknown key {shown(name, 20)}, expected “{INSTEAD[name.casefold()]}:”")
    else:
        named = "" if private else f" {shown(name, 20)}"
        problems.warning(start, end, f"unknown key{named}, expected one that the notes format has; it is not used")


def _value(name: str, value: Value, fields: Fields, key: Key, problems: Problems, *, private: bool) -> None:
    place = fields.place(name)
    if value is None or key.holds == "anything":
        return
    if key.holds == "groups":
        _groups(name, value, fields, key, problems)
    elif key.holds == "group":
        if isinstance(value, Fields):
            _group(value, key.keys, problems)
        else:
            inside = " and ".join(f"“{inner}:”" for inner in list(key.keys)[:2])
            problems.error(place.start, place.end, f"“{name}:” holds no group, expected {inside} on lines under it")
    elif key.holds == "texts" and isinstance(value, tuple):
        if not all(isinstance(entry, Traced) or entry is None for entry in value):
            problems.error(place.start, place.end, f"a group or a list inside “{name}:”, expected plain texts")
    elif not isinstance(value, Traced):
        found = "a list" if isinstance(value, tuple) else "a group of keys"
        problems.error(place.start, place.end, f"{found} under “{name}:”, expected a text")
    else:
        _text(name, value, place, key, problems, private=private)


_LISTED = {"requests": ("to", "request"), "corrections": ("date", "correction")}
"""Lists of groups: the key that each begins with, and what one is called."""


_OPENERS = frozenset("A An The It He She They We There This That These Those In On At".split())


def _clauses(entry: Fields, problems: Problems) -> None:
    """A correction's clauses go on from “said that”, in lower case."""
    for key in ("was", "is"):
        words = entry.text(key)
        if words and words.split(" ")[0] in _OPENERS:
            place = entry.place(key)
            message = f"“{key}:” goes on from “said that”, expected it to begin in lower case"
            problems.warning(place.start, place.end, message)


def _groups(name: str, value: Value, fields: Fields, key: Key, problems: Problems) -> None:
    place = fields.place(name)
    if name in _LISTED:
        first, one = _LISTED[name]
        if not isinstance(value, tuple):
            problems.error(place.start, place.end, f"“{name}:” holds no list, expected each to begin with “- {first}:”")
            return
        for entry in value:
            if isinstance(entry, Fields):
                _group(entry, key.keys, problems)
                if name == "corrections":
                    _clauses(entry, problems)
            else:
                at = entry.noted if isinstance(entry, Traced) else None
                start, end = at or (place.start, place.end)
                problems.error(start, end, f"this {one} is no group, expected “- {first}: …” and the rest under it")
        return
    if not isinstance(value, Fields):
        problems.error(place.start, place.end, f"“{name}:” holds no group, expected an id and a colon, then its keys")
        return
    for id_, entry in value.values.items():
        if isinstance(entry, Fields):
            _group(entry, key.keys, problems)
        else:
            at_entry = value.place(id_)
            what = "nothing under this source yet" if entry is None else "a source that is no group of keys"
            problems.error(at_entry.start, at_entry.end, f"{what}, expected “name:” under it, indented")


def _text(name: str, value: Traced, place: Span, key: Key, problems: Problems, *, private: bool) -> None:
    start, end = place.start, place.end
    plain = str.__str__(value)
    folded = plain.casefold().strip()
    if key.holds == "date" or (key.holds == "date or text" and plain[:4].isdigit()):
        _date(plain, place, key, problems, private=private)
    elif key.holds == "terms":
        _terms(plain, Span(start, end), key, problems)
    elif key.holds == "choice":
        if folded not in key.allowed:
            problems.error(start, end, _choose(name, plain, key.allowed))
    elif key.holds == "hint":
        near = nearest(plain, key.allowed)
        if near and near != folded:
            problems.error(start, end, f"{shown(plain)} under “{name}:”, expected “{near}”")


def _terms(plain: str, place: Span, key: Key, problems: Problems) -> None:
    """Terms are free words around those that are known: so none of these may be misspelt, nor undo another."""
    folded = plain.casefold().strip()
    start, end = place.start, place.end
    if not any(term in folded for term in key.allowed):
        problems.error(start, end, _choose("terms", plain, key.allowed))
        return
    for word in folded.replace(",", " ").split():
        near = nearest(word, _KEEPING)
        if near and near not in word:
            problems.error(start, end, f"{shown(word)} under “terms:”, expected “{near}”")
            return
    if "on the record" in folded and any(term in folded for term in PROTECTED_TERMS):
        problems.error(start, end, "terms that name a source and keep the name out, expected one of the two")


_KEEPING = ("anonymous", "background", "approval")
"""Words of which a slip would leave somebody unprotected."""


def _choose(name: str, plain: str, allowed: tuple[str, ...]) -> str:
    near = nearest(plain, allowed)
    if near:
        return f"{shown(plain)} under “{name}:”, expected “{near}”"
    message = f"an unknown value under “{name}:”, expected {', '.join(allowed[:-1])} or {allowed[-1]}"
    return message if len(message) <= 100 else f"{message[:97].rpartition(',')[0]}, …"


def _date(plain: str, place: Span, key: Key, problems: Problems, *, private: bool) -> None:
    start, end = place.start, place.end
    fault = date_fault(plain, partial=key.partial)
    if fault is None:
        return
    if fault.startswith("is not"):
        if key.holds == "date":
            problems.error(start, end, "this is not understood as a date, expected one such as 2024-07-09")
        return
    what = "this date" if private else shown(plain)
    problems.error(start, end, f"{what} {fault}, expected one that exists")
