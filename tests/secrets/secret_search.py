"""Looks for secrets in bytes, in whatever form they left: escaped, encoded, zipped, in capitals, with marks in them."""

from __future__ import annotations

import base64
import html
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import unquote

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})|\\x([0-9a-fA-F]{2})")
_WORDS = re.compile(r"[^a-z0-9]+")
_DEEP = 3
"""Zips in zips that are opened."""


def found_in(data: bytes, secrets: Iterable[str]) -> list[str]:
    """The secrets that stand in these bytes. A secret is one word of small letters that stands nowhere else."""
    wanted = list(secrets)
    texts = list(dict.fromkeys(_readings(data)))
    return [secret for secret in wanted if any(form in text for form in (secret, *_encoded(secret)) for text in texts)]


def _readings(data: bytes, depth: int = _DEEP) -> Iterator[str]:
    """The bytes as text, and as what they say once they are unpacked and resolved."""
    if data[:4] == b"PK\x03\x04" and depth:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            for name in opened.namelist():
                yield squeezed(name)
                yield from _readings(opened.read(name), depth - 1)
        return
    text = data.decode("utf-8", "replace")
    yield text  # for base64, which has capitals
    resolved = _ESCAPED.sub(lambda match: chr(int(match[1] or match[2] or match[3], 16)), text)
    for _ in range(2):  # an address in a page is encoded twice
        resolved = html.unescape(unquote(resolved))
    yield squeezed(text)
    yield squeezed(resolved)
    yield squeezed(re.sub(r"<[^<>]*>", "", resolved))


def squeezed(text: str) -> str:
    """Letters and digits alone, without case and accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _WORDS.sub("", plain)


@cache
def _encoded(secret: str) -> tuple[str, ...]:
    """What base64 makes of a word wherever it begins, without the ends, which depend on the neighbours."""
    forms = []
    for written in (secret, secret.capitalize()):
        for shift in range(3):
            coded = base64.b64encode(b"\0" * shift + written.encode()).decode()
            forms.append(coded[-(-shift * 8 // 6) : -4])
    return tuple(form for form in forms if len(form) >= 6)
