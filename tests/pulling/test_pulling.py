"""Passages of a transcript are put into notes to the letter, and nothing else in the notes changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.errors import AuthoringError, NotesError, TranscriptError
from authoring.notes import parse_notes
from authoring.pulling.files import NotesFile
from authoring.pulling.passages import Passage, at_line, at_time, whole, with_words
from authoring.pulling.pull import Result, Wanted, pull
from authoring.pulling.speakers import Cast, Role, labels_of, required
from authoring.transcripts import Transcript, parse_transcript
from authoring.wording import transcript_paths

NOTES = """\
---
kind: interview
byline: Joan Pell
interview:
  with: ruiz
sources:
  ruiz:
    name: Ana Ruiz
    pronoun: she
  clerk:
    name: Jane Doe
    pronoun: she
    alias: a town clerk
    reason: who would lose her job
  hume: {name: Tom Hume, terms: off the record}
---

## Boats
> We may lose a third of the boats.
— ruiz | said | 00:04:10
<!-- ask again -->

## The key
The key hangs by the door.
"""
TALK = """\
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ana Ruiz>The sheds are old. Nobody has told

00:00:04.500 --> 00:00:07.000
<v Ana Ruiz>the crews. The key // is a {joke} | really.

00:00:08.000 --> 00:00:09.000
<v SPEAKER_01>Who holds it?

00:00:10.000 --> 00:00:12.000
<v Jane Doe>I, Jane Doe, do. The books were cooked.

00:00:13.000 --> 00:00:14.000
<v Tom Hume>Not by me.

00:00:15.000 --> 00:00:16.000
<v Ana Ruiz>The sheds are old.
"""


@pytest.fixture
def talk() -> Transcript:
    return parse_transcript(TALK, "talk.vtt")


def pulled(text: str, talk: Transcript, *passages: Passage, beat: str | None = None, **roles: str) -> Result:
    notes = parse_notes(text, "notes.md")
    cast = Cast(notes)
    for label, value in roles.items():
        cast.tell(label, value, labels_of(turn.speaker for turn in talk.turns))
    return pull(notes, talk, [Wanted(each, required(cast, talk, each)) for each in passages], beat)


def test_a_line_gives_the_whole_sentences_that_stand_there(talk: Transcript) -> None:
    assert [each.said.text for each in at_line(talk, 4)] == ["The sheds are old. Nobody has told the crews."]
    (second,) = at_line(talk, 7)
    assert second.said.text == "Nobody has told the crews. The key // is a {joke} | really."
    assert (second.said.line, second.said.start) == (4, 1.0)
    assert [each.said.speaker for each in at_line(talk, 7, 10)] == ["Ana Ruiz", "SPEAKER_01"]
    assert at_line(talk, 7, turns=True)[0].said.text.startswith("The sheds are old.")


def test_a_time_gives_what_is_being_said_then(talk: Transcript) -> None:
    assert at_time(talk, 8)[0].said.text == "Who holds it?"
    assert at_time(talk, 9.5)[0].said.text == "Who holds it?"
    assert at_time(talk, 10)[0].said.speaker == "Jane Doe"
    assert [each.said.speaker for each in at_time(talk, 8, 11)] == ["Ana Ruiz", "SPEAKER_01", "Jane Doe"]


def test_after_the_end_of_a_recording_nothing_is_said(talk: Transcript) -> None:
    assert at_time(talk, 16)[0].said.speaker == "Ana Ruiz"
    with pytest.raises(TranscriptError, match="nothing is said then any more, expected a time up to 00:00:16"):
        at_time(talk, 17)
    with pytest.raises(TranscriptError, match="nothing is said then any more"):
        at_time(talk, 90_000, 90_060)


def test_where_times_are_sparse_a_time_gives_what_stands_at_it() -> None:
    text = "[00:01:00] ANA: We went.\n\nBEN: You did.\n\nANA: We did.\n\n[00:02:00] BEN: Yes.\n\nANA: No.\n"
    talk = parse_transcript(text, "talk.txt")
    assert at_time(talk, 60)[0].said.text == "We went."
    assert at_time(talk, 90)[0].said.text == "We went."
    assert at_time(talk, 130)[0].said.text == "Yes."


def test_words_give_themselves_with_the_stop_that_ends_them(talk: Transcript) -> None:
    assert with_words(talk, "the key … joke").said.text == "The key // is a {joke"
    assert with_words(talk, "Nobody has told ... crews").said.text == "Nobody has told the crews."
    assert with_words(talk, "who holds it").said.text == "Who holds it?"


@pytest.mark.parametrize(
    ("choose", "told"),
    [
        (lambda talk: at_line(talk, 3), "talk.vtt: nothing is said on line 3, expected words there; the nearest"),
        (lambda talk: at_line(talk, 999), "the nearest line with words is 19"),
        (lambda talk: at_time(talk, -1.5), "nothing is said at that time yet"),
        (lambda talk: with_words(talk, "the sheds are old"), "stands there 2 times, expected once; name more"),
        (lambda talk: with_words(talk, "zebra"), "“zebra” is nowhere in one turn"),
        (lambda talk: with_words(talk, "the key … cooked"), "nowhere in one turn"),
        (lambda talk: with_words(talk, " … "), "these are no first and last words"),
        (lambda talk: at_time(parse_transcript("ANA: We went.\n\nBEN: Yes.\n", "t.txt"), 3), "no times"),
    ],
)
def test_what_is_not_there_is_told_with_what_to_type(
    talk: Transcript, choose: Callable[[Transcript], object], told: str
) -> None:
    with pytest.raises(TranscriptError) as caught:
        choose(talk)
    assert told in str(caught.value)


def test_a_passage_is_read_from_the_notes_as_it_was_said(talk: Transcript) -> None:
    result = pulled(NOTES, talk, whole(talk, 0))
    (new,) = result.pulled
    item = parse_notes(result.text, "notes.md").quotes[-1]
    assert str.__str__(item.text) == "The sheds are old. Nobody has told the crews. The key // is a {joke} | really."
    assert (item.source, str.__str__(item.tag.verb), str.__str__(item.tag.time)) == ("ruiz", "said", "00:00:01")
    lines = result.text.splitlines()
    assert lines[new.lines[0] - 1].startswith("> The sheds")
    assert lines[new.lines[1] - 1] == "— ruiz | said | 00:00:01"


def test_nothing_else_in_the_notes_changes(talk: Transcript) -> None:
    result = pulled(NOTES, talk, whole(talk, 0), at_line(talk, 10)[0], SPEAKER_01="?")
    added = """\

## From the transcript
> The sheds are old. Nobody has told the crews. The key \\// is a {joke} \\| really.
— ruiz | said | 00:00:01

? Who holds it?
"""
    assert result.text == NOTES.replace("  with: ruiz\n", "  with: ruiz\n  transcript: talk.vtt\n") + added


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n", "<!-- the end -->"])
@pytest.mark.parametrize("beat", [None, "Boats", "the key", "A new one"])
def test_line_ends_and_what_follows_stay(talk: Transcript, newline: str, ending: str, beat: str | None) -> None:
    text = f"{NOTES.rstrip()}\n{ending}".removesuffix("" if ending else "\n").replace("\n", newline)
    result = pulled(text, talk, whole(talk, 4), beat=beat)
    assert f"> The sheds are old.{newline}— ruiz | said | 00:00:15{newline}" in result.text
    kept = [line for line in result.text.split(newline) if line]
    ours = ["> The sheds are old.", "— ruiz | said | 00:00:15", "  transcript: talk.vtt", "## A new one"]
    ours += ["## From the transcript"]
    assert [line for line in kept if line not in ours] == [line for line in text.split(newline) if line]
    assert result.text.count("\r\n") == (result.text.count("\n") if newline == "\r\n" else 0)


def test_a_beat_gets_the_words_at_its_end_behind_its_comments(talk: Transcript) -> None:
    result = pulled(NOTES, talk, whole(talk, 4), beat="boats")
    assert "<!-- ask again -->\n\n> The sheds are old.\n— ruiz | said | 00:00:15\n\n## The key\n" in result.text
    assert result.heading == "Boats"


def test_a_heading_that_is_nearly_one_is_no_new_beat(talk: Transcript) -> None:
    with pytest.raises(AuthoringError, match="did you mean “Boats”"):
        pulled(NOTES, talk, whole(talk, 4), beat="Boat")


def test_the_same_passage_goes_in_once(talk: Transcript) -> None:
    first = pulled(NOTES, talk, whole(talk, 4), whole(talk, 4))
    assert [each.new for each in first.pulled] == [True]
    again = pulled(first.text, talk, whole(talk, 4))
    assert again.text == first.text
    assert [(each.new, each.lines) for each in again.pulled] == [(False, first.pulled[0].lines)]


def test_who_speaks_is_never_guessed(talk: Transcript) -> None:
    with pytest.raises(AuthoringError) as caught:
        pulled(NOTES, talk, whole(talk, 1))
    assert str(caught.value) == (
        'talk.vtt:10: the notes do not know who “SPEAKER_01” is; say it with: --speaker "SPEAKER_01=ID", '
        'or "SPEAKER_01=+NAME" for a new source, or "SPEAKER_01=?" for whoever asks; '
        "there are: ruiz and 2 that are not named"
    )


@pytest.mark.parametrize(
    ("label", "value", "told"),
    [
        ("SPEAKER_1", "ruiz", "did you mean “SPEAKER_01”?"),
        ("SPEAKER_01", "riuz", "no source is called “riuz”; did you mean “ruiz”?"),
        ("SPEAKER_01", "+ana ruiz", "there is a source of that name, ruiz"),
        ("SPEAKER_01", "+", "no name behind “+”"),
    ],
)
def test_a_speaker_that_is_told_wrong_is_told_back(talk: Transcript, label: str, value: str, told: str) -> None:
    cast = Cast(parse_notes(NOTES, "notes.md"))
    with pytest.raises(AuthoringError) as caught:
        cast.tell(label, value, labels_of(turn.speaker for turn in talk.turns))
    assert told in str(caught.value)


def test_a_new_source_is_put_in_with_its_name(talk: Transcript) -> None:
    result = pulled(NOTES, talk, whole(talk, 1), SPEAKER_01="+Joy Abara")
    assert "  abara:\n    name: Joy Abara\n" in result.text
    assert parse_notes(result.text, "notes.md").quotes[-1].source == "abara"
    assert [role.id for role in result.sources] == ["abara"]


def test_who_is_left_out_is_not_quoted(talk: Transcript) -> None:
    with pytest.raises(AuthoringError, match="is left out"):
        pulled(NOTES, talk, whole(talk, 1), SPEAKER_01="-")


def test_the_byline_is_whoever_asks() -> None:
    asked = parse_transcript("Joan Pell: Who holds the key?\n\nAna Ruiz: I do.\n\nJoan Pell: Why?\n", "talk.txt")
    result = pulled(NOTES, asked, whole(asked, 0))
    assert result.text.endswith("\n## From the transcript\n? Who holds the key?\n")


def test_a_protected_source_is_shown_by_neither_name_nor_id(talk: Transcript) -> None:
    result = pulled(NOTES, talk, with_words(talk, "The books … cooked"))
    assert result.text.endswith("> The books were cooked.\n— clerk | said | 00:00:10\n")
    assert result.pulled[0].shown == ("> The books were cooked.", "— (not named) | said | 00:00:10")
    cast = Cast(parse_notes(NOTES, "notes.md"))
    assert (cast.shown("Jane Doe"), cast.shown("Ms. Doe")) == ("a town clerk", "Ms. [name withheld]")


def test_words_with_a_protected_name_are_refused_without_showing_it(talk: Transcript) -> None:
    with pytest.raises(AuthoringError) as caught:
        pulled(NOTES, talk, whole(talk, 2))
    assert "the name of a protected source stands here" in str(caught.value)
    assert "Doe" not in str(caught.value)


def test_what_was_told_off_the_record_is_refused(talk: Transcript) -> None:
    with pytest.raises(AuthoringError, match="off the record"):
        pulled(NOTES, talk, whole(talk, 3))
    secret = NOTES + "\n> Nobody has told the crews.\n— ruiz | said | off the record\n"
    with pytest.raises(AuthoringError, match="off the record"):
        pulled(secret, talk, whole(talk, 0))
    assert pulled(secret, talk, with_words(talk, "The key … really")).pulled[0].new


def test_a_file_name_that_tells_a_protected_name_is_refused(talk: Transcript) -> None:
    telling = parse_transcript(TALK, "jane-doe.vtt")
    with pytest.raises(AuthoringError, match="in its file name"):
        pulled(NOTES, telling, whole(telling, 4))


def test_a_pronoun_below_keeps_its_meaning(talk: Transcript) -> None:
    text = NOTES.replace("— ruiz | said | 00:04:10", "— ruiz | said") + "\n> I do.\n— she | said\n"
    books = with_words(talk, "The books … cooked")
    with pytest.raises(AuthoringError) as caught:
        pulled(text, talk, books, beat="Boats")
    assert "could be 2 sources" in str(caught.value)
    assert pulled(text, talk, books).pulled[0].new


def test_a_stage_direction_alone_is_refused() -> None:
    talk = parse_transcript("ANA RUIZ: [laughs]\n\nBEN: Yes.\n", "talk.txt")
    with pytest.raises(AuthoringError, match="no words are said here"):
        pulled(NOTES, talk, whole(talk, 0))


def test_words_that_would_begin_a_comment_are_refused() -> None:
    talk = parse_transcript("ANA RUIZ: We went <!-- there.\n\nBEN: Yes.\n", "talk.txt")
    with pytest.raises(AuthoringError, match="cannot be put into the notes as they are"):
        pulled(NOTES, talk, whole(talk, 0))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("interview:\n  with: ruiz\n", "interview:\n  with: ruiz\n  transcript: talk.vtt\n"),
        ("", "interview:\n  transcript: talk.vtt\n"),
        ("interview: {with: ruiz}\n", 'interview: {with: ruiz, transcript: "talk.vtt"}\n'),
        ("interview: {with: ruiz, transcript: }\n", 'interview: {with: ruiz, transcript: "talk.vtt" }\n'),
        ("interview:\n  transcript:    # its file\n", "interview:\n  transcript: talk.vtt    # its file\n"),
        ("interview:\n  transcript: a.vtt  # one\n", 'interview:\n  transcript: [a.vtt, "talk.vtt"]  # one\n'),
        ("interview: {transcript: [a.vtt, 'b']}\n", "interview: {transcript: [a.vtt, 'b', \"talk.vtt\"]}\n"),
        (
            "interview:\n  transcript:\n    - a.vtt\n    - b.vtt\n  how: by phone\n",
            "interview:\n  transcript:\n    - a.vtt\n    - b.vtt\n    - talk.vtt\n  how: by phone\n",
        ),
    ],
)
def test_the_transcript_is_named_by_inserting_alone(talk: Transcript, was: str, now: str) -> None:
    text = NOTES.replace("interview:\n  with: ruiz\n", was)
    result = pulled(text, talk, whole(talk, 4))
    assert now in result.text
    assert result.named
    assert transcript_paths(parse_notes(result.text, "notes.md"))[-1] == Path("talk.vtt")


def test_a_transcript_that_the_notes_name_is_not_named_again(talk: Transcript) -> None:
    text = NOTES.replace("  with: ruiz\n", "  with: ruiz\n  transcript: ./x/../talk.vtt\n")
    result = pulled(text, talk, whole(talk, 4))
    assert result.named is None
    assert result.text.startswith(text)


@pytest.mark.parametrize("odd", ["interview:\n  transcript: >\n    a.vtt\n", 'interview:\n  transcript: "a\n    c"\n'])
def test_where_nothing_can_be_inserted_the_front_matter_stays(talk: Transcript, odd: str) -> None:
    text = NOTES.replace("interview:\n  with: ruiz\n", odd)
    result = pulled(text, talk, whole(talk, 4))
    assert result.named is False
    assert result.text.startswith(text)


def test_a_turn_of_ten_thousand_words_goes_in_whole() -> None:
    words = " ".join(f"Word {number} // was {{said}}." for number in range(2_500))
    talk = parse_transcript(f"ANA RUIZ: {words}\n\nBEN: Yes.\n", "talk.txt")
    result = pulled(NOTES, talk, whole(talk, 0))
    assert str.__str__(parse_notes(result.text, "notes.md").quotes[-1].text) == words


@given(st.text(st.sampled_from("ab.,/|{}<>!-—*#:\\ \n[]x"), min_size=1, max_size=40))
def test_whatever_was_said_goes_in_to_the_letter_or_not_at_all(words: str) -> None:
    talk = parse_transcript(f"ANA RUIZ: We {words}\n\nBEN: Yes.\n", "talk.txt")
    for number in range(len(talk.turns)):
        if talk.turns[number].speaker != "ANA RUIZ":
            continue
        try:
            result = pulled(NOTES, talk, whole(talk, number))
        except AuthoringError:
            continue
        item = parse_notes(result.text, "notes.md").quotes[-1]
        assert str.__str__(item.text).split() == talk.turns[number].text.split()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_the_file_keeps_its_mark_and_its_permissions(tmp_path: Path, talk: Transcript, mark: bytes) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(mark + NOTES.encode())
    path.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(path)
    file = NotesFile(link)
    file.write(pull(file.notes, talk, [Wanted(whole(talk, 4), Role("source", "ruiz"))]).text)
    assert path.read_bytes().startswith(mark + b"---\n")
    assert path.read_bytes().count(b"\xef\xbb\xbf") == (1 if mark else 0)
    assert (path.stat().st_mode & 0o777, link.is_symlink()) == (0o640, True)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["link.md", "notes.md"]


def test_notes_that_somebody_edits_meanwhile_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(NOTES, "utf-8")
    file = NotesFile(path)
    path.write_text(NOTES + "More.\n", "utf-8")
    with pytest.raises(AuthoringError, match="changed in the meantime"):
        file.write("other")
    assert path.read_text("utf-8").endswith("More.\n")


def test_notes_with_errors_are_refused_with_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(NOTES + "\n> a\n— riuz | said\n\n> b\n— hume2 | said\n", "utf-8")
    with pytest.raises(NotesError) as caught:
        NotesFile(path)
    assert len(caught.value.problems) == 2
