"""Which Java is taken, and what is said where there is none that will do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from authoring.errors import GrammarError
from authoring.grammar import java
from authoring.grammar.java import find_java

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")


def stand_in(folder: Path, says: str, then: str = "exit 0") -> Path:
    """A program called java that says something when it is asked for its version."""
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / "java"
    program.write_text(f"#!/bin/sh\ncat >&2 <<'END'\n{says}\nEND\n{then}\n", "utf-8")
    program.chmod(0o755)
    return program


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder of programs beside the system's own, where a java found would come later."""
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:/usr/bin:/bin")
    return tmp_path / "bin"


@pytest.mark.parametrize(
    ("says", "version"),
    [
        ('openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment', 17),
        ('java version "21.0.2" 2024-01-16 LTS', 21),
        ('openjdk version "25-ea" 2025-09-16', 25),
        ('Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "17" 2021-09-14', 17),
    ],
)
def test_a_java_that_is_new_enough_is_taken(path: Path, says: str, version: int) -> None:
    """Every maker writes its version a little differently."""
    program = stand_in(path, says)
    assert find_java() == java.Java(program, version)


@pytest.mark.parametrize(
    ("says", "then", "told"),
    [
        ('openjdk version "11.0.22" 2024-01-16', "exit 0", "is Java 11, expected Java 17 or newer"),
        ('java version "1.8.0_392"', "exit 0", "is Java 8, expected Java 17 or newer"),
        ("coffee", "exit 0", "does not tell its version, expected a Java"),
        ('openjdk version "17.0.1"', "exit 1", "does not tell its version, expected a Java"),
        ("Unable to locate a Java Runtime.", "exit 1", "does not tell its version, expected a Java"),
    ],
)
def test_a_java_that_will_not_do_is_named_with_what_to_type(path: Path, says: str, then: str, told: str) -> None:
    """The message names the program that was found, and another further down the PATH is not taken instead."""
    program = stand_in(path, says, then)
    with pytest.raises(GrammarError) as raised:
        find_java()
    assert f"{program} {told}" in raised.value.message
    assert "JAVA_HOME" in raised.value.hint


def test_a_java_that_hangs_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever for a version."""
    monkeypatch.setattr(java, "_PATIENCE", 0.2)
    stand_in(path, "", "sleep 30")
    with pytest.raises(GrammarError, match="does not answer, expected its version"):
        find_java()


def test_a_file_called_java_that_is_no_program_is_an_error(path: Path) -> None:
    """The system says why it does not start."""
    path.mkdir()
    (path / "java").write_bytes(b"\x7fELF not really")
    (path / "java").chmod(0o755)
    with pytest.raises(GrammarError, match=r"does not start \(.*\), expected a Java"):
        find_java()


def test_java_home_comes_before_the_path(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with every program that runs on Java; a JAVA_HOME without a Java is passed over."""
    stand_in(path, 'openjdk version "21.0.1"')
    at_home = stand_in(tmp_path / "home" / "bin", 'openjdk version "17.0.1"')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert find_java().path == at_home
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    assert find_java().version == 21


def test_without_java_it_is_said_how_to_get_one(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hint is a command of this system's own."""
    monkeypatch.setattr(java, "_patterns", list)
    monkeypatch.setenv("PATH", str(path))
    with pytest.raises(GrammarError, match="there is no Java, expected Java 17 or newer"):
        find_java()
    for tool, typed in (("dnf", "sudo dnf install"), ("apt-get", "sudo apt install")):
        stand_in(path, "").rename(path / tool)
        with pytest.raises(GrammarError) as raised:
            find_java()
        assert typed in raised.value.hint
    monkeypatch.setattr(sys, "platform", "darwin")
    assert java.how_to_get_it() == "type: brew install openjdk"
    monkeypatch.setattr(sys, "platform", "win32")
    assert "winget install" in java.how_to_get_it()


def test_a_java_off_the_path_is_found_where_installers_put_it(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Homebrew and the installers of Windows leave the PATH alone; the too old among them are passed over."""
    monkeypatch.setenv("PATH", str(path))
    monkeypatch.setattr(java, "_patterns", lambda: [f"{tmp_path}/opt/openjdk*/bin/java"])
    stand_in(tmp_path / "opt" / "openjdk@11" / "bin", 'openjdk version "11.0.1"')
    right = stand_in(tmp_path / "opt" / "openjdk" / "bin", 'openjdk version "21.0.1"')
    # the stand-ins need cat, which is in no folder of that PATH
    monkeypatch.setenv("PATH", f"{path}:/nowhere")
    (path).mkdir()
    (path / "cat").symlink_to("/bin/cat")
    assert find_java().path == right
