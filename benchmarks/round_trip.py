"""From real transcripts to notes, to a draft, and back: is every quote found verbatim, at the time it was said?

    python benchmarks/round_trip.py [TRANSCRIPTS]

Twenty transcripts in all formats that are there, up to a dozen passages of each, drawn by a seeded rule: the longest
and the shortest turn, turns with slashes, numbers, quotation marks, stage directions, several paragraphs and marks of
lists, and sentences by chance, none inside another. Each is pulled as ``authoring notes add`` does it, the notes are
drafted, and the draft is verified. ``placed`` counts the quotations for which ``verify`` gives the second at which the
passage begins in the transcript, where that has times, and the lines of its note. ``found`` are those of four words and
more, standing once in the transcript, that the check finds on their very lines in the transcript alone. All speakers
get invented names, by corrections beside a copy of the file.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from authoring import draft
from authoring.errors import AuthoringError
from authoring.notes import read_notes
from authoring.notes.written import clock, said
from authoring.pulling.files import NotesFile
from authoring.pulling.passages import Passage, passage, sentences, whole
from authoring.pulling.pull import Pulled, Wanted, pull
from authoring.pulling.speakers import Role
from authoring.runner.verified import Verifier
from authoring.text.span import Span
from authoring.transcripts import Transcript, as_it_came, read_transcript
from authoring.transcripts.recording import record
from authoring.wording import check_quote
from authoring.wording.quotation import take_apart

DATA = Path(__file__).parents[2] / "shared" / "data" / "transcripts"
SEED = 7
FILES = 20
EACH = 12
_KINDS = {
    "slashes": re.compile(r"/|\\||[{}]|\\\\"),
    "numbers": re.compile(r"\d"),
    "quoted": re.compile(r"[“\"]"),
    "stage": re.compile(r"[(\[][A-Za-z ]+[)\]]"),
    "paragraphs": re.compile(r"\n\s*\n"),
    "marks": re.compile(r"^\s*[-—–*>#]"),
}

_FIRST = "Ana Ben Cleo Dov Elif Finn Gwen Hana Ivo June Kofi Lena".split()
_LAST = "Abara Brandt Castell Duro Ellery Fonseca Garrick Holm".split()
NAMES = [f"{first} {last}" for last, first in product(_LAST, _FIRST)]
_FRONT = "---\nkind: interview\nslug: talk\nheadline: A Talk\nbyline: Joan Pell\npublished: 2026-03-20\nsources:\n"


@dataclass
class Row:
    """What came of one transcript."""

    name: str
    format: str = ""
    passages: int = 0
    quotations: int = 0
    verbatim: int = 0
    placed: int = 0
    sought: int = 0
    """Quotations whose words stand in the transcript once."""
    found: int = 0
    refused: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def chosen(transcript: Transcript, seed: int, count: int) -> list[Passage]:
    """Passages of every kind that there is in a transcript, drawn by a seed."""
    draw = random.Random(f"{seed} {Path(transcript.path).name}")
    turns = [number for number, turn in enumerate(transcript.turns) if any(map(str.isalpha, turn.text))]
    lengths = sorted(turns, key=lambda number: len(transcript.turns[number].text))
    picked = [lengths[-1], lengths[0]] if len(turns) > 3 else []
    for pattern in _KINDS.values():
        fitting = [number for number in turns if pattern.search(transcript.turns[number].text)]
        picked += draw.sample(fitting, min(1, len(fitting))) if len(turns) > 3 else []
    found = [whole(transcript, number) for number in picked]
    for _ in range(4 * count):
        number = draw.choice(turns)
        spans = list(sentences(transcript.turns[number].text))
        first = draw.randrange(len(spans))
        last = min(first + draw.randrange(3), len(spans) - 1)
        found.append(passage(transcript, number, Span(spans[first].start, spans[last].end)))
    kept: list[Passage] = []
    for each in found:
        words = said(each.said.text)
        near = [other for other in kept if other.turn == each.turn and other.span.overlaps(each.span)]
        same = [other for other in kept if words in said(other.said.text) or said(other.said.text) in words]
        if take_apart(words).count and not near and not same:
            kept.append(each)
    return kept[:count]


def round_trip(path: Path, folder: Path, seed: int = SEED, count: int = EACH) -> Row:
    """Pull passages of a transcript into notes, draft these, and verify the draft."""
    row = Row(path.name)
    copied = folder / f"talk{path.suffix}"
    shutil.copy(path, copied)
    raw = as_it_came(copied)
    labels = list(dict.fromkeys(turn.speaker for turn in raw.turns if turn.speaker))
    record(raw, dict(zip(labels, NAMES, strict=False)), {})
    transcript = read_transcript(copied)
    row.format = transcript.format
    ids = {name: f"s{number}" for number, name in enumerate((*NAMES[: len(labels)], None), 1)}
    sources = "".join(
        f"  {id_}:\n    name: {name or 'Nell Tarrant'}\n    role: a speaker\n" for name, id_ in ids.items()
    )
    notes = folder / "notes.md"
    notes.write_text(f"{_FRONT}{sources}---\n\n## Lede\nThis was said.\n", "utf-8")
    pulled: list[Pulled] = []
    for each in chosen(transcript, seed, count):
        file = NotesFile(notes)
        role = Role("source", ids[each.said.speaker])
        try:
            result = pull(file.notes, transcript, [Wanted(each, role)])
        except AuthoringError as error:
            row.refused.append(str(error))
            continue
        file.write(result.text)
        pulled += result.pulled
    row.passages = len(pulled)
    article = folder / "interview.md"
    text = draft(read_notes(notes), "interview", article=article).text
    article.write_text(text, "utf-8")
    for problem in _checked(row, text, article, pulled, transcript):
        row.wrong.append(problem)
    return row


def _checked(row: Row, text: str, article: Path, pulled: list[Pulled], transcript: Transcript) -> Iterator[str]:
    by_line = {line: each for each in pulled for line in range(each.lines[0], each.lines[1] + 1)}
    met: set[int] = set()
    for quote in Verifier().verify(text, str(article)).quotes:
        row.quotations += 1
        check = quote.check
        row.verbatim += check.status == "verbatim"
        if check.status != "verbatim" or check.origin is None:
            yield f"{check.status} {check.reason}: {quote.said.text[:100]}"
            continue
        origin = check.origin
        here = by_line.get(origin.line) if origin.path.endswith("notes.md") else None
        if here is None:
            yield f"at {origin}: {quote.said.text[:100]}"
            continue
        bare = quote.said.text.rstrip(".,!?")  # an “okay” may stand in the passage of another, too
        met.add(here.lines[0])
        met.update(each.lines[0] for each in pulled if bare in said(each.wanted.passage.said.text))
        turn = here.wanted.passage.said
        row.placed += origin.time == (clock(turn.start) if turn.start is not None else None)
        words = quote.said.text
        if len(words.split()) > 3 and sum(said(each.text).count(words) for each in transcript.turns) == 1:
            row.sought += 1
            told = check_quote(quote.said.text, transcript, turn.speaker)
            lines = range(turn.line, turn.place(len(turn.text) - 1).line + 1)
            right = told.status == "verbatim" and told.origin is not None and told.origin.line in lines
            row.found += right
            if not right:
                yield f"{told.status} at {told.origin}, pulled from {turn.line}: {quote.said.text[:100]}"
    for each in pulled:
        if each.lines[0] not in met:
            yield f"not in the draft as a quotation: {each.wanted.passage.said.text[:100]}"


def main(folder: Path) -> None:
    """Print the table."""
    rows = list(run(folder))
    print(f"{'transcript':<50} {'format':<14} passages  verbatim     placed      found")
    for row in rows:
        print(
            f"{row.name[:49]:<50} {row.format:<14} {row.passages:>8}  {row.verbatim:>3} of {row.quotations:<3}  "
            f"{row.placed:>3} of {row.quotations:<3}  {row.found:>3} of {row.sought:<3}"
        )
        for each in (*row.refused, *row.wrong):
            print(f"    {each}")
    total = [
        sum(getattr(row, name) for row in rows) for name in "passages verbatim quotations placed found sought".split()
    ]
    print(
        f"{len(rows)} transcripts in {len({row.format for row in rows})} formats, {total[0]} passages pulled, "
        f"{sum(len(row.refused) for row in rows)} refused; of {total[2]} quotations in the drafts {total[1]} verbatim, "
        f"{total[3]} with the right time; {total[4]} of {total[5]} found at their place in the transcript itself"
    )


def run(folder: Path, files: int = FILES) -> Iterator[Row]:
    """The round trip of as many transcripts, of every format there is as evenly as can be."""
    by_format: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.*")):
        try:
            read = as_it_came(path)
        except AuthoringError:
            continue
        if sum(len(turn.text.split()) for turn in read.turns) > 20:
            by_format.setdefault(f"{path.parent.name} {read.format}", []).append(path)
    draw = random.Random(SEED)
    for paths in by_format.values():
        draw.shuffle(paths)
    order = [paths[number] for number in range(files) for paths in by_format.values() if number < len(paths)]
    for path in order[:files]:
        with tempfile.TemporaryDirectory() as temporary:
            yield round_trip(path, Path(temporary))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DATA)
