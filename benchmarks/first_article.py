"""Prints what the way from an empty folder to a linted draft takes, beside cookiecutter making the same folder.

    python benchmarks/first_article.py [--rounds 9] [--peers FOLDER]

The commands are those of ``docs/first-article.md``, typed in turn in an empty folder, with its notes filled in. The
peer gets the project that ``authoring init`` makes as a template, and makes the same files of it. Whole processes by
the clock, the median of some rounds in which both take turns. The peer is installed into FOLDER (``build/peers``);
where it cannot be had it is left out, and said so.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "docs"))

from page_examples import parts  # noqa: E402  # the page is read as the tests read it

PAGE = ROOT / "docs" / "first-article.md"
PEER = "cookiecutter"


def typed() -> tuple[list[list[str]], tuple[str, str]]:
    """The commands of the page up to the first lint, and the notes that are filled in on the way."""
    commands: list[list[str]] = []
    notes = ("", "")
    for part in parts(PAGE.read_text("utf-8")):
        if part.file and not notes[0]:
            notes = (part.file, part.text)
        for line in part.text.splitlines() if part.info == "console" else ():
            if line.startswith("$ "):
                commands.append(shlex.split(line[2:]))
                if commands[-1][:2] == ["authoring", "lint"]:
                    return commands, notes
    raise SystemExit(f"{PAGE.relative_to(ROOT)} has no lint in it")


def seconds(command: list[str], folder: Path) -> float:
    """By the clock, for one command to its end."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "AUTHORING_GRAMMAR": "off"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its byte code
    begin = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr}")
    return time.perf_counter() - begin


def our_way(folder: Path) -> dict[str, float]:
    """Seconds of each command of the page, in an empty folder."""
    commands, (file, notes) = typed()
    took = {}
    for command in commands:
        if command[0] == "cd":
            folder /= command[1]
            continue
        if command[1] == "draft":
            (folder / file).write_text(notes, "utf-8")
        took[" ".join(command[:2])] = seconds([sys.executable, "-m", *command], folder)
    return took


def peer(folder: Path) -> Path | None:
    """The peer's command, installed if need be; ``None`` where it cannot be had."""
    home = folder / PEER
    command = home / ("Scripts" if os.name == "nt" else "bin") / PEER
    if not command.exists():
        venv.create(home, with_pip=True)
        install = [command.with_name("python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER]
        if subprocess.run(install, capture_output=True, check=False).returncode:
            shutil.rmtree(home)
            return None
    return command


def as_template(project: Path, target: Path) -> Path:
    """A project as a template of the peer's, whose only question is the name."""
    inside = target / "{{ cookiecutter.name }}"
    shutil.copytree(project, inside)
    for file in inside.rglob("*"):
        if file.is_file():
            text = file.read_text("utf-8")
            for mark in ("{%", "%}", "{{", "}}", "{#", "#}"):  # Jinja reads the files, and ours hold its marks
                text = text.replace(mark, f"<<<{mark}>>>")
            file.write_text(text.replace("<<<", "{{ '").replace(">>>", "' }}"), "utf-8")
    (target / "cookiecutter.json").write_text('{"name": "gazette"}')
    return target


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("--rounds", type=int, default=9)
    wanted.add_argument("--peers", type=Path, default=ROOT / "build" / "peers")
    given = wanted.parse_args()
    rounds: list[dict[str, float]] = []
    theirs: list[float] = []
    command = peer(given.peers)
    with tempfile.TemporaryDirectory() as made:
        base = Path(made)
        (base / "first").mkdir()
        our_way(base / "first")  # so that byte code is there, and a project to make a template of
        project = base / "bare"
        project.mkdir()
        seconds([sys.executable, "-m", "authoring", "init", "gazette"], project)
        template = as_template(project / "gazette", base / "template")
        for number in range(given.rounds):
            folder = base / f"round-{number}"
            folder.mkdir()
            rounds.append(our_way(folder))
            if command:
                theirs.append(seconds([str(command), "--no-input", "-o", str(folder / "peer"), str(template)], base))
        if command:
            ours, others = ({file.name for file in place.rglob("*") if file.is_file()} for place in _two(base, project))
            assert ours == others, "the peer made other files"
    commands, _ = typed()
    print(f"lines typed from an empty folder to a linted draft: {len(commands)}")
    each = {name: median(took[name] for took in rounds) for name in rounds[0]}
    for name, took in each.items():
        print(f"  {name:18}{took:6.3f} s")
    print(f"  {'all of them':18}{median(sum(took.values()) for took in rounds):6.3f} s")
    if theirs:
        ratio = median(other / took["authoring init"] for other, took in zip(theirs, rounds, strict=True))
        print(f"{PEER}, the same project: {median(theirs):.3f} s, {ratio:.1f} times authoring init")
    else:
        print(f"{PEER} cannot be had here, and was left out")


def _two(base: Path, project: Path) -> tuple[Path, Path]:
    return project / "gazette", base / "round-0" / "peer" / "gazette"


if __name__ == "__main__":
    main()
