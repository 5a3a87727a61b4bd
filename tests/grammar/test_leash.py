"""The jar that runs LanguageTool's server is what the sources beside it make, and nothing else."""

from __future__ import annotations

import zipfile

import pytest
from leash_jar import CLASS, FOLDER, JAR, LOGGING, MANIFEST, compiled, javac, noted, sums


def test_the_jar_was_made_from_the_sources_as_they_are() -> None:
    told = {name: value for name, value in noted().items() if name.endswith("SHA-256")}
    assert told == sums(), "run: python tests/grammar/leash_jar.py"


def test_there_is_nothing_else_in_the_jar() -> None:
    with zipfile.ZipFile(JAR) as jar:
        assert jar.namelist() == [MANIFEST, CLASS, LOGGING]
        assert jar.read(LOGGING) == (FOLDER / LOGGING).read_bytes()


def test_the_source_compiled_anew_is_the_class_in_the_jar() -> None:
    """The same bytes, from a compiler of the same Java; another one may order them in its own way."""
    made_by = noted()["Created-By"]
    found = javac()
    if found is None or made_by != f"javac {found[1]}":
        pytest.skip(f"there is no {made_by} here to compile it with")
    with zipfile.ZipFile(JAR) as jar:
        assert compiled(found[0]) == jar.read(CLASS)
