"""Where the files are that come with the program and that editors read: the templates and the house styles."""

from __future__ import annotations

from pathlib import Path


def builtin_templates() -> Path:
    """The folder of the templates that come with the program: in the wheel, or at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def builtin_houses() -> Path:
    """The folder of the house styles that come with the program."""
    return builtin_templates() / "house"
