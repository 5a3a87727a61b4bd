"""Where sentences of a draft come from, as it may be shown: without what was told in confidence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from authoring.drafting.why import Answer, NoteOrigin, why
from authoring.errors import ArticleError, read_file
from authoring.prose import parse
from authoring.runner.stories import Stories, known_to
from authoring.runner.veil import Veil, veil_of
from authoring.runner.withheld import blanked
from authoring.text.files import read_text
from authoring.trace.trace import TRACE_LIMIT, Trace, trace_path


def explained(path: Path, line: int, column: int | None = None, *, private: bool = False) -> list[Answer]:
    """The origin of the sentences at a place of an article.

    ``private`` shows what was told in confidence, for the eyes of the notes' owner alone. Raises ``ArticleError``.
    """
    answers = why(path, line, column)
    if private:
        return answers
    text = read_file(path, ArticleError)
    notes = path.parent / Trace.from_json(read_text(trace_path(path), TRACE_LIMIT), trace_path(path)).notes
    document = parse(text, path=str(path))
    document = known_to(Stories(notes if notes.is_file() else None).of(document), document)
    veil = veil_of(document)
    if not (veil.spans or veil.secrets):
        return answers
    shown = blanked(text, veil.spans)
    return [_veiled(answer, shown, veil) for answer in answers]


def _veiled(answer: Answer, shown: str, veil: Veil) -> Answer:
    start = veil.document.lines.offset(answer.line, answer.column)
    sentence = shown[start : start + len(answer.sentence)]
    return replace(answer, sentence=sentence, notes=tuple(_origin(each, veil) for each in answer.notes))


def _origin(origin: NoteOrigin, veil: Veil) -> NoteOrigin:
    words = veil.without_names(origin.words)
    telling = origin.transcript is not None and veil.without_names(_spaced(origin.transcript.path)) != _spaced(
        origin.transcript.path
    )
    return replace(origin, words=words, transcript=None if telling else origin.transcript)


def _spaced(path: str) -> str:
    return Path(path).stem.replace("-", " ").replace("_", " ")
