"""What is confidential in notes that cannot be read, as far as their lines tell: an error in them undoes no promise.

It is only used to leave things out. So it takes for confidential whatever may be: the name of every source with an
alias or with terms other than on the record, and every line above a tag that may say “off the record”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from authoring.notes.schema import SOURCE
from authoring.text.files import UnreadableTextError, read_text
from authoring.text.patterns import lazy
from authoring.verification.leaked_names import name_of
from authoring.verification.leaks import Confidences, full_names, words_of

_LIMIT = 5_000_000
_PAIR = lazy(r"([\w-]+)[ \t]*:[ \t]+([\"']?)([^\n,{}#]+)")
_TERMS = lazy(
    r"\balias[ \t]*:|anon|backgr|off[ \t]+the|\bterms[ \t]*:(?![ \t]*(?:on the record|approval|$))", re.I | re.M
)
_SILENT = lazy(r"\bterms[ \t]*:[ \t]*[\"']?off\b", re.I)
_KEPT = frozenset({"alias", "reason", "terms", "kind", "pronoun", "role", "date", "status", "article", "second"})
"""Keys whose values are no names, or may be printed."""
_OFF = lazy(r"^[ \t]*(?:—|–|--).*\boff[ \t]+the[ \t]+rec|^[ \t]*(?:—|–|--).*\|[ \t]*off\b", re.I | re.M)
_MARK = lazy(r"^[ \t]*(?:[>~*?-][ \t]*)?")


def salvaged(path: str | Path) -> Confidences:
    """What is confidential in a notes file with errors; nothing where it cannot be opened."""
    try:
        text = read_text(Path(path), _LIMIT)
    except UnreadableTextError:
        return Confidences()
    entries = list(_entries(text))
    names = [value for entry in entries if _TERMS.search(entry) for value in _names(entry)]
    opened = [value for entry in entries if not _TERMS.search(entry) for value in _names(entry)]
    found = [(name, None) for value in names if (name := name_of(value, person=True)) is not None]
    shared = _of_contacts(path)
    silent = (value for entry in entries if _SILENT.search(entry) for value in _names(entry))
    return Confidences(
        (*found, *shared.names),
        tuple(_off_the_record(text)),
        (),
        words_of(opened),
        full_names(opened),
        tuple(silent),
    )


def _entries(text: str) -> Iterator[str]:
    """Stretches of lines that may be one source: what is indented, up to a line that is indented less."""
    entry: list[str] = []
    within = 0
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        opens = bool(re.match(r"[ \t]*[^\s:{}]+[ \t]*:[ \t]*(?:$|\{|#)", line))
        if entry and (indent == 0 or indent < within or (opens and indent <= within)):
            yield "\n".join(entry)
            entry = []
        if indent:
            if not entry or opens:
                within = indent
            entry.append(line)
    if entry:
        yield "\n".join(entry)


def _names(entry: str) -> Iterator[str]:
    for match in _PAIR.finditer(entry):
        key, value = match[1], match[3].strip().strip("\"'").strip(":")
        if (key == "name" or key not in SOURCE) and key not in _KEPT and value:
            yield value


def _off_the_record(text: str) -> Iterator[str]:
    for match in _OFF.finditer(text):
        above = text[: match.start()].rstrip("\n").rpartition("\n\n")[2]
        yield " ".join(_MARK.sub("", line) for line in above.splitlines())


def _of_contacts(path: str | Path) -> Confidences:
    """The protected sources of the contacts file, any of which the notes may have meant."""
    from authoring.notes.contacts import contacts_for

    known = contacts_for(str(path))
    if known is None or isinstance(known, tuple):
        return Confidences()
    protected = (source for source in known.sources.values() if source.protected and source.name)
    found = ((name_of(str.__str__(source.name), person=True), source.alias) for source in protected)
    return Confidences(tuple((name, str.__str__(alias) if alias else None) for name, alias in found if name))
