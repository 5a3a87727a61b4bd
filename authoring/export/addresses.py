"""Addresses and short names that may stand in what is published: links, picture files, slugs."""

from __future__ import annotations

import posixpath
import unicodedata
from urllib.parse import quote, unquote, urlsplit

from authoring.text.patterns import lazy

_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.-]*):")
_BROKEN = lazy(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")
"""What a browser drops or turns round before it looks at the scheme."""
_LOOSE = lazy(r"""[\s"<>`{}|^\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]""")
_OTHERS = lazy(r"[^a-z0-9]+")
_LONGEST = 80


def link(address: str) -> str:
    """An address that a link may have: http, https, mailto or relative; empty for any other.

    One that begins with two slashes gets https, since it would be a file of another machine in a page on a disk.
    """
    address = address.strip(" \t\r\n\f")
    if not address or _BROKEN.search(address):
        return ""
    if address.startswith("//"):
        address = f"https:{address}"
    scheme = _SCHEME.match(address)
    if scheme:
        name = scheme[1].lower()
        if name not in {"http", "https", "mailto"} or (name != "mailto" and not _host(address)):
            return ""
        address = name + address[len(name) :]
    return _LOOSE.sub(lambda found: quote(found[0]), address)


def picture(address: str, folder: str = "") -> str:
    """The address of a picture, or its path from the article's folder; empty for what is neither.

    ``folder`` is that folder's path from the project's; no path leads out of the project, and none is absolute.
    """
    made = link(address)
    if not made or made.startswith("mailto:"):
        return ""
    if _SCHEME.match(made):
        return made
    name = unquote(made)
    if name.startswith(("/", "#", "?", "~")) or _BROKEN.search(name):
        return ""
    leads = posixpath.normpath(posixpath.join(folder, name)).split("/")[0]
    return "" if leads == ".." else posixpath.normpath(made)


def slug(words: str) -> str:
    """Small letters, digits and hyphens, made of any words; empty where there are none."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", "")).encode("ascii", "ignore").decode()
    made = _OTHERS.sub("-", plain.lower()).strip("-")
    if len(made) <= _LONGEST:
        return made
    return made[: _LONGEST + 1].rpartition("-")[0] or made[:_LONGEST]


def _host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
