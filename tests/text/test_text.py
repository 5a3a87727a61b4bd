"""Spans, lines, near names, and files that are read without surprises and written whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.text import LineIndex, Span, atomic_write, nearest, read_text
from authoring.text.files import UnreadableTextError, tidied

texts = st.text(alphabet=st.sampled_from("ab é🎈\n\r"), max_size=60)


@given(texts, st.integers(0, 60))
def test_every_offset_goes_to_a_line_and_column_and_back(text: str, offset: int) -> None:
    index = LineIndex(text)
    line, column = index.position(offset)
    begin, end = index.bounds(line)
    assert begin == index.offset(line, 1)
    if begin <= offset <= end:
        assert index.offset(line, column) == offset


def test_line_ends_of_every_kind_count_once() -> None:
    index = LineIndex("one\r\ntwo\nthree\rfour")
    assert [index.line(number) for number in range(1, len(index) + 1)] == ["one", "two", "three", "four"]


def test_editors_count_a_balloon_as_two_columns() -> None:
    assert LineIndex("a🎈b").utf16_column(2) == 3


def test_a_span_does_not_hold_its_end() -> None:
    span = Span(2, 4)
    assert 3 in span and 4 not in span
    assert not span.overlaps(Span(4, 6))
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


@pytest.mark.parametrize(
    ("word", "known", "found"),
    [
        ("ortiz", ["ortega", "ortis"], "ortis"),
        ("ana", ["bob", "eva"], None),
        ("Sources", ["sources"], "sources"),
        ("hte", ["the"], "the"),
        ("completely", ["other"], None),
    ],
)
def test_the_nearest_name_is_within_two_letters_or_none(word: str, known: list[str], found: str | None) -> None:
    assert nearest(word, known) == found


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        (b"caf\xe9 au lait", "not UTF-8", (1, 4)),
        (b"one\ntw\xffo", "not UTF-8", (2, 3)),
        (b"one\ntwo\0", "binary", (2, 4)),
        ("hi".encode("utf-16"), "UTF-16", (1, 1)),
    ],
)
def test_what_is_no_utf8_text_is_refused_at_its_place(
    tmp_path: Path, data: bytes, message: str, place: tuple[int, int]
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    with pytest.raises(UnreadableTextError, match=message) as caught:
        read_text(path)
    assert (caught.value.line, caught.value.column) == place


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbfone\r\n")
    assert read_text(path) == "one\r\n"


def test_a_file_over_the_limit_is_refused_without_being_decoded(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 11)
    with pytest.raises(UnreadableTextError, match="more than"):
        read_text(path, limit=10)


def test_writing_that_fails_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="disk full"):
        atomic_write(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_writing_keeps_the_permissions_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(0o640)
    atomic_write(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_pipe_that_nobody_may_ever_write_into_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    with pytest.raises(UnreadableTextError, match="this is a pipe"):
        read_text(tmp_path / "a.md")


def test_a_path_that_goes_up_and_down_again_is_made_short_only_where_it_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "drafts" / "pier").mkdir(parents=True)
    (tmp_path / "elsewhere" / "deep").mkdir(parents=True)
    (tmp_path / "drafts" / "link").symlink_to(tmp_path / "elsewhere" / "deep")
    assert tidied(tmp_path / "drafts" / "pier" / ".." / ".." / "t.md") == tmp_path / "t.md"
    there_and_back = tmp_path / "drafts" / "link" / ".." / "t.md"
    assert tidied(there_and_back) == there_and_back
