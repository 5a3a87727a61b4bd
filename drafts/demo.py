"""``make demo``: drafts the example stories from their notes and lints them, showing every command as one types it.

The stories are copied to ``build/demo`` first, so that nothing in ``drafts`` changes.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

DRAFTS = Path(__file__).resolve().parent
DEMO = DRAFTS.parent / "build" / "demo"
MADE = tuple(f"{kind}.md" for kind in ("interview", "qa", "brief", "news", "profile", "roundup", "correction"))
GENERATED = ("*.py", "*.trace.json", "__pycache__", *MADE)


def say(words: str) -> None:
    """Print a line at once, so that it stands in order with what the commands print."""
    print(words, flush=True)  # noqa: T201


def authoring(*words: str) -> int:
    """Show a command as a reporter types it, run it, and give its exit code."""
    say(f"\n$ authoring {' '.join(words)}")
    return subprocess.run([sys.executable, "-m", "authoring", *words], cwd=DEMO, check=False).returncode


def main() -> int:
    """Exit code 0 where every story could be drafted, and the two that show how it is done lint clean."""
    shutil.rmtree(DEMO, ignore_errors=True)
    shutil.copytree(DRAFTS, DEMO, ignore=shutil.ignore_patterns(*GENERATED))
    done = [authoring("notes", "check", "town-clock", "bridge-tolls")]
    for template in ("interview", "qa", "brief"):
        done.append(authoring("draft", "town-clock/notes.md", "--template", template))
    done.append(authoring("draft", "bridge-tolls/notes.md"))
    done.append(authoring("lint", "town-clock", "bridge-tolls"))
    authoring("draft", "intermission/notes.md")
    say("\nThe third story was finished by hand, with the faults that people make:")
    authoring("lint", "intermission/article.md")
    shown = DEMO.relative_to(Path.cwd()) if DEMO.is_relative_to(Path.cwd()) else DEMO
    say(f"\nThe articles are in {shown}, beside their notes. What to try next:")
    program = ".venv/bin/authoring"
    say(f"  {program} why {shown}/town-clock/interview.md:33    where does this sentence come from?")
    say(f"  {program} notes show {shown}/town-clock/notes.md    what was understood of the notes?")
    say(f"  edit {shown}/town-clock/notes.md, then: {program} draft {shown}/town-clock/notes.md")
    say(f"  {program} export {shown}/town-clock/interview.md --to html    the page that readers get")
    return max(done)


if __name__ == "__main__":
    sys.exit(main())
