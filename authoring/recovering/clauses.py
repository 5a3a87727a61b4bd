"""Takes apart the clause that says whose words stand beside it, where every word of it has a place in a tag."""

from __future__ import annotations

from dataclasses import dataclass, replace

from authoring.prose.attribution.model import Attribution
from authoring.prose.document import Block
from authoring.text.patterns import lazy

_END = lazy(r"[\s.,:;—–-]*$")
_ROLE = lazy(r"\s*,\s*(?P<role>(?!and\b|but\b|who\b|which\b)[^,“”\"]{2,90}(?:, [^,“”\"]{2,60})?),\s*")
_TRAILING = lazy(
    r"\s*,\s*(?P<role>(?:an?|the|his|her|former|chief|senior|head|director|president|professor)\b[^“”\"]{2,120})$"
)
_MANNER = lazy(r"\s*,\s*(?P<manner>(?:as|while|after|before|during|when|in|at|on|\w{2,}ing)\b.{3,160})$")
_MARKS = '“”"'


@dataclass(frozen=True, slots=True)
class Clause:
    """Subject and verb, and what stands around them."""

    verb: str
    """The cue with all that belongs to it: “told reporters on Monday”."""
    role: str = ""
    """What stands beside the name, between commas."""
    manner: str = ""
    """What follows it behind a comma: “as he waited in the rain”."""
    lead: str = ""
    """What stands before the subject."""


def clause_after(block: Block, said: Attribution, start: int, end: int) -> Clause | None:
    """The clause behind quoted words, in ``block.text[start:end]``: “, Low, a nurse, said on Monday.”"""
    found = _places(block, said, start, end)
    if found is None:
        return None
    subject, last, cue, behind = found
    text = block.text
    if text[start : min(subject, cue)].strip(" ,"):
        return None
    if subject < cue:
        return _subject_first(text, last, cue, end)
    if text[behind:subject].strip():
        return None
    rest = _END.sub("", text[last:end])
    role = ""
    if trailing := _TRAILING.match(rest):
        role, rest = trailing["role"], ""
    manner = ""
    if following := _MANNER.match(rest):
        manner, rest = following["manner"], ""
    if rest.startswith(",") or any(mark in rest + manner for mark in _MARKS):
        return None
    return Clause(f"{text[cue:behind]}{rest}", role, manner)


def clause_before(block: Block, said: Attribution, start: int, end: int) -> Clause | None:
    """The clause before quoted words, in ``block.text[start:end]``: “On Monday, Low told reporters:”"""
    found = _places(block, said, start, end)
    if found is None or found[0] > found[2]:
        return None
    subject, last, cue, _ = found
    lead = block.text[start:subject].strip()
    if any(mark in lead for mark in _MARKS) or (lead and not lead.endswith(",") and lead not in ("But", "And", "Then")):
        return None
    clause = _subject_first(block.text, last, cue, end)
    return replace(clause, lead=lead) if clause else None


def _subject_first(text: str, last: int, cue: int, end: int) -> Clause | None:
    between, role = text[last:cue], ""
    if told := _ROLE.match(between):
        between, role = between[told.end() :], told["role"]
    verb = _END.sub("", between.lstrip() + text[cue:end])
    if between.lstrip().startswith(",") or len(between.split()) > 3 or any(mark in verb for mark in _MARKS):
        return None
    return Clause(verb, role)


def _places(block: Block, said: Attribution, start: int, end: int) -> tuple[int, int, int, int] | None:
    """Where subject and cue begin and end, if both stand in the stretch."""
    if said.speaker is None or said.cue is None or said.via is not None:
        return None
    places = []
    for span in (said.speaker.span, said.cue.span):
        first, last = block.position_of(span.start), block.position_of(span.end - 1) + 1
        if not (block.span.covers(span) and start <= first and last <= end):
            return None
        places += [first, last]
    subject, last, cue, behind = places
    return (subject, last, cue, behind) if last <= cue or behind <= subject else None
