"""Takes a byline apart into the names of the writers."""

from __future__ import annotations

from authoring.text.patterns import lazy

_BY = lazy(r"\A\s*by:?\s+", 2)
_BETWEEN = lazy(r"\s*(?:,\s*(?:and|&)\s|,|;|\s/\s|\s&\s|\sand\s)\s*")
_NAME = lazy(r"[^\W\d_][\w.’'-]*(?: (?:[a-z]{1,3} ){0,2}[^\W\d_][\w.’'-]*){1,4}\Z")
_DESK = lazy(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|desk|news|press|special|contributors?|university"
    r"|college|institute|inc|ph\.?d|jr|sr|team|agency|department|office)\b",
    2,
)
_ID = lazy(r"[a-z0-9_-]+\Z")


def byline_names(words: str) -> tuple[str, ...]:
    """The names in a byline such as “By Ann Odum, Bo Li and Cy Ray”; one that is no row of names stands as a whole."""
    words = _BY.sub("", words, count=1).strip(" *_,")
    if not words:
        return ()
    parts = tuple(part for part in _BETWEEN.split(words) if part)
    if len(parts) > 1 and all(_NAME.match(part) and part[0].isupper() and not _DESK.search(part) for part in parts):
        return parts
    return (words,)


def names_of(entries: tuple[str, ...]) -> tuple[str, ...]:
    """The writers that the front matter gives; the ids of accounts, such as “jdoe”, are no names."""
    if len(entries) == 1:
        return () if _ID.match(entries[0]) else byline_names(entries[0])
    return tuple(_BY.sub("", entry, count=1) for entry in entries if not _ID.match(entry))
