"""Short transcripts in every format, written for the tests with what is hard in each."""

from __future__ import annotations

import json

NOTICE = (
    "This editable transcript was computer generated and might contain errors."
    " People can also change the text after it was created."
)
MEET = """\
abc-defg-hij (2024-05-03 10:00 GMT+1) - Transcript
Attendees
Ana Ruiz, cyfox, Ben Cole
Transcript
NOTICE
Ana Ruiz: Shall we begin?
cyfox: One moment.
Ana Ruiz’s Presentation: the tide table.
00:05:00
Ben Cole: Note: bring a pen.
Note: and paper.

Remember: it was raining.
Meeting ended after 00:10:00 👋
""".replace("NOTICE", NOTICE)

NEW_MEET = """\
📖 Transcript
May 3, 2024
Pier talk - Transcript
00:00:00

Ana Ruiz: Shall we begin?
00:02:07

Ben Cole: We have.
Ana Ruiz: Good.


Transcription ended after 00:03:19

NOTICE
""".replace("NOTICE", NOTICE)

MEET_IN_MARKDOWN = """\
# Pier talk \\- Transcript
## Transcript

### 00:00:00

**Ana Ruiz:** Shall we \\[all\\] begin?

### 00:02:07

**Ben Cole:** We have.

### Transcription ended after 00:03:19

*NOTICE*
""".replace("NOTICE", NOTICE)

OTTER = """\
Ana Ruiz  0:03
Shall we begin?

Ben Cole  0:12
We have. The boat leaves at

12:30

and it’s never late. See you at  12:40
Note: bring a pen.

Unknown Speaker  1:02:05
Thank you.

Transcribed by https://otter.ai
""".replace("0:12\n", "0:12  \n")

TEAMS = """\
Pier talk-20240503_100000-Meeting Transcript
May 3, 2024, 9:00AM
12m 3s

Ana Ruiz started transcription

Ruiz, Ana (Harbour)   0:03
Shall we begin?
Really.
Cole, Ben   0:12
We have.

Ruiz, Ana (Harbour)   0:15
Good.
Ana Ruiz stopped transcription
"""

REV = """\
Ana Ruiz (00:03):
Shall we begin?

Ben Cole (00:12):
We have.

Ana Ruiz (01:15):
[inaudible 00:01:17] good.
"""

CHAPTERS = """\
---
title: Pier talk
speakers: ['Ana Ruiz', 'Ben Cole']
---
## Intro

Speaker 0: 00:00:03

Shall we begin?
Really.

## The boat

Speaker 1: 00:00:12

We have.

Speaker 0:

Good.
"""

CHAT = "00:21:14\tAna Ruiz:\tIs it 12:30?\r\nOr later?\r\n00:21:35\tBen Cole:\tLater: 13:00\r\n"

SAVED_CHAT = """\
10:21:14 From Ana Ruiz to Everyone:
\tIs it 12:30?
10:21:35 From Ben Cole to Ana Ruiz (Direct Message):
\tReplying to "Is it 12:30?"

\tLater.
10:21:40 From Ana Ruiz to Everyone:
\tReacted to "Later." with 👍
"""

CAPTIONS = """\
[Ana Ruiz] 10:02:03
Shall we begin?

[Ben Cole] 10:02:09
We have.
"""

PODCAST = """\
**Ana Ruiz:** \\[01:46\\] We read [the log](https://example.org/log_(1)) \\[laughs\\] *twice*.

\\[02:10\\] And then home.

**Break:** \\[03:00\\]

**Ben Cole**: Tom Abel:

He wrote this himself.

Break: \\[04:00\\] to \\[04:20\\]

**Ana Ruiz:**

Ben Cole: that is you &amp; me.
"""

OFFICIAL = """\
Cite:
http://example.org/remarks

May 3, 2024
For Immediate Release

Remarks by the Mayor. With Questions.

Office of the Mayor

**Please see below for a correction, marked with asterisks.

2:33 P.M. MST

THE MAYOR:\xa0 Good morning.\xa0 (Laughter.)

\tIt is 2:33 P.M.

\tQ\xa0 \xa0 \xa0 Why now?

Q  And why here?

THE MAYOR:\xa0 The END is near:

END

Not yet.

END
\t2:47 P.M. MST
"""

ADDRESS = """\
The White House

Office of the Press Secretary

May 3, 2024

Hi, everybody.  It’s about this: jobs.

Note: bring a pen.

###
"""

DEPOSITION = """\
                                                      12
 1                      EXAMINATION
 2   BY MR. ABEL:
 3        Q.   Did you see the boat
 4   at 12 on that day?
 5        A.   I did. 12 of them.
 6             MS. RUIZ:  Objection.
 7             THE WITNESS:  At
 8   12:30.
 9        Q.   Thank you.
10        A.   Page 12 says so.
\x0c                                                      13
 1        Q.   And the tide?
 2        A.   High.
"""

INTERVIEW = "Pier talk\n\nQ: Did you see it?\nA: I did.\n\nTwice.\n\nQ\tWhen?\nA\tAt 12:30.\n"

CAPTIONED = ">> ANA RUIZ: We begin.\n>> Thank you.\nAll of you.\n>>> BEN COLE: Yes.\n"

LINES_WITH_TIMES = "0:00\nwe went there\n0:03\nand 12:30 came\n0:07\nand then home\n"

PLAIN = "We went there at\n\n12:30\n\nand the answer was this: no.\n\nRemember: it rained. Q is a letter.\n"

OLD_TEAMS = """\
0:0:0.0 --> 0:0:1.250
Ana Ruiz
Shall we begin at 12:30?
0:0:2.90 --> 0:0:4.480
Ben Cole
We have.
0:0:5.520 --> 0:0:6.460
Ana Ruiz
Good.
"""

STACKED = """\
Ana Ruiz
00:03
Shall we begin at

12:30

or later?

Ben Cole
00:12
We have.
Yes.

Ana Ruiz
00:15
Good.
"""

TIMES_IN_BOLD = """\
**Ana Ruiz (00:03):** Shall we begin?

**Ben Cole (00:12):** We have.

**Ana Ruiz (01:00:15):** Good.
"""

STRETCHES = """\
[00:00.000 --> 00:07.000]  We went there at
[00:07.000 --> 00:09.000]  12:30, and home.
"""

IN_BRACKETS = """\
[Ana Ruiz]: [00:03] Shall we begin?
[Ben]: [00:07] We have.
[Ana Ruiz]: [00:09] Good.
"""

IN_RUSSIAN = """\
Мария: Когда?
Иван: В 12:30.
Мария: Хорошо.
"""

IN_CHINESE = """\
李明：几点？
王芳：12:30。
李明：好。
"""

VTT = """\
WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Ana Ruiz>We went there at 12:30,

2
00:00:04.000 --> 00:00:06.000
<v Ana Ruiz>and <i>then</i> home.

3
00:00:07.000 --> 00:00:09.000
<v Ben Cole>You &amp; I? Note: both.
"""

SRT = """\
1
00:00:01,000 --> 00:00:04,000
Ana Ruiz: We went there at 12:30,

2
00:00:04,000 --> 00:00:06,000
and then home.

3
00:00:07,000 --> 00:00:09,000
Ben Cole: You and I?

4
00:00:10,000 --> 00:00:12,000
Ana Ruiz: Note: both.
"""

_SAID = [("A", 0.5, "We"), ("A", 0.9, "went"), ("A", 1.4, "there."), ("B", 2.0, "Where?"), ("A", 3.0, "Home.")]
WHISPER = json.dumps(
    {
        "text": " ".join(word for _, _, word in _SAID),
        "segments": [{"start": at, "end": at + 0.3, "text": f" {word}"} for _, at, word in _SAID],
        "language": "en",
    },
    indent=1,
)
WHISPERX = json.dumps(
    {"segments": [{"start": at, "end": at + 0.3, "text": word, "speaker": name} for name, at, word in _SAID]}
)
ASSEMBLY = json.dumps(
    {
        "text": " ".join(word for _, _, word in _SAID),
        "utterances": [
            {"speaker": name, "start": int(at * 1000), "end": int(at * 1000) + 300, "text": word, "words": []}
            for name, at, word in _SAID
        ],
    },
    indent=2,
)
DEEPGRAM = json.dumps(
    {
        "results": {
            "channels": [
                {
                    "alternatives": [
                        {
                            "transcript": " ".join(word for _, _, word in _SAID),
                            "words": [
                                {
                                    "word": word.lower().strip(".?"),
                                    "punctuated_word": word,
                                    "start": at,
                                    "end": at + 0.3,
                                    "speaker": ord(name) - 65,
                                }
                                for name, at, word in _SAID
                            ],
                        }
                    ]
                }
            ]
        }
    }
)
PODCAST_JSON = json.dumps(
    {
        "version": "1.0.0",
        "segments": [{"speaker": name, "startTime": at, "endTime": at + 0.3, "body": word} for name, at, word in _SAID],
    },
    indent=2,
)

OTR = json.dumps(
    {
        "text": '<p><span class="timestamp" data-timestamp="3.5">0:03</span>Ana Ruiz: We went.</p>'
        "<p>Ben Cole: Where?</p>",
        "media": "talk.mp3",
        "media-time": 12.5,
    }
)
PAGE = """\
<cite>Ana Ruiz:</cite>
<time>0:00</time>
<p>We went there &amp; home.</p>
<cite>Ben Cole:</cite>
<time>0:07</time>
<p>Where? Note: both.</p>
"""

TEXTS = {
    "meet": MEET,
    "new_meet": NEW_MEET,
    "meet_in_markdown": MEET_IN_MARKDOWN,
    "otter": OTTER,
    "teams": TEAMS,
    "rev": REV,
    "chapters": CHAPTERS,
    "chat": CHAT,
    "saved_chat": SAVED_CHAT,
    "captions": CAPTIONS,
    "podcast": PODCAST,
    "official": OFFICIAL,
    "address": ADDRESS,
    "deposition": DEPOSITION,
    "interview": INTERVIEW,
    "captioned": CAPTIONED,
    "lines_with_times": LINES_WITH_TIMES,
    "plain": PLAIN,
    "old_teams": OLD_TEAMS,
    "stacked": STACKED,
    "times_in_bold": TIMES_IN_BOLD,
    "stretches": STRETCHES,
    "in_brackets": IN_BRACKETS,
    "in_russian": IN_RUSSIAN,
    "in_chinese": IN_CHINESE,
}
TIMED = {
    "vtt": VTT,
    "srt": SRT,
    "whisper": WHISPER,
    "whisperx": WHISPERX,
    "assembly": ASSEMBLY,
    "deepgram": DEEPGRAM,
    "podcast_json": PODCAST_JSON,
    "otr": OTR,
    "page": PAGE,
}
