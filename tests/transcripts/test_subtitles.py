"""Subtitles of every dialect are read with their voices and times, and without losing or doubling a word."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from authoring.transcripts import Transcript, parse_transcript


def read(*blocks: str) -> Transcript:
    return parse_transcript("\n\n".join(("WEBVTT", *blocks)) + "\n")


def srt(*blocks: str) -> Transcript:
    return parse_transcript("\n\n".join(blocks) + "\n")


def turns(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(turn.speaker, turn.text) for turn in transcript.turns]


ONE, TWO, THREE = "00:01.000 --> 00:02.000", "00:02.000 --> 00:03.000", "00:03.000 --> 00:04.500"


def test_several_voices_in_a_cue_are_turns_of_their_own() -> None:
    found = read(
        f"{ONE}\n<v Ida Kessler>We closed.</v> <v.loud Tom &amp; Ben>Why?</v>\n<v Ida Kessler>It <i>rained</i>"
    )
    assert turns(found) == [("Ida Kessler", "We closed."), ("Tom & Ben", "Why?"), ("Ida Kessler", "It rained")]


def test_words_after_the_end_of_a_voice_are_nobodys_and_a_voice_that_does_not_end_goes_on() -> None:
    assert turns(read(f"{ONE}\n<v Ida>We closed.</v>", f"{TWO}\nIn May.")) == [("Ida", "We closed."), (None, "In May.")]
    assert turns(read(f"{ONE}\n<v Ida>We closed", f"{TWO}\nin May.")) == [("Ida", "We closed in May.")]
    assert turns(read(f"{ONE}\n<v>We closed.", f"{TWO}\n<v Unknown>In May.")) == [
        (None, "We closed."),
        (None, "In May."),
    ]


def test_teams_names_its_cues_and_needs_no_blank_lines() -> None:
    name = "0b1c2d3e-1111-2222-3333-444455556666"
    cues = [
        f"{name}/12-0\n00:00:01.120 --> 00:00:02.000\n<v Ida Kessler>We closed</v>",
        f"{name}/12-1\n00:00:02.000 --> 00:00:03.000\n<v Ida Kessler>the\npier.</v>",
        f"{name}/15-0\n00:00:04.000 --> 00:00:05.000\n<v Tom Abel>Why?</v>",
    ]
    for between in ("\n\n", "\n"):
        found = parse_transcript(f"WEBVTT{between}{between.join(cues)}\n")
        assert turns(found) == [("Ida Kessler", "We closed the pier."), ("Tom Abel", "Why?")]
        assert [(turn.start, turn.end) for turn in found.turns] == [(1.12, 3.0), (4.0, 5.0)]


def test_notes_styles_and_regions_are_no_speech_and_speech_that_begins_with_note_is() -> None:
    found = read(
        'NOTE duration:"00:52:11.4710000"\n\nNOTE language:en-us',
        "STYLE\n::cue { color: red }",
        "REGION\nid:fred\nwidth:40%",
        "NOTE Confidence: 0.89",
        f"intro\n{ONE} align:start position:0%\nNOTE that we closed.\n\nNOTE\nasked again\nlater",
        f"{TWO}\nSTYLE matters.",
    )
    assert turns(found) == [(None, "NOTE that we closed. STYLE matters.")]


def test_what_stands_after_webvtt_and_in_its_header_is_no_speech() -> None:
    header = "WEBVTT - Pier: the call\nKind: captions\nLanguage: en\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:9"
    assert turns(parse_transcript(f"{header}\n\n{ONE}\nYes.")) == [(None, "Yes.")]


@pytest.mark.parametrize(
    ("timing", "start", "end"),
    [
        ("00:01.000 --> 00:02.500", 1.0, 2.5),
        ("1:00:01,000 --> 1:00:02,500 line:0", 3601.0, 3602.5),
        ("00:00:01 --> 00:00:02", 1.0, 2.0),
        ("00:00:01.5-->00:00:02.25", 1.5, 2.25),
        ("00:99:01.000 --> 00:99:02.000", None, None),
        ("0:0:0.0 --> 0:0:5.320", 0.0, 5.32),
        ("-0:0:1.0 --> 0:0:5.320", 0.0, 5.32),
        ("77:77.000 --> 00:00:04.000", None, None),
        ("00:00:05.000 --> 00:00:02.000", 5.0, None),
        ("00:00:0x.000 --> 00:00:02.000", None, None),
        ("00:00:01.000 -->", None, None),
    ],
)
def test_times_are_read_in_every_form_and_where_they_cannot_be_no_word_is_lost(
    timing: str, start: float | None, end: float | None
) -> None:
    for found in (
        read(f"{timing}\nWe closed.", f"{TWO}\n<v Tom>Why?"),
        srt(f"{timing}\nWe closed.", f"{TWO}\n<v Tom>Why?"),
    ):
        assert turns(found) == [(None, "We closed."), ("Tom", "Why?")]
        assert (found.turns[0].start, found.turns[0].end) == (start, end)


def test_speech_that_looks_like_a_time_or_a_label_is_not_lost() -> None:
    found = read(
        f"{ONE}\n10:45",
        f"{TWO}\n12:30 is when we met",
        f"{THREE}\nRemember: it rained.\n7",
        "00:05.000 --> 00:06.000\nsee --> that",
    )
    assert turns(found) == [(None, "10:45 12:30 is when we met Remember: it rained. 7 see --> that")]


def test_zoom_writes_names_before_a_colon_whatever_they_are() -> None:
    found = read(
        f"1\n{ONE}\nida w: We closed.",
        f"2\n{TWO}\n+44 20 5550: Why?",
        f"3\n{THREE}\nida w: Remember: it rained.",
        "4\n00:05.000 --> 00:06.000\nida w: 10:45",
    )
    assert turns(found) == [("ida w", "We closed."), ("+44 20 5550", "Why?"), ("ida w", "Remember: it rained. 10:45")]


def test_labels_in_brackets_and_later_in_a_cue_begin_turns() -> None:
    found = srt(
        f"1\n{ONE}\n[SPEAKER_00]: We closed.\n[SPEAKER_01]: Why?", f"2\n{TWO}\n(speaker 1) When?\n(speaker ?) May."
    )
    assert turns(found) == [
        ("SPEAKER_00", "We closed."),
        ("SPEAKER_01", "Why?"),
        ("speaker 1", "When?"),
        (None, "May."),
    ]


def test_marks_of_a_change_of_speaker_part_turns_without_inventing_a_name() -> None:
    found = srt(f"1\n{ONE}\nANA RUIZ: We closed.", f"2\n{TWO}\n>> Why?", f"3\n{THREE}\n&gt;&gt; ANA RUIZ: Rain.")
    assert turns(found) == [("ANA RUIZ", "We closed."), (None, "Why?"), ("ANA RUIZ", "Rain.")]
    assert turns(srt(f"1\n{ONE}\n- Why?\n- Rain.")) == [(None, "Why?"), (None, "Rain.")]


def test_styles_of_subrip_are_no_words_and_what_is_said_in_brackets_is() -> None:
    found = srt(f'1\n{ONE}\n{{\\an8}}<font color="#fff">We</font> clo<b>se</b>d\\Nit <laughs> x < 5 {{so}}.')
    assert turns(found) == [(None, "We closed it <laughs> x < 5 {so}.")]
    assert found.format == "srt"


def test_numbers_of_subrip_may_be_missing_run_into_cues_or_stand_apart() -> None:
    expected = [(None, "One 2014 Two three")]
    assert turns(srt(f"{ONE}\nOne\n2014", f"{TWO}\nTwo", f"{THREE}\nthree")) == expected
    assert turns(srt(f"1\n{ONE}\nOne\n2014\n2\n{TWO}\nTwo\n3\n{THREE}\nthree")) == expected
    assert turns(srt("1", f"{ONE}\nOne\n2014", "2", f"{TWO}\nTwo", "3", f"{THREE}\nthree")) == expected


def test_blank_lines_within_a_cue_lose_nothing() -> None:
    assert turns(srt(f"1\n{ONE}\nWe closed", "the pier", f"2\n{TWO}\nin May.")) == [
        (None, "We closed the pier in May.")
    ]
    assert turns(srt(f"1\n{ONE}", "We closed", "", f"2\n{TWO}", "in May.")) == [(None, "We closed in May.")]


def test_subtitles_with_commas_between_their_times_are_read_in_the_same_way() -> None:
    text = "0:00:01.500,0:00:02.000\nANA RUIZ: We\nclosed.\n\n1:00:03.000,1:00:04.250\n>> Why?\n0:01,0:02\n"
    for end in ("\n", "\r\n", "\r"):
        found = parse_transcript(text.replace("\n", end))
        assert found.format == "sbv"
        assert turns(found) == [("ANA RUIZ", "We closed."), (None, "Why? 0:01,0:02")]
        assert [(turn.start, turn.end, turn.line) for turn in found.turns] == [(1.5, 2.0, 2), (3603.0, 3604.25, 6)]


def test_captions_that_roll_are_read_once_and_what_is_said_twice_is_kept() -> None:
    lines = ["so welcome back to the show", "no", "no", "we begin with the pier", "which was closed in May"]
    blocks = []
    for number, (before, line) in enumerate(zip(["", *lines], lines, strict=False)):
        first, *rest = line.split()
        tagged = first + "".join(f"<00:00:{number * 2:02}.{at}00><c> {word}</c>" for at, word in enumerate(rest, 1))
        at, end = f"00:00:{number * 2:02}.000", f"00:00:{number * 2 + 1:02}.990"
        blocks += [
            f"{at} --> {end} align:start position:0%\n{before or ' '}\n{tagged}",
            f"{end} --> 00:00:{number * 2 + 2:02}.000 align:start position:0%\n{line}\n ",
        ]
    [turn] = read(*blocks).turns
    assert turn.text == " ".join(lines)
    assert turn.place(turn.text.index("the pier")).time == 6.3


def test_words_that_are_said_again_in_captions_that_do_not_roll_are_kept() -> None:
    assert turns(read(f"{ONE}\nRow, row\nrow", f"{TWO}\nrow", f"{THREE}\nRow, row\nrow")) == [
        (None, "Row, row row row Row, row row")
    ]


def test_times_within_a_cue_are_the_times_of_their_words() -> None:
    [turn] = read(f"{ONE}\nWe <00:01.500>closed").turns
    assert turn.place(turn.text.index("closed")).time == 1.5


def test_every_kind_of_line_end_parts_lines_and_counts() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f"WEBVTT\n\n{ONE}\n<v Ida>We\x0bclosed\u2028it.\nYes.\n".replace("\n", end)
        [turn] = parse_transcript(text).turns
        assert (turn.line, turn.place(turn.text.index("Yes")).line) == (4, 5)


def test_a_file_that_is_cut_off_in_a_time_or_a_name_gives_the_words_above() -> None:
    text = f"WEBVTT\n\n1\n{ONE}\nWe closed.\n\n2\n{TWO}\nIn May.\n"
    for length in range(text.index("2\n"), text.index("In May")):
        assert turns(parse_transcript(text[:length])) == [(None, "We closed.")]


class Spoken(NamedTuple):
    speaker: str | None
    words: list[str]


_WORD = st.text("abcdeXYZ'é-12", min_size=1, max_size=7).filter(lambda word: word.strip("-") == word)
_SPOKEN = st.lists(
    st.builds(Spoken, st.sampled_from([None, "Ida Kessler", "Tom"]), st.lists(_WORD, min_size=1, max_size=6)),
    min_size=1,
    max_size=12,
)


def clock(seconds: int, mark: str) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}250"


@given(_SPOKEN, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["voices", "labels"]), st.booleans())
def test_any_cues_come_back_with_all_words_in_order_with_speaker_and_time(
    spoken: list[Spoken], end: str, style: str, numbered: bool
) -> None:
    blocks = ["WEBVTT"] if style == "voices" else []
    expected = []
    for number, said in enumerate(spoken):
        words = " ".join(said.words)
        mark = "." if style == "voices" else ","
        timing = f"{clock(number * 40, mark)} --> {clock(number * 40 + 1, mark)}"
        if style == "voices":
            told = f"<v {said.speaker or ''}>{words}</v>"
        else:
            told = f"{(said.speaker or 'Speaker 9').upper()}: {words}"
        name = f"{number + 1}\n" if numbered or style == "labels" else ""
        blocks.append(f"{name}{timing}\n{told}")
        speaker = said.speaker if style == "voices" else (said.speaker or "Speaker 9").upper()
        expected += [(word, speaker, number * 40 + 0.25) for word in said.words]
    transcript = parse_transcript("\n\n".join(blocks).replace("\n", end) + end)
    found = []
    for turn in transcript.turns:
        at = 0
        for word in turn.text.split():
            at = turn.text.index(word, at)
            found.append((word, turn.speaker, turn.place(at).time))
            at += len(word)
    assert found == expected


@pytest.mark.parametrize("char", [*" <>&-:0\t{.", "<v ", "{\\", "--> ", "&gt;", "00:00 --> "])
def test_a_line_of_one_character_over_and_over_takes_no_longer_than_another(char: str) -> None:
    for text in (read(f"{ONE}\n{char * 40_000}x\nyes"), srt(f"{ONE}\n{char * 40_000}x\nyes")):
        assert text.turns[-1].text.endswith("yes")
