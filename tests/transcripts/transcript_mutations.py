"""Spoils transcripts as files get spoiled, by a number: the same number spoils a file in the same way."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from enum import Enum


class Words(Enum):
    """What must hold of the words of a spoiled file."""

    SAME = "the same words in the same order"
    KEPT = "every word is still there"
    ANY = "turns or an error"


Spoil = Callable[[bytes, random.Random], bytes]
_CLOCK = re.compile(rb"\d{1,2}:\d{2}:\d{2}|\d{1,2}:\d{2}")
_WORD = re.compile(rb"(?<=[a-z] )[a-z]{3,12}(?= [a-z])")


def cut(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data))]


def cut_before(data: bytes, rng: random.Random) -> bytes:
    return data[rng.randrange(len(data)) :]


def hole(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.randrange(1, 60) :]


def mixed_ends(data: bytes, rng: random.Random) -> bytes:
    ended: list[bytes] = []
    for line in data.replace(b"\r\n", b"\n").split(b"\n"):
        lone = (
            bool(ended) and ended[-1].endswith(b"\r") and not line
        )  # with a line feed after it, that would be one end
        ended.append(line + rng.choice((b"\r\n", b"\r") if lone else (b"\n", b"\r\n", b"\r")))
    return b"".join(ended)


def one_end(data: bytes, rng: random.Random) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\n", rng.choice((b"\r\n", b"\r")))


def bom(data: bytes, rng: random.Random) -> bytes:
    return b"\xef\xbb\xbf" + data


def trailing_space(data: bytes, rng: random.Random) -> bytes:
    return re.sub(rb"(?<=[a-z.:])(?=\r?\n)", lambda _: rng.choice((b"", b" ", b"  ", b"\t")), data)


def bad_times(data: bytes, rng: random.Random) -> bytes:
    bad = (b"99:99:99", b"00:00:00", b"77:77", b"23:59:59", b"0:00")
    return _CLOCK.sub(lambda clock: rng.choice(bad) if rng.random() < 0.3 else clock[0], data)


def nested_tags(data: bytes, rng: random.Random) -> bytes:
    tags = rng.choice(
        ((b"<i><b>", b"</b></i>"), (b"<c.loud><i>", b"</i></c>"), (b"<u>", b""), (b"<b><i>", b"</b></i>"))
    )
    return _WORD.sub(lambda word: tags[0] + word[0] + tags[1] if rng.random() < 0.5 else word[0], data)


def doubled_lines(data: bytes, rng: random.Random) -> bytes:
    return b"".join(line * rng.choice((1, 1, 2)) for line in data.splitlines(keepends=True))


def lost_lines(data: bytes, rng: random.Random) -> bytes:
    return b"".join(line for line in data.splitlines(keepends=True) if rng.random() > 0.1)


def shuffled_lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    rng.shuffle(lines)
    return b"".join(lines)


def zeros(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + b"\0" * rng.randrange(1, 4) + data[at:]


def utf16(data: bytes, rng: random.Random) -> bytes:
    return data.decode().encode(rng.choice(("utf-16", "utf-16-le", "utf-16-be")))


def latin1(data: bytes, rng: random.Random) -> bytes:
    return (data + b" caf\xc3\xa9 ").decode().encode("latin-1", "replace")


def odd_bytes(data: bytes, rng: random.Random) -> bytes:
    spoiled = bytearray(data)
    for _ in range(rng.randrange(1, 12)):
        spoiled[rng.randrange(len(spoiled))] = rng.randrange(256)
    return bytes(spoiled)


def nothing(data: bytes, rng: random.Random) -> bytes:
    return rng.choice((b"", b"\n", b" \r\n\t", b"\xef\xbb\xbf", b"WEBVTT", b"WEBVTT\n\n", b"{}", b"[]", b"---\n---\n"))


def long_line(data: bytes, rng: random.Random) -> bytes:
    filler = rng.choice(
        (b" ", b"a", b"[", b"**", b"](", b"- ", b"1:", b"\n", b">", b"<", b"&#", b"Q. ", b"\\[", b"A a")
    )
    at = rng.randrange(len(data))
    return data[:at] + filler * 40_000 + data[at:]


SPOILS: tuple[tuple[Spoil, Words], ...] = (
    (cut, Words.ANY),
    (cut_before, Words.ANY),
    (hole, Words.ANY),
    (mixed_ends, Words.SAME),
    (one_end, Words.SAME),
    (bom, Words.SAME),
    (trailing_space, Words.SAME),
    (bad_times, Words.KEPT),
    (nested_tags, Words.KEPT),
    (doubled_lines, Words.KEPT),
    (lost_lines, Words.ANY),
    (shuffled_lines, Words.ANY),
    (zeros, Words.ANY),
    (utf16, Words.ANY),
    (latin1, Words.ANY),
    (odd_bytes, Words.ANY),
    (nothing, Words.ANY),
    (long_line, Words.ANY),
)
"""Ways in which files get spoiled, and what must hold of the words."""
