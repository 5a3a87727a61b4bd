"""How a value is written into a front matter so that every reader of YAML gives it back to the letter."""

from __future__ import annotations

import re

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BREAKS = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def in_yaml(value: str) -> str:
    """A value as typed where YAML leaves it alone, else in quotation marks: ``NO``, ``1:10``, ``a: b``, ``@desk``."""
    return value if _DAY.fullmatch(value) or _is_plain(value) else _quoted(value)


def listed(values: tuple[str, ...]) -> str:
    """Several values on one line; each in quotation marks, since a comma would part them."""
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(value: str) -> str:
    if '"' in value and value.isprintable():
        doubled = value.replace("'", "''")
        return f"'{doubled}'"
    inside = "".join(map(_escaped, value))
    return f'"{inside}"'


def _is_plain(value: str) -> bool:
    import yaml

    if not value or not value.isprintable() or "#" in value or value.endswith(":"):
        return False
    try:
        return bool(yaml.safe_load(f"key: {value}") == {"key": value})
    except (yaml.YAMLError, ValueError):  # ValueError: 2026-13-45
        return False


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    if char in _BREAKS:
        return _BREAKS[char]
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
