"""The hooks for pre-commit and the action for GitHub: they name what there is, and their steps do what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from authoring.cli.lint import lint

ROOT = Path(__file__).parents[2]
FULL = bool(os.environ.get("AUTHORING_FULL"))
FURNITURE = "By Noor Haddad\n\nIt is gone.\n\nLeave a comment\n"


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def flags_of(words: list[str]) -> set[str]:
    return {word.partition("=")[0] for word in words if word.startswith("-")}


def known_flags() -> set[str]:
    return {flag for option in lint.params if isinstance(option, click.Option) for flag in option.opts}


@pytest.mark.parametrize("hook", read(".pre-commit-hooks.yaml"), ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_a_command_that_exists_with_flags_that_exist(hook: dict[str, Any]) -> None:
    command, name, *words = shlex.split(hook["entry"])
    scripts = re.search(r"^\[project\.scripts\]\n(\w+) =", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert scripts is not None and (command, name) == (scripts[1], "lint")
    assert flags_of(words) <= known_flags()
    assert hook["language"] == "python"
    assert set(hook) <= {"id", "name", "description", "entry", "language", "types_or", "require_serial"}


def test_the_hooks_have_names_of_their_own_that_the_documentation_gives() -> None:
    ids = [hook["id"] for hook in read(".pre-commit-hooks.yaml")]
    assert len(set(ids)) == len(ids)
    page = (ROOT / "docs" / "living.md").read_text("utf-8")
    assert set(re.findall(r"^ *- id: (\S+)$", page, re.MULTILINE)) == set(ids)


def test_the_action_uses_the_inputs_that_it_declares_and_flags_that_exist() -> None:
    action = read("action.yml")
    text = (ROOT / "action.yml").read_text("utf-8")
    assert set(re.findall(r"inputs\.(\w+)", text)) == set(action["inputs"])
    steps = action["runs"]["steps"]
    assert all(step["shell"] == "bash" for step in steps)
    # an input inside a script could be a script of its own
    assert not [step for step in steps if "${{" in step["run"]]
    for step in steps:
        used = set(re.findall(r"\$(AUTHORING_\w+)", step["run"]))
        assert used == set(step["env"])
        for line in re.findall(r"bin/authoring\" lint (.*)", step["run"].replace("\\\n", " ")):
            assert flags_of(shlex.split(line)) <= known_flags() | {"-eq"}
    page = (ROOT / "docs" / "living.md").read_text("utf-8")
    assert set(re.findall(r"^    +(\w+): .*$", page.partition("uses: ")[2].partition("```")[0], re.MULTILINE)) <= set(
        action["inputs"]
    )


def run_action(folder: Path, temporary: Path, **given: str) -> tuple[int, str]:
    """The steps of the action as GitHub would run them; the code of the first that fails, and all output."""
    action = read("action.yml")
    inputs = {name: str(entry.get("default", "")) for name, entry in action["inputs"].items()} | given
    context = {f"inputs.{name}": value for name, value in inputs.items()} | {"github.action_path": str(ROOT)}
    output = ""
    for step in action["runs"]["steps"]:
        if "if" in step and not inputs[re.findall(r"inputs\.(\w+) != ''", step["if"])[0]]:
            continue
        env = {
            key: re.sub(r"\$\{\{ (\S+) \}\}", lambda found: context[found[1]], value)
            for key, value in step["env"].items()
        }
        if step["name"].startswith("Install") and not FULL:
            make_stand_in(temporary)
            continue
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=folder,
            env={**os.environ, **env, "RUNNER_TEMP": str(temporary)},
            capture_output=True,
            text=True,
            check=False,
        )
        output += done.stdout + done.stderr
        if done.returncode:
            return done.returncode, output
    return 0, output


def make_stand_in(temporary: Path) -> None:
    """The command as installing it would make it; ``make full`` installs it."""
    command = temporary / "authoring" / "bin" / "authoring"
    command.parent.mkdir(parents=True, exist_ok=True)
    command.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {sys.executable} -m authoring "$@"\n')
    command.chmod(0o755)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    (folder / "articles" / "old").mkdir(parents=True)
    (folder / "articles" / "a.md").write_text(FURNITURE)
    (folder / "articles" / "old" / "b.md").write_text("By Noor Haddad\n\nIt is gone.\n")
    return folder


def test_the_action_marks_what_it_finds_and_fails_as_the_command_does(desk: Path, tmp_path: Path) -> None:
    code, output = run_action(desk, tmp_path / "runner", sarif="found.sarif", python=sys.executable)
    assert code == 1
    assert "::error file=articles/a.md,line=5" in output
    (run,) = json.loads((desk / "found.sarif").read_text("utf-8"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["page-furniture"]
    code, output = run_action(desk, tmp_path / "runner", paths="articles/**/b.md", python=sys.executable)
    assert (code, "::error" in output) == (0, False)


def test_a_wrong_argument_of_the_action_fails_it(desk: Path, tmp_path: Path) -> None:
    given = {"arguments": "--fail-on nothing", "sarif": "found.sarif"}
    code, output = run_action(desk, tmp_path / "runner", python=sys.executable, **given)
    assert code == 1 and "Invalid value for '--fail-on'" in output


@pytest.mark.skipif(not FULL and not os.environ.get("CI"), reason="make full and CI install the command")
def test_the_action_installs_the_command(desk: Path, tmp_path: Path) -> None:
    run_action(desk, tmp_path / "runner", python=sys.executable)
    assert (tmp_path / "runner" / "authoring" / "bin" / "authoring").exists()
