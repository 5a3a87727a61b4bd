"""How long a transcript of two hours takes to read, in every format, beside what others need for the same file.

    python benchmarks/transcripts_speed.py

Each figure is the best of five, in processor time, as other work on the machine does not count then; ``cold`` is that
of a process of its own, with its start. The peers are webvtt-py, pysubs2 and srt, which are no part of the project
(``pip install webvtt-py pysubs2 srt``), and, for JSON, the reader of the standard library, which gives data and no
turns: nothing can be faster than that.
"""

from __future__ import annotations

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

WORDS = 20_000
_SOME = (
    "the pier was closed in May because it rained and nobody on the council had asked for a report before that week "
    "so we walked up there again with a lamp to see what the sea had left of the old boards"
).split()

SPEAKERS = ("Ida Kessler", "Tom Abel", "Ana Ruiz")


class Recording:
    """What was said: stretches of some words, by three speakers, for two hours."""

    def __init__(self, words: int = WORDS, seed: int = 7) -> None:
        chance = random.Random(seed)
        step = 7200 / words
        self.stretches: list[tuple[str, list[tuple[str, float, float]]]] = []
        said = 0
        while said < words:
            count = min(chance.randint(4, 14), words - said)
            speaker = SPEAKERS[len(self.stretches) // 6 % 3]
            told = [chance.choice(_SOME) for _ in range(count)]
            told[-1] += "."
            timed = [
                (word, round((said + at) * step, 2), round((said + at + 0.8) * step, 2)) for at, word in enumerate(told)
            ]
            self.stretches.append((speaker, timed))
            said += count

    def each(self) -> Iterator[tuple[str, str, float, float, list[tuple[str, float, float]]]]:
        """Speaker, words, beginning, end, and the words one by one."""
        for speaker, timed in self.stretches:
            yield speaker, " ".join(word for word, _, _ in timed), timed[0][1], timed[-1][2], timed


def _clock(seconds: float, mark: str) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{mark}{round(seconds % 1 * 1000) % 1000:03}"


def _voices(told: Recording) -> str:
    cues = [f"{_clock(a, '.')} --> {_clock(b, '.')}\n<v {who}>{said}</v>\n" for who, said, a, b, _ in told.each()]
    return "\n".join(["WEBVTT\n", *cues])


def _zoom(told: Recording) -> str:
    cues = [
        f"{number}\n{_clock(a, '.')} --> {_clock(b, '.')}\n{who}: {said}\n"
        for number, (who, said, a, b, _) in enumerate(told.each(), 1)
    ]
    return "\n".join(["WEBVTT\n", *cues])


def _rolling(told: Recording) -> str:
    cues = []
    lines = [timed for _, _, _, _, timed in told.each()]
    for before, timed in pairwise([[], *lines]):
        first, *rest = timed
        tagged = first[0] + "".join(f"<{_clock(at, '.')}><c> {word}</c>" for word, at, _ in rest)
        shown = " ".join(word for word, _, _ in before) or " "
        cues.append(f"{_clock(first[1], '.')} --> {_clock(timed[-1][2], '.')} align:start\n{shown}\n{tagged}\n")
    return "\n".join(["WEBVTT\nKind: captions\n", *cues])


def _subrip(told: Recording) -> str:
    return "\n".join(
        f"{number}\n{_clock(a, ',')} --> {_clock(b, ',')}\n{who}: {said}\n"
        for number, (who, said, a, b, _) in enumerate(told.each(), 1)
    )


def _whisper(told: Recording) -> Any:
    segments = [
        {
            "start": a,
            "end": b,
            "text": f" {said}",
            "words": [{"word": f" {word}", "start": at, "end": to, "probability": 0.9} for word, at, to in timed],
        }
        for _, said, a, b, timed in told.each()
    ]
    return {"text": "".join(segment["text"] for segment in segments), "segments": segments, "language": "en"}


def _whisperx(told: Recording) -> Any:
    segments = [
        {
            "start": a,
            "end": b,
            "text": f" {said}",
            "speaker": who,
            "words": [{"word": w, "start": at, "end": to, "score": 0.9, "speaker": who} for w, at, to in timed],
        }
        for who, said, a, b, timed in told.each()
    ]
    return {"segments": segments, "word_segments": [word for each in segments for word in each["words"]]}


def _aws(told: Recording) -> Any:
    items: list[dict[str, Any]] = []
    segments = []
    for who, _, a, b, timed in told.each():
        labels = []
        for word, at, to in timed:
            times = {"start_time": str(at), "end_time": str(to)}
            content = [{"confidence": "0.9", "content": word.strip(".")}]
            items.append({**times, "alternatives": content, "type": "pronunciation"})
            labels.append({**times, "speaker_label": who})
            if word.endswith("."):
                items.append({"alternatives": [{"confidence": "0.0", "content": "."}], "type": "punctuation"})
        segments.append({"start_time": str(a), "end_time": str(b), "speaker_label": who, "items": labels})
    text = " ".join(said for _, said, _, _, _ in told.each())
    labels_of_all = {"speakers": 3, "segments": segments}
    return {"results": {"transcripts": [{"transcript": text}], "speaker_labels": labels_of_all, "items": items}}


def _deepgram(told: Recording) -> Any:
    words = [
        {
            "word": w.strip("."),
            "start": at,
            "end": to,
            "confidence": 0.9,
            "punctuated_word": w,
            "speaker": SPEAKERS.index(who),
        }
        for who, _, _, _, timed in told.each()
        for w, at, to in timed
    ]
    text = " ".join(said for _, said, _, _, _ in told.each())
    return {"metadata": {}, "results": {"channels": [{"alternatives": [{"transcript": text, "words": words}]}]}}


def _assemblyai(told: Recording) -> Any:
    utterances = [
        {
            "speaker": who[0],
            "text": said,
            "start": int(a * 1000),
            "end": int(b * 1000),
            "words": [
                {"text": w, "start": int(at * 1000), "end": int(to * 1000), "confidence": 0.9, "speaker": who[0]}
                for w, at, to in timed
            ],
        }
        for who, said, a, b, timed in told.each()
    ]
    text = " ".join(said for _, said, _, _, _ in told.each())
    return {"text": text, "words": [word for each in utterances for word in each["words"]], "utterances": utterances}


def _podcast(told: Recording) -> Any:
    return {
        "version": "1.0.0",
        "segments": [
            {"speaker": who, "startTime": a, "endTime": b, "body": said} for who, said, a, b, _ in told.each()
        ],
    }


def _page(told: Recording) -> str:
    return "".join(
        f"<cite>{who}:</cite>\n<time>{_clock(a, '.')}</time>\n<p>{said}</p>\n" for who, said, a, _, _ in told.each()
    )


def _otranscribe(told: Recording) -> Any:
    text = "".join(
        f'<p><span class="timestamp" data-timestamp="{a}">0:00</span>&nbsp;<b>{who}:</b> {said}</p>'
        for who, said, a, _, _ in told.each()
    )
    return {"text": text, "media": "call.m4a", "media-time": 7200}


def _text(told: Recording) -> str:
    return "\n\n".join(f"{who.upper()}: {said}" for who, said, _, _, _ in told.each())


FILES: dict[str, Callable[[Recording], Any]] = {
    "webvtt, voices": _voices,
    "webvtt, zoom": _zoom,
    "webvtt, rolling": _rolling,
    "srt": _subrip,
    "whisper": _whisper,
    "whisperx": _whisperx,
    "aws-transcribe": _aws,
    "deepgram": _deepgram,
    "assemblyai": _assemblyai,
    "podcast-json": _podcast,
    "podcast-html": _page,
    "otranscribe": _otranscribe,
    "text": _text,
}


def _peers(name: str) -> dict[str, Callable[[Path], object]]:
    """What others read such a file with; those that are not installed are left out."""
    found: dict[str, Callable[[Path], object]] = {}
    if name.startswith("webvtt"):
        found["webvtt-py"] = lambda path: [cue.voice for cue in import_module("webvtt").read(str(path))]
    if name.startswith("webvtt") or name == "srt":
        found["pysubs2"] = lambda path: import_module("pysubs2").load(str(path))
    if name == "srt":
        found["srt"] = lambda path: list(import_module("srt").parse(path.read_text("utf-8")))
    if not found and FILES[name](Recording(20)).__class__ is dict:
        found["json.loads"] = lambda path: json.loads(path.read_bytes())
    return found


def _best(task: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        begin = time.process_time()
        task()
        taken.append(time.process_time() - begin)
    return min(taken)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _cold(path: Path) -> float:
    code = "import sys; from authoring.transcripts import read_transcript; read_transcript(sys.argv[1])"
    taken = []
    for _ in range(3):
        begin = _of_children()
        subprocess.run([sys.executable, "-c", code, str(path)], check=True)
        taken.append(_of_children() - begin)
    return min(taken)


def main() -> None:
    """Print a line for each format."""
    from authoring.transcripts import read_transcript

    told = Recording()
    spoken = [word for _, _, _, _, timed in told.each() for word, _, _ in timed]
    print(f"{WORDS} words, two hours; milliseconds, and how many times ours is what the peer needs")
    for name, write in FILES.items():
        data = write(told)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "talk"
            path.write_text(data if isinstance(data, str) else json.dumps(data, indent=2), "utf-8")
            transcript = read_transcript(path)
            assert " ".join(turn.text for turn in transcript.turns).split() == spoken, name
            ours = _best(lambda path=path: read_transcript(path))  # type: ignore[misc]
            line = f"{name:16} {path.stat().st_size / 1e6:5.1f} MB  {ours * 1000:5.0f}  cold {_cold(path) * 1000:4.0f}"
            for peer, read in _peers(name).items():
                try:
                    theirs = _best(lambda read=read, path=path: read(path))  # type: ignore[misc]
                except ImportError:
                    line += f"  {peer} is not installed"
                else:
                    line += f"  {peer} {theirs * 1000:.0f} ({ours / theirs:.1f})"
            print(line, flush=True)


if __name__ == "__main__":
    main()
