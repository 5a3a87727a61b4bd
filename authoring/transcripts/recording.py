"""Puts corrections into the file beside a transcript: lines are inserted, and all that stands there stays.

Only the SHA-256 is ever replaced, where the reporter says that the corrections hold for the file as it is now.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from authoring.config.toml import offsets
from authoring.errors import TranscriptError, read_file
from authoring.text.files import atomic_write, read_bytes, surely
from authoring.text.near import nearest
from authoring.text.patterns import lazy
from authoring.transcripts.correcting import put_right
from authoring.transcripts.corrections import Corrections, beside, read_corrections
from authoring.transcripts.model import Transcript

_LINE_END = lazy(r"\r?\n")
_SHA256 = lazy(r'"[^"\n]*"|\'[^\'\n]*\'')
_MARK = "\ufeff"
_HEAD = """\
# Corrections of {name}, which itself stays as it came.
# Left of each “=” stands what the transcript has, right of it what is right.
sha256 = "{sha256}"
"""


def record(transcript: Transcript, speakers: Mapping[str, str], heard: Mapping[str, str], *, keep: bool = False) -> int:
    """Insert corrections into the file beside a transcript, which is read as it came; how many were new.

    Args:
        transcript: without its corrections.
        speakers: labels, and who they stand for.
        heard: words as they stand there, and the words that were said.
        keep: whether the corrections in the file hold for the transcript as it is now.

    Raises ``TranscriptError``, and changes nothing, where one of them matches nothing or the file says otherwise.
    """
    path = beside(transcript.path)
    there = surely(path.is_file)
    text = (
        read_file(path, TranscriptError)
        if there
        else _HEAD.format(name=_shown(Path(transcript.path).name), sha256=transcript.sha256)
    )
    old = read_corrections(text, str(path))
    _expect_matches(transcript, speakers, heard)
    if keep:
        text = _with_sha256(text, transcript.sha256, old)
    elif old.sha256 not in (None, transcript.sha256):
        message = "these corrections are for another transcript, or for this one before it changed"
        hint = "see whether they still hold, and add --keep-corrections"
        raise TranscriptError(message, path=path, hint=hint)
    new = {"speakers": _new(old, "speakers", speakers), "heard": _new(old, "heard", heard)}
    for table, pairs in new.items():
        text = _inserted(text, table, pairs)
    _expect_only(text, old, new)
    if not there or text != old.text:
        _write(path, text, marked=there and read_bytes(path).startswith(_MARK.encode()))
    return sum(map(len, new.values()))


def _expect_matches(transcript: Transcript, speakers: Mapping[str, str], heard: Mapping[str, str]) -> None:
    labels = list(dict.fromkeys(turn.speaker for turn in transcript.turns if turn.speaker))
    for label, name in speakers.items():
        if label not in labels:
            near = nearest(label, labels)
            hint = f"did you mean “{near}”?" if near else f"there are: {', '.join(labels) or 'none'}"
            raise TranscriptError(f"nobody is called “{label}” there", path=transcript.path, hint=hint)
        _expect_words(name, f"--name “{label}=”")
    for words, right in heard.items():
        _expect_words(right, f"--heard “{words}=”")
        if put_right(transcript.turns, Corrections("", "", heard={words: right}))[1]:
            hint = "type them as the transcript has them"
            raise TranscriptError(f"“{words}” is nowhere in it, expected words of it", path=transcript.path, hint=hint)


def _expect_words(words: str, where: str) -> None:
    if not words or not words.isprintable():
        raise TranscriptError(f"{where} has no words behind it", hint='for example: --name "SPEAKER_00=Ana Ruiz"')


def _new(old: Corrections, table: str, pairs: Mapping[str, str]) -> dict[str, str]:
    known = old.speakers if table == "speakers" else old.heard
    for was, right in pairs.items():
        if known.get(was, right) != right:
            line, column = old.places.get((table, was), (1, 1))
            message = f"“{was}” is “{known[was]}” here already, expected one of the two"
            raise TranscriptError(message, path=old.path, line=line, column=column, hint="change it by hand")
    return {was: right for was, right in pairs.items() if was not in known}


def _inserted(text: str, table: str, pairs: Mapping[str, str]) -> str:
    """The text with lines at the end of a table, which is made where there is none."""
    if not pairs:
        return text
    newline = _newline(text)
    lines = "".join(f"{_quoted(was)} = {_quoted(right)}{newline}" for was, right in pairs.items())
    places = offsets(text)
    inside = [at for way, at in places.values.items() if len(way) == 2 and way[0] == table]
    if inside or (table,) in places.keys:
        at = _line_end(text, max(inside, default=places.keys.get((table,), 0)))
        apart = "" if text[:at].endswith("\n") else newline
        return f"{text[:at]}{apart}{lines}{text[at:]}"
    apart = newline if not text or text.endswith("\n") else newline * 2
    return f"{text}{apart}[{table}]{newline}{lines}"


def _with_sha256(text: str, sha256: str, old: Corrections) -> str:
    at = offsets(text).values.get(("sha256",))
    if at is None:
        newline = _newline(text)
        return f'sha256 = "{sha256}"{newline}{text}'
    if old.sha256 == sha256:
        return text
    value = _SHA256.match(text, at)
    if value is None:
        raise TranscriptError("this SHA-256 cannot be replaced, expected it in quotation marks", path=old.path)
    return f'{text[:at]}"{sha256}"{text[value.end() :]}'


def _expect_only(text: str, old: Corrections, new: Mapping[str, Mapping[str, str]]) -> None:
    wanted = ({**old.speakers, **new["speakers"]}, {**old.heard, **new["heard"]})
    try:
        now = read_corrections(text, old.path)
        right = (now.speakers, now.heard) == wanted
    except TranscriptError:
        right = False
    if not right:
        message = "nothing can be inserted here, expected lines under [speakers] and [heard]"
        raise TranscriptError(message, path=old.path, hint="put it in by hand")


def _write(path: Path, text: str, *, marked: bool) -> None:
    try:
        atomic_write(path.resolve(), (_MARK if marked else "") + text)
    except OSError as error:
        message = f"this cannot be written ({error.strerror})"
        raise TranscriptError(message, path=path, hint="check the disk and the folder's permissions") from None


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"  # TOML knows no others


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def _shown(name: str) -> str:
    """A file's name as a comment can have it: on one line, and without what TOML forbids."""
    return "".join(char if char.isprintable() else "?" for char in name)


def _quoted(words: str) -> str:
    if "'" in words or '"' not in words or not words.isprintable():
        escaped = "".join(char if char.isprintable() and char not in '"\\' else _escaped(char) for char in words)
        return f'"{escaped}"'
    return f"'{words}'"


def _escaped(char: str) -> str:
    return f"\\{char}" if char in '"\\' else f"\\U{ord(char):08x}"
