"""The people and papers that an article rests on: what rests on each, and how it can be reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from authoring.export.factcheck.model import Line, Quote, Reached
from authoring.export.factcheck.shown import Shown
from authoring.notes.model import Notes, Request, Source

_KEYS = {
    "kind": "kind",
    "role": "role",
    "employer": "employer",
    "org": "of",
    "knows": "knows this",
    "stake": "stake",
    "terms": "terms",
    "report": "report",
    "date": "dated",
    "status": "status",
}
"""What a checker is told of an open source, and how it is called here."""
_SHIELDED = {"reason": "not named because", "terms": "terms"}
"""What a checker is told of one that is not named."""
_WEB = ("http://", "https://")


def reached(notes: Notes | None, shown: Shown, lines: Sequence[Line], quotes: Sequence[Quote]) -> tuple[Reached, ...]:
    """Every source of the notes, but those that nothing may be used of, in their order."""
    if notes is None:
        return ()
    rests: dict[str, list[int]] = {}
    for line in lines:
        for code in dict.fromkeys(backing.code for backing in line.backing):
            rests.setdefault(code, []).append(line.number)
    said: dict[str, list[int]] = {}
    for quote in quotes:
        said.setdefault(quote.code, []).append(quote.number)
    return tuple(
        _reached(source, notes, shown, rests, said) for source in notes.sources.values() if not source.off_the_record
    )


def _reached(
    source: Source, notes: Notes, shown: Shown, rests: Mapping[str, list[int]], said: Mapping[str, list[int]]
) -> Reached:
    code = shown.code(source)
    keys = _SHIELDED if source.protected else _KEYS
    facts = [(name, line) for key, name in keys.items() if (line := shown.line(source.fields.text(key)))]
    if source.protected:
        facts.append(("to reach", "only through the reporter"))
    elif source.kind and not any(name == "kind" for name, _ in facts):
        facts.insert(0, ("kind", source.kind))
    url = "" if source.protected else shown.address(str.__str__(source.fields.text("url") or ""))
    asked = [] if source.protected else [_asked(one, shown) for one in notes.requests if one.to == source.id]
    return Reached(
        code,
        shown.name(source),
        tuple(facts if url.startswith(_WEB) or not url else [*facts, ("found at", url)]),
        url if url.startswith(_WEB) else "",
        tuple(asked),
        tuple(rests.get(code, ())),
        tuple(said.get(code, ())),
    )


def _asked(request: Request, shown: Shown) -> str:
    day, by, how, about = (shown.line(request.fields.text(key)) for key in ("asked_on", "asked_by", "how", "about"))
    told = f"{day}: {by or 'the reporter'} asked" if day else f"{by or 'the reporter'} asked"
    told += f" about {about}" if about else ""
    told += f" ({how})" if how else ""
    return f"{told}; outcome: {request.outcome or 'not noted'}"
