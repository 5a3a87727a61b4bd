"""Ways for tests to ask the attribution engine, and what must hold of its answers to any text."""

from __future__ import annotations

from authoring.notes import parse_notes
from authoring.prose import Document, parse
from authoring.prose.attribution.article import attribute
from authoring.prose.attribution.clauses import clauses_of
from authoring.prose.attribution.model import Attribution, Kind, Speaker
from authoring.prose.attribution.paragraph import Paragraph
from authoring.prose.attribution.phrases import Chain
from authoring.prose.attribution.scene import Scene
from authoring.prose.attribution.sentences import scenes_of
from authoring.prose.attribution.spoken import SURE, Ledger
from authoring.prose.attribution.steps import Step, Stretch
from authoring.prose.attribution.subjects import Clause
from authoring.prose.attribution.tagging import Row, row_of

Seen = tuple[Scene, tuple[Clause, ...], list[Stretch]]


def row(text: str) -> Row:
    """The tokens of a paragraph."""
    block = parse(text, format="text").blocks[0]
    places = [(block.position_of(one.span.start), block.position_of(one.span.end)) for one in block.quotations]
    return row_of(block.text, places)


def scenes(text: str) -> list[Scene]:
    """The sentences of a paragraph."""
    block = parse(text, format="text").blocks[0]
    return list(scenes_of(block.text, row(text), [sentence.end for sentence in block.sentences]))


def seen(sentence: str) -> Seen:
    """A sentence as the sieve sees it."""
    (scene,) = scenes(sentence)
    paragraph = Paragraph(Ledger(), parse(sentence, format="text").blocks[0], 0, [])
    return scene, clauses_of(scene), [paragraph.stretch(scene, chunk)[0] for chunk in scene.quotes]


def words_of(scene: Scene, chain: Chain) -> str:
    """The words of a chain of chunks."""
    return scene.row.text[scene.start(chain[0]) : scene.end(chain[1])]


def asked(step: Step, sentence: str) -> str | None:
    """Whom one step of the sieve names for the first quotation of a sentence."""
    scene, clauses, stretches = seen(sentence)
    answer = step(scene, clauses, stretches[0])
    return None if answer is None else words_of(scene, answer.speaker)


def answers(text: str, notes: str = "") -> tuple[Attribution, ...]:
    """What the engine says of a plain text."""
    return parse(text, parse_notes(notes, "notes.md") if notes else None, format="text").attributions


def answer_to(text: str, words: str, notes: str = "") -> Attribution | None:
    """The answer that holds some words of a text, whose first place counts."""
    start = text.index(words)
    end = start + len(words)
    found = [
        one
        for one in answers(text, notes)
        if any(segment.start <= start and end <= segment.end for segment in one.segments)
    ]
    assert len(found) < 2, found
    return found[0] if found else None


def teller(text: str, words: str, notes: str = "") -> Speaker | None:
    """Whose words these are, according to the engine."""
    found = answer_to(text, words, notes)
    return found.speaker if found is not None else None


def who(text: str, words: str) -> str | None:
    """The words that name whoever said these."""
    speaker = teller(text, words)
    return speaker.text if speaker is not None else None


def speakers(text: str) -> list[str | None]:
    """Who speaks in a text, an entry for each answer, in order."""
    return [one.speaker.text if one.speaker is not None else None for one in answers(text)]


def said(text: str) -> list[tuple[str, ...]]:
    """The words of each answer, its segments apart, in order."""
    return [tuple(segment.of(text) for segment in one.segments) for one in answers(text)]


def kinds(text: str) -> list[Kind]:
    """The kind of each answer, in order."""
    return [one.kind for one in answers(text)]


def check(document: Document) -> int:
    """Assert what must hold of the answers to any text; how many there are."""
    text = document.text
    found = attribute(document)
    assert list(found) == sorted(found, key=lambda one: one.span)
    for one in found:
        assert one.segments
        assert len(one.steps) == len(one.segments)
        assert one.step in one.steps
        assert all(step in SURE for step in one.steps)
        assert one.sure == (SURE[one.step] if one.speaker else 0.0)
        assert one.speaker is not None or one.kind is Kind.DIRECT
        at = 0
        for segment in one.segments:
            assert at <= segment.start < segment.end <= len(text)
            at = segment.end
        for named in (one.speaker, one.via, one.cue):
            if named is not None:
                assert _same(named.span.of(text), named.text), (named.span.of(text), named.text)
    return len(found)


def _same(marked: str, read: str) -> bool:
    """Whether what stands in the file reads as the words do; where markup stands between them, they come in order."""
    if " ".join(marked.split()) == " ".join(read.split()):
        return True
    letters = iter(marked)
    return any(mark in marked for mark in "*_[]<>&\\`") and all(one in letters for one in read if one.isalnum())
