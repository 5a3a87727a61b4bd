"""What a template can print of one item, and of the piece and its sources, with the code for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from authoring.drafting.filters import WORDS, sentences
from authoring.drafting.record import Record
from authoring.templating.backwards.material import ITEM, SOURCE, Entry, Material, family, plain
from authoring.templating.backwards.pieces import Atom, Piece
from authoring.templating.backwards.probe import Press
from authoring.templating.backwards.reading import HEAD

_FRAMED = ("name", "name | surname", "role", "first", "alias", "url")
_ENDINGS = ("", " | stop", " | nostop", " | comma")
_SAID = ("say.said(item)", "say.saying(item)", "say.saying(item, true)", "say.item(item) | trim")


def of_items(material: Material, entries: Sequence[int], press: Press) -> dict[int, list[Atom]]:
    """What a template can print of some items, naming their sources or not."""
    those: dict[str, list[int]] = {}
    known: dict[tuple[str, int], Atom] = {}
    for number, entry in enumerate(entries):
        for atom in _codes(material.entries[entry]):
            those.setdefault(atom.piece.code, []).append(number)
            known.setdefault((atom.piece.code, number), atom)
    items = [f"notes.beats[{each.beat}]['items'][{each.number}]" for each in map(material.entries.__getitem__, entries)]
    codes = list(those.items())
    made: dict[int, list[Atom]] = {entry: [] for entry in entries}
    for key, text in press.table(items, codes, HEAD).items():
        code, number = map(int, key.split("x"))
        atom = known[codes[code][0], number]
        if text.strip():
            made[entries[number]].append(Atom(replace(atom.piece, text=text), atom.cost))
    return made


def _codes(entry: Entry) -> Iterator[Atom]:
    yield from _words(entry)
    yield from _fields(entry)
    if entry.record["source"] is not None:
        for code in _SAID:
            yield Atom(Piece("", "{{ " + code + " }}", naming=True), 1.3)
    for key in ("to", "citing"):
        if entry.record[key]:
            yield Atom(Piece("", f"{{{{ say.party(item.{key}) }}}}", naming=True), 1.3)


def _words(entry: Entry) -> Iterator[Atom]:
    """The item's words: all, the part before or after the attribution, single sentences."""
    for name in ("text", "opening", "rest"):
        if not entry.record.get(name) or (name == "opening" and not entry.record.get("rest")):
            continue
        field = f"item.{name}"
        for ending in _ENDINGS:
            dear = 0.99 if ending == " | stop" else 1.0 + 0.01 * len(ending)
            yield Atom(Piece("", f"{{{{ {field}{ending} }}}}"), dear)
            yield Atom(Piece("", f"{{{{ {field}{ending} | quoted }}}}"), dear)
        for case in ("upper", "lower"):
            for ending in (" | stop", ""):
                code = f"{{{{ {field}[:1] | {case} }}}}{{{{ {field}[1:]{ending} }}}}"
                yield Atom(Piece("", code), 1.2 if not ending else 1.19)
    number = len(sentences(entry.record["text"])) if entry.record["text"] else 0
    for first in range(number) if number > 1 else ():
        for past in range(first + 1, number + 1):
            if past - first == number or (past - first > 1 and first and past < number):
                continue
            every = "(item.text | sentences)"
            some = f"{every}[{first or ''}:{past if past < number else ''}] | join(' ')"
            if past == first + 1:
                some = f"{every} | first" if not first else f"{every} | last" if past == number else f"{every}[{first}]"
            indexes = 0 if some.endswith(("first", "last")) else 1
            for ending in ("", " | comma | quoted", " | stop | quoted", " | quoted", " | comma", " | stop"):
                yield Atom(Piece("", f"{{{{ {some}{ending} }}}}", indexes=indexes), 1.2 + indexes / 2)


def _fields(entry: Entry) -> Iterator[Atom]:
    for key in ITEM[3:]:
        if isinstance(entry.record.get(key), str) and entry.record[key]:
            yield Atom(Piece("", f"{{{{ item.{key} }}}}"))
    if entry.record["pronoun"]:
        yield Atom(Piece("", "{{ item.pronoun }}"), 1.1)
        yield Atom(Piece("", "{{ item.pronoun | capitalize }}"), 1.1)
    source = entry.record["source"]
    if isinstance(source, Record):
        for key in SOURCE:
            if isinstance(source[key], str):
                yield Atom(Piece("", f"{{{{ item.source.{key} }}}}"))
        if source["name"]:
            yield Atom(Piece("", "{{ item.source.name | surname }}"), 1.1)


def of_piece(material: Material, *, frame: bool = False) -> list[Atom]:
    """What the front matter has, and the names of the sources, for sentences that no item stands behind.

    Around the story (``frame``), only names, roles and addresses of sources: other fields would be there by chance.
    """
    made = [
        Atom(Piece(known.text, f"{{{{ {known.code} }}}}", needs=known.needs))
        for known in material.fields()
        if _telling(known.text)
    ]
    for source, known in material.of_sources():
        if _telling(known.text) and not (frame and known.code.removeprefix("source.") not in _FRAMED):
            code = f"{{{{ {known.code} }}}}"
            made.append(Atom(Piece(known.text, code, needs=known.needs, about=plain(source["id"])), 1.2))
    return made


def of_source(source: Record) -> list[Atom]:
    """What a template can print of one source, in a list of them."""
    made = [
        Atom(Piece(plain(source[key]), f"{{{{ source.{key} }}}}", needs=f"source.{key}"))
        for key in SOURCE
        if isinstance(source[key], str) and source[key]
    ]
    if source["name"] and source["kind"] in ("person", "spokesperson"):
        made.append(Atom(Piece(family(source), "{{ source.name | surname }}", needs="source.name"), 1.1))
    return made


def _telling(text: str) -> bool:
    """Whether words can only be this field's: a name, a date, several words."""
    words = WORDS.findall(text)
    return len(words) > 1 or (len(text) > 3 and not text.islower())


def of_words(text: str, shared: Sequence[tuple[int, int, str, int, int]]) -> list[Atom]:
    """Runs of a note's words, by their numbers, from 1.

    Arguments: the article, and for each run its start and end there, the expression of the note, and its first and
    last word.
    """
    return [
        Atom(Piece(text[start:end], f"{{{{ {code} | words({first}, {last}) }}}}", indexes=1), 1.6)
        for start, end, code, first, last in shared
    ]
