"""Applying suggestions: the writer's own words change, and nobody else's."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.errors import ArticleError
from authoring.findings import Finding, Severity, Suggestion
from authoring.prose import parse
from authoring.prose.document import Document, Voice
from authoring.runner import Checked
from authoring.runner.fixes import OURS, Check, fixed, left_over
from authoring.runner.rewriting import Opened, difference
from authoring.text.span import Span

Rule = tuple[str, str, bool]
"""A word, what to write instead, and whether that is safe."""


def checking(*rules: Rule, path: str = "pier.md") -> Check:
    """A linter whose every rule finds a word wherever it stands, in anybody's mouth, and suggests another."""

    def check(text: str) -> list[Checked]:
        findings = [
            Finding(
                "word",
                "words",
                Severity.INFO,
                Span(*found.span()),
                "x, expected y",
                suggestions=(Suggestion(Span(*found.span()), other, safe),),
            )
            for word, other, safe in rules
            for found in re.finditer(word, text)
        ]
        return [Checked(path, text, tuple(findings), document=parse(text, path=path))]

    return check


CAT: Rule = ("cat", "dog", True)


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("a.md", "The cat said: “A cat.” The cat left.\n", "The dog said: “A cat.” The dog left.\n"),
        ("a.md", 'The cat said: "A cat." The cat left.\n', 'The dog said: "A cat." The dog left.\n'),
        ("a.md", "“A cat\n\n“and a cat,” the cat said.\n", "“A cat\n\n“and a cat,” the dog said.\n"),
        ("a.md", "“A cat never closes this.\n\nThe cat.\n", "“A cat never closes this.\n\nThe dog.\n"),
        ("a.md", "> The cat\n> and cat\n\n# A cat\n", "> The cat\n> and cat\n\n# A dog\n"),
        ("a.md", "---\ntitle: A cat\n---\nA cat.\n", "---\ntitle: A cat\n---\nA dog.\n"),
        ("a.md", "`cat` cat\n\n```\ncat\n```\n\n    cat\n", "`cat` dog\n\n```\ncat\n```\n\n    cat\n"),
        (
            "a.md",
            "[a cat](cat.html) <!-- cat -->\n\n[cat]: http://cat\n",
            "[a dog](cat.html) <!-- cat -->\n\n[cat]: http://cat\n",
        ),
        ("a.md", "![a cat](cat.png)\n", "![a dog](cat.png)\n"),
        ("a.md", "See https://cat.example now, cat.\n", "See https://cat.example now, dog.\n"),
        (
            "a.html",
            "<p class='cat'>A cat: <q>cat</q></p><script>cat</script>",
            "<p class='cat'>A dog: <q>cat</q></p><script>cat</script>",
        ),
        ("a.txt", "The cat said, “A cat.”\r\nA cat.", "The dog said, “A cat.”\r\nA dog."),
    ],
)
def test_only_the_writers_own_words_are_changed(path: str, before: str, after: str) -> None:
    assert fixed(before, checking(CAT, path=path)).after == after
    assert fixed(before, checking(CAT, path=path), unsafe=True).after == after


def test_the_answers_of_an_interview_are_left_alone() -> None:
    text = "# Talk\n\n" + "**Noor Haddad:** Did the cat come?\n\n**Ana Ruiz:** A cat came, one cat.\n\n" * 4
    assert parse(text, path="a.md").voice_at(text.index("A cat came")) is Voice.ANSWER
    assert not fixed(text, checking(CAT)).changed


def test_what_is_not_safe_is_applied_only_when_asked_for() -> None:
    check = checking(("cat", "dog", True), ("pier", "quay", False))
    assert fixed("A cat on a pier.\n", check).after == "A dog on a pier.\n"
    assert fixed("A cat on a pier.\n", check, unsafe=True).after == "A dog on a quay.\n"
    assert left_over(fixed("A cat on a pier.\n", check).results[-1]) == 1


def test_of_overlapping_suggestions_the_first_in_the_text_wins() -> None:
    assert (
        fixed("a big cat here\n", checking(("cat here", "cat there", True), ("big cat", "lion", True))).after
        == "a lion here\n"
    )


def test_one_fix_may_make_room_for_another() -> None:
    done = fixed("one\n", checking(("one", "two", True), ("two", "three", True), ("three", "four", True)))
    assert (done.after, done.applied) == ("four\n", 3)


@pytest.mark.parametrize("word", ["one", "two"])
def test_rules_that_undo_each_other_come_to_an_end(word: str) -> None:
    assert fixed(f"{word}\n", checking(("one", "two", True), ("two", "one", True))).after in {"one\n", "two\n"}


def test_a_rule_that_always_finds_more_comes_to_an_end() -> None:
    assert len(fixed("cat\n", checking(("cat", "cat cat", True))).after) < 1_000_000


@pytest.mark.parametrize("sign", ["“", '"', "`x`", "\n\n> ", "<q>", "\n\n    "])
def test_a_fix_that_would_make_speech_or_code_of_narration_is_not_applied(sign: str) -> None:
    text = "The cat left. He said “no” and “never” to them.\n"
    assert not fixed(text, checking(("cat", sign, True))).changed
    done = fixed(text, checking(("cat", sign, True), ("left", "went", True)))
    assert done.after == "The cat went. He said “no” and “never” to them.\n"


def test_a_suggestion_that_reaches_into_a_quotation_is_not_applied() -> None:
    assert not fixed("He said, “No,” and left.\n", checking(("said, “No,” and left", "declined", True))).changed


def test_blank_space_between_paragraphs_may_be_changed_and_a_tag_may_not() -> None:
    assert fixed("One.\n\n\n\nTwo.\n", checking(("\n{3,}", "\n\n", True))).after == "One.\n\nTwo.\n"
    assert not fixed("One. <!-- note --> Two.\n", checking((" <!-- note --> ", " ", True))).changed


def test_a_fix_of_several_lines_has_the_line_ends_of_the_file() -> None:
    assert fixed("One cat\r\nand\r\n", checking(("cat", "dog\nor two", True))).after == "One dog\r\nor two\r\nand\r\n"


@pytest.mark.parametrize(
    ("edits", "safely", "unsafely"),
    [
        ([("dog", False)], "cat\n", "dog\n"),
        ([("dog", False), ("cow", False)], "cat\n", "cat\n"),
        ([("dog", False), ("cow", True)], "cow\n", "cow\n"),
        ([("dog", True), ("cow", True)], "cat\n", "cat\n"),
        ([("dog", True), ("dog", True), ("cat", True)], "dog\n", "dog\n"),
    ],
)
def test_of_several_suggestions_the_writer_has_the_choice(
    edits: list[tuple[str, bool]], safely: str, unsafely: str
) -> None:
    def check(text: str) -> list[Checked]:
        span = Span(0, 3)
        offered = tuple(Suggestion(span, word, safe) for word, safe in edits if text.startswith("cat"))
        finding = Finding("word", "words", Severity.INFO, span, "x, expected y", suggestions=offered)
        return [Checked("a.md", text, (finding,), document=parse(text, path="a.md"))]

    assert fixed("cat\n", check).after == safely
    assert fixed("cat\n", check, unsafe=True).after == unsafely


def theirs(document: Document) -> str:
    ends = [*(start for start, _ in document.voices[1:]), len(document.text)]
    return "|".join(
        document.text[start:end]
        for (start, voice), end in zip(document.voices, ends, strict=True)
        if voice not in OURS and voice is not Voice.MARKUP
    )


@given(
    st.lists(
        st.sampled_from(["cat ", "“", "”", '"', "'", "\n\n", "> ", "`", "said. ", "# ", "<q>", "---\n", "1 "]),
        max_size=30,
    ),
    st.sampled_from(["dog", "“", "”", '"', "`", "\n\n> ", "", " ", "<", "'"]),
)
def test_whatever_is_suggested_the_words_of_others_stay(parts: list[str], other: str) -> None:
    text = "".join(parts)
    done = fixed(text, checking(("cat", other, True), ("said", f"{other}told", False)), unsafe=True)
    assert theirs(parse(done.after, path="pier.md")) == theirs(parse(text, path="pier.md"))


# Files


@pytest.mark.parametrize("data", [b"a\r\nb\rc\n", b"\xef\xbb\xbfa\r\n", "é “ü”\u2028x\x0c".encode(), b""])
def test_a_file_is_written_as_it_was_but_for_what_changed(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    path.chmod(0o640)
    opened = Opened(path)
    opened.rewrite(opened.text + "!")
    assert path.read_bytes() == data + b"!"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


def test_a_file_that_changed_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    opened = Opened(path)
    path.write_text("two")
    with pytest.raises(ArticleError, match="was changed while it was checked"):
        opened.rewrite("three")
    assert path.read_text() == "two"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


def test_a_read_only_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    path.chmod(0o444)
    with pytest.raises(ArticleError, match="read-only"):
        Opened(path).rewrite("two")
    assert path.read_text() == "one"


def test_a_link_stays_a_link_and_its_file_is_fixed(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("one")
    (tmp_path / "link.md").symlink_to("real.md")
    Opened(tmp_path / "link.md").rewrite("two")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "two"


def test_a_full_disk_leaves_the_file_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("one")
    opened = Opened(path)
    full: Callable[..., None] = lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device"))  # noqa: E731
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ArticleError, match=r"cannot be written .No space left on device."):
        opened.rewrite("two")
    assert path.read_text() == "one"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\n", "a\nc\n"),
        ("a", "b"),
        ("a\n", "a"),
        ("a", "a\n"),
        ("a\r\nb\r\n", "a\r\nc\r\n"),
        ("a\x0cb\u2028\n", "a\x0cc\u2028\n"),
    ],
)
def test_the_difference_is_one_that_patch_can_apply(tmp_path: Path, before: str, after: str) -> None:
    import shutil
    import subprocess

    if shutil.which("patch") is None:
        pytest.skip("patch is not installed")
    path = tmp_path / "a.md"
    path.write_bytes(before.encode())
    diff = "".join(difference("a.md", before, after))
    subprocess.run(["patch", "--binary", "-s", "-p0"], input=diff.encode(), cwd=tmp_path, check=True)
    assert path.read_bytes() == after.encode()


def test_without_a_change_there_is_no_difference() -> None:
    assert list(difference("a.md", "a\n", "a\n")) == []
