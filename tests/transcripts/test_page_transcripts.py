"""Transcripts that are kept as web pages: those of podcasts, and the files of oTranscribe."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from authoring.errors import TranscriptError
from authoring.transcripts import parse_transcript, read_transcript

PAGE = """<cite>Ida Kessler:</cite>
<time>0:07</time>
<p>We didn&#39;t close <em>the</em> pier.</p>
<p>Remember: it
rained &amp; blew.</p>
<cite>Tom Abel:</cite>
<time>1:00:53</time>
<p>10:45<br>Why?</p>
"""


def test_a_podcast_page_names_speakers_and_times_and_keeps_places() -> None:
    transcript = parse_transcript(PAGE)
    assert transcript.format == "podcast-html"
    assert [(turn.speaker, turn.start, turn.text) for turn in transcript.turns] == [
        ("Ida Kessler", 7.0, "We didn't close the pier.\n\nRemember: it rained & blew."),
        ("Tom Abel", 3653.0, "10:45\n\nWhy?"),
    ]
    lines = PAGE.split("\n")
    for turn in transcript.turns:
        for word in ("close", "pier", "Remember", "blew", "Why"):
            if word in turn.text:
                place = turn.place(turn.text.index(word))
                if word != "blew":
                    assert lines[place.line - 1][place.column - 1 :].startswith(word)


def test_a_whole_page_is_read_without_what_no_reader_sees() -> None:
    page = f"<!DOCTYPE html>\n<html><head><title>Pier</title><style>p {{}}</style></head><body>{PAGE}</body></html>"
    told = " ".join(turn.text for turn in parse_transcript(page).turns)
    assert told.split() == "We didn't close the pier. Remember: it rained & blew. 10:45 Why?".split()


def test_a_page_that_names_no_speakers_and_times_is_no_transcript(tmp_path: Path) -> None:
    path = tmp_path / "talk.html"
    path.write_text("<!DOCTYPE html><html><p>Ida Kessler: We closed.</p></html>")
    with pytest.raises(TranscriptError, match="a web page"):
        read_transcript(path)


def test_the_real_page_says_what_the_subtitles_of_the_same_recording_say(shared: Path) -> None:
    folder = shared / "data/transcripts/podcast-namespace-examples"
    page, subtitles = (read_transcript(folder / f"example.{kind}") for kind in ("html", "srt"))
    told = [[(turn.speaker, turn.text.split()) for turn in each.turns] for each in (page, subtitles)]
    assert told[0] == told[1]
    assert [int(turn.start or 0) for turn in page.turns] == [int(turn.start or 0) for turn in subtitles.turns]


def otr(text: str) -> str:
    return json.dumps({"text": text, "media": "call.m4a", "media-time": 12.5})


def mark(seconds: float) -> str:
    return f'<span class="timestamp" contenteditable="false" data-timestamp="{seconds}">0:12</span>&nbsp;'


def test_otranscribe_gives_names_paragraphs_and_times() -> None:
    text = (
        f"<p>{mark(1.5)}<b>Ida:</b> We “closed” &amp; left.</p><p>Remember: it rained,</p>"
        f"<p>Tom: Why{mark(12.25)} in May?<br/>10:45<br/></p><p><b>Ida:</b> Rain.</p><p>Tom: Oh.</p>"
    )
    transcript = parse_transcript(otr(text))
    assert transcript.format == "otranscribe"
    assert [(turn.speaker, turn.start, turn.text) for turn in transcript.turns] == [
        ("Ida", 1.5, "We “closed” & left.\n\nRemember: it rained,"),
        ("Tom", 1.5, "Why in May?\n\n10:45"),
        ("Ida", 12.25, "Rain."),
        ("Tom", 12.25, "Oh."),
    ]
    tom = transcript.turns[1]
    place = tom.place(tom.text.index("May"))
    assert (place.line, place.time) == (1, 12.25)
    assert otr(text)[place.column - 1 :].startswith("May")
    rain = transcript.turns[2].place(0)
    assert otr(text)[rain.column - 1 :].startswith("Rain")


def test_otranscribe_without_names_is_one_turn_of_nobody() -> None:
    text = f"We closed.<br>{mark(3)}In May.<br><br>It rained <script>alert(1)</script>a lot."
    [turn] = parse_transcript(otr(text)).turns
    assert (turn.speaker, turn.text) == (None, "We closed.\n\nIn May.\n\nIt rained a lot.")


def test_a_page_of_broken_tags_takes_no_longer_than_a_sound_one() -> None:
    for broken in ("<cite>", "<!--", "&", "<p a='", "<", "<p", "a"):
        parse_transcript(PAGE + broken * 100_000)


TTML = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en">
 <head><metadata>
  <ttm:agent xml:id="ida" type="person"><ttm:name type="full">Ida &amp; Co</ttm:name></ttm:agent>
 </metadata>
 <styling><style xml:id="s1"/></styling></head>
 <body><div>
  <p begin="00:00:01.500" end="00:00:03.000" ttm:agent="ida">We <span style="s1">didn&apos;t</span>
  close<br/>the pier.</p>
  <p begin="3.5s" dur="1500ms" ttm:agent="ida">10:45</p>
  <p begin="00:01:00:12" ttm:agent="tom">Why?</p>
  <p begin="62s">Remember: rain.</p>
 </div></body>
</tt>
"""


def test_timed_text_gives_paragraphs_with_times_and_the_names_of_who_speaks() -> None:
    transcript = parse_transcript(TTML)
    assert transcript.format == "ttml"
    assert [(turn.speaker, turn.start, turn.end, turn.text) for turn in transcript.turns] == [
        ("Ida & Co", 1.5, 5.0, "We didn't close the pier. 10:45"),
        ("tom", None, None, "Why?"),
        (None, 62.0, None, "Remember: rain."),
    ]
    first = transcript.turns[0]
    place = first.place(first.text.index("pier"))
    assert TTML.split("\n")[place.line - 1][place.column - 1 :].startswith("pier")


def test_timed_text_that_is_cut_off_keeps_the_words_above() -> None:
    for length in range(TTML.index("close"), len(TTML)):
        told = " ".join(turn.text for turn in parse_transcript(TTML[:length]).turns)
        assert told.startswith("We didn't")
