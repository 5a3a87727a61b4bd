"""The quote check: what passes, what is reported, and as what."""

from __future__ import annotations

import pytest

from authoring.transcripts import parse_transcript
from authoring.wording import check_quote, edits

TALK = """MS. RUIZ: We did not close the pier. We may lose a third of the boats, um, and nobody has told the crews.

MR. COLE: Who pays for the new pier?

MS. RUIZ: The town pays $5 million, I think. It's a long-term plan -- it's a long-term plan, and we're proud of it. \
(Laughter.) The old pier was built in 1911 by Ana Lind, on a good day, for 40 boats.

MR. COLE: We would have built it of stone.
"""


def status(said: str, quote: str) -> str:
    return check_quote(quote, said).status


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("We can’t do it.", "We can't do it"),
        ("We\u00a0can do it", "We can do it"),
        ("we co\u00adoperate with you", "we cooperate with you"),
        ("the ﬁrst oﬃce", "the first office"),
        ("the café here", "the cafe\u0301 here"),
        ("we ＡＲＥ here", "we ARE here"),
        ("He said ''go home'' to us", "He said “go home” to us"),
        ("the plan—it failed—was ours", "the plan -- it failed -- was ours"),
        ("it is **really** good", "it is really good"),
        ("we won (Applause.) and left", "we won and left"),
        (r"we won \[laughter\] and left", "we won and left"),
        ("we won [46:04] and left", "we won and left"),
        ("It&#39;s &quot;fine&quot; now", "It's fine now"),
        ("the [old plan](https://example.org/a_(b)) failed", "the old plan failed"),
        ("Itís the ìPeopleís House.î", "It's the “People’s House.”"),
        ("and we said yes... to it", "we said yes... to it"),
    ],
)
def test_marks_spaces_markdown_and_stage_directions_are_no_words(said: str, quote: str) -> None:
    assert status(said, quote) == "verbatim"


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("and we may go home", "We may go home"),
        ("a long-term plan", "a long term plan"),
        ("a long-term plan", "a longterm plan"),
        ("one Web site for all", "one website for all"),
        ("send an e-mail now", "send an email now"),
        ("the colour of labour", "the color of labor"),
        ("they organised it", "they organized it"),
        ("the café here", "the cafe here"),
        ("it's been a day", "it has been a day"),
        ("it's a day", "it is a day"),
        ("I'd go there", "I would go there"),
        ("we cannot go there", "we can not go there"),
        ("we're gonna go there", "we are going to go there"),
        ("OK, we go there", "Okay, we go there"),
        ("the U.S. will act", "the US will act"),
        ("at 10:30 a.m. we left", "at 10:30 am we left"),
        ("at 10:30 we left", "at ten thirty we left"),
        ("it cost $5 million then", "it cost five million dollars then"),
        ("it cost $5m then", "it cost $5,000,000 then"),
        ("about 1,000 people", "about a thousand people"),
        ("five percent of it", "5% of it"),
        ("five percent of it", "5 per cent of it"),
        ("on January 1st we go", "on January 1 we go"),
        ("the twenty-first century", "the 21st century"),
        ("in nineteen eighty-four", "in 1984"),
        ("the '90s were good", "the nineties were good"),
        ("two and five, 20 to 30 people", "20-30 people"),
        ("I, um, think so", "I think so"),
        ("I think, you know, it is good", "I think it is good"),
        ("it was very, very good", "it was very good"),
        ("so I've got -- I've got a plan", "so I've got a plan"),
        ("Mr. Ruiz and Dr. Lee", "Mister Ruiz and Doctor Lee"),
    ],
)
def test_what_a_copy_desk_sets_otherwise_is_tidied(said: str, quote: str) -> None:
    assert status(said, quote) == "tidied"


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("it is a day", "it has a day"),
        ("I will go there", "I shall go there"),
        ("tell us about it", "tell US about it"),
        ("we will emerge stronger", "Wewill emerge stronger"),
        ("the rapist fled here", "therapist fled here"),
        ("for the people here", "for thepeople here"),
        ("he resigned and then left the town", "he re-signed and then left the town"),
        ("four of us went", "for of us went"),
        ("the mayor's plan failed", "the mayors plan failed"),
        ("it lets you go home", "it let's you go home"),
        ("it was very good there", "it was very very good there"),
        ("I think so too", "I, um, think so too"),
        ("it cost $5 million then", "it cost £5 million then"),
        ("about 1,000 people came", "about 10,000 people came"),
        ("40 boats are left", "14 boats are left"),
        ("we change the laws here", "we change the (immigration) laws here"),
        ("we left the town of Lind", "we left the city of Lind"),
        ("we go and they stay there", "they stay there and we go"),
        ("ain't no way out", "isn't no way out"),
    ],
)
def test_other_words_are_altered(said: str, quote: str) -> None:
    assert status(said, quote) == "altered"


@pytest.mark.parametrize(
    ("said", "quote", "word"),
    [
        ("I did not say it was safe", "I did say it was safe", "not"),
        ("I did say it was safe", "I did not say it was safe", "not"),
        ("I did not say it was safe", "I did ... say it was safe", "not"),
        ("I did say it was safe", "I did [not] say it was safe", "not"),
        ("We can't go on like this", "We can go on like this", "can't"),
        ("We go on Friday unless it rains there", "We go on Friday", ""),
        ("We go unless it rains on Friday", "We go on Friday", "unless"),
        ("We go unless it rains on Friday", "We go … on Friday", "unless"),
        ("We only want to talk", "We want to talk", "only"),
        ("nobody knows the answer", "everybody knows the answer", "nobody"),
        ("we did it with no help at all", "we did it with help at all", "no"),
    ],
)
def test_a_negation_or_limit_that_is_lost_or_gained_is_named(said: str, quote: str, word: str) -> None:
    found = check_quote(quote, said)
    assert found.status == ("negation" if word else "verbatim")
    assert word in found.reason


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("It was, on a good day, fine.", "It was … fine."),
        ("It was, on a good day, fine.", "It was [...] fine."),
        ("It was, on a good day, fine.", "It was . . . fine."),
        ("the mayor knew it in May", "[He] knew it in May"),
        ("You don't need it because you live it", "don’t need it because [they] live it"),
        ("and if we can, we go", "[I]f we can, we go"),
        ("We lost. No one will take it away, no matter what.", "We lost. … No matter what."),
        ("we did not say it", "we [didn’t] say it"),
        ("we went home", "we went…home"),
        ("they walk home at night", "they [walked] home at night"),
        ("they walk home at night", "they walk[ed] home at night"),
    ],
)
def test_cuts_and_brackets_that_are_shown_pass(said: str, quote: str) -> None:
    assert status(said, quote) == "marked"


def test_a_bracket_hides_no_sentence_and_an_ending_no_other_word() -> None:
    long = "We went home and then we ate and then we slept and then we rose and then we talked about it."
    assert not check_quote("We went home [and] talked about it", long).passes
    assert not check_quote("they run[ning] home at night", "they walk home at night").passes


def test_pieces_pass_in_their_order_only() -> None:
    said = "We lost the boats. Then we lost the pier. Then we left."
    assert check_quote("We lost the boats … Then we left", said).status == "marked"
    assert not check_quote("Then we left … We lost the boats", said).passes


def test_words_left_out_without_a_mark_are_an_omission_and_are_shown() -> None:
    found = check_quote("was built in 1911 by Ana Lind for 40 boats", TALK, "Ruiz")
    assert found.status == "omission"
    assert found.reason == "left out: on a good day"
    assert ("-", "on a good day") in found.diff


def test_a_changed_number_name_or_tense_is_called_so() -> None:
    assert check_quote("on a good day, for 14 boats", TALK).reason == "a number: 14 for 40"
    assert check_quote("in 1911 by Ana Berg, on a good day", TALK).reason == "a name: Berg for Lind"
    assert check_quote("The old pier is built in 1911", TALK).reason == "a tense: is for was"
    assert check_quote("the right treatment today", "We had the right treatments today.").reason == (
        "treatment for treatments"  # nobody calls that a tense
    )
    assert check_quote("We will lose a third of the boats", TALK).reason == "will for may"


def test_the_diff_tells_what_was_said_and_what_is_quoted() -> None:
    found = check_quote("We will lose a third of the boats", TALK)
    assert found.diff == (("=", "We"), ("-", "may"), ("+", "will"), ("=", "lose a third of the boats"))


def test_sentences_of_two_answers_are_stitched_with_an_ellipsis_too() -> None:
    for joint in (" ", " … "):
        found = check_quote(f"We did not close the pier.{joint}The town pays $5 million", TALK, "Ana Ruiz")
        assert found.status == "stitched"


def test_an_interjection_does_not_end_an_answer() -> None:
    talk = "ANA: We lost the boats in the storm.\n\nBEN: Oh no.\n\nANA: And then we lost the pier.\n"
    assert check_quote("We lost the boats … then we lost the pier", talk).status == "marked"
    assert check_quote("We lost the boats in the storm. And then we lost the pier", talk).status == "stitched"
    asked = talk.replace("Oh no.", "What then?")
    assert check_quote("We lost the boats … then we lost the pier", asked).status == "stitched"


def test_sentences_far_apart_in_one_speech_are_stitched_unless_a_cut_is_shown() -> None:
    speech = (
        "We start with the boats. " + "There is a lot to say about all of them here. " * 6 + "We end with the pier."
    )
    assert status(speech, "We start with the boats. We end with the pier.") == "stitched"
    assert status(speech, "We start with the boats. ... We end with the pier.") == "marked"


def test_a_minute_between_two_sentences_stitches_them() -> None:
    cues = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ana>We lost the boats.\n\n{} --> 00:09:00.000\n<v Ana>{}\n"
    said = "Well, and then we lost the pier."
    quote = "We lost the boats. And then we lost the pier."
    assert check_quote(quote, parse_transcript(cues.format("00:00:05.000", said))).status == "omission"
    assert check_quote(quote, parse_transcript(cues.format("00:02:05.000", said))).status == "stitched"


def test_another_speakers_words_are_wrong_and_the_place_says_whose_they_are() -> None:
    found = check_quote("We would have built it of stone", TALK, "Ana Ruiz")
    assert (found.status, found.speaker) == ("wrong-speaker", "MR. COLE")
    assert check_quote("We would have built it of stone", TALK, "Ben Cole").status == "verbatim"
    assert check_quote("We would have built it of stone", TALK).status == "verbatim"


def test_words_that_both_speakers_said_pass_for_either() -> None:
    talk = "ANA RUIZ: We lost the boats.\n\nBEN COLE: We lost the boats?\n"
    assert all(check_quote("We lost the boats", talk, name).passes for name in ("Ruiz", "Mr. Cole"))


@pytest.mark.parametrize("speaker", ["the mayor", "THE PRESIDENT", "a spokesperson", "she"])
def test_a_role_that_no_label_holds_decides_nothing(speaker: str) -> None:
    assert check_quote("We may lose a third of the boats", TALK, speaker).passes


def test_numbered_speakers_are_told_apart() -> None:
    talk = "Speaker 1: We lost the boats.\n\nSpeaker 2: You lost the pier.\n\nSpeaker 1: Yes.\n\nSpeaker 2: No.\n"
    assert check_quote("You lost the pier", talk, "Speaker 1").status == "wrong-speaker"


def test_a_word_or_two_must_stand_there_as_they_are() -> None:
    assert check_quote("proud", TALK, "Ruiz").status == "verbatim"
    assert check_quote("of stone", TALK, "Cole").status == "verbatim"
    assert check_quote("of stone", TALK, "Ruiz").status == "wrong-speaker"
    assert check_quote("prouder", TALK).status == "not-found"
    assert check_quote("stones", TALK).status == "not-found"


@pytest.mark.parametrize("quote", ["", "…", "“—,”", "[sic]", " \n"])
def test_a_quotation_without_words_is_not_found(quote: str) -> None:
    assert status(TALK, quote) == "not-found"


@pytest.mark.parametrize("said", ["", "\n", "(Applause.)"])
def test_in_a_transcript_without_words_nothing_is_found(said: str) -> None:
    assert status(said, "We lost the boats") == "not-found"


def test_a_quotation_longer_than_the_transcript_never_passes() -> None:
    assert not check_quote("We lost the boats and the pier and all of the rest", "We lost the boats").passes


def test_the_place_of_the_words_has_line_column_and_time() -> None:
    text = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Ana>We lost\n\n"
    text += "00:12:41.500 --> 00:12:44.000\n<v Ana>all of the boats.\n"
    origin = check_quote("of the boats", parse_transcript(text, "a.vtt")).origin
    assert origin is not None
    assert (origin.path, origin.line, origin.column, origin.time) == ("a.vtt", 7, 12, "00:12:41")


def test_edits_are_counted() -> None:
    assert edits("[The mayor] … knew [of it] … in May") == 4
    assert edits("[T]he mayor knew") == 1
    assert edits("The mayor knew") == 0


def test_a_surname_with_its_particles_is_the_same_persons() -> None:
    said = "Nora Haskett: It is late.\nMara van der Quill: We close at six."
    assert check_quote("We close at six.", said, "Van der Quill").status == "verbatim"


@pytest.mark.parametrize("dots", ["…", "...", "...?", "…!”", "... )", "... —", "... (", "? ..."])
def test_dots_of_the_transcript_itself_are_no_cut_whatever_mark_follows_them(dots: str) -> None:
    said = f"Nora Haskett: It was late{dots} We went home."
    assert check_quote(f"It was late{dots} We went home.", said, "Haskett").status == "verbatim"
    assert check_quote("It was … home.", said, "Haskett").status == "marked"


def test_an_aside_before_dots_is_quoted_as_it_was_said() -> None:
    said = "Nora Haskett: You know, I think it was late... We went home."
    assert check_quote("You know, I think it was late... We went home.", said, "Haskett").status == "verbatim"
