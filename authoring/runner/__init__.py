"""Running rules: over one document (``lint``), and over files and folders (``authoring.runner.run``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from authoring.runner.checked import Checked, failing

if TYPE_CHECKING:
    from authoring.runner.core import lint

__all__ = ["Checked", "failing", "lint"]


def __getattr__(name: str) -> object:
    if name != "lint":
        raise AttributeError(f"module “authoring.runner” has no “{name}”")
    from authoring.runner import core  # the rules, which a run that finds everything in its cache does without

    return core.lint
