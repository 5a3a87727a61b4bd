"""The keys that a style rule can have, by its extension point, and what kind of value each takes."""

from __future__ import annotations

from collections.abc import Mapping

TEXT, WHOLE, NUMBER, YES_NO, TEXTS, PAIRS, ACTION, TESTS, OURS = (
    "a text",
    "a whole number",
    "a number",
    "true or false",
    "a list of texts",
    "pairs of texts",
    "an action: name and params",
    "a list of texts with what is found in them",
    "on and safe",
)

COMMON: Mapping[str, str] = {
    "extends": TEXT,
    "message": TEXT,
    "level": TEXT,
    "scope": TEXTS,
    "link": TEXT,
    "description": TEXT,
    "limit": WHOLE,
    "action": ACTION,
    "matchcase": YES_NO,
    "name": TEXT,
    "code": YES_NO,
    "tests": TESTS,
    "authoring": OURS,
}
"""Keys of every rule; ``authoring`` is ours: ``on: false`` and ``safe: true``."""

KINDS: Mapping[str, Mapping[str, str]] = {
    "existence": {
        "tokens": TEXTS,
        "raw": TEXTS,
        "exceptions": TEXTS,
        "append": YES_NO,
        "ignorecase": YES_NO,
        "nonword": YES_NO,
        "vocab": YES_NO,
    },
    "substitution": {
        "swap": PAIRS,
        "exceptions": TEXTS,
        "ignorecase": YES_NO,
        "nonword": YES_NO,
        "vocab": YES_NO,
        "capitalize": YES_NO,
        "pos": TEXT,
    },
    "occurrence": {"token": TEXT, "min": WHOLE, "max": WHOLE, "ignorecase": YES_NO},
    "repetition": {
        "tokens": TEXTS,
        "max": WHOLE,
        "alpha": YES_NO,
        "ignorecase": YES_NO,
        "exceptions": TEXTS,
        "vocab": YES_NO,
    },
    "consistency": {"either": PAIRS, "nonword": YES_NO, "ignorecase": YES_NO},
    "conditional": {
        "first": TEXT,
        "second": TEXT,
        "exceptions": TEXTS,
        "ignorecase": YES_NO,
        "vocab": YES_NO,
        "in": TEXT,
    },
    "capitalization": {
        "match": TEXT,
        "style": TEXT,
        "exceptions": TEXTS,
        "indicators": TEXTS,
        "threshold": NUMBER,
        "vocab": YES_NO,
        "prefix": TEXT,
    },
    "metric": {"formula": TEXT, "condition": TEXT},
    "readability": {"metrics": TEXTS, "grade": NUMBER},
    "spelling": {
        "custom": YES_NO,
        "filters": TEXTS,
        "ignore": TEXTS,
        "exceptions": TEXTS,
        "dictionaries": TEXTS,
        "dicpath": TEXT,
        "aff": TEXT,
        "dic": TEXT,
        "append": YES_NO,
        "threshold": WHOLE,
    },
}
"""Keys of each extension point."""

PATTERNS: Mapping[str, tuple[str, ...]] = {
    "existence": ("tokens", "raw", "exceptions"),
    "substitution": ("swap", "exceptions"),
    "occurrence": ("token",),
    "repetition": ("tokens", "exceptions"),
    "consistency": ("either",),
    "conditional": ("first", "second", "exceptions"),
    "capitalization": ("exceptions", "prefix"),
    "spelling": ("filters", "exceptions"),
}
"""Keys whose texts are patterns."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    "existence": ("tokens", "raw"),
    "substitution": ("swap",),
    "occurrence": ("token",),
    "repetition": ("tokens",),
    "consistency": ("either",),
    "conditional": ("first",),
    "capitalization": ("match",),
    "metric": ("formula",),
    "readability": ("metrics",),
    "spelling": (),
}
"""Keys one of which a rule must have."""

REFUSED: Mapping[str, str] = {
    "script": "a script is a program, and articles are checked without running any; write it as existence, or drop it",
    "sequence": "sequence needs each word's part of speech, which is not read here; write it as existence, or drop it",
}
"""Extension points that are not run, and what to do."""

REFUSED_KEYS: Mapping[str, str] = {
    "pos": "parts of speech are not read here; drop the key",
    "in": "views of data files are not read here; drop the key",
    "code": "write scope: raw instead",
}
"""Keys that are known and not run, and what to do."""
