"""The quote check: whether quoted words were said by the person named, in those words, and where.

It fails closed. What passes is the same, letter for letter or as heard, with its cuts shown; a near miss only serves to
say what differs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from authoring.text.patterns import lazy
from authoring.transcripts import Transcript, parse_transcript
from authoring.wording.cuts import Found, found_in
from authoring.wording.index import Run
from authoring.wording.judge import Quoted, judge
from authoring.wording.material import Material, from_transcript
from authoring.wording.near import Block, line_up
from authoring.wording.quotation import Quotation, take_apart
from authoring.wording.result import Diff, QuoteCheck, Status
from authoring.wording.speakers import is_name, same_speaker, verdicts
from authoring.wording.spelling import plain
from authoring.wording.words import Words

_ALIKE = 0.5
"""Share of a quotation from which what lines up with it is shown."""
_CLAUSE = 6
"""Words in a row from which it is shown even where the rest is missing."""
_LONG = 40
"""Words of a difference that are shown; of a longer one the first and the last."""


_DOTS = lazy(r"[\s\"',.;:?!()—-]{0,8}(?:…|\.(?: ?\.){2,9})[\s\"',.;:?!()—-]{0,20}")
_DOTS_LAST = lazy(f"{_DOTS.pattern}$")


_RECENT = 4
_recent: list[tuple[str | Transcript, Material]] = []
"""The transcripts asked about last, so that asking for one quotation after another reads each once."""


def material_of(transcript: str | Transcript) -> Material:
    """A transcript, or its text, ready for many quotations."""
    for known, material in _recent:
        if known is transcript or (isinstance(known, str) and known == transcript):
            return material
    read = parse_transcript(transcript) if isinstance(transcript, str) else transcript
    material = Material(from_transcript(read))
    _recent.insert(0, (transcript, material))
    del _recent[_RECENT:]
    return material


def check_quote(quote: str, transcript: str | Transcript | Material, speaker: str | None = None) -> QuoteCheck:
    """Look for quoted words in what was said.

    Args:
        quote: the words between the quotation marks.
        transcript: a transcript, its text, or material that was made ready once for many quotations.
        speaker: who is said to have said them, by name, title and name, or id in the notes.
    """
    material = transcript if isinstance(transcript, Material) else material_of(transcript)
    quotation = take_apart(quote)
    edits = quotation.edits
    if not quotation.count:
        return QuoteCheck(quote, "not-found", "no words to look for", edits=edits)
    ours, others = by_speaker(material, speaker)
    own = material.view(ours)
    found = found_in(own, quotation)
    if found and not found.turned:
        return _passed(quote, own, quotation, found)
    if others:
        theirs = material.view(others)
        foreign = found_in(theirs, quotation)
        if foreign and not foreign.turned and not found:
            return _foreign(quote, theirs, quotation, foreign)
    if found:
        check = QuoteCheck(quote, "negation", f"a cut turns the meaning: {found.turned}", edits=edits)
        return _placed(own, found.runs[0].start, _shown(own, quotation, found), check)
    return _near(quote, quotation, own, material)


def by_speaker(material: Material, speaker: str | None) -> tuple[list[int], list[int]]:
    """The passages that may be this speaker's, and those that are somebody else's."""
    everything = list(range(len(material.passages)))
    if not speaker or not speaker.strip():
        return everything, []
    groups: dict[int, set[str | None]] = {}
    for passage in material.passages:
        groups.setdefault(passage.group, set()).add(passage.speaker)
    known = {group: verdicts(speaker, labels) for group, labels in groups.items()}
    ids = _ids(material, speaker)
    ours: list[int] = []
    others: list[int] = []
    for number, passage in enumerate(material.passages):
        if ids and passage.source is not None:
            same: bool | None = passage.source in ids
        else:
            same = known[passage.group].get(passage.speaker)
            if same is None and passage.source in material.protected and is_name(speaker):
                same = False  # whoever has no name in print is not a name, neither their own nor another
        (others if same is False else ours).append(number)
    return ours, others


def _ids(material: Material, speaker: str) -> frozenset[str]:
    """The sources of the notes that a speaker may be."""
    if speaker in material.names:
        return frozenset({speaker})
    called = speaker.strip().casefold()
    exact = {id_ for id_, names in material.names.items() if called in map(str.casefold, names)}
    return frozenset(
        exact or {id_ for id_, names in material.names.items() if any(same_speaker(speaker, name) for name in names)}
    )


def _passed(quote: str, material: Material, quotation: Quotation, found: Found) -> QuoteCheck:
    exact = all(run.exact for run in found.runs)
    status: Status = "verbatim" if exact else "tidied"
    if quotation.marked and not _said_so(material, quotation, found):
        status = "marked"
    check = QuoteCheck(quote, status, edits=quotation.edits)
    return _placed(material, found.runs[0].start, _shown(material, quotation, found), check)


def _said_so(material: Material, quotation: Quotation, found: Found) -> bool:
    """Whether every ellipsis stands in the transcript too, with nothing left out."""
    if quotation.letters or any(mark.kind != "ellipsis" for cut in quotation.cuts for mark in cut):
        return False
    text = material.index.words.text
    edges = [0, *(edge for run in found.runs for edge in (run.start, run.end)), len(text)]
    for cut, low, high in zip(quotation.cuts, edges[::2], edges[1::2], strict=True):
        if not cut:
            continue
        if low == 0:
            same = _DOTS_LAST.search(text[max(0, high - 8) : high])
        elif high == len(text):
            same = _DOTS.match(text, low)
        else:
            same = _DOTS.fullmatch(text, low, high)
        if not same:
            return False
    return True


def _foreign(quote: str, material: Material, quotation: Quotation, found: Found) -> QuoteCheck:
    passage = material.at(found.runs[0].start)[0]
    name = material.masked(passage.speaker or "")
    reason = f"the words are {name}'s" if name and name == passage.speaker else "the words are somebody else's"
    check = QuoteCheck(quote, "wrong-speaker", reason, edits=quotation.edits)
    return _placed(material, found.runs[0].start, _shown(material, quotation, found), check)


def _near(quote: str, quotation: Quotation, own: Material, whole: Material) -> QuoteCheck:
    quoted = Quoted(quotation)
    best = None
    for material in (own, whole) if own is not whole else (own,):
        if not material.passages or not material.index.heard.codes or not quoted.keys:
            continue
        blocks, share = line_up(material.index, quoted.keys)
        if blocks and (best is None or share > best[2] + 0.2):
            best = (material, blocks, share)
    count = len(quoted.keys)
    if best is None or not _like(best[1], best[2], count):
        return QuoteCheck(quote, "not-found", "nothing like it was said", edits=quotation.edits)
    material, blocks, _ = best
    judgement = judge(material, quoted, blocks)
    words = material.index.words
    main = material.number(words.start(words.kept[max(blocks, key=lambda block: block.length).said]))
    starts = (words.start(words.kept[block.said]) for block in blocks)
    start = min(start for start in starts if material.number(start) == main)
    check = QuoteCheck(quote, judgement.status, judgement.reason, edits=quotation.edits)
    return _placed(material, start, judgement.parts, check)


def _like(blocks: Sequence[Block], share: float, count: int) -> bool:
    """Whether what lines up is enough to be what was meant: half of the quotation, or a clause of it."""
    if max(block.length for block in blocks) >= _CLAUSE:
        return True
    return share >= _ALIKE and (count == 1 or sum(block.length for block in blocks) > 1)


def _shown(material: Material, quotation: Quotation, found: Found) -> list[tuple[str, str]]:
    """The words of a quotation that was found, with what its cuts leave out and its brackets put in."""
    words = material.index.words
    parts: list[tuple[str, str]] = []
    for number, (piece, run) in enumerate(zip(quotation.pieces, found.runs, strict=True)):
        if number:
            left = words.text[found.runs[number - 1].end : run.start]
            if any(char.isalnum() for char in left):
                parts.append(("-", " ".join(left.replace("\x1e", " ").replace("\ue000", "").split()).strip(" ,;—-")))
        parts += [("+", mark.inside) for mark in quotation.cuts[number] if mark.kind == "bracket"]
        parts += [("=", " ".join(piece.faces))] if run.exact else _tidied(words, run, piece)
    parts += [("+", mark.inside) for mark in quotation.cuts[-1] if mark.kind == "bracket"]
    return parts


def _tidied(words: Words, run: Run, piece: Words) -> Iterator[tuple[str, str]]:
    """The words of a stretch that stands there as heard, with those that were said in another form; case is none."""
    from rapidfuzz.distance import Indel

    low, high = bisect_left(words.starts, run.start), bisect_left(words.starts, run.end)
    said = words.faces[low:high]
    put = ""
    for step in Indel.opcodes([plain(face) for face in said], [plain(face) for face in piece.faces]):
        ours = " ".join(piece.faces[step.dest_start : step.dest_end])
        if step.tag == "delete":
            yield "-", " ".join(said[step.src_start : step.src_end])
        if put and step.tag != "insert":
            yield "+", put
            put = ""
        if step.tag == "insert":
            put = ours
        elif step.tag == "equal":
            yield "=", ours
    if put:
        yield "+", put


def _placed(material: Material, start: int, parts: Sequence[tuple[str, str]], check: QuoteCheck) -> QuoteCheck:
    """The answer with the place of its words, whose they are and what differs.

    No secret name is shown that is not quoted; one that is quoted is shown as any other, for a gap in the writer's own
    words would say that it is secret.
    """
    passage, origin, _ = material.at(start)
    shown = ((sign, _short(material.masked(words) if sign == "-" else words)) for sign, words in parts)
    return replace(
        check,
        origin=origin,
        speaker=passage.speaker if passage.speaker and material.masked(passage.speaker) == passage.speaker else None,
        source=material.shown(passage.source),
        diff=cast(Diff, tuple(shown)),
    )


def _short(words: str) -> str:
    listed = words.split()
    if len(listed) <= _LONG:
        return words
    return " ".join([*listed[: _LONG // 2], "…", *listed[-_LONG // 2 :]])
