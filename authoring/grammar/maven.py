"""LanguageTool by way of Maven: exactly the files of our list, each held against its SHA-256 sum."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from authoring.errors import GrammarError
from authoring.grammar.install import Made, Progress
from authoring.grammar.installed import folder_of
from authoring.grammar.layout import LIBS, check_jars, name_jars
from authoring.grammar.listed import Jar, Listed, listed
from authoring.grammar.maven_failures import failure
from authoring.grammar.maven_settings import settings_with_proxy

_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_ARRIVED = re.compile(r"Downloaded from \S+: \S*/([^/\s]+\.jar)\b")
_DEATH_SIGNAL = 1
"""PR_SET_PDEATHSIG of Linux."""
_KEPT = 400
"""Lines of what Maven said that are looked through where it failed."""


def find_maven() -> str | None:
    """The program, if this machine has it."""
    return shutil.which("mvn")


def by_maven(room: Path, progress: Progress) -> Made:
    """Fill ``room`` with LanguageTool through Maven; raises ``GrammarError``."""
    mvn = find_maven()
    if mvn is None:
        raise GrammarError("there is no Maven, expected mvn on the PATH", hint="install it, or use --from FOLDER")
    wanted = listed()
    work = room / "maven"
    work.mkdir()
    (work / "pom.xml").write_text(_project(wanted), "utf-8")
    folder = room / folder_of(wanted.version)
    libs = folder / LIBS
    command = [mvn, "-B", "-f", str(work / "pom.xml"), _COPY, f"-DoutputDirectory={libs}"]
    if settings := settings_with_proxy(work):
        command += ["-s", str(settings)]
    _run(command, work, {jar.file: jar for jar in wanted.jars}, progress)
    check_jars(libs, wanted.jars)
    name_jars(folder, wanted)
    return Made(folder, wanted.version, "Maven")


def _run(command: list[str], work: Path, jars: Mapping[str, Jar], progress: Progress) -> None:
    """Run Maven, telling how far it has come; raises ``GrammarError`` with what went wrong, in short."""
    total = sum(jar.size for jar in jars.values())
    done = 0
    said: deque[str] = deque(maxlen=_KEPT)
    progress(0, total)
    try:
        running = subprocess.Popen(  # noqa: S603  # the user's own Maven, and arguments of our own
            command,
            cwd=work,
            env={
                **os.environ,
                "LC_MESSAGES": "C",
            },  # what the system says of a disk or a network is told apart in English
            preexec_fn=_ending_with_us(),  # noqa: PLW1509  # there are no other threads in this program yet
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        raise GrammarError(f"{command[0]} does not start ({error.strerror})", hint="use --from FOLDER") from None
    try:
        assert running.stdout is not None
        for line in running.stdout:
            said.append(line)
            if (arrived := _ARRIVED.search(line)) and (jar := jars.get(arrived[1])):
                done += jar.size
                progress(done, total)
        code = running.wait()
    finally:
        if running.poll() is None:  # stopped by Ctrl-C, or by an error of ours
            running.terminate()
            with suppress(subprocess.TimeoutExpired):
                running.wait(5)
            running.kill()
    if code:
        raise failure("".join(said))
    progress(total, total)


def _ending_with_us() -> Callable[[], object] | None:
    """What has the system end Maven where we are killed; only Linux can, elsewhere it ends when its work is done."""
    if sys.platform != "linux":
        return None
    import ctypes

    control = ctypes.CDLL(None).prctl
    return lambda: control(_DEATH_SIGNAL, signal.SIGKILL)


def _project(wanted: Listed) -> str:
    """A Maven project that asks for the files of the list and for nothing that these would ask for in turn."""
    alone = "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>"
    needs = "\n".join(
        f"<dependency><groupId>{jar.group}</groupId><artifactId>{jar.artifact}</artifactId>"
        f"<version>{jar.version}</version>{alone}</dependency>"
        for jar in wanted.jars
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>\n'
        "<groupId>authoring</groupId><artifactId>grammar</artifactId><version>1</version>"
        f"<packaging>pom</packaging>\n<dependencies>\n{needs}\n</dependencies></project>\n"
    )
