"""Running rules: over one document (``lint``), and over files and folders (``authoring.runner.files``)."""

from authoring.runner.checked import Checked, failing
from authoring.runner.core import lint

__all__ = ["Checked", "failing", "lint"]
