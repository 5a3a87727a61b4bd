"""The rules there are, found by their files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from authoring.rules.rule import NARRATION, Rule
from authoring.rules.styled import own_names, own_rule
from authoring.styles.folders import OURS

__all__ = ["NARRATION", "Rule", "compares_with_notes", "load", "names"]


@cache
def _as_data() -> frozenset[str]:
    return frozenset(own_names())


@cache
def names() -> Mapping[str, str]:
    """Every rule's name with its family, in alphabetical order; read off the folders, nothing is imported."""
    found = {
        file.stem.replace("_", "-"): file.parent.name
        for file in Path(__file__).parent.glob("*/*.py")
        if not file.stem.startswith("_")
    }
    found |= dict.fromkeys(_as_data(), OURS)
    return dict(sorted(found.items()))


@cache
def compares_with_notes(name: str) -> bool:
    """Whether a rule needs notes, read off its file, so that a lint without notes imports a third of the rules less."""
    family = names()[name]
    if family == OURS:
        return False
    file = Path(__file__).parent / family / f"{name.replace('-', '_')}.py"
    return b"\nNEEDS_NOTES = True\n" in file.read_bytes().replace(b"\r", b"")


@cache
def load(name: str) -> Rule:
    """The rule of that name. Raises ``KeyError`` where there is none."""
    family = names()[name]
    if name in _as_data():
        return own_rule(name)
    module = import_module(f"authoring.rules.{family}.{name.replace('-', '_')}")
    options = getattr(module, "Options", None)
    return Rule(
        name=name,
        family=family,
        severity=module.SEVERITY,
        voices=getattr(module, "VOICES", NARRATION),
        needs_notes=getattr(module, "NEEDS_NOTES", False),
        on=getattr(module, "ON", True),
        options=options if is_dataclass(options) and isinstance(options, type) else None,
        page=module.__doc__ or "",
        check=module.check,
    )
