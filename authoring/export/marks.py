"""Writes words so that Markdown reads them as words."""

from __future__ import annotations

from collections.abc import Sequence

from authoring.export.article import Run
from authoring.text.patterns import lazy

_SIGNS = lazy(r"[\\`*_\[\]<>~|]")
_ENTITY = lazy(r"&(?=#?\w+;)")
_TEMPLATE = lazy(r"\{(?=[%{:<#])|\{(?=[^{}\n]*\}\s*$)")
_START = lazy(r"^(\s*)(?:(#{1,6})(?=\s|$)|([-+=])|(\d{1,9})([.)])(?=\s|$)|(:))", 8)
_TRAILING = lazy(r"#(#*)\s*$")
_MARKS = (("strong", "**", "strong"), ("emphasis", "*", "em"), ("struck", "~~", "del"), ("code", "", ""))


def escaped(words: str, *, heading: bool = False) -> str:
    """Words that mean nothing but themselves; a line that begins in them begins no list and no heading."""
    made = _SIGNS.sub(r"\\\g<0>", words)
    made = _ENTITY.sub("&amp;", made)
    made = _TEMPLATE.sub("&#123;", made)
    if heading:
        made = _TRAILING.sub(r"\\#\1", made)
    return made


def opened(line: str) -> str:
    """A line that is the first of a block, so that nothing at its start is a mark."""
    found = _START.match(line)
    if not found:
        return line
    _, hashes, sign, number, stop, colon = found.groups()
    rest = line[found.end() :]
    if number:
        return f"{number}\\{stop}{rest}"
    return f"\\{hashes or sign or colon}{rest}"


def inline(runs: Sequence[Run], *, tags: bool = False, heading: bool = False) -> str:
    """Runs in Markdown; ``tags`` writes bold and italics as tags, where their marks would not be read as such."""
    made: list[str] = []
    open_: list[str] = []
    link = ""
    for run in runs:
        if run.note:
            link = _close(made, open_, link, tags=tags)
            made.append(f"[^{run.note}]")
            continue
        wanted = [look for look, *_ in _MARKS[:3] if getattr(run, look)]
        if run.link != link or any(look not in wanted for look in open_):
            keep = [look for look in open_ if look in wanted] if run.link == link else []
            if run.link != link or open_[: len(keep)] != keep:
                link = _close(made, open_, link, tags=tags)
            else:
                _shut(made, open_, len(keep), tags=tags)
            if run.link and not link:
                made.append("[")
                link = run.link
        for look in wanted:
            if look not in open_:
                made.append(_mark(look, closes=False, tags=tags))
                open_.append(look)
        made.append(_code(run.text) if run.code else _lines(run.text, heading=heading))
    _close(made, open_, link, tags=tags)
    return "".join(made)


def _lines(words: str, *, heading: bool) -> str:
    first, *others = words.split("\n")
    told = [escaped(first, heading=heading), *(opened(escaped(line, heading=heading)) for line in others)]
    return ("<br>" if heading else "\\\n").join(told)


def _shut(made: list[str], open_: list[str], keep: int, *, tags: bool) -> None:
    while len(open_) > keep:
        made.append(_mark(open_.pop(), closes=True, tags=tags))


def _close(made: list[str], open_: list[str], link: str, *, tags: bool) -> str:
    _shut(made, open_, 0, tags=tags)
    if link:
        made.append(f"]({address(link)})")
    return ""


def _mark(look: str, *, closes: bool, tags: bool) -> str:
    mark, tag = next((mark, tag) for name, mark, tag in _MARKS if name == look)
    return f"<{'/' if closes else ''}{tag}>" if tags else mark


def _code(words: str) -> str:
    ticks = "`"
    while ticks in words:
        ticks += "`"
    space = " " if words[:1] in {"`", " "} or words[-1:] in {"`", " "} else ""
    return f"{ticks}{space}{words}{space}{ticks}"


def address(link: str) -> str:
    """An address as a link of Markdown has it."""
    safe = _ENTITY_LIKE.sub("&amp;", link)
    return f"<{safe}>" if set("()*_") & set(safe) else safe


_ENTITY_LIKE = lazy(r"&(?=#?\w)")
