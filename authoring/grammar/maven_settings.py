"""The proxy of the environment, told to Maven, which only knows those of its own settings."""

from __future__ import annotations

import os
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies

from authoring.errors import GrammarError

_SPACE = "http://maven.apache.org/SETTINGS/1.2.0"


def settings_with_proxy(work: Path) -> Path | None:
    """Maven's settings of this user with the proxy of the environment added, as a file that nobody else can read.

    None where the environment names no proxy, or where the user's settings know one.
    """
    proxies = getproxies()
    address = proxies.get("https") or proxies.get("http") or proxies.get("all")
    if not address:
        return None
    own = Path("~/.m2/settings.xml").expanduser()
    root = _read(own) if own.is_file() else ET.Element(f"{{{_SPACE}}}settings")
    if root is None:
        return None
    space = root.tag.partition("}")[0] + "}" if root.tag.startswith("{") else ""
    if root.find(f"{space}proxies/{space}proxy") is not None:
        return None
    _add(root, space, address, proxies.get("no", ""))
    made = work / "settings.xml"
    with open(made, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
        ET.ElementTree(root).write(file, "utf-8", xml_declaration=True, default_namespace=space[1:-1] or None)
    return made


def _read(path: Path) -> ET.Element | None:
    """The user's own settings; what is wrong with them Maven says itself."""
    try:
        return ET.parse(path).getroot()  # noqa: S314  # the user's own file
    except (OSError, ET.ParseError):
        return None


def _add(root: ET.Element, space: str, address: str, but: str) -> None:
    parts = urlsplit(address if "://" in address else f"http://{address}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host:
        raise GrammarError("HTTPS_PROXY is no address, expected http://host:port", hint="set it right, or unset it")
    told = {
        "protocol": parts.scheme,
        "host": host,
        "port": str(port or (443 if parts.scheme == "https" else 80)),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "nonProxyHosts": "|".join(_without(but)),
    }
    both = root.find(f"{space}proxies")
    both = ET.SubElement(root, f"{space}proxies") if both is None else both
    for protocol in ("https", "http"):
        proxy = ET.SubElement(both, f"{space}proxy")
        for name, value in {"id": f"environment-{protocol}", "active": "true", **told, "protocol": protocol}.items():
            if value:
                ET.SubElement(proxy, f"{space}{name}").text = value


def _without(but: str) -> list[str]:
    """Hosts that are reached without the proxy, as Maven writes them: ``.example.com`` is ``*.example.com``."""
    hosts = [host.strip() for host in but.split(",")]
    return [f"*{host}" if host.startswith(".") else host for host in hosts if host]
