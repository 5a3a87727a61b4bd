"""Every fault in a notes file gives a clear error at its place, or the file reads right; never silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from malformed_notes_cases import BODY, CASES, FRONT_MATTER, HEAD, Case

from authoring.errors import NotesError
from authoring.notes import check_notes, parse_notes, read_notes
from authoring.notes import front as front_module


def told(path: Path) -> tuple[str, ...]:
    """The problems of a file as they are printed, without its name."""
    return tuple(str(problem).removeprefix(f"{path}:") for problem in check_notes(path))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_malformed_file_is_explained_or_read(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(case.data)
    assert told(path) == case.problems
    if case.texts:
        assert tuple(item.text for item in read_notes(path).items) == case.texts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_with_an_error_gives_no_notes(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(case.data)
    if all(": warning: " in problem for problem in case.problems):
        assert read_notes(path).path == str(path)
        return
    with pytest.raises(NotesError) as caught:
        read_notes(path)
    assert tuple(str(problem).removeprefix(f"{path}:") for problem in caught.value.problems) == case.problems


def test_there_is_no_such_file(tmp_path: Path) -> None:
    path = tmp_path / "gone.md"
    (problem,) = check_notes(path)
    assert str(problem) == f"{path}: there is no such file; check the spelling, or the folder you are in"


def test_all_problems_of_a_file_are_reported_at_once_and_in_order() -> None:
    text = "---\nkind: breif\nsource:\n  ana: {name: Ana}\n---\n# Beat\n- {}\n— ana | 99:99\n"
    with pytest.raises(NotesError) as caught:
        parse_notes(text, "notes.md")
    assert [(problem.line, problem.column) for problem in caught.value.problems] == [
        (2, 7),
        (3, 1),
        (6, 1),
        (7, 3),
        (8, 9),
    ]


def test_an_alias_bomb_is_never_unfolded() -> None:
    levels = [f"l{level}: &l{level} [{', '.join([f'*l{level - 1}'] * 9)}]" for level in range(1, 40)]
    text = "---\nl0: &l0 boom\n" + "\n".join(levels) + "\n---\n"
    with pytest.raises(NotesError) as caught:
        parse_notes(text, "notes.md")
    errors = [problem for problem in caught.value.problems if problem.level == "error"]
    assert len(errors) == 1 + 39 * 10
    assert {problem.message[:29] for problem in errors} == {
        "a value cannot begin with “&”",
        "a value cannot begin with “*”",
    }


def test_a_file_of_nothing_but_faults_ends_in_a_count() -> None:
    with pytest.raises(NotesError) as caught:
        parse_notes(HEAD + "-\n" * 1500, "notes.md")
    assert len(caught.value.problems) == 1001
    assert caught.value.problems[-1].message.startswith("500 more problems, expected ")


@pytest.mark.parametrize("case", FRONT_MATTER, ids=lambda case: case.name)
def test_the_slow_yaml_reader_finds_the_same_places(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where PyYAML was built without its C part, its own reader words its errors differently."""
    import yaml

    monkeypatch.setattr(front_module, "_LOADER", yaml.SafeLoader)
    path = tmp_path / "notes.md"
    path.write_bytes(case.data)
    assert told(path) == case.problems


def test_every_message_fits_in_a_line_and_says_what_was_expected() -> None:
    for case in FRONT_MATTER + BODY:
        for problem in case.problems:
            message = problem.split(": ", 1)[1].removeprefix("warning: ")
            assert len(message) <= 100, message
            assert ", expected " in message


def test_messages_stay_short_however_long_the_words_are() -> None:
    one, two = "a" * 60, "b" * 60
    front = (
        f"---\n{one}: x\nsources:\n  {one}: {{name: A, pronoun: she, {two}: x}}\n  {two}: {{name: B, pronoun: she}}\n"
    )
    near = one[:-1] + "c"
    lines = [
        f"- {{{near}}}",
        f"- {{{one}.role}}",
        f"- {{{one}.{two[:-1]}c}}",
        f"- {{2024-02-30 as {one}}}",
        f"- {{2024-07-09 as {one}}}",
        f"- a\n— {near} | said",
        f"- a\n— {one} | {one} | {two}",
        f"- a\n— {one} | {one}: x | to: {near}",
        "- a\n— she",
        "x " + near,
    ]
    for line in lines:
        with pytest.raises(NotesError) as caught:
            parse_notes(f"{front}---\n{line}\n", "notes.md")
        for problem in caught.value.problems:
            assert len(problem.message) <= 100, problem.message
