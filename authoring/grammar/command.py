"""How LanguageTool's server is called: the command line, and the few things of the environment that it is given."""

from __future__ import annotations

import os
from pathlib import Path

MEMORY = 1024
"""Megabytes that Java may take for what it holds; with English alone it takes about 350."""
_LEASH = Path(__file__).with_name("leash")
_RULES = Path(__file__).with_name("rules")
_FLAGS = (
    # What runs for seconds is done before Java's slower and better compiler has paid for itself.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    # Nothing is left on the disk: no figures of the process, no dump where it fails.
    "-XX:-UsePerfData",
    "-XX:-CreateCoredumpOnCrash",
    "-XX:+ErrorFileToStdout",
    # Out of memory is out of service: better gone at once than silent for minutes.
    "-XX:+ExitOnOutOfMemoryError",
    "-Djava.awt.headless=true",
    # “localhost”, where the server listens, is then 127.0.0.1 on every machine.
    "-Djava.net.preferIPv4Stack=true",
    "-Dsun.net.httpserver.nodelay=true",
    "-Duser.language=en",
    "-Duser.country=US",
    "-Dfile.encoding=UTF-8",
    "-Dlogback.configurationFile=logback-leash.xml",
)
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "WINDIR")
"""What Java may know of the environment: none of the user's secrets, and no options meant for other programs."""


def command(java: Path, classpath: Path | str, port: int, memory: int) -> list[str]:
    """The command line of a server that listens on ``port`` of this machine alone, as it does unless told otherwise."""
    path = os.pathsep.join([str(classpath), str(_LEASH / "leash.jar"), str(_RULES)])
    settings = str(_LEASH / "server.properties")
    return [str(java), f"-Xmx{memory}m", *_FLAGS, "-cp", path, "Leash", "--port", str(port), "--config", settings]


def environment() -> dict[str, str]:
    """The environment of a server."""
    return {name: os.environ[name] for name in _KEPT if name in os.environ}
