"""Writes a story down as a notes file, and remembers which lines are whose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from authoring.notes.written import quote_lines
from authoring.notes.yaml_values import in_yaml, listed
from authoring.recovering.furniture import told
from authoring.recovering.model import JOINT, Asked, Item, Source, Story
from authoring.text.patterns import lazy

_MARK = lazy(r"(?=[#>~?*+=_•·◦▪‣—–|-]|x[ \t]+\S)")
_SPECIAL = lazy(r"(?<!\S)//(?=[,.]?(?:\s|$))|\{|(?<=\\)\|")
_BLANK = lazy(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_ORDER = ("name", "kind", "honorific", "title", "role", "org", "short", "alias", "reason", "first", "second", "url")


def written(story: Story) -> tuple[str, list[tuple[int, int, Item]]]:
    """The text of the notes, and where each item stands in it."""
    pieces = ["\n".join(_front(story))]
    places: list[tuple[int, int, Item]] = []
    at = len(pieces[0])
    bare = False
    names = {word for source in story.sources for word in (*source.name.split(), source.org, source.later) if word}
    for item in _merged(story.items):
        lines = "\n".join(_lines(item, names))
        gap = "\n\n" if item.kind == "heading" or (bare and item.kind == "narration") else "\n"
        bare = item.kind in ("quote", "question") and not item.tag
        pieces += (gap, lines)
        places.append((at + len(gap), at + len(gap) + len(lines), item))
        at = places[-1][1]
    foot = list(told(story.left_out))
    if foot:
        pieces.append(f"\n\n<!-- left out: {'; '.join(foot)} -->")
    return "".join((*pieces, "\n")), places


def _front(story: Story) -> Iterator[str]:
    yield "---"
    for key, value in story.front:
        yield f"{key}: {_value(value)}".rstrip()
    for key, fields in story.groups:
        yield f"{key}:"
        yield from (f"  {name}: {_value(value)}".rstrip() for name, value in fields)
    yield ""
    yield "sources:"
    for source in story.sources:
        yield f"  {in_yaml(source.id)}:"
        yield from _source(source)
    if story.asked:
        yield ""
        yield "requests:"
        for asked in story.asked:
            yield from _asked(asked)
    yield "---"


def _value(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return listed(value)
    return in_yaml(value) if value.strip() else ""


def _source(source: Source) -> Iterator[str]:
    fields = {
        "name": source.name,
        "kind": source.kind,
        "honorific": source.honorific,
        "title": source.title,
        "role": source.role,
        "org": source.org,
        "short": source.short,
        "alias": source.alias,
        "first": source.said,
        "second": source.later,
        "url": source.url,
    }
    needed = {"name", "kind", *({"role"} if source.kind in ("", "person") and source.name else ())}
    needed |= {"reason"} if source.alias else set()
    for key in _ORDER:
        value = fields.get(key, "")
        if value or key in needed:
            yield f"    {key}: {_value(value)}".rstrip() + (
                f"  # line {source.line}: a person, an organisation, an outlet …?"
                if key == "kind" and not value
                else ""
            )


def _asked(asked: Asked) -> Iterator[str]:
    yield f"  - to: {in_yaml(asked.to)}"
    for key, value in (("asked_by", asked.asked_by), ("asked_on", ""), ("how", asked.how), ("about", asked.about)):
        yield f"    {key}: {_value(value)}".rstrip()
    yield f"    outcome: {asked.outcome}"


def _merged(items: list[Item]) -> Iterator[Item]:
    """The items, with neighbouring sentences of narration as one."""
    last: Item | None = None
    for item in items:
        if last is not None and last.kind == item.kind == "narration" and not item.asks:
            last.text = f"{last.text} {item.text}"
            last.plain = f"{last.plain} {item.plain}"
            last.span = type(last.span)(last.span.start, max(last.span.end, item.span.end))
            continue
        if last is not None:
            yield last
        last = item
    if last is not None:
        yield last


def _lines(item: Item, names: set[str]) -> Iterator[str]:
    if item.asks:
        yield f"<!-- {_remark(item.asks)} -->"
    if item.kind == "heading":
        yield f"## {_plain(item.text, mark=False)}"
    elif item.kind == "break":
        yield "+"
    elif item.kind == "no-comment":
        yield f"x {item.text}"
    elif item.kind == "quote":
        yield from _quote(item, names)
    elif item.kind == "narration":
        for number, paragraph in enumerate(item.text.split("\n\n")):
            if number:
                yield "+"
            yield _plain(paragraph)
    else:
        sign = {"reported": "~", "fact": "-", "question": "?"}[item.kind]
        yield f"{sign} {_plain(item.text, mark=False)}"
    if item.tag:
        yield f"— {' | '.join(_part(part) for part in item.tag)}"


def _quote(item: Item, names: set[str]) -> Iterator[str]:
    before, joint, after = item.text.partition(JOINT)
    lines = list(quote_lines(before))
    if joint:
        mark, rest = after[0], after[1:].strip()
        first, *others = quote_lines(rest)
        plain = rest[:1].islower() if mark == "," else rest[:1].isupper() and not _may_be_a_name(rest, names)
        if mark == ".":
            lines[-1] = _ended(lines[-1])
        elif not plain:
            lines[-1] = lines[-1].removesuffix(",")
        lines[-1] = f"{lines[-1]} //{'' if plain else mark} {first.removeprefix('> ')}"
        lines += others
    elif item.lead == "before":
        lines[0] = f"> // {lines[0].removeprefix('> ')}"
    elif item.lead == "after":
        lines[-1] = f"{_ended(lines[-1])} //"
    elif item.tag:
        lines[-1] = _ended(lines[-1])
    yield from lines


def _may_be_a_name(words: str, names: set[str]) -> bool:
    """Whether words may begin with a name of the notes, before which the format has a comma where it is not told."""
    first = words.split(maxsplit=1)[0].strip(".,!?;:’'")
    return any(first == name or name.startswith(first) for name in names)


def _ended(line: str) -> str:
    """Words that end with a comma only since their attribution follows."""
    bare = line.removesuffix(",")
    return bare if bare == line or bare.endswith((".", "?", "!", "…", "—", "–")) else f"{bare}."


def _plain(words: str, *, mark: bool = True) -> str:
    """The writer's words, in which nothing is read as a mark of the notes."""
    words = _BLANK.sub(" ", words).strip()
    words = _SPECIAL.sub(r"\\\g<0>", words).replace("<!--", "<! --").replace("-->", "-- >")
    return f"\\{words}" if mark and _MARK.match(words) else words


def _part(words: str) -> str:
    words = _BLANK.sub(" ", words).strip()
    return re.sub(r"[|{]", r"\\\g<0>", words).replace("<!--", "<! --").replace("-->", "-- >")


def _remark(words: str) -> str:
    return _BLANK.sub(" ", words).replace("--", "—").replace(">", "›").replace("<", "‹")
