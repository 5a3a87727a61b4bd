"""A newsroom's project: everything in it is right as it stands, and nothing that was there is touched."""

from __future__ import annotations

import errno
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from authoring.config.conventions import CHOICES, MEANINGS
from authoring.config.find import Configs
from authoring.config.keys import GRAMMAR, KEYS
from authoring.errors import AuthoringError
from authoring.notes import parse_notes, read_notes
from authoring.rules.choosing import choices
from authoring.scaffolding.files import write_once
from authoring.scaffolding.newsroom import begin, houses
from authoring.text.files import read_text

ROOT = Path(__file__).parents[2]


def made(folder: Path, **options: Any) -> list[str]:
    return [each.piece.name for each in begin(folder, **options) if each.made]


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): read_text(path) for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture
def gazette(tmp_path: Path) -> Path:
    folder = tmp_path / "gazette"
    made(folder)
    return folder


def test_an_empty_folder_gets_all_that_a_newsroom_needs(gazette: Path) -> None:
    assert set(files(gazette)) == {
        "authoring.toml",
        "house/gazette.toml",
        "drafts/.gitkeep",
        "templates/README.txt",
        "contacts.md",
        "README.md",
        ".gitignore",
        ".pre-commit-config.yaml",
        ".github/workflows/articles.yml",
    }


def test_a_second_run_makes_nothing(gazette: Path) -> None:
    before = files(gazette)
    assert made(gazette, house="ap") == []
    assert files(gazette) == before


def test_only_what_is_missing_is_added(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine.")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "contacts.md").symlink_to("elsewhere.md")
    names = made(tmp_path)
    assert not {"README.md", "contacts.md"} & set(names)
    assert (tmp_path / "README.md").read_text() == "Mine."
    assert (tmp_path / "contacts.md").readlink() == Path("elsewhere.md")


@pytest.mark.parametrize(
    ("name", "text"), [("authoring.toml", 'house = "ap"\n'), ("pyproject.toml", "[tool.authoring]\n")]
)
def test_a_folder_that_has_settings_gets_no_others(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    names = made(tmp_path)
    assert "authoring.toml" not in names
    assert not [each for each in names if each.startswith("house/")]
    assert (tmp_path / name).read_text() == text


def test_another_projects_pyproject_is_no_settings_of_ours(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "site"\n')
    assert "authoring.toml" in made(tmp_path)


def test_a_dry_run_tells_the_same_and_makes_nothing(tmp_path: Path) -> None:
    told = made(tmp_path / "paper", dry_run=True)
    assert not (tmp_path / "paper").exists()
    assert told == made(tmp_path / "paper")


@pytest.mark.parametrize("house", houses())
def test_the_settings_are_right_and_rest_on_the_house_that_was_chosen(tmp_path: Path, house: str) -> None:
    folder = tmp_path / "gazette"
    made(folder, house=house)
    sections = Configs().sections_of(folder / "drafts" / "x.md")
    for each in sections:
        list(choices(each))
    (config,) = sections
    assert config.house == "gazette"
    assert config.conventions == Configs().sections_of(folder / "x.md")[0].conventions
    ours = tomllib.loads((ROOT / "templates" / "house" / f"{house}.toml").read_text("utf-8"))
    assert config.conventions == ours["conventions"]
    assert tomllib.loads((folder / "house" / "gazette.toml").read_text("utf-8"))["house"] == f"builtin/{house}"


def commented(text: str) -> dict[str, str]:
    """The settings that wait behind a number sign, each with the line that it would be."""
    return {found[1]: found[0][2:] for found in re.finditer(r"^# ([\w-]+) = .+$", text, re.MULTILINE)}


def test_every_setting_is_explained_with_an_example_that_can_be_used(gazette: Path) -> None:
    text = (gazette / "authoring.toml").read_text("utf-8")
    waiting = commented(text.partition("[[files]]")[0])
    set_already = tomllib.loads(text)
    assert {*waiting, *set_already} == set(KEYS)
    for name, key in KEYS.items():
        assert key.meaning in text, name
    for name, key in GRAMMAR.items():
        assert f"{name}: {key.meaning}, such as {key.example}" in " ".join(text.replace("#", " ").split()), name
    for folder in ("styles/gazette", "styles/vocabularies/ferry"):
        (gazette / folder).mkdir(parents=True)
    (gazette / "styles/gazette/Swap.yml").write_text("extends: existence\nmessage: x\nlevel: error\ntokens: [foo]\n")
    for line in waiting.values():
        (gazette / "authoring.toml").write_text(f"{line}\n", "utf-8")
        assert Configs().sections_of(gazette / "x.md"), line


def test_a_section_for_some_files_can_be_used_as_it_stands(gazette: Path) -> None:
    path = gazette / "authoring.toml"
    before, mark, section = path.read_text("utf-8").partition("# [[files]]")
    path.write_text(before + (mark + section).replace("# ", ""), "utf-8")
    assert len(Configs().sections_of(gazette / "x.md")) == 2


@pytest.mark.parametrize("house", houses())
def test_every_convention_is_explained_with_all_its_choices(tmp_path: Path, house: str) -> None:
    made(tmp_path, house=house)
    (path,) = (tmp_path / "house").iterdir()
    text = path.read_text("utf-8")
    waiting = commented(text.partition("[targets]")[0])
    assert list(waiting) == list(CHOICES)
    settled = Configs().of(tmp_path / "x.md").conventions
    flat = " ".join(line.removeprefix("#").strip() for line in text.splitlines())
    for name, line in waiting.items():
        assert MEANINGS[name] in flat, name
        assert all(f'"{choice}"' in text for choice in CHOICES[name]), name
        assert tomllib.loads(line)[name] == settled.get(name, CHOICES[name][0])
    path.write_text(text.replace("\n# ", "\n").partition("[conventions]")[0], "utf-8")
    uncommented = (
        "[conventions]\n"
        + "\n".join(waiting.values())
        + "\n"
        + "\n".join(["[targets]", *commented(text.partition("[targets]")[2]).values()])
    )
    path.write_text(f'house = "builtin/{house}"\n{uncommented}\n', "utf-8")
    assert {**settled} == {name: Configs().of(tmp_path / "x.md").conventions[name] for name in settled}


def test_the_contacts_are_notes_without_anybody_in_them_until_a_line_is_used(gazette: Path) -> None:
    path = gazette / "contacts.md"
    assert dict(read_notes(path).sources) == {}
    assert read_notes(path).problems == ()
    used = re.sub(r"^  # ", "  ", path.read_text("utf-8"), flags=re.MULTILINE)
    notes = parse_notes(used, "contacts.md")
    assert len(notes.sources) >= 3
    assert notes.problems == ()


def test_the_hook_runs_as_the_one_that_the_program_offers(gazette: Path) -> None:
    (repo,) = yaml.safe_load((gazette / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    (hook,) = repo["hooks"]
    offered = next(
        each
        for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
        if each["id"] == "authoring"
    )
    assert repo["repo"] == "local"
    assert (hook["entry"], hook["types_or"], hook["require_serial"]) == (
        offered["entry"],
        offered["types_or"],
        offered["require_serial"],
    )
    assert hook["language"] == "system"
    assert re.search(hook["files"], "drafts/pier/notes.md")


def test_the_hook_is_one_that_pre_commit_takes(gazette: Path) -> None:
    from pre_commit.clientlib import load_config

    assert load_config(str(gazette / ".pre-commit-config.yaml"))["repos"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_hook_stops_a_commit_for_what_a_copy_desk_would_mark(gazette: Path, tmp_path: Path) -> None:
    command = tmp_path / "bin" / "authoring"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {sys.executable} -m authoring "$@"\n')
    command.chmod(0o755)
    (gazette / "drafts" / "pier.md").write_text("By Noor Haddad\n\nIt is gone.\n\nLeave a comment\n")
    places = {"PRE_COMMIT_HOME": str(tmp_path / "kept"), "HOME": str(tmp_path), "GIT_CONFIG_GLOBAL": os.devnull}
    environment = {**os.environ, **places, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}"}
    for words in (["git", "init", "-q"], ["git", "add", "-A"]):
        subprocess.run(words, cwd=gazette, env=environment, check=True)
    hook = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    done = subprocess.run(hook, cwd=gazette, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "drafts/pier.md:5:1: error: a comment form of a web page" in done.stdout
    assert "README.md" not in done.stdout


def test_the_workflow_uses_the_action_with_inputs_that_it_has(gazette: Path) -> None:
    from authoring import __version__

    workflow = yaml.safe_load((gazette / ".github/workflows/articles.yml").read_text("utf-8"))
    steps = workflow["jobs"]["lint"]["steps"]
    (ours,) = [step for step in steps if step["uses"].endswith(f"/authoring@v{__version__}")]
    assert set(ours["with"]) <= set(yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"])
    assert ours["with"]["paths"] == "drafts"
    assert {"pull_request", "push"} == set(workflow[True])  # YAML takes “on” for a truth


def test_no_file_of_a_project_has_a_placeholder_left(gazette: Path) -> None:
    for name, text in files(gazette).items():
        assert "$" not in text, name


@pytest.mark.parametrize("name", ["it's $house", "Café 北京", "…", "ap", "authoring", "CON"])
def test_a_folder_of_any_name_can_be_a_newsroom(tmp_path: Path, name: str) -> None:
    made(tmp_path / name, house="ap")
    assert Configs().of(tmp_path / name / "x.md").conventions["countries"] == "U.S."


def test_a_run_that_was_stopped_is_finished_by_the_next(tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    made(whole)
    names = [each.piece.name for each in begin(tmp_path / "again", dry_run=True)]
    for stop in range(len(names)):
        folder = tmp_path / f"stopped-{stop}" / "whole"
        run = begin(folder)
        for _ in range(stop):
            next(run)
        run.close()
        if (folder / "authoring.toml").exists():  # what names a house style comes after it
            assert Configs().of(folder / "x.md").house == "whole"
        made(folder)
        assert files(folder) == files(whole)


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "paper").write_text("x")
    with pytest.raises(AuthoringError, match="this is a file, expected a folder"):
        made(tmp_path / "paper")
    (tmp_path / "drafts").write_text("x")
    with pytest.raises(AuthoringError, match=r"drafts: this is a file, expected a folder"):
        made(tmp_path)


def test_a_disk_that_is_full_is_told_and_leaves_nothing_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, data: bytes) -> None:
        path.write_bytes(data[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("authoring.scaffolding.files.write_new", full)
    with pytest.raises(AuthoringError, match=r"house.*\.toml: this cannot be written \(No space left on device\)"):
        made(tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_disk_without_links_is_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    made(tmp_path / "one" / "paper")
    monkeypatch.setattr("os.link", none)
    made(tmp_path / "two" / "paper")
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_who_comes_first_keeps_the_name_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "README.md"

    def meanwhile(temporary: Path, data: bytes) -> None:
        temporary.write_bytes(data)
        path.write_text("somebody else's")

    monkeypatch.setattr("authoring.scaffolding.files.write_new", meanwhile)
    assert not write_once(path, "ours")
    assert path.read_text() == "somebody else's"
    assert [each.name for each in tmp_path.iterdir()] == ["README.md"]
