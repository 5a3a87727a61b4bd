"""The address of a LanguageTool server: how it is written, and whether it leads off this machine."""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, urlsplit

from authoring.errors import GrammarError

_HINT = "write it as http://127.0.0.1:8081"
_NAME = re.compile(r"[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]")


def checked_address(address: str) -> str:
    """The address of a server as the client wants it; raises ``GrammarError`` where it is none.

    ``/v2`` at its end, which LanguageTool's own pages show, is not part of it.
    """
    parts = _split(address)
    if parts is None:
        raise GrammarError(f"“{_shown(address)}” is no address of a LanguageTool server", hint=_HINT)
    if parts.username is not None or parts.password is not None:
        raise GrammarError("the address of the LanguageTool server holds a password, expected none", hint=_HINT)
    path = re.sub(r"/v2(?:/check)?$", "", parts.path.rstrip("/"))
    return f"{parts.scheme}://{parts.netloc}{path}"


def loopback(address: str) -> bool:
    """Whether what is sent to ``address`` stays on this machine; where that is not sure it is taken to leave it."""
    parts = _split(address)
    host = (parts.hostname or "") if parts else ""
    if host == "localhost":
        return True
    try:
        # As four figures only: others read 127.1 or 0177.0.0.1 each in their own way.
        return IPv4Address(host).is_loopback
    except AddressValueError:
        pass
    try:
        return IPv6Address(host).is_loopback
    except AddressValueError:
        return False


def _split(address: str) -> SplitResult | None:
    """The parts of an address, if every program would read it alike."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    host, _, _ = parts.netloc.rpartition("@")[2].partition(":")
    named = parts.netloc.rpartition("@")[2]
    if named.startswith("["):
        host = named.partition("]")[0] + "]"
    plain = address.isprintable() and not re.search(r"[\s\\]", address)
    whole = parts.scheme in ("http", "https") and not parts.query and not parts.fragment
    return parts if plain and whole and _NAME.fullmatch(host) else None


def _shown(address: str) -> str:
    """An address as it may be repeated: without what may be a password in it, and not at any length."""
    return re.sub(r"[^\x20-\x7e]", "?", address.rpartition("@")[2])[:60]
