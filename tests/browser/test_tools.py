"""The script that brings what pip cannot bring says what is missing, and finds what is there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "tools.sh"


def _told(folder: Path, *there: str) -> str:
    """What the script says on a machine that has no apt-get and, of the tools, these alone."""
    for name in ("sh", "grep", "id"):
        found = shutil.which(name)
        assert found is not None
        (folder / name).symlink_to(found)
    for name in there:
        (folder / name).write_text("#!/bin/sh\necho 'openjdk version \"17.0.15\"' >&2\n")
        (folder / name).chmod(0o755)
    done = subprocess.run(
        ["sh", str(SCRIPT)], env={"PATH": str(folder)}, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout + done.stderr


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell here, as on Windows")
def test_each_tool_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Of a tool that is there nothing is said, whatever the functions of the script are called."""
    for number, (there, missing) in enumerate(
        [
            ((), ("Java 17", "Maven", "Chromium")),
            (("java", "mvn"), ("Chromium",)),
            (("chromium",), ("Java 17", "Maven")),
            (("java", "mvn", "google-chrome"), ()),
        ]
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        told = _told(folder, *there)
        assert [name for name in ("Java 17", "Maven", "Chromium") if name in told] == list(missing), told
