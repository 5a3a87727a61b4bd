"""Which files are meant by what somebody types: patterns, folders, and what git leaves out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

from authoring.errors import ArticleError
from authoring.runner.places import articles_in


def make(folder: Path, *names: str, **ignored: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The pier.\n")
    for name, text in ignored.items():
        path = folder / name.replace("__", "/").removesuffix("top") / ".gitignore"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def meant(*paths: str) -> list[str]:
    found: Iterable[Path | ArticleError] = articles_in(paths)
    return [f"error: {file.message}" if isinstance(file, ArticleError) else file.as_posix() for file in found]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("*.md", ["a.md"]),
        ("**/*.md", ["a.md", "in/b.md", "in/deep/c.md", "out/e.md"]),
        ("in/**/*.md", ["in/b.md", "in/deep/c.md"]),
        ("in/**", ["in/b.md", "in/d.txt", "in/deep/c.md"]),
        ("**", ["a.md", "in/b.md", "in/d.txt", "in/deep/c.md", "out/e.md"]),
        ("*/b.md", ["in/b.md"]),
        ("i?/*.txt", ["in/d.txt"]),
        ("[io]*", ["in/b.md", "in/d.txt", "in/deep/c.md", "out/e.md"]),
        ("**/deep/*", ["in/deep/c.md"]),
        ("**/**/c.*", ["in/deep/c.md"]),
        ("*.odt", ["error: no article is meant by this pattern"]),
        ("no/**/*.md", ["error: no article is meant by this pattern"]),
    ],
)
def test_a_pattern_that_the_shell_leaves_as_it_is(tmp_path: Path, pattern: str, files: list[str]) -> None:
    make(
        tmp_path,
        "a.md",
        "in/b.md",
        "in/deep/c.md",
        "in/d.txt",
        "in/.hid/x.md",
        "out/e.md",
        "out/f.odt",
        "out/venv/x.md",
    )
    assert meant(pattern) == files


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path: Path) -> None:
    make(tmp_path, "what[1].md", "what1.md")
    assert meant("what[1].md") == ["what[1].md"]


def test_a_pattern_and_its_files_are_checked_once(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.md")
    assert meant("b.md", "*.md", ".") == ["b.md", "a.md"]


def test_a_pattern_of_many_stars_comes_to_an_end(tmp_path: Path) -> None:
    make(tmp_path, *(f"{'d/' * depth}a.md" for depth in range(30)))
    assert len(meant("/".join(["**", "*"] * 12))) == 30 - 11


def test_what_gitignore_names_is_left_out_of_folders(tmp_path: Path) -> None:
    names = ("a.md", "old/b.md", "keep/old.md", "keep/new.md", "keep/deep/x.md", "keep/deep/y.md", "site/z.md")
    make(tmp_path, *names, top="old*\n!old.md\n/site/\n", keep__deep="*.md\n!y.md\n# a comment\n\n")
    assert meant(".") == ["a.md", "keep/deep/y.md", "keep/new.md", "keep/old.md"]
    assert meant("**/*.md") == ["a.md", "keep/deep/y.md", "keep/new.md", "keep/old.md"]


def test_the_gitignore_above_a_folder_holds_in_it_up_to_the_top_of_the_repository(tmp_path: Path) -> None:
    make(tmp_path, "repo/desk/a.md", "repo/desk/b.md", top="a.md\n", repo="b.md\n")
    assert meant("repo/desk") == ["repo/desk/a.md", "repo/desk/b.md"]
    (tmp_path / "repo" / ".git").mkdir()
    assert meant("repo/desk") == ["repo/desk/a.md"]


def test_what_is_named_is_checked_whatever_gitignore_says(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    make(tmp_path, "drafts/a.md", top="drafts/\n")
    assert meant("drafts/a.md") == ["drafts/a.md"]
    assert meant("drafts") == ["drafts/a.md"]
    assert meant(".") == []


def test_a_gitignore_that_cannot_be_read_hides_nothing(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "b.md")
    (tmp_path / ".gitignore").write_bytes(b"\xff\xfe\n!\nb.md\n[z-a\n")
    assert meant(".") == ["a.md"]


@pytest.mark.parametrize(
    "rules",
    [
        "*.md\n!b.md\n",
        "in/\n!in/b.md\n",
        "/a.md\n",
        "**/deep\n",
        "in/**/c.md\n",
        "in/*\n!in/deep\n",
        "b.*\r\n",
        "\\!x.md\n",
        "a.md \n",
    ],
)
def test_git_leaves_out_the_same_files(tmp_path: Path, rules: str) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    make(tmp_path, "a.md", "in/b.md", "in/deep/c.md", "in/deep/b.md", "!x.md", "deep/q.md", top=rules)
    subprocess.run(["git", "init", "-q", "."], check=True)
    listed = subprocess.run(
        ["git", "ls-files", "-o", "--exclude-standard", "*.md"], check=True, capture_output=True, text=True
    ).stdout
    assert sorted(meant(".")) == sorted(listed.split("\n")[:-1])
